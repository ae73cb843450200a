package portal

import (
	"errors"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/disclosure"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// recordsPage is the start of whoever answers for the record.
type recordsPage struct {
	Find     look.Field
	Answers  look.Table
	Verified *verified
}

// verified is what a verification of the register found.
type verified struct {
	Sound    bool
	Heading  string
	Counts   look.SummaryList
	Faults   []string
	Disposed look.Table
}

func (p *Portal) recordsHome(v *Visit) error { return p.showRecords(v, nil) }

func (p *Portal) showRecords(v *Visit, found *verified) error {
	list, err := p.register.Disclosures(v.Context(), "")
	if err != nil {
		return err
	}
	page := recordsPage{Verified: found}
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
		return p.showRecords(v, nil)
	case err != nil:
		return err
	}
	return v.Go("/records/cases/" + string(ref))
}

// recordsVerify recomputes every chain of the register and says what was found.
func (p *Portal) recordsVerify(v *Visit) error {
	report, err := p.register.Verify(v.Context())
	if err != nil {
		return err
	}
	found := verified{Sound: report.Sound(), Heading: p.say("verify-sound")}
	if !found.Sound {
		found.Heading = p.count("faults", len(report.Faults))
		p.log.Error("the register is not as it was recorded", "id", v.id, "faults", len(report.Faults))
	}
	for _, f := range report.Faults {
		found.Faults = append(found.Faults, f.String())
	}
	tail := 0
	for _, u := range report.Unsealed {
		tail += int(u.Entries)
	}
	for _, row := range []struct {
		key string
		n   int
	}{{"verify-cases", report.Cases}, {"verify-events", report.Events}, {"verify-meetings", report.Meetings}, {"verify-letters", report.Letters}, {"verify-dates", report.Dates}, {"verify-unsealed", tail}} {
		found.Counts.Rows = append(found.Counts.Rows, look.SummaryRow{Key: p.say(row.key), Value: digits(row.n)})
	}
	found.Counts.Rows = append(found.Counts.Rows, look.SummaryRow{Key: p.say("verify-seal"), Value: p.say("verify-seal-is", "n", report.LastSeal.N, "link", report.LastSeal.Link)})
	var rows []look.Row
	for _, d := range report.Disposed {
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: d.Where}, {Text: statute.DayOf(d.At).Long()}, {Text: p.nameOf(v, casework.PersonID(d.By))}, {Text: d.Why}}})
	}
	found.Disposed = look.NewTable(p.say("verify-disposed"), []look.Column{{Title: p.say("verify-what")}, {Title: p.say("verify-when")}, {Title: p.say("verify-who")}, {Title: p.say("verify-why"), Wide: true}}, rows)
	found.Disposed.Empty = look.Empty{Title: p.say("verify-disposed-none")}
	return p.showRecords(v, &found)
}
