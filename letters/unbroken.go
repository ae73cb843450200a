package letters

import "strings"

// unbroken keeps together what is read as one: a telephone number, a date, a postcode, the section of an Act. A no-break space
// stands between their parts instead of a space.
func unbroken(s string) string {
	var out strings.Builder
	done := 0
	var g gluer
	for at := 0; at < len(s); {
		end := at + wordEnd(s[at:])
		if g.next(s[at:end]) && at > 0 && s[at-1] == ' ' {
			out.WriteString(s[done : at-1])
			out.WriteRune(nbsp)
			done = at
		}
		at = end + 1
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

// gluer goes through words one by one.
type gluer struct {
	last  string // the word before
	phone bool   // which is part of a telephone number
}

// next reports whether a word belongs to the one before it.
func (g *gluer) next(word string) bool {
	bare := word
	for len(bare) > 0 && strings.IndexByte(".,;:!?)", bare[len(bare)-1]) >= 0 {
		bare = bare[:len(bare)-1]
	}
	glued := false
	switch {
	case g.phone && digits(bare, 3, 8):
		glued = true
	case digits(g.last, 1, 2) && isMonth(bare), isMonth(g.last) && digits(bare, 4, 4):
		glued, g.phone = true, false
	case isOutward(g.last) && len(bare) == 3 && digits(bare[:1], 1, 1) && isUpper(bare[1]) && isUpper(bare[2]):
		glued, g.phone = true, false
	case citing(g.last) && bare != "" && bare[0] >= '0' && bare[0] <= '9':
		glued, g.phone = true, false
	default:
		open := bare
		for len(open) > 0 && open[0] == '(' {
			open = open[1:]
		}
		g.phone = open == "+44" || len(open) >= 3 && (open[0] == '0' && digits(open, 3, 5) || strings.HasPrefix(open, "+44") && digits(open[1:], 4, 7))
	}
	if len(bare) != len(word) { // what comes after a full stop or a comma is another thing
		g.phone = false
		bare = ""
	}
	if joined := strings.LastIndex(bare, string(nbsp)); joined >= 0 {
		bare = bare[joined+len(string(nbsp)):]
	}
	g.last = bare
	return glued
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
