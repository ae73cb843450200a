package script

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// Setter sets texts. It keeps what it learns of its fonts from one text to the next, and is for one goroutine at a time.
type Setter struct {
	weights [2]weight // regular, bold
	shaper  shaping.HarfbuzzShaper
	split   shaping.Segmenter
	wrap    shaping.LineWrapper
}

// weight is one weight of all typefaces, as the shaper wants them.
type weight struct {
	faces []*font.Face
	fonts map[*font.Face]*Font
}

// NewSetter prepares a setter. The fonts themselves are read once in a program.
func NewSetter() (*Setter, error) {
	s := &Setter{}
	for i, all := range []func() ([]*Font, error){prepared.regular, prepared.bold} {
		fonts, err := all()
		if err != nil {
			return nil, fmt.Errorf("prepare a setter: %w", err)
		}
		s.weights[i].fonts = map[*font.Face]*Font{}
		for _, f := range fonts {
			face := font.NewFace(f.shaping)
			s.weights[i].faces = append(s.weights[i].faces, face)
			s.weights[i].fonts[face] = f
		}
	}
	return s, nil
}

// find is the first typeface that has the character, nil where none has it.
func (w weight) find(r rune) *font.Face {
	for _, f := range w.faces {
		if g, ok := f.NominalGlyph(r); ok && g != 0 {
			return f
		}
	}
	return nil
}

// chooser chooses the font for each character of one text: signs that several scripts share, such as the danda, are taken
// from the script that the text is in.
type chooser struct {
	weight
	main *font.Face
}

// ResolveFace leaves a character that no font has to the first, which shows nothing: see [Setter.Lost].
func (c chooser) ResolveFace(r rune) *font.Face {
	if c.main != nil && r >= 0x250 {
		if g, ok := c.main.NominalGlyph(r); ok && g != 0 {
			return c.main
		}
	}
	if f := c.find(r); f != nil {
		return f
	}
	return c.faces[0]
}

// chooserFor looks for the first letter of a script that needs a font of its own. Arabic writing has two: Urdu is read in
// nastaliq, the others in naskh.
func (w weight) chooserFor(runes []rune, inNastaliq bool) chooser {
	for _, r := range runes {
		if langOf(r) == "" || !unicode.IsLetter(r) {
			continue
		}
		if inNastaliq && unicode.Is(unicode.Arabic, r) {
			return chooser{w, w.faces[slices.Index(families, nastaliq)]}
		}
		return chooser{w, w.find(r)}
	}
	return chooser{weight: w}
}

// Text is what is to be set.
type Text struct {
	Words string
	Lang  string // BCP 47; empty where it is not known, as of a name: see [LanguageOf]
	Bold  bool
	Naskh bool // Urdu too: see [Joins]
	// RightToLeft is the direction of the paragraph. That of the words within it follows from their letters.
	RightToLeft bool
}

// Glyph is one glyph of a line: the private character that gofpdf draws it by, its place in points from the start of the
// line’s base line, upwards as positive, and what it says: see [Font.Saying].
type Glyph struct {
	Rune rune
	X, Y float64
	Says string
	// Parts are the glyphs of letters that stand above and below each other, as those of nastaliq do, with their places from X,
	// Y; Advance is what they take together. Rune is then the first of them.
	Parts   []Part
	Advance float64
}

// Part is one glyph of several.
type Part struct {
	Rune rune
	X, Y float64
}

// Run is a stretch of a line in one font. Runs and their glyphs are in the order in which they are read, whichever way that
// is: a reader who takes the words out of the page takes them in the order in which they were drawn.
type Run struct {
	Font   *Font
	Glyphs []Glyph
}

// Line is one line.
type Line struct {
	Text     string // its words in the order in which they are read, with the space before the next line
	Width    float64
	Up, Down float64 // how far the glyphs reach above and below the base line
	Runs     []Run
}

// em is the size at which texts are shaped. What comes of it is scaled.
const em = 2048

// unbounded is a width that no line reaches.
const unbounded = 1 << 24

// Lines breaks a text into lines no wider than the width, in points, at a size in points. A word wider than that is broken
// within; nothing is left out. A width of 0 gives one line.
func (s *Setter) Lines(t Text, size, width float64) []Line {
	t.Words = norm.NFC.String(strings.ToValidUTF8(t.Words, "\uFFFD"))
	runes := []rune(strings.Map(flat, t.Words))
	if len(runes) == 0 {
		return nil
	}
	w := s.weights[0]
	if t.Bold {
		w = s.weights[1]
	}
	direction := di.DirectionLTR
	if t.RightToLeft {
		direction = di.DirectionRTL
	}
	most := fixed.I(unbounded)
	if width > 0 && size > 0 {
		most = fixed.Int26_6(min(width/size*em*64, float64(most)))
	}
	input := shaping.Input{Text: runes, RunEnd: len(runes), Direction: direction, Face: w.faces[0], Size: fixed.I(em), Language: language.NewLanguage(t.language())}
	var shaped []shaping.Output
	for _, part := range s.split.Split(input, w.chooserFor(runes, Joins(t.language()) && !t.Naskh)) {
		shaped = append(shaped, s.shaper.Shape(part))
	}
	wrapped, _ := s.wrap.WrapParagraphF(shaping.WrapConfig{Direction: direction}, most, runes, shaping.NewSliceIterator(shaped))
	lines := make([]Line, 0, len(wrapped))
	for _, l := range wrapped {
		lines = append(lines, w.line(l, runes, size))
	}
	return lines
}

func (t Text) language() string {
	if t.Lang != "" {
		return t.Lang
	}
	return LanguageOf(t.Words)
}

// flat makes one paragraph of a text: no line ends, no control characters.
func flat(r rune) rune {
	switch {
	case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\v' || r == '\f':
		return ' '
	case r < ' ' || r >= 0x7F && r < 0xA0:
		return -1
	}
	return r
}

// line places the glyphs of a line.
func (w weight) line(l shaping.Line, runes []rune, size float64) Line {
	first, end := len(runes), 0
	for _, run := range l {
		first, end = min(first, run.Runes.Offset), max(end, run.Runes.Offset+run.Runes.Count)
	}
	out := Line{}
	if first < end {
		out.Text = string(runes[first:end])
	}
	visual := slices.Clone(l)
	slices.SortStableFunc(visual, func(a, b shaping.Output) int { return cmp.Compare(a.VisualIndex, b.VisualIndex) })
	points := func(v fixed.Int26_6) float64 { return float64(v) / 64 * size / em }
	starts := map[int]float64{} // of the runs, by where their words begin
	for _, run := range visual {
		starts[run.Runes.Offset] = out.Width
		out.Width += points(run.Advance)
		for _, g := range run.Glyphs {
			top := points(g.YOffset + g.YBearing)
			out.Up, out.Down = max(out.Up, top), max(out.Down, -top-points(g.Height))
		}
	}
	slices.SortStableFunc(visual, func(a, b shaping.Output) int { return cmp.Compare(a.Runes.Offset, b.Runes.Offset) })
	for _, run := range visual {
		if r := (Run{Font: w.fonts[run.Face], Glyphs: w.fonts[run.Face].placed(run, runes, starts[run.Runes.Offset], points)}); len(r.Glyphs) > 0 {
			out.Runs = append(out.Runs, r)
		}
	}
	return out
}
