package form

import (
	"bytes"
	"errors"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// posted is a form with a field of text and a file, each so large.
func posted(t testing.TB, text, file int) *http.Request {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	err := w.WriteField("what", strings.Repeat("x", text))
	part, fileErr := w.CreateFormFile("file", "plan.pdf")
	if fileErr == nil {
		_, fileErr = part.Write(make([]byte, file))
	}
	if err := errors.Join(err, fileErr, w.WriteField(KeyField, "k"), w.Close()); err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/", &b)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return r
}

// TestReadTexts: of files the names alone stay, whatever comes; words are there as they were typed.
func TestReadTexts(t *testing.T) {
	r := posted(t, 10, 8<<20)
	f, err := ReadTexts(r)
	if err != nil || f.Get("what") != "xxxxxxxxxx" || f.Key() != "k" {
		t.Fatalf("read %+v, %v", f, err)
	}
	files := f.Files["file"]
	if len(files) != 1 || files[0].Filename != "plan.pdf" || files[0].Size != 0 || r.MultipartForm != nil && len(r.MultipartForm.File) > 0 {
		t.Errorf("of the file stayed %+v, %+v", files, r.MultipartForm)
	}
	if _, err := ReadTexts(posted(t, longestText+1, 1)); err == nil {
		t.Error("more words were read than a page has")
	}
	plain := httptest.NewRequest(http.MethodPost, "/", strings.NewReader("what=typed"))
	plain.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if f, err := ReadTexts(plain); err != nil || f.Get("what") != "typed" {
		t.Errorf("a plain form gave %+v, %v", f, err)
	}
}

// FuzzRead: no body of a form makes either reader fail, and both read the same words.
func FuzzRead(f *testing.F) {
	f.Add("multipart/form-data; boundary=b", []byte("--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--b--\r\n"))
	f.Add("multipart/form-data; boundary=b", []byte("--b\r\nContent-Disposition: form-data; name=a; filename=\"../x\"\r\n\r\nx\r\n--b--\r\n"))
	f.Add("application/x-www-form-urlencoded", []byte("a=1&a=2&%zz"))
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		post := func() *http.Request {
			r := httptest.NewRequest(http.MethodPost, "/", bytes.NewReader(body))
			r.Header.Set("Content-Type", kind)
			return r
		}
		whole, err := Read(post())
		texts, textsErr := ReadTexts(post())
		if err == nil && textsErr == nil {
			for field, values := range whole.Values {
				if len(texts.Values[field]) != len(values) {
					t.Errorf("%q has %d values, and %d of its texts", field, len(values), len(texts.Values[field]))
				}
			}
		}
	})
}
