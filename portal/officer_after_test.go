package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestARefusalIsSentAgain: who puts a letter right sees that the family’s time begins anew, and a letter that the law asks
// for is not withdrawn, in words without keys.
func TestARefusalIsSentAgain(t *testing.T) {
	s := newSite(t)
	ref := s.refusedAt(statute.Date(2026, 12, 18).At(10, 0))
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	var key string
	for _, l := range c.Letters {
		if l.Key.Kind == casework.NotAssessLetter {
			key = l.Key.String()
		}
	}
	amina, at := s.as("amina.khan"), "/cases/"+string(ref)+"/record/mend_letter"
	form := url.Values{"letter": {key}, "how": {"withdrawn"}, "why": {"It went to the wrong address."}}
	got := amina.post(at, form)
	got.wantText(t, "The letter is owed by law, so it cannot be withdrawn", "record that the refusal is undone", "It went to the wrong address.")
	if strings.Contains(got.body, "This "+key) {
		t.Error("a letter is named by its key")
	}
	for _, how := range []string{"corrected", "again"} {
		form.Set("how", how)
		got := amina.post(at, form)
		got.wantText(t, "The family’s time for mediation and for an appeal begins anew with the day on which the new letter is posted.")
		if strings.Contains(got.body, "No date changes") {
			t.Error("the page says that no date changes")
		}
	}
	form.Set("weighed", "yes")
	form.Set("once", "mend-once")
	if got := amina.post(at, form); got.status != http.StatusSeeOther {
		t.Fatalf("mending answered %d\n%s", got.status, got.body)
	}
	amina.get("/cases/"+string(ref)+"/letters").wantText(t, "The letter is put right.", "A newer version took its place", "We will not assess")
}

// TestAnAppealThatComesLateOpensTheCaseAgain: after the time for it has ended the case is closed; the form takes an appeal
// that the Tribunal admitted, and the case is on the list again with what is to be done.
func TestAnAppealThatComesLateOpensTheCaseAgain(t *testing.T) {
	s := newSite(t)
	ref := s.refusedAt(statute.Date(2026, 12, 18).At(10, 0))
	s.now = statute.Date(2027, 6, 1).At(10, 0)
	c, err := s.desk.Case(t.Context(), ref)
	if err == nil {
		err = s.register.Record(t.Context(), ref, c.Pass(s.now))
	}
	if err != nil {
		t.Fatal(err)
	}
	amina, at := s.as("amina.khan"), "/cases/"+string(ref)
	amina.get(at).wantText(t, "The time for an appeal has ended and none is recorded.")
	amina.get(at+"/record").wantText(t, "Record an appeal")
	form := url.Values{"on-day": {"28"}, "on-month": {"5"}, "on-year": {"2027"}}
	amina.post(at+"/record/record_appeal", form).wantText(t, "There is one thing to put right", `value="28"`)
	form.Set("admitted-day", "31")
	form.Set("admitted-month", "5")
	form.Set("admitted-year", "2027")
	amina.post(at+"/record/record_appeal", form).wantText(t, "What follows", "the Tribunal extended the time on Mon 31 May 2027")
	form.Set("weighed", "yes")
	if got := amina.post(at+"/record/record_appeal", form); got.status != http.StatusSeeOther {
		t.Fatalf("the appeal answered %d\n%s", got.status, got.body)
	}
	amina.get(at).wantText(t, "The family has challenged the refusal.", "Respond to the appeal by")
	amina.get(at+"/dates").wantText(t, "The council answers the appeal")
	amina.get("/cases?stage=to-do").wantText(t, string(ref))
}

// TestWhatWasAskedAndAnsweredIsToldApart: an asking that was answered does not stand as open, whoever chases is asked only
// what is new, and meetings that come too late say what to do instead.
func TestWhatWasAskedAndAnsweredIsToldApart(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	on := statute.DayOf(s.now)
	for _, whom := range []string{"family", "health"} {
		s.do(ref, "amina.khan", casework.Consult{Whom: whom, How: "letter", Asked: on})
		s.now = s.now.Add(time.Second)
	}
	s.do(ref, "amina.khan", casework.Consult{Whom: "family", How: "call", Asked: on, Received: true, Views: "He comes home worn out."})
	amina, at := s.as("amina.khan"), "/cases/"+string(ref)
	got := amina.get(at + "/views")
	got.wantText(t, "Answered since", "Answered by telephone, recorded on Tuesday 1 December 2026")
	if n := strings.Count(got.body, "Not answered"); n != 1 {
		t.Errorf("%d askings stand as not answered, want that of health", n)
	}
	amina.get(at).wantText(t, `href="`+at+`/record/consult?whom=health"`)
	amina.get(at+"/record/consult?whom=health").wantText(t, `value="health" checked`, `value="1"`)
	amina.get(at+"/record/list").wantText(t, "to decide and post")
	s.now = statute.Date(2027, 1, 2).At(10, 0)
	amina = s.as("amina.khan")
	amina.get(at+"/record/list").wantText(t, "No panel meets in time", "a decision-maker can agree to assess today")
}
