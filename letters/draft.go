package letters

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

// draft is a letter being written. Its methods add one thing each, and note what is missing instead of stopping, so
// that an officer sees every gap at once.
type draft struct {
	facts    Facts
	wording  wordings
	to       casework.Addressee
	voice    voice
	words    map[string]string // what the places in the wording stand for
	letter   Letter
	gaps     []Gap
	unsigned []string // wording used that the council has not signed off
}

func newDraft(key casework.LetterKey, f Facts, w wordings) *draft {
	c := f.Council
	return &draft{
		facts: f, wording: w, voice: toParent, words: map[string]string{},
		letter: Letter{
			Key: key, Ref: f.Case.Ref, Dated: f.On, Print: Standard,
			Head: Letterhead{Council: c.Name, Service: c.Service, Address: senderLines(c), Phone: c.Phone, Email: c.Email, Colour: c.Colour, Logo: logoOf(c)},
		},
	}
}

// logoOf is the council’s mark, if it has one.
func logoOf(c council.Council) *Logo {
	if c.Logo == nil {
		return nil
	}
	l := &Logo{Alt: c.Logo.Alt, Width: float64(c.Logo.Width), Height: float64(c.Logo.Height)}
	for _, s := range c.Logo.Shapes {
		l.Shapes = append(l.Shapes, Shape(s))
	}
	return l
}

// senderLines is the council’s address without what the letter head already says.
func senderLines(c council.Council) []string {
	var lines []string
	for _, line := range append(slices.Clone(c.Address), c.Postcode) {
		if line != "" && line != c.Name && line != c.Service {
			lines = append(lines, line)
		}
	}
	return lines
}

func (d *draft) gap(e Element, what, source, mend string) {
	d.gaps = append(d.gaps, Gap{Element: e, What: what, Source: source, Mend: mend})
}

func (d *draft) warn(what, mend string) {
	d.letter.Warnings = append(d.letter.Warnings, Warning{What: what, Mend: mend})
}

func (d *draft) add(b Block) { d.letter.Blocks = append(d.letter.Blocks, b) }

// worded is a paragraph of the wording, filled.
func (d *draft) worded(id string) (Mark, Prose, bool) {
	p, text, ok := d.wording.find(id, d.voice, d.facts.On)
	if !ok {
		d.gap(ApprovedWording, "the wording has no paragraph "+id+" for this reader on this day", "", "Add it to the wording.")
		return Mark{}, nil, false
	}
	filled, missing := prose(text, d.words)
	if missing != "" {
		d.gap(firstOf(p.Holds), "the paragraph "+id+" has nothing to put for "+missing, p.Source, "Record it in the case or in the council’s settings.")
		return Mark{}, nil, false
	}
	d.uses(casework.Edition{ID: id, From: p.From, Read: p.digest})
	return Mark{Wording: id, Source: p.Source, Holds: p.Holds}, filled, true
}

func firstOf(holds []Element) Element {
	if len(holds) == 0 {
		return ApprovedWording
	}
	return holds[0]
}

func (d *draft) heading(level int, id string) {
	if m, p, ok := d.worded(id); ok {
		d.add(Heading{Mark: m, Level: level, Text: p.String()})
	}
}

func (d *draft) say(ids ...string) {
	for _, id := range ids {
		if m, p, ok := d.worded(id); ok {
			d.add(Paragraph{Mark: m, Text: p})
		}
	}
}

// lead says a paragraph that introduces what comes next.
func (d *draft) lead(id string) {
	if m, p, ok := d.worded(id); ok {
		d.add(Paragraph{Mark: m, Text: p, Leads: true})
	}
}

// quote adds the case’s own words, paragraph by paragraph.
func (d *draft) quote(m Mark, text string) {
	for _, part := range paragraphs(text) {
		d.add(Paragraph{Mark: m, Text: plain(part)})
	}
}

func (d *draft) list(ids ...string) {
	var l List
	for _, id := range ids {
		if m, p, ok := d.worded(id); ok {
			l.Items = append(l.Items, Item{Mark: m, Text: p})
		}
	}
	d.add(l)
}

// step is one line of a table of dates.
func (d *draft) step(when, id string) Step {
	m, p, _ := d.worded(id)
	return Step{Mark: m, When: when, What: p}
}

// stepBy is a line of a table of dates for a day that must be there.
func (d *draft) stepBy(day statute.Day, id string) Step {
	if day.IsZero() {
		d.gap(ApprovedWording, "the paragraph "+id+" has no day", "", "Compute the case’s dates again from its receipt.")
	}
	return d.step("By "+date(day), id)
}

// contact adds somebody to turn to. It reports whether the council names anybody of the kind who can be reached.
func (d *draft) contact(kind council.ContactKind, holds ...Element) bool {
	k, found := d.facts.Council.Contact(kind, d.facts.On)
	if !found || !reachable(k) {
		return false
	}
	if d.facts.Council.Stale(k, d.facts.On) {
		d.warn("nobody has confirmed the contact "+k.Name+" for more than 12 months", k.Owner+" confirms it or records the new one.")
	}
	d.add(Contact{Mark: Mark{Holds: holds}, Name: k.Name, Ways: waysTo(k)})
	return true
}

func reachable(k council.Contact) bool {
	return strings.TrimSpace(k.Name) != "" && (k.Phone != "" || k.Email != "" || k.Web != "" || len(k.Address) > 0)
}

func waysTo(k council.Contact) []Fact {
	var address []string
	for _, line := range k.Address {
		if line != k.Name {
			address = append(address, line)
		}
	}
	return given(Fact{"Telephone", k.Phone}, Fact{"Email", k.Email}, Fact{"Website", k.Web}, Fact{"Address", strings.Join(address, ", ")})
}

// given leaves out the facts that have no value.
func given(facts ...Fact) []Fact {
	return slices.DeleteFunc(facts, func(f Fact) bool { return strings.TrimSpace(f.Value) == "" })
}

// paragraphs splits what somebody wrote at its line ends.
func paragraphs(text string) []string {
	var parts []string
	for _, part := range strings.Split(text, "\n") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// date writes a day as 2 October 2026.
func date(day statute.Day) string {
	_, rest, _ := strings.Cut(day.Long(), " ")
	return together(rest)
}

// long writes a day as Monday 23 November 2026.
func long(day statute.Day) string {
	weekday, rest, _ := strings.Cut(day.Long(), " ")
	return weekday + " " + together(rest)
}

// together keeps the number of the day with its month at the end of a line.
func together(dayMonthYear string) string {
	return strings.Replace(dayMonthYear, " ", string(nbsp), 1)
}
