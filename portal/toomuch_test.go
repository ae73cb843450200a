package portal

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// giveMuch posts words and then a file of so many bytes, without holding them.
func (b *browser) giveMuch(path, field string, bytesOf int64, fields url.Values) page {
	b.s.t.Helper()
	var head bytes.Buffer
	w := multipart.NewWriter(&head)
	for name, values := range fields {
		_ = w.WriteField(name, values[0])
	}
	if _, err := w.CreateFormFile(field, "Scan.pdf"); err != nil {
		b.s.t.Fatal(err)
	}
	end := "\r\n--" + w.Boundary() + "--\r\n"
	body := io.MultiReader(&head, io.LimitReader(zeros{}, bytesOf), strings.NewReader(end))
	length := int64(head.Len()) + bytesOf + int64(len(end))
	r, err := http.NewRequestWithContext(b.s.t.Context(), http.MethodPost, b.s.http.URL+path, body)
	if err != nil {
		b.s.t.Fatal(err)
	}
	r.ContentLength = length
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Origin", b.s.http.URL)
	return b.do(r)
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// TestMoreThanAPageTakesLosesNoWords: who sends too many files at once, without a script that tells them before, finds what
// they typed where they typed it.
func TestMoreThanAPageTakesLosesNoWords(t *testing.T) {
	s := newSite(t)
	ref := string(s.receive(byParent).Ref)
	b := s.as("nicola.brandt")
	at := "/school/requests/" + ref + "/reply"
	b.get(at).wantText(t, "200 MB at a time")
	typed := url.Values{"once": {"k1"}, "knows_child": {"yes"}, "support_now": {"A teaching assistant, two hours a day."}}
	if got := b.giveMuch(at, "files", UploadBody, typed); got.goesTo() != at {
		t.Fatalf("too much was answered with %d %q: %s", got.status, got.goesTo(), got.body)
	}
	b.get(at).wantText(t, "This is more than the page takes", "A teaching assistant, two hours a day.")
	if got := b.giveMuch("/school/upload", "request", 2*mostSheet, nil); got.status != http.StatusRequestEntityTooLarge {
		t.Errorf("a page that keeps nothing answered %d", got.status)
	}
}
