package portal

import (
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
	start := familyStart{Steps: s.steps(), Late: s.late(), Why: s.why(), Over: s.over(), Letters: look.SummaryList{Tight: true}}
	start.Heading, start.Lede = s.say()
	start.Do = s.task(letters)
	for _, l := range letters {
		if len(start.Letters.Rows) == 3 {
			break
		}
		start.Letters.Rows = append(start.Letters.Rows, v.letterRow(l))
	}
	return v.showFamily("family-home", start)
}

// task finds the one thing that is worth doing now.
func (s story) task(letters []familyLetter) *familyTask {
	at := s.page.Path
	for _, l := range letters {
		if !l.Read {
			return s.todo("letter", look.Button{Text: s.p("family-do-letter-button"), Href: l.Href}, "title", l.Title)
		}
	}
	switch {
	case s.over():
		return nil
	case s.refused():
		return s.todo("rights", look.Button{Text: s.p("family-do-rights-button"), Href: at + "/rights"})
	case s.page.Before && !s.heard():
		return s.todo("views", look.Button{Text: s.p("family-do-views-button"), Href: at + "/views"})
	case s.page.Before:
		return s.todo("add", look.Button{Text: s.p("family-do-add-button"), Href: at + "/add"})
	}
	return nil
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
