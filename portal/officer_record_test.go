package portal

import (
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestEveryCommandOfTheOfficeHasItsForm opens the form of each command, as each of the people who may give it, and looks
// for words that are missing: a key stands in for those.
func TestEveryCommandOfTheOfficeHasItsForm(t *testing.T) {
	s := newSite(t)
	ref := s.considered()
	people := map[casework.Role]*browser{casework.CaseworkOfficer: s.as("amina.khan"), casework.DecisionMaker: s.as("priya.raman"), casework.Clerk: s.as("joe.marsh"), casework.ServiceManager: s.as("margaret.ellis")}
	missing := regexp.MustCompile(`>\s*(act|field|party)-[a-z_]+`)
	forms := sheets()
	for _, rule := range casework.Rules() {
		if _, has := forms[rule.Act]; !has {
			continue
		}
		for _, grant := range rule.By {
			b := people[grant.Role]
			if b == nil {
				continue
			}
			got := b.get("/cases/" + string(ref) + "/record/" + string(rule.Act))
			if got.status != http.StatusOK {
				t.Errorf("%s as %s answers %d", rule.Act, grant.Role, got.status)
			}
			if m := missing.FindString(got.body); m != "" {
				t.Errorf("%s lacks the words %s", rule.Act, m)
			}
		}
		for _, kind := range []string{"-done", "-short", "-lead"} {
			if s.words["act-"+string(rule.Act)+kind] == "" {
				t.Errorf("there are no words act-%s%s", rule.Act, kind)
			}
		}
	}
	amina := people[casework.CaseworkOfficer]
	amina.get("/cases/"+string(ref)+"/record").wantText(t, "Record a consultation", "Claim an exception", "The request is withdrawn", "Release documents")
	if got := amina.get("/cases/" + string(ref) + "/record/determine"); got.status != http.StatusNotFound {
		t.Errorf("an officer is shown the determination: %d", got.status)
	}
	amina.get("/cases/"+string(ref)+"/record/record_certificate").wantText(t, "This cannot be recorded now")
	people[casework.Clerk].get("/cases/"+string(ref)+"/record").wantText(t, "List for a meeting")
}

// dayTyped fills the three fields of a date.
func dayTyped(form url.Values, name string, on statute.Day) url.Values {
	year, month, day := on.Date()
	for part, n := range map[string]int{"day": day, "month": int(month), "year": year} {
		form.Set(name+"-"+part, strconv.Itoa(n))
	}
	return form
}

func TestAnActIsRecordedOnceAndSaysWhatIsWrong(t *testing.T) {
	s := newSite(t)
	ref := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	amina := s.as("amina.khan")
	at := "/cases/" + string(ref) + "/record/consult"
	form := dayTyped(url.Values{"whom": {"family"}, "how": {"call"}, "received": {"yes"}, "once": {"c1"}}, "asked", statute.Date(2026, 11, 25))
	amina.post(at, form).wantText(t, "none are written down", "f-views")
	form.Set("views", "Jaspreet comes home worn out.")
	for range 2 {
		if got := amina.post(at, form); got.status != http.StatusSeeOther {
			t.Fatalf("recording answered %d: %s", got.status, got.body)
		}
	}
	c, _ := s.desk.Case(t.Context(), ref)
	if len(c.Consulted) != 1 {
		t.Errorf("%d consultations are recorded", len(c.Consulted))
	}
}

func TestConsequencesAreShownBeforeAnActIsConfirmed(t *testing.T) {
	s := newSite(t)
	ref := s.considered()
	amina := s.as("amina.khan")
	at := "/cases/" + string(ref) + "/record/list"
	amina.get(at).wantText(t, "Leaves 22 days to decide and post", "Tuesday 8 December 2026")
	form := url.Values{"meeting": {"send-panel|2026-12-08"}, "once": {"l1"}}
	amina.post(at, form).wantText(t, "What follows", "Listed for Northmere SEND Panel", "The six weeks go on", `name="weighed"`)
	if c, _ := s.desk.Case(t.Context(), ref); c.Listed != nil {
		t.Fatal("it was listed before it was confirmed")
	}
	form.Set("weighed", "yes")
	if got := amina.post(at, form); got.status != http.StatusSeeOther {
		t.Fatalf("listing answered %d", got.status)
	}
	amina.post(at, url.Values{"meeting": {"send-panel|2027-01-05"}}).wantText(t, "the last day on which the decision can be sent in time")

	at = "/cases/" + string(ref) + "/record/claim_exception"
	claim := dayTyped(dayTyped(url.Values{"limb": {"3"}, "facts": {"The family is abroad."}, "because": {"Nobody could be reached for their views."}, "evidence": {"E1"}}, "from", statute.Date(2026, 11, 24)), "until", statute.Date(2026, 12, 24))
	amina.post(at, claim).wantText(t, "What follows", "reg 5(4)(d)", "The six weeks go on: due by <strong>Monday 4 January 2027</strong>")
	claim.Del("because")
	amina.post(at, claim).wantText(t, "Say why this made it impractical to keep the limit.")

	at = "/cases/" + string(ref) + "/record/record_call"
	amina.post(at, url.Values{"addressee": {"family-1"}, "reached": {"yes"}, "message": {"no"}, "interpreter": {"her sister"}, "said": {"The decision."}}).wantText(t, "seems to be a relative")
}

func TestATaskIsFinishedWithWhatWasDone(t *testing.T) {
	s := newSite(t)
	ref := s.considered()
	s.do(ref, "amina.khan", casework.TransferIn{From: "Southmere", On: statute.Date(2026, 11, 20)})
	amina := s.as("amina.khan")
	at := "/cases/" + string(ref) + "/tasks"
	amina.get(at).wantText(t, "Ask Southmere for its papers")
	amina.post(at, url.Values{"task": {"papers-from-other-council"}}).wantText(t, "Say in a sentence what was done.")
	if got := amina.post(at, url.Values{"task": {"papers-from-other-council"}, "how": {"They came by post."}}); got.status != http.StatusSeeOther {
		t.Fatalf("finishing answered %d: %s", got.status, got.body)
	}
	amina.get(at).wantText(t, "No task is open", "What was done")
}
