package portal

import (
	"archive/zip"
	"bytes"
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
	trail.wantText(t, "Daniel Osei", "views", "Priya Raman", "Decided", "We will not assess", "Letter posted")
	if strings.Contains(trail.body, "worn out") {
		t.Error("the trail says what was said")
	}
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil || reads[len(reads)-1].What != "trail" || reads[len(reads)-1].By != "graham.tully" {
		t.Errorf("the look at the record is not recorded: %v, %v", reads, err)
	}
	b.post("/records/verify", nil).wantText(t, "Everything is as it was recorded", "Last seal")
}

// answering is an answer to a subject access request with a paper among its parts.
func answering(t *testing.T, s *site) (b *browser, ref casework.Ref, at string, parts []string) {
	t.Helper()
	ref = refused(t, s)
	_, err := s.register.KeepUpload(t.Context(), records.Upload{Owner: exhibitOwner(ref, "E2"), Name: "Report.pdf", Type: "application/pdf", By: "amina.khan", Checked: "clean"}, []byte("%PDF-1.7 the whole report"))
	if err != nil {
		t.Fatal(err)
	}
	b = s.as("graham.tully")
	begin := "/records/cases/" + string(ref) + "/answers"
	b.post(begin, nil).wantText(t, "Write who asks", "Write the day on which it came")
	form := dayTyped(url.Values{"about": {"Harpreet Dhillon, for Jaspreet"}}, "asked", statute.DayOf(s.now))
	at = b.post(begin, form).goesTo()
	page := b.get(at)
	page.wantText(t, "Harpreet Dhillon, for Jaspreet", "are still to be decided", "14 January 2027", "It can be confirmed once every part is decided")
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
	manager := s.as("margaret.ellis")
	for _, part := range parts {
		if got := manager.get(at + "/bundle"); got.status != http.StatusNotFound {
			t.Fatalf("a bundle leaves before %s is decided: %d", part, got.status)
		}
		choice := url.Values{"give": {"yes"}}
		if strings.HasPrefix(part, "event.") {
			choice = url.Values{"give": {"no"}, "ground": {"third_party"}}
		}
		if strings.HasPrefix(part, "file.") {
			if got := b.get(at + "/parts/" + part + "/file"); got.body != "%PDF-1.7 the whole report" {
				t.Errorf("the paper is read as %q", got.body)
			}
			choice.Set("ground", "opinion")
			if got := b.sendFiles(at+"/parts/"+part, choice, "copy", "Report, blacked.pdf", "%PDF-1.7 blacked"); got.status != http.StatusSeeOther {
				t.Fatalf("the copy was not taken: %d %s", got.status, got.body)
			}
			continue
		}
		if got := b.post(at+"/parts/"+part, choice); got.status != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", part, got.status, got.body)
		}
	}
	b.get(at).wantText(t, "Every part is decided", "Somebody else has to confirm it")
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
	for _, gone := range []string{"Harpreet Dhillon said", "worn out", "the whole report"} {
		for name, content := range held {
			if strings.Contains(content, gone) {
				t.Errorf("%s holds %q", name, gone)
			}
		}
	}
	if len(held) != 2 || !strings.Contains(text, "Schedule 2, paragraph 16") || !strings.Contains(text, "█████") || !strings.Contains(text, "Reading") && !strings.Contains(text, "Jaspreet") {
		t.Errorf("the bundle holds %d files: %s", len(held), text)
	}
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil || !strings.HasSuffix(reads[len(reads)-2].What, "taken away") && !strings.HasPrefix(reads[len(reads)-1].What, "document ") {
		t.Errorf("that it was taken away is not recorded: %v, %v", reads, err)
	}
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
	e.look(e.s.as("graham.tully"), "/", "/records")
	b, ref, at, parts := answering(e.t, e.s)
	trail := "/records/cases/" + string(ref)
	e.look(b, "/records", trail, trail+"/answers", at, at+"/parts/request", at+"/parts/timeline", at+"/parts/"+parts[len(parts)-1])
	e.wrong(b, "/records", "/records/find")
	e.wrong(b, trail+"/answers", trail+"/answers")
	e.wrong(b, at+"/parts/request", at+"/parts/request")
	e.look(e.s.as("margaret.ellis"), at, "/records")
}
