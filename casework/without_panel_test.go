package casework_test

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// TestARefusalWithoutAPanel: only when no panel can meet before the last day for sending, 30 December; reviewed by a second
// officer, and reported to the manager.
func TestARefusalWithoutAPanel(t *testing.T) {
	list := func(on statute.Day) func(*script) {
		return func(s *script) {
			s.do(nov(25), casetest.Officer(), casework.List{Panel: "panel-a", On: on, Meeting: "MTG-2026-0001-F"})
		}
	}
	met := func(quorate bool) func(*script) {
		return func(s *script) {
			list(dec(8))(s)
			held := casework.PanelMet{Panel: "panel-a", On: dec(8), Meeting: "MTG-2026-0001-F", Quorate: quorate, Missing: []string{"nobody takes the chair"}}
			after, err := s.c.Apply(s.c.Record([]casework.Body{held}, casework.Engine(), dec(8).At(9, 30))...)
			if err != nil {
				s.t.Fatal(err)
			}
			s.c = after
		}
	}
	for name, test := range map[string]struct {
		before func(*script)
		next   statute.Day // a meeting with room that the register knows of
		by     casework.PersonID
		why    string
		on     statute.Day
		says   string // empty where the refusal is recorded
	}{
		"no panel can meet":               {on: dec(9)},
		"the register knows of a meeting": {next: dec(15), on: dec(9), says: "a panel can meet on Tuesday 15 December 2026"},
		"that meeting comes too late":     {next: statute.Date(2027, 1, 5), on: dec(9)},
		"listed for a coming meeting":     {before: list(dec(15)), on: dec(9), says: "a panel can meet on Tuesday 15 December 2026"},
		"listed for today":                {before: list(dec(9)), on: dec(9), says: "a panel can meet"},
		"its meeting was not held":        {before: list(dec(8)), on: dec(9)},
		"it is held, with a quorum":       {before: met(true), on: dec(8), says: "a panel can meet"},
		"it had no quorum":                {before: met(false), on: dec(8)},
		"no quorum, and another comes":    {before: met(false), next: dec(15), on: dec(8), says: "a panel can meet"},
		"the last day itself":             {before: list(dec(30)), on: dec(30)},
		"past the last day":               {before: list(dec(15)), next: dec(31), on: dec(31)},
		"reviewed by oneself":             {by: casetest.Decider().Person, on: dec(9), says: "reviewed_by a second officer"},
		"no reason":                       {why: " ", on: dec(9), says: "needs why"},
	} {
		t.Run(name, func(t *testing.T) {
			s := considering(t)
			s.do(nov(24), casetest.Officer(), casework.Consult{Whom: "family", How: "call", Asked: nov(24)})
			s.do(nov(24), casetest.Officer(), casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2", "E3"}, See: []casework.Party{casework.TheFamily}})
			if test.before != nil {
				test.before(s)
			}
			refusal := casetest.Refusal()
			w := casework.WithoutPanel{Why: "No panel meets before the day for sending.", ReviewedBy: "second.officer", CanMeet: test.next}
			if test.by != "" {
				w.ReviewedBy = test.by
			}
			if test.why != "" {
				w.Why = test.why
			}
			refusal.WithoutPanel = &w
			if test.says != "" {
				s.refused(test.on, casetest.Decider(), refusal, test.says)
				return
			}
			s.do(test.on, casetest.Decider(), refusal)
			reported := false
			for _, task := range s.c.Tasks {
				reported = reported || task.Task == casework.TaskWithoutPanel && task.For == casework.ServiceManager && strings.Contains(task.What, "second.officer")
			}
			if !reported {
				t.Error("the manager was not told")
			}
		})
	}
}
