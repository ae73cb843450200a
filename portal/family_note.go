package portal

import (
	"regexp"
	"strings"
)

var sectionCited = regexp.MustCompile(`\(s\.[0-9()a-z]+\)`)

// familyNote shows the family what the school was told after the decision. A family whose households learn nothing of each
// other asks the council: the note names the school and what happens there.
func (p *Portal) familyNote(v *Visit) error {
	if v.Case.NoticeGiven == nil || v.Case.Decided == nil || !v.Case.SchoolHears() || v.Guarded() {
		return ErrNotFound
	}
	note, err := p.noteOf(v)
	if err != nil {
		return err
	}
	if err := v.Read(readFeedback); err != nil {
		return err
	}
	for i := range note.Findings { // the section of the Act stands in the letter
		note.Findings[i].Question = strings.TrimSpace(sectionCited.ReplaceAllString(note.Findings[i].Question, ""))
	}
	return v.showFamily("family-note", note)
}
