package check

import "unicode/utf16"

// readToUnicode reads a font’s /ToUnicode, where there is one. A range may vary in its last byte alone: readers that hold
// to that map nothing beyond, so nothing beyond counts here, and it is told.
func (in *inspection) readToUnicode(f *font) {
	s, ok := in.stream(f.dict["ToUnicode"])
	if !ok {
		return
	}
	f.mapped = true
	content, err := in.decoded(s)
	if err != nil {
		in.fail("to-unicode", f.at, "the font’s /ToUnicode cannot be decoded: %v", err)
		return
	}
	var crossing bool
	f.unicode, crossing = readCMap(content)
	if crossing {
		in.fail("to-unicode", f.at, "a range of the font’s /ToUnicode crosses from one high byte into another")
	}
}

// readCMap reads the single mappings and the ranges of a CMap to Unicode, and reports whether a range crosses high bytes.
func readCMap(content []byte) (texts map[int][]rune, crossing bool) {
	texts = map[int][]rune{}
	l := newLexer(content)
	var stack []any
	for {
		v, ok := l.next(0)
		if !ok {
			return texts, crossing
		}
		op, isOp := v.(keyword)
		if !isOp {
			if stack = append(stack, v); len(stack) > 1<<20 {
				return texts, crossing
			}
			continue
		}
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(stack); i += 2 {
				if to, ok := stack[i+1].(literal); ok {
					texts[codeOf(stack[i])] = decodeUTF16(to)
				}
			}
		case "endbfrange":
			for i := 0; i+2 < len(stack); i += 3 {
				crossing = addRange(texts, codeOf(stack[i]), codeOf(stack[i+1]), stack[i+2]) || crossing
			}
		}
		stack = stack[:0]
	}
}

// addRange adds the codes of a range, and reports whether it crosses from one high byte into another.
func addRange(texts map[int][]rune, first, last int, to any) (crossing bool) {
	if first < 0 || last < first {
		return false
	}
	if list, ok := to.([]any); ok {
		for i, v := range list {
			if s, ok := v.(literal); ok && first+i <= last {
				texts[first+i] = decodeUTF16(s)
			}
		}
		return false
	}
	start, ok := to.(literal)
	if !ok || len(start) == 0 {
		return false
	}
	for code := first; code <= last; code++ {
		low := int(start[len(start)-1]) + code - first
		if code>>8 != first>>8 || low > 0xFF {
			return true
		}
		at := append(literal{}, start...)
		at[len(at)-1] = byte(low)
		texts[code] = decodeUTF16(at)
	}
	return false
}

// codeOf is a code of one or two bytes, -1 where it is none.
func codeOf(v any) int {
	s, ok := v.(literal)
	if !ok || len(s) == 0 || len(s) > 2 {
		return -1
	}
	code := 0
	for _, b := range s {
		code = code<<8 | int(b)
	}
	return code
}

func decodeUTF16(b []byte) []rune {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return utf16.Decode(units)
}
