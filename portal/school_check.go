package portal

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/draft"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// checkPage is every answer of a draft before it is sent.
type checkPage struct {
	Draft    openDraft
	Mends    []mendRow
	Sections []checkSection
	Empty    []look.Link // the sections in which nothing stands
	Due      statute.Day // if it is sent today
	Cannot   []look.Link // what must be said before it can be sent at all
	Send     look.Button
}

type mendRow struct {
	Ask, Text string
	Link      look.Link
}

type checkSection struct {
	Title  string
	Change look.Link
	List   look.SummaryList
}

// draftCheck shows every answer, and what could be mended first.
func (p *Portal) draftCheck(v *Visit) error {
	d, err := p.draftOf(v)
	if err != nil {
		return err
	}
	if d.SentAs != "" {
		return v.draftGone(d)
	}
	return p.showCheck(v, d)
}

func (p *Portal) showCheck(v *Visit, d openDraft) error {
	made, err := p.asks.Request(d.Body, p.clock())
	if err != nil {
		return err
	}
	due, err := dueIfSent(v.Today)
	if err != nil {
		return err
	}
	page := checkPage{Draft: d, Due: due, Send: look.Button{Text: p.say("send-request")}}
	for _, m := range p.asks.Mends(made) {
		href := d.Path(m.Section.ID)
		if m.Field != "" {
			href += "#" + look.ID(m.Field)
		}
		page.Mends = append(page.Mends, mendRow{Ask: m.Ask, Text: m.What + " " + m.How, Link: look.Link{Text: p.say("mend-go"), Hidden: m.Ask, Href: href}})
	}
	if errors.Is(made.Err, casework.ErrNoChild) {
		page.Cannot = append(page.Cannot, look.Link{Text: p.say("send-no-child"), Href: d.Path("child")})
	}
	if errors.Is(made.Err, casework.ErrNoReceiptFacts) {
		page.Cannot = append(page.Cannot, look.Link{Text: p.say("send-no-asker"), Href: d.Path("school")})
	}
	for _, s := range p.asks.Sections {
		answers := p.answers(d, s)
		if len(answers) == 0 {
			page.Empty = append(page.Empty, look.Link{Text: s.Title, Href: d.Path(s.ID)})
		}
		page.Sections = append(page.Sections, answers...)
	}
	v.Back = v.backTo(d)
	return v.Show(v.asGood(), "school-check", page)
}

// dueIfSent is the last day for the decision on a request that arrives on the day.
func dueIfSent(on statute.Day) (statute.Day, error) {
	law, err := statute.InForce(on)
	if err != nil {
		return statute.Day{}, fmt.Errorf("find the law in force: %w", err)
	}
	duty, err := law.Duty(casework.RuleDecide)
	if err != nil {
		return statute.Day{}, err
	}
	dates, err := duty.From(on, statute.By(statute.FirstClass))
	return dates.Due, err
}

// answers are the answers of a section; each cycle and each document is one of its own.
func (p *Portal) answers(d openDraft, s draft.Section) []checkSection {
	switch s.ID {
	case "cycles":
		return p.entries(d, "cycle", "cycles", p.say("cycle"))
	case "documents":
		return p.entries(d, "document", "evidence", p.say("document"))
	}
	change := look.Link{Text: p.say("change"), Hidden: strings.ToLower(s.Title[:1]) + s.Title[1:], Href: d.Path(s.ID)}
	list := look.SummaryList{Rows: p.rows(d.Body, s)}
	if len(list.Rows) == 0 {
		return nil
	}
	return []checkSection{{Title: s.Title, Change: change, List: list}}
}

func (p *Portal) entries(d openDraft, kind, list, one string) []checkSection {
	var all []checkSection
	for i := range d.Body.Count(list) {
		id := fmt.Sprintf("%s-%d", kind, i)
		section, _ := p.asks.Section(id)
		name := one + " " + strconv.Itoa(i+1)
		all = append(all, checkSection{Title: name, List: look.SummaryList{Rows: p.rows(d.Body, section)},
			Change: look.Link{Text: p.say("change"), Hidden: strings.ToLower(name[:1]) + name[1:], Href: d.Path(id)}})
	}
	return all
}

// rows are the answers that were given on a page, each under its question.
func (p *Portal) rows(b draft.Body, s draft.Section) []look.SummaryRow {
	var rows []look.SummaryRow
	add := func(label string, q draft.Question, field string) {
		if b.Has(field) {
			rows = append(rows, look.SummaryRow{Key: label, Value: p.answered(b, q, field)})
		}
	}
	for _, part := range s.Parts {
		if part.List == "" {
			for _, q := range part.Questions {
				add(q.Ask, q, s.At+q.Path)
			}
			continue
		}
		list := s.At + part.List
		for i := range b.Count(list) {
			for _, q := range append(append([]draft.Question{}, part.Questions...), part.Rest...) {
				add(fmt.Sprintf("%s %d: %s", part.One, i+1, q.Ask), q, fmt.Sprintf("%s.%d.%s", list, i, q.Path))
			}
		}
	}
	return rows
}

func (p *Portal) answered(b draft.Body, q draft.Question, field string) string {
	if q.Kind == "date" {
		if on, ok := b.Date(field); ok {
			return plainDay(on)
		}
		return strings.Trim(b.Values.Get(field+"-day")+" "+b.Values.Get(field+"-month")+" "+b.Values.Get(field+"-year"), " ")
	}
	text := p.inWords(field, b.Values[field])
	if q.End == "%" {
		return strings.TrimSuffix(text, "%") + "%"
	}
	return text
}

// sendDraft sends the request. What goes is fixed in the draft before it goes: a retried click, or one after a failure,
// sends the same, and the council receives it once.
func (p *Portal) sendDraft(v *Visit) error {
	var cannot error
	d, err := p.change(v, func(b *draft.Body) error {
		at := p.clock()
		made, err := p.asks.Request(*b, at)
		if err != nil {
			return err
		}
		if cannot = made.Err; cannot == nil {
			b.Sent = &draft.Sent{At: at, By: v.Who.Actor.Person, Data: made.Data}
		}
		return nil
	})
	switch {
	case errors.Is(err, errSent) && d.SentAs != "":
		return v.draftGone(d)
	case err != nil && !errors.Is(err, errSent):
		return err
	case cannot != nil:
		v.Form.Wrong("", p.say("send-cannot"))
		return p.showCheck(v, d)
	}
	return p.deliver(v, d)
}

// deliver hands the fixed request over, and the files with it.
func (p *Portal) deliver(v *Visit, d openDraft) error {
	got, err := p.desk.Receive(v.Context(), d.Body.Sent.Data, 0)
	if err != nil {
		return err
	}
	if got.Asleep != nil {
		p.log.Warn("a request was received and nothing carries it yet", "id", v.id, "error", got.Asleep)
	}
	request, _, err := casework.ParseRequest(d.Body.Sent.Data)
	if err != nil {
		return err
	}
	if err := p.fileExhibits(v.Context(), d.files(), got.Case, request.Evidence); err != nil {
		return err
	}
	if err := p.register.DraftSent(v.Context(), d.Setting, d.ID, got.Case.Ref); err != nil {
		return err
	}
	return v.confirmed(d.Setting, got.Case.Ref)
}
