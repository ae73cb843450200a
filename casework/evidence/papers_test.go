package evidence

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// household is a case with as many addressees in the family as there are names.
func household(names ...string) casework.Case {
	c := casework.Case{Ref: casework.NewRef(2026, 412)}
	for i, n := range names {
		c.Family = append(c.Family, casework.Addressee{ID: casework.AddresseeID([]string{"family-1", "family-2"}[i]), Standing: casework.Parent, Name: n})
	}
	c.Opened.Family = c.Family
	c.Evidence = []casework.Evidence{
		{ID: "E1", Title: "A letter of mine", Class: "family_views", Author: "Aidan Frayne", Role: "father", Date: statute.Date(2026, 11, 19), From: "family"},
		{ID: "E2", Title: "The log", Class: "other", Author: "Maya Lindqvist", Role: "class teacher", From: "school"},
		{ID: "E3", Title: "The scores", Class: "attainment", From: "school", See: []casework.Party{casework.TheFamily}},
		{ID: "E4", Title: "The clinic’s letter", Class: "needs", From: "health", Know: []casework.Party{"family-1"}},
	}
	c.Consulted = []casework.Consulted{
		{Whom: "family", How: "call", Asked: statute.Date(2026, 11, 24)}, {Whom: "school", How: "letter", Asked: statute.Date(2026, 11, 24)},
		{Whom: "family", How: "call", Asked: statute.Date(2026, 11, 24), Received: true, Views: "He cries."}, {Whom: "health", Asked: statute.Date(2026, 11, 25)},
	}
	return c
}

func papersFor(t *testing.T, c casework.Case, to casework.AddresseeID, enquiries ...Enquiry) Papers {
	t.Helper()
	p, err := PapersFor(c, to, enquiries...)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestAFamilysListReads(t *testing.T) {
	p := papersFor(t, household("Mr Aidan Frayne"), "family-1", enquiries()...)
	golden(t, "papers-one-household.txt", p.Text())
	golden(t, "papers-one-household.json", indented(t, p))
	golden(t, "papers-second-household.txt", papersFor(t, household("Mr Aidan Frayne", "Ms Joan Peel"), "family-2", enquiries()...).Text())
}

func enquiries() []Enquiry {
	return []Enquiry{
		{Ask: casework.Ask{Of: "family", For: "the name of the doctor"}, On: statute.Date(2026, 12, 1)},
		{Ask: casework.Ask{Of: "social_care", For: "the chronology"}, On: statute.Date(2026, 12, 1)},
		{Ask: casework.Ask{Of: "school", For: "the writing samples"}, On: statute.Date(2026, 12, 2), Tell: []casework.Party{casework.TheFamily}},
	}
}

// TestEachHouseholdReadsItsOwn looks for what one household told in the other’s list.
func TestEachHouseholdReadsItsOwn(t *testing.T) {
	c := household("Mr Aidan Frayne", "Ms Joan Peel")
	mine, other := papersFor(t, c, "family-1").Text(), papersFor(t, c, "family-2").Text()
	for _, secret := range []string{"A letter of mine", "clinic", "your views"} {
		if strings.Contains(other, secret) {
			t.Errorf("the second household reads %q", secret)
		}
	}
	for _, own := range []string{"A letter of mine", "clinic", "The scores"} {
		if !strings.Contains(mine, own) {
			t.Errorf("the first household does not read %q", own)
		}
	}
	if strings.Contains(mine, "The log") || strings.Contains(other, "The log") {
		t.Error("the log is the school’s until it is released")
	}
}

func TestNobodyElseHasAList(t *testing.T) {
	for _, to := range []casework.AddresseeID{"family-3", casework.School, ""} {
		if _, err := PapersFor(household("Mr Aidan Frayne"), to); err == nil {
			t.Errorf("%q is nobody in the family", to)
		}
	}
}

func TestAnEmptyList(t *testing.T) {
	c := household("Mr Aidan Frayne")
	c.Evidence, c.Consulted = nil, nil
	if text := papersFor(t, c, "family-1").Text(); !strings.Contains(text, "nothing yet") {
		t.Errorf("an empty list says so: %s", text)
	}
}

// TestAYoungPersonIsAskedThemselves: their own list speaks to them.
func TestAYoungPersonIsAskedThemselves(t *testing.T) {
	c := household("Aidan Frayne")
	c.Consulted = []casework.Consulted{{Whom: "child", How: "call", Asked: statute.Date(2026, 11, 24)}}
	for standing, want := range map[casework.Standing]string{casework.YoungPerson: "you", casework.Parent: "the child or young person"} {
		c.Family[0].Standing = standing
		if asked := papersFor(t, c, "family-1").Asked; len(asked) != 1 || asked[0].Of != want {
			t.Errorf("a %s reads %+v, want %q to have been asked", standing, asked, want)
		}
	}
}
