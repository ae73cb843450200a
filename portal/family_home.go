package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// familyStart is the first page of a family: the sentence that matters, one thing to do, then step by step.
type familyStart struct {
	Heading string
	Lede    []string // ** makes strong
	Late    *look.Notice
	Do      *familyTask
	Steps   look.Steps
	Why     look.Details
	Letters look.SummaryList
	Over    bool // nothing more happens here
	Again   bool // and the family can ask again
}

// familyTask is the one thing to do.
type familyTask struct {
	Title, Text string
	Button      look.Button
}

// familyHome shows the person addressed where their request is.
func (p *Portal) familyHome(v *Visit) error {
	if err := v.Read("family page"); err != nil {
		return err
	}
	letters, err := v.familyLetters()
	if err != nil {
		return err
	}
	s := story{v: v, c: v.Case, page: v.family(nil)}
	start := familyStart{Steps: s.steps(), Late: s.late(), Why: s.why(), Over: s.over(), Again: s.again(), Letters: look.SummaryList{Tight: true}}
	start.Heading, start.Lede = s.say()
	if s.page.Closed && s.c.Ending() != casework.EndedDeath {
		start.Lede = append(start.Lede, s.p("family-closed-lede"))
	}
	start.Do = s.task(letters)
	for _, l := range letters {
		if len(start.Letters.Rows) == 3 {
			break
		}
		start.Letters.Rows = append(start.Letters.Rows, v.letterRow(l))
	}
	return v.showFamily("family-home", start)
}

// task finds the one thing that is worth doing now: a decision that has not been read goes before every other letter. Of
// somebody who has lost a child nothing is asked.
func (s story) task(letters []familyLetter) *familyTask {
	at := s.page.Path
	switch l := unread(letters); {
	case s.c.Ending() == casework.EndedDeath:
		return nil
	case l != nil:
		return s.todo("letter", look.Button{Text: s.p("family-do-letter-button"), Href: l.Href}, "title", l.Title)
	case s.over(), s.appealOver():
		return nil
	case s.draft() != nil:
		return s.todo("draft", look.Button{Text: s.p("family-do-draft-button"), Href: at + "/views"})
	case s.outcome() != nil:
		return s.todo("rights", look.Button{Text: s.p("family-do-rights-button"), Href: at + "/rights"})
	case s.refused():
		return s.todo("rights", look.Button{Text: s.p("family-do-rights-button"), Href: at + "/rights"})
	case s.page.Before && !s.heard():
		return s.todo("views", look.Button{Text: s.p("family-do-views-button"), Href: at + "/views"})
	case s.page.Before:
		return s.todo("add", look.Button{Text: s.p("family-do-add-button"), Href: at + "/add"})
	}
	return nil
}

// again reports whether the family can ask this council for an assessment once more: not where the child died or lives
// elsewhere.
func (s story) again() bool {
	return s.appealOver() || s.c.Ending() == casework.EndedWithdrawn
}

// decisions are the letters that tell a family what was decided.
func decisions() []casework.LetterKind {
	return []casework.LetterKind{casework.AssessLetter, casework.NotAssessLetter, casework.OverturnLetter}
}

// unread is the letter to read first: the newest decision that has not been read, else the newest letter.
func unread(letters []familyLetter) *familyLetter {
	var first *familyLetter
	for i, l := range letters {
		switch {
		case l.Read || l.Gone() != "" || l.ReplacedBy != nil:
		case slices.Contains(decisions(), l.Key.Kind):
			return &letters[i]
		case first == nil:
			first = &letters[i]
		}
	}
	return first
}

func (s story) todo(which string, b look.Button, pairs ...any) *familyTask {
	return &familyTask{Title: s.p("family-do-"+which+"-title", pairs...), Text: s.p("family-do-" + which + "-text"), Button: b}
}

// heard reports whether this person’s views have come: by the record of views where nobody else is written to, or by a
// read of nothing else.
func (s story) heard() bool {
	if !s.v.alone() {
		return false
	}
	for _, said := range s.c.Consulted {
		if said.Received && (said.Whom == string(casework.TheFamily) || s.page.Self && said.Whom == string(casework.TheChild)) {
			return true
		}
	}
	return false
}
