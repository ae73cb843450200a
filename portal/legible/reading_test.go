package legible

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// packed is a document of an office program with its parts: name, content, name, content.
func packed(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write([]byte(parts[i+1]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const (
	wordXML = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Speech and </w:t></w:r><w:r><w:t>language &lt;b&gt;report&lt;/b&gt;</w:t></w:r></w:p>
<w:p><w:r><w:t>Seen at</w:t><w:tab/><w:t>school</w:t><w:br/><w:t>and at home</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>He points</w:t></w:r></w:p>
<w:p><w:del><w:r><w:delText>Struck out</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>Kept</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Test</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Score</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>CELF</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>62</w:t></w:r></w:p><w:p><w:r><w:t>(first centile)</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>In a box</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>In a box</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p></w:body></w:document>`
	notesXML = `<w:footnotes xmlns:w="urn:w"><w:footnote><w:p><w:r><w:t>A note below</w:t></w:r></w:p></w:footnote></w:footnotes>`
	openXML  = `<office:document-content xmlns:office="urn:o" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:t"><office:automatic-styles><x>style</x></office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:p>Struck out</text:p></text:tracked-changes>
<text:h>School <text:span>report</text:span></text:h><text:p>One<text:s/>two<text:line-break/>three<office:annotation><text:p>A comment</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>A point</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Maths</text:p></table:table-cell><table:table-cell><text:p>81</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`
	slideXML = `<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><p:txBody><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:txBody></p:sld>`
)

func workbook(t testing.TB) []byte {
	t.Helper()
	book := excelize.NewFile()
	hidden, err := book.NewSheet("Other pupils")
	if err != nil {
		t.Fatal(err)
	}
	percent, err := book.NewStyle(&excelize.Style{NumFmt: 9})
	if err != nil {
		t.Fatal(err)
	}
	for at, value := range map[string]any{"A1": "Term", "B1": "Attendance", "A2": "Autumn", "B2": 0.82} {
		if err := book.SetCellValue("Sheet1", at, value); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(book.SetCellStyle("Sheet1", "B2", "B2", percent), book.SetCellValue("Other pupils", "A1", "Somebody else"), book.SetSheetVisible("Other pupils", false)); err != nil {
		t.Fatal(hidden, err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAFileIsReadInItsOrder(t *testing.T) {
	for _, tc := range []struct {
		name, kind string
		content    []byte
		want       string
	}{
		{"Word", typeWord, packed(t, "word/footnotes.xml", notesXML, "word/document.xml", wordXML, "word/comments.xml", wordXML),
			"Speech and language <b>report</b>\nSeen at\tschool\nand at home\n• He points\nKept\nTest | Score\nCELF | 62 (first centile)\nIn a box\nA note below"},
		{"OpenDocument", typeText, packed(t, "content.xml", openXML, "styles.xml", openXML), "School report\nOne two\nthree\n• A point\nMaths | 81"},
		{"slides", typeSlides, packed(t, "ppt/slides/slide10.xml", fmt.Sprintf(slideXML, "Last"), "ppt/slides/slide2.xml", fmt.Sprintf(slideXML, "First")), "Slide 1\nFirst\n\nSlide 2\nLast"},
		{"a workbook", typeSheet, workbook(t), "Sheet1\nTerm | Attendance\nAutumn | 82%"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := Read(tc.kind, tc.content)
			if err != nil || got.Cut || got.Text != tc.want {
				t.Errorf("read %v, cut %v:\n%s\nwant:\n%s", err, got.Cut, got.Text, tc.want)
			}
		})
	}
}

// TestWhatIsNotWholeSaysSo: a reader is never left to think that the beginning of a file is all of it.
func TestWhatIsNotWholeSaysSo(t *testing.T) {
	long := `<w:p xmlns:w="urn:w"><w:t>` + strings.Repeat("é", readingLimit) + `</w:t></w:p>`
	got, err := Read(typeWord, packed(t, "word/document.xml", long))
	if err != nil || !got.Cut || len(got.Text) > readingLimit || !utf8.ValidString(got.Text) {
		t.Errorf("%v, cut %v, %d bytes", err, got.Cut, len(got.Text))
	}
	got, err = Read(typeWord, packed(t, "word/document.xml", wordXML[:700]))
	if err != nil || !got.Cut || !strings.HasPrefix(got.Text, "Speech") {
		t.Errorf("a damaged file: %v, cut %v: %q", err, got.Cut, got.Text)
	}
	for name, content := range map[string][]byte{"no archive": []byte("PK, or not"), "no words": packed(t, "word/document.xml", "<w/>"), "another archive": packed(t, "a.xml", wordXML)} {
		if got, err := Read(typeWord, content); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%s: %v: %q", name, err, got.Text)
		}
	}
	if _, err := Read("application/msword", []byte("old")); !errors.Is(err, ErrUnreadable) || Reads("application/msword") {
		t.Error("an old Word file is not read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(0, packed(f, "word/document.xml", wordXML))
	f.Add(1, packed(f, "content.xml", openXML))
	f.Add(2, packed(f, "ppt/slides/slide1.xml", fmt.Sprintf(slideXML, "A")))
	f.Add(3, workbook(f))
	f.Fuzz(func(t *testing.T, kind int, content []byte) {
		kinds := []string{typeWord, typeText, typeSlides, typeSheet}
		got, err := Read(kinds[uint(kind)%4], content)
		if err == nil && (got.Text == "" || len(got.Text) > readingLimit) {
			t.Errorf("%d bytes", len(got.Text))
		}
	})
}

// FuzzReadXML gives any XML to the walker.
func FuzzReadXML(f *testing.F) {
	f.Add(wordXML)
	f.Add(openXML)
	f.Fuzz(func(t *testing.T, xml string) {
		_, _ = Read(typeWord, packed(t, "word/document.xml", xml))
		_, _ = Read(typeText, packed(t, "content.xml", xml))
	})
}
