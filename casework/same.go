package casework

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// SameChild reports whether two requests are about the same child: the same unique pupil number, or the same date of birth
// and a name that fits. A name fits by its surname and by any forename or the name the child goes by, because a father
// writes Bea where a school writes Beatrice. Two different pupil numbers are two children, and so are twins.
func SameChild(a, b Identity) bool {
	if a.UPN != "" && b.UPN != "" {
		return a.UPN == b.UPN
	}
	if a.DateOfBirth.IsZero() || a.DateOfBirth != b.DateOfBirth || FoldedName(a.Surname) == "" || FoldedName(a.Surname) != FoldedName(b.Surname) {
		return false
	}
	names := a.goesBy()
	return slices.ContainsFunc(b.goesBy(), func(n string) bool { return slices.Contains(names, n) })
}

// goesBy lists the names, folded, by which a child may be called: the forenames together, the first of them, the preferred.
func (i Identity) goesBy() []string {
	first, _, _ := strings.Cut(i.Forenames, " ")
	var names []string
	for _, n := range []string{i.Forenames, first, i.Preferred} {
		if folded := FoldedName(n); folded != "" {
			names = append(names, folded)
		}
	}
	return names
}

// FoldedName is a name with everything taken away that two people may write differently: case, accents, hyphens, spaces.
func FoldedName(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
}
