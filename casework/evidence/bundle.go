package evidence

import (
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// bundle is all that a review looks through.
type bundle struct {
	request casework.Request
	docs    []document
	replies []SchoolReply
	giver   string // of the request's own text, as the case's index names givers
}

// document is an entry of the index, with what its sender said that it shows.
type document struct {
	casework.Evidence
	says string
}

// gather brings the index and the request's own list of documents together, each document once.
func gather(r casework.Request, index []casework.Evidence, replies []SchoolReply) bundle {
	p := bundle{request: r, replies: replies, giver: giverOf(r)}
	for _, e := range index {
		p.docs = append(p.docs, document{Evidence: e})
	}
	for i, sent := range r.Evidence {
		at := p.find(sent)
		if at < 0 {
			at = len(p.docs)
			p.docs = append(p.docs, document{Evidence: p.entry(sent, i, len(index) == 0)})
		}
		p.docs[at].says = strings.TrimSpace(p.docs[at].says + " " + sent.Says.Line())
	}
	for _, reply := range replies {
		for _, sent := range reply.Documents {
			if at := p.find(sent); at >= 0 {
				p.docs[at].says = strings.TrimSpace(p.docs[at].says + " " + sent.Says.Line())
			}
		}
	}
	return p
}

// find looks for a document that was sent among those that are known.
func (p bundle) find(sent casework.Evidenced) int {
	for i, d := range p.docs {
		if d.Title == sent.Title.Line() && d.Class == sent.Class.Line() && d.Author == sent.Author.Line() {
			return i
		}
	}
	return -1
}

// entry is a document that the index does not have yet. Before a case is opened it has the number that it will get.
func (p bundle) entry(sent casework.Evidenced, i int, unopened bool) casework.Evidence {
	from := p.giver
	if !sent.GivenBy.Empty() {
		from = sent.GivenBy.Word()
	}
	e := indexed(sent, from)
	if unopened {
		e.ID = casework.DocumentID(fmt.Sprintf("E%d", i+1))
	}
	return e
}

// indexed is a sent document as an entry of the index, without its number.
func indexed(sent casework.Evidenced, from string) casework.Evidence {
	e := casework.Evidence{Title: sent.Title.Line(), Class: sent.Class.Line(), Author: sent.Author.Line(), Role: sent.Role.Line(), From: from}
	if day, err := statute.ParseDay(sent.Date.Line()); err == nil {
		e.Date = day
	}
	return e
}

// giverOf says whose words the request's own text is.
func giverOf(r casework.Request) string {
	if fromSetting(r) {
		return string(casework.TheSchool)
	}
	switch asker := r.Requester.Type.Line(); asker {
	case "parent", "young_person":
		return string(casework.TheFamily)
	case "":
		return "somebody else"
	default:
		return asker
	}
}

// in is a place in the request's own text.
func (p bundle) in(part Part, format string, args ...any) Place {
	return Place{Part: part, Words: fmt.Sprintf(format, args...), From: p.giver}
}

func (d document) place() Place {
	return Place{Document: d.ID, Part: InDocument, Words: d.Title, From: d.From}
}

// ofClass lists the documents of a class that also hold to the condition, if there is one.
func (p bundle) ofClass(class string, holds ...func(document) bool) []Place {
	var found []Place
	for _, d := range p.docs {
		ok := d.Class == class
		for _, h := range holds {
			ok = ok && h(d)
		}
		if ok {
			found = append(found, d.place())
		}
	}
	return found
}

// told lists the replies in which the part that is asked for was filled in.
func (p bundle) told(words string, part func(SchoolReply) casework.Text) []Place {
	var found []Place
	for _, r := range p.replies {
		if !part(r).Empty() {
			found = append(found, Place{Part: InReply, Words: "the school’s reply: " + words, From: string(casework.TheSchool)})
		}
	}
	return found
}

// long writes a day as 3 November 2025, or as it was typed where it is no day.
func long(t casework.Text) string {
	day, err := statute.ParseDay(t.Line())
	if err != nil {
		return t.Line()
	}
	return longDay(day)
}

func longDay(d statute.Day) string {
	year, month, day := d.Date()
	return fmt.Sprintf("%d %s %d", day, month, year)
}
