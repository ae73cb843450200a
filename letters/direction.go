package letters

import (
	"slices"
	"strings"
	"unicode"

	"sendpanel/letters/script"
)

// backwards reports whether a stretch is in a language that is written from right to left.
func (p *stretch) backwards() bool { return p.lang != "" && script.RightToLeft(p.lang) }

// allBackwards reports whether a paragraph is in a language that is written from right to left.
func allBackwards(parts []stretch) bool {
	return !slices.ContainsFunc(parts, func(p stretch) bool { return !p.backwards() })
}

// mirrored sets a paragraph of a language that is written from right to left against the right edge.
func mirrored(parts []stretch, boxes []box, from, width float64) {
	if !allBackwards(parts) {
		return
	}
	for _, b := range boxes {
		for i := range b.ops {
			b.ops[i].x = from + width - (b.ops[i].x - from) - b.ops[i].w
		}
	}
}

// turned is a line of a paragraph that is read from left to right, in which stretches from right to left that follow each
// other stand the other way round, the first on the right. Only marks and spaces may stand between them (UAX 9).
func turned(l line, parts []stretch) line {
	for from := 0; from < len(l); from++ {
		if !parts[l[from].part].backwards() {
			continue
		}
		to := from
		for k := from + 1; k < len(l) && (parts[l[k].part].backwards() || neutral(l[k], parts)); k++ {
			if parts[l[k].part].backwards() {
				to = k
			}
		}
		if to > from && !allBackwards(parts) {
			l = slices.Clone(l)
			start, end := l[from].x, l[to].x+l[to].width
			for k := from; k <= to; k++ {
				l[k].x = start + end - l[k].x - l[k].width
			}
		}
		from = to
	}
	return l
}

// neutral reports whether a part of a line has neither a letter nor a digit.
func neutral(sp span, parts []stretch) bool {
	return !strings.ContainsFunc(parts[sp.part].text[sp.from:sp.to], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
