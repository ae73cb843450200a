package main

import (
	"fmt"
	"io"
	"strings"

	"sendpanel/statute"
)

// RulesCmd prints the law that the engine stands on: every rule with its citation, and what is confirmed of it.
type RulesCmd struct {
	Format string `default:"text" enum:"text,markdown,json" help:"How the table is printed: ${enum}."`
	On     string `placeholder:"DAY" help:"The rules in force on a day; without it, the latest."`
}

// Run prints the rules in the order of the instruments.
func (cmd *RulesCmd) Run(out *Streams) error {
	set, err := cmd.set()
	if err != nil {
		return err
	}
	switch cmd.Format {
	case "json":
		return printJSON(out.Out, lawOf(set))
	case "markdown":
		return printMarkdown(out.Out, set)
	}
	return printText(out.Out, set)
}

func (cmd *RulesCmd) set() (statute.RuleSet, error) {
	if cmd.On == "" {
		sets := statute.RuleSets()
		return sets[len(sets)-1], nil
	}
	day, err := statute.ParseDay(cmd.On)
	if err != nil {
		return statute.RuleSet{}, fmt.Errorf("--on: %w", err)
	}
	return statute.InForce(day)
}

// lawJSON is the whole table as data.
type lawJSON struct {
	Schema      string             `json:"schema"`
	RuleSet     string             `json:"rule_set"`
	InForceFrom statute.Day        `json:"in_force_from"`
	Made        string             `json:"made_by"`
	Rules       []statute.Rule     `json:"rules"`
	Calendar    string             `json:"calendar"`
	Covered     statute.Span       `json:"covered"`
	Holidays    []statute.Holiday  `json:"bank_holidays"`
	Channels    []statute.Channel  `json:"channels"`
	Overturns   []statute.Overturn `json:"overturns"`
	Standings   []statute.Standing `json:"standings"`
}

func lawOf(set statute.RuleSet) lawJSON {
	from, to := statute.Coverage()
	return lawJSON{
		Schema: "sendpanel/law/1", RuleSet: set.ID(), InForceFrom: set.From(), Made: set.Why(), Rules: set.Rules(),
		Calendar: statute.CalendarID(), Covered: statute.Span{From: from, To: to}, Holidays: statute.BankHolidays(),
		Channels: statute.Channels(), Overturns: statute.Overturns(), Standings: statute.Standings(),
	}
}

func printText(w io.Writer, set statute.RuleSet) error {
	p := &printer{w: w}
	p.line("Rules %s, in force from %s: %s", set.ID(), set.From().Short(), set.Why())
	var instrument statute.Instrument
	for _, r := range set.Rules() {
		if r.Instrument != instrument {
			instrument = r.Instrument
			p.line("\n%s", strings.ToUpper(string(instrument)))
		}
		p.line("\n%-14s%s", r.ID, r.Name)
		for _, row := range [][2]string{
			{"law", r.Cite}, {"owed by", string(r.OwedBy)}, {"from", string(r.Starts)}, {"second date", string(r.Second)},
			{"limit", r.Words}, {"counted", r.Limit.String()}, {"exceptions", exceptions(r)}, {"told", told(r)},
			{"holds", r.Contents}, {"in force", inForce(r)}, {"confirmed", confirmed(r)}, {"signed off", signedOff(r)}, {"note", r.Note},
		} {
			if row[1] != "" {
				p.line("  %-12s%s", row[0], row[1])
			}
		}
	}
	return p.err
}

func exceptions(r statute.Rule) string {
	limbs := make([]string, len(r.Exceptions))
	for i, e := range r.Exceptions {
		limbs[i] = fmt.Sprintf("%s %s", e.Limb, e.Ground)
	}
	return orNone(strings.Join(limbs, "; "))
}

func told(r statute.Rule) string {
	parties := make([]string, len(r.Told))
	for i, party := range r.Told {
		parties[i] = string(party)
	}
	return strings.Join(parties, "; ")
}

func inForce(r statute.Rule) string {
	if r.InForceTo.IsZero() {
		return "from " + r.InForceFrom.Short()
	}
	return "from " + r.InForceFrom.Short() + " to " + r.InForceTo.Short()
}

// confirmed names the parts that nobody has yet checked against their source.
func confirmed(r statute.Rule) string {
	var open []string
	for _, part := range []struct {
		name string
		yes  bool
	}{
		{"period", r.Confirmed.Period}, {"trigger", r.Confirmed.Trigger},
		{"exceptions", r.Confirmed.Exceptions}, {"recipients", r.Confirmed.Recipients},
	} {
		if !part.yes {
			open = append(open, part.name)
		}
	}
	switch len(open) {
	case 0:
		return "yes"
	case 4:
		return "unconfirmed"
	}
	return "unconfirmed: " + strings.Join(open, ", ")
}

func signedOff(r statute.Rule) string {
	names := make([]string, len(r.SignedOff))
	for i, s := range r.SignedOff {
		names[i] = fmt.Sprintf("%s, %s, %s", s.Name, s.Post, s.On.Short())
	}
	if len(names) == 0 {
		return "nobody yet"
	}
	return strings.Join(names, "; ")
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

// printMarkdown writes docs/law.md.
func printMarkdown(w io.Writer, set statute.RuleSet) error {
	p := &printer{w: w}
	p.line("# The law's clock")
	p.line("\nEvery rule that the engine counts by, in the order of the instruments. This page is made from the rules themselves:")
	p.line("`starter rules --format markdown`. It describes the law for those who build and check; it is not legal advice.")
	markdownSets(p, set)
	markdownRules(p, set)
	markdownNotes(p, set)
	markdownExceptions(p, set)
	markdownCounting(p)
	markdownPeople(p)
	markdownOverturns(p)
	markdownCalendar(p)
	return p.err
}

func markdownSets(p *printer, set statute.RuleSet) {
	p.line("\n## Rule sets\n")
	p.line("A set is chosen by the day of the event. An open case keeps its set until somebody records a move.\n")
	p.line("| Set | In force from | Made by |\n|---|---|---|")
	for _, s := range statute.RuleSets() {
		p.line("| %s | %s | %s |", s.ID(), s.From().Short(), s.Why())
	}
	p.line("\nThe tables below are %s.", set.ID())
}

func markdownRules(p *printer, set statute.RuleSet) {
	var instrument statute.Instrument
	for _, r := range set.Rules() {
		if r.Instrument != instrument {
			instrument = r.Instrument
			p.line("\n## %s\n", instrument)
			p.line("| Rule | What | Owed by | From | Limit | Counted | Law | Exceptions | Told | Confirmed | Signed off |")
			p.line("|---|---|---|---|---|---|---|---|---|---|---|")
		}
		p.line("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |", r.ID, r.Name, r.OwedBy, starts(r), r.Words, r.Limit,
			r.Cite, limbs(r), told(r), confirmed(r), signedOff(r))
	}
}

func starts(r statute.Rule) string {
	if r.Second == "" {
		return string(r.Starts)
	}
	return fmt.Sprintf("%s; second date: %s", r.Starts, r.Second)
}

func limbs(r statute.Rule) string {
	var names []string
	for _, e := range r.Exceptions {
		if len(names) == 0 || names[len(names)-1] != e.Limb {
			names = append(names, e.Limb)
		}
	}
	return orNone(strings.Join(names, ", "))
}

func markdownNotes(p *printer, set statute.RuleSet) {
	p.line("\n## Contents of notices, and notes\n")
	for _, r := range set.Rules() {
		if r.Contents != "" {
			p.line("- **%s** holds: %s.", r.ID, r.Contents)
		}
		if r.Note != "" {
			p.line("- **%s** note: %s.", r.ID, r.Note)
		}
	}
}

func markdownExceptions(p *printer, set statute.RuleSet) {
	p.line("\n## Exceptions\n")
	p.line("Each needs the limit to be impractical because of the fact. None sets a new limit: when its fact ends the duty is owed as")
	p.line("soon as practicable. The due date never changes.\n")
	p.line("| Limb | Ground | Needs |\n|---|---|---|")
	seen := map[statute.Exception]bool{}
	for _, r := range set.Rules() {
		for _, e := range r.Exceptions {
			if !seen[e] {
				p.line("| %s | %s | %s |", e.Limb, e.Ground, e.Words)
			}
			seen[e] = true
		}
	}
}

func markdownCounting(p *printer) {
	p.line("\n## The dates of a duty\n")
	for _, row := range [][2]string{
		{"due", "the last day that the law allows; for a period given to a family, their last day before rule 12"},
		{"target", "the day before due, safe also where the day of the event counts as the first; none for time given to a family or a school, nor for a bar"},
		{"work by", "the last working day on or before target"},
		{"effective", "the last working day on or before due; for an appeal, the last day after rule 12"},
		{"send by", "the last day on which notice can be handed to the channel so that it is deemed to arrive by due, never after work by"},
		{"earliest next", "the first day on which the council may act, after time given to a family or a bar"},
	} {
		p.line("- **%s**: %s.", row[0], row[1])
	}
	p.line("\nA month ends on the corresponding date, or on the last day of a month that has none. Notice arrives: first class post the")
	p.line("second working day after posting, second class the fourth; GOV.UK Notify is posted the working day after it is uploaded;")
	p.line("e-mail and delivery by hand the same day.")
}

func markdownPeople(p *printer) {
	p.line("\n## Receipt, and who is written to\n")
	p.line("A request is received on the London day of its first arrival anywhere in the council, by any channel, out of hours too.\n")
	p.line("Notices go to the child's parent until the end of the last Friday in June of the school year (1 September to 31 August) in")
	p.line("which the child turns 16, and to the young person from the day after (Education Act 1996, s.8(3)), by date of birth and never")
	p.line("by year group. Capacity is presumed. For a young person who lacks it (reg 64, Schedule 3):\n")
	p.line("| Provisions | The young person is read as |\n|---|---|")
	for _, s := range statute.Schedule3() {
		p.line("| %s | %s |", s.Provisions, s.ReadAs)
	}
}

func markdownOverturns(p *printer) {
	p.line("\n## Overturned refusals\n")
	for _, row := range [][2]string{
		{string(statute.ByMediation), "T21 to T26 from the agreement for what the Tribunal could order, T20 for the rest, or the dates that the parties agree"},
		{string(statute.ByOrder), "T21 to T28 from the day the order is sent out"},
		{string(statute.ByConsentOrder), "as an order"},
		{string(statute.ByReg45), "T29 from the notice"},
		{string(statute.ByConcession), "the original 16 and 20 weeks run on; whether reg 45 applies is open: both are computed, the earlier is worked to, the difference is marked for lawyers"},
		{string(statute.Informally), "the original 16 and 20 weeks run on"},
	} {
		p.line("- **%s**: %s.", row[0], row[1])
	}
}

func markdownCalendar(p *printer) {
	from, to := statute.Coverage()
	p.line("\n## Working days\n")
	p.line("Calendar %s covers %s to %s. A date that needs a day outside it is an error, never a guess.\n", statute.CalendarID(), from.Short(), to.Short())
	p.line("| Bank holiday in England | Day | |\n|---|---|---|")
	for _, h := range statute.BankHolidays() {
		mark := ""
		if h.Provisional {
			mark = "provisional"
		}
		p.line("| %s | %s | %s |", h.Name, h.Day.Short(), mark)
	}
}
