package portal

import (
	"bytes"
	"context"
	"io"
	"mime/multipart"
	"net/http"
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
