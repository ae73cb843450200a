package letters

import (
	"fmt"
	"strings"

	"sendpanel/casework"
)

// Element is a part that a lawful notice must hold, by the name it has in the list of [refusalNeeds].
type Element string

// The elements of a notice that refuses an assessment. L1 and L9 are facts about the letter; the others are words in it.
const (
	Addressee       Element = "L1"   // s.36(5); Sch 3
	PlainDecision   Element = "L2"   // s.36(5)(b)
	Reasons         Element = "L3"   // s.36(5)(a)
	AppealRight     Element = "L4"   // reg 5(3)(a); s.51(2)(a)
	AppealTime      Element = "L5"   // reg 5(3)(b); HESC Rules r.20
	MediationRight  Element = "L6.1" // reg 32(a)
	Certificate     Element = "L6.2" // reg 32(b)
	AdviserDetails  Element = "L6.3" // reg 32(c)
	MediationTime   Element = "L6.4" // reg 32(d); reg 33
	TellingCouncil  Element = "L6.5" // reg 32(e)
	CouncilContact  Element = "L6.6" // reg 32(f)
	Disagreement    Element = "L7"   // reg 5(3)(d)(i)
	AdviceService   Element = "L8"   // reg 5(3)(d)(ii)
	DateOfSending   Element = "L9"   // HESC Rules r.20
	ApprovedWording Element = "sign-off"
	ApprovedRule    Element = "sign-off of a rule"
	Typeface        Element = "typeface"
	Safety          Element = "safety" // safe contact: what one household may not learn of the other
	Decision        Element = "decision"
)

// Gap is one thing without which a letter must not go.
type Gap struct {
	Element Element
	What    string // what is missing
	Source  string // the law that asks for it
	Mend    string // what to do
}

func (g Gap) String() string {
	s := string(g.Element) + ": " + g.What
	if g.Source != "" {
		s += " (" + g.Source + ")"
	}
	return s + ". " + g.Mend
}

// Withheld is the error of a letter that must not go as it is. It names every gap at once, and nobody’s name.
type Withheld struct {
	Letter casework.LetterKey
	Gaps   []Gap
}

func (w *Withheld) Error() string {
	lines := make([]string, len(w.Gaps))
	for i, g := range w.Gaps {
		lines[i] = g.String()
	}
	return fmt.Sprintf("the letter %s is withheld: %s", w.Letter, strings.Join(lines, " "))
}

// need is an element with how it is named to the officer who must mend it.
type need struct {
	element            Element
	what, source, mend string
}

// refusalNeeds are the parts that the law makes a notice of refusal hold. A notice that lacks one can still be appealed,
// and is a ground for a late appeal to be let in; so it does not go out.
func refusalNeeds() []need {
	const wording = "Restore the paragraph in the wording."
	return []need{
		{PlainDecision, "the decision in plain words is missing", "CFA 2014 s.36(5)(b)", wording},
		{Reasons, "the reasons for the decision are missing", "CFA 2014 s.36(5)(a)", "Record the reason on the limb that is not met."},
		{AppealRight, "the right of appeal to the Tribunal is missing", "SEND Regs 2014 reg 5(3)(a); CFA 2014 s.51(2)(a)", wording},
		{AppealTime, "the time limit for an appeal is missing", "SEND Regs 2014 reg 5(3)(b); HESC Rules r.20", wording},
		{MediationRight, "the right to mediation is missing", "SEND Regs 2014 reg 32(a)", wording},
		{Certificate, "the need for a mediation certificate is missing", "SEND Regs 2014 reg 32(b)", wording},
		{AdviserDetails, "the contact details of the mediation adviser are missing", "SEND Regs 2014 reg 32(c)", "Record the mediation adviser in the council’s contacts."},
		{MediationTime, "the time for asking for mediation is missing", "SEND Regs 2014 reg 32(d); reg 33", wording},
		{TellingCouncil, "what the family tells the council about mediation is missing", "SEND Regs 2014 reg 32(e)", wording},
		{CouncilContact, "whom to contact at the council about mediation is missing", "SEND Regs 2014 reg 32(f)", "Record the mediation officer in the council’s contacts."},
		{Disagreement, "disagreement resolution services are missing", "SEND Regs 2014 reg 5(3)(d)(i)", "Record the disagreement resolution service in the council’s contacts."},
		{AdviceService, "the information and advice service is missing", "SEND Regs 2014 reg 5(3)(d)(ii)", "Record the information and advice service in the council’s contacts."},
	}
}

// unheld lists the needs that no block of the letter meets.
func unheld(blocks []Block, needs []need) []Gap {
	held := map[Element]bool{}
	for _, b := range blocks {
		for _, m := range marksIn(b) {
			for _, e := range m.Holds {
				held[e] = true
			}
		}
	}
	var gaps []Gap
	for _, n := range needs {
		if !held[n.element] {
			gaps = append(gaps, Gap{Element: n.element, What: n.what, Source: n.source, Mend: n.mend})
		}
	}
	return gaps
}

// marksIn is the marks of a block and of the entries in it. A block that says nothing holds nothing.
func marksIn(b Block) []Mark {
	marks := []Mark{b.mark()}
	switch b := b.(type) {
	case List:
		for _, i := range b.Items {
			marks = append(marks, i.Mark)
		}
	case Steps:
		for _, s := range b.Rows {
			marks = append(marks, s.Mark)
		}
	}
	return marks
}
