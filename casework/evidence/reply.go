package evidence

import (
	"strings"

	"sendpanel/casework"
)

// ReplySchema names the shape of a school's reply. A changed meaning takes a new number.
const ReplySchema = "sendpanel/school-reply/1"

// SchoolReply is the one page on which a school, nursery or college answers a request that it did not make.
//
// The council asks; nothing obliges the school to have all the answers, and the six weeks run whether it answers or not.
// Every leaf is kept as it was typed, and [SchoolReply.ToMend] says what is wrong with it.
type SchoolReply struct {
	Schema            casework.Text        `json:"schema"`
	Case              casework.Text        `json:"case"`                 // the council's reference
	Setting           casework.Text        `json:"setting"`              // the council's own name for the setting
	KnowsChild        casework.Text        `json:"knows_child"`          // yes, no or left
	Since             casework.Text        `json:"since"`                // the day the child joined
	SupportNow        casework.Text        `json:"support_now"`          // what help there is now
	WhatWasTried      casework.Text        `json:"what_was_tried"`       // over the last year or so
	WhatHappened      casework.Text        `json:"what_happened"`        // what came of it
	WhenHelpWasLess   casework.Text        `json:"when_help_was_less"`   // what happened when help was reduced or stopped
	Attendance        []casework.YearRate  `json:"attendance"`           // per cent of possible sessions
	Concerns          casework.Text        `json:"concerns"`             // what worries the school, if anything
	MayBeNecessary    casework.Text        `json:"may_be_necessary"`     // whether an assessment may be necessary: yes, no or unsure
	MayBeNecessaryWhy casework.Text        `json:"may_be_necessary_why"` // and why
	Documents         []casework.Evidenced `json:"documents"`            // what is attached
	AnsweredBy        Answerer             `json:"answered_by"`          // who answers
	AnsweredOn        casework.Text        `json:"answered_on"`          // the day of the answer
}

// Answerer is who answers for the school.
type Answerer struct {
	Name  casework.Text `json:"name"`
	Role  casework.Text `json:"role"`
	Email casework.Text `json:"email"`
	Phone casework.Text `json:"phone"`
}

// replyTitle is the title of the page itself in the case's index.
const replyTitle = "The school’s reply"

// Evidence is the reply as entries for the case's index, without numbers: the page itself, then what is attached. They are
// the school's, and nobody else may see them until an officer releases them. A page that says nothing is no entry.
func (r SchoolReply) Evidence() []casework.Evidence {
	school := string(casework.TheSchool)
	var entries []casework.Evidence
	if r.speaks() {
		class := "other"
		if !r.SupportNow.Empty() || !r.WhatWasTried.Empty() {
			class = "action_taken"
		}
		entries = append(entries, indexed(casework.Evidenced{Title: replyTitle, Class: casework.Text(class),
			Author: r.AnsweredBy.Name, Role: r.AnsweredBy.Role, Date: r.AnsweredOn}, school))
	}
	for _, d := range r.Documents {
		if !d.Title.Empty() {
			entries = append(entries, indexed(d, school))
		}
	}
	return entries
}

// speaks reports whether the page says anything of the child.
func (r SchoolReply) speaks() bool {
	for _, q := range r.questions() {
		if q.answer != "" {
			return true
		}
	}
	return false
}

// question is one question of the page, with its answer.
type question struct{ asks, answer string }

// questions is the page from top to bottom.
func (r SchoolReply) questions() []question {
	return []question{
		{"Do you know the child?", joined(choice(r.KnowsChild), since(r.Since))},
		{"What help does the child have now?", text(r.SupportNow)},
		{"What was tried?", text(r.WhatWasTried)},
		{"What happened?", text(r.WhatHappened)},
		{"What happened when help was less?", text(r.WhenHelpWasLess)},
		{"Attendance", rates(r.Attendance)},
		{"What concerns do you have?", text(r.Concerns)},
		{"May an assessment be necessary, do you think?", joined(choice(r.MayBeNecessary), text(r.MayBeNecessaryWhy))},
	}
}

// Summary is the reply as a panel reads it: each question and its answer, and which were left open.
func (r SchoolReply) Summary() string {
	var b strings.Builder
	wrap(&b, "", "", "The school’s reply"+r.signed())
	var open []string
	for _, q := range r.questions() {
		if q.answer == "" {
			open = append(open, q.asks)
			continue
		}
		wrap(&b, "", "", q.asks)
		wrap(&b, "  ", "  ", q.answer)
	}
	for _, d := range r.Documents {
		if !d.Title.Empty() {
			wrap(&b, "Attached: ", "  ", indexed(d, "").Title+byWhom(d))
		}
	}
	if len(open) > 0 {
		wrap(&b, "", "", "Not answered: "+strings.Join(open, " "))
	}
	return b.String()
}

func (r SchoolReply) signed() string {
	s := ""
	if name := joined(r.AnsweredBy.Name.Line(), bracketed(r.AnsweredBy.Role)); name != "" {
		s += ", from " + name
	}
	if !r.AnsweredOn.Empty() {
		s += ", " + long(r.AnsweredOn)
	}
	return s
}

func byWhom(d casework.Evidenced) string {
	s := ""
	if by := joined(d.Author.Line(), bracketed(d.Role)); by != "" {
		s += ", " + by
	}
	if !d.Date.Empty() {
		s += ", " + long(d.Date)
	}
	return s
}

func text(t casework.Text) string { return t.Line() }

// choice is a ticked answer as a word begins a sentence.
func choice(t casework.Text) string {
	if t.Empty() {
		return ""
	}
	words := map[string]string{"yes": "Yes.", "no": "No.", "left": "The child has left.", "unsure": "Not sure."}
	if w, ok := words[t.Line()]; ok {
		return w
	}
	return t.Line()
}

func since(t casework.Text) string {
	if t.Empty() {
		return ""
	}
	return "Since " + long(t) + "."
}

func rates(years []casework.YearRate) string {
	var s []string
	for _, y := range years {
		if !y.Percent.Empty() {
			s = append(s, strings.TrimSpace(y.SchoolYear.Line()+" "+y.Percent.Line())+" per cent")
		}
	}
	return list(s)
}

func bracketed(t casework.Text) string {
	if t.Empty() {
		return ""
	}
	return "(" + t.Line() + ")"
}

func joined(parts ...string) string {
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}
