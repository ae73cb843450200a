package casework_test

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// careful is the first of the family, with what they have said of being rung.
func careful(c casework.Case, change func(*casework.Addressee)) casework.Addressee {
	a := c.Family[0]
	a.CallFirst = true
	change(&a)
	return a
}

// TestHowSomebodyIsRungIsRecorded: times, messages and the word are checked, and the task of a call tells them, the word
// itself left out.
func TestHowSomebodyIsRungIsRecorded(t *testing.T) {
	s := &script{t: t, c: casetest.Until(t, casework.KindRecommended)}
	set := func(a casework.Addressee) casework.SetAddressee {
		return casework.SetAddressee{Addressee: a, Why: "She said so on the telephone."}
	}
	for says, change := range map[string]func(*casework.Addressee){
		"must be yes or no":         func(a *casework.Addressee) { a.Voicemail = "perhaps" },
		"longer than 300":           func(a *casework.Addressee) { a.CallTimes = strings.Repeat("x", 301) },
		"is a name in the case":     func(a *casework.Addressee) { a.SafeWord = "jaspreet" },
		"longer than 60 characters": func(a *casework.Addressee) { a.SafeWord = strings.Repeat("x", 61) },
	} {
		s.refused(dec(8), casetest.Officer(), set(careful(s.c, change)), says)
	}
	s.do(dec(8), casetest.Officer(), set(careful(s.c, func(a *casework.Addressee) {
		a.CallTimes, a.Voicemail, a.SafeWord = "Tuesdays before noon.", "no", "lighthouse"
	})))
	if _, closed := s.c.StartsClosed(dec(8)); !closed || !s.c.Family[0].WithCare() {
		t.Error("somebody with a word of their own is not reached with care")
	}
	s.do(dec(8), casetest.Decider(), casetest.Refusal())
	var task string
	for _, open := range s.c.Tasks {
		if strings.HasPrefix(string(open.Task), "call:") {
			task = open.What
		}
	}
	for _, want := range []string{"Tuesdays before noon", "ask for it before you say anything", "leave no message"} {
		if !strings.Contains(task, want) {
			t.Errorf("the call’s task does not say %q: %s", want, task)
		}
	}
	if strings.Contains(task, "lighthouse") {
		t.Errorf("the task holds the word: %s", task)
	}
}

// TestACallKeepsTheWord: nobody is told anything who does not give the word, and a message that was left against somebody’s
// wish is put before the manager.
func TestACallKeepsTheWord(t *testing.T) {
	s := considering(t)
	s.do(dec(1), casetest.Officer(), casework.SetAddressee{Why: "She said so.", Addressee: careful(s.c, func(a *casework.Addressee) { a.SafeWord, a.Interpreter = "lighthouse", false })})
	reached := casework.RecordCall{Addressee: "family-1", Reached: true, Said: "The decision was explained."}
	s.refused(dec(2), casetest.Officer(), reached, "record that they were not reached")
	s.refused(dec(2), casetest.Officer(), casework.RecordCall{Addressee: "family-1", Reached: true, Word: true, Message: true, Said: "x"}, "Say which it was")
	s.do(dec(2), casetest.Officer(), casework.RecordCall{Addressee: "family-1", Message: true})
	if !taskOpen(s.c, "message-left:family-1") {
		t.Error("a message was left against her wish, and nobody is told")
	}
	reached.Word = true
	s.do(dec(2), casetest.Officer(), reached)
}
