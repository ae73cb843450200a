package face

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

var errNotTrueType = errors.New("it is not a TrueType font with a Unicode character map")

// readMetrics reads how wide each character of a TrueType font is, in ems (tables cmap, head, hhea and hmtx).
func readMetrics(ttf []byte) (advance map[rune]float64, err error) {
	defer func() {
		// A truncated table shows as an index out of range; the font is then as good as none.
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errNotTrueType, r)
		}
	}()
	tables := fontTables(slices.Clip(ttf))
	for _, needed := range []string{"cmap", "head", "hhea", "hmtx", "glyf"} {
		if tables[needed] == nil {
			return nil, fmt.Errorf("%w: table %s is missing", errNotTrueType, needed)
		}
	}
	unitsPerEm := float64(u16(tables["head"], 18))
	widths := int(u16(tables["hhea"], 34))
	advance = map[rune]float64{}
	for r, glyph := range glyphs(tables["cmap"]) {
		at := min(int(glyph), widths-1)
		advance[r] = float64(u16(tables["hmtx"], 4*at)) / unitsPerEm
	}
	if len(advance) == 0 {
		return nil, errNotTrueType
	}
	return advance, nil
}
func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }

func fontTables(ttf []byte) map[string][]byte {
	tables := map[string][]byte{}
	for i := range int(u16(ttf, 4)) {
		entry := ttf[12+16*i:]
		offset, length := u32(entry, 8), u32(entry, 12)
		tables[string(entry[:4])] = ttf[offset : offset+length]
	}
	return tables
}

// glyphs maps each character of the Basic Multilingual Plane to its glyph (cmap format 4, Windows Unicode).
func glyphs(cmap []byte) map[rune]uint16 {
	found := map[rune]uint16{}
	for i := range int(u16(cmap, 2)) {
		entry := cmap[4+8*i:]
		if u16(entry, 0) != 3 || u16(entry, 2) != 1 {
			continue
		}
		sub := cmap[u32(entry, 4):]
		if u16(sub, 0) != 4 {
			continue
		}
		readSegments(sub, found)
	}
	return found
}

func readSegments(sub []byte, found map[rune]uint16) {
	count := int(u16(sub, 6)) / 2
	ends, starts := sub[14:], sub[16+2*count:]
	deltas, ranges := sub[16+4*count:], sub[16+6*count:]
	for i := range count {
		end, start, offset := int(u16(ends, 2*i)), int(u16(starts, 2*i)), int(u16(ranges, 2*i))
		for c := start; c <= end && c != 0xFFFF; c++ {
			glyph := uint16(c)
			if offset != 0 {
				if glyph = u16(ranges, 2*i+offset+2*(c-start)); glyph == 0 {
					continue
				}
			}
			if glyph += u16(deltas, 2*i); glyph != 0 {
				found[rune(c)] = glyph
			}
		}
	}
}
