package casework_test

import (
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// TestWhatACarrierTells follows a refusal's notices, which are posted by a carrier outside.
func TestWhatACarrierTells(t *testing.T) {
	c := casetest.Until(t, casework.KindIssued)
	var issued casework.Letter
	for _, l := range c.Letters {
		if l.State == casework.LetterIssued {
			issued = l
		}
	}
	next := issued.Dated.AddDays(1)
	cases := []struct {
		name string
		told casework.Carriage
		want string // of what is recorded; empty for nothing
		says string
	}{
		{"it went on its day", casework.Carriage{Travel: casework.Went, On: issued.Dated}, "letter_posted", issued.Dated.String()},
		{"it went a day later, which moves limits later", casework.Carriage{Travel: casework.Went, On: next}, "letter_posted", next.String()},
		{"it is said to have gone before its day", casework.Carriage{Travel: casework.Went, On: issued.Dated.AddDays(-1)}, "letter_posted", issued.Dated.String()},
		{"it never left", casework.Carriage{Travel: casework.Failed, Why: "the pages do not keep to the rules"}, "task_raised", "The decision must be posted by"},
		{"it came back", casework.Carriage{Travel: casework.Returned}, "task_raised", "Check the address"},
		{"a recall of a letter that is not voided", casework.Carriage{Travel: casework.Recall}, "", ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			tc.told.Letter = issued.Key
			bodies, err := c.Carried(tc.told, next)
			if err != nil {
				t.Fatal(err)
			}
			if tc.want == "" {
				if len(bodies) > 0 {
					t.Errorf("recorded %v", bodies)
				}
				return
			}
			events := c.Record(bodies, casework.Engine(), next.At(9, 0))
			if len(events) == 0 || string(events[0].Body.Kind()) != tc.want {
				t.Fatalf("recorded %v, want %s", events, tc.want)
			}
			data, err := events[0].MarshalJSON()
			if err != nil || !strings.Contains(string(data), tc.says) {
				t.Errorf("recorded %s, %v; want it to say %q", data, err, tc.says)
			}
			after, err := c.Apply(events...)
			if err != nil {
				t.Fatal(err)
			}
			if again, err := after.Carried(tc.told, next); err != nil || len(again) > 0 {
				t.Errorf("told again it recorded %v, %v", again, err)
			}
		})
	}
	if _, err := c.Carried(casework.Carriage{Letter: casework.LetterKey{Kind: "other", To: "family-1", For: 1, Version: 1}, Travel: casework.Went}, next); err == nil {
		t.Error("a letter that is none of the case's went")
	}
}

// TestALetterThatFailedIsOwedAgain: once the officer has seen to it, the letter's next version is owed.
func TestALetterThatFailedIsOwedAgain(t *testing.T) {
	c := casetest.Until(t, casework.KindIssued)
	key := c.Letters[len(c.Letters)-1].Key
	bodies, err := c.Carried(casework.Carriage{Letter: key, Travel: casework.Failed, Why: "the address is unknown"}, c.Opened.Received)
	if err != nil {
		t.Fatal(err)
	}
	at := c.Opened.Received.At(10, 0)
	failed, err := c.Apply(c.Record(bodies, casework.Engine(), at)...)
	if err != nil {
		t.Fatal(err)
	}
	done, err := failed.Do(casework.Command{Key: "seen to", By: casetest.Officer(), Act: casework.FinishTask{Task: casework.LetterTask(key), How: "The address was mended."}}, at)
	if err != nil {
		t.Fatal(err)
	}
	mended, err := failed.Apply(done...)
	if err != nil {
		t.Fatal(err)
	}
	key.Version++
	if !mended.Owes(key) || failed.Owes(key) {
		t.Errorf("after the task the case owes %v", mended.Owed())
	}
}

// TestTheRecordedPostSetsTheLastDayForSending: a council whose letters go by GOV.UK Notify hands them over a day earlier.
func TestTheRecordedPostSetsTheLastDayForSending(t *testing.T) {
	r, _, err := casework.ParseRequest(casetest.RequestJSON(t, nil))
	if err != nil {
		t.Fatal(err)
	}
	opened := map[statute.Channel]casework.Opened{}
	for _, post := range []statute.Channel{"", statute.FirstClass, statute.Notify} {
		e, err := casework.Open(r, casework.Intake{Ref: casetest.Ref, Post: post})
		if err != nil {
			t.Fatal(err)
		}
		opened[post] = e.Body.(casework.Opened)
	}
	first, notify := opened[statute.FirstClass], opened[statute.Notify]
	if opened[""].Decide.SendBy != first.Decide.SendBy {
		t.Error("nothing set is not first class")
	}
	if first.Decide.Due != notify.Decide.Due || !notify.Decide.SendBy.Before(first.Decide.SendBy) && notify.Decide.SendBy != notify.Decide.WorkBy {
		t.Errorf("by Notify the last day is %s, by first class post %s", notify.Decide.SendBy, first.Decide.SendBy)
	}
	if !slices.ContainsFunc(notify.Family, func(a casework.Addressee) bool { return a.Channel == statute.Notify }) {
		t.Errorf("nobody is reached by Notify: %v", notify.Family)
	}
}
