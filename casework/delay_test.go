package casework_test

import (
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

func late(t *testing.T) *script {
	s := &script{t: t, c: casetest.Considering(t)}
	s.pass(statute.Date(2027, time.January, 5)) // the day after the limit
	return s
}

func tell(expect statute.Day) casework.TellDelay {
	return casework.TellDelay{Why: "The panel did not meet.", ExpectBy: expect}
}

// open lists the open tasks whose names begin so.
func open(c casework.Case, prefix string) (tasks []casework.Task) {
	for _, task := range c.Tasks {
		if !task.Done && strings.HasPrefix(string(task.Task), prefix) {
			tasks = append(tasks, task)
		}
	}
	return tasks
}

// TestTheFirstNoticeIsForTheNextWorkingDay: a breach on a Saturday is told on the Monday, by a person, with a day.
func TestTheFirstNoticeIsForTheNextWorkingDay(t *testing.T) {
	s := late(t)
	tasks := open(s.c, "breach-notice")
	if len(tasks) != 1 || !strings.Contains(tasks[0].What, "Tuesday 5 January 2027") {
		t.Fatalf("the tasks are %+v, want one for the next working day", tasks)
	}
	s.refused(jan(5), casetest.Officer(), casework.FinishTask{Task: "breach-notice", How: "Done."}, "tell_delay")
	s.refused(jan(5), casetest.Officer(), tell(jan(5)), "day to come")
	s.refused(jan(5), casetest.Officer(), casework.TellDelay{ExpectBy: jan(8)}, "is missing")
	s.refused(jan(5), casetest.Clerk(), tell(jan(8)), "not for Joe Marsh")
	s.do(jan(5), casetest.Officer(), tell(jan(8)))
	if left := open(s.c, "breach-notice"); len(left) != 0 {
		t.Errorf("told, and still open: %+v", left)
	}
}

// TestNothingIsToldInTime refuses an excuse before the limit has passed.
func TestNothingIsToldInTime(t *testing.T) {
	s := &script{t: t, c: casetest.Considering(t)}
	s.refused(statute.Date(2026, time.December, 1), casetest.Officer(), tell(jan(8)), "is not late")
}

// TestNewsComesOnChangeAndWithinAFortnight: the day that was told passes, or eleven days do, whichever is first; and a
// fortnight without news goes to the director.
func TestNewsComesOnChangeAndWithinAFortnight(t *testing.T) {
	for name, tc := range map[string]struct {
		expect, asked, overdue statute.Day
	}{
		"the day passes first": {jan(8), jan(9), jan(20)},
		"the fortnight first":  {jan(29), jan(16), jan(20)},
	} {
		t.Run(name, func(t *testing.T) {
			s := late(t)
			s.do(jan(5), casetest.Officer(), tell(tc.expect))
			s.pass(tc.asked.AddDays(-1))
			if early := open(s.c, "delay-update"); len(early) != 0 {
				t.Errorf("asked too early: %+v", early)
			}
			s.pass(tc.asked)
			if asked := open(s.c, "delay-update:"); len(asked) != 1 || asked[0].For != casework.ServiceManager {
				t.Errorf("on %s the tasks are %+v, want one for the manager", tc.asked, asked)
			}
			s.pass(tc.overdue)
			if late := open(s.c, "delay-update-overdue:"); len(late) != 1 || late[0].For != casework.Director {
				t.Errorf("on %s the tasks are %+v, want one for the director", tc.overdue, late)
			}
			s.do(tc.overdue, casetest.Officer(), tell(tc.overdue.AddDays(5)))
			if left := open(s.c, "delay-update"); len(left) != 0 {
				t.Errorf("told, and still open: %+v", left)
			}
		})
	}
}

// TestTheFamilyMayStopTheNews and have it again; and none is asked for after a decision or a withdrawal.
func TestTheFamilyMayStopTheNews(t *testing.T) {
	s := late(t)
	s.refused(jan(5), casetest.Officer(), casework.StopUpdates{Addressee: "school"}, "nobody in the family")
	s.refused(jan(5), casetest.Officer(), casework.StopUpdates{Addressee: "family-1", Resume: true}, "does not change")
	s.do(jan(5), casetest.Officer(), tell(jan(8)))
	s.pass(jan(9))
	s.do(jan(9), casetest.Officer(), casework.StopUpdates{Addressee: "family-1"})
	s.pass(jan(30))
	if tasks := open(s.c, "delay-update"); len(tasks) != 0 {
		t.Errorf("nobody wants news, and the tasks are %+v", tasks)
	}
	s.do(jan(30), casetest.Officer(), casework.StopUpdates{Addressee: "family-1", Resume: true})
	s.pass(jan(30))
	if tasks := open(s.c, "delay-update-overdue"); len(tasks) != 1 {
		t.Errorf("news is wanted again, and the tasks are %+v", tasks)
	}
	agree := casework.Decide{Decision: casework.Decision{Outcome: casework.Assess, Findings: []casework.Finding{
		{Limb: casework.Limb8a, Answer: casework.Met, Reason: "Needs are plain."}, {Limb: casework.Limb8b, Answer: casework.Met, ReliedOn: []casework.DocumentID{"E1"}}}}}
	s.do(jan(30), casetest.Decider(), agree)
	s.pass(jan(31).AddDays(60))
	if tasks := open(s.c, "delay-update"); len(tasks) != 0 {
		t.Errorf("decided, and the tasks are %+v", tasks)
	}
}
