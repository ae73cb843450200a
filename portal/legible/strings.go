package legible

import (
	"strings"
)

// wideGap is from how far on, in thousandths of the size of type, the next piece of a line is another word.
const wideGap = 170

// read reads the strings of pages by a table; by none, each byte is a sign of Latin-1.
func read(pages [][]byte, t table) string {
	var b strings.Builder
	for _, p := range pages {
		r := reader{data: p, table: t, out: &b}
		r.page()
		b.WriteByte('\n')
		if b.Len() > textLimit {
			break
		}
	}
	return b.String()
}

// reader goes through the content of one page.
type reader struct {
	data  []byte
	at    int
	table table
	out   *strings.Builder
	array bool
}

func (r *reader) page() {
	for r.at < len(r.data) {
		switch c := r.data[r.at]; {
		case c == '(':
			r.say(r.literal())
		case c == '<' && r.at+1 < len(r.data) && r.data[r.at+1] != '<':
			r.say(r.hex())
		case c == '[':
			r.array = true
			r.at++
		case c == ']':
			r.array = false
			r.at++
		case c == '-' && r.array:
			r.gap()
		case letter(c):
			r.operator()
		default:
			r.at++
		}
	}
}

func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '*' || c == '\'' || c == '"'
}

// operator ends a line, or a piece of one, where it moves.
func (r *reader) operator() {
	from := r.at
	for r.at < len(r.data) && letter(r.data[r.at]) {
		r.at++
	}
	switch string(r.data[from:r.at]) {
	case "Td", "TD", "T*", "Tm", "'", "\"", "ET":
		r.out.WriteByte('\n')
	}
}

// gap is a number in an array of strings: a large one is a space.
func (r *reader) gap() {
	n := 0
	for r.at++; r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '9'; r.at++ {
		n = min(n*10+int(r.data[r.at]-'0'), 1_000_000)
	}
	if n > wideGap {
		r.out.WriteByte(' ')
	}
}

// literal reads a string in parentheses.
func (r *reader) literal() []byte {
	var s []byte
	depth := 0
	for ; r.at < len(r.data); r.at++ {
		switch c := r.data[r.at]; c {
		case '(':
			if depth++; depth > 1 {
				s = append(s, c)
			}
		case ')':
			if depth--; depth == 0 {
				r.at++
				return s
			}
			s = append(s, c)
		case '\\':
			s = r.escaped(s)
		default:
			s = append(s, c)
		}
	}
	return s
}

// escaped reads what stands behind a backslash: three octal digits, a letter for a control, or the sign itself.
func (r *reader) escaped(s []byte) []byte {
	r.at++
	if r.at >= len(r.data) {
		return s
	}
	n, digits := 0, 0
	for digits < 3 && r.at < len(r.data) && r.data[r.at] >= '0' && r.data[r.at] <= '7' {
		n, digits = n*8+int(r.data[r.at]-'0'), digits+1
		r.at++
	}
	if digits > 0 {
		r.at--
		return append(s, byte(n))
	}
	if i := strings.IndexByte("nrtbf", r.data[r.at]); i >= 0 {
		return append(s, "\n\r\t\b\f"[i])
	}
	return append(s, r.data[r.at])
}

func (r *reader) hex() []byte {
	var s []byte
	high, half := rune(0), false
	for r.at++; r.at < len(r.data) && r.data[r.at] != '>'; r.at++ {
		c := r.data[r.at]
		if c <= ' ' {
			continue
		}
		if half {
			s = append(s, byte(high<<4|fromHex(c)))
		}
		high, half = fromHex(c), !half
	}
	r.at++
	if half {
		s = append(s, byte(high<<4))
	}
	return s
}

// say writes a string in the reading of the table: by two bytes where the codes are of two, else by one.
func (r *reader) say(s []byte) {
	if r.table == nil {
		for _, c := range s {
			r.out.WriteRune(rune(c))
		}
		return
	}
	if len(s)%2 == 0 {
		var wide strings.Builder
		known := 0
		for i := 0; i+1 < len(s); i += 2 {
			signs, found := r.table[uint16(s[i])<<8|uint16(s[i+1])]
			if found {
				known++
			}
			wide.WriteString(signs)
		}
		if known*2 >= len(s)/2 {
			r.out.WriteString(wide.String())
			return
		}
	}
	for _, c := range s {
		r.out.WriteString(r.table[uint16(c)])
	}
}
