package letters

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/casework/feedback"
	"sendpanel/statute"
)

// Signable is one paragraph of the wording as a lawyer reads and signs it.
type Signable struct {
	ID     string            `json:"id"`
	From   statute.Day       `json:"from"`
	Until  statute.Day       `json:"until,omitzero"`
	Source string            `json:"source"`          // the law it rests on
	Holds  []Element         `json:"holds,omitempty"` // the parts of a lawful notice that it carries
	Text   map[string]string `json:"text"`            // by reader: parent, young_person, school, agency or all
	Read   string            `json:"read"`            // SHA-256 of all of the above, hexadecimal: what a signature names
}

// Signables lists every paragraph of the wording, in the order of their names: those of the letters, the fixed sentences of
// the feedback note, and what the note says of the evidence that a setting showed or did not show.
func Signables() []Signable {
	var all []Signable
	for _, p := range embeddedWording() {
		s := Signable{ID: p.ID, From: p.From, Until: p.Until, Source: p.Source, Holds: p.Holds, Text: map[string]string{}, Read: p.digest}
		for v, text := range p.Text {
			s.Text[string(v)] = text
		}
		all = append(all, s)
	}
	for _, w := range feedback.Wording() {
		e := w.Edition()
		all = append(all, Signable{ID: e.ID, From: e.From, Until: w.Until, Source: w.Source, Text: map[string]string{string(toAnybody): w.Text}, Read: e.Read})
	}
	for _, s := range evidence.Sentences() {
		e := s.Edition()
		all = append(all, Signable{ID: e.ID, From: e.From, Source: s.Source, Text: s.Text, Read: e.Read})
	}
	slices.SortStableFunc(all, func(a, b Signable) int {
		if a.ID == b.ID {
			return a.From.Compare(b.From)
		}
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return all
}

// read is the digest of what somebody reads when they sign a paragraph: every word of it, the law behind it, what it is
// meant to carry and when it is in force.
func (p paragraph) read() string { return casework.ReadOf(p) }
