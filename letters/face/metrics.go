package face

import (
	"encoding/binary"
	"fmt"

	"sendpanel/letters/sfnt"
)

// readMetrics reads how wide each character of a TrueType font is, in ems (tables cmap, head, hhea and hmtx).
func readMetrics(ttf []byte) (advance map[rune]float64, err error) {
	defer func() {
		// A truncated table shows as an index out of range; the font is then as good as none.
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", sfnt.ErrNoFont, r)
		}
	}()
	tables, err := sfnt.Tables(ttf)
	if err != nil {
		return nil, err
	}
	for _, needed := range []string{"cmap", "head", "hhea", "hmtx", "glyf"} {
		if tables[needed] == nil {
			return nil, fmt.Errorf("%w: table %s is missing", sfnt.ErrNoFont, needed)
		}
	}
	u16 := func(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
	unitsPerEm := float64(u16(tables["head"], 18))
	widths := int(u16(tables["hhea"], 34))
	advance = map[rune]float64{}
	for r, glyph := range sfnt.Characters(tables["cmap"]) {
		at := min(int(glyph), widths-1)
		advance[r] = float64(u16(tables["hmtx"], 4*at)) / unitsPerEm
	}
	if len(advance) == 0 {
		return nil, fmt.Errorf("%w: it has no Unicode character map", sfnt.ErrNoFont)
	}
	return advance, nil
}
