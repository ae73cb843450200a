package script

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jung-kurt/gofpdf"
)

// TestPicturesAreThoseOfPango draws a line of each language through gofpdf, and compares it as a picture with what Pango
// draws with the same font. Pango shapes with HarfBuzz in C; what it draws is what a reader expects.
func TestPicturesAreThoseOfPango(t *testing.T) {
	for _, tool := range []string{"pango-view", "pdftoppm"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed: no pictures are compared", tool)
		}
	}
	s := setter(t)
	dir := t.TempDir()
	if keep := os.Getenv("PICTURES"); keep != "" {
		dir = keep
	}
	for lang, family := range map[string]string{"pa": "Sans Gurmukhi", "hi": "Sans Devanagari", "bn": "Sans Bengali", "gu": "Sans Gujarati", "ta": "Sans Tamil", "ur": "Nastaliq Urdu", "ar": "Sans Arabic", "ps": "Sans Arabic"} {
		t.Run(lang, func(t *testing.T) {
			ours := []string{pictured(t, s, Text{Lang: lang}, filepath.Join(dir, lang))}
			if lang == "ur" { // both weights of this font say that they are the regular one, and Pango takes either
				ours = append(ours, pictured(t, s, Text{Lang: lang, Bold: true}, filepath.Join(dir, lang+"-bold")))
			}
			theirs := filepath.Join(dir, lang+"-pango.png")
			cmd := exec.Command("pango-view", "--no-display", "--dpi=144", "--font=Noto "+family+" 28", "--language="+lang, "--hinting=none",
				"--output="+theirs, "--text="+beginning(lang))
			if said, err := cmd.CombinedOutput(); err != nil {
				t.Skipf("pango-view does not draw here: %v: %s", err, said)
			}
			b, share := inked(t, theirs), 0.0
			for _, file := range ours {
				share = max(share, inked(t, file).overlap(b))
			}
			if share < 0.9 {
				t.Errorf("only %.0f %% of the ink is where Pango has it", 100*share)
			}
		})
	}
}

// beginning is the first words of a language’s sentence: Pango rounds every glyph’s place to a pixel, which adds up in a long
// line.
func beginning(lang string) string {
	return strings.Join(strings.Fields(sentences[lang])[:4], " ")
}

// pictured draws the sentence of a language at 28 pt, and gives the file of its picture.
func pictured(t *testing.T, s *Setter, text Text, name string) string {
	t.Helper()
	pdf := gofpdf.New("L", "pt", "A4", "")
	pdf.AddPage()
	text.Words, text.RightToLeft = beginning(text.Lang), RightToLeft(text.Lang)
	added := map[*Font]bool{}
	for _, r := range s.Lines(text, 28, 0)[0].Runs {
		if !added[r.Font] {
			added[r.Font] = true
			pdf.AddUTF8FontFromBytes(r.Font.family, r.Font.style, bytes.Clone(r.Font.drawing))
		}
		pdf.SetFont(r.Font.family, r.Font.style, 28)
		for _, g := range Apart(r.Glyphs) {
			pdf.Text(40+g.X, 100-g.Y, string(g.Rune))
		}
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name+".pdf", out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("pdftoppm", "-r", "144", "-png", "-singlefile", name+".pdf", name).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v: %s", err, said)
	}
	return name + ".png"
}

// ink is where a picture is dark.
type ink map[image.Point]bool

func inked(t *testing.T, file string) ink {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	dark := ink{}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			if r, _, _, a := img.At(x, y).RGBA(); a > 0 && r < 0x8000 {
				dark[image.Pt(x, y)] = true
			}
		}
	}
	if len(dark) == 0 {
		t.Fatalf("%s is empty", file)
	}
	return dark
}

func (i ink) box() image.Rectangle {
	var box image.Rectangle
	for p := range i {
		box = box.Union(image.Rectangle{p, p.Add(image.Pt(1, 1))})
	}
	return box
}

// overlap is the share of each picture’s ink that lies within two points of the other’s, the lesser of both, when their
// boxes are laid on each other as well as they can be.
func (i ink) overlap(other ink) float64 {
	best := 0.0
	shift := other.box().Min.Sub(i.box().Min)
	for dx := -3; dx <= 3; dx++ {
		for dy := -2; dy <= 2; dy++ {
			s := shift.Add(image.Pt(dx, dy))
			best = max(best, min(i.within(other, s), other.within(i, image.Point{}.Sub(s))))
		}
	}
	return best
}

func (i ink) within(other ink, shift image.Point) float64 {
	n := 0
	for p := range i {
		if other.near(p.Add(shift)) {
			n++
		}
	}
	return float64(n) / float64(len(i))
}

func (i ink) near(p image.Point) bool {
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			if i[p.Add(image.Pt(dx, dy))] {
				return true
			}
		}
	}
	return false
}
