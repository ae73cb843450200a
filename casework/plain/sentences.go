package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// span is a stretch of a text, in bytes.
type span struct{ start, end int }

// word is a word of a text: letters, with apostrophes and hyphens within, or a number.
type word struct {
	span
	text string
}

// notAtEnd are short words whose full stop ends no sentence.
var notAtEnd = setOf("mr", "mrs", "ms", "dr", "prof", "st", "rev", "no", "nos", "para", "paras", "reg", "regs", "s", "ss", "e.g", "i.e", "etc", "vs", "approx", "dept", "yr", "jan",
	"feb", "mar", "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec")

func setOf(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// sentences parts a text at full stops, question and exclamation marks that are followed by a space, and at line ends that
// part paragraphs or the entries of a list.
func sentences(text string) (all []span) {
	start := 0
	end := func(at int) {
		if strings.TrimSpace(text[start:at]) != "" {
			all = append(all, span{start, at})
		}
		start = at
	}
	for i, r := range text {
		switch r {
		case '.', '?', '!', '…':
			after := i + utf8.RuneLen(r)
			for after < len(text) && strings.ContainsRune(`”’)"'`, firstRune(text[after:])) {
				after += utf8.RuneLen(firstRune(text[after:]))
			}
			if after > start && (after == len(text) || isSpaceAt(text, after)) && !(r == '.' && abbreviated(text[start:i])) {
				end(after)
			}
		case '\n':
			if i >= start && breaks(text[i+1:]) {
				end(i + 1)
			}
		}
	}
	end(len(text))
	return all
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func isSpaceAt(text string, at int) bool { return unicode.IsSpace(firstRune(text[at:])) }

// abbreviated reports whether a full stop after this stands for a shortened word, or after an initial.
func abbreviated(before string) bool {
	at := strings.LastIndexFunc(before, func(r rune) bool { return unicode.IsSpace(r) || r == '(' })
	last := strings.ToLower(before[at+1:])
	return notAtEnd[last] || utf8.RuneCountInString(last) == 1 && unicode.IsLetter(firstRune(last))
}

// breaks reports whether what comes after a line end is a new paragraph or an entry of a list.
func breaks(after string) bool {
	line, _, _ := strings.Cut(after, "\n")
	line = strings.TrimSpace(line)
	return line == "" || strings.ContainsRune("-•*–", firstRune(line)) || len(line) > 1 && unicode.IsDigit(firstRune(line)) && strings.ContainsAny(line[1:min(3, len(line))], ".)")
}

// wordsIn are the words of a stretch.
func wordsIn(text string, s span) (all []word) {
	start := -1
	flush := func(at int) {
		if start >= 0 {
			w := strings.TrimRight(text[start:at], "-’'.,")
			if w != "" {
				all = append(all, word{span{start, start + len(w)}, w})
			}
		}
		start = -1
	}
	for i, r := range text[s.start:s.end] {
		at := s.start + i
		inner := start >= 0 && (r == '\'' || r == '’' || r == '-' || (r == '.' || r == ',') && unicode.IsDigit(lastRune(text[start:at])))
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if start < 0 {
				start = at
			}
		case !inner:
			flush(at)
		}
	}
	flush(s.end)
	return all
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

// syllablesOf counts the syllables of a word by its groups of vowels. A number counts as one, an abbreviation in capitals
// one for each letter.
func syllablesOf(w string) int {
	if w == strings.ToUpper(w) && len(w) > 1 && len(w) <= 6 && strings.ContainsFunc(w, unicode.IsLetter) {
		return len([]rune(w))
	}
	total := 0
	for _, part := range strings.FieldsFunc(strings.ToLower(w), func(r rune) bool { return r == '-' }) {
		total += max(1, groups(part))
	}
	return max(1, total)
}

func groups(w string) int {
	n, in := 0, false
	for _, r := range w {
		vowel := strings.ContainsRune("aeiouyáàâäãåāéèêëęěíìîïīóòôöõøőúùûüůűýąæœ", r)
		if vowel && !in {
			n++
		}
		in = vowel
	}
	switch {
	case strings.HasSuffix(w, "le") && len(w) > 2 && !strings.ContainsRune("aeiouy", rune(w[len(w)-3])):
	case strings.HasSuffix(w, "ed") && len(w) > 3 && !strings.ContainsRune("td", rune(w[len(w)-3])) && !strings.ContainsRune("aeiouy", rune(w[len(w)-3])),
		strings.HasSuffix(w, "es") && len(w) > 3 && !strings.ContainsRune("sxzcgh", rune(w[len(w)-3])) && !strings.ContainsRune("aeiouy", rune(w[len(w)-3])),
		strings.HasSuffix(w, "e") && len(w) > 2 && !strings.ContainsRune("aeiouy", rune(w[len(w)-2])):
		n--
	}
	for _, apart := range []string{"ia", "io", "eo", "ua", "iu"} { // two vowels that are two syllables, as in “social” they are not
		if strings.Contains(w, apart) && !strings.Contains(w, "tio") && !strings.Contains(w, "cia") && !strings.Contains(w, "sio") && !strings.Contains(w, "tia") && !strings.Contains(w, "qu") && !strings.Contains(w, "peop") {
			n++
			break
		}
	}
	return n
}
