package portal

import (
	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/casework/feedback"
)

// familyNote shows the family what the school was told after the decision. A family whose households learn nothing of each
// other asks the council: the note names the school and what happens there.
func (p *Portal) familyNote(v *Visit) error {
	if v.Case.NoticeGiven == nil || v.Case.Decided == nil || v.Case.Opened.School == nil || v.Guarded() {
		return ErrNotFound
	}
	note, err := p.noteOf(v)
	if err != nil {
		return err
	}
	if err := v.Read("feedback note"); err != nil {
		return err
	}
	return v.showFamily("family-note", note)
}

// noteOf makes the note from the register.
func (p *Portal) noteOf(v *Visit) (feedback.Note, error) {
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return feedback.Note{}, err
	}
	var decided casework.Decided
	var said []casework.Consulted
	for _, e := range events {
		switch b := e.Body.(type) {
		case casework.Decided:
			decided = b
		case casework.Consulted:
			said = append(said, b)
		}
	}
	original, err := p.register.Request(v.Context(), v.Case.Ref)
	if err != nil {
		return feedback.Note{}, err
	}
	request, _, err := casework.ParseRequest(original)
	if err != nil {
		return feedback.Note{}, err
	}
	return feedback.Build(v.Case, decided.Decision, request, evidence.ReviewOf(request, v.Case.Evidence), said...)
}
