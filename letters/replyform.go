package letters

import (
	"strings"

	"sendpanel/casework"
)

// A letter that asks somebody what they know ends with a form of one page, on a sheet of its own, so that it can be taken
// off and sent back. Nobody has to use it, and the six weeks run whether it comes back or not. It asks a school what
// the page in the portal asks ([sendpanel/casework/evidence.SchoolReply]).

// form is the page on which the reader can answer, with these questions.
func (d *draft) form(questions ...Answer) {
	if m, p, ok := d.worded("reply.heading"); ok {
		d.add(Heading{Mark: m, Level: 2, Text: p.String(), Apart: true})
	}
	d.say("reply.intro")
	o, c := d.facts.Case.Opened, d.facts.Council
	about := o.Child.FullName()
	if !o.Child.DateOfBirth.IsZero() {
		about += ", born " + date(o.Child.DateOfBirth)
	}
	rows := []Fact{{"About", about}, {"Our reference", string(d.letter.Ref)}}
	if day, ok := d.viewsBy(); ok {
		rows = append(rows, Fact{"If you can, by", long(day)})
	}
	d.add(FactTable{Rows: given(append(rows, Fact{"Send it to", strings.Join(append([]string{c.Service, c.Name}, senderLines(c)...), ", ")}, Fact{"Or by email to", c.Email})...)})
	for _, q := range questions {
		if len(q.Ask) > 0 {
			d.add(q)
		}
	}
	d.say("reply.read")
	d.add(d.ask("reply.signed", 1))
}

// ask is a question of the form, with so many lines to write on.
func (d *draft) ask(id string, lines int) Answer {
	m, p, _ := d.worded(id)
	return Answer{Mark: m, Ask: p, Lines: lines}
}

// familyForm asks for the family’s views (s.36(4), s.36(7)).
func (d *draft) familyForm() {
	d.form(d.ask("reply.hard", 3), d.ask("reply.helps", 3), d.ask("reply.well", 2), d.ask("reply.more", 2), d.ask("reply.private", 1))
}

// schoolForm asks a setting that did not ask for the assessment itself.
func (d *draft) schoolForm() {
	d.form(d.ask("reply.knows", 0), d.ask("reply.support", 3), d.ask("reply.tried", 3), d.ask("reply.less", 1), d.ask("reply.attendance", 1), d.ask("reply.worries", 2), d.ask("reply.necessary", 2))
}

// agencyForm asks health or social care.
func (d *draft) agencyForm() {
	d.form(d.ask("reply.knows", 0), d.ask("reply.does", 4), d.ask("reply.needs", 4), d.ask("reply.advises", 4))
}

// askedForm gives room for each thing that the panel asked of the setting.
func (d *draft) askedForm(asked []casework.Ask) {
	const room = 14 // lines on the page, shared out
	var questions []Answer
	for _, a := range asked {
		questions = append(questions, Answer{Mark: Mark{Source: "practice"}, Ask: Prose{{Text: sentence(a.For), Bold: true}, {Text: " (by " + date(a.By) + ")"}}, Lines: max(2, min(6, room/len(asked)))})
	}
	d.form(questions...)
}
