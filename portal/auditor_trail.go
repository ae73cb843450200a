package portal

import (
	"slices"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// trailPage is who read, changed and sent what of one case.
type trailPage struct {
	Changes, Sent, Reads, Answers look.Table
	Begin                         *look.Button
}

// trail shows the record of one case. It tells who did what and when in the words of the timeline, and nothing that was said at length.
func (p *Portal) trail(v *Visit) error {
	if err := v.Read("trail"); err != nil {
		return err
	}
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	reads, err := p.register.Reads(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	list, err := p.register.Disclosures(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page := trailPage{Sent: p.sent(v), Reads: p.reads(v, reads)}
	if page.Changes, err = p.changes(v, events); err != nil {
		return err
	}
	if page.Answers, err = p.answersTable(v, list); err != nil {
		return err
	}
	if v.Who.Actor.Has(recordsManager()) {
		page.Begin = &look.Button{Text: p.say("answer-begin"), Href: "/records/cases/" + string(v.Case.Ref) + "/answers", Kind: "quiet"}
	}
	v.Crumbs = []look.Link{{Text: p.say("nav-records"), Href: "/records"}}
	return v.Page("records-trail", page)
}

// moment is a time as it was in London.
func moment(at time.Time) string {
	return statute.DayOf(at).Short() + ", " + hour(at)
}

func (p *Portal) changes(v *Visit, events []casework.Event) (look.Table, error) {
	told, err := tellingOf(events)
	if err != nil {
		return look.Table{}, err
	}
	var rows []look.Row
	for i, e := range slices.Backward(events) {
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: digits(e.Seq)}, {Text: moment(e.RecordedAt), Note: p.fellOn(e)}, {Text: p.doer(e), Note: e.By.Account}, {Text: p.doneWords(told, i)}}})
	}
	t := look.NewTable(p.say("trail-changes"), []look.Column{{Title: p.say("trail-number")}, {Title: p.say("verify-when")}, {Title: p.say("verify-who")}, {Title: p.say("verify-what"), Wide: true}}, rows)
	t.HideTitle = true
	return t, nil
}

// kindWords is a kind of event as a person reads it: “Letter posted”.
func kindWords(k casework.Kind) string {
	text := strings.ReplaceAll(string(k), "_", " ")
	return strings.ToUpper(text[:1]) + text[1:]
}

// fellOn says on which day something happened, where it was recorded on another.
func (p *Portal) fellOn(e casework.Event) string {
	if e.FellOn == statute.DayOf(e.RecordedAt) {
		return ""
	}
	return p.say("trail-fell-on", "day", e.FellOn.Short())
}

func (p *Portal) sent(v *Visit) look.Table {
	var rows []look.Row
	for _, l := range slices.Backward(v.Case.Letters) {
		tag := p.letterState(l)
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: p.letterName(l.Key.Kind), Note: p.versionWords(l.Key.Version)}, {Text: p.recipient(v, l.Key.To), Note: p.channelWords(l.By)}, {Text: dayOrDash(l.Dated)}, {Tag: &tag, Note: l.SHA256}}})
	}
	t := look.NewTable(p.say("trail-sent"), []look.Column{{Title: p.say("letter")}, {Title: p.say("letter-to")}, {Title: p.say("letter-dated")}, {Title: p.say("letter-state")}}, rows)
	t.HideTitle, t.Empty = true, look.Empty{Title: p.say("letters-none")}
	return t
}

func (p *Portal) reads(v *Visit, reads []records.Read) look.Table {
	var rows []look.Row
	for _, r := range slices.Backward(reads) {
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: moment(r.At)}, {Text: p.readerName(v, r.By), Note: r.Account}, {Text: v.named(r.What)}}})
	}
	t := look.NewTable(p.say("trail-reads"), []look.Column{{Title: p.say("verify-when")}, {Title: p.say("verify-who")}, {Title: p.say("verify-what")}}, rows)
	t.HideTitle = true
	return t
}

// readerName is the name of somebody who read, of the council or of the family.
func (p *Portal) readerName(v *Visit, by string) string {
	if a, known := v.Case.Addressee(casework.AddresseeID(by)); known {
		return a.Name
	}
	return p.nameOf(v, casework.PersonID(by))
}
