package evidence

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sendpanel/casework"
	"sendpanel/statute"
)

// The longest texts of a page, in characters. Longer ones are kept.
const (
	maxName    = 100
	maxTitle   = 200
	maxAnswer  = 4000
	maxPapers  = 60
	mendAnswer = "It was kept whole. Shorten it, or attach it as a document."
)

// rule checks one leaf and says what is wrong with it, or nothing.
type rule func(casework.Text) (what, how string)

// ToMend lists what is to be put right in the reply. None of it stands in the way: the reply counts as it came.
func (r SchoolReply) ToMend() []casework.Mend {
	var m mends
	m.check("schema", r.Schema, needed, oneOf(ReplySchema))
	m.check("case", r.Case, aReference)
	m.check("setting", r.Setting, upTo(maxName))
	m.check("knows_child", r.KnowsChild, needed, oneOf("yes", "no", "left"))
	m.check("since", r.Since, aDay)
	for path, t := range map[string]casework.Text{
		"support_now": r.SupportNow, "what_was_tried": r.WhatWasTried, "what_happened": r.WhatHappened, "when_help_was_less": r.WhenHelpWasLess,
		"concerns": r.Concerns, "may_be_necessary_why": r.MayBeNecessaryWhy,
	} {
		m.check(path, t, upTo(maxAnswer))
	}
	m.check("may_be_necessary", r.MayBeNecessary, oneOf("yes", "no", "unsure"))
	for i, y := range r.Attendance {
		m.check(fmt.Sprintf("attendance[%d].school_year", i), y.SchoolYear, needed, upTo(maxName))
		m.check(fmt.Sprintf("attendance[%d].percent", i), y.Percent, needed, aRate)
	}
	m.documents(r.Documents)
	m.check("answered_by.name", r.AnsweredBy.Name, needed, upTo(maxName))
	m.check("answered_by.role", r.AnsweredBy.Role, upTo(maxName))
	m.check("answered_by.email", r.AnsweredBy.Email, anAddress)
	m.check("answered_by.phone", r.AnsweredBy.Phone, upTo(maxName))
	m.check("answered_on", r.AnsweredOn, needed, aDay)
	slices.SortStableFunc(m, func(a, b casework.Mend) int { return strings.Compare(a.Path, b.Path) })
	return m
}

type mends []casework.Mend

// check adds the first thing that is wrong with a leaf.
func (m *mends) check(path string, t casework.Text, rules ...rule) {
	for _, holds := range rules {
		if what, how := holds(t); what != "" {
			*m = append(*m, casework.Mend{Path: path, What: what, How: how})
			return
		}
	}
}

func (m *mends) documents(docs []casework.Evidenced) {
	if len(docs) > maxPapers {
		*m = append(*m, casework.Mend{Path: "documents", What: fmt.Sprintf("has %d entries.", len(docs)), How: "All were kept. Put those that belong together into one."})
	}
	for i, d := range docs {
		at := fmt.Sprintf("documents[%d]", i)
		m.check(at+".title", d.Title, needed, upTo(maxTitle))
		m.check(at+".class", d.Class, needed, oneOf("attainment", "needs", "action_taken", "progress_with_support", "physical_emotional_social", "family_views", "child_views", "other"))
		m.check(at+".date", d.Date, aDay)
	}
}

func needed(t casework.Text) (what, how string) {
	if t.Empty() {
		return "is missing.", "Fill it in, or tell the officer why it is not known."
	}
	return "", ""
}

func oneOf(choices ...string) rule {
	return func(t casework.Text) (what, how string) {
		if t.Empty() || slices.Contains(choices, t.Line()) {
			return "", ""
		}
		return fmt.Sprintf("%q is not one of the choices.", short(t)), "Write " + either(choices) + "."
	}
}

func either(choices []string) string {
	if n := len(choices); n > 1 {
		return strings.Join(choices[:n-1], ", ") + " or " + choices[n-1]
	}
	return strings.Join(choices, "")
}

func upTo(n int) rule {
	return func(t casework.Text) (what, how string) {
		if utf8.RuneCountInString(string(t)) > n {
			return fmt.Sprintf("is longer than %d characters.", n), mendAnswer
		}
		return "", ""
	}
}

func aDay(t casework.Text) (what, how string) {
	if _, err := statute.ParseDay(t.Line()); err != nil && !t.Empty() {
		return fmt.Sprintf("%q is not a date.", short(t)), "Write it as 2026-11-23: year, month, day."
	}
	return "", ""
}

func aReference(t casework.Text) (what, how string) {
	if _, err := casework.ParseRef(t.Line()); err != nil && !t.Empty() {
		return fmt.Sprintf("%q is not a case reference.", short(t)), "Copy it from the council’s letter: it looks like SEN-2026-0412-E."
	}
	return "", ""
}

func aRate(t casework.Text) (what, how string) {
	rate, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(t.Line(), "%")), 64)
	if !t.Empty() && (err != nil || !(rate >= 0 && rate <= 100)) {
		return fmt.Sprintf("%q is not a percentage.", short(t)), "Write a number from 0 to 100, as 94.2."
	}
	return "", ""
}

func anAddress(t casework.Text) (what, how string) {
	name, host, at := strings.Cut(t.Line(), "@")
	if !t.Empty() && (!at || name == "" || !strings.Contains(host, ".") || strings.ContainsAny(t.Line(), " ,;<>")) {
		return fmt.Sprintf("%q is not an e-mail address.", short(t)), "Write it as name@example.org."
	}
	return "", ""
}

// short is the beginning of what was typed, for a message.
func short(t casework.Text) string {
	const enough = 60
	if r := []rune(t.Line()); len(r) > enough {
		return string(r[:enough]) + "…"
	}
	return t.Line()
}
