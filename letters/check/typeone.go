package check

import (
	"bytes"
	"encoding/hex"
	"errors"
	"math"
	"strconv"
)

var errNoType1 = errors.New("it is no Type 1 font")

// Adobe Type 1 Font Format, chapter 7: the keys of what is enciphered.
const (
	cipherOfFont = 55665
	cipherOfProg = 4330
)

// readType1 reads a Type 1 font: its glyphs’ names and widths, and which glyph each code is.
func readType1(b []byte) (*outlines, error) {
	clear, hidden, found := bytes.Cut(b, []byte("eexec"))
	if !found {
		return nil, errNoType1
	}
	hidden = bytes.TrimLeft(hidden, " \t\r\n")
	if isHexadecimal(hidden) {
		digits := bytes.Map(func(r rune) rune {
			if isSpace(byte(r)) {
				return -1
			}
			return r
		}, hidden)
		n, _ := hex.Decode(digits, digits[:len(digits)&^1])
		hidden = digits[:n]
	}
	private := decipher(hidden, cipherOfFont, 4)
	_, programs, found := bytes.Cut(private, []byte("/CharStrings"))
	if !found {
		return nil, errNoType1
	}
	skip := 4
	if at := bytes.Index(private, []byte("/lenIV")); at >= 0 {
		if n, ok := numberAfter(private[at+len("/lenIV"):]); ok {
			skip = n
		}
	}
	// The glyphs stand in any order: the missing one comes first here, as in other fonts.
	out := &outlines{names: []string{".notdef"}, widths: []float64{math.NaN()}, byName: map[string]int{".notdef": 0}}
	out.readPrograms(programs, skip)
	if len(out.names) == 1 {
		return nil, errNoType1
	}
	out.readOwnEncoding(clear)
	return out, nil
}

func isHexadecimal(b []byte) bool {
	for _, c := range b[:min(len(b), 4)] {
		if !wholeBytes([]byte{c, '0'}) {
			return false
		}
	}
	return len(b) >= 4
}

func decipher(b []byte, key uint16, skip int) []byte {
	out := make([]byte, len(b))
	for i, c := range b {
		out[i] = c ^ byte(key>>8)
		key = (uint16(c)+key)*52845 + 22719
	}
	return out[max(min(skip, len(out)), 0):]
}

func numberAfter(b []byte) (int, bool) {
	fields := bytes.Fields(b[:min(len(b), 32)])
	if len(fields) == 0 {
		return 0, false
	}
	n, err := strconv.Atoi(string(fields[0]))
	return n, err == nil
}

// readPrograms reads the glyphs: “/name length RD bytes”, under whichever name the font has for RD.
func (o *outlines) readPrograms(b []byte, skip int) {
	for len(o.names) < mostCFFGlyphs {
		at := bytes.IndexByte(b, '/')
		if at < 0 {
			return
		}
		b = b[at+1:]
		fields := bytes.Fields(b[:min(len(b), 160)])
		if len(fields) < 3 {
			return
		}
		length, err := strconv.Atoi(string(fields[1]))
		begin := bytes.Index(b, fields[2]) + len(fields[2]) + 1
		if err != nil || length < 0 || begin+length > len(b) {
			continue
		}
		name := string(fields[0])
		width := widthOfType1(decipher(b[begin:begin+length], cipherOfProg, skip))
		if name == ".notdef" {
			o.widths[0] = width
		} else {
			o.byName[name] = len(o.names)
			o.names, o.widths = append(o.names, name), append(o.widths, width)
		}
		b = b[begin+length:]
	}
}

// widthOfType1 is the width that a glyph’s program begins with (hsbw, sbw).
func widthOfType1(program []byte) float64 {
	var stack []float64
	b := table(program)
	for i := 0; i < len(b) && len(stack) < 32; {
		switch op := b[i]; {
		case op == 13 && len(stack) >= 2:
			return stack[1]
		case op == 12 && i+1 < len(b) && b[i+1] == 7 && len(stack) >= 4:
			return stack[2]
		case op == 12 && i+1 < len(b) && b[i+1] == 12 && len(stack) >= 2: // div
			n := len(stack)
			stack = append(stack[:n-2], stack[n-2]/stack[n-1])
			i += 2
		case op == 255:
			stack = append(stack, float64(int32(uint32(b.u16(i+1))<<16|uint32(b.u16(i+3)))))
			i += 5
		case op >= 32:
			v, n := wholeNumber(b, i)
			stack = append(stack, float64(v))
			i += n
		default:
			return math.NaN()
		}
	}
	return math.NaN()
}

// readOwnEncoding reads the codes that the font gives its glyphs itself: “dup 65 /A put”.
func (o *outlines) readOwnEncoding(clear []byte) {
	_, after, found := bytes.Cut(clear, []byte("/Encoding"))
	if !found || bytes.HasPrefix(bytes.TrimSpace(after), []byte("StandardEncoding")) {
		return
	}
	o.builtIn = map[int]int{}
	fields := bytes.Fields(after)
	for i := 0; i+3 < len(fields); i++ {
		if string(fields[i]) != "dup" || fields[i+2][0] != '/' || string(fields[i+3]) != "put" {
			continue
		}
		if code, err := strconv.Atoi(string(fields[i+1])); err == nil {
			o.builtIn[code] = o.byName[string(fields[i+2][1:])]
		}
	}
}
