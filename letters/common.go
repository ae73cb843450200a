package letters

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/council"
)

// begin gathers the words that the wording leaves open, and who writes.
func (d *draft) begin() {
	o, c := d.facts.Case.Opened, d.facts.Council
	d.words = map[string]string{
		"name": d.to.Name, "council": c.Name, "child": o.Child.ShortName(), "child_full": o.Child.FullName(),
		"asker": d.asker(), "received": long(o.Received), "decide_by": long(o.Decide.Due), "sent": long(d.facts.On),
		"school": "a school, nursery or college", "school_start": "The school, nursery or college", "child_or_you": o.Child.ShortName(), "child_or_you_are": o.Child.ShortName() + " is",
		"local_offer": c.LocalOffer, "privacy": c.Privacy, "language": d.to.Language, "duty_phone": d.dutyPhone(),
	}
	if d.voice == toYoungPerson {
		d.words["child_or_you"], d.words["child_or_you_are"] = "you", "you are"
	}
	if school := d.schoolName(); school != "" {
		d.words["school"], d.words["school_start"] = school, school
	} else if o.School != nil && !d.protected() {
		d.words["school"], d.words["school_start"] = "the school", "The school"
	}
	officer := d.officer()
	d.words["officer"], d.words["officer_post"], d.words["officer_phone"] = officer.Name, officer.Post, officer.Phone
	if c.Invented {
		if _, p, ok := d.worded("sample"); ok {
			d.letter.Sample = p.String()
		}
	}
}

// schoolName is the name of the child’s setting, as the council’s settings have it.
func (d *draft) schoolName() string {
	if d.protected() {
		return ""
	}
	if s, ok := d.facts.Council.School(d.facts.Case.Opened.Setting); ok {
		return s.Name
	}
	return ""
}

// request is the one that the letter is about: the one that owes it, or else the first that stands.
func (d *draft) request() casework.Asked {
	c := d.facts.Case
	for _, r := range c.Requests {
		if r.Seq == d.letter.Key.For {
			return r
		}
	}
	for _, r := range c.Requests {
		if !r.Withdrawn {
			return r
		}
	}
	return c.RequestOf(d.letter.Key.For)
}

// asker names who asked: a setting by its name, a person by name and post.
func (d *draft) asker() string {
	return sentence(d.askedIn(d.request().By))
}

// askedIn is asker within a sentence.
func (d *draft) askedIn(by casework.Asker) string {
	if d.protected() && by.Name != d.to.Name {
		return "somebody with the right to ask"
	}
	if s, ok := d.facts.Council.School(by.Setting); ok {
		return s.Name
	}
	switch {
	case by.Name == "":
		return "somebody"
	case by.Role != "":
		return by.Name + " (" + by.Role + ")"
	}
	return by.Name
}

// officer carries the case. Where the officer has left, the letter names the service and its duty line.
func (d *draft) officer() council.Person {
	c := d.facts.Council
	carrier := d.facts.Case.Officer
	if carrier == "" {
		carrier = d.facts.Case.Opened.Officer
	}
	if p, ok := c.Person(carrier, d.facts.On); ok {
		if p.Phone == "" {
			p.Phone = d.dutyPhone()
		}
		return p
	}
	d.warn("the officer who carries the case is not in the council’s settings on this day", "Give the case to somebody; the letter names the duty line meanwhile.")
	return council.Person{Name: "The " + c.Service, Post: c.Name, Phone: d.dutyPhone(), Email: c.Email}
}

func (d *draft) dutyPhone() string {
	if k, ok := d.facts.Council.Contact(council.DutyLine, d.facts.On); ok && k.Phone != "" {
		return k.Phone
	}
	return d.facts.Council.Phone
}

// open writes the title, the greeting and who asked when.
func (d *draft) open(title, name string) {
	d.letter.Title = name + ", " + string(d.letter.Ref)
	d.heading(1, title)
	d.say("greeting", d.askedBy())
}

func (d *draft) askedBy() string {
	o, by := d.facts.Case.Opened, d.request().By
	school := d.voice == toSchool && by.Setting != "" && by.Setting == o.Setting
	switch {
	case o.Basis != "" && o.Basis != "s36_1":
		return "asked.told"
	case school || d.voice != toSchool && by.Setting == "" && by.Name == d.to.Name:
		return "asked.you"
	}
	return "asked.other"
}

// about is the table of what the letter is about. A school reads no more than it needs to know whom it concerns.
func (d *draft) about(more ...Fact) {
	o := d.facts.Case.Opened
	label := "Child"
	switch d.voice {
	case toYoungPerson:
		label = "Your name"
	case toAgency:
		label = "Name"
	}
	rows := []Fact{{label, o.Child.FullName()}}
	if !o.Child.DateOfBirth.IsZero() {
		rows = append(rows, Fact{"Date of birth", date(o.Child.DateOfBirth)})
	}
	if d.voice != toSchool && d.voice != toAgency {
		if school := d.schoolName(); school != "" {
			rows = append(rows, Fact{"School or setting", school})
		}
	}
	d.add(FactTable{Rows: given(append(rows, more...)...)})
}

// talk names the officer whom the reader can call.
func (d *draft) talk() {
	d.heading(2, "talk.heading")
	d.lead("talk.officer")
	o := d.officerOnce()
	d.add(Contact{Name: o.Name, Ways: given(Fact{"Telephone", o.Phone}, Fact{"Email", o.Email})})
}

// officerOnce is the officer without a second warning.
func (d *draft) officerOnce() council.Person {
	before := d.letter.Warnings
	o := d.officer()
	d.letter.Warnings = before
	return o
}

// advice names the information and advice service. Only a refusal is held back where it is missing.
func (d *draft) advice() {
	before := len(d.letter.Blocks)
	d.heading(2, "advice_service.heading")
	d.lead("advice_service")
	if !d.contact(council.AdviceService, AdviceService) {
		d.letter.Blocks = d.letter.Blocks[:before]
		d.warn("no information and advice service (SENDIASS) is among the council’s contacts", "Record it in the council’s contacts.")
	}
}

// otherWays is the line on languages and formats, with what this person has told the council.
func (d *draft) otherWays() {
	d.heading(2, "formats.heading")
	language := strings.TrimSpace(d.to.Language)
	switch {
	case language != "" && !strings.EqualFold(language, "english"):
		d.say("formats.language")
	case d.to.Interpreter:
		d.say("formats.interpreter")
	}
	d.say("formats")
	d.straps()
	if d.facts.Council.LocalOffer != "" {
		d.say("more.local_offer")
	}
	if d.facts.Council.Privacy != "" {
		d.say("more.privacy")
	}
}

// sign closes a letter in the name of the officer who carries the case.
func (d *draft) sign() {
	o := d.officerOnce()
	_, closing, _ := d.worded("close")
	d.add(Signature{Close: closing.String(), Name: o.Name, Lines: []string{o.Post, d.facts.Council.Name}})
}

// signDecision closes a letter in the name of the officer who decided for the council.
func (d *draft) signDecision() {
	by := d.facts.Decision
	d.words["scheme"], d.words["delegation_paragraph"] = by.Delegation.Scheme, by.Delegation.Paragraph
	_, closing, _ := d.worded("close")
	lines := []string{by.Post, d.facts.Council.Name}
	if by.Delegation.Paragraph != "" {
		if _, p, ok := d.worded("close.delegation"); ok {
			lines = append(lines, p.String())
		}
	}
	d.add(Signature{Close: closing.String(), Name: by.DecidedBy, Lines: lines})
}

// exhibit is a document of the case as a letter names it.
func exhibit(e casework.Evidence, note string) Exhibit {
	x := Exhibit{Number: string(e.ID), Title: e.Title, Author: e.Author, Note: note, Date: "not dated"}
	if e.Role != "" {
		x.Author = strings.TrimSpace(x.Author + " (" + e.Role + ")")
	}
	if x.Author == "" {
		x.Author = "not named"
	}
	if !e.Date.IsZero() {
		x.Date = date(e.Date)
	}
	return x
}
