package casework

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"sendpanel/statute"
)

// NamesIn is what the words of a paper say of whom it may be about.
type NamesIn struct {
	UPNs  []string // in capitals
	Keys  []string // surname and forename as [NameKey] writes them, in every way in which neighbouring words can be a name
	lower string   // all words, folded, for dates of birth
}

// mostKeys bounds how many names are looked for in one paper.
const mostKeys = 8000

var (
	upnInText  = regexp.MustCompile(`\b[A-HJ-NP-RT-Z]\d{11}[0-9A-Z]\b`)
	nameInText = regexp.MustCompile(`[\p{L}][\p{L}’'\-]*`)
)

// NameKey is a surname and a forename as they are looked for.
func NameKey(surname, forename string) string {
	return FoldedName(surname) + " " + FoldedName(forename)
}

// ReadNames reads the words of a paper for names and pupil numbers. A name is two or three neighbouring words that begin
// with a capital, whichever comes first; a surname may be two of them.
func ReadNames(texts ...string) NamesIn {
	upns, keys := map[string]bool{}, map[string]bool{}
	for _, text := range texts {
		for _, upn := range upnInText.FindAllString(strings.ToUpper(text), -1) {
			upns[upn] = true
		}
		for _, run := range namesOf(text) {
			for i := range run {
				addNames(keys, run[i:])
			}
			if len(keys) >= mostKeys {
				break
			}
		}
	}
	return NamesIn{UPNs: slices.Sorted(maps.Keys(upns)), Keys: slices.Sorted(maps.Keys(keys)), lower: strings.ToLower(strings.Join(texts, "\n"))}
}

// namesOf splits a text into runs of neighbouring words that begin with a capital.
func namesOf(text string) [][]string {
	var runs [][]string
	var run []string
	end := 0
	flush := func() {
		if len(run) > 1 {
			runs = append(runs, run)
		}
		run = nil
	}
	for _, at := range nameInText.FindAllStringIndex(text, -1) {
		word, between := text[at[0]:at[1]], text[end:at[0]]
		if strings.Trim(between, " ,\t\u00a0\r\n") != "" || len(between) > 4 {
			flush()
		}
		end = at[1]
		if first := []rune(word)[0]; !unicode.IsUpper(first) && !unicode.In(first, unicode.Lo) {
			flush()
			continue
		}
		run = append(run, word)
	}
	flush()
	return runs
}

// addNames adds what the first words of a run may be: forename surname, surname forename, forename middle surname, and a
// surname of two words before or behind the forename.
func addNames(keys map[string]bool, run []string) {
	if len(run) < 2 {
		return
	}
	a, b := run[0], run[1]
	keys[NameKey(b, a)], keys[NameKey(a, b)] = true, true
	if len(run) > 2 {
		c := run[2]
		keys[NameKey(c, a)], keys[NameKey(b+c, a)], keys[NameKey(a+b, c)] = true, true, true
	}
}

// Names reports whether the words name a child: by pupil number, or by surname and first forename or the name the child
// goes by.
func (n NamesIn) Names(i Identity) bool {
	if upn := strings.ToUpper(strings.TrimSpace(i.UPN)); upn != "" && slices.Contains(n.UPNs, upn) {
		return true
	}
	for _, called := range append(strings.Fields(i.Forenames)[:min(1, len(strings.Fields(i.Forenames)))], i.Preferred) {
		if _, found := slices.BinarySearch(n.Keys, NameKey(i.Surname, called)); found && FoldedName(called) != "" {
			return true
		}
	}
	return false
}

// AreAbout reports whether a paper with these words is rather about one child than about another, as far as words can
// tell: it bears the pupil number, or the name with the day of birth, or the name while it does not name the other.
func (n NamesIn) AreAbout(one, other Identity) bool {
	if upn := strings.ToUpper(strings.TrimSpace(one.UPN)); upn != "" && slices.Contains(n.UPNs, upn) {
		return upn != strings.ToUpper(strings.TrimSpace(other.UPN))
	}
	return n.Names(one) && (!n.Names(other) || one.DateOfBirth != other.DateOfBirth && n.bears(one.DateOfBirth))
}

// bears reports whether a day stands in the words, in one of the ways in which people write days.
func (n NamesIn) bears(day statute.Day) bool {
	if day.IsZero() {
		return false
	}
	at := day.At(12, 0)
	for _, layout := range []string{"2/1/2006", "02/01/2006", "2.1.2006", "02.01.2006", "2 january 2006", "02 january 2006", "2 jan 2006", "2006-01-02", "02-01-2006", "2/1/06", "02/01/06"} {
		if strings.Contains(n.lower, strings.ToLower(at.Format(layout))) {
			return true
		}
	}
	return false
}
