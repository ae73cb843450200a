package legible

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// pdf is a file with one stream for each part, deflated.
func pdf(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for i, part := range parts {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		_, _ = z.Write([]byte(part))
		_ = z.Close()
		fmt.Fprintf(&b, "%d 0 obj <</Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream endobj\n", i+1, packed.Len(), packed.Bytes())
	}
	return b.Bytes()
}

func docx(t testing.TB, xml string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write([]byte(xml))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWordsOfFiles(t *testing.T) {
	cmap := "/CIDInit begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfrange <0001> <001A> <0041> <001B> <0034> <0061> endbfrange 1 beginbfchar <0040> <0020> endbfchar endcmap"
	for name, tc := range map[string]struct {
		kind    string
		content []byte
		want    string
	}{
		"plain text":             {"text/plain", []byte("Ada Okoro"), "Ada Okoro"},
		"a PDF of plain strings": {"application/pdf", pdf(t, "BT /F1 12 Tf (Ada \\(A\\) Okoro) Tj ET"), "Ada (A) Okoro"},
		"pieces with a gap":      {"application/pdf", pdf(t, "BT [(A) 20 (da) -300 (Ok) -20 (oro)] TJ ET"), "Ada Okoro"},
		"two lines":              {"application/pdf", pdf(t, "BT (Ada) Tj 0 -14 Td (Okoro) Tj ET"), "Ada\nOkoro"},
		"octal and hexadecimal":  {"application/pdf", pdf(t, "BT (\\101da) Tj <204F6B6F726F> Tj ET"), "Ada Okoro"},
		"codes of two bytes":     {"application/pdf", pdf(t, "BT <0001001E001B0040000F00250029002C0029> Tj ET", cmap), "Ada Okoro"},
		"a document in pieces":   {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx(t, "<w:p><w:r><w:t>A</w:t></w:r><w:r><w:t>da O&#107;oro</w:t></w:r></w:p><w:p><w:t>Next</w:t></w:p>"), "Ada Okoro\nNext"},
		"rich text":              {"text/rtf", []byte(`{\rtf1\b Ada\b0  Okor\'f3\par Next}`), "Ada Okoró\nNext"},
	} {
		t.Run(name, func(t *testing.T) {
			all := strings.Join(Words(tc.kind, tc.content), "\n---\n")
			if !strings.Contains(all, tc.want) {
				t.Errorf("the words are %q, want %q among them", all, tc.want)
			}
		})
	}
	if got := Words("image/png", []byte("Ada Okoro")); got != nil {
		t.Errorf("a picture says %q", got)
	}
}

// TestABombIsNotUnpacked: what is read stays within its bounds.
func TestABombIsNotUnpacked(t *testing.T) {
	bomb := strings.Repeat("(A) Tj ", 20<<20/7)
	for _, text := range Words("application/pdf", pdf(t, bomb, bomb)) {
		if len(text) > textLimit {
			t.Errorf("%d bytes were read", len(text))
		}
	}
	for _, text := range Words("application/zip", docx(t, strings.Repeat("<w:t>Ada</w:t>", 2<<20))) {
		if len(text) > textLimit {
			t.Errorf("%d bytes were read", len(text))
		}
	}
}

// TestALetterOfOursIsRead: the product’s own PDFs set their words in subsets of fonts, as office programs do.
func TestALetterOfOursIsRead(t *testing.T) {
	files, err := filepath.Glob("../../examples/*/letters/*.pdf")
	if err != nil || len(files) == 0 {
		t.Skip("there is no letter to read")
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if all := strings.Join(Words("application/pdf", data), "\n"); !strings.Contains(strings.Join(strings.Fields(all), " "), "Northmere Borough Council") {
		t.Errorf("%s is not read", files[0])
	}
}

// FuzzWords: no file makes it fail or run on.
func FuzzWords(f *testing.F) {
	f.Add("application/pdf", []byte("stream\n(\\\nendstream"))
	f.Add("application/pdf", []byte("stream\nbeginbfrange <0> <FFFF> <0041> endbfrange [(a) -9 <4>] TJ\nendstream"))
	f.Add("text/rtf", []byte(`{\'f`))
	f.Add("application/zip", []byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, kind string, content []byte) { Words(kind, content) })
}
