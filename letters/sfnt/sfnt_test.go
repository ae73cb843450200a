package sfnt

import (
	"bytes"
	"errors"
	"maps"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"sendpanel/letters/fonts"
)

// TestMend cuts a font as letters do and looks at what is left: every character is still its glyph, and each length is true.
func TestMend(t *testing.T) {
	ttf := fonts.Atkinson().Regular.TTF
	cut := gofpdf.UTF8CutFont(bytes.Clone(ttf), "Zoë Łukasz, £5 – 09")
	mended, err := Mend(cut)
	if err != nil {
		t.Fatal(err)
	}
	before, err := Tables(cut)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Tables(mended)
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(Characters(before["cmap"]), Characters(after["cmap"])) || len(Characters(after["cmap"])) < 15 {
		t.Errorf("the characters are %v, and were %v", Characters(after["cmap"]), Characters(before["cmap"]))
	}
	if sub := table(after["cmap"]).from(12); int(sub.u16(2)) != len(sub) || len(sub)%2 != 0 {
		t.Errorf("the map says that it has %d bytes, and has %d", sub.u16(2), len(sub))
	}
	for name, was := range before {
		if name != "cmap" && name != "head" && !bytes.Equal(was, after[name]) {
			t.Errorf("the table %s has changed", name)
		}
	}
	if sum := checksum(mended); sum != 0xB1B0AFBA {
		t.Errorf("the font’s checksum is %X", sum)
	}
	again, err := Mend(mended)
	if err != nil || !bytes.Equal(again, mended) {
		t.Errorf("mended again it is another file: %v", err)
	}
}

func TestWhatIsNoFont(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("font"), make([]byte, 12), append(make([]byte, 4), 0, 9, 0, 0, 0, 0, 0, 0)} {
		if _, err := Mend(b); !errors.Is(err, ErrNoFont) {
			t.Errorf("%q is mended: %v", b, err)
		}
	}
}

func FuzzMend(f *testing.F) {
	f.Add(gofpdf.UTF8CutFont(bytes.Clone(fonts.Atkinson().Regular.TTF), "abc"), 20, byte(1))
	f.Fuzz(func(t *testing.T, ttf []byte, at int, b byte) {
		if len(ttf) > 0 {
			ttf = bytes.Clone(ttf)
			ttf[uint(at)%uint(len(ttf))] = b
		}
		if mended, err := Mend(ttf); err == nil {
			if _, err := Tables(mended); err != nil {
				t.Error(err)
			}
		}
	})
}
