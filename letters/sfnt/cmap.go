package sfnt

import (
	"encoding/binary"
	"maps"
	"slices"
)

// Characters maps each character of the Basic Multilingual Plane to its glyph (cmap format 4; Windows, Unicode). What stands
// outside of the table reads as nothing.
func Characters(cmap []byte) map[rune]uint16 {
	found := map[rune]uint16{}
	t := table(cmap)
	for i := range min(int(t.u16(2)), mostTables) {
		sub := t.from(int(t.u32(8 + 8*i)))
		if t.u16(4+8*i) == 3 && t.u16(6+8*i) == 1 && sub.u16(0) == 4 {
			sub.segments(found)
		}
	}
	return found
}

// table is a table in which what is outside reads as 0.
type table []byte

func (t table) u16(at int) uint16 {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return binary.BigEndian.Uint16(t[at:])
}

func (t table) u32(at int) uint32 { return uint32(t.u16(at))<<16 | uint32(t.u16(at+2)) }

func (t table) from(at int) table {
	if at < 0 || at > len(t) {
		return nil
	}
	return t[at:]
}

func (t table) segments(found map[rune]uint16) {
	count := int(t.u16(6)) / 2
	ends, starts := t.from(14), t.from(16+2*count)
	deltas, ranges := t.from(16+4*count), t.from(16+6*count)
	for i := range count {
		end, start, offset := int(ends.u16(2*i)), int(starts.u16(2*i)), int(ranges.u16(2*i))
		for c := start; c <= end && c != 0xFFFF; c++ {
			glyph := uint16(c)
			if offset != 0 {
				if glyph = ranges.u16(2*i + offset + 2*(c-start)); glyph == 0 {
					continue
				}
			}
			if glyph += deltas.u16(2 * i); glyph != 0 {
				found[rune(c)] = glyph
			}
		}
	}
}

// Segment is characters one after the other whose glyphs follow each other too.
type Segment struct {
	First, Last rune
	Glyph       int // of the first
}

// CharacterMap is a cmap with one subtable of format 4 (Windows, Unicode). The segments are in the order of their characters.
func CharacterMap(segments []Segment) []byte {
	n := len(segments) + 1 // and the one with which every such table ends
	search, steps := searchHints(n)
	words := []int{0, 1, 3, 1, 0, 12, 4, 16 + 8*n, 0, 2 * n, 2 * search, steps, 2 * (n - search)}
	for _, s := range segments {
		words = append(words, int(s.Last))
	}
	words = append(words, 0xFFFF, 0)
	for _, s := range segments {
		words = append(words, int(s.First))
	}
	words = append(words, 0xFFFF)
	for _, s := range segments {
		words = append(words, s.Glyph-int(s.First))
	}
	words = append(words, 1)
	words = append(words, make([]int, n)...)
	var b []byte
	for _, w := range words {
		b = binary.BigEndian.AppendUint16(b, uint16(w))
	}
	return b
}

// Mend writes a font anew that gofpdf has cut, so that others can read it: gofpdf gives its character map a wrong length, and
// its tables no true checksums.
func Mend(ttf []byte) ([]byte, error) {
	tables, err := Tables(ttf)
	if err != nil {
		return nil, err
	}
	chars := Characters(tables["cmap"])
	if len(chars) == 0 || tables["head"] == nil || tables["glyf"] == nil {
		return nil, ErrNoFont
	}
	var segments []Segment
	for _, r := range slices.Sorted(maps.Keys(chars)) {
		glyph := int(chars[r])
		if n := len(segments); n > 0 && segments[n-1].Last == r-1 && segments[n-1].Glyph+int(r-segments[n-1].First) == glyph {
			segments[n-1].Last = r
			continue
		}
		segments = append(segments, Segment{r, r, glyph})
	}
	tables["cmap"] = CharacterMap(segments)
	return Write(tables), nil
}
