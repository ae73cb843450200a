package disclosure

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"
	"time"

	"sendpanel/council"
	"sendpanel/examples/lively"
	"sendpanel/statute"
)

// paper is a PDF of one page with a line of text, an author, and whatever else is given as objects from number 7.
func paper(t testing.TB, line string, more ...string) []byte {
	t.Helper()
	return paperWith(line, "", "", more...)
}

func paperWith(line, ofPage, ofCatalog string, more ...string) []byte {
	content := "BT /F1 12 Tf 72 720 Td (" + line + ") Tj ET"
	objects := append([]string{
		"<</Type /Catalog /Pages 2 0 R /Metadata 6 0 R " + ofCatalog + ">>",
		"<</Type /Pages /Kids [3 0 R] /Count 1>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F1 4 0 R>>>> /Contents 5 0 R " + ofPage + ">>",
		"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
		"<</Type /Metadata /Subtype /XML /Length 18>>\nstream\n<x>Grace Mwangi</x>\nendstream",
	}, more...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	at := make([]int, len(objects))
	for i, o := range objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func TestAPDFLeavesWithoutItsPast(t *testing.T) {
	files := paperWith("Ada was here", "/PieceInfo <</Word <</Private (Ben Okoro)>>>>", "/Names <</EmbeddedFiles <</Names [(x) 7 0 R]>>>>", "<</Type /Filespec /F (Ben Okoro.doc)>>")
	later := append(bytes.Clone(files), []byte("5 0 obj\n<</Length 41>>\nstream\nBT /F1 12 Tf 72 720 Td (Ada is) Tj ET    \nendstream\nendobj\n")...)
	for name, content := range map[string][]byte{"attached and noted": files, "appended to": later} {
		t.Run(name, func(t *testing.T) {
			c, err := Clean("application/pdf", content)
			if err != nil {
				t.Fatal(err)
			}
			for _, gone := range []string{"Grace Mwangi", "Ben Okoro"} {
				if bytes.Contains(c.Content, []byte(gone)) {
					t.Errorf("%q leaves", gone)
				}
			}
			if !strings.Contains(strings.Join(c.Texts, " "), "Ada") {
				t.Errorf("its words are %q", c.Texts)
			}
		})
	}
}

// TestWhatIsOnlyCoveredDoesNotLeave: the black box over a name is the commonest way to give the name away.
func TestWhatIsOnlyCoveredDoesNotLeave(t *testing.T) {
	for name, c := range map[string]struct {
		content []byte
		want    error
	}{
		"the words are under it":           {paper(t, "Ada and Ben Okoro"), StillThereError{}},
		"they stand for a picture":         {paperWith("Ada", "", "/X 7 0 R", "<</Alt (A photograph of Ben Okoro)>>"), StillThereError{}},
		"a box is laid over the page":      {paperWith("Ada", "/Annots [<</Type /Annot /Subtype /Square /Rect [0 0 9 9]>>]", ""), ErrLaidOver},
		"a note is stuck to the page":      {paperWith("Ada", "/Annots [7 0 R]", "", "<</Type /Annot /Subtype /Text /Contents (Ben)>>"), ErrLaidOver},
		"it has fields":                    {paperWith("Ada", "", "/AcroForm <</Fields [7 0 R]>>", "<</FT /Tx /V (Ben)>>"), ErrLaidOver},
		"it has layers":                    {paperWith("Ada", "", "/OCProperties <</OCGs []>>"), ErrLaidOver},
		"it is no PDF":                     {[]byte("%PDF-1.7 Ben Okoro"), ErrDamaged},
		"it is locked":                     {bytes.Replace(paper(t, "Ada"), []byte("/Root 1 0 R"), []byte("/Root 1 0 R /Encrypt <</Filter /Standard /V 1 /R 2 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /P -1>> /ID [(a) (a)]"), 1), ErrLocked},
		"nothing of it is to be taken out": {paperWith("Ada", "/Annots [<</Type /Annot /Subtype /Link /Rect [0 0 9 9]>>]", "/AcroForm <</Fields []>>"), nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Leaving("application/pdf", c.content, []string{"Ben Okoro"})
			var still StillThereError
			switch {
			case errors.As(c.want, &still):
				if !errors.As(err, &still) || len(still.Words) != 1 {
					t.Errorf("it leaves with %v", err)
				}
			case !errors.Is(err, c.want):
				t.Errorf("it leaves with %v, want %v", err, c.want)
			}
		})
	}
}

// TestALetterOfOursLeaves: a real letter, with tags, fonts and metadata, is written anew and its words are still found.
func TestALetterOfOursLeaves(t *testing.T) {
	data := aLetter(t)
	c, err := Clean("application/pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	if len(Found(c.Texts, []string{"Northmere Borough Council"})) != 1 {
		t.Error("its words are not found any more")
	}
	if _, err := Clean("application/pdf", c.Content); err != nil {
		t.Errorf("what was written cannot be read: %v", err)
	}
}

// aLetter is a letter that the invented council sent.
func aLetter(t *testing.T) []byte {
	t.Helper()
	stage, err := lively.New(council.Invented(), statute.Date(2026, time.November, 22).At(11, 30), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range stage.Cases {
		if len(c.Letters) > 0 {
			return c.Letters[0].PDF
		}
	}
	t.Fatal("no letter was sent")
	return nil
}

func photo(t testing.TB) []byte {
	t.Helper()
	p := image.NewRGBA(image.Rect(0, 0, 40, 20))
	for x := range 20 {
		for y := range 20 {
			p.Set(x, y, color.RGBA{R: 255, A: 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, nil); err != nil {
		t.Fatal(err)
	}
	tiff := append([]byte("MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"), "GPS 51.5, Ben Okoro"...)
	exif := append([]byte("Exif\x00\x00"), tiff...)
	head := binary.BigEndian.AppendUint16([]byte{0xff, 0xd8, 0xff, 0xe1}, uint16(len(exif)+2))
	return append(append(append(head, exif...), b.Bytes()[2:]...), "trailing Ben Okoro"...)
}

func TestAPictureLeavesAsItIsSeen(t *testing.T) {
	c, err := Clean("image/jpeg", photo(t))
	if err != nil {
		t.Fatal(err)
	}
	p, err := jpeg.Decode(bytes.NewReader(c.Content))
	if err != nil || p.Bounds().Dx() != 20 || p.Bounds().Dy() != 40 || bytes.Contains(c.Content, []byte("Okoro")) || bytes.Contains(c.Content, []byte("Exif")) {
		t.Fatalf("it is %v, %v", p.Bounds(), err)
	}
	if r, _, b, _ := p.At(10, 5).RGBA(); r < 0xc000 || b > 0x4000 { // what was left is on top
		t.Error("it is not upright")
	}
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 3, 3))); err != nil {
		t.Fatal(err)
	}
	if c, err = Clean("image/png", append(drawn.Bytes(), "Ben Okoro"...)); err != nil || bytes.Contains(c.Content, []byte("Okoro")) {
		t.Errorf("a drawing leaves with %v", err)
	}
	for _, kind := range []string{"image/heic", "image/tiff", "application/msword", "application/zip"} {
		if _, err := Clean(kind, []byte("x")); !errors.Is(err, ErrNoWay) {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

// FuzzClean: no file makes it fail, and what it gives can be cleaned again.
func FuzzClean(f *testing.F) {
	f.Add("application/pdf", paper(f, "Ada"))
	f.Add("image/jpeg", photo(f))
	f.Fuzz(func(t *testing.T, kind string, content []byte) {
		if c, err := Clean(kind, content); err == nil {
			if _, err := Clean(kind, c.Content); err != nil {
				t.Errorf("what was cleaned cannot be cleaned again: %v", err)
			}
		}
	})
}
