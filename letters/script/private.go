package script

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
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
	tables, err := tablesOf(ttf)
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
	return assembled(kept), glyphs, nil
}

func tablesOf(ttf []byte) (map[string][]byte, error) {
	if len(ttf) < 12 {
		return nil, errNotTrueType
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			return nil, errNotTrueType
		}
		offset, length := int(binary.BigEndian.Uint32(ttf[at+8:])), int(binary.BigEndian.Uint32(ttf[at+12:]))
		if offset+length > len(ttf) {
			return nil, errNotTrueType
		}
		tables[string(ttf[at:at+4])] = ttf[offset : offset+length]
	}
	return tables, nil
}

// privateMap is a cmap with one subtable of format 4: a segment for each time that the glyphs are named, and the last one
// that every such table has.
func privateMap(glyphs int) []byte {
	var ends, starts, deltas []int
	for at := firstPrivate; at+glyphs <= firstPrivate+mostGlyphs; at += glyphs {
		ends, starts, deltas = append(ends, at+glyphs-1), append(starts, at), append(deltas, -at)
	}
	return segmented(ends, starts, deltas)
}

// segmented is a cmap of one subtable of format 4 (Windows, Unicode). A segment ends, begins, and says what is added to a
// character to give its glyph.
func segmented(ends, starts, deltas []int) []byte {
	ends, starts, deltas = append(ends, 0xFFFF), append(starts, 0xFFFF), append(deltas, 1)
	n := len(ends)
	words := []int{0, 1, 3, 1, 0, 12, 4, 16 + 8*n, 0, 2 * n, 0, 0, 0} // one subtable 12 bytes on; its search hints are not read
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

// assembled writes a font from its tables. Checksums are left at 0: what reads the font does not look at them, and gofpdf
// writes its own.
func assembled(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	head := binary.BigEndian.AppendUint32(nil, 0x00010000)
	head = binary.BigEndian.AppendUint16(head, uint16(len(names)))
	head = append(head, 0, 0, 0, 0, 0, 0)
	offset := 12 + 16*len(names)
	var body []byte
	for _, name := range names {
		t := tables[name]
		head = append(head, name...)
		head = binary.BigEndian.AppendUint32(head, 0)
		head = binary.BigEndian.AppendUint32(head, uint32(offset+len(body)))
		head = binary.BigEndian.AppendUint32(head, uint32(len(t)))
		body = append(body, t...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	return append(head, body...)
}
