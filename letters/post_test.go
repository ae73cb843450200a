package letters

import (
	"image"
	"image/draw"
	_ "image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
)

// TestLettersCanBePosted measures every letter of the set: each fits the zones and the ten pages.
func TestLettersCanBePosted(t *testing.T) {
	for name, l := range everyLetter(t) {
		faults, err := CheckForPost(l, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, f := range faults {
			if l.Print != ColouredPaper || !strings.Contains(f.What, "coloured paper") {
				t.Errorf("%s: %s", name, f)
			}
		}
		if l.Print == ColouredPaper && len(faults) == 0 {
			t.Errorf("%s goes to a printer with white paper", name)
		}
		_, sheets, err := prepare(l, &room{})
		if err != nil {
			t.Fatal(err)
		}
		l.tidy(shows(l.Print))
		wantEveryWord(t, l, sheets)
	}
}

func TestWhatThePostRefuses(t *testing.T) {
	good := composed(t, casework.NotAssessLetter, refused(t))
	for _, tc := range []struct {
		name string
		to   []string
		want string
	}{
		{"few lines", []string{"Mrs Łukasz", "NM1 2AB"}, "has 2 lines"},
		{"no postcode", []string{"Mrs Łukasz", "27 Quay Lane", "Northmere"}, "no United Kingdom postcode"},
		{"marks alone", []string{"---", "27 Quay Lane", "NM1 2AB"}, "no letter and no digit"},
		{"a beginning", []string{"Mrs Łukasz", "(Flat 4)", "NM1 2AB"}, `begins with "("`},
		{"nowhere", []string{"Mrs Łukasz", "No fixed abode", "NM1 2AB"}, "no fixed abode"},
	} {
		l := good
		l.To = tc.to
		faults, err := CheckForPost(l, nil)
		if err != nil {
			t.Errorf("%s: %v", tc.name, err)
		}
		if !slices.ContainsFunc(faults, func(f PostFault) bool { return strings.Contains(f.String(), tc.want) }) {
			t.Errorf("%s: %q is not among %v", tc.name, tc.want, faults)
		}
	}
	crowded := good
	crowded.To = []string{"Mrs Łukasz", "a", "b", "c", "d", "e", "f", "NM1 2AB"}
	if _, err := CheckForPost(crowded, nil); err == nil || !strings.Contains(err.Error(), "the address does not fit") {
		t.Errorf("an address of eight lines: %v", err)
	}
	long := good
	for range 60 {
		long.Blocks = append(long.Blocks, Paragraph{Text: plain(strings.Repeat("Words upon words. ", 40))})
	}
	if faults, err := CheckForPost(long, nil); err != nil || len(faults) != 1 || !strings.Contains(faults[0].What, "pages") {
		t.Errorf("a letter of too many pages: %v, %v", faults, err)
	}
	if faults, err := CheckForPost(good, make([]byte, 3<<20)); err != nil || len(faults) != 1 || !strings.Contains(faults[0].What, "3.0 MB") {
		t.Errorf("a file of 3 MB: %v, %v", faults, err)
	}
	shaped := good
	shaped.To = []string{"ਹਰਪ੍ਰੀਤ ਕੌਰ", "27 Quay Lane", "NM1 2AB"}
	if faults, err := CheckForPost(shaped, nil); err != nil || len(faults) != 1 || !strings.Contains(faults[0].What, "script") {
		t.Errorf("a name in another script: %v, %v", faults, err)
	}
	beside := sheet{ops: []op{{kind: opText, x: 30, y: 45, w: 20, text: "27 Quay Lane", size: 12}, {kind: opText, x: 122, y: 50, w: 20, text: "Phone", size: 12}}}
	if faults := checkWindow([]string{"27 Quay Lane"}, beside); len(faults) != 1 || !strings.Contains(faults[0].What, "something else") {
		t.Errorf("words that reach into the window: %v", faults)
	}
	for what, o := range map[string]op{
		"margin": {kind: opBar, x: 10, y: 100, w: 20, h: 1}, "between": {kind: opText, x: 30, y: 80, w: 20, text: "x", size: 14},
		"mark": {kind: opText, x: 2, y: 4, w: 10, text: "NOTIFY", size: 6},
	} {
		if faults := checkSheets([]sheet{{ops: []op{o}}}); len(faults) == 0 {
			t.Errorf("%s: nothing is found", what)
		}
	}
}

// TestThePictureKeepsItsZones draws letters as the printer would and looks at every dot outside the zones.
func TestThePictureKeepsItsZones(t *testing.T) {
	tool, err := exec.LookPath("pdftoppm")
	if err != nil {
		t.Skip("pdftoppm is not installed (Debian: poppler-utils): the letters are not looked at as pictures")
	}
	all := everyLetter(t)
	for _, name := range []string{"decision-not-to-assess", "decision-not-to-assess-large_print", "acknowledgement-easier_to_read", "decision-to-assess-coloured_paper"} {
		pdf, err := Render(all[name])
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		path := filepath.Join(dir, "letter.pdf")
		if err := os.WriteFile(path, pdf, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command(tool, "-r", "50", "-gray", "-png", path, filepath.Join(dir, "page")).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		pages, err := filepath.Glob(filepath.Join(dir, "page*.png"))
		if err != nil || len(pages) == 0 {
			t.Fatalf("no pictures: %v", err)
		}
		slices.Sort(pages)
		for i, page := range pages {
			zones := laterZones()
			if i == 0 {
				zones = firstZones()
			}
			if x, y, found := strayDot(t, page, zones); found {
				t.Errorf("%s, page %d: something is printed at %.0f, %.0f mm", name, i+1, x, y)
			}
		}
	}
}

// strayDot looks for a dot that is not white outside the zones, which the check lets grow by a millimetre.
func strayDot(t *testing.T, path string, zones []area) (x, y float64, found bool) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	for i := range zones {
		z := &zones[i]
		z.left, z.top, z.right, z.bottom = z.left-1, z.top-1, z.right+1, z.bottom+1
	}
	grey := image.NewGray(picture.Bounds())
	draw.Draw(grey, grey.Bounds(), picture, picture.Bounds().Min, draw.Src)
	const dot = 25.4 / 50 // mm
	for i, shade := range grey.Pix {
		if shade == 0xFF {
			continue
		}
		x, y = (float64(i%grey.Stride)+0.5)*dot, (float64(i/grey.Stride)+0.5)*dot
		if !(area{x, y, x, y}).withinAny(zones) {
			return x, y, true
		}
	}
	return 0, 0, false
}
