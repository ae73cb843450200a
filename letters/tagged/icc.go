package tagged

import (
	"encoding/binary"
	"math"
	"sync"
)

// profile is a profile of the colour space sRGB (ICC.1:2001-04, a display profile of three matrix columns and a curve),
// deflated. It is made here so that no file with a licence of its own has to come along.
var profile = sync.OnceValue(func() []byte {
	curve := srgbCurve()
	return deflated(iccFile([]iccTag{
		{"desc", iccDescription("sRGB IEC61966-2.1")},
		{"cprt", iccText("No copyright")},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)},
		{"rXYZ", iccXYZ(0.4360747, 0.2225045, 0.0139322)}, // the primaries, adapted to D50
		{"gXYZ", iccXYZ(0.3850649, 0.7168786, 0.0971045)},
		{"bXYZ", iccXYZ(0.1430804, 0.0606169, 0.7141733)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}))
})

type iccTag struct {
	name string
	data []byte
}

// iccFile puts a header and a table before the tags. Neighbours with the same data share it.
func iccFile(tags []iccTag) []byte {
	const header = 128
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	start := header + 4 + 12*len(tags)
	at := start
	for i, t := range tags {
		if i == 0 || &t.data[0] != &tags[i-1].data[0] {
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
			at = start + len(data)
			data = append(data, t.data...)
		}
		table = append(table, t.name...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
	}
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	return append(append(iccHeader(start+len(data)), table...), data...)
}

func iccHeader(size int) []byte {
	h := make([]byte, 128)
	be := binary.BigEndian
	be.PutUint32(h, uint32(size))
	be.PutUint32(h[8:], 0x02100000) // version 2.1
	copy(h[12:], "mntrRGB XYZ ")
	for i, part := range []uint16{2026, 1, 1} {
		be.PutUint16(h[24+2*i:], part)
	}
	copy(h[36:], "acsp")
	copy(h[68:80], iccXYZ(0.9642, 1, 0.8249)[8:]) // the light under which it is seen
	return h
}

func iccXYZ(x, y, z float64) []byte {
	b := append([]byte("XYZ "), 0, 0, 0, 0)
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

func iccText(s string) []byte { return append(append([]byte("text\x00\x00\x00\x00"), s...), 0) }

// iccDescription is a description in ASCII, with empty ones in Unicode and in script code.
func iccDescription(s string) []byte {
	b := append([]byte("desc"), 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, uint32(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...)
}

// srgbCurve is the way from stored values to light (IEC 61966-2-1), at 1,024 points.
func srgbCurve() []byte {
	const points = 1024
	b := append([]byte("curv"), 0, 0, 0, 0)
	b = binary.BigEndian.AppendUint32(b, points)
	for i := range points {
		v := float64(i) / (points - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}
