package statute

// Explain says in plain words, for staff, which dates these are and how they were counted.
func (d Dates) Explain() string { return d.Due.Long() }

// ExplainToFamily says in plain words, for a family, what the date means for them.
func (d Dates) ExplainToFamily() string { return d.Due.Long() }
