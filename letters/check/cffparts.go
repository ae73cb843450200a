package check

import "strconv"

// The operators of a CFF font’s dictionaries that are read; those of two bytes are 12<<8 and the second.
const (
	opCharset      = 15
	opEncoding     = 16
	opCharStrings  = 17
	opPrivate      = 18
	opSubrs        = 19
	opDefaultWidth = 20
	opNominalWidth = 21
	opFontMatrix   = 12<<8 | 7
	opROS          = 12<<8 | 30
	opFDArray      = 12<<8 | 36
	opFDSelect     = 12<<8 | 37
)

// cffDict is a dictionary of a CFF font: numbers by their operator.
type cffDict map[int][]float64

func (d cffDict) number(op int) float64 {
	if v := d[op]; len(v) > 0 {
		return v[0]
	}
	return 0
}

func (d cffDict) integer(op int) int {
	n := d.number(op)
	if n < 0 || n > 1<<30 {
		return 0
	}
	return int(n)
}

func readCFFDict(b []byte) cffDict {
	d := cffDict{}
	var stack []float64
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c <= 21:
			op := int(c)
			if c == 12 && i+1 < len(b) {
				i++
				op = 12<<8 | int(b[i])
			}
			d[op], stack = stack, nil
			i++
		case c == 30:
			var v float64
			v, i = realNumber(b, i+1)
			stack = append(stack, v)
		default:
			v, n := wholeNumber(table(b), i)
			stack = append(stack, float64(v))
			i += n
		}
		if len(stack) > 512 {
			return d
		}
	}
	return d
}

// wholeNumber reads a whole number of a dictionary or a charstring, and how many bytes it has.
func wholeNumber(b table, i int) (v, bytes int) {
	next := func(k int) int {
		if i+k < len(b) {
			return int(b[i+k])
		}
		return 0
	}
	switch c := int(b[i]); {
	case c == 28:
		return int(int16(next(1)<<8 | next(2))), 3
	case c == 29:
		return int(int32(uint32(next(1))<<24 | uint32(next(2))<<16 | uint32(next(3))<<8 | uint32(next(4)))), 5
	case c >= 32 && c <= 246:
		return c - 139, 1
	case c >= 247 && c <= 250:
		return (c-247)*256 + next(1) + 108, 2
	case c >= 251 && c <= 254:
		return -(c-251)*256 - next(1) - 108, 2
	}
	return 0, 1
}

// realNumber reads a number that is written in half bytes.
func realNumber(b []byte, i int) (float64, int) {
	const digits = "0123456789.EE -"
	var text []byte
	for ; i < len(b) && len(text) < 64; i++ {
		for _, n := range []byte{b[i] >> 4, b[i] & 15} {
			if n == 15 {
				v, _ := strconv.ParseFloat(string(text), 64)
				return v, i + 1
			}
			if n != 13 {
				text = append(text, digits[n])
			}
			if n == 12 {
				text = append(text, '-')
			}
		}
	}
	return 0, len(b)
}

// readCharset reads what each glyph is called, or which character it is.
func (f *cff) readCharset(out *outlines) {
	numbered := f.top[opROS] != nil
	if numbered {
		out.byCID = map[int]int{0: 0}
	}
	name := func(glyph, id int) {
		switch {
		case glyph >= len(out.names):
		case numbered:
			out.byCID[id] = glyph
		default:
			out.names[glyph] = f.text(id)
			out.byName[f.text(id)] = glyph
		}
	}
	name(0, 0)
	at := f.top.integer(opCharset)
	sub := f.b.from(at)
	switch {
	case at <= 2: // ISOAdobe; the expert ones, which are as good as unknown, begin alike
		for g := 1; g < len(out.names); g++ {
			name(g, g)
		}
	case len(sub) == 0:
	case sub[0] == 0:
		for g := 1; g < len(out.names); g++ {
			name(g, sub.u16(1+2*(g-1)))
		}
	default:
		f.readRanges(sub, len(out.names), name)
	}
}

func (f *cff) readRanges(sub table, glyphs int, name func(glyph, id int)) {
	glyph, p := 1, 1
	for glyph < glyphs && p+2 < len(sub) {
		first, left := sub.u16(p), int(sub[p+2])
		p += 3
		if sub[0] == 2 {
			left = sub.u16(p - 1)
			p++
		}
		for id := first; id <= first+left && glyph < glyphs; id++ {
			name(glyph, id)
			glyph++
		}
	}
}

// readEncoding reads which glyph each code is, where the font says it itself.
func (f *cff) readEncoding(out *outlines) {
	at := f.top.integer(opEncoding)
	sub := f.b.from(at)
	if at <= 1 || len(sub) < 2 {
		return
	}
	out.builtIn = map[int]int{}
	glyph, n := 1, int(sub[1])
	for i := range n {
		if sub[0]&0x7F == 0 {
			if 2+i < len(sub) {
				out.builtIn[int(sub[2+i])] = 1 + i
			}
			continue
		}
		if 3+2*i >= len(sub) {
			return
		}
		for code := int(sub[2+2*i]); code <= int(sub[2+2*i])+int(sub[3+2*i]); code++ {
			out.builtIn[code] = glyph
			glyph++
		}
	}
}
