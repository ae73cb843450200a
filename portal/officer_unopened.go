package portal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"sendpanel/portal/look"
	"sendpanel/records"
)

// unopenedPage lists what arrived and could not be opened as a case.
type unopenedPage struct {
	Sentence string
	Table    look.Table
}

func (p *Portal) unopenedList(v *Visit) error {
	v.Crumbs = []look.Link{{Text: p.say("requests"), Href: "/cases"}}
	list, err := p.register.Unopened(v.Context())
	if err != nil {
		return err
	}
	page := unopenedPage{Sentence: p.count("unopened", len(list))}
	var rows []look.Row
	for _, u := range list {
		days := max(0, v.Today.Sub(dayOfTime(u.At)))
		tag := look.Tag{Text: p.count("waited", days), Tone: look.Soon}
		rows = append(rows, look.Row{Cells: []look.Cell{{Link: &look.Link{Text: p.say("unopened-number", "n", u.ID), Href: fmt.Sprintf("/unopened/%d", u.ID)}}, {Text: dayOfTime(u.At).Long()}, {Text: u.Why}, {Tag: &tag}}})
	}
	page.Table = look.NewTable(p.say("unopened-heading"), []look.Column{{Title: p.say("unopened-what")}, {Title: p.say("unopened-arrived")}, {Title: p.say("unopened-why")}, {Title: p.say("standing")}}, rows)
	page.Table.HideTitle = true
	page.Table.Empty = look.Empty{Title: p.say("unopened-none-title"), Text: p.say("unopened-none-text")}
	return v.Page("officer-unopened", page)
}

// unopenedOne is one thing that could not be opened, with what it says.
type unopenedOne struct {
	ID     int64
	When   string
	Why    string
	Text   string
	How    look.Textarea
	Enter  look.Button
	Action string
}

// waitingUnder finds what waits under the number in the address.
func (p *Portal) waitingUnder(v *Visit) (records.Unopened, error) {
	id, err := strconv.ParseInt(v.Path("task"), 10, 64)
	if err != nil {
		return records.Unopened{}, ErrNotFound
	}
	list, err := p.register.Unopened(v.Context())
	if err != nil {
		return records.Unopened{}, err
	}
	i := slices.IndexFunc(list, func(u records.Unopened) bool { return u.ID == id })
	if i < 0 {
		return records.Unopened{}, ErrNotFound
	}
	return list[i], nil
}

func (p *Portal) unopenedForm(v *Visit) error {
	u, err := p.waitingUnder(v)
	if err != nil {
		return err
	}
	return v.Page("officer-unopened-one", p.unopenedOne(v, u))
}

func (p *Portal) unopenedOne(v *Visit, u records.Unopened) unopenedOne {
	v.Crumbs = []look.Link{{Text: p.say("requests"), Href: "/cases"}, {Text: p.say("unopened-heading"), Href: "/unopened"}}
	f := look.NewForm(shown(v.Form), faults(v.Form))
	at := fmt.Sprintf("/unopened/%d", u.ID)
	return unopenedOne{ID: u.ID, When: dayOfTime(u.At).Long(), Why: u.Why, Text: readable(u.Original), How: f.Textarea("how", p.say("settle-how")).Hinted(p.say("settle-how-hint")),
		Enter: look.Button{Text: p.say("unopened-enter"), Href: fmt.Sprintf("/requests/paper?from=%d", u.ID)}, Action: at}
}

// settleUnopened records how somebody dealt with it, where it is no request.
func (p *Portal) settleUnopened(v *Visit) error {
	u, err := p.waitingUnder(v)
	if err != nil {
		return err
	}
	how := v.Form.Required("how", p.say("settle-how-missing"))
	if !v.Form.OK() {
		return v.Again("officer-unopened-one", p.unopenedOne(v, u))
	}
	err = p.register.SettleUnopened(v.Context(), u.ID, how, string(v.Who.Actor.Person))
	if err != nil && !errors.Is(err, records.ErrNotWaiting) {
		return err
	}
	v.Tell(p.say("unopened-settled"))
	return v.Go("/unopened")
}

// readable is something that arrived, as far as it can be shown as text.
func readable(original []byte) string {
	if json.Valid(original) {
		var b bytes.Buffer
		if json.Indent(&b, original, "", "  ") == nil {
			return b.String()
		}
	}
	if utf8.Valid(original) {
		return string(original)
	}
	return fmt.Sprintf("%q", original[:min(len(original), 4000)])
}
