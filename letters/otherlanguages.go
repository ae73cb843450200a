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

// rightsInsert is a page of its own on the rights in the reader’s language, at the end of a letter with a right of appeal,
// with the same in English under it. The English words of the letter are the notice; these help to read it.
func (d *draft) rightsInsert() {
	if d.letter.Key.Kind != casework.NotAssessLetter {
		return
	}
	l, known := d.facts.Council.Language(d.to.Language)
	if !known || len(l.Rights) == 0 || !l.CheckedOn(d.facts.On) && !d.facts.Council.Invented {
		return
	}
	d.words["insert_language"] = l.Name
	if m, p, ok := d.worded("languages.rights.heading"); ok {
		d.add(Heading{Mark: m, Level: 2, Text: p.String(), Over: true})
	}
	mark := Mark{Source: "the council’s settings: languages"}
	if name := (Run{Text: l.OwnName, Bold: true, Lang: l.Code}); !blank(name.Text) {
		d.add(Paragraph{Mark: mark, Text: append(Prose{name}, d.unchecked(l)...), Leads: true})
	}
	for _, words := range l.Rights {
		d.add(Paragraph{Mark: mark, Text: Prose{{Text: words, Lang: l.Code}}})
	}
	english := insertInEnglish()
	if len(l.Rights) != len(english) { // the council’s own words, of which there is no English here
		d.say("languages.rights.english")
		return
	}
	d.heading(3, "languages.rights.same")
	d.list(english...)
}

// insertInEnglish names the sentences that the page on the rights says in other languages, in their order. The last says that
// the English letter decides.
func insertInEnglish() []string {
	return []string{"languages.insert.appeal", "languages.insert.mediation", "languages.insert.limits", "languages.insert.advice", "languages.insert.interpreter", "languages.insert.page"}
}
