package letters

import (
	"sendpanel/casework"
	"sendpanel/casework/evidence"
)

// papers tells the family, before the panel looks at the request, what the council has, what it asked for and what has not
// come, as far as the reader may be told of it (s.36(7)).
func (d *draft) papers() {
	list, err := evidence.PapersFor(d.facts.Case, d.to.ID)
	if err != nil {
		d.gap(Addressee, err.Error(), "CFA 2014 s.36(7)", "Address it to somebody in the family.")
		return
	}
	d.open("papers.title", "What we have, asked for and did not receive")
	d.say("papers.intro")
	d.about(d.meeting()...)
	d.heading(2, "papers.have.heading")
	d.haves(list.Have)
	d.heading(2, "papers.asked.heading")
	d.asked(list.Asked, "papers.asked.none")
	d.heading(2, "papers.missing.heading")
	d.asked(list.NotReceived, "papers.missing.none")
	d.heading(2, "papers.add.heading")
	d.say("papers.add", "papers.others")
	d.talk()
	d.advice()
	d.say("close.call")
	d.sign()
	d.otherWays()
}

// meeting is the day on which the panel looks at the request.
func (d *draft) meeting() []Fact {
	facts := []Fact{{"Our answer by", long(d.facts.Case.Opened.Decide.Due)}}
	if l, ok := d.facts.Owing.Body.(casework.Listed); ok {
		facts = append([]Fact{{"The panel looks at it on", long(l.On)}}, facts...)
	}
	return facts
}

func (d *draft) haves(held []evidence.Held) {
	var rows []Exhibit
	for _, h := range held {
		e, _ := d.facts.Case.Exhibit(h.ID)
		row := exhibit(d.unnamed(e), "")
		if !h.CanSee {
			row.Note = "Please ask us whether you may see it."
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		d.say("papers.have.none")
		return
	}
	d.lead("papers.have")
	d.add(EvidenceList{Mark: Mark{Source: "CFA 2014 s.36(7)", Holds: []Element{PapersHeld}}, Rows: rows})
}

func (d *draft) asked(asked []evidence.Asked, none string) {
	if len(asked) == 0 {
		d.say(none)
		return
	}
	var l List
	for _, a := range asked {
		text := sentence(a.Of) + ": " + a.For
		if !a.On.IsZero() {
			text += ", asked for on " + date(a.On)
		}
		if a.Received {
			text += ". It has come."
		} else {
			text += ". It has not come yet."
		}
		l.Items = append(l.Items, Item{Mark: Mark{Source: "CFA 2014 s.36(4), s.36(7)"}, Text: plain(text)})
	}
	d.add(l)
}
