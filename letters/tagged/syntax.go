package tagged

import (
	"math"
	"strconv"
	"unicode/utf16"
)

func appendInt(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// appendNumbers writes numbers with two digits after the point at most, with a space between.
func appendNumbers(b []byte, numbers ...float64) []byte {
	for i, v := range numbers {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendNumber(b, v, 2)
	}
	return b
}

// appendNumber writes a number as PDF has it: no exponent, no zeros at the end.
func appendNumber(b []byte, v float64, digits int) []byte {
	scale := math.Pow10(digits)
	n := int64(math.Round(v * scale))
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	whole, part := n/int64(scale), n%int64(scale)
	b = strconv.AppendInt(b, whole, 10)
	if part == 0 {
		return b
	}
	b = append(b, '.')
	for unit := int64(scale) / 10; part > 0; unit /= 10 {
		b = append(b, byte('0'+part/unit))
		part %= unit
	}
	return b
}

// appendString writes a string of codes.
func appendString[T string | []byte](b []byte, codes T) []byte {
	b = append(b, '(')
	for i := range len(codes) {
		switch c := codes[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return append(b, ')')
}

// appendText writes words: as they are where they are ASCII, else in UTF-16 with its mark.
func appendText(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7E {
			return appendUTF16(b, s)
		}
	}
	return appendString(b, s)
}

func appendUTF16(b []byte, s string) []byte {
	const hex = "0123456789ABCDEF"
	b = append(b, "<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, hex[u>>12], hex[u>>8&15], hex[u>>4&15], hex[u&15])
	}
	return append(b, '>')
}

func appendRef(b []byte, object int) []byte { return append(appendInt(b, object), " 0 R"...) }
