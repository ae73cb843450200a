package check

import (
	"bytes"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkSpacing looks at how each object is written: “1 0 obj” and “endobj” with their line ends, and the strings in
// hexadecimal digits within it. The library that reads the file is more forgiving than the standard.
func (in *inspection) checkSpacing() {
	for _, number := range slices.Sorted(maps.Keys(in.x.Table)) {
		e := in.x.Table[number]
		if e == nil || e.Free || e.Compressed || e.Offset == nil || *e.Offset <= 0 || *e.Offset >= int64(len(in.pdf)) {
			continue
		}
		at, whole := int(*e.Offset), in.pdf[*e.Offset:]
		body := afterHead(whole)
		if body == nil || !isLineEnd(in.pdf[at-1]) {
			in.fail("A-6.1.9", place{object: number}, "the object’s number, its generation and the word obj do not stand on a line of their own")
			continue
		}
		s, isStream := streamOf(e.Object)
		if isStream {
			in.checkWriting(whole[:max(min(int(s.StreamOffset)-at, len(whole)), 0)], number)
			if length, known := in.integer(s.Dict["Length"]); known && length >= 0 && int(s.StreamOffset)+length <= len(in.pdf) {
				body = in.pdf[int(s.StreamOffset)+length:]
			}
		}
		end := bytes.Index(body, []byte("endobj"))
		if end < 1 || !isLineEnd(body[end-1]) || end+6 >= len(body) || !isLineEnd(body[end+6]) {
			in.fail("A-6.1.9", place{object: number}, "the word endobj does not stand on a line of its own")
			continue
		}
		if !isStream {
			in.checkWriting(body[:end], number)
		}
	}
}

// streamOf is the stream of an object of any kind that has one.
func streamOf(o types.Object) (types.StreamDict, bool) {
	switch s := o.(type) {
	case types.StreamDict:
		return s, true
	case types.ObjectStreamDict:
		return s.StreamDict, true
	case types.XRefStreamDict:
		return s.StreamDict, true
	}
	return types.StreamDict{}, false
}

func isLineEnd(b byte) bool { return b == '\n' || b == '\r' }

// afterHead is what comes after “1 0 obj” and its line end; nil where that is written in another way.
func afterHead(b []byte) []byte {
	for range 2 { // number, generation
		n := 0
		for n < len(b) && b[n] >= '0' && b[n] <= '9' {
			n++
		}
		if n == 0 || n >= len(b) || !isSpace(b[n]) {
			return nil
		}
		b = b[n+1:]
	}
	rest, is := bytes.CutPrefix(b, []byte("obj"))
	if !is || len(rest) == 0 || !isLineEnd(rest[0]) {
		return nil
	}
	return rest[1:]
}

// checkWriting looks at what the library that reads the file puts right in silence: strings in hexadecimal digits, which have
// digits alone and two for each byte, and numbers beyond all bounds.
func (in *inspection) checkWriting(b []byte, number int) {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '(':
			i = afterString(b, i) - 1
		case '%':
			for i < len(b) && !isLineEnd(b[i]) {
				i++
			}
		case '<':
			if i+1 < len(b) && b[i+1] == '<' {
				i++
				continue
			}
			end := bytes.IndexByte(b[i:], '>')
			if end < 0 {
				return
			}
			if !wholeBytes(b[i+1 : i+end]) {
				in.fail("A-6.1.6", place{object: number}, "a string in hexadecimal digits has half a byte, or something that is no digit")
			}
			i += end
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
			from := i
			for i+1 < len(b) && b[i+1] >= '0' && b[i+1] <= '9' {
				i++
			}
			if (from == 0 || b[from-1] != '.') && len(bytes.TrimLeft(b[from:i+1], "0")) > mostDigits {
				in.fail("A-6.1.13", place{object: number}, "a number has more than %d digits before the point", mostDigits)
			}
		case '/':
			for i+1 < len(b) && !isSpace(b[i+1]) && !isDelimiter(b[i+1]) {
				i++
			}
		}
	}
}

// mostDigits has every number within the limits of PDF/A-2, and no real one that is larger than any page.
const mostDigits = 10

// afterString is where a string in round brackets ends.
func afterString(b []byte, at int) int {
	l := lexer{b: b, at: at}
	l.literal()
	return max(l.at, at+1)
}

// wholeBytes reports whether hexadecimal digits, with spaces between, give whole bytes.
func wholeBytes(digits []byte) bool {
	n := 0
	for _, c := range digits {
		switch {
		case isSpace(c):
		case c >= '0' && c <= '9', c >= 'A' && c <= 'F', c >= 'a' && c <= 'f':
			n++
		default:
			return false
		}
	}
	return n%2 == 0
}

// checkName wants a name of a font, a colour or a structure type to be UTF-8.
func (in *inspection) checkName(name string, what string, at place) {
	if !utf8.ValidString(name) {
		in.fail("A-6.1.8", at, "the name of a %s is not written in UTF-8", what)
	}
}
