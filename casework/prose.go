package casework

import (
	"fmt"

	"sendpanel/casework/reasons"
	"sendpanel/statute"
)

// ProseFinding is a weak reason found in what a decision says, and where.
type ProseFinding struct {
	Path string `json:"path"` // in the decision's JSON
	reasons.Finding
}

// Review is a second officer's look at weak reasons, before the last day for sending.
type Review struct {
	By  PersonID `json:"by"`
	Why string   `json:"why"` // why the reasons stand as they are
}

// Prose reads the reasons of a refusal and lists what is weak in them. An agreement is never read: no check stops one.
func (c Case) Prose(d Decision) []ProseFinding {
	if d.Outcome != NotAssess {
		return nil
	}
	if c.reading == nil {
		return c.weak(d)
	}
	if !c.reading.done {
		*c.reading = reading{done: true, found: c.weak(d)}
	}
	return c.reading.found
}

// reading keeps what was found weak in a decision while the one command that brings it is checked and recorded.
type reading struct {
	done  bool
	found []ProseFinding
}

func (c Case) weak(d Decision) []ProseFinding {
	var found []ProseFinding
	for i, f := range d.Findings {
		if f.Answer != NotMet {
			continue
		}
		for _, weak := range reasons.Check(f.Reason, reasons.Options{Limb: reasons.Limb(f.Limb), Evidence: c.titles(f)}) {
			found = append(found, ProseFinding{Path: fmt.Sprintf("findings[%d].reason", i), Finding: weak})
		}
	}
	return found
}

// titles are those of the evidence that a finding names.
func (c Case) titles(f Finding) []string {
	var titles []string
	for _, id := range f.ReliedOn {
		if e, ok := c.Exhibit(id); ok {
			titles = append(titles, e.Title)
		}
	}
	for _, s := range f.NotReliedOn {
		if e, ok := c.Exhibit(s.Evidence); ok {
			titles = append(titles, e.Title)
		}
	}
	return titles
}

// checkProse asks for a second officer where a reason is weak enough to be unlawful (severity B) and there is still time.
// On the last day for sending, and after it, the decision-maker may go on alone: no check makes the council late.
func (a Decide) checkProse(c Case, by Actor, on statute.Day, g *gaps) {
	last := !on.Before(c.Opened.Decide.SendBy)
	reviewed := a.Reviewed != nil && a.Reviewed.By != "" && a.Reviewed.By != by.Person && !blank(a.Reviewed.Why)
	overridden := last && !blank(a.Override)
	if reviewed || overridden {
		return
	}
	for _, f := range c.Prose(a.Decision) {
		if f.Severity != reasons.Block {
			continue
		}
		how := f.Suggest + " Or have a second officer look first, and record it (reviewed)."
		if last {
			how = f.Suggest + " Or say why you go on all the same (override); a second officer then looks at it within two working days."
		}
		g.addf(f.Path, how, "“%s”: %s (check %s)", f.Quote, f.Explain, f.ID)
	}
}

// ReviewOverride is the task of the second officer after an override.
const ReviewOverride TaskID = "review-override"

// reviewTask is the second officer's task after an override.
func (a Decide) reviewTask() []Body {
	if blank(a.Override) {
		return nil
	}
	return []Body{TaskRaised{Task: ReviewOverride, For: ServiceManager, What: "A refusal went out on its last day over a check of its reasons. A second officer looks at it within two working days."}}
}
