package casework_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// newSchool is the command that the child is with Harland Academy now.
func newSchool(on statute.Day) casework.ChangeSchool {
	return casework.ChangeSchool{To: "harland-academy", School: &casework.Addressee{ID: casework.School, Standing: casework.Setting, Name: "The Principal", Address: []string{"Harland Academy"}, Postcode: "NM3 4CC"}, On: on, Why: "The mother rang."}
}

// TestAChildChangesSchool: the old school’s staff lose the case and the new one’s have it; what the old one gave is no
// longer the school’s to see; letters that waited for it are taken back, and the new one is told what is considered.
func TestAChildChangesSchool(t *testing.T) {
	s := considering(t)
	s.do(nov(25), casetest.Officer(), casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1"}, See: []casework.Party{casework.TheSchool, casework.TheFamily}})
	was := s.c.Opened.Setting
	old := casework.Actor{Person: "old.senco", Roles: []casework.Role{casework.SchoolStaff}, Setting: was}
	young := casework.Actor{Person: "new.senco", Roles: []casework.Role{casework.SchoolStaff}, Setting: "harland-academy"}
	reply := casework.Reply{Summary: "What we know."}
	s.refused(nov(25), young, reply, "does not work at the child’s setting")
	waiting := casework.LetterKey{Kind: casework.SchoolDeferralLetter, To: casework.School, For: s.c.Seq, Version: 1}
	var err error
	if s.c, err = s.c.Apply(s.c.Record([]casework.Body{casework.Issued{Letter: waiting, SHA256: "0", Dated: nov(25), By: statute.FirstClass}}, casework.Engine(), nov(25).At(9, 0))...); err != nil {
		t.Fatal(err)
	}
	due := s.c.Opened.Decide.Due

	s.refused(nov(26), casetest.Officer(), newSchool(nov(27)), "a day up to today")
	s.refused(nov(26), casetest.Officer(), casework.ChangeSchool{To: was, On: nov(26), Why: "x"}, "where the child is already")
	s.refused(nov(26), casetest.Officer(), casework.ChangeSchool{To: "nowhere", On: nov(26), Why: "x"}, "no school")
	s.refused(nov(26), old, newSchool(nov(26)), "casework officer")
	s.do(nov(26), casetest.Officer(), newSchool(nov(26)))

	if s.c.Opened.Decide.Due != due {
		t.Error("a date moved with the school")
	}
	s.refused(nov(26), old, reply, "does not work at the child’s setting")
	for _, e := range s.c.Evidence {
		if e.MaySee(casework.TheSchool) || s.c.MayKnowAs(casework.School, e) {
			t.Errorf("the new school sees %s, which is %+v", e.ID, e)
		}
	}
	if e, _ := s.c.Exhibit("E1"); !s.c.MaySeeAs("family-1", e) {
		t.Error("the family lost what was released to it")
	}
	for _, l := range s.c.Letters {
		if l.Key == waiting && (l.State != casework.LetterVoided || !l.Former) {
			t.Errorf("what waited for the old school is %+v", l)
		}
	}
	var owed []string
	for _, o := range s.c.Owed() {
		for _, key := range o.Letters {
			if key.To == casework.School {
				owed = append(owed, string(key.Kind))
			}
		}
	}
	if diff := cmp.Diff([]string{string(casework.SchoolConsideringLetter)}, owed); diff != "" {
		t.Errorf("owed to the new school (-want +got):\n%s", diff)
	}
	if what, has := s.c.InterestOf(casework.Actor{Person: "a.head", Setting: was}); !has {
		t.Error("the head of the old school may sit on the case")
	} else if what == "" {
		t.Error("the interest has no words")
	}
	s.do(nov(27), young, reply)
}

// TestAChildWithoutASchool: nobody of a school has the case, and none is written to.
func TestAChildWithoutASchool(t *testing.T) {
	s := considering(t)
	was := s.c.Opened.Setting
	s.do(nov(26), casetest.Officer(), casework.ChangeSchool{On: nov(26), Why: "Taught at home since Monday."})
	if s.c.Opened.School != nil || s.c.Opened.Setting != "" || s.c.SchoolHears() {
		t.Errorf("the case has the school %q", s.c.Opened.Setting)
	}
	s.do(nov(27), casetest.Officer(), newSchool(nov(27)))
	if diff := cmp.Diff([]casework.SettingID{was}, s.c.NewSchool.Former); diff != "" {
		t.Errorf("former settings (-want +got):\n%s", diff)
	}
}
