package script

import (
	"maps"
	"slices"

	"sendpanel/letters/sfnt"
)

// Mapped is the font with a character map of a few characters to the glyphs for which private characters stand, so that it
// can be cut to them. It is how a standing phrase gets a small font of its own.
func (f *Font) Mapped(private map[rune]rune) ([]byte, error) {
	tables, err := sfnt.Tables(f.drawing)
	if err != nil {
		return nil, err
	}
	tables = maps.Clone(tables)
	tables["cmap"] = scatteredMap(private)
	return sfnt.Write(tables), nil
}

// scatteredMap is a cmap that has a segment for each character.
func scatteredMap(private map[rune]rune) []byte {
	var segments []sfnt.Segment
	for _, c := range slices.Sorted(maps.Keys(private)) {
		segments = append(segments, sfnt.Segment{First: c, Last: c, Glyph: int(private[c]) - firstPrivate})
	}
	return sfnt.CharacterMap(segments)
}
