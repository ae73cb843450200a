// Package sfnt reads and writes the tables of a TrueType font file, as far as letters need it: which tables there are, which
// character is which glyph, and a whole file of other tables.
package sfnt

import (
	"encoding/binary"
	"errors"
	"maps"
	"slices"
)

// ErrNoFont says that bytes are no TrueType font.
var ErrNoFont = errors.New("it is not a TrueType font")

const (
	headOfFile  = 12
	headOfTable = 16
	mostTables  = 64
)

// Tables are the tables of a font file by their names. They are parts of the file’s bytes.
func Tables(ttf []byte) (map[string][]byte, error) {
	if len(ttf) < headOfFile {
		return nil, ErrNoFont
	}
	tables := map[string][]byte{}
	for i := range min(int(binary.BigEndian.Uint16(ttf[4:])), mostTables) {
		at := headOfFile + headOfTable*i
		if at+headOfTable > len(ttf) {
			return nil, ErrNoFont
		}
		offset, length := int(binary.BigEndian.Uint32(ttf[at+8:])), int(binary.BigEndian.Uint32(ttf[at+12:]))
		if offset+length > len(ttf) {
			return nil, ErrNoFont
		}
		tables[string(ttf[at:at+4])] = ttf[offset : offset+length]
	}
	return tables, nil
}

// Write is a font file of its tables, with their checksums (OpenType 1.9, “The OpenType Font File”).
func Write(tables map[string][]byte) []byte {
	names := slices.Sorted(maps.Keys(tables))
	n := len(names)
	search, steps := searchHints(n)
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, w := range []int{n, headOfTable * search, steps, headOfTable * (n - search)} {
		out = binary.BigEndian.AppendUint16(out, uint16(w))
	}
	at := headOfFile + headOfTable*n
	var body []byte
	head := -1
	for _, name := range names {
		t := tables[name]
		if name == "head" && len(t) >= 12 {
			head = at + len(body)
			t = slices.Clone(t)
			binary.BigEndian.PutUint32(t[8:], 0) // the checksum of the whole is counted without itself
		}
		out = append(out, name...)
		for _, v := range []uint32{checksum(t), uint32(at + len(body)), uint32(len(t))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		body = append(body, t...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out = append(out, body...)
	if head >= 0 {
		binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

// checksum is the sum of the 32-bit words of a table.
func checksum(b []byte) (sum uint32) {
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}

// searchHints are the largest power of two that is no more than n, and which power that is.
func searchHints(n int) (power, which int) {
	power = 1
	for 2*power <= n {
		power, which = 2*power, which+1
	}
	return power, which
}
