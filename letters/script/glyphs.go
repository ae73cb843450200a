package script

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// placed is the glyphs of a run that begins at x, in the order in which they are read, with what each says.
func placed(run shaping.Output, runes []rune, x float64, points func(fixed.Int26_6) float64) []Glyph {
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
		for n < len(all) && all[n].TextIndex() == all[i].TextIndex() {
			n++
		}
		begun, from := len(out), min(all[i].TextIndex(), len(runes))
		words := runes[from:min(from+all[i].RunesCount(), len(runes))]
		for _, g := range all[i:n] {
			// What neither shows nor moves anything, such as a joiner, is left to what stands beside it. A space is drawn,
			// because it parts words for those who read what is drawn.
			if g.GlyphID != 0 && (g.Width != 0 || g.Advance != 0 || slices.ContainsFunc(words, unicode.IsSpace)) {
				out = append(out, Glyph{Rune: rune(firstPrivate + int(g.GlyphID)), X: g.x + points(g.XOffset), Y: points(g.YOffset)})
			}
		}
		share(words, out[begun:], out[:begun])
		i = n
	}
	return out
}

// share has the glyphs of a cluster say its characters: one each, and the last what is left. A glyph for which none is left
// says nothing. Where nothing of a cluster is drawn, the glyph before says it too.
func share(runes []rune, glyphs, before []Glyph) {
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
