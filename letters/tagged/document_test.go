package tagged

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"
)

func about() About {
	return About{Title: "A title (with \\ marks) & more: Łódź", Author: "A council", Creator: "a test", Lang: "en-GB", At: time.Date(2026, time.December, 14, 12, 0, 0, 0, time.UTC)}
}

func begun(t *testing.T) *Document {
	t.Helper()
	d, err := New(about())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// drawn is a document of two pages with a paragraph that reaches over both, a link and a rule.
func drawn(t *testing.T) *Document {
	t.Helper()
	d := begun(t)
	p := d.Root().Add("P")
	text := p.Content()
	way := p.Add("Link")
	linked := way.Content()
	for range 2 {
		page := d.NewPage()
		page.Artifact(Layout)
		page.Fill(10, 10, 100, 1, Colour{200, 0, 0})
		page.End()
		page.Begin(text)
		page.Fill(10, 20, 50, 10, Colour{})
		page.End()
	}
	page := d.pages[1]
	page.Begin(linked)
	page.Shape(10, 50, 0.5, "0 0 m 10 0 l 10 10 l h", Colour{B: 255})
	page.End()
	page.Link(way, 10, 50, 5, 5, "https://example.org/(a)", "Open a page – über")
	return d
}

func TestFinish(t *testing.T) {
	pdf, err := drawn(t).Finish()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "/MarkInfo<</Marked true>>", "/Lang(en-GB)", "/DisplayDocTitle true", "/S/GTS_PDFA1", "/StructParents 1", "/Tabs/S",
		"<pdfuaid:part>1<", "<pdfaid:part>2<", "A title (with \\ marks) &amp; more: Łódź", "/S/Document", "/Type/MCR", "/Type/OBJR", "/F 4", `/URI(https://example.org/\(a\))`,
		"/Contents<FEFF", "/ID[<",
	} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("the file has no %q", want)
		}
	}
	for _, unwanted := range []string{"/EmbeddedFiles", "/Names", "/Subject"} {
		if bytes.Contains(pdf, []byte(unwanted)) {
			t.Errorf("the file has %q", unwanted)
		}
	}
	again, err := drawn(t).Finish()
	if err != nil || !bytes.Equal(pdf, again) {
		t.Errorf("the same document gives other bytes, or %v", err)
	}
}

// TestWhatIsNotTaggedStops tries each way in which marked content can go wrong.
func TestWhatIsNotTaggedStops(t *testing.T) {
	for name, wrong := range map[string]func(d *Document, p *Page, c *Content){
		"drawn outside":    func(_ *Document, p *Page, _ *Content) { p.Fill(1, 1, 1, 1, Colour{}) },
		"nested":           func(_ *Document, p *Page, c *Content) { p.Begin(c); p.Artifact(Layout); p.End() },
		"not ended":        func(_ *Document, p *Page, c *Content) { p.Begin(c) },
		"ended twice":      func(_ *Document, p *Page, c *Content) { p.Begin(c); p.End(); p.End() },
		"never drawn":      func(*Document, *Page, *Content) {},
		"an empty element": func(d *Document, p *Page, c *Content) { p.Begin(c); p.End(); d.Root().Add("L") },
	} {
		t.Run(name, func(t *testing.T) {
			d := begun(t)
			c := d.Root().Add("P").Content()
			wrong(d, d.NewPage(), c)
			if _, err := d.Finish(); err == nil {
				t.Error("the document is finished all the same")
			}
		})
	}
	if _, err := begun(t).Finish(); err == nil {
		t.Error("a document without a page is finished")
	}
	if _, err := New(About{Title: "t", Lang: "en"}); err == nil {
		t.Error("a document without a time is begun")
	}
}

// TestOtherFilesAreRefused uses gofpdf as the rewriter does not know it.
func TestOtherFilesAreRefused(t *testing.T) {
	for name, use := range map[string]func(pdf *gofpdf.Fpdf){
		"a link":        func(pdf *gofpdf.Fpdf) { pdf.LinkString(1, 1, 1, 1, "https://example.org") },
		"a bookmark":    func(pdf *gofpdf.Fpdf) { pdf.Bookmark("here", 0, 0) },
		"encryption":    func(pdf *gofpdf.Fpdf) { pdf.SetProtection(gofpdf.CnProtectPrint, "", "x") },
		"a layer":       func(pdf *gofpdf.Fpdf) { pdf.EndLayer(); pdf.AddLayer("l", true) },
		"a script":      func(pdf *gofpdf.Fpdf) { pdf.SetJavascript("x") },
		"an attachment": func(pdf *gofpdf.Fpdf) { pdf.SetAttachments([]gofpdf.Attachment{{Content: []byte("x"), Filename: "x"}}) },
		"a zoom":        func(pdf *gofpdf.Fpdf) { pdf.SetDisplayMode("fullpage", "single") },
		"transparency":  func(pdf *gofpdf.Fpdf) { pdf.SetAlpha(0.5, "Normal") },
		"compression":   func(pdf *gofpdf.Fpdf) { pdf.SetCompression(true) },
		"another page":  func(pdf *gofpdf.Fpdf) { pdf.AddPageFormat("L", gofpdf.SizeType{Wd: 100, Ht: 200}) },
	} {
		t.Run(name, func(t *testing.T) {
			d := drawn(t)
			d.finishPage()
			use(d.pdf)
			if _, err := d.Finish(); !errors.Is(err, ErrShape) {
				t.Errorf("it is %v, not the refusal of the shape", err)
			}
		})
	}
}

// FuzzCut gives the reader of gofpdf’s file any bytes.
func FuzzCut(f *testing.F) {
	d, err := New(about())
	if err != nil {
		f.Fatal(err)
	}
	d.NewPage().finish()
	var raw bytes.Buffer
	if err := d.pdf.Output(&raw); err != nil {
		f.Fatal(err)
	}
	f.Add(raw.Bytes(), 0, byte(0))
	f.Add([]byte("xref\n0 9\nstartxref\n0\n"), 3, byte('x'))
	f.Fuzz(func(t *testing.T, in []byte, at int, b byte) {
		if len(in) > 0 {
			in = bytes.Clone(in)
			in[uint(at)%uint(len(in))] = b
		}
		got, err := cut(in)
		if err != nil {
			if !errors.Is(err, ErrShape) {
				t.Fatal(err)
			}
			return
		}
		_, _ = got.content(1)
		_ = got.checkCatalog()
	})
}

func TestNumbers(t *testing.T) {
	for want, v := range map[string]float64{"0": 0, "1.5": 1.5, "-0.25": -0.25, "595.28": 595.28, "100": 99.999, "0.01": 0.005, "-3": -3.001} {
		if got := string(appendNumber(nil, v, 2)); got != want {
			t.Errorf("%v is written %s, not %s", v, got, want)
		}
	}
}

// TestCharacterMap compares the map that replaces gofpdf’s with what the standard allows: a range varies in its last byte.
func TestCharacterMap(t *testing.T) {
	if !isFaultyMap([]byte("/CMapName /Adobe-Identity-UCS def\n1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange")) {
		t.Error("gofpdf’s map is not found")
	}
	if isFaultyMap([]byte(strings.Repeat("x", 2000) + "/CMapName /Adobe-Identity-UCS def <0000> <FFFF> <0000>")) {
		t.Error("a long object is taken for the map")
	}
	if len(characterMap()) == 0 || len(profile()) == 0 {
		t.Error("the map or the colour profile is empty")
	}
}
