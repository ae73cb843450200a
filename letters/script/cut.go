package script

import (
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

// scatteredMap is a cmap that has a segment for each character.
func scatteredMap(private map[rune]rune) []byte {
	var ends, starts, deltas []int
	for _, c := range slices.Sorted(maps.Keys(private)) {
		ends, starts = append(ends, int(c)), append(starts, int(c))
		deltas = append(deltas, int(private[c])-firstPrivate-int(c))
	}
	return segmented(ends, starts, deltas)
}
