package reasons

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word, number or mark of a text.
type token struct {
	start, end int    // bytes of the input
	word       string // lower case, straight apostrophe
	stem       string // what its inflections share
	kind       kind
	capital    bool
	marks      [3]uint32 // of the stem, the word and its beginning, for sieves
	light      bool      // may be skipped within a pattern
	closes     bool      // ends a clause
	turns      int       // part of the sentence between "but" and its like
	segment    int       // part of the sentence between "but", semicolons and dashes
}

type kind int

const (
	wordToken kind = iota
	numberToken
	referenceToken // E4: an item of the evidence list
	markToken
)

// numbers are the number words that reasons use. "One" is left alone: it is more often a pronoun.
var numbers = map[string]int{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
	"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// tokenise splits text into words, numbers and marks. Each keeps its place in the input.
func tokenise(text string) []token {
	tokens := make([]token, 0, len(text)/5+1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsDigit(r) || r == '£':
			t := readNumber(text, i)
			tokens, i = append(tokens, t), t.end
		case unicode.IsLetter(r):
			end := wordEnd(text, i)
			tokens, i = appendWord(tokens, text, i, end), end
		case unicode.IsSpace(r) || r == '-' && i > 0 && !unicode.IsSpace(rune(text[i-1])) || isQuote(r):
			i += size
		default:
			tokens = append(tokens, token{start: i, end: i + size, word: text[i : i+size], stem: text[i : i+size], kind: markToken})
			i += size
		}
	}
	return tokens
}

func isQuote(r rune) bool { return strings.ContainsRune("'\"‘’“”*_", r) }

// wordEnd is the end of the word that starts at i: letters and digits, with apostrophes inside.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			i += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[min(i+size, len(text)):])
		if (r == '\'' || r == '’') && unicode.IsLetter(next) {
			i += size
			continue
		}
		break
	}
	return i
}

// appendWord adds a word, splitting "don't" and "cannot" so that a "not" is always a word of its own.
func appendWord(tokens []token, text string, start, end int) []token {
	word := strings.ReplaceAll(strings.ToLower(text[start:end]), "’", "'")
	first, _ := utf8.DecodeRuneInString(text[start:])
	capital := unicode.IsUpper(first)
	negated := false
	switch {
	case word == "cannot":
		word, negated = "can", true
	case strings.HasSuffix(word, "n't"):
		word, negated = strings.TrimSuffix(word, "n't"), true
	default:
		word, _, _ = strings.Cut(word, "'")
	}
	if word == "" {
		return tokens
	}
	tokens = append(tokens, makeWord(word, start, end, capital))
	if negated {
		tokens = append(tokens, token{start: end, end: end, word: "not", stem: "not"})
	}
	return tokens
}

func makeWord(word string, start, end int, capital bool) token {
	t := token{start: start, end: end, word: word, capital: capital}
	if n, found := numbers[word]; found {
		t.kind, t.stem, t.word = numberToken, strconv.Itoa(n), strconv.Itoa(n)
		return t
	}
	if isReference(word) && capital {
		t.kind = referenceToken
	}
	t.stem = stem(word)
	return t
}

// isReference says whether a word is a place in the evidence list, like e4 or e12.
func isReference(word string) bool {
	if len(word) < 2 || len(word) > 4 || word[0] != 'e' {
		return false
	}
	_, err := strconv.Atoi(word[1:])
	return err == nil
}

// readNumber reads 6,000 and £6k as one number, and keeps 6.5 and 7:2 whole.
func readNumber(text string, start int) token {
	i := start
	var digits strings.Builder
	if strings.HasPrefix(text[i:], "£") {
		i += len("£")
	}
	for i < len(text) {
		c := text[i]
		inside := i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9' && digits.Len() > 0
		if c >= '0' && c <= '9' || (c == '.' || c == ':' || c == '/') && inside {
			digits.WriteByte(c)
		} else if c != ',' || !inside {
			break
		}
		i++
	}
	if i == start {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	if i < len(text) && (text[i] == 'k' || text[i] == 'K') {
		digits.WriteString("000")
		i++
	}
	t := token{start: start, end: i, word: text[start:i], stem: digits.String(), kind: numberToken}
	if strings.HasPrefix(t.word, "£") {
		t.word = "£"
	}
	return t
}
