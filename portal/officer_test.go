package portal

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/letters"
	"sendpanel/statute"
)

// printOwed prints every letter that the case owes now, as the workflow does.
func (s *site) printOwed(ref casework.Ref) {
	s.t.Helper()
	for range 3 {
		c, err := s.desk.Case(s.t.Context(), ref)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, owing := range c.Owed() {
			for _, key := range owing.Letters {
				s.printOne(c, key)
			}
		}
	}
}

func (s *site) printOne(c casework.Case, key casework.LetterKey) {
	s.t.Helper()
	ctx, on := s.t.Context(), statute.DayOf(s.now)
	c, err := s.desk.Case(ctx, c.Ref)
	if err != nil {
		s.t.Fatal(err)
	}
	events, err := s.register.Events(ctx, c.Ref)
	if err != nil {
		s.t.Fatal(err)
	}
	in, err := s.desk.Council(ctx)
	if err != nil {
		s.t.Fatal(err)
	}
	facts := letters.Facts{Case: c, Council: in, On: on, Owing: events[key.For-1]}
	if d, ok := events[key.For-1].Body.(casework.Decided); ok {
		facts.Decision = &d
	}
	l, err := letters.Compose(key, facts)
	if err != nil {
		s.t.Fatal(err)
	}
	pdf, err := letters.Render(l)
	if err != nil {
		s.t.Fatal(err)
	}
	stored, err := s.register.SaveLetter(ctx, c.Ref, key, pdf, on, l.Text())
	if err != nil {
		s.t.Fatal(err)
	}
	if err := s.register.Record(ctx, c.Ref, c.Record([]casework.Body{casework.Issued{Letter: key, SHA256: stored.SHA256, Dated: on, By: statute.FirstClass}}, casework.Engine(), s.now)); err != nil {
		s.t.Fatal(err)
	}
}

// considered is a case that is ready to be decided: the family was asked and has answered, its papers were released, and
// no panel meets any more.
func (s *site) considered() casework.Ref {
	s.t.Helper()
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	s.do(ref, "amina.khan", casework.Consult{Whom: "family", How: "call", Asked: statute.Date(2026, 11, 24), Received: true, Views: "Jaspreet comes home worn out."})
	s.do(ref, "amina.khan", casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2", "E3"}, See: []casework.Party{casework.TheFamily}})
	return ref
}

func TestTheWorkListSaysWhatIsNextAndWhoActs(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	amina := s.as("amina.khan")
	amina.get("/cases").wantText(t, "You carry 1 request whose family still waits", string(ref), "It is on no panel’s agenda yet. Amina Khan lists it.", "days to send", "<svg")
	s.do(ref, "amina.khan", casework.List{Panel: "send-panel", On: statute.Date(2026, 12, 8)})
	amina.get("/cases").wantText(t, "The panel looks at it on")
	s.as("daniel.osei").get("/cases").wantText(t, "You carry no request", "No request is like this")
	s.as("daniel.osei").get("/cases?whose=all&setting=millbrook-primary").wantText(t, string(ref))
	s.as("priya.raman").get("/cases?stage=closed").wantText(t, "No request is like this")
}

func TestASearchLeavesNoNameInAnAddressOrALog(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	amina := s.as("amina.khan")
	amina.post("/cases/find", url.Values{"find": {"dhillon jas"}}).wantText(t, "One request fits", string(ref))
	amina.post("/cases/find", url.Values{"find": {"Nobody"}}).wantText(t, "No request was found")
	if got := amina.post("/cases/find", url.Values{"find": {string(ref)}}); got.goesTo() != "/cases/"+string(ref) {
		t.Errorf("a reference leads to %q", got.goesTo())
	}
	if got := amina.post("/cases/find", nil); got.status != http.StatusUnprocessableEntity {
		t.Errorf("an empty search answers %d", got.status)
	}
	if log := s.log.String(); strings.Contains(strings.ToLower(log), "dhillon") {
		t.Errorf("the log holds the name:\n%s", log)
	}
}

func TestEachPageOfACaseIsReadAndNoted(t *testing.T) {
	s := newSite(t)
	ref := s.considered()
	s.printOwed(ref)
	amina := s.as("amina.khan")
	at := "/cases/" + string(ref)
	amina.get(at).wantText(t, "Jaspreet Dhillon, aged 8", "The decision is due on Monday 4 January 2027", "Why these dates?", "reg 5(1)", "List it for a meeting", "Ring before any letter", "We have your request")
	amina.get(at+"/dates").wantText(t, "The five dates", "Send by", "Twenty weeks, if a plan follows")
	amina.get(at+"/timeline").wantText(t, "Views of the family recorded", "Jaspreet comes home worn out.")
	amina.get(at+"/documents").wantText(t, "E2: Speech and language report", "The family, The school")
	amina.get(at+"/letters").wantText(t, "We have your request", "Printed, to be posted")
	amina.get(at+"/people").wantText(t, "Harpreet Dhillon", "Panjabi, with an interpreter", "No access to the portal")
	amina.get(at+"/views").wantText(t, "Jaspreet comes home worn out.")
	amina.get(at+"/request").wantText(t, "received_at")
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil || len(reads) < 8 {
		t.Fatalf("%d reads are noted, %v", len(reads), err)
	}
}

func TestALetterIsShownAsItWasIssued(t *testing.T) {
	s := newSite(t)
	ref := s.considered()
	s.printOwed(ref)
	amina := s.as("amina.khan")
	at := "/cases/" + string(ref) + "/letters/acknowledgement/family-1/1/1"
	amina.get(at).wantText(t, `class="paper"`, "Harpreet Dhillon", "Printed, to be posted", "<h2>")
	if got := amina.get(at + "/pdf"); got.status != http.StatusOK || !strings.HasPrefix(got.body, "%PDF") || !strings.HasPrefix(got.header.Get("Content-Disposition"), "inline") {
		t.Errorf("the PDF answers %d %v", got.status, got.header)
	}
	if got := amina.get("/cases/" + string(ref) + "/letters/nonsense/x/1/1"); got.status != http.StatusNotFound {
		t.Errorf("a letter that is none answers %d", got.status)
	}
}

func TestTheClerkConfirmsWhatWasPosted(t *testing.T) {
	s := newSite(t)
	ref := s.considered()
	s.printOwed(ref)
	joe := s.as("joe.marsh")
	page := joe.get("/letters")
	page.wantText(t, "letters wait to be posted", "We have your request")
	value := string(ref) + "|acknowledgement/family-1/1/1"
	form := url.Values{"letter": {value}, "on-day": {"1"}, "on-month": {"12"}, "on-year": {"2026"}, "once": {"post-once"}}
	if got := joe.post("/letters", form); got.status != http.StatusSeeOther {
		t.Fatalf("posting answered %d: %s", got.status, got.body)
	}
	joe.post("/letters", form) // a second click is the same act
	joe.get("/letters").wantText(t, "One letter is posted.")
	c, _ := s.desk.Case(t.Context(), ref)
	for _, l := range c.Letters {
		if l.Key.Kind == casework.Acknowledgement && l.State != casework.LetterPosted {
			t.Errorf("%s is %s", l.Key, l.State)
		}
	}
	joe.post("/letters", url.Values{"on-day": {"1"}, "on-month": {"12"}, "on-year": {"2026"}}).wantText(t, "Choose the letters that were posted.")
}

func TestAPaperRequestKeepsItsTrueDay(t *testing.T) {
	s := newSite(t)
	amina := s.as("amina.khan")
	form := url.Values{"received-day": {"26"}, "received-month": {"11"}, "received-year": {"2026"}, "channel": {"post"}, "asker": {"parent"}, "asker-name": {"Harpreet Dhillon"},
		"forenames": {"Jaspreet"}, "letter": {"Please assess my son."}, "parent-1-name": {"Harpreet Dhillon"}, "parent-1-lives_with": {"yes"}, "once": {"p1"}}
	amina.post("/requests/paper/save", form)
	amina.get("/requests/paper").wantText(t, "This is what you had begun", "Please assess my son.")
	form.Del("forenames")
	form.Del("letter")
	amina.post("/requests/paper", form).wantText(t, "There is one thing to put right")
	form.Set("letter", "Please assess my son.")
	form.Set("forenames", "Jaspreet")
	form.Set("surname", "Dhillon")
	thin := amina.post("/requests/paper", form)
	thin.wantText(t, "It can be received as it is", `name="anyway"`, "Date of birth")
	if strings.Contains(thin.body, "date_of_birth") {
		t.Error("what is to be mended is named as the API names it")
	}
	form.Set("anyway", "yes")
	got := amina.post("/requests/paper", form)
	if got.status != http.StatusSeeOther {
		t.Fatalf("receiving answered %d: %s", got.status, got.body)
	}
	amina.get(got.goesTo()).wantText(t, "The request is received as", "Thursday 7 January 2027", "Jaspreet Dhillon")
	amina.get(got.goesTo()+"/documents").wantText(t, "To mend in the request")
}

func TestWhatCouldNotBeOpenedIsDealtWith(t *testing.T) {
	s := newSite(t)
	if _, err := s.register.KeepUnopened(t.Context(), s.now.AddDate(0, 0, -3), []byte("a letter about a child"), "it is unreadable"); err != nil {
		t.Fatal(err)
	}
	amina := s.as("amina.khan")
	amina.get("/cases").wantText(t, "One thing arrived that could not be opened")
	amina.get("/unopened").wantText(t, "Arrival 1", "Waits 3 days", "it is unreadable")
	amina.get("/unopened/1").wantText(t, "a letter about a child", "/requests/paper?from=1")
	amina.post("/unopened/1", nil).wantText(t, "Say what it is and what was done.")
	if got := amina.post("/unopened/1", url.Values{"how": {"Advertising, thrown away."}}); got.status != http.StatusSeeOther {
		t.Fatalf("settling answered %d", got.status)
	}
	if list, _ := s.register.Unopened(t.Context()); len(list) != 0 {
		t.Errorf("%d still wait", len(list))
	}
}

func TestAnOfficerConfirmsAFamilysContact(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	amina := s.as("amina.khan")
	at := "/cases/" + string(ref) + "/people/family-1/access"
	amina.get(at).wantText(t, "Let Harpreet Dhillon follow the request")
	amina.post(at, nil).wantText(t, "Choose how it was confirmed.")
	form := url.Values{"channel": {"phone"}, "contact": {"07700 900123"}, "how": {"known-number"}}
	if got := amina.post(at, form); got.status != http.StatusSeeOther {
		t.Fatalf("confirming answered %d: %s", got.status, got.body)
	}
	a, err := s.register.FamilyAccess(t.Context(), ref, "family-1")
	if err != nil || a.Contact != "07700 900123" || !a.Opened || a.By != "amina.khan" {
		t.Errorf("%+v, %v", a, err)
	}
	if got := s.as("joe.marsh").get(at); got.status != http.StatusNotFound {
		t.Errorf("the clerk is shown %d", got.status)
	}
	s.do(ref, "amina.khan", casework.RecordDispute{Between: []casework.AddresseeID{"family-1"}, Why: "x", Over: true})
	closed := s.receive(func(r map[string]any) {
		r["child"].(map[string]any)["date_of_birth"], r["child"].(map[string]any)["upn"], r["child"].(map[string]any)["surname"] = "2010-03-14", "U871200025009", "Vale"
	}).Ref
	at = "/cases/" + string(closed) + "/people/family-1/access"
	amina.post(at, form).wantText(t, "Choose whether to open it now.")
	form.Set("open", "no")
	amina.post(at, form)
	if a, _ := s.register.FamilyAccess(t.Context(), closed, "family-1"); a.Opened {
		t.Error("a young person’s case was opened against the officer’s word")
	}
}
