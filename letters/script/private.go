package script

import (
	"encoding/binary"
	"errors"
	"fmt"

	"sendpanel/letters/sfnt"
)

// firstPrivate is the character that stands for glyph 0. The private use area of the Basic Multilingual Plane, which is all
// that gofpdf can draw, ends at U+F8FF.
const (
	firstPrivate = 0xE000
	mostGlyphs   = 0xF900 - firstPrivate
)

// drawn are the tables that drawing needs. Those for shaping are left out: gofpdf does not read them.
var drawn = []string{"OS/2", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"}

var errNotTrueType = errors.New("it is not a TrueType font with outlines")

// withPrivateMap gives a font a character map from U+E000+n to glyph n, and from there on as often again as there is room
// for all of its glyphs.
func withPrivateMap(ttf []byte) (font []byte, glyphs int, err error) {
	tables, err := sfnt.Tables(ttf)
	if err != nil {
		return nil, 0, err
	}
	kept := map[string][]byte{}
	for _, name := range drawn {
		if t, ok := tables[name]; ok {
			kept[name] = t
		}
	}
	if len(kept["maxp"]) < 6 || kept["glyf"] == nil || kept["head"] == nil {
		return nil, 0, errNotTrueType
	}
	glyphs = int(binary.BigEndian.Uint16(kept["maxp"][4:]))
	if glyphs > mostGlyphs || glyphs == 0 {
		return nil, 0, fmt.Errorf("its %d glyphs are none, or more than the private use area has characters", glyphs)
	}
	kept["cmap"] = privateMap(glyphs)
	return sfnt.Write(kept), glyphs, nil
}

// privateMap names the glyphs as often as there is room for all of them.
func privateMap(glyphs int) []byte {
	var segments []sfnt.Segment
	for at := rune(firstPrivate); int(at)+glyphs <= firstPrivate+mostGlyphs; at += rune(glyphs) {
		segments = append(segments, sfnt.Segment{First: at, Last: at + rune(glyphs) - 1})
	}
	return sfnt.CharacterMap(segments)
}
