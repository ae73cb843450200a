package casework_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

func TestReferencesCarryACheckLetter(t *testing.T) {
	for n, want := range map[int]casework.Ref{1: "SEN-2026-0001-F", 412: "SEN-2026-0412-E", 10412: "SEN-2026-10412-U"} {
		got := casework.NewRef(2026, n)
		if _, err := casework.ParseRef(string(got)); err != nil {
			t.Errorf("NewRef(2026, %d) = %s, which does not read back: %v", n, got, err)
		}
		if got != want {
			t.Errorf("NewRef(2026, %d) = %s, want %s", n, got, want)
		}
	}
}

func TestASlipInAReferenceIsCaught(t *testing.T) {
	good := string(casework.NewRef(2026, 412))
	slips := []string{strings.Replace(good, "0412", "0421", 1), strings.Replace(good, "0412", "0413", 1), strings.Replace(good, "2026", "2025", 1), "SEN-26-1-K", ""}
	for _, slip := range slips {
		if _, err := casework.ParseRef(slip); err == nil {
			t.Errorf("ParseRef(%q) accepted a slip", slip)
		}
	}
	if ref, err := casework.ParseRef("  " + strings.ToLower(good) + "\n"); err != nil || string(ref) != good {
		t.Errorf("ParseRef of an untidy %s = %s, %v", good, ref, err)
	}
}

func TestEveryKindOfEventReadsBackAsItWas(t *testing.T) {
	for _, e := range casetest.RefusedEvents(t) {
		data, err := json.Marshal(e)
		if err != nil {
			t.Fatalf("write event %d: %v", e.Seq, err)
		}
		var back casework.Event
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatalf("read event %d: %v", e.Seq, err)
		}
		again, err := json.Marshal(back)
		if err != nil {
			t.Fatalf("write event %d again: %v", e.Seq, err)
		}
		if diff := cmp.Diff(string(data), string(again)); diff != "" {
			t.Errorf("event %d (%s) changed on its way (-first +second):\n%s", e.Seq, e.Body.Kind(), diff)
		}
	}
}

func TestAnUnknownKindOfEventIsAnError(t *testing.T) {
	var e casework.Event
	err := json.Unmarshal([]byte(`{"seq":3,"kind":"promised","fell_on":"2026-11-23","recorded_at":"2026-11-23T10:00:00Z","by":{},"body":{}}`), &e)
	if err == nil || !strings.Contains(err.Error(), "promised") {
		t.Errorf("reading an unknown kind gave %v, want an error that names it", err)
	}
}

func TestACaseWithAGapIsNotRebuilt(t *testing.T) {
	events := casetest.RefusedEvents(t)
	without := append(append([]casework.Event{}, events[:2]...), events[3:]...)
	if _, err := casework.Fold(without); err == nil {
		t.Error("Fold passed over a missing event")
	}
	if _, err := casework.Fold(events[1:]); err == nil {
		t.Error("Fold began without the receipt")
	}
}

func TestApplyLeavesTheCaseAsItWas(t *testing.T) {
	events := casetest.RefusedEvents(t)
	var c casework.Case
	for _, e := range events {
		before, _ := json.Marshal(c)
		after, err := c.Apply(e)
		if err != nil {
			t.Fatal(err)
		}
		if unchanged, _ := json.Marshal(c); string(unchanged) != string(before) {
			t.Fatalf("Apply of event %d (%s) changed the case it was given", e.Seq, e.Body.Kind())
		}
		c = after
	}
}

func TestACommandIsRefusedWithEveryGapNamed(t *testing.T) {
	c := casetest.Considering(t)
	at := statute.Date(2026, time.December, 1).At(10, 0)
	act := casework.Decide{Decision: casework.Decision{Outcome: casework.NotAssess, Findings: []casework.Finding{
		{Limb: casework.LimbS1, Answer: casework.NotMet, ReliedOn: []casework.DocumentID{"E99"}},
	}}}
	_, err := c.Do(casework.Command{Key: "k", By: casetest.Decider(), Act: act}, at)
	refused := casework.AsRefused(err)
	if refused == nil {
		t.Fatalf("Do gave %v, want a refusal", err)
	}
	for _, path := range []string{"findings[0].relied_on[0]", "findings[0].limb", "findings[0].reason", "findings[0].not_relied_on", "findings[0].answer_to_family", "without_panel"} {
		if !strings.Contains(err.Error(), path+":") {
			t.Errorf("the refusal does not name %s:\n%v", path, err)
		}
	}
	for _, g := range refused.Gaps {
		if g.What == "" || g.Mend == "" {
			t.Errorf("the gap %+v does not say what is wrong and how to mend it", g)
		}
	}
}

func TestWhoMayGiveACommand(t *testing.T) {
	c := casetest.Considering(t)
	at := statute.Date(2026, time.December, 1).At(10, 0)
	view := casework.RecordView{Panel: "panel", Findings: []casework.Finding{{Limb: casework.Limb8a, Answer: casework.Met}}}
	inTheSchool := casework.Actor{Person: "own.head", Name: "Own Head", Roles: []casework.Role{casework.PanelMember}, Setting: c.Opened.Setting}
	undelegated := casetest.Decider()
	undelegated.Delegation = nil
	for name, cmd := range map[string]casework.Command{
		"a clerk decides":                           {By: casework.Actor{Person: "clerk", Roles: []casework.Role{casework.Clerk}}, Act: casework.Decide{}},
		"a member views a case of the own setting":  {By: inTheSchool, Act: view},
		"an officer without a delegation decides":   {By: undelegated, Act: casework.Decide{Decision: casework.Decision{Outcome: casework.Assess}}},
		"a panel member records the recommendation": {By: casework.Actor{Person: "m", Roles: []casework.Role{casework.PanelMember}}, Act: casework.Recommend{}},
	} {
		if _, err := c.Do(cmd, at); casework.AsRefused(err) == nil {
			t.Errorf("%s: got %v, want a refusal", name, err)
		}
	}
}

func TestACommandGivenTwiceIsOneAct(t *testing.T) {
	c := casetest.Considering(t)
	at := statute.Date(2026, time.December, 1).At(10, 0)
	cmd := casework.Command{Key: "form-7", By: casetest.Officer(), Act: casework.Consult{Whom: "child", How: "meeting", Asked: statute.Date(2026, time.December, 1)}}
	events, err := c.Do(cmd, at)
	if err != nil || len(events) != 1 {
		t.Fatalf("Do = %d events, %v", len(events), err)
	}
	after, err := c.Apply(events...)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := after.Do(cmd, at); err != nil || len(again) != 0 {
		t.Errorf("Do a second time = %d events, %v; want none", len(again), err)
	}
}

func TestTheSchoolIsToldAfterTheFamily(t *testing.T) {
	var c casework.Case
	familyTold := false
	for _, e := range casetest.RefusedEvents(t) {
		after, err := c.Apply(e)
		if err != nil {
			t.Fatal(err)
		}
		c = after
		_, told := e.Body.(casework.NoticeGiven)
		familyTold = familyTold || told
		for _, owing := range c.Owed() {
			for _, key := range owing.Letters {
				if key.Kind == casework.SchoolNotAssessLetter && !familyTold {
					t.Errorf("after event %d the school's letter is owed before the family's was posted", e.Seq)
				}
			}
		}
	}
	if !familyTold {
		t.Error("the notice to the family never came")
	}
}

func TestALetterPostedOnAnotherDayIsPrintedAgain(t *testing.T) {
	c := casetest.Until(t, casework.KindIssued)
	key := c.Letters[0].Key
	later := c.Letters[0].Dated.AddDays(1)
	events, err := c.Do(casework.Command{Key: "p", By: casetest.Clerk(), Act: casework.ConfirmPosted{Letter: key, On: later}}, later.At(15, 0))
	if err != nil {
		t.Fatal(err)
	}
	after, err := c.Apply(events...)
	if err != nil {
		t.Fatal(err)
	}
	next := key
	next.Version++
	owed := after.Owed()
	if len(owed) == 0 || !containsKey(owed[0].Letters, next) {
		t.Errorf("after posting a day late %v is owed, want %s", owed, next)
	}
}

func TestAStuckLetterWaitsForItsTask(t *testing.T) {
	c := casetest.Considering(t)
	key := casework.LetterKey{Kind: casework.Acknowledgement, To: "family-1", For: 1, Version: 1}
	at := statute.Date(2026, time.December, 1).At(10, 0)
	stuck, err := c.Apply(c.Record([]casework.Body{casework.TaskRaised{Task: casework.LetterTask(key), For: casework.CaseworkOfficer, What: "No contact."}}, casework.Engine(), at)...)
	if err != nil {
		t.Fatal(err)
	}
	for _, owing := range stuck.Owed() {
		if containsKey(owing.Letters, key) {
			t.Fatal("a stuck letter is tried again by itself")
		}
	}
	events, err := stuck.Do(casework.Command{Key: "f", By: casetest.Officer(), Act: casework.FinishTask{Task: casework.LetterTask(key), How: "The contact was put in."}}, at)
	if err != nil {
		t.Fatal(err)
	}
	mended, err := stuck.Apply(events...)
	if err != nil {
		t.Fatal(err)
	}
	key.Version++
	if owed := mended.Owed(); len(owed) == 0 || !containsKey(owed[0].Letters, key) {
		t.Errorf("after its task was done %v is owed, want %s", owed, key)
	}
}

func TestMissedWarningsBecomeOne(t *testing.T) {
	c := casetest.Considering(t)
	due := c.Opened.Decide
	late := due.Due.AddDays(3).At(0, 1)
	events := c.Pass(late)
	var kinds []casework.Kind
	for _, e := range events {
		kinds = append(kinds, e.Body.Kind())
	}
	want := []casework.Kind{casework.KindWarned, casework.KindSendByPassed, casework.KindTaskRaised, casework.KindBreached, casework.KindTaskRaised}
	if diff := cmp.Diff(want, kinds); diff != "" {
		t.Fatalf("what passed (-want +got):\n%s", diff)
	}
	if got, want := events[3].FellOn, due.Due.AddDays(1); got != want {
		t.Errorf("the breach fell on %s, want the day after due, %s", got, want)
	}
	after, err := c.Apply(events...)
	if err != nil {
		t.Fatal(err)
	}
	if more := after.Pass(late); len(more) != 0 {
		t.Errorf("passing the same day again gave %d more", len(more))
	}
}

func TestParseNamesEverythingToMend(t *testing.T) {
	r, mends, err := casework.ParseRequest(casetest.RequestJSON(t, func(m map[string]any) {
		child := m["child"].(map[string]any)
		child["upn"], child["date_of_birth"], child["postcode"] = "U871200025002", "30/04/2017", "nowhere"
		m["attendance"] = []any{map[string]any{"school_year": "2025/26", "percent": "most"}}
		m["favourite_colour"] = "green"
	}))
	if err != nil {
		t.Fatalf("ParseRequest: %v", err)
	}
	if r.Child.DateOfBirth != "30/04/2017" {
		t.Errorf("what was typed was lost: %q", r.Child.DateOfBirth)
	}
	var got []string
	for _, m := range mends {
		got = append(got, m.Path)
		if m.What == "" || m.How == "" {
			t.Errorf("%+v does not say what is wrong and how to mend it", m)
		}
	}
	want := []string{"favourite_colour", "child.date_of_birth", "child.upn", "child.postcode", "attendance[0].percent"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("to mend (-want +got):\n%s", diff)
	}
}

func TestReceiptFailsForThreeReasonsOnly(t *testing.T) {
	for name, test := range map[string]struct {
		data []byte
		want error
	}{
		"empty":           {nil, casework.ErrUnreadable},
		"not JSON":        {[]byte(`{"child": `), casework.ErrUnreadable},
		"a list":          {[]byte(`[1]`), casework.ErrUnreadable},
		"not UTF-8":       {[]byte("{\"reason\":\"\xff\"}"), casework.ErrUnreadable},
		"too large":       {make([]byte, casework.MaxRequest+1), casework.ErrUnreadable},
		"no child":        {casetest.RequestJSON(t, func(m map[string]any) { m["child"] = map[string]any{} }), casework.ErrNoChild},
		"nobody asks":     {casetest.RequestJSON(t, func(m map[string]any) { delete(m, "requester") }), casework.ErrNoReceiptFacts},
		"no day":          {casetest.RequestJSON(t, func(m map[string]any) { m["received_at"] = "Monday" }), casework.ErrNoReceiptFacts},
		"bare":            {[]byte(`{"received_at":"2026-11-23T09:00:00Z","requester":{"name":"A Parent"},"child":{"forenames":"Sam"}}`), nil},
		"a broken part":   {casetest.RequestJSON(t, func(m map[string]any) { m["cycles"] = "two" }), nil},
		"no family given": {casetest.RequestJSON(t, func(m map[string]any) { m["family"] = []any{} }), nil},
	} {
		_, _, err := casework.ParseRequest(test.data)
		if !errors.Is(err, test.want) || test.want == nil && err != nil {
			t.Errorf("%s: got %v, want %v", name, err, test.want)
		}
	}
}

func containsKey(keys []casework.LetterKey, want casework.LetterKey) bool {
	for _, k := range keys {
		if k == want {
			return true
		}
	}
	return false
}
