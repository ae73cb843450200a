package casework

import (
	"fmt"

	"sendpanel/statute"
)

// TaskWithoutPanel is the report to the manager of a refusal that no panel has looked at.
const TaskWithoutPanel TaskID = "without-panel"

// checkPanel compares the decision with the panel's advice. A refusal without a panel stands only when none can meet
// before the last day for sending, and a second officer has reviewed it. An agreement never waits for a panel.
func (a Decide) checkPanel(c Case, by Actor, on statute.Day, g *gaps) {
	switch {
	case c.Recommended != nil && c.Recommended.Outcome != a.Outcome && blank(a.Departure):
		g.add("departure", "is missing.", "The panel recommended otherwise. Say why the council does not follow it.")
	case c.Recommended != nil:
	case a.WithoutPanel == nil:
		g.add("without_panel", "is missing.", "No panel has recommended. Say why none can meet before the notice must be sent, and which second officer reviewed the refusal.")
	default:
		a.checkWithoutPanel(c, by, on, g)
	}
}

func (a Decide) checkWithoutPanel(c Case, by Actor, on statute.Day, g *gaps) {
	w := a.WithoutPanel
	if blank(w.Why) || w.ReviewedBy == "" || w.ReviewedBy == by.Person {
		g.add("without_panel", "needs why, and reviewed_by a second officer.", "Fill in both.")
	}
	if day, can := c.panelCanMeet(*w, on); can {
		g.addf("without_panel", "Have the panel look at it there. An agreement to assess needs no panel and can be made today.",
			"cannot be used: a panel can meet on %s, and the last day for sending is %s.", day.Long(), c.Opened.Decide.SendBy.Long())
	}
}

// panelCanMeet is the day on which a panel can still look at the case in time: that of the meeting for which it is listed,
// or one that the register knows of. Before the council has determined that a plan may be necessary no panel takes a case
// (s.36(3)). On the last day for sending and after it none can meet in time, so that the rule makes no decision late. A
// meeting that opened without a quorum on the case counts no more; another may.
func (c Case) panelCanMeet(w WithoutPanel, on statute.Day) (statute.Day, bool) {
	sendBy := c.Opened.Decide.SendBy
	inTime := func(day statute.Day) bool { return !day.IsZero() && !day.Before(on) && day.Before(sendBy) }
	switch {
	case c.Stage != StageConsidering || !on.Before(sendBy):
		return statute.Day{}, false
	case c.Sitting != nil && c.Sitting.Quorate && inTime(c.Sitting.On):
		return c.Sitting.On, true
	case c.Sitting == nil && c.Listed != nil && inTime(c.Listed.On):
		return c.Listed.On, true
	}
	return w.CanMeet, inTime(w.CanMeet)
}

// panelReport tells the manager of a refusal that no panel has looked at.
func (a Decide) panelReport(c Case) []Body {
	if a.Outcome != NotAssess || c.Recommended != nil || a.WithoutPanel == nil {
		return nil
	}
	return []Body{TaskRaised{Task: TaskWithoutPanel, For: ServiceManager, What: fmt.Sprintf(
		"A refusal was decided without a panel, reviewed by %s. Look at why none could meet: %s", a.WithoutPanel.ReviewedBy, a.WithoutPanel.Why)}}
}
