package portal

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/statute"
)

func TestTheTrailSaysWhoReadChangedAndSentWhat(t *testing.T) {
	s := newSite(t)
	ref := refused(t, s)
	s.as("daniel.osei").get("/cases/" + string(ref) + "/views")
	b := s.as("graham.tully")
	if got := b.get("/"); got.status != http.StatusOK || !strings.Contains(got.body, "Is the record whole?") {
		t.Errorf("the records manager begins with %d", got.status)
	}
	if got := b.post("/records/find", url.Values{"ref": {string(ref)}}); got.goesTo() != "/records/cases/"+string(ref) {
		t.Errorf("the reference leads to %d %s", got.status, got.goesTo())
	}
	b.post("/records/find", url.Values{"ref": {"nothing"}}).wantText(t, "Type the reference of a request")
	trail := b.get("/records/cases/" + string(ref))
	trail.wantText(t, "Daniel Osei", "views", "Priya Raman", "Decided not to assess", "We will not assess", "Letter posted")
	if strings.Contains(trail.body, "worn out") {
		t.Error("the trail says what was said")
	}
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil || reads[len(reads)-1].What != "trail" || reads[len(reads)-1].By != "graham.tully" {
		t.Errorf("the look at the record is not recorded: %v, %v", reads, err)
	}
	b.get(verifyPath).wantText(t, "Nobody has asked for it yet")
	b.post("/records/verify", nil)
	b.get(verifyPath).wantText(t, "Everything is as it was recorded", "Last seal", "Graham Tully asked for it")
	b.get("/records").wantText(t, "The last time")
}

// pdfOf is a PDF of one page with a line of text.
func pdfOf(line string) string {
	content := "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET"
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range []string{"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 4 0 R>>>> /Contents 5 0 R>>", "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content), "<</Title (" + line + ") /Author (Dr Grace Mwangi)>>"} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	b.WriteString("xref\n0 7\n0000000000 65535 f \n")
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size 7 /Root 1 0 R /Info 6 0 R>>\nstartxref\n%d\n%%%%EOF\n", start)
	return b.String()
}

// answering is an answer to a subject access request with a paper among its parts.
func answering(t *testing.T, s *site) (b *browser, ref casework.Ref, at string, parts []string) {
	t.Helper()
	ref = refused(t, s)
	_, err := s.register.KeepUpload(t.Context(), records.Upload{Owner: exhibitOwner(ref, "E2"), Name: "Harpreet Dhillon.pdf", Type: "application/pdf", By: "amina.khan", Checked: "clean"}, []byte(pdfOf("the whole report on Harpreet Dhillon")))
	if err != nil {
		t.Fatal(err)
	}
	b = s.as("graham.tully")
	begin := "/records/cases/" + string(ref) + "/answers"
	b.post(begin, nil).wantText(t, "Write who asks", "Write the day on which it came", "Choose in whose right they ask")
	form := dayTyped(url.Values{"about": {"Mr Dhillon, for Jaspreet"}, "standing": {"parent"}}, "asked", statute.DayOf(s.now))
	at = b.post(begin, form).goesTo()
	page := b.get(at)
	page.wantText(t, "Mr Dhillon, for Jaspreet", "are still to be decided", "13 January 2027", "It can be confirmed once every part is decided", "write how you know who asks")
	for _, m := range regexp.MustCompile(`href="`+at+`/parts/([^"]+)"`).FindAllStringSubmatch(page.body, -1) {
		parts = append(parts, m[1])
	}
	return b, ref, at, parts
}

// TestNothingLeavesInOneClick goes through an answer: a ground for what is held back, words taken out, a blacked copy, a
// second person, and only then a bundle, which holds what was decided.
func TestNothingLeavesInOneClick(t *testing.T) {
	s := newSite(t)
	b, ref, at, parts := answering(t, s)
	if len(parts) < 6 {
		t.Fatalf("the parts are %v", parts)
	}
	b.post(at, url.Values{"hide": {"Harpreet Dhillon\nworn  out"}})
	b.get(at+"/parts/request").wantText(t, "█████", "As it stands in the record")
	b.post(at+"/parts/request", nil).wantText(t, "Choose whether it is given")
	b.post(at+"/parts/request", url.Values{"give": {"no"}}).wantText(t, "Choose the ground")
	b.post(at+"/parts/request", url.Values{"give": {"yes"}}).wantText(t, "Choose whether it tells of somebody’s health")
	manager := s.as("margaret.ellis")
	for _, part := range parts {
		if got := manager.get(at + "/bundle"); got.status != http.StatusNotFound {
			t.Fatalf("a bundle leaves before %s is decided: %d", part, got.status)
		}
		choice := url.Values{"give": {"yes"}, "health": {"none"}}
		if strings.HasPrefix(part, "event.") {
			choice = url.Values{"give": {"no"}, "ground": {"third_party"}}
		}
		if strings.HasPrefix(part, "file.") {
			theFileOfAPart(t, s, b, at+"/parts/"+part, choice)
			continue
		}
		if got := b.post(at+"/parts/"+part, choice); got.status != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", part, got.status, got.body)
		}
	}
	b.get(at).wantText(t, "Every part is decided", "Somebody else has to confirm it", "write how you know who asks")
	if got := manager.post(at+"/confirm", nil); got.status != http.StatusUnprocessableEntity {
		t.Errorf("it was confirmed while nobody knew who asks: %d", got.status)
	}
	b.post(at+"/who", url.Values{"standing": {"parent"}, "identity": {"known to Amina Khan"}})
	if got := b.post(at+"/confirm", nil); got.status != http.StatusUnprocessableEntity {
		t.Errorf("whoever prepared it confirmed it: %d", got.status)
	}
	if got := manager.post(at+"/confirm", nil); got.goesTo() != at {
		t.Fatalf("it was not confirmed: %d %s", got.status, got.body)
	}
	b.get(at).wantText(t, "Confirmed by Margaret Ellis")
	if got := b.post(at+"/parts/request", url.Values{"give": {"no"}, "ground": {"harm"}}); got.status != http.StatusGone {
		t.Errorf("what was confirmed was changed: %d", got.status)
	}
	held := unzipped(t, b.get(at+"/bundle").body)
	text := held["read-this.html"]
	for _, gone := range []string{"Harpreet Dhillon", "worn out", "the whole report", "Grace Mwangi"} {
		for name, content := range held {
			if strings.Contains(name, gone) || strings.Contains(content, gone) {
				t.Errorf("%s holds %q", name, gone)
			}
		}
	}
	if len(held) != 2 || !strings.Contains(text, "Schedule 2, paragraph 16") || !strings.Contains(text, "█████") || !strings.Contains(text, "Jaspreet") || !strings.Contains(text, "Information Commissioner") {
		t.Errorf("the bundle holds %d files: %s", len(held), text)
	}
	whatLeftIsInTheLedger(t, s, ref)
	b.post(at+"/sent", url.Values{"to": {"Mr Dhillon"}}).wantText(t, "Write the day on which it was given", "Choose how it was given")
	if got := b.post(at+"/sent", dayTyped(url.Values{"to": {"Mr Dhillon"}, "how": {"hand"}}, "sent", statute.DayOf(s.now))); got.goesTo() != at {
		t.Fatalf("that it was given is not taken: %d %s", got.status, got.body)
	}
	b.get(at).wantText(t, "Given to Mr Dhillon", "by hand")
	b.get("/records").wantText(t, "Given")
}

// theFileOfAPart decides of a file: not whole, for the name is in it; not with a box over the name; then with a copy.
func theFileOfAPart(t *testing.T, s *site, b *browser, at string, choice url.Values) {
	t.Helper()
	if got := b.get(at + "/file"); got.body != pdfOf("the whole report on Harpreet Dhillon") {
		t.Errorf("the paper is read as %q", got.body)
	}
	b.post(at, choice).wantText(t, "still in the file and were to be taken out: Harpreet Dhillon")
	b.get(at+"/leaves").wantText(t, "still in the file")
	choice.Set("ground", "third_party")
	covered := strings.Replace(pdfOf("a report"), "/Contents 5 0 R", "/Contents 5 0 R /Annots [<</Type /Annot /Subtype /Square /Rect [0 0 9 9]>>]", 1)
	if got := b.sendFiles(at, choice, "copy", "Report, blacked.pdf", covered); !strings.Contains(got.body, "lie over its pages") {
		t.Errorf("a copy with boxes over it was taken: %d", got.status)
	}
	choice.Set("health", "opinion")
	choice.Set("asked", "Dr Esther Boateng, paediatrician")
	old := dayTyped(choice, "said", statute.DayOf(s.now).AddDays(-200))
	if got := b.sendFiles(at, old, "copy", "Report, blacked.pdf", pdfOf("a report")); !strings.Contains(got.body, "An opinion counts for six months") {
		t.Errorf("an old opinion was taken: %d", got.status)
	}
	if got := b.sendFiles(at, dayTyped(choice, "said", statute.DayOf(s.now)), "copy", "Report, blacked.pdf", pdfOf("a report")); got.status != http.StatusSeeOther {
		t.Fatalf("the copy was not taken: %d %s", got.status, got.body)
	}
	if got := b.get(at + "/leaves"); !strings.HasPrefix(got.body, "%PDF") || strings.Contains(got.body, "Grace Mwangi") || !strings.Contains(got.body, "a report") {
		t.Errorf("as it leaves it is %d %.40q", got.status, got.body)
	}
}

// whatLeftIsInTheLedger: the bundle's hash and that it was taken away cannot be changed without showing.
func whatLeftIsInTheLedger(t *testing.T, s *site, ref casework.Ref) {
	t.Helper()
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, r := range reads {
		all.WriteString(r.By + " " + r.What + "\n")
	}
	for _, want := range []string{`margaret\.ellis answer \S+ confirmed, SHA-256 [0-9a-f]{64}`, `graham\.tully answer \S+ taken away`} {
		if !regexp.MustCompile(want).MatchString(all.String()) {
			t.Errorf("the ledger does not have %s: %s", want, all.String())
		}
	}
}

// TestWhatChangedIsDecidedAnew: a part that grows after it was decided does not leave unread.
func TestWhatChangedIsDecidedAnew(t *testing.T) {
	s := newSite(t)
	b, ref, at, _ := answering(t, s)
	if got := b.post(at+"/parts/timeline", url.Values{"give": {"yes"}, "health": {"none"}}); got.status != http.StatusSeeOther {
		t.Fatalf("the timeline is not decided: %d", got.status)
	}
	s.do(ref, "margaret.ellis", casework.Reassign{Officer: "rosa.delgado", Why: "Amina Khan is away from Monday."})
	b.get(at).wantText(t, "Changed since it was decided")
	b.get(at+"/parts/timeline").wantText(t, "has changed since it was decided")
	var all strings.Builder
	for _, m := range regexp.MustCompile(`href="(`+at+`/parts/event[^"]+)"`).FindAllStringSubmatch(b.get(at).body, -1) {
		all.WriteString(b.get(m[1]).body)
	}
	if !strings.Contains(all.String(), "Amina Khan is away from Monday.") {
		t.Error("what somebody wrote is in no part")
	}
}

// TestTheClockOfAnAnswer: a question makes it stand, its answer goes on, and more months are told in time.
func TestTheClockOfAnAnswer(t *testing.T) {
	s := newSite(t)
	b, _, at, _ := answering(t, s)
	today := statute.DayOf(s.now)
	b.post(at+"/clock", nil).wantText(t, "Choose what happened", "Write the day")
	b.post(at+"/clock", dayTyped(url.Values{"what": {"ask-scope"}}, "on", today))
	b.get(at).wantText(t, "The clock stands still since", "No answer yet")
	b.get("/records").wantText(t, "The clock stands still")
	b.post(at+"/clock", dayTyped(url.Values{"what": {"came"}}, "on", today))
	b.get(at).wantText(t, "14 January 2027", "These days do not count")
	b.post(at+"/clock", dayTyped(url.Values{"what": {"extend"}}, "on", today)).wantText(t, "Write why two more months are needed")
	b.post(at+"/clock", dayTyped(url.Values{"what": {"extend"}, "why": {"Four households ask about three children."}}, "on", today))
	b.get(at).wantText(t, "14 March 2027", "Four households")
}

func unzipped(t *testing.T, data string) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader([]byte(data)), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		held[f.Name] = string(content)
	}
	return held
}

// eyeOnTheRecord looks at the pages of those who answer for the record.
func eyeOnTheRecord(e eye) {
	e.look(e.s.as("graham.tully"), "/", "/records", "/records/doings", verifyPath)
	e.s.as("graham.tully").post("/records/verify", nil)
	e.look(e.s.as("graham.tully"), "/records", verifyPath)
	b, ref, at, parts := answering(e.t, e.s)
	trail := "/records/cases/" + string(ref)
	e.look(b, "/records", trail, trail+"/answers", at, at+"/parts/request", at+"/parts/timeline", at+"/parts/"+parts[len(parts)-1])
	e.wrong(b, "/records", "/records/find")
	e.wrong(b, trail+"/answers", trail+"/answers")
	e.wrong(b, at+"/parts/request", at+"/parts/request")
	e.look(e.s.as("margaret.ellis"), at, "/records")
}
