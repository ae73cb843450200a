package script

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// placed is the glyphs of a run that begins at x, in the order in which they are read, with what each says. Those of letters
// that stand at many heights are put together letter by letter.
func (f *Font) placed(run shaping.Output, runes []rune, x float64, points func(fixed.Int26_6) float64) []Glyph {
	type spot struct {
		shaping.Glyph
		x float64
	}
	all := make([]spot, len(run.Glyphs))
	for i, g := range run.Glyphs {
		all[i] = spot{g, x}
		x += points(g.Advance)
	}
	if run.Direction == di.DirectionRTL {
		slices.Reverse(all)
	}
	var out []Glyph
	for i := 0; i < len(all); {
		n := i + 1
		start, advance := all[i].x, 0.0
		for n < len(all) && all[n].TextIndex() == all[i].TextIndex() {
			n++
		}
		begun, from := len(out), min(all[i].TextIndex(), len(runes))
		words := runes[from:min(from+all[i].RunesCount(), len(runes))]
		for _, g := range all[i:n] {
			start, advance = min(start, g.x), advance+points(g.Advance)
			// What neither shows nor moves anything, such as a joiner, is left to what stands beside it. A space is drawn,
			// because it parts words for those who read what is drawn.
			if g.GlyphID != 0 && (g.Width != 0 || g.Advance != 0 || slices.ContainsFunc(words, unicode.IsSpace)) {
				out = append(out, Glyph{Rune: rune(firstPrivate + int(g.GlyphID)), X: g.x + points(g.XOffset), Y: points(g.YOffset)})
			}
		}
		if f.joins && len(out) > begun {
			out = append(out[:begun], together(out[begun:], start, advance))
		}
		share(words, out[begun:], out[:begun])
		i = n
	}
	return out
}

// together makes one glyph of several that begin at x.
func together(glyphs []Glyph, x, advance float64) Glyph {
	whole := Glyph{Rune: glyphs[0].Rune, X: x, Advance: advance}
	for _, g := range glyphs {
		whole.Parts = append(whole.Parts, Part{Rune: g.Rune, X: g.X - x, Y: g.Y})
	}
	return whole
}

// Apart is the glyphs with each part of one as a glyph of its own, the first of which says what they say together.
func Apart(glyphs []Glyph) []Glyph {
	out := make([]Glyph, 0, len(glyphs))
	for _, g := range glyphs {
		if len(g.Parts) == 0 {
			out = append(out, g)
		}
		for i, p := range g.Parts {
			one := Glyph{Rune: p.Rune, X: g.X + p.X, Y: g.Y + p.Y}
			if i == 0 {
				one.Says = g.Says
			}
			out = append(out, one)
		}
	}
	return out
}

// share has the glyphs of a cluster say its characters: one each, and the last what is left. A sign of two parts, such as the
// Bengali o, is taken apart where each part is a glyph. A glyph for which none is left says nothing. Where nothing of a cluster
// is drawn, the glyph before says it too.
func share(runes []rune, glyphs, before []Glyph) {
	if len(glyphs) > len(runes) {
		if apart := []rune(norm.NFD.String(string(runes))); len(apart) <= len(glyphs) {
			runes = apart
		}
	}
	switch n := len(glyphs); {
	case n == 0 && len(before) > 0:
		before[len(before)-1].Says += string(runes)
	case n > 0:
		for i := range min(n-1, len(runes)) {
			glyphs[i].Says = string(runes[i])
		}
		if len(runes) >= n {
			glyphs[n-1].Says = string(runes[n-1:])
		}
	}
}
