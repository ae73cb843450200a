package evidence

import (
	"strings"
	"unicode"
)

// A request has no box for everything. What is looked for in running text is found by words that people use for it; the
// lists below are read by people too, and a word that misleads is taken out of them.

// lessHelp are words for help that became less. "*" stands for any ending.
func lessHelp() []string {
	return []string{"reduc*", "withdrawn", "withdrew", "less help", "less support", "fewer sessions", "without the adult", "without an adult", "without help",
		"without support", "without prompt*", "steps back", "stepped back", "step back", "faded", "fading", "independently", "by himself", "by herself",
		"by themselves", "on his own", "on her own", "on their own", "minutes without", "when the help stopped", "after the help ended"}
}

// childsPart are words for a child's own part in a cycle.
func childsPart() []string {
	return []string{"own list", "own words", "own target*", "own aim*", "own view*", "own choice", "pupil voice", "child’s view*", "pupil’s view*", "chose", "asked to", "one-page profile"}
}

// specialists are the people whose advice a setting seeks, by how their posts are called.
func specialists() []string {
	return append(healthAndCare(), "psycholog*", "specialist teach*", "specialist assessor", "advisory teach*", "specialist support", "teacher of the deaf", "qualified teacher of*",
		"sensory support", "behaviour support", "outreach", "inclusion team", "portage", "speech and language service")
}

// healthAndCare are people of health, social care and other services.
func healthAndCare() []string {
	return []string{"therapist*", "therapy", "physiotherap*", "paediatric*", "psychiatr*", "clinical psycholog*", "mental health*", "camhs", "doctor", "gp", "general practitioner", "consultant",
		"nurse*", "nursing", "health visitor*", "midwife", "audiolog*", "orthopt*", "ophthalm*", "optometr*", "dietit*", "social worker*", "early help*", "family support*",
		"youth justice*", "counsellor*"}
}

// change are words for how something goes over time.
func change() []string {
	return []string{"rate of progress", "over time", "then", "rose", "fell", "gained", "increase*", "decrease*", "regress*", "since", "trend*"}
}

// tellsOfChange reports whether a title or a summary speaks of change, or names two years.
func tellsOfChange(s string) bool {
	years := map[string]bool{}
	for _, w := range split(s) {
		if len(w) == 4 && (strings.HasPrefix(w, "20") || strings.HasPrefix(w, "19")) && hasNumber(w) {
			years[w] = true
		}
	}
	return len(years) > 1 || mentions(s, change())
}

// named is a cue list of one name, or of none.
func named(name string) []string {
	if name == "" {
		return nil
	}
	return []string{name}
}

// mentions reports whether one of the cues stands in the text as whole words.
func mentions(text string, cues []string) bool {
	if text == "" {
		return false
	}
	flat := " " + strings.Join(split(text), " ") + " "
	for _, cue := range cues {
		stem, open := strings.CutSuffix(cue, "*")
		want := " " + strings.Join(split(stem), " ")
		if !open {
			want += " "
		}
		if strings.TrimSpace(want) != "" && strings.Contains(flat, want) {
			return true
		}
	}
	return false
}

// split makes words of a text, in lower case, with straight apostrophes. A bar between two texts stays, as a word.
func split(s string) []string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '\'' && r != '-'
	})
}

// numbers are the numbers that people write in words.
func numbers() []string {
	return []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "half", "every", "all", "none", "no more than"}
}

func hasNumber(s string) bool {
	return strings.ContainsFunc(s, unicode.IsDigit) || mentions(s, numbers())
}
