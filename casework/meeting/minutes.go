package meeting

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"sendpanel/casework"
)

// Attendance is one invited person's part in a meeting.
type Attendance struct {
	Member    casework.PersonID `json:"member"`
	Name      string            `json:"name"`
	Post      string            `json:"post,omitempty"`
	For       casework.PersonID `json:"for"` // whose seat it is
	Apologies bool              `json:"apologies,omitempty"`
	Spans     []Presence        `json:"spans,omitempty"` // when they were there, and from which cases they withdrew
}

// Attendance lists everybody invited, in the order of their seats.
func (m Meeting) Attendance() []Attendance {
	list := make([]Attendance, len(m.Seats))
	for i, s := range m.Seats {
		list[i] = Attendance{Member: s.Member, Name: s.Name, Post: s.Post, For: s.For, Apologies: slices.Contains(m.Excused, s.Member)}
		for _, p := range m.Presence {
			if p.Member == s.Member {
				list[i].Spans = append(list[i].Spans, p)
			}
		}
	}
	return list
}

// Business is one case on a meeting's agenda, and what became of it there. It names the case by its reference alone.
type Business struct {
	Standing
	Urgent  bool    `json:"urgent,omitempty"`
	Outcome Outcome `json:"outcome,omitempty"`
	Until   string  `json:"until,omitempty"` // the day to which it was put off or moved
}

// Business lists the agenda in its order. A case that the meeting has not taken up has no standing but its reference.
func (m Meeting) Business(a Agenda) []Business {
	var list []Business
	for _, item := range a.Items {
		b := Business{Standing: Standing{Case: item.Case.Ref}, Urgent: len(item.Case.Urgent) > 0, Outcome: item.Outcome}
		if i := slices.IndexFunc(m.Items, func(s Standing) bool { return s.Case == item.Case.Ref }); i >= 0 {
			b.Standing = m.Items[i]
		}
		if i := slices.IndexFunc(m.Results, func(r Result) bool { return r.Case == item.Case.Ref }); i >= 0 {
			b.Standing, b.Outcome = m.Results[i].Standing, m.Results[i].Outcome
		}
		if !item.Until.IsZero() {
			b.Until = item.Until.String()
		}
		list = append(list, b)
	}
	return list
}

// PrintMinutes writes the agenda of a meeting that is to come, or the minutes of one that was held, in plain text. Cases are
// named by their references, so that it can be filed.
func PrintMinutes(w io.Writer, events []Event, a Agenda) error {
	m, err := Fold(events)
	if err != nil {
		return err
	}
	p := &printer{m: m}
	title := "Agenda of the " + m.Name
	if m.Stage == StageOpen || m.Stage == StageClosed {
		title = "Minutes of the " + m.Name
	}
	p.line("%s", title)
	p.line("%s", strings.TrimSpace(fmt.Sprintf("%s, %s %s", m.Ref, m.On.Long(), m.From)))
	p.line("")
	if m.Stage == StageCancelled {
		p.line("The meeting was cancelled.")
		p.line("")
	}
	p.people()
	p.quorum()
	p.business(a)
	for _, e := range events {
		if b, ok := e.Body.(Closed); ok {
			p.minutes(b.Minutes)
		}
	}
	_, err = io.WriteString(w, p.b.String())
	return err
}

type printer struct {
	m Meeting
	b strings.Builder
}

func (p *printer) line(format string, args ...any) { fmt.Fprintf(&p.b, format+"\n", args...) }

// name is a person's name where they are invited, and else their ID.
func (p *printer) name(who casework.PersonID) string {
	if s, invited := p.m.Seat(who); invited {
		return s.Name
	}
	return string(who)
}

func (p *printer) names(people []casework.PersonID) string {
	words := make([]string, len(people))
	for i, who := range people {
		words[i] = p.name(who)
	}
	return strings.Join(words, ", ")
}

func (p *printer) people() {
	p.line("Invited")
	for _, a := range p.m.Attendance() {
		var words []string
		for _, s := range a.Spans {
			span := "there from " + s.From
			if s.Until != "" {
				span += " to " + s.Until
			}
			if len(s.Withdrew) > 0 {
				span += fmt.Sprintf(", withdrew from %s", join(s.Withdrew))
			}
			words = append(words, span)
		}
		if a.Apologies {
			words = append(words, "apologies")
		}
		who := a.Name
		if a.Post != "" {
			who += ", " + a.Post
		}
		if len(words) > 0 {
			who += ": " + strings.Join(words, "; ")
		}
		p.line("- %s", who)
	}
	p.line("")
}

func (p *printer) quorum() {
	switch {
	case p.m.Stage != StageOpen && p.m.Stage != StageClosed:
		p.line("Quorum: %d", p.m.Quorum)
	case p.m.Quorate:
		p.line("The meeting opened with a quorum.")
	default:
		p.line("The meeting opened without a quorum. It could talk, and not recommend.")
	}
	p.line("")
}

func (p *printer) business(a Agenda) {
	p.line("Cases")
	list := p.m.Business(a)
	if len(list) == 0 {
		p.line("None.")
	}
	for _, b := range list {
		s := string(b.Case)
		if b.Urgent {
			s += " (urgent)"
		}
		if b.Outcome != Pending {
			s += ": " + string(b.Outcome)
		}
		if b.Until != "" {
			s += " to " + b.Until
		}
		if len(b.Missing) > 0 {
			s += "; not quorate: " + strings.Join(b.Missing, "; ")
		}
		p.line("- %s", s)
		if len(b.Present) > 0 {
			p.line("  Counted: %s", p.names(b.Present))
		}
		if len(b.Withdrew) > 0 {
			p.line("  Withdrew: %s", p.names(b.Withdrew))
		}
	}
	p.line("")
}

func (p *printer) minutes(m Minutes) {
	if len(m.Notes) > 0 {
		p.line("Notes")
		for _, n := range m.Notes {
			text := strings.ReplaceAll(n.Text, "\n", "\n  ")
			if n.Case != "" {
				text = string(n.Case) + ": " + text
			}
			p.line("- %s", text)
		}
		p.line("")
	}
	if len(m.Actions) > 0 {
		p.line("Actions")
		for _, a := range m.Actions {
			by := ""
			if !a.By.IsZero() {
				by = ", by " + a.By.Long()
			}
			p.line("- %s: %s%s", p.name(a.Who), a.What, by)
		}
		p.line("")
	}
}

func join(refs []casework.Ref) string {
	words := make([]string, len(refs))
	for i, r := range refs {
		words[i] = string(r)
	}
	return strings.Join(words, ", ")
}
