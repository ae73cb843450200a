package casework_test

import (
	"encoding/json"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

func mother(t *testing.T, c casework.Case) casework.Actor {
	t.Helper()
	by, theirs := c.FamilyActor("family-1")
	if !theirs {
		t.Fatal("the case is not the mother’s to follow")
	}
	return by
}

// TestTheFamilySpeaksForItself: views reach the panel as views, the rest becomes an officer's task that repeats no word.
func TestTheFamilySpeaksForItself(t *testing.T) {
	s := considering(t)
	by := mother(t, s.c)
	s.do(dec(1), by, casework.SayAsFamily{FamilySaid: casework.FamilySaid{About: casework.ChildsViews, Words: "I like drawing. Reading makes my head hurt."}})
	if n := len(s.c.Consulted); n == 0 || s.c.Consulted[n-1].Whom != "child" || !s.c.Consulted[n-1].Received {
		t.Errorf("the child’s views are no consultation: %+v", s.c.Consulted)
	}
	s.do(dec(1), by, casework.SayAsFamily{FamilySaid: casework.FamilySaid{About: casework.Urgent, Words: "She has been excluded since Monday.", Times: "after four"}})
	task := s.c.Tasks[len(s.c.Tasks)-1]
	if task.For != casework.CaseworkOfficer || strings.Contains(task.What, "excluded") || !strings.Contains(task.What, "family-1") {
		t.Errorf("the task is %+v", task)
	}
	carried, err := json.Marshal(s.c)
	if err != nil || strings.Contains(string(carried), "excluded") || strings.Contains(string(carried), "head hurt") {
		t.Errorf("the case carries the family’s words, or cannot be written: %v", err)
	}
}

func TestWhatTheFamilyCannotDo(t *testing.T) {
	s := considering(t)
	by := mother(t, s.c)
	says := func(about casework.Topic, words string) casework.Act {
		return casework.SayAsFamily{FamilySaid: casework.FamilySaid{About: about, Words: words}}
	}
	s.refused(dec(1), by, says(casework.OwnViews, " "), "Nothing is written")
	s.refused(dec(1), by, says("decide", "yes"), "nothing that can be told here")
	s.refused(dec(1), by, says(casework.ParentsSee, "everything"), "for the young person")
	s.refused(dec(1), by, casework.AddEvidence{Evidence: []casework.Evidence{{Title: "A letter", From: "school"}}}, "must be the person who gives it")
	s.refused(dec(1), by, casetest.Refusal(), "not for Harpreet Dhillon")
	s.refused(dec(1), casetest.Officer(), says(casework.RingMe, ""), "not for Amina Khan")
	stranger := by
	stranger.Person = "family-2"
	s.refused(dec(1), stranger, says(casework.RingMe, ""), "not addressed to")
	s.refused(dec(1), by, casework.SayAsFamily{FamilySaid: casework.FamilySaid{About: casework.APaper, Words: "Please", Of: []casework.DocumentID{"E1"}}}, "no paper that you know of")
}

// TestAPersonsPaperIsTheirsAlone: what one of the family gives, nobody else may see or be told of until an officer
// releases it.
func TestAPersonsPaperIsTheirsAlone(t *testing.T) {
	s := considering(t)
	by := mother(t, s.c)
	s.do(dec(1), casetest.Officer(), casework.SetAddressee{Why: "The father rang.", Addressee: casework.Addressee{Standing: casework.Parent, Name: "Gurdeep Dhillon", Address: []string{"2 Mill Lane"}, Postcode: "NM1 2AC"}})
	s.do(dec(2), by, casework.AddEvidence{Evidence: []casework.Evidence{{Title: "Diary of the evenings", From: "family-1", See: []casework.Party{"family-2", "school"}}}})
	e := s.c.Evidence[len(s.c.Evidence)-1]
	for who, want := range map[casework.AddresseeID]bool{"family-1": true, "family-2": false, casework.School: false} {
		if got := s.c.MayKnowAs(who, e); got != want {
			t.Errorf("%s may know of it: %v, want %v", who, got, want)
		}
	}
}

func TestWishesChangeNothingElse(t *testing.T) {
	s := considering(t)
	before, _ := s.c.Addressee("family-1")
	s.do(dec(1), mother(t, s.c), casework.WishAsFamily{Wishes: casework.Wishes{Language: "Panjabi", Interpreter: true, Format: "large_print", CallTimes: "after four", Voicemail: "no", Notices: true}})
	after, _ := s.c.Addressee("family-1")
	if after.Format != "large_print" || after.CallTimes != "after four" || !after.Notices || after.CallFirst {
		t.Errorf("the wishes are %+v", after)
	}
	if after.Name != before.Name || after.Postcode != before.Postcode || after.Phone != before.Phone || after.SafeContact != before.SafeContact {
		t.Errorf("more has changed than was wished: %+v, before %+v", after, before)
	}
}

// TestTheSameWishTakesNoLetterBack: a printed letter is another one only where the language or the format is.
func TestTheSameWishTakesNoLetterBack(t *testing.T) {
	for format, back := range map[string]bool{"": false, "standard": false, "large_print": true} {
		s := considering(t)
		who, _ := s.c.Addressee("family-1")
		key := casework.LetterKey{Kind: casework.Acknowledgement, To: "family-1", For: 1, Version: 1}
		var err error
		if s.c, err = s.c.Apply(s.c.Record([]casework.Body{casework.Issued{Letter: key, SHA256: "0", Dated: nov(23), By: statute.FirstClass}}, casework.Engine(), nov(23).At(11, 0))...); err != nil {
			t.Fatal(err)
		}
		s.do(nov(23), mother(t, s.c), casework.WishAsFamily{Wishes: casework.Wishes{Language: who.Language + " ", Format: format, Notices: true}})
		if got := len(s.c.Printed()) == 0; got != back {
			t.Errorf("with the format %q after none, the letter was taken back: %v", format, got)
		}
	}
}
