package portal

import (
	"regexp"
	"slices"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/letters/languages"
)

// HelpLine offers help in a language, on a page that is in another. Whoever reads it sees at once whom to ring.
type HelpLine struct {
	Tag, Name, Dir, Text string
	Draft                bool // nobody who reads the language has checked it; an invented council alone shows it
}

// Helped are the lines of help that the page carries: the language that the person told us of first. As in letters, a
// council shows what somebody who reads the language has checked; an invented one shows the drafts too, marked as such.
func (v *Visit) Helped() []HelpLine {
	all := v.Council.Helped(v.Today)
	if v.Council.Invented {
		for _, draft := range languages.All().On(v.Today) {
			if !slices.ContainsFunc(all, func(l council.Language) bool { return l.Code == draft.Code }) {
				all = append(all, draft.ForSettings(v.Council.Phone))
			}
		}
	}
	own := v.ownLanguage()
	slices.SortStableFunc(all, func(a, b council.Language) int { return rank(a.Code == own) - rank(b.Code == own) })
	lines := make([]HelpLine, 0, len(all))
	for _, l := range all {
		lines = append(lines, HelpLine{Tag: l.Code, Name: l.OwnName, Dir: v.direction(l), Text: numbersWhole(l.Help), Draft: !l.CheckedOn(v.Today)})
	}
	return lines
}

func rank(own bool) int {
	if own {
		return 0
	}
	return 1
}

// ownLanguage is the code of the language that the person addressed told the council of.
func (v *Visit) ownLanguage() string {
	if v.Who.Family == nil {
		return ""
	}
	me := casework.Addressee{}
	if v.Case.Ref != "" {
		me, _ = v.Case.Addressee(v.Who.Family.Addressee)
	}
	l, _ := v.Council.Language(me.Language)
	return l.Code
}

// direction is what “dir” says of a language; left to right goes without saying on a page that runs so.
func (v *Visit) direction(l council.Language) string {
	switch {
	case l.RightToLeft():
		return "rtl"
	case v.voice.Dir != "":
		return "ltr"
	}
	return ""
}

// numbersWhole joins the groups of a telephone number by spaces that do not part them: between words that run from right
// to left, the groups would change places.
func numbersWhole(text string) string {
	return regexp.MustCompile(`(\d) (\d)`).ReplaceAllString(text, "$1\u00a0$2")
}
