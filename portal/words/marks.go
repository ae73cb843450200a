package words

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"
)

// The marks are code points that Unicode keeps for use within programs: no text that people write has them.
const (
	englishOpens  = '\uFDD0'
	englishCloses = '\uFDD1'
	wholeOpens    = '\uFDD2'
	wholeCloses   = '\uFDD3'
)

// Isolates do in plain text what <bdi> does in a page.
const (
	isolate    = "\u2068"
	isolateEnd = "\u2069"
)

// unmarked takes marks out of text that is going to be marked as a whole.
func unmarked(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= englishOpens && r <= wholeCloses {
			return -1
		}
		return r
	}, text)
}

// plainOf writes marks for where no element can stand: attributes, titles, options, what is typed in a field.
func plainOf(text []byte) []byte {
	return []byte(strings.NewReplacer(string(englishOpens), "", string(englishCloses), "", string(wholeOpens), isolate, string(wholeCloses), isolateEnd).Replace(string(text)))
}

// unelemented are the elements in which text alone may stand.
var unelemented = regexp.MustCompile(`(?is)^<(title|textarea|option|script|style)\b[^>]*>.*?</(title|textarea|option|script|style)\s*>`)

// Show makes elements of the marks in a page: <span lang="en"> and <bdi>. Within a tag, and where text alone may stand, it
// takes them out. A mark that is closed without being open, as nobody but a forged text has it, is dropped.
func Show(page []byte) []byte {
	if !bytes.Contains(page, []byte("\xef\xb7")) {
		return page
	}
	var out bytes.Buffer
	out.Grow(len(page) + len(page)/8)
	var open []rune
	for len(page) > 0 {
		if page[0] == '<' {
			n := tagLength(page)
			if whole := unelemented.Find(page); whole != nil {
				n = len(whole)
			}
			out.Write(plainOf(page[:n]))
			page = page[n:]
			continue
		}
		r, size := utf8.DecodeRune(page)
		switch r {
		case englishOpens:
			open = append(open, r)
			out.WriteString(`<span lang="en" dir="ltr">`)
		case wholeOpens:
			open = append(open, r)
			out.WriteString(`<bdi>`)
		case englishCloses, wholeCloses:
			if n := len(open) - 1; n >= 0 && open[n] == r-1 {
				open = open[:n]
				out.WriteString(closing(r))
			}
		default:
			out.Write(page[:size])
		}
		page = page[size:]
	}
	for n := len(open) - 1; n >= 0; n-- {
		out.WriteString(closing(open[n] + 1))
	}
	return out.Bytes()
}

func closing(mark rune) string {
	if mark == englishCloses {
		return "</span>"
	}
	return "</bdi>"
}

// tagLength is how long the tag at the start of the text is; a > between quotation marks does not end it.
func tagLength(text []byte) int {
	quote := byte(0)
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return len(text)
}
