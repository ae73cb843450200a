package letters

import (
	"sendpanel/casework"
	"sendpanel/council"
)

// straps are the lines that offer help, each in its own language: that of the reader first. Words that nobody has checked
// are only in the letters of an invented council, and say so.
func (d *draft) straps() {
	own, _ := d.facts.Council.Language(d.to.Language)
	all := d.facts.Council.Straps(d.facts.On)
	for _, l := range all {
		if l.Code == own.Code {
			d.strap(l)
		}
	}
	for _, l := range all {
		if l.Code != own.Code {
			d.strap(l)
		}
	}
}

func (d *draft) strap(l council.Language) {
	mark := Mark{Source: "the council’s settings: languages"}
	unchecked := d.unchecked(l)
	if unchecked != nil {
		mark.Wording = "languages.unchecked"
	}
	d.add(Paragraph{Mark: mark, Text: append(Prose{{Text: l.Strap, Lang: l.Code}}, unchecked...)})
}

// unchecked marks words that nobody has checked.
func (d *draft) unchecked(l council.Language) Prose {
	if l.CheckedOn(d.facts.On) {
		return nil
	}
	_, mark, ok := d.worded("languages.unchecked")
	if !ok {
		return nil
	}
	return append(Prose{{Text: " "}}, mark...)
}

// rightsInsert is the page on the rights in the reader’s language, at the end of a refusal. The English words before it
// are the notice; these help to read it.
func (d *draft) rightsInsert() {
	if d.letter.Key.Kind != casework.NotAssessLetter {
		return
	}
	l, known := d.facts.Council.Language(d.to.Language)
	if !known || len(l.Rights) == 0 || !l.CheckedOn(d.facts.On) && !d.facts.Council.Invented {
		return
	}
	d.words["insert_language"] = l.Name
	d.heading(2, "languages.rights.heading")
	for i, words := range l.Rights {
		p := Prose{{Text: words, Lang: l.Code}}
		if i == 0 {
			p = append(p, d.unchecked(l)...)
		}
		d.add(Paragraph{Mark: Mark{Source: "the council’s settings: languages"}, Text: p})
	}
	d.say("languages.rights.english")
}
