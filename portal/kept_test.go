package portal

import (
	"net/url"
	"testing"
	"time"

	"sendpanel/casework"
)

// TestAnUploadAfterTheSessionEnded: the page says which files did not come, sends each person to where they sign in, and
// what was typed is back in the form.
func TestAnUploadAfterTheSessionEnded(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	at := "/cases/" + string(ref) + "/record/add_evidence"
	officer, family := s.as("amina.khan"), s.family(ref, "family-1")
	s.now = s.now.Add(idleLimit + time.Minute)

	got := officer.giveFileIn("file", at, "report.pdf", aPDF(), url.Values{"once": {"a-key"}, "what": {"Report of the psychologist"}, "class": {"needs"}})
	if got.goesTo() != "/sign-in" {
		t.Fatalf("an officer is sent to %q: %d", got.goesTo(), got.status)
	}
	officer.get("/sign-in").wantText(t, "what you typed is kept", "Choose them again: report.pdf.")
	if got := officer.post("/sign-in/demo", url.Values{"person": {"amina.khan"}}); got.goesTo() != at {
		t.Fatalf("after signing in comes %q", got.goesTo())
	}
	officer.get(at).wantText(t, `value="Report of the psychologist"`)

	path := familyPath(ref)
	if got := family.giveFile(path+"/add", "diary.pdf", aPDF(), url.Values{"about": {"Our diary"}}); got.goesTo() != "/sign-in/family" {
		t.Fatalf("a family is sent to %q: %d", got.goesTo(), got.status)
	}
	family.get("/sign-in/family").wantText(t, "Choose them again: diary.pdf.")
	s.signInAgain(t, family, ref, "family-1")
	family.get(path+"/add").wantText(t, `value="Our diary"`)

	school := s.as("nicola.brandt")
	draft := school.newDraft()
	s.now = s.now.Add(idleLimit + time.Minute)
	school.giveFile(draft+"/documents", "plan.pdf", aPDF(), nil).wantText(t, "You are signed out", "Choose them again: plan.pdf.", `href="/sign-in"`)
}

// signInAgain signs somebody of a family in by a new code, at the browser that they have.
func (s *site) signInAgain(t *testing.T, b *browser, ref casework.Ref, id casework.AddresseeID) {
	t.Helper()
	b.post("/sign-in/family", url.Values{"ref": {string(ref)}, "contact": {contactOf(id)}})
	if got := b.post("/sign-in/family/code", url.Values{"code": {codeIn(s.lastNotice().Text)}}); got.goesTo() != familyPath(ref)+"/add" {
		t.Fatalf("after the code comes %q: %d", got.goesTo(), got.status)
	}
}
