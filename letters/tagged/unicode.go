package tagged

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"sync"
	"unicode/utf16"
)

// isFaultyMap finds gofpdf’s map from codes to characters for a UTF-8 font: one range from 0000 to FFFF. A range may
// vary in its last byte only, so a strict reader maps nothing above U+00FF.
func isFaultyMap(object []byte) bool {
	return len(object) < 1000 && bytes.Contains(object, []byte("/CMapName /Adobe-Identity-UCS def")) && bytes.Contains(object, []byte("<0000> <FFFF> <0000>"))
}

// characterMap maps each code to the character of the same number, in a range for each first byte, without surrogates
// and without what is no character. It comes deflated.
var characterMap = sync.OnceValue(func() []byte {
	var ranges [][2]int
	for high := range 0x100 {
		first, last := high<<8, high<<8|0xFF
		switch {
		case high == 0:
			first = 1
		case high >= 0xD8 && high <= 0xDF:
			continue
		case high == 0xFE:
			last = 0xFEFE
		case high == 0xFF:
			last = 0xFFFD
		}
		ranges = append(ranges, [2]int{first, last})
	}
	b := fmt.Appendf(nil, mapHead, "<0000> <FFFF>")
	for len(ranges) > 0 {
		n := min(mostInBlock, len(ranges))
		b = fmt.Appendf(b, "%d beginbfrange\n", n)
		for _, r := range ranges[:n] {
			b = fmt.Appendf(b, "<%04X> <%04X> <%04X>\n", r[0], r[1], r[0])
		}
		b = append(b, "endbfrange\n"...)
		ranges = ranges[n:]
	}
	return deflated(append(b, mapTail...))
})

// mostInBlock is how many mappings a block of a character map may have.
const mostInBlock = 100

// joiner is what a character is mapped to that says nothing of its own: every character must be mapped to something, and
// this is shown nowhere and parts no words.
const joiner = "\u2060"

// sayings maps each code, of so many bytes, to what it says. It comes deflated.
func sayings(said map[rune]string, bytes int) []byte {
	space := "<0000> <FFFF>"
	if bytes == 1 {
		space = "<00> <FF>"
	}
	b := fmt.Appendf(nil, mapHead, space)
	for codes := range slices.Chunk(slices.Sorted(maps.Keys(said)), mostInBlock) {
		b = fmt.Appendf(b, "%d beginbfchar\n", len(codes))
		for _, code := range codes {
			b = append(fmt.Appendf(b, "<%0*X> <", 2*bytes, code), said16(said[code])...)
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return deflated(append(b, mapTail...))
}

// said16 is a text in UTF-16, in hexadecimal digits.
func said16(text string) (digits []byte) {
	if text == "" {
		text = joiner
	}
	for _, u := range utf16.Encode([]rune(text)) {
		digits = fmt.Appendf(digits, "%04X", u)
	}
	return digits
}

const mapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
%s
endcodespacerange
`

const mapTail = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`

// deflated compresses what is made once. Writing to memory does not fail.
func deflated(data []byte) []byte {
	c := borrow()
	defer giveBack(c)
	packed, err := c.pack(data)
	if err != nil {
		panic("tagged: deflate to memory: " + err.Error())
	}
	return bytes.Clone(packed)
}
