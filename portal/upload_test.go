package portal

import (
	"bytes"
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sendpanel/portal/form"
)

// fakeScanner finds harm where the content says so.
type fakeScanner struct{}

func (fakeScanner) Scan(_ context.Context, r io.Reader) (string, error) {
	content, err := io.ReadAll(r)
	if bytes.Contains(content, []byte("harmful")) {
		return "Test.Harm", nil
	}
	return "", err
}

// TestUploads puts files through a route made for it, as schools and families will have.
func TestUploads(t *testing.T) {
	s := newSite(t, func(o *Options) { o.Scanner = fakeScanner{} })
	var id string
	take := Route{Pattern: "POST /take", For: SignedIn(), Body: UploadBody, Handle: func(v *Visit) error {
		kept, err := v.Uploads("files", "draft/1")
		if err != nil {
			return err
		}
		for _, u := range kept {
			id = u.ID
		}
		for _, e := range v.Form.Errors {
			_, _ = io.WriteString(v.W, e.Text+"\n")
		}
		return nil
	}}
	give := Route{Pattern: "GET /give/{id}", For: SignedIn(), Handle: func(v *Visit) error { return v.Download("draft/1", v.Path("id")) }}
	s.serve(s.handler(append(s.routes(), take, give)))
	b := s.as("amina.khan")
	pdf := "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
	for name, c := range map[string]struct{ file, content, says string }{
		"a sound one":        {"Provision map.pdf", pdf, ""},
		"a page":             {"view.html", "<!doctype html><script>alert(1)</script>", "PDF"},
		"a page in disguise": {"view.pdf", "<!doctype html><script>alert(1)</script>", "PDF"},
		"a harmful one":      {"letter.pdf", pdf + "harmful", "letter.pdf"},
		"an empty one":       {"nothing.pdf", "", "nothing.pdf"},
	} {
		t.Run(name, func(t *testing.T) {
			id = ""
			got := b.upload("/take", "files", c.file, c.content)
			if (c.says == "") != (id != "") || !strings.Contains(got.body, c.says) {
				t.Errorf("kept %q and said %q, want %q", id, got.body, c.says)
			}
			if id == "" {
				return
			}
			back := b.get("/give/" + id)
			if back.body != c.content || !strings.HasPrefix(back.header.Get("Content-Disposition"), "attachment") {
				t.Errorf("given back with %q: %q", back.header.Get("Content-Disposition"), back.body)
			}
		})
	}
}

func TestTidyNames(t *testing.T) {
	for given, want := range map[string]string{
		`C:\Users\me\report.pdf`: "report.pdf", "../../etc/passwd": "passwd", "map\u202efdp.exe": "mapfdp.exe",
		"": "file", "...": "file", "a\"b\nc.pdf": "abc.pdf",
	} {
		if got := tidyName(given); got != want {
			t.Errorf("%q became %q, want %q", given, got, want)
		}
	}
}

// upload posts one file as a browser does.
func (b *browser) upload(path, field, name, content string) page {
	b.s.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	part, err := w.CreateFormFile(field, name)
	if err == nil {
		_, err = io.WriteString(part, content)
	}
	if err == nil {
		err = w.WriteField(form.KeyField, "k")
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		b.s.t.Fatal(err)
	}
	r, err := http.NewRequestWithContext(b.s.t.Context(), http.MethodPost, b.s.http.URL+path, &body)
	if err != nil {
		b.s.t.Fatal(err)
	}
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Origin", b.s.http.URL)
	return b.do(r)
}

// awayScanner does not answer, until it does.
type awayScanner struct{ back *bool }

func (a awayScanner) Scan(ctx context.Context, r io.Reader) (string, error) {
	if !*a.back {
		return "", errors.New("nobody answers")
	}
	return fakeScanner{}.Scan(ctx, r)
}

// TestAFileIsHeldUntilTheScannerAnswers: it is kept and its sender told; nobody opens it before, and a harmful one never.
func TestAFileIsHeldUntilTheScannerAnswers(t *testing.T) {
	back := false
	s := newSite(t, func(o *Options) { o.Scanner = awayScanner{&back} })
	ref := s.receive(nil).Ref
	b := s.as("amina.khan")
	at := "/cases/" + string(ref)
	for _, name := range []string{"sound.pdf", "harmful.pdf"} {
		got := b.giveFileIn("file", at+"/record/add_evidence", name, append(aPDF(), name...), url.Values{"what": {name}, "class": {"needs"}, "from": {"school"}, "once": {name}})
		if got.status != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", name, got.status, got.body)
		}
		b.get(got.goesTo()).wantText(t, name+" is kept. It could not be checked for viruses just now")
	}
	waiting, err := s.register.WaitingUploads(t.Context(), 10)
	if err != nil || len(waiting) != 2 {
		t.Fatalf("%d files wait, %v", len(waiting), err)
	}
	open := func(want map[string]int) {
		t.Helper()
		for _, u := range waiting {
			for _, path := range []string{"", "/open", "/raw"} {
				if got := b.get(at + "/files/" + u.ID + path); got.status != want[u.Name] {
					t.Errorf("%s%s: %d, want %d", u.Name, path, got.status, want[u.Name])
				}
			}
		}
	}
	open(map[string]int{"sound.pdf": 409, "harmful.pdf": 409})
	if done, err := s.ScanWaiting(t.Context()); done != 0 || err == nil {
		t.Errorf("with nobody answering, %d were looked at, %v", done, err)
	}
	back = true
	if done, err := s.ScanWaiting(t.Context()); done != 2 || err != nil {
		t.Errorf("%d were looked at, %v", done, err)
	}
	open(map[string]int{"sound.pdf": 200, "harmful.pdf": 409})
	for _, u := range waiting {
		if u.Name == "harmful.pdf" {
			b.get(at+"/files/"+u.ID).wantText(t, "Something harmful was found in it")
		}
	}
}

// TestALongTextIsShownInPart: a page stays small, whatever somebody sent.
func TestALongTextIsShownInPart(t *testing.T) {
	s := newSite(t)
	ref := s.receive(nil).Ref
	b := s.as("amina.khan")
	at := "/cases/" + string(ref)
	long := []byte(strings.Repeat("Éva wrote a line.\n", 40_000))
	b.giveFileIn("file", at+"/record/add_evidence", "diary.txt", long, url.Values{"what": {"Diary"}, "class": {"needs"}, "from": {"school"}, "once": {"k"}})
	var id string
	for _, e := range must(s.desk.Case(t.Context(), ref)).Evidence {
		if u, here, err := s.exhibitFile(t.Context(), ref, e.ID); err == nil && here {
			id = u.ID
		}
	}
	got := b.get(at + "/files/" + id + "/open")
	if got.status != http.StatusOK || len(got.body) > heaviest {
		t.Errorf("the page is %d with %d bytes", got.status, len(got.body))
	}
	got.wantText(t, "Only the beginning is shown here")
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
