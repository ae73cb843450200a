package script

import (
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"slices"

	"sendpanel/letters/sfnt"
)

var errNotJoined = errors.New("the font’s glyphs cannot be put together: it has short tables, or too many glyphs")

// joined is the font with a glyph for each of some that have parts, and a character map from characters to them. A line of
// nastaliq drawn part by part would have a height for each letter, and a mark of its own for each dot; readers who take words
// out of a page would take each for a word. Places are in ems.
func (f *Font) joined(glyphs map[rune]Glyph) ([]byte, error) {
	tables, err := sfnt.Tables(f.drawing)
	if err != nil {
		return nil, err
	}
	j := joiner{tables: maps.Clone(tables)}
	if err := j.open(); err != nil {
		return nil, err
	}
	var segments []sfnt.Segment
	for _, c := range slices.Sorted(maps.Keys(glyphs)) {
		segments = append(segments, sfnt.Segment{First: c, Last: c, Glyph: j.add(glyphs[c])})
	}
	j.close()
	j.tables["cmap"] = sfnt.CharacterMap(segments)
	return sfnt.Write(j.tables), nil
}

// joiner adds composite glyphs to a font.
type joiner struct {
	tables           map[string][]byte
	glyf, loca, hmtx []byte
	em               float64
	count            int
}

// open copies the tables that grow, and gives every glyph a width of its own.
func (j *joiner) open() error {
	head, hhea, maxp := j.tables["head"], j.tables["hhea"], j.tables["maxp"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 32 || binary.BigEndian.Uint16(head[50:]) != 1 {
		return errNotJoined
	}
	j.em = float64(binary.BigEndian.Uint16(head[18:]))
	j.count = int(binary.BigEndian.Uint16(maxp[4:]))
	wide, old := int(binary.BigEndian.Uint16(hhea[34:])), j.tables["hmtx"]
	if wide == 0 || len(j.tables["loca"]) != 4*(j.count+1) || len(old) < 4*wide+2*(j.count-wide) {
		return errNotJoined
	}
	j.hmtx = slices.Clone(old[:4*wide])
	for k := range j.count - wide {
		j.hmtx = append(append(j.hmtx, old[4*wide-4:4*wide-2]...), old[4*wide+2*k:4*wide+2*k+2]...)
	}
	j.glyf, j.loca = slices.Clone(j.tables["glyf"]), slices.Clone(j.tables["loca"])
	return nil
}

// What the parts of a composite glyph say of themselves (OpenType, table glyf).
const (
	argsAreWords  = 0x0001
	argsAreXY     = 0x0002
	moreFollow    = 0x0020
	mostInWords   = 1 << 15
	composite     = 0xFFFF // as a number of contours
	depthOfNested = 4
)

// add adds one glyph and gives its number.
func (j *joiner) add(g Glyph) int {
	units := func(ems float64) int { return int(math.Round(ems * j.em)) }
	box := [4]int{mostInWords, mostInWords, -mostInWords, -mostInWords}
	var parts []byte
	for i, p := range g.Parts {
		number, dx, dy := int(p.Rune)-firstPrivate, units(p.X), units(p.Y)
		if at := j.start(number); at+10 <= j.start(number+1) {
			x, y := j.at(at+2), j.at(at+4)
			right, top := j.at(at+6), j.at(at+8)
			box = [4]int{min(box[0], x+dx), min(box[1], y+dy), max(box[2], right+dx), max(box[3], top+dy)}
		}
		flags := argsAreWords | argsAreXY
		if i < len(g.Parts)-1 {
			flags |= moreFollow
		}
		for _, v := range [4]int{flags, number, dx, dy} {
			parts = binary.BigEndian.AppendUint16(parts, uint16(v))
		}
	}
	if box[0] == mostInWords {
		box = [4]int{}
	}
	j.glyf = binary.BigEndian.AppendUint16(j.glyf, composite)
	for _, v := range box {
		j.glyf = binary.BigEndian.AppendUint16(j.glyf, uint16(v))
	}
	j.glyf = append(j.glyf, parts...)
	for len(j.glyf)%4 != 0 {
		j.glyf = append(j.glyf, 0)
	}
	j.loca = binary.BigEndian.AppendUint32(j.loca, uint32(len(j.glyf)))
	j.hmtx = binary.BigEndian.AppendUint16(j.hmtx, uint16(units(g.Advance)))
	j.hmtx = binary.BigEndian.AppendUint16(j.hmtx, uint16(box[0]))
	j.count++
	return j.count - 1
}

// start is where a glyph begins in the table glyf; one that there is not begins where it ends.
func (j *joiner) start(glyph int) int {
	if glyph < 0 || 4*glyph+4 > len(j.loca) {
		return len(j.glyf)
	}
	return min(int(binary.BigEndian.Uint32(j.loca[4*glyph:])), len(j.glyf))
}

func (j *joiner) at(place int) int { return int(int16(binary.BigEndian.Uint16(j.glyf[place:]))) }

// close writes the tables, and how many glyphs there are and how deep they are nested.
func (j *joiner) close() {
	maxp, hhea := slices.Clone(j.tables["maxp"]), slices.Clone(j.tables["hhea"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(j.count))
	for _, points := range [2]int{6, 8} { // of simple glyphs; those of composite ones stand after both
		most := 8 * int(binary.BigEndian.Uint16(maxp[points:]))
		binary.BigEndian.PutUint16(maxp[points+4:], uint16(min(most, 0xFFFF)))
	}
	binary.BigEndian.PutUint16(maxp[28:], 64)
	binary.BigEndian.PutUint16(maxp[30:], depthOfNested)
	binary.BigEndian.PutUint16(hhea[34:], uint16(j.count))
	j.tables["maxp"], j.tables["hhea"], j.tables["glyf"], j.tables["loca"], j.tables["hmtx"] = maxp, hhea, j.glyf, j.loca, j.hmtx
}
