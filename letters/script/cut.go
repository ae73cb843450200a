package script

import (
	"maps"
	"slices"

	"sendpanel/letters/sfnt"
)

// Showing is the font with a character map of a few characters to the glyphs that they show, so that it can be cut to them. It
// is how a phrase gets a small font of its own.
func (f *Font) Showing(glyphs map[rune]Glyph) ([]byte, error) {
	if f.joins {
		return f.joined(glyphs)
	}
	tables, err := sfnt.Tables(f.drawing)
	if err != nil {
		return nil, err
	}
	tables = maps.Clone(tables)
	tables["cmap"] = scatteredMap(glyphs)
	return sfnt.Write(tables), nil
}

// scatteredMap is a cmap that has a segment for each character.
func scatteredMap(glyphs map[rune]Glyph) []byte {
	var segments []sfnt.Segment
	for _, c := range slices.Sorted(maps.Keys(glyphs)) {
		segments = append(segments, sfnt.Segment{First: c, Last: c, Glyph: int(glyphs[c].Rune) - firstPrivate})
	}
	return sfnt.CharacterMap(segments)
}
