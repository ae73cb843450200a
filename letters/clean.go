package letters

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"sendpanel/letters/script"
)

// clean makes a text safe to draw: whole UTF-8, letters composed, one line. A character that no face has is replaced
// and reported, never dropped in silence. Characters that nobody sees go.
func clean(s string, has func(rune) bool) (string, []rune) {
	if clear, numbers := alreadyClean(s, has); clear {
		if numbers {
			s = unbroken(s)
		}
		return s, nil
	}
	var lost []rune
	shapes := script.Needs(s)
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case r == nbsp:
			return r
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || invisible(r):
			return -1
		case joiner(r) && shapes:
			return r
		case r == '\uFFFD' || r > 0xFFFF || !has(r):
			lost = append(lost, r)
			return '?'
		}
		return r
	}, s)
	return unbroken(s), lost
}

// alreadyClean reports whether a text holds only composed Latin letters and common marks that a face has, as nearly
// all do, and whether there are numbers among them.
func alreadyClean(s string, has func(rune) bool) (clear, numbers bool) {
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			numbers = true
		case r >= ' ' && r <= '~' || r == nbsp:
		case r > nbsp && r < 0x250 && r != '\u00AD', r >= '–' && r <= '”', r == '…', r == '•', r == '€':
			if !has(r) {
				return false, false
			}
		default:
			return false, false
		}
	}
	return true, numbers
}

// nbsp joins two words that must not be parted at the end of a line.
const nbsp = '\u00A0'

// invisible reports characters that direct or join text and are never drawn in Latin script. A variation selector or a
// joiner belongs to a picture or to another script and is not among them: it is reported with what it stands in.
func invisible(r rune) bool {
	return r == '\u00AD' || r == '\u200B' || r == '\u200E' || r == '\u200F' || r == '\u2060' || r == '\uFEFF' ||
		r >= '\u202A' && r <= '\u202E' || r >= '\u2066' && r <= '\u2069'
}

// joiner reports the zero-width characters by which words of some scripts say how their letters join.
func joiner(r rune) bool { return r == '\u200C' || r == '\u200D' }

// cleanIn is words that are clean for a way of printing.
type cleanIn struct {
	words string
	print Print
}

// cleanWords keeps the standing words that were found clean, which are looked at for every letter.
var cleanWords remembered[cleanIn, bool]

// tidy cleans every text of the letter and says for each lost character what it is and where it stands.
func (l *Letter) tidy(has func(rune) bool) []Gap {
	var gaps []Gap
	l.eachText(func(place string, s *string, standing bool) {
		if standing && cleanWords.holds(cleanIn{*s, l.Print}) {
			return
		}
		cleaned, lost := clean(*s, has)
		if standing && len(lost) == 0 {
			cleanWords.get(cleanIn{cleaned, l.Print}, func() bool { return true })
		}
		*s = cleaned
		slices.Sort(lost)
		for _, r := range slices.Compact(lost) {
			gaps = append(gaps, lostIn(place, r))
		}
	})
	return slices.CompactFunc(gaps, func(a, b Gap) bool { return a.What == b.What })
}

func lostIn(place string, r rune) Gap {
	if r == '\uFFFD' {
		return Gap{Element: Typeface, What: place + " has bytes that are no character (U+FFFD)", Mend: "Type the text again from its source."}
	}
	return Gap{Element: Typeface, What: fmt.Sprintf("%s has the character %q (%U), which the letter’s typeface does not have", place, r, r),
		Mend: "Ask the person how their name or words are written in Latin letters, or write the letter by hand."}
}

// eachText visits every text of the letter that is drawn, and says whether it is one that stands in many letters. What it changes is the letter’s own copy.
func (l *Letter) eachText(visit func(place string, s *string, standing bool)) {
	l.To, l.Head.Address, l.Blocks = slices.Clone(l.To), slices.Clone(l.Head.Address), slices.Clone(l.Blocks)
	for i := range l.To {
		visit("the address", &l.To[i], false)
	}
	visit("the title", &l.Title, false)
	visit("the sample mark", &l.Sample, false)
	visit("the letter head", &l.Head.Council, false)
	visit("the letter head", &l.Head.Service, false)
	for i := range l.Head.Address {
		visit("the letter head", &l.Head.Address[i], false)
	}
	visit("the letter head", &l.Head.Phone, false)
	visit("the letter head", &l.Head.Email, false)
	for i := range l.Blocks {
		l.Blocks[i] = visitBlock(l.Blocks[i], visit)
	}
}

// visitBlock visits the texts of a copy of the block, and returns the copy.
func visitBlock(b Block, visit func(string, *string, bool)) Block {
	switch b := b.(type) {
	case Heading:
		visit("a heading", &b.Text, false)
		return b
	case Paragraph:
		b.Text = visitProse("a paragraph", b.Text, visit)
		return b
	case List:
		b.Items = slices.Clone(b.Items)
		for i := range b.Items {
			b.Items[i].Text = visitProse("a list", b.Items[i].Text, visit)
		}
		return b
	case FactTable:
		b.Rows = visitFacts("the table of facts", b.Rows, visit)
		return b
	case EvidenceList:
		b.Rows = slices.Clone(b.Rows)
		for i := range b.Rows {
			r := &b.Rows[i]
			for _, s := range []*string{&r.Number, &r.Title, &r.Author, &r.Date, &r.Note} {
				visit("the evidence", s, false)
			}
		}
		return b
	case Steps:
		b.Rows = slices.Clone(b.Rows)
		for i := range b.Rows {
			visit("the table of dates", &b.Rows[i].When, false)
			b.Rows[i].What = visitProse("the table of dates", b.Rows[i].What, visit)
		}
		return b
	case Answer:
		b.Ask = visitProse("the reply form", b.Ask, visit)
		return b
	case Contact:
		visit("a contact", &b.Name, false)
		b.Ways = visitFacts("a contact", b.Ways, visit)
		return b
	case Signature:
		visit("the signature", &b.Close, false)
		visit("the signature", &b.Name, false)
		b.Lines = slices.Clone(b.Lines)
		for i := range b.Lines {
			visit("the signature", &b.Lines[i], false)
		}
		return b
	}
	return b
}

func visitProse(place string, p Prose, visit func(string, *string, bool)) Prose {
	p = slices.Clone(p)
	for i := range p {
		visit(place, &p[i].Text, p[i].Lang != "")
	}
	return p
}

func visitFacts(place string, facts []Fact, visit func(string, *string, bool)) []Fact {
	facts = slices.Clone(facts)
	for i := range facts {
		visit(place, &facts[i].Label, false)
		visit(place, &facts[i].Value, false)
	}
	return facts
}
