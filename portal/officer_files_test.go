package portal

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/statute"
)

// aPDF is a small file that a browser shows.
func aPDF() []byte { return []byte("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n") }

// TestAnEntryLeadsToItsFile: what an officer adds with a file, and what a family gave, open from the index of evidence; a
// file of its own is given to an entry, and the ledger knows who did it.
func TestAnEntryLeadsToItsFile(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	officer := s.as("amina.khan")
	form := url.Values{"once": {"first"}, "what": {"Report of the educational psychologist"}, "class": {"needs"}, "from": {"school"}, "author": {"Dr Iris Penhale"}}
	wrong := url.Values{"once": {"first"}, "what": {"Report of the educational psychologist"}, "from": {"school"}}
	if got := officer.giveFileIn("file", "/cases/"+string(ref)+"/record/add_evidence", "report.pdf", aPDF(), wrong); got.status != http.StatusUnprocessableEntity || !strings.Contains(got.body, "report.pdf") {
		t.Fatalf("a form that lacks something gives %d and forgets the file", got.status)
	}
	if got := officer.post("/cases/"+string(ref)+"/record/add_evidence", form); got.status != http.StatusSeeOther {
		t.Fatalf("not recorded: %d %s", got.status, got.body)
	}
	link := regexp.MustCompile(`<a href="(/cases/[^"]+/files/[^"]+)"[^>]*>E\d+: Report of the educational psychologist`).FindStringSubmatch(officer.get("/cases/" + string(ref) + "/documents").body)
	if link == nil {
		t.Fatal("the entry does not lead to its file")
	}
	officer.get(link[1]).wantText(t, "report.pdf")
	if got := officer.get(strings.TrimSuffix(link[1], "/open")); string(got.body) != string(aPDF()) {
		t.Errorf("the file is %d %q", got.status, got.body)
	}
	s.family(ref, "family-1").giveFile(familyPath(ref)+"/add", "diary.pdf", aPDF(), url.Values{"about": {"Diary"}})
	officer.get("/cases/"+string(ref)+"/documents").wantText(t, "Diary (diary)</a>", "On paper, or not here yet")

	loose, err := s.register.KeepUpload(t.Context(), records.Upload{Owner: caseOwner(ref), Name: "scan.pdf", Type: "application/pdf", By: "amina.khan"}, aPDF())
	if err != nil {
		t.Fatal(err)
	}
	page := officer.get("/cases/" + string(ref) + "/documents")
	page.wantText(t, "scan.pdf", "/files/"+loose.ID+"/entry")
	if got := officer.post("/cases/"+string(ref)+"/files/"+loose.ID+"/entry", url.Values{"entry": {"E99"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a file was given to no entry: %d", got.status)
	}
	if got := officer.post("/cases/"+string(ref)+"/files/"+loose.ID+"/entry", url.Values{"entry": {"E1"}}); got.status != http.StatusSeeOther {
		t.Fatalf("the file was not given to E1: %d %s", got.status, got.body)
	}
	if u, here, err := s.exhibitFile(t.Context(), ref, "E1"); err != nil || !here || u.ID != loose.ID {
		t.Errorf("E1 has %+v, %v, %v", u, here, err)
	}
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil || !strings.Contains(reads[len(reads)-1].What+reads[max(0, len(reads)-2)].What, "given to E1") {
		t.Errorf("the ledger ends with %+v, %v", reads[len(reads)-1], err)
	}
}

// TestAHeldPaperIsForWhoeverLooks: it opens for the officer and the manager and for nobody else of the office, until it is
// said whose it is, on a form.
func TestAHeldPaperIsForWhoeverLooks(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	s.do(ref, "amina.khan", casework.AddEvidence{Evidence: []casework.Evidence{{Title: "A report", Class: "needs", From: "school", Of: &casework.OfWhom{Name: "Manpreet Dhillon"}}}})
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	held := c.Evidence[len(c.Evidence)-1]
	u, err := s.register.KeepUpload(t.Context(), records.Upload{Owner: exhibitOwner(ref, held.ID), Name: "a.pdf", Type: "application/pdf", By: "amina.khan"}, aPDF())
	if err != nil {
		t.Fatal(err)
	}
	at := "/cases/" + string(ref)
	for who, want := range map[casework.PersonID]int{"amina.khan": http.StatusOK, "margaret.ellis": http.StatusOK, "joe.marsh": http.StatusNotFound, "priya.raman": http.StatusNotFound} {
		if got := s.as(who).get(at + "/files/" + u.ID); got.status != want {
			t.Errorf("%s gets %d, want %d", who, got.status, want)
		}
	}
	officer := s.as("amina.khan")
	officer.get(at+"/documents").wantText(t, "Held: may be another child’s", "Say whether a paper is this child’s")
	officer.get(at+"/record").wantText(t, "Say whether a paper is this child’s")
	form := url.Values{"evidence": {string(held.ID)}, "belongs": {"yes"}, "why": {"The school wrote a wrong name."}, "weighed": {"yes"}}
	if got := officer.post(at+"/record/confirm_paper", form); got.status != http.StatusSeeOther {
		t.Fatalf("not recorded: %d %s", got.status, got.body)
	}
	if got := s.as("joe.marsh").get(at + "/files/" + u.ID); got.status != http.StatusOK {
		t.Errorf("a paper that was confirmed gives the clerk %d", got.status)
	}
}

// TestAnotherIdentityIsRecorded by the manager alone, on a form that holds nothing of the old one.
func TestAnotherIdentityIsRecorded(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	at := "/cases/" + string(ref) + "/record/change_identity"
	if got := s.as("amina.khan").get(at); got.status != http.StatusNotFound {
		t.Errorf("an officer gets %d", got.status)
	}
	manager := s.as("margaret.ellis")
	page := manager.get(at)
	page.wantText(t, "Which order is it?")
	if _, fields, _ := strings.Cut(page.body, "<form"); strings.Contains(fields, "Dhillon") {
		t.Error("the form holds the old name")
	}
	form := url.Values{"forenames": {"Asha"}, "surname": {"Verity"}, "born-day": {"14"}, "born-month": {"3"}, "born-year": {"2018"}, "parent-1-name": {"Mr Owen Verity"},
		"parent-1-relationship": {"adoptive father"}, "parent-1-address": {"8 Quarry Rise\nNorthmere"}, "parent-1-postcode": {"nm2 3bb"},
		"parent-2-name": {"Mrs Lena Verity"}, "why": {"Adoption order of the Family Court at Northmere, 24 November 2026."}}
	manager.post(at, form).wantText(t, "What follows", "Mr Owen Verity")
	form.Set("weighed", "yes")
	if got := manager.post(at, form); got.status != http.StatusSeeOther {
		t.Fatalf("not recorded: %d %s", got.status, got.body)
	}
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if c.Opened.Child.FullName() != "Asha Verity" || c.Opened.Child.DateOfBirth != statute.Date(2018, 3, 14) || len(c.Family) != 2 || c.Family[1].Postcode != "NM2 3BB" {
		t.Errorf("the case is %+v %+v", c.Opened.Child, c.Family)
	}
}
