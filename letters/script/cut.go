package script

import (
	"encoding/binary"
	"maps"
	"slices"
)

// Mapped is the font with a character map of a few characters to the glyphs for which private characters stand, so that it
// can be cut to them. It is how a standing phrase gets a small font of its own.
func (f *Font) Mapped(private map[rune]rune) ([]byte, error) {
	tables, err := tablesOf(f.drawing)
	if err != nil {
		return nil, err
	}
	tables = maps.Clone(tables)
	tables["cmap"] = scatteredMap(private)
	return assembled(tables), nil
}

// scatteredMap is a cmap with one subtable of format 4, which has a segment for each character.
func scatteredMap(private map[rune]rune) []byte {
	chars := slices.Sorted(maps.Keys(private))
	n := len(chars) + 1
	var ends, starts, deltas []int
	for _, c := range chars {
		ends, starts = append(ends, int(c)), append(starts, int(c))
		deltas = append(deltas, int(private[c])-firstPrivate-int(c))
	}
	ends, starts, deltas = append(ends, 0xFFFF), append(starts, 0xFFFF), append(deltas, 1)
	words := []int{0, 1, 3, 1, 0, 12, 4, 16 + 8*n, 0, 2 * n, 0, 0, 0}
	words = append(words, ends...)
	words = append(words, 0)
	words = append(words, starts...)
	words = append(words, deltas...)
	words = append(words, make([]int, n)...)
	var b []byte
	for _, w := range words {
		b = binary.BigEndian.AppendUint16(b, uint16(w))
	}
	return b
}
