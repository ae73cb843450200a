package letters

import (
	"maps"
	"slices"
	"strings"

	"sendpanel/casework"
)

// protected reports whether somebody else in the family, at another address, has to be reached with care. The letter then
// goes to a second household, and names no school, no place and no other adult's evidence.
func (d *draft) protected() bool {
	return len(d.guarded()) > 0
}

// guarded are those at other addresses who have said how it is safe to reach them.
func (d *draft) guarded() []casework.Addressee {
	if d.voice == toSchool || d.voice == toAgency {
		return nil
	}
	return d.facts.Case.KeptFrom(d.to)
}

// unnamed is a document as a second household may read of it: without its author, whose name would tell the place.
func (d *draft) unnamed(e casework.Evidence) casework.Evidence {
	if d.protected() && !d.facts.Case.MaySeeAs(d.to.ID, e) || d.protected() && e.FromSchool() {
		e.Author, e.Role = "", ""
	}
	return e
}

// checkSafety withholds a letter to a second household in which a word would tell where the other is: the name or the place
// of the child's setting, the other household's address, telephone, e-mail. It reads the letter as it would go, reasons and
// next steps among it, because people wrote those.
func (d *draft) checkSafety() {
	if !d.protected() {
		return
	}
	text := strings.ToLower(d.letter.Text())
	secrets := d.secrets()
	for _, what := range slices.Sorted(maps.Keys(secrets)) {
		for _, word := range secrets[what] {
			if len(word) > 3 && strings.Contains(text, strings.ToLower(word)) && !strings.Contains(d.to.Home(), strings.ToLower(word)) {
				d.gap(Safety, "it would tell one household "+what, "safe contact", "Take it out of the reasons, the next steps or the evidence that is released to this person, or have a manager write the letter.")
				break
			}
		}
	}
}

// secrets are the words that a second household must not read, by what they would tell.
func (d *draft) secrets() map[string][]string {
	secrets := map[string][]string{}
	if s, ok := d.facts.Council.School(d.facts.Case.Opened.Setting); ok {
		secrets["which school or setting the child goes to"] = append([]string{s.Name, s.Head, s.Postcode, s.Phone, s.Email}, s.Address[:min(1, len(s.Address))]...)
	}
	for _, asked := range d.facts.Case.Requests {
		if asked.By.Setting != "" {
			secrets["who asked"] = append(secrets["who asked"], asked.By.Name)
		}
	}
	for _, a := range d.guarded() {
		secrets["where the other household is"] = append(secrets["where the other household is"], append([]string{a.Postcode}, a.Address[:min(2, len(a.Address))]...)...)
		secrets["how the other household is reached"] = append(secrets["how the other household is reached"], a.Phone, a.Email)
	}
	return secrets
}
