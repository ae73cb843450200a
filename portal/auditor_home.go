package portal

import (
	"errors"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/disclosure"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// recordsPage is the start of whoever answers for the record.
type recordsPage struct {
	Find    look.Field
	Answers look.Table
	Last    *look.Link // the newest verification
}

func (p *Portal) recordsHome(v *Visit) error { return p.showRecords(v) }

func (p *Portal) showRecords(v *Visit) error {
	list, err := p.register.Disclosures(v.Context(), "")
	if err != nil {
		return err
	}
	page := recordsPage{}
	if page.Last, err = p.lastVerified(v); err != nil {
		return err
	}
	if page.Answers, err = p.answersTable(v, list); err != nil {
		return err
	}
	page.Find = look.NewForm(shown(v.Form), faults(v.Form)).Text("ref", p.say("reference")).Sized("medium").Hinted(p.say("records-find-hint"))
	return v.Show(v.asGood(), "records-home", page)
}

// answersTable lists answers to subject access requests. It names nobody: who asked stands on the answer's own page.
func (p *Portal) answersTable(v *Visit, list []records.Disclosure) (look.Table, error) {
	var rows []look.Row
	for _, d := range list {
		tag := look.Tag{Text: p.say("answer-draft"), Tone: look.Soon}
		draft, err := disclosure.Read(d.Body)
		switch {
		case err != nil:
			return look.Table{}, err
		case draft.Sent != nil:
			tag = look.Tag{Text: p.say("answer-sent-tag"), Tone: look.Done}
		case !stands(draft) && v.Today.After(draft.Clock.Due(d.AskedOn)):
			tag = look.Tag{Text: p.say("answer-late"), Tone: look.Late}
		case d.Bundle != "":
			tag = look.Tag{Text: p.say("answer-confirmed"), Tone: look.Info}
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Link: &look.Link{Text: p.say("answer-of", "ref", d.Ref), Href: answerPath(d)}}, {Text: d.AskedOn.Long(), Note: p.say("answer-within", "day", p.dueOf(d, draft))},
			{Text: p.begunBy(v, d)}, {Tag: &tag}}})
	}
	t := look.NewTable(p.say("answers"), []look.Column{{Title: p.say("answers-case")}, {Title: p.say("answers-asked")}, {Title: p.say("answers-by")}, {Title: p.say("answers-state")}}, rows)
	t.HideTitle = true
	t.Empty = look.Empty{Title: p.say("answers-none"), Text: p.say("answers-none-text")}
	return t, nil
}

// begunBy is who began an answer: somebody of the council, or whoever asked for it in the portal.
func (p *Portal) begunBy(v *Visit, d records.Disclosure) string {
	if _, known := v.Council.Person(d.BegunBy, v.Today); !known && strings.HasPrefix(string(d.BegunBy), "family-") {
		return p.say("answers-by-family")
	}
	return p.nameOf(v, d.BegunBy)
}

func answerPath(d records.Disclosure) string {
	return "/records/cases/" + string(d.Ref) + "/answers/" + d.ID
}

// recordsFind leads to the trail of a case.
func (p *Portal) recordsFind(v *Visit) error {
	ref, err := casework.ParseRef(v.Form.Line("ref"))
	if err == nil {
		_, err = p.desk.Case(v.Context(), ref)
	}
	switch {
	case errors.Is(err, records.ErrNoCase), ref == "":
		v.Form.Wrong("ref", p.say("records-find-missing"))
		return p.showRecords(v)
	case err != nil:
		return err
	}
	return v.Go("/records/cases/" + string(ref))
}
