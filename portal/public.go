package portal

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/council"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// howPage tells how a request goes, whoever makes it.
type howPage struct {
	Steps  look.Steps
	Advice council.Contact
}

// publicHow shows how requests work.
func (p *Portal) publicHow(v *Visit) error {
	v.Narrow = true
	page := howPage{}
	page.Advice, _ = v.Council.Contact(council.AdviceService, v.Today)
	for title, text := range v.howSteps {
		page.Steps.Items = append(page.Steps.Items, look.Step{Title: title, Text: text})
	}
	return v.Page("public-how", page)
}

// howSteps are the steps of every request in their order, each with what happens.
func (v *Visit) howSteps(step func(title, text string) bool) {
	for _, key := range []string{"how-arrives", "how-asked", "how-panel", "step-decision", "how-after"} {
		text := key + "-text"
		if key == "step-decision" {
			text = "how-decided-text"
		}
		if !step(v.say(key), v.say(text)) {
			return
		}
	}
}

// expectPage is what a panel looks for, as the review of a request with nothing in it has it.
type expectPage struct {
	Groups []reviewGroup
}

// publicExpect shows what the Graduated Response expects of schools, and what parents may expect.
func (p *Portal) publicExpect(v *Visit) error {
	var empty casework.Request
	empty.Requester.Type = "school"
	v.Narrow = true
	return v.Page("public-expect", expectPage{p.grouped(evidence.ReviewOf(empty, nil))})
}

// timetable is the dates of a request that arrives today, and the rights that follow a refusal.
type timetable struct {
	Today  statute.Day
	Dates  []timetableRow
	Rights []council.Contact
}

type timetableRow struct {
	What, When, Words, Cite string
	Proof                   look.Details
}

// publicTimetable shows every date that a family can hold the council to, worked out for a request that arrives today.
func (p *Portal) publicTimetable(v *Visit) error {
	law, err := statute.InForce(v.Today)
	if err != nil {
		return err
	}
	page := timetable{Today: v.Today}
	for _, at := range []struct {
		rule statute.RuleID
		key  string
	}{{casework.RuleDecide, "timetable-decide"}, {casework.RuleNoPlan, "timetable-no-plan"}, {casework.RulePlan, "timetable-plan"}} {
		duty, err := law.Duty(at.rule)
		if err != nil {
			return err
		}
		dates, err := duty.From(v.Today, statute.By(statute.FirstClass))
		if err != nil {
			return err
		}
		page.Dates = append(page.Dates, timetableRow{What: v.say(at.key), When: v.long(dates.Due), Words: duty.Words, Cite: duty.Cite,
			Proof: look.Details{Summary: v.say("timetable-why", "what", v.say(at.key)), Text: v.proof(dates)}})
	}
	for _, kind := range []council.ContactKind{council.AdviceService, council.MediationAdviser, council.DisagreementResolution, council.Tribunal} {
		if c, known := v.Council.Contact(kind, v.Today); known {
			page.Rights = append(page.Rights, c)
		}
	}
	v.Narrow = true
	return v.Page("public-timetable", page)
}

// rulesPage is every rule that the service counts by.
type rulesPage struct {
	From   statute.Day
	Why    string
	Groups []ruleGroup
}

type ruleGroup struct {
	Title string
	Table look.Table
}

// publicRules shows the rule table in force today.
func (p *Portal) publicRules(v *Visit) error {
	law, err := statute.InForce(v.Today)
	if err != nil {
		return err
	}
	page := rulesPage{From: law.From(), Why: law.Why()}
	var title string
	var rows []look.Row
	end := func() {
		if len(rows) == 0 {
			return
		}
		t := look.NewTable(title, []look.Column{{Title: p.say("rules-what")}, {Title: p.say("rules-from")}, {Title: p.say("rules-limit"), Wide: true}, {Title: p.say("rules-law")}}, rows)
		t.HideTitle = true
		page.Groups, rows = append(page.Groups, ruleGroup{title, t}), nil
	}
	for _, r := range law.Rules() {
		if string(r.Instrument) != title {
			end()
			title = string(r.Instrument)
		}
		cells := []look.Cell{{Text: sentence(curly(r.Name)), Note: string(r.ID) + " · " + curly(string(r.OwedBy))}, {Text: sentence(curly(string(r.Starts)))}, {Text: sentence(curly(r.Words))}, {Text: r.Cite}}
		if len(r.Exceptions) > 0 {
			cells[2].Note = p.count("rule-exceptions", len(r.Exceptions))
		}
		rows = append(rows, look.Row{Cells: cells})
	}
	end()
	return v.Page("public-rules", page)
}

// curly writes the apostrophes of the rules as pages have them.
func curly(text string) string { return strings.ReplaceAll(text, "'", "’") }

// sentence begins a text with a capital.
func sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
