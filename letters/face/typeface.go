package face

import (
	"fmt"
	"sync"
	"unicode"

	"sendpanel/letters/fonts"
)

// Typeface is a pair of weights, with another typeface behind it for the characters that it lacks.
type Typeface struct{ regular, bold weight }

// weight is one weight of a typeface: the fonts that may set its characters, the first that has one first.
type weight struct {
	fonts []*Font          // the first is none
	near  [nearRunes]place // of the characters below, which are nearly all
	far   map[rune]place
}

const nearRunes = 0x250

// place is where a character is found. It holds no pointer, so that thousands of them cost the collector nothing.
type place struct {
	advance float32 // in ems
	font    uint8   // its number among the weight’s; 0 for none
	code    byte
}

// Atkinson, Lexend and Noto prepare their typeface at the first call. Nothing writes to what they return.
var (
	Atkinson = sync.OnceValue(func() *Typeface { return must("atkinson", fonts.Atkinson()) })
	Lexend   = sync.OnceValue(func() *Typeface { return must("lexend", fonts.Lexend()) })
)

// must prepares a typeface that is compiled in and tested: only a damaged program can fail here.
func must(family string, pair fonts.Pair) *Typeface {
	noto := fonts.Noto()
	regular, err := prepare(family, "", pair.Regular, noto.Regular)
	if err != nil {
		panic("face: " + err.Error())
	}
	bold, err := prepare(family, "B", pair.Bold, noto.Bold)
	if err != nil {
		panic("face: " + err.Error())
	}
	return &Typeface{regular: regular, bold: bold}
}

// prepare makes the fonts of one weight.
func prepare(family, style string, own, behind fonts.Font) (weight, error) {
	w := weight{fonts: []*Font{nil}, far: map[rune]place{}}
	metrics, err := readMetrics(own.TTF)
	if err != nil {
		return weight{}, fmt.Errorf("read the font %s: %w", own.Name, err)
	}
	for _, page := range []codePage{windows1252(), latin()} {
		font, err := eightBit(family+page.name, style, own, metrics, page)
		if err != nil {
			return weight{}, err
		}
		w.fonts = append(w.fonts, font)
		for code, r := range page.runes {
			if advance, has := metrics[r]; has && r != 0 {
				w.put(r, place{float32(advance), uint8(len(w.fonts) - 1), byte(code)})
			}
		}
	}
	if err := w.addWhole(family+"whole", style, own); err != nil {
		return weight{}, err
	}
	w.put(nbsp, w.find(' '))
	return w, w.addWhole("noto", style, behind)
}

// addWhole adds what a font has and no font before it.
func (w *weight) addWhole(family, style string, f fonts.Font) error {
	metrics, err := readMetrics(f.TTF)
	if err != nil {
		return fmt.Errorf("read the font %s: %w", f.Name, err)
	}
	w.fonts = append(w.fonts, &Font{family: family, style: style, ttf: f.TTF})
	for r, advance := range metrics {
		if w.find(r).font == 0 && plainScript(r) {
			w.put(r, place{float32(advance), uint8(len(w.fonts) - 1), 0})
		}
	}
	return nil
}

// plainScript reports whether a character needs no more than to stand after the one before it. The letters of other
// scripts join and move, and would be shown wrong.
func plainScript(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Common, unicode.Inherited)
}

// nbsp is shown as a space. It only joins words that are not to be parted.
const nbsp = '\u00A0'

func (w *weight) put(r rune, p place) {
	if r < nearRunes {
		w.near[r] = p
	} else {
		w.far[r] = p
	}
}

func (w *weight) find(r rune) place {
	if r >= 0 && r < nearRunes {
		return w.near[r]
	}
	return w.far[r]
}

func (t *Typeface) weight(bold bool) *weight {
	if bold {
		return &t.bold
	}
	return &t.regular
}

// Has reports whether both weights show the character, so that bold never loses what regular shows.
func (t *Typeface) Has(r rune) bool {
	return t.regular.find(r).font != 0 && t.bold.find(r).font != 0
}

// Width is the width of a text in ems, and the number of its characters. A character that no font has counts as
// nothing: see [Typeface.Has].
func (t *Typeface) Width(text string, bold bool) (ems float64, characters int) {
	w := t.weight(bold)
	for _, r := range text {
		ems += float64(w.find(r).advance)
		characters++
	}
	return ems, characters
}

// Run is a stretch of text in one font.
type Run struct {
	Font       *Font
	Codes      []byte // what the font’s codes for it are, or the text itself for a whole font
	Ems        float64
	Characters int
}

// Setter sets texts one after the other, in memory that it uses again.
type Setter struct {
	Typeface *Typeface
	runs     []Run
	codes    []byte
}

// Runs sets a text, in the order in which it is read. They are good until the next call.
func (s *Setter) Runs(text string, bold bool) []Run {
	w := s.Typeface.weight(bold)
	s.runs, s.codes = s.runs[:0], s.codes[:0]
	begun := 0 // where the codes of the last run begin
	for i, r := range text {
		p := w.find(r)
		if p.font == 0 {
			continue
		}
		font := w.fonts[p.font]
		if n := len(s.runs); n == 0 || s.runs[n-1].Font != font {
			s.runs, begun = append(s.runs, Run{Font: font}), len(s.codes)
		}
		if font.ttf == nil {
			s.codes = append(s.codes, p.code)
		} else {
			s.codes = append(s.codes, text[i:i+runeLen(text, i)]...)
		}
		last := &s.runs[len(s.runs)-1]
		last.Ems += float64(p.advance)
		last.Characters++
		last.Codes = s.codes[begun:]
	}
	return s.runs
}

// Prepared reports whether every character of a text is in an 8-bit font. Others take a whole font, which is slow.
func (t *Typeface) Prepared(text string, bold bool) bool {
	w := t.weight(bold)
	for _, r := range text {
		if f := w.fonts[w.find(r).font]; f != nil && f.ttf != nil {
			return false
		}
	}
	return true
}
