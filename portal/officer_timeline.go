package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// caseTimelinePage is everything that has happened.
type caseTimelinePage struct {
	Head     caseHead
	Timeline look.Timeline
}

func (p *Portal) officerTimeline(v *Visit) error {
	if err := v.Read("timeline"); err != nil {
		return err
	}
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page := caseTimelinePage{Head: p.head(v, "timeline")}
	if page.Timeline, err = p.timeline(v, events, len(events)); err != nil {
		return err
	}
	return v.Page("officer-timeline", page)
}

// timeline tells the newest events first, at most so many.
func (p *Portal) timeline(v *Visit, events []casework.Event, most int) (look.Timeline, error) {
	lines, err := casework.Timeline(events)
	if err != nil {
		return look.Timeline{}, err
	}
	var t look.Timeline
	for i, line := range slices.Backward(lines) {
		if len(t.Events) == most {
			break
		}
		e := events[i]
		if _, is := e.Body.(casework.Viewed); is && !v.reads(e.Seq) {
			line.What = p.say("view-recorded", "name", e.By.Name)
		}
		at := look.Event{Text: v.named(line.What), When: line.On.Long(), Datetime: line.On.String(), Tone: toneOf(e.Body)}
		if e.By.Person != casework.Engine().Person {
			at.Who = e.By.Name
		}
		if line.Cite != "" {
			at.Who = dotted(at.Who, line.Cite)
		}
		at.More = p.saidAtLength(v, e.Body)
		t.Events = append(t.Events, at)
	}
	return t, nil
}

// reads reports whether the member's view that the event holds is one that the person may read.
func (v *Visit) reads(seq int) bool {
	return slices.ContainsFunc(v.Case.ViewsFor(v.Who.Actor, v.Today), func(view casework.MemberView) bool { return view.Seq == seq })
}

// named puts the names of people in place of the IDs by which the record knows them.
func (v *Visit) named(text string) string { return namedOf(v.Case.Family, text) }

// dotted puts a dot between two texts where there are two.
func dotted(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// toneOf marks the turning points of a case.
func toneOf(b casework.Body) string {
	switch b.(type) {
	case casework.NoticeGiven, casework.Decided, casework.Recommended, casework.Determined:
		return look.Done
	case casework.Breached, casework.SendByPassed, casework.LimitPassed:
		return look.Late
	case casework.Warned, casework.Deferred, casework.ExceptionClaimed:
		return look.Soon
	}
	return look.Plain
}

// saidAtLength is what an event holds besides its line: views, what was said on the telephone, the reasons of a panel.
func (p *Portal) saidAtLength(v *Visit, b casework.Body) string {
	switch b := b.(type) {
	case casework.Consulted:
		return b.Views
	case casework.Called:
		return b.Said
	case casework.Recommended:
		if b.Dissent != "" {
			return b.Reasons + "\n\n" + p.say("dissent", "text", b.Dissent)
		}
		return b.Reasons
	case casework.Deferred:
		return b.Why
	case casework.SchoolReplied:
		return b.Summary
	case casework.EvidenceReleased:
		return b.Why
	case casework.MarkedUrgent:
		return b.Facts
	case casework.DisputeRecorded:
		return b.Why
	case casework.Decided:
		return decisionAtLength(b)
	case casework.ExceptionClaimed:
		return b.Tested.Claim.ImpracticalBecause
	}
	return ""
}

func decisionAtLength(b casework.Decided) string {
	text := ""
	for _, f := range b.Findings {
		if f.Reason != "" {
			text += f.Limb.Words() + ":\n" + f.Reason + "\n\n"
		}
	}
	if b.Departure != "" {
		text += b.Departure
	}
	return text
}
