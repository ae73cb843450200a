package face

import (
	"testing"

	"sendpanel/letters/fonts"
)

// TestRuns sets names in three kinds of font, and measures them as it sets them.
func TestRuns(t *testing.T) {
	for _, tc := range []struct {
		text  string
		fonts int // runs, one for each change of font
	}{
		{"Zoë O’Brien – €5", 1}, {"Łukasz", 2}, {"Ștefan Țepeș", 5}, {"Ελένη", 1}, {"", 0},
	} {
		s := Setter{Typeface: Atkinson()}
		ems, characters := Atkinson().Width(tc.text, false)
		for _, r := range s.Runs(tc.text, false) {
			ems -= r.Ems
			characters -= r.Characters
			tc.fonts--
			if len(r.Codes) == 0 {
				t.Errorf("%q: a run has no codes", tc.text)
			}
		}
		if ems > 1e-9 || ems < -1e-9 || characters != 0 || tc.fonts != 0 {
			t.Errorf("%q: %v ems, %d characters and %d runs are not accounted for", tc.text, ems, characters, tc.fonts)
		}
	}
}

// TestEveryWeightHasWhatEnglishNeeds looks for the marks of every letter in the near fonts, which cost nothing.
func TestEveryWeightHasWhatEnglishNeeds(t *testing.T) {
	for name, typeface := range map[string]*Typeface{"Atkinson": Atkinson(), "Lexend": Lexend()} {
		for _, bold := range []bool{false, true} {
			for _, r := range "ABCXYZabcxyz0123456789 .,;:!?’‘“”–—…•€£()[]/@&%+-'\"ÀÉÖßáéöø" {
				if p := typeface.weight(bold).find(r); p.font != 1 {
					t.Errorf("%s (bold %v): %q is in font %d", name, bold, r, p.font)
				}
			}
		}
	}
}

func TestScriptsThatNeedShapingAreNotSet(t *testing.T) {
	for _, r := range "ਜਹعनதক🙂" {
		if Atkinson().Has(r) || Lexend().Has(r) {
			t.Errorf("%q is said to be there", r)
		}
	}
}

// TestDamagedFontsAreRefused cuts a font off at many places: gofpdf would panic or say nothing.
func TestDamagedFontsAreRefused(t *testing.T) {
	whole := fonts.Atkinson().Regular.TTF
	for _, n := range []int{0, 3, 11, 12, 100, 300, 1000} {
		if _, err := readMetrics(whole[:n]); err == nil {
			t.Errorf("%d bytes of a font are taken for one", n)
		}
	}
	if _, err := readMetrics([]byte("OTTO and more that is no TrueType font at all")); err == nil {
		t.Error("another font is taken for one with outlines")
	}
}

func TestGlyphNames(t *testing.T) {
	p := latin()
	count := 0
	for r, name := range p.names {
		if name == "" || r < 0x100 {
			t.Errorf("%q has the name %q", r, name)
		}
		count++
	}
	for r, want := range map[rune]string{'Ł': "Lslash", 'ż': "zdotaccent", 'ğ': "gbreve", 'ő': "ohungarumlaut", 'ș': "scommaaccent", 'ŷ': "ycircumflex"} {
		if p.names[r] != want {
			t.Errorf("%q is named %q, not %q", r, p.names[r], want)
		}
	}
	if count > 176 {
		t.Errorf("%d characters do not fit the page", count)
	}
}
