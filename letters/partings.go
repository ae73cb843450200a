package letters

import (
	"strings"
	"unicode"

	"sendpanel/letters/script"
)

// Within a word a line ends where the Unicode line breaking algorithm (UAX 14) lets it, and where that parts nothing that
// is read as one: a word with a digit or an @ in it is a reference, a number, a date or an address, and stays whole; so does
// what has a letter alone on either side, as “e-mail” or “he/s”.

// mayPart reports whether a word may have a place to part it. It is asked of every word of a letter, and few have one.
func mayPart(word string) bool {
	for i := range len(word) {
		switch word[i] {
		case '-', '/', '!', '?', '|', '}':
			return true
		case 0xE2: // the first byte of dashes and dots, and of the quotes ‘ ’ “ ” (E2 80 98 to 9D), which part nothing
			if i+2 >= len(word) || word[i+1] != 0x80 || word[i+2] < 0x98 || word[i+2] > 0x9D {
				return true
			}
		}
	}
	return false
}

// partings are the places within a word, in bytes and each from the one before, at which a line may end.
func partings(word string) (lengths []int) {
	if strings.ContainsAny(word, "0123456789@") || strings.Contains(word, "://") {
		return nil
	}
	from := 0
	for _, place := range script.Breaks(word) {
		if lettersAround(word, place) {
			lengths = append(lengths, place-from)
			from = place
		}
	}
	return lengths
}

// lettersAround reports whether two letters at the least stand on either side of a place, up to the next mark that parts.
func lettersAround(word string, place int) bool {
	const least = 2
	before, after := 0, 0
	for _, r := range strings.TrimRightFunc(word[:place], parts) {
		if parts(r) {
			before = 0
		} else if unicode.IsLetter(r) {
			before++
		}
	}
	for _, r := range word[place:] {
		if parts(r) {
			break
		} else if unicode.IsLetter(r) {
			after++
		}
	}
	return before >= least && after >= least
}

func parts(r rune) bool { return strings.ContainsRune("-/!?|}‐‒–—―…", r) }

// endOfWord is where the word ends that begins at a place: at a space, but not at one before a dash that stands alone, which
// no line begins with.
func endOfWord(text string, at int) int {
	for end := at; ; end++ {
		n := strings.IndexByte(text[end:], ' ')
		if n < 0 {
			return len(text)
		}
		end += n
		if rest := text[end+1:]; !strings.HasPrefix(rest, "– ") && !strings.HasPrefix(rest, "— ") {
			return end
		}
	}
}
