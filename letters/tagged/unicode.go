package tagged

import (
	"bytes"
	"fmt"
	"sync"
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
	b := []byte(mapHead)
	const most = 100 // ranges in a block
	for len(ranges) > 0 {
		n := min(most, len(ranges))
		b = fmt.Appendf(b, "%d beginbfrange\n", n)
		for _, r := range ranges[:n] {
			b = fmt.Appendf(b, "<%04X> <%04X> <%04X>\n", r[0], r[1], r[0])
		}
		b = append(b, "endbfrange\n"...)
		ranges = ranges[n:]
	}
	return deflated(append(b, mapTail...))
})

const mapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
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
