package casework_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// TestASchoolAfterTheDecision: a school that the child comes to after the family has been told is sent nothing of the
// decision, an officer has a task, and the letter is made for it once somebody of the family has agreed.
func TestASchoolAfterTheDecision(t *testing.T) {
	s := &script{t: t, c: casetest.Until(t, casework.KindFeedback)}
	share := casework.ShareDecision{AgreedBy: "family-1", On: dec(16), How: "Asked on the telephone; she agreed."}
	s.refused(dec(14), casetest.Officer(), share, "no school here")
	s.do(dec(15), casetest.Officer(), newSchool(dec(15)))
	if owed := toSchool(s.c); len(owed) > 0 || !s.c.DecidedBeforeThisSchool() {
		t.Errorf("the new school is owed %v before anybody agreed", owed)
	}
	if !openTask(s.c, casework.TaskNewSchool) {
		t.Error("no officer is told to ask the family")
	}
	for name, c := range map[string]struct {
		change func(*casework.ShareDecision)
		says   string
	}{
		"nobody agreed":        {func(a *casework.ShareDecision) { a.AgreedBy = "school" }, "nobody of the family"},
		"before the move":      {func(a *casework.ShareDecision) { a.On = dec(14) }, "since the child changed school"},
		"tomorrow":             {func(a *casework.ShareDecision) { a.On = dec(17) }, "up to today"},
		"nobody says how":      {func(a *casework.ShareDecision) { a.How = " " }, "is missing"},
		"another post’s to do": {func(*casework.ShareDecision) {}, "casework officer"},
	} {
		t.Run(name, func(t *testing.T) {
			act, by := share, casetest.Officer()
			c.change(&act)
			if name == "another post’s to do" {
				by = casetest.Clerk()
			}
			s.refused(dec(16), by, act, c.says)
		})
	}
	notice := *s.c.NoticeGiven
	s.do(dec(16), casetest.Officer(), share)
	if diff := cmp.Diff([]string{"decision-not-to-assess-school/school/2"}, toSchool(s.c)); diff != "" {
		t.Errorf("owed to the new school (-want +got):\n%s", diff)
	}
	if s.c.DecidedBeforeThisSchool() || openTask(s.c, casework.TaskNewSchool) {
		t.Error("the agreement changes nothing")
	}
	if diff := cmp.Diff(notice, *s.c.NoticeGiven); diff != "" {
		t.Errorf("a date of the family moved:\n%s", diff)
	}
	s.do(dec(17), casetest.Officer(), casework.ChangeSchool{On: dec(17), Why: "Taught at home."})
	if owed := toSchool(s.c); len(owed) > 0 || !s.c.DecidedBeforeThisSchool() {
		t.Errorf("one agreement is taken for every school: owed are %v", owed)
	}
}

// TestAFirstSchoolAfterTheDecision: a child who was with none, and joins one later, is the same.
func TestAFirstSchoolAfterTheDecision(t *testing.T) {
	s := &script{t: t, c: casetest.Until(t, casework.KindFeedback)}
	s.do(dec(15), casetest.Officer(), casework.ChangeSchool{On: dec(15), Why: "Taught at home."})
	s.do(dec(16), casetest.Officer(), newSchool(dec(16)))
	if owed := toSchool(s.c); len(owed) > 0 {
		t.Errorf("the first school is owed %v", owed)
	}
}

func toSchool(c casework.Case) []string {
	var owed []string
	for _, o := range c.Owed() {
		for _, key := range o.Letters {
			if key.To == casework.School {
				owed = append(owed, string(key.Kind)+"/school/"+string(rune('0'+key.Version)))
			}
		}
	}
	return owed
}

func openTask(c casework.Case, id casework.TaskID) bool {
	for _, t := range c.Tasks {
		if t.TaskRaised.Task == id && !t.Done {
			return true
		}
	}
	return false
}
