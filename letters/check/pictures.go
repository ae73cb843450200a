package check

import (
	"encoding/binary"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkPictureDict looks at a picture’s dictionary (6.2.8), and into one that is compressed as JPEG 2000 (6.2.8.3).
func (in *inspection) checkPictureDict(s types.StreamDict, at place) {
	d := s.Dict
	if d["Alternates"] != nil || d["OPI"] != nil || in.truth(d["Interpolate"]) {
		in.fail("A-6.2.8", at, "the picture has other versions, or is smoothed by the reader")
	}
	allowed := []int{1, 2, 4, 8, 16}
	if in.truth(d["ImageMask"]) {
		allowed = allowed[:1]
	}
	if bits, ok := in.integer(d["BitsPerComponent"]); ok && !slices.Contains(allowed, bits) {
		in.fail("A-6.2.8", at, "the picture has %d bits for each part of a colour", bits)
	}
	in.checkIntent(in.name(d["Intent"]), at)
	if !in.truth(d["ImageMask"]) {
		in.checkColourSpace(d["ColorSpace"], at, 0)
	}
	filters := in.items(d["Filter"])
	if len(filters) > 0 && in.name(filters[len(filters)-1]) == "JPXDecode" {
		if len(filters) > 1 {
			in.fail("A-6.2.8.3", at, "the picture is compressed as JPEG 2000 and once more, and is not judged")
			return
		}
		in.checkJPX(s.Raw, d["ColorSpace"] != nil, at)
	}
}

// jpx is what the boxes of a JPEG 2000 file say (ISO 15444-1, annex I).
type jpx struct {
	channels, bits int
	mixed          bool // the channels have depths of their own
	colours        []jpxColour
}

// jpxColour is one way in which the file’s colours are described.
type jpxColour struct {
	method, approximation byte
	enumerated            uint32
}

func (in *inspection) checkJPX(b []byte, hasSpace bool, at place) {
	var p jpx
	p.boxes(b, 0)
	if p.channels != 1 && p.channels != 3 && p.channels != 4 {
		in.fail("A-6.2.8.3", at, "the JPEG 2000 picture has %d colours, or cannot be read", p.channels)
	}
	if p.mixed || p.bits < 1 || p.bits > 38 {
		in.fail("A-6.2.8.3", at, "the JPEG 2000 picture has %d bits for each part of a colour, or not the same for each", p.bits)
	}
	if hasSpace {
		return
	}
	best := 0
	for _, c := range p.colours {
		if c.approximation == 1 {
			best++
		}
		if c.method < 1 || c.method > 3 || c.method == 1 && c.enumerated == 19 {
			in.fail("A-6.2.8.3", at, "the JPEG 2000 picture describes its colours in a way that is not allowed")
		}
	}
	if len(p.colours) == 0 || len(p.colours) > 1 && best != 1 {
		in.fail("A-6.2.8.3", at, "the JPEG 2000 picture describes its colours in %d ways, and names %d as the best", len(p.colours), best)
	}
}

// boxes reads the boxes of a file, and those within its header.
func (p *jpx) boxes(b []byte, depth int) {
	for len(b) >= 8 && depth < 4 {
		size, kind, head := uint64(binary.BigEndian.Uint32(b)), string(b[4:8]), 8
		switch {
		case size == 0:
			size = uint64(len(b))
		case size == 1 && len(b) >= 16:
			size, head = binary.BigEndian.Uint64(b[8:]), 16
		}
		if size < uint64(head) || size > uint64(len(b)) {
			return
		}
		p.box(kind, b[head:size], depth)
		b = b[size:]
	}
}

func (p *jpx) box(kind string, body []byte, depth int) {
	switch {
	case kind == "jp2h":
		p.boxes(body, depth+1)
	case kind == "ihdr" && len(body) >= 11:
		p.channels = int(binary.BigEndian.Uint16(body[8:]))
		p.bits, p.mixed = int(body[10]&0x7F)+1, body[10] == 0xFF
	case kind == "bpcc":
		p.mixed = true
	case kind == "colr" && len(body) >= 3:
		c := jpxColour{method: body[0], approximation: body[2]}
		if len(body) >= 7 {
			c.enumerated = binary.BigEndian.Uint32(body[3:])
		}
		p.colours = append(p.colours, c)
	}
}
