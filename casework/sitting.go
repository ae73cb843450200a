package casework

import (
	"fmt"
	"strings"

	"sendpanel/statute"
)

// TaskNoMeeting is the manager's task for a case that no meeting can take in time. It is done once the case is listed.
const TaskNoMeeting TaskID = "no-meeting"

// Unlisted: the case is on no agenda any more, because its meeting was cancelled, moved or did not take it up. It is to
// be listed again; the clock goes on.
type Unlisted struct {
	Panel   string      `json:"panel"`
	On      statute.Day `json:"on"` // the day of the meeting it was listed for
	Meeting MeetingRef  `json:"meeting,omitempty"`
	Why     string      `json:"why,omitempty"`
}

// PanelMet: a meeting opened with the case on its agenda, or who counts there on the case has changed. Without a quorum
// what is said there is no recommendation.
type PanelMet struct {
	Panel   string      `json:"panel"`
	On      statute.Day `json:"on"`
	Meeting MeetingRef  `json:"meeting"`
	Quorate bool        `json:"quorate"`
	Missing []string    `json:"missing,omitempty"` // what the quorum lacks, each as a sentence would have it
}

// Kind is KindUnlisted.
func (Unlisted) Kind() Kind { return KindUnlisted }

// Kind is KindPanelMet.
func (PanelMet) Kind() Kind { return KindPanelMet }

func (b Unlisted) words() string {
	s := fmt.Sprintf("Taken off the agenda of %s%s, to be listed again. The six weeks go on", b.On.Short(), ofMeeting(b.Meeting))
	if b.Why != "" {
		s += ": " + b.Why
	}
	return s
}

func (b PanelMet) words() string {
	if b.Quorate {
		return fmt.Sprintf("The panel met with a quorum%s; its members’ views are open to it", ofMeeting(b.Meeting))
	}
	return fmt.Sprintf("The panel met without a quorum%s (%s). What was said there is no recommendation", ofMeeting(b.Meeting), strings.Join(b.Missing, "; "))
}

func ofMeeting(ref MeetingRef) string {
	if ref == "" {
		return ""
	}
	return " (" + string(ref) + ")"
}

// panelHasMet reports whether the meeting for which the case is listed has opened. Where the register holds no such
// meeting its day stands for its opening.
func (c Case) panelHasMet(on statute.Day) bool {
	if c.Sitting != nil {
		return true
	}
	return c.Listed != nil && c.Listed.Meeting == "" && !on.Before(c.Listed.On)
}

// checkMet refuses a recommendation before the meeting, and one of a meeting that has no quorum on the case.
func (c Case) checkMet(on statute.Day, g *gaps) {
	switch {
	case c.Listed == nil:
	case c.Sitting != nil && !c.Sitting.Quorate:
		g.addf("present", "Wait for whoever is missing, or defer the case to a meeting before the last day for sending. The six weeks go on.",
			"make no quorum on this case, so there is no recommendation: %s.", strings.Join(c.Sitting.Missing, "; "))
	case c.panelHasMet(on):
	case on.Before(c.Listed.On):
		g.addf("panel", "Wait for the meeting, or list the case for an earlier one.", "has not met: the case is listed for %s.", c.Listed.On.Long())
	default:
		g.addf("panel", "Have the clerk or the chair open the meeting first.", "has not met: meeting %s has not been opened.", c.Listed.Meeting)
	}
}
