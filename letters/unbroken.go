package letters

import "strings"

// unbroken keeps together what is read as one: a telephone number, a date, a postcode, the section of an Act. A no-break space
// stands between their parts instead of a space.
func unbroken(s string) string {
	var out strings.Builder
	done := 0
	g := gluer{text: s, glued: -1}
	for at := wordEnd(s); at < len(s); at += 1 + wordEnd(s[at+1:]) {
		if g.glues(at) {
			out.WriteString(s[done:at])
			out.WriteRune(nbsp)
			done = at + 1
		}
	}
	if done == 0 {
		return s
	}
	out.WriteString(s[done:])
	return out.String()
}

// wordEnd is where the first word ends, at a space.
func wordEnd(s string) int {
	if n := strings.IndexByte(s, ' '); n >= 0 {
		return n
	}
	return len(s)
}

// gluer goes through a text from space to space. It is asked of every text with a number in it.
type gluer struct {
	text  string
	glued int  // the end of the last word that belongs to the one before it; -1 for none
	phone bool // it is part of a telephone number
}

// glues reports whether the word after a space belongs to the one before it. What comes after a full stop or a comma is
// another thing.
func (g *gluer) glues(at int) bool {
	if at == 0 || at+1 == len(g.text) || closing(g.text[at-1]) || !startsPart(g.text[at+1]) {
		return false
	}
	last := g.text[strings.LastIndexByte(g.text[:at], ' ')+1 : at]
	word := g.text[at+1 : at+1+wordEnd(g.text[at+1:])]
	phone := opensPhone(last)
	if g.glued == at {
		phone = g.phone
	}
	if joined := strings.LastIndex(last, string(nbsp)); joined >= 0 {
		last = last[joined+len(string(nbsp)):]
	}
	bare := word
	for bare != "" && closing(bare[len(bare)-1]) {
		bare = bare[:len(bare)-1]
	}
	phone = phone && digits(bare, 3, 8)
	if !phone && !belongs(last, bare) {
		return false
	}
	g.glued, g.phone = at+1+len(word), phone
	return true
}

// closing reports a mark that ends a word.
func closing(c byte) bool {
	switch c {
	case '.', ',', ';', ':', '!', '?', ')':
		return true
	}
	return false
}

// startsPart reports whether the second part of something may begin with a byte: a digit, or the capital of a month.
func startsPart(c byte) bool { return c >= '0' && c <= '9' || isUpper(c) }

// belongs reports whether two words are a date, a postcode or a numbered part of a law.
func belongs(last, word string) bool {
	switch {
	case digits(last, 1, 2) && isMonth(word), isMonth(last) && digits(word, 4, 4):
		return true
	case isOutward(last) && len(word) == 3 && digits(word[:1], 1, 1) && isUpper(word[1]) && isUpper(word[2]):
		return true
	}
	return citing(last) && word != "" && word[0] >= '0' && word[0] <= '9'
}

// opensPhone reports whether a word is how a telephone number begins.
func opensPhone(word string) bool {
	open := strings.TrimLeft(word, "(")
	return open == "+44" || len(open) >= 3 && (open[0] == '0' && digits(open, 3, 5) || strings.HasPrefix(open, "+44") && digits(open[1:], 4, 7))
}

func digits(s string, least, most int) bool {
	if len(s) < least || len(s) > most {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

func isMonth(s string) bool {
	switch s {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}

// isOutward reports whether a word looks like the first half of a postcode.
func isOutward(s string) bool {
	return len(s) >= 2 && len(s) <= 4 && isUpper(s[0]) && strings.ContainsAny(s[1:], "0123456789") && strings.ToUpper(s) == s
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// citing reports whether a number after the word says which one.
func citing(s string) bool {
	switch s {
	case "section", "sections", "regulation", "regulations", "paragraph", "rule", "part", "Part", "page", "year", "Year", "form":
		return true
	}
	return false
}
