package letters

import (
	"slices"
	"strings"

	"sendpanel/letters/face"
)

// wrapped is a paragraph of standing words, as it was broken into lines before.
type wrapped struct {
	typeface             *face.Typeface
	naskh                bool
	spacing, size, width float64
	words                string
}

// wrappings keep what was broken into lines, of standing words alone.
var wrappings remembered[wrapped, []line]

// standing breaks into lines what begins with standing words, once for all letters.
func (w *wrapper) standing(parts []stretch, size, width float64) []line {
	var words strings.Builder
	for _, p := range parts {
		words.WriteString(p.text)
		words.WriteString("\x00" + p.lang)
		if p.bold {
			words.WriteByte(1)
		}
		words.WriteByte(0)
	}
	return wrappings.get(wrapped{w.scale.typeface, w.scale.naskh, w.scale.spacing, size, width, words.String()}, func() []line {
		var kept []line
		for _, l := range w.afresh(parts, size, width) {
			kept = append(kept, slices.Clone(l))
		}
		return kept
	})
}
