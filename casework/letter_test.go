package casework_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// keysOf lists what a case owes on the occasions of its events, as text.
func keysOf(c casework.Case, events ...casework.Event) []string {
	var occasions []casework.Occasion
	for _, e := range events {
		occasions = append(occasions, casework.OccasionsOf(e)...)
	}
	var keys []string
	for _, owing := range c.OwedOn(occasions) {
		for _, key := range owing.Letters {
			keys = append(keys, key.String())
		}
	}
	return keys
}

func happened(seq int, b casework.Body) casework.Event {
	return casework.Event{Seq: seq, Body: b, By: casetest.Officer()}
}

// TestWhatEachOccasionOwes: the letters, to whom they go, and that none of them goes when its matter is over.
func TestWhatEachOccasionOwes(t *testing.T) {
	agencies := []string{"considering-agency/health/50/1", "considering-agency/social-care/50/1"}
	young := casework.Addressee{ID: "family-2", Standing: casework.YoungPerson}
	for name, tc := range map[string]struct {
		change func(*casework.Case)
		event  casework.Body
		want   []string
	}{
		"the school asked":         {nil, casework.Determined{OnReceipt: true}, agencies},
		"the family asked":         {askedByFamily, casework.Determined{OnReceipt: true}, append([]string{"considering-school/school/50/1"}, agencies...)},
		"determined later":         {askedByFamily, casework.Determined{}, append([]string{"considering/family-1/50/1", "considering-school/school/50/1"}, agencies...)},
		"determined, no school":    {func(c *casework.Case) { askedByFamily(c); c.Opened.School = nil }, casework.Determined{OnReceipt: true}, agencies},
		"decided since":            {func(c *casework.Case) { askedByFamily(c); decidedUnsent(c) }, casework.Determined{}, nil},
		"grown up":                 {func(c *casework.Case) { c.Family = []casework.Addressee{young} }, casework.AgeSwitched{}, []string{"welcome/family-2/50/1"}},
		"somebody added since":     {func(c *casework.Case) { c.Family = append(c.Family, young) }, casework.AgeSwitched{}, []string{"welcome/family-2/50/1"}},
		"late, and released":       {nil, casework.DelayTold{First: true}, []string{"delay/family-1/50/1"}},
		"late still":               {nil, casework.DelayTold{}, []string{"delay-update/family-1/50/1"}},
		"late, not to be told":     {func(c *casework.Case) { c.NoUpdates = []casework.AddresseeID{"family-1"} }, casework.DelayTold{}, nil},
		"first, not to be told":    {func(c *casework.Case) { c.NoUpdates = []casework.AddresseeID{"family-1"} }, casework.DelayTold{First: true}, []string{"delay/family-1/50/1"}},
		"late, but decided":        {decidedUnsent, casework.DelayTold{First: true}, nil},
		"put off":                  {nil, casework.Deferred{}, []string{"deferral/family-1/50/1", "deferral-school/school/50/1"}},
		"put off, and decided":     {decidedUnsent, casework.Deferred{}, nil},
		"listed":                   {nil, casework.Listed{}, []string{"papers/family-1/50/1"}},
		"came from elsewhere":      {nil, casework.TransferredIn{}, []string{"transfer-in/family-1/50/1"}},
		"another task":             {nil, casework.TaskDone{Task: "send-by-passed", How: "x"}, nil},
		"withdrawn":                {func(c *casework.Case) { c.Stage = casework.StageWithdrawn }, casework.Withdrawn{}, []string{"withdrawal/family-1/50/1"}},
		"withdrawn and closed":     {func(c *casework.Case) { c.Stage = casework.StageClosed }, casework.Withdrawn{}, nil},
		"late, but withdrawn":      {func(c *casework.Case) { c.Stage = casework.StageWithdrawn }, casework.DelayTold{}, nil},
		"grown up, but moved away": {func(c *casework.Case) { c.Stage = casework.StageEnded }, casework.AgeSwitched{}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			c := casetest.Considering(t)
			acknowledge(&c)
			if tc.change != nil {
				tc.change(&c)
			}
			if diff := cmp.Diff(tc.want, keysOf(c, happened(50, tc.event))); diff != "" {
				t.Errorf("what is owed (-want +got):\n%s", diff)
			}
		})
	}
}

// acknowledge has the acknowledgements issued, so that what else is owed stands alone.
func acknowledge(c *casework.Case) {
	for _, owing := range c.Owed() {
		for _, key := range owing.Letters {
			c.Letters = append(c.Letters, casework.Letter{Key: key, State: casework.LetterIssued})
		}
	}
}

func askedByFamily(c *casework.Case) {
	c.Requests = slices.Clone(c.Requests)
	c.Requests[0].By = casework.Asker{Type: "parent", Name: "A Parent"}
}

// decidedUnsent is a decision whose letters have been printed.
func decidedUnsent(c *casework.Case) {
	c.Decided = &casework.DecidedOn{Seq: 40, Outcome: casework.Assess}
	acknowledge(c)
}

// TestAWelcomeStandsForTheAcknowledgement: of the request that came before it, and of no later one.
func TestAWelcomeStandsForTheAcknowledgement(t *testing.T) {
	c := casetest.Considering(t)
	acknowledge(&c)
	c.Family = []casework.Addressee{{ID: "family-2", Standing: casework.YoungPerson}, {ID: "family-3", Standing: casework.AlternativePerson}}
	c.Requests = append(slices.Clone(c.Requests), casework.Asked{Seq: 60, By: casework.Asker{Type: "young_person"}})
	want := []string{"acknowledgement/family-3/1/1", "welcome/family-2/50/1", "acknowledgement/family-2/60/1", "acknowledgement/family-3/60/1"}
	if diff := cmp.Diff(want, keysOf(c, happened(50, casework.AgeSwitched{}))); diff != "" {
		t.Errorf("what is owed (-want +got):\n%s", diff)
	}
}

// TestASupportersCopyFollowsTheNotice: it is owed once the family's letter is posted, and never counts for notice.
func TestASupportersCopyFollowsTheNotice(t *testing.T) {
	s := &script{t: t, c: casetest.Until(t, casework.KindNoticeGiven)}
	decided := s.c.Decided.Seq
	supporter := casework.SetAddressee{Why: "The mother asked for it in writing.", Addressee: casework.Addressee{Standing: casework.Supporter, Name: "An Advocate", Address: []string{"5 Bell Street"}, Postcode: "NM1 3EF"}}
	s.do(s.c.NoticeGiven.On, casetest.Officer(), supporter)
	decision := happened(decided, casework.Decided{Decision: casework.Decision{Outcome: casework.NotAssess}})
	copied := casework.LetterKey{Kind: casework.NotAssessCopy, To: "family-2", For: decided, Version: 1}
	owed := func(c casework.Case) bool { return slices.Contains(keysOf(c, decision), copied.String()) }
	if !owed(s.c) {
		t.Errorf("%s is not owed, but %v", copied, keysOf(s.c, decision))
	}
	for i := range s.c.Letters {
		if s.c.Letters[i].Key.To == "family-1" && s.c.Letters[i].Key.Kind == casework.NotAssessLetter {
			s.c.Letters[i].State = casework.LetterIssued
		}
	}
	if owed(s.c) {
		t.Error("a copy is owed before the letter is posted")
	}
	two := s.c
	two.Family = append(slices.Clone(two.Family), casework.Addressee{ID: "family-3", Standing: casework.Parent})
	if owed(two) {
		t.Error("a copy is owed where it is not known at whose request")
	}
}

// TestAgenciesAreToldAfterTheFamily: the bodies of reg 4(2) hear of the decision once the family has been sent its notice,
// and only where the council had determined that a plan may be necessary (reg 5(2)).
func TestAgenciesAreToldAfterTheFamily(t *testing.T) {
	decided := happened(40, casework.Decided{Decision: casework.Decision{Outcome: casework.Assess}})
	for name, tc := range map[string]struct {
		change func(*casework.Case)
		want   []string
	}{
		"before the family": {func(*casework.Case) {}, nil},
		"after the family":  {func(c *casework.Case) { c.NoticeGiven = &casework.NoticeGiven{} }, []string{"decision-to-assess-agency/health/40/1", "decision-to-assess-agency/social-care/40/1"}},
		"not determined":    {func(c *casework.Case) { c.NoticeGiven, c.Determined = &casework.NoticeGiven{}, false }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			c := casetest.Considering(t)
			decidedUnsent(&c)
			tc.change(&c)
			got := slices.DeleteFunc(keysOf(c, decided), func(k string) bool { return !strings.Contains(k, "-agency/") })
			if diff := cmp.Diff(tc.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("what is owed to agencies (-want +got):\n%s", diff)
			}
		})
	}
}
