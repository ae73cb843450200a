package lively

import (
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

// TestStage plays the council as it stands on a Sunday, a Tuesday with a meeting and after a holiday: every state is there,
// nothing is invalid, and nothing lies in the future.
func TestStage(t *testing.T) {
	for _, now := range []time.Time{
		statute.Date(2026, time.November, 22).At(11, 30), statute.Date(2026, time.December, 15).At(8, 0), statute.Date(2027, time.January, 4).At(9, 0),
	} {
		t.Run(now.Format(time.DateOnly), func(t *testing.T) {
			s, err := New(council.Invented(), now, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(s.Cases) < 30 {
				t.Errorf("%d cases, want thirty or more", len(s.Cases))
			}
			for i, m := range s.Meetings {
				if len(m.Events) > 0 && i > 0 && m.Meeting.Ref <= s.Meetings[i-1].Meeting.Ref && m.Meeting.On.Year() == s.Meetings[i-1].Meeting.On.Year() {
					t.Errorf("meeting %s follows %s: they are numbered as they are called", m.Meeting.Ref, s.Meetings[i-1].Meeting.Ref)
				}
			}
			if n := s.takenBy(earlyPanel); n == 0 {
				t.Error("the panel for the youngest has no case")
			}
			stages, clocks, plans := map[casework.Stage]int{}, map[string]int{}, map[string]int{}
			for _, c := range s.Cases {
				stages[c.Case.Stage]++
				clocks[c.Case.Clock()]++
				plans[c.Case.PlanClock()]++
				for i, e := range c.Events {
					if e.RecordedAt.After(now) || i > 0 && e.RecordedAt.Before(c.Events[i-1].RecordedAt) {
						t.Errorf("%s: event %d is recorded at %s", c.Key, e.Seq, e.RecordedAt)
					}
				}
				for _, mend := range c.Case.Opened.ToMend {
					t.Errorf("%s: %v", c.Key, mend)
				}
				for _, task := range c.Case.Tasks {
					if task.Task == casework.LetterTask(casework.LetterKey{}) {
						t.Errorf("%s: %v", c.Key, task)
					}
				}
			}
			if plans["running"] == 0 || plans["late"] == 0 || plans["warned"]+plans["send-by passed"] == 0 {
				t.Errorf("of the plans %v", plans)
			}
			t.Logf("stages %v, clocks %v, plans %v", stages, clocks, plans)
		})
	}
}

// takenBy counts the cases on agendas of a panel.
func (s *Stage) takenBy(panel string) (n int) {
	for _, m := range s.Meetings {
		if m.Meeting.Panel == panel {
			n += s.listed(m.Meeting)
		}
	}
	return n
}
