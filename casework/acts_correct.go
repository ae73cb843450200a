package casework

import (
	"fmt"

	"sendpanel/statute"
)

// MendLetter puts a letter right: a new version takes its place and says what changed, it is sent again, or it is
// withdrawn and the reader told so. One that has not left is taken out of the post and nobody is told.
type MendLetter struct {
	Letter LetterKey `json:"letter"`
	How    Mending   `json:"how"`
	Why    string    `json:"why"` // for the reader: printed as it is
}

// Kind is ActMend.
func (MendLetter) Kind() ActKind { return ActMend }

func (a MendLetter) check(c Case, by Actor, on statute.Day, g *gaps) {
	l, found := c.letter(a.Letter)
	switch {
	case !found:
		g.addf("letter", "List the case’s letters and copy the key again.", "%s is not a letter of this case.", a.Letter)
	case l.State == LetterStuck:
		g.add("letter", "The letter was never printed.", "Finish its task, and it is.")
	case l.State != LetterIssued && l.State != LetterPosted:
		g.addf("letter", "Put its newest version right.", "The letter does not count any more: it is %s.", l.State)
	}
	if a.How != MendCorrected && a.How != MendAgain && a.How != MendWithdrawn {
		g.addf("how", "Write corrected, again or withdrawn.", "%q is not a way of putting a letter right.", a.How)
	}
	if blank(a.Why) {
		g.add("why", "is missing.", "Say to the reader, in a sentence or two, what has changed, or why the letter comes again or does not count.")
	}
	if len(*g) > 0 {
		return
	}
	if _, reached := c.Recipient(a.Letter.To); !reached {
		g.add("letter", "The letter went to somebody to whom nothing is sent any more.", "Record who is to be written to instead.")
		return
	}
	a.checkStillTrue(c, by, on, g)
}

// checkStillTrue refuses to withdraw what the law makes the council send, and to repeat what is overtaken.
func (a MendLetter) checkStillTrue(c Case, by Actor, on statute.Day, g *gaps) {
	if a.How == MendWithdrawn && mustBeSent(a.Letter.Kind) {
		g.add("how", "The letter is owed by law, so it cannot be withdrawn without another in its place.", "Have it corrected. Where the decision itself is to change, record that the refusal is undone.")
		return
	}
	after, err := c.afterMending(a, by, on)
	if err != nil {
		g.addf("letter", "Look at the case’s timeline.", "The letter cannot be put right: %v.", err)
		return
	}
	l, _ := c.letter(a.Letter)
	anew := a.Letter
	switch {
	case a.How == MendWithdrawn && l.State == LetterIssued:
		return
	case a.How == MendWithdrawn:
		anew = LetterKey{Kind: retractionOf(c, a.Letter.To), To: a.Letter.To, For: c.Seq + 1, Version: 1}
	default:
		anew.Version++
	}
	if !after.Owes(anew) {
		g.add("letter", "The letter is overtaken, and would not be sent again.", "Withdraw it instead, or leave it: what has happened since has been told in other letters.")
	}
}

func (c Case) afterMending(a MendLetter, by Actor, on statute.Day) (Case, error) {
	bodies, err := a.follows(c, by, on)
	if err != nil {
		return c, err
	}
	return c.Apply(c.Record(bodies, by, on.At(12, 0))...)
}

// mustBeSent reports whether the law, or the end of the case, wants a letter sent.
func mustBeSent(kind LetterKind) bool {
	switch kind {
	case AssessLetter, NotAssessLetter, OverturnLetter, WithdrawalLetter:
		return true
	}
	return false
}

// retractionOf is the letter that tells a reader that another does not count.
func retractionOf(c Case, to AddresseeID) LetterKind {
	switch who, _ := c.Recipient(to); who.Standing {
	case Setting:
		return SchoolRetractionLetter
	case Agency:
		return AgencyRetractionLetter
	}
	return RetractionLetter
}

// follows puts right what left, and what had been copied from it; what has not left is voided. The task of a letter that
// came back is done with it.
func (a MendLetter) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	l, found := c.letter(a.Letter)
	if !found {
		return nil, fmt.Errorf("%s is not a letter of %s", a.Letter, c.Ref)
	}
	var bodies []Body
	switch {
	case l.State == LetterIssued && a.How != MendWithdrawn:
		bodies = []Body{Voided{Letter: a.Letter, Why: a.Why}}
	default:
		bodies = []Body{LetterMended{Letter: a.Letter, How: a.How, Why: a.Why, Dated: l.Dated, Posted: l.Posted}}
	}
	if a.How == MendCorrected && l.State == LetterPosted {
		bodies = append(bodies, c.copiesOf(a)...)
	}
	return append(bodies, c.tasksOfMended(a)...), nil
}

// copiesOf puts right what supporters were sent of a letter.
func (c Case) copiesOf(a MendLetter) []Body {
	copyOf := map[LetterKind]LetterKind{AssessLetter: AssessCopy, NotAssessLetter: NotAssessCopy}[a.Letter.Kind]
	var bodies []Body
	for _, l := range c.Letters {
		if copyOf == "" || l.Key.Kind != copyOf || l.Key.For != a.Letter.For {
			continue
		}
		switch l.State {
		case LetterPosted:
			bodies = append(bodies, LetterMended{Letter: l.Key, How: a.How, Why: a.Why, Dated: l.Dated, Posted: l.Posted})
		case LetterIssued:
			bodies = append(bodies, Voided{Letter: l.Key, Why: "The letter that it copies is put right."})
		}
	}
	return bodies
}
