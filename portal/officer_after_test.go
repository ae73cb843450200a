package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

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
