package check

import (
	"encoding/binary"
	"errors"
)

// trueType is what is read of an embedded TrueType font. Every read is within bounds: what is outside reads as nothing.
type trueType struct {
	count   int // of glyphs
	em      float64
	metrics int // how many glyphs have a width of their own
	hmtx    table
	loca    table
	long    bool // loca has 32 bits for a glyph
	unicode map[int]int
	symbol  map[int]int
	mac     map[int]int
	cmaps   int  // subtables of its character map
	windows bool // one is of Unicode, for Windows
	signs   bool // one is of signs without meaning, for Windows
}

// table is a table of a font.
type table []byte

func (t table) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[at:]))
}

func (t table) u32(at int) int {
	if at < 0 || at+4 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint32(t[at:]))
}

func (t table) from(at int) table {
	if at < 0 || at > len(t) {
		return nil
	}
	return t[at:]
}

var errNoFont = errors.New("a table that every TrueType font has is missing")

// readTrueType reads the tables that say which glyphs there are and how wide they are.
func readTrueType(b []byte) (*trueType, error) {
	whole := table(b)
	tables := map[string]table{}
	for i := range min(whole.u16(4), 64) {
		entry := whole.from(12 + 16*i)
		if len(entry) < 16 {
			return nil, errNoFont
		}
		offset, length := entry.u32(8), entry.u32(12)
		if offset+length > len(b) {
			return nil, errors.New("a table of the font ends outside of it")
		}
		tables[string(entry[:4])] = whole[offset : offset+length]
	}
	for _, needed := range []string{"head", "hhea", "hmtx", "maxp", "loca", "glyf"} {
		if tables[needed] == nil {
			return nil, errNoFont
		}
	}
	f := &trueType{count: tables["maxp"].u16(4), em: float64(tables["head"].u16(18)), metrics: tables["hhea"].u16(34),
		hmtx: tables["hmtx"], loca: tables["loca"], long: tables["head"].u16(50) == 1}
	if f.em == 0 || f.metrics == 0 {
		return nil, errNoFont
	}
	f.readCMaps(tables["cmap"])
	return f, nil
}

func (f *trueType) glyphs() int { return f.count }

// advance is a glyph’s width in thousandths of an em.
func (f *trueType) advance(glyph int) float64 {
	return float64(f.hmtx.u16(4*min(glyph, f.metrics-1))) * 1000 / f.em
}

// has reports whether loca leads to a glyph at all; an empty one, as a space has, counts.
func (f *trueType) has(glyph int) bool {
	if f.long {
		return 4*glyph+8 <= len(f.loca)
	}
	return 2*glyph+4 <= len(f.loca)
}

func (f *trueType) readCMaps(cmap table) {
	f.cmaps = min(cmap.u16(2), 64)
	for i := range f.cmaps {
		platform, encoding := cmap.u16(4+8*i), cmap.u16(6+8*i)
		sub := cmap.from(cmap.u32(8 + 8*i))
		switch {
		case platform == 3 && encoding == 1, platform == 0 && f.unicode == nil:
			f.unicode, f.windows = characters(sub), f.windows || platform == 3
		case platform == 3 && encoding == 0:
			f.symbol, f.signs = characters(sub), true
		case platform == 1 && encoding == 0:
			f.mac = characters(sub)
		}
	}
}

// characters reads a cmap of format 0, 4 or 6.
func characters(sub table) map[int]int {
	found := map[int]int{}
	switch sub.u16(0) {
	case 0:
		for c := range 256 {
			if 6+c < len(sub) {
				found[c] = int(sub[6+c])
			}
		}
	case 6:
		for i := range sub.u16(8) {
			found[sub.u16(6)+i] = sub.u16(10 + 2*i)
		}
	case 4:
		n := sub.u16(6) / 2
		for i := range n {
			sub.segment(i, n, found)
		}
	}
	return found
}

func (t table) segment(i, n int, found map[int]int) {
	last, first := t.u16(14+2*i), t.u16(16+2*n+2*i)
	delta, at := t.u16(16+4*n+2*i), 16+6*n+2*i
	offset := t.u16(at)
	for c := first; c <= last && c < 0xFFFF && len(found) < 1<<16; c++ {
		glyph := c
		if offset != 0 {
			if glyph = t.u16(at + offset + 2*(c-first)); glyph == 0 {
				continue
			}
		}
		if glyph = (glyph + delta) & 0xFFFF; glyph != 0 {
			found[c] = glyph
		}
	}
}

// simple is the glyph of a code in a simple font (ISO 32000-1, 9.6.6.4), 0 where there is none.
func (f *trueType) simple(e encoding, code int) int {
	if !e.symbolic {
		if r := e.runes[code]; r != 0 && f.unicode != nil {
			return f.unicode[int(r)]
		}
	}
	for _, high := range []int{0xF000, 0, 0xF100, 0xF200} {
		if g := f.symbol[high+code]; g != 0 {
			return g
		}
	}
	return f.mac[code]
}
