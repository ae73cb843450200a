package casework

import (
	"fmt"
	"strings"
)

// The most that is taken of how somebody is rung, in characters.
const (
	callTimesMost = 300
	safeWordMost  = 60
)

// WithCare reports whether somebody is reached with care: they have said what is safe, or agreed a word.
func (a Addressee) WithCare() bool { return !blank(a.SafeContact) || !blank(a.SafeWord) }

// checkCare looks at how somebody wants to be rung: when, whether a message may be left, by which word each knows the
// other. A word that anybody could guess is none.
func (a Addressee) checkCare(c Case, at string, g *gaps) {
	if a.Voicemail != "" && a.Voicemail != "yes" && a.Voicemail != "no" {
		g.addf(at+"voicemail", "Choose one, or neither where they have not said.", "must be yes or no.")
	}
	if len([]rune(a.CallTimes)) > callTimesMost {
		g.addf(at+"call_times", "Say it shorter.", "is longer than %d characters.", callTimesMost)
	}
	word := strings.TrimSpace(a.SafeWord)
	if word == "" {
		return
	}
	if len([]rune(word)) > safeWordMost {
		g.addf(at+"safe_word", "Choose a word or two.", "is longer than %d characters.", safeWordMost)
	}
	child := c.Opened.Child
	for _, known := range []string{a.Name, child.Surname, child.Forenames, child.Preferred} {
		for _, name := range strings.Fields(known) {
			if strings.EqualFold(word, name) {
				g.addf(at+"safe_word", "Ask them for another word, which only the two of you know.", "is a name in the case, which anybody could guess.")
				return
			}
		}
	}
}

// care says in a call's task what care to take. The word itself is not in it: tasks stand in lists.
func (a Addressee) care() string {
	var s strings.Builder
	if a.Interpreter {
		fmt.Fprintf(&s, " With an interpreter for %s; never a child or a relative.", orElse(a.Language, "their language"))
	}
	if times := strings.TrimSpace(a.CallTimes); times != "" {
		fmt.Fprintf(&s, " It is good, and safe, to ring: %s.", strings.TrimRight(times, "."))
	}
	if !blank(a.SafeWord) {
		s.WriteString(" There is a word by which you know each other: read it in the case, ask for it before you say anything, and if they do not give it, say nothing and end the call.")
	}
	switch {
	case a.Voicemail == "yes":
		s.WriteString(" A message may be left: only that they may ring you back, and never what it is about.")
	case a.Voicemail == "no", a.WithCare():
		s.WriteString(" Where nobody answers, leave no message.")
	}
	if !blank(a.SafeContact) {
		s.WriteString(" They are to be reached with care: read in the case how before you dial. Speak to nobody else, and send no text unless they have said that you may.")
	}
	return s.String()
}

// checkCare looks whether the care was taken that somebody asked for.
func (a RecordCall) checkCare(who Addressee, g *gaps) {
	if a.Reached && !blank(who.SafeWord) && !a.Word {
		g.addf("word", "If they did not give it, say nothing of the case, and record that they were not reached.", "is not given: %s agreed a word by which they are known.", a.Addressee)
	}
	if a.Reached && a.Message {
		g.add("message", "is left only where nobody was reached.", "Say which it was.")
	}
}

// leftAgainstTheirWish is the task that follows a message that was left where none may be.
func (a RecordCall) leftAgainstTheirWish(who Addressee) []Body {
	if !a.Message || who.Voicemail == "yes" || who.Voicemail == "" && !who.WithCare() {
		return nil
	}
	return []Body{TaskRaised{Task: TaskID("message-left:" + string(a.Addressee)), For: ServiceManager,
		What: fmt.Sprintf("A message was left for %s, who had not said that one may be. Decide today what makes them safe, and whether it is a breach to be reported.", a.Addressee)}}
}

// KeptFrom are those in the family at another address than the addressee who have said how it is safe to reach them: what
// goes to this household names no school, no place and nothing of theirs.
func (c Case) KeptFrom(to Addressee) []Addressee {
	var others []Addressee
	for _, a := range c.Family {
		if a.ID != to.ID && a.WithCare() && a.Home() != to.Home() {
			others = append(others, a)
		}
	}
	return others
}

// Home is where somebody lives, as two addresses are compared: in small letters, on one line.
func (a Addressee) Home() string {
	return strings.ToLower(strings.Join(a.Address, " ") + " " + a.Postcode)
}
