package letters

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"sync"
)

//go:embed fonts/AtkinsonHyperlegibleNext-Regular.ttf
var regularTTF []byte

//go:embed fonts/AtkinsonHyperlegibleNext-Bold.ttf
var boldTTF []byte

// face is what a layout needs to know of a font: which characters it has and how wide each is.
type face struct {
	advance map[rune]float64 // in ems
}

// faces are the two faces of a letter. There is no italic: it is harder to read.
type faces struct {
	regular, bold face
}

// embeddedFaces reads the two fonts once. Nothing writes to the result.
var embeddedFaces = sync.OnceValue(func() faces {
	regular, err := readFace(regularTTF)
	if err != nil {
		// The bytes are compiled in and tested: only a damaged program can come here.
		panic("letters: the embedded regular font cannot be used: " + err.Error())
	}
	bold, err := readFace(boldTTF)
	if err != nil {
		panic("letters: the embedded bold font cannot be used: " + err.Error())
	}
	return faces{regular: regular, bold: bold}
})

// has reports whether both faces draw the character, so that bold never loses what regular shows.
func (f faces) has(r rune) bool {
	_, regular := f.regular.advance[r]
	_, bold := f.bold.advance[r]
	return regular && bold
}

// width is the width of a text in mm at a size in pt. A character that no face has counts as nothing: [Compose] lets
// none through.
func (f faces) width(s string, bold bool, size float64) float64 {
	advance := f.regular.advance
	if bold {
		advance = f.bold.advance
	}
	var ems float64
	for _, r := range s {
		ems += advance[r]
	}
	return ems * size * mmPerPoint
}

var errNotTrueType = errors.New("it is not a TrueType font with a Unicode character map")

// readFace reads the widths of all characters of a TrueType font (tables cmap, head, hhea and hmtx).
func readFace(ttf []byte) (f face, err error) {
	defer func() {
		// A truncated table shows as an index out of range; the font is then as good as none.
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", errNotTrueType, r)
		}
	}()
	tables := fontTables(ttf)
	for _, needed := range []string{"cmap", "head", "hhea", "hmtx", "glyf"} {
		if tables[needed] == nil {
			return face{}, fmt.Errorf("%w: table %s is missing", errNotTrueType, needed)
		}
	}
	unitsPerEm := float64(u16(tables["head"], 18))
	widths := int(u16(tables["hhea"], 34))
	f.advance = map[rune]float64{}
	for r, glyph := range glyphs(tables["cmap"]) {
		at := min(int(glyph), widths-1)
		f.advance[r] = float64(u16(tables["hmtx"], 4*at)) / unitsPerEm
	}
	if len(f.advance) == 0 {
		return face{}, errNotTrueType
	}
	return f, nil
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
