package portal

// familyHome shows the person addressed where their request is.
func (p *Portal) familyHome(v *Visit) error {
	if err := v.Read("family page"); err != nil {
		return err
	}
	return v.Page("family-home", nil)
}
