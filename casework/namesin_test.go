package casework_test

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestWhomAPaperIsAbout: by pupil number, by name and day of birth, by name alone where this child is not named.
func TestWhomAPaperIsAbout(t *testing.T) {
	own := casework.Identity{Surname: "Dhillon", Forenames: "Jaspreet Kaur", Preferred: "Jas", DateOfBirth: statute.Date(2018, 3, 14), UPN: "U871200025001"}
	other := casework.Identity{Surname: "Okoro-Bell", Forenames: "Ada Grace", DateOfBirth: statute.Date(2017, 2, 11), UPN: "U871200025003"}
	for text, want := range map[string]bool{
		"Report on Ada Okoro-Bell. She likes drawing.":                      true,
		"OKORO BELL, Ada\nYear 4":                                           true,
		"Report on Ada Grace Okoro-Bell":                                    true,
		"Pupil u871200025003":                                               true,
		"Report on Jas Dhillon, who sits beside Ada Okoro-Bell.":            false,
		"Jaspreet Dhillon and Ada Okoro-Bell (11/02/2017)":                  true,
		"Jaspreet Dhillon, 14 March 2018, and Ada Okoro-Bell":               false,
		"Ada likes drawing. Bell rings at nine.":                            false,
		"Jaspreet Dhillon, U871200025001":                                   false,
		"":                                                                  false,
		"report on ada okoro-bell, written without capitals by an old form": false,
	} {
		if got := casework.ReadNames(text).AreAbout(other, own); got != want {
			t.Errorf("%q is about the other child: %v, want %v", text, got, want)
		}
	}
	if n := casework.ReadNames(strings.Repeat("Ada Okoro Bell Jaspreet Dhillon ", 3)); !n.Names(own) || !n.Names(other) || len(n.UPNs) != 0 {
		t.Errorf("read as %+v", n)
	}
}

// FuzzReadNames: whatever stands in a file is read, in bounds.
func FuzzReadNames(f *testing.F) {
	f.Add("Ada Okoro-Bell, U871200025003, 11.2.2017")
	f.Add("O’Brien Ó\u00a0Ada \xff")
	f.Fuzz(func(t *testing.T, text string) {
		n := casework.ReadNames(text)
		n.AreAbout(casework.Identity{Surname: "Bell", Forenames: "Ada"}, casework.Identity{})
	})
}

// TestAPaperIsHeldAfterwards: nobody but its giver sees it, released or not, until an officer has looked.
func TestAPaperIsHeldAfterwards(t *testing.T) {
	s := considering(t)
	officer := casework.Actor{Person: "amina.khan", Roles: []casework.Role{casework.CaseworkOfficer}}
	s.do(nov(25), officer, casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1"}, See: []casework.Party{casework.TheFamily}})
	s.refused(nov(25), officer, casework.HoldPaper{Evidence: []casework.DocumentID{"E77"}, Why: "x"}, "no paper of this case")
	s.do(nov(25), officer, casework.HoldPaper{Evidence: []casework.DocumentID{"E1"}, Why: "It names the child of another open request."})
	e, _ := s.c.Exhibit("E1")
	if !e.Held || s.c.MaySeeAs("family-1", e) {
		t.Errorf("the family sees %+v", e)
	}
	s.refused(nov(25), officer, casework.HoldPaper{Evidence: []casework.DocumentID{"E1"}, Why: "x"}, "held already")
	s.do(nov(26), officer, casework.ConfirmPaper{Evidence: "E1", Belongs: true, Why: "Only a friend is named."})
	if e, _ = s.c.Exhibit("E1"); !s.c.MaySeeAs("family-1", e) {
		t.Error("what was released before is not seen again")
	}
}
