package portal

import (
	"errors"
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// workloadPage shows who carries how many.
type workloadPage struct {
	Chart look.Chart
	Table look.Table
	Means look.SummaryList // what each figure counts
	Nav   look.Tabs
}

// meanings says what figures count, each under its name.
func (p *Portal) meanings(keys ...string) look.SummaryList {
	var list look.SummaryList
	for _, key := range keys {
		list.Rows = append(list.Rows, look.SummaryRow{Key: p.say(key), Value: p.say(key + "-means")})
	}
	return list
}

// managerWorkload draws what each officer carries.
func (p *Portal) managerWorkload(v *Visit) error {
	loads, err := p.register.Workload(v.Context(), v.Today, v.Today.AddDays(fortnight))
	if err != nil {
		return err
	}
	for _, o := range councilPeople(v, casework.CaseworkOfficer) { // somebody who carries nothing is there to be given something
		if id := casework.PersonID(o.Value); !slices.ContainsFunc(loads, func(l records.Load) bool { return l.Officer == id }) {
			loads = append(loads, records.Load{Officer: id})
		}
	}
	slices.SortStableFunc(loads, func(a, b records.Load) int { return b.Cases - a.Cases })
	var values []look.Value
	var rows []look.Row
	for _, l := range loads {
		name := p.nameOf(v, l.Officer)
		tone := look.Info
		if l.Late > 0 {
			tone = look.Late
		}
		values = append(values, look.Value{Label: name, Number: float64(l.Cases), Shown: p.say("workload-bar", "cases", l.Cases, "late", l.Late), Tone: tone})
		rows = append(rows, look.Row{Cells: []look.Cell{{Link: &look.Link{Href: "/manager/workload/" + string(l.Officer), Text: name, Hidden: p.say("workload-of")}},
			{Text: digits(l.Cases)}, {Text: digits(l.Soon)}, {Text: digits(l.Passed)}, {Text: digits(l.Excepted)}, {Text: digits(l.Late)}}})
	}
	page := workloadPage{Nav: p.managerTabs(v)}
	sentence := p.say("workload-none")
	if len(loads) > 0 && loads[0].Cases > 0 {
		sentence = p.say("workload-sentence", "name", p.nameOf(v, loads[0].Officer), "cases", p.count("decision", loads[0].Cases))
	}
	page.Chart = p.chartWords().NewBars(p.say("workload-title"), sentence, p.say("manager-officer"), p.say("workload-open"), 0, values)
	page.Table = look.NewTable(p.say("workload-table"), []look.Column{{Title: p.say("manager-officer")}, {Title: p.say("workload-open"), Numbers: true},
		{Title: p.say("workload-soon"), Numbers: true}, {Title: p.say("workload-past"), Numbers: true}, {Title: p.say("workload-excepted"), Numbers: true}, {Title: p.say("workload-late"), Numbers: true}}, rows)
	page.Means = p.meanings("workload-open", "workload-soon", "workload-past", "workload-excepted", "workload-late")
	return v.Page("manager-workload", page)
}

// handOverPage lists what an officer carries, to be given to somebody else.
type handOverPage struct {
	Officer casework.PersonID
	Name    string
	Cases   look.Choices
	To      look.Select
	More    bool
}

// handOverShows is how many cases are given over at a time.
const handOverShows = 100

// handOverAll is what the form sends for all that the page lists.
const handOverAll = "all"

func (p *Portal) managerOfficer(v *Visit) error {
	page, err := p.handOver(v)
	if err != nil {
		return err
	}
	return v.Page("manager-officer", page)
}

func (p *Portal) handOver(v *Visit) (handOverPage, error) {
	id := casework.PersonID(v.Path("person"))
	rows, err := p.register.Cases(v.Context(), records.Filter{Open: true, Officer: id, Limit: handOverShows + 1})
	if err != nil {
		return handOverPage{}, err
	}
	if _, known := v.Council.Person(id, v.Today); !known && len(rows) == 0 {
		return handOverPage{}, ErrNotFound
	}
	page := handOverPage{Officer: id, Name: p.nameOf(v, id), More: len(rows) > handOverShows}
	v.Crumbs = []look.Link{{Href: "/manager/workload", Text: p.say("manager-workload")}}
	fields := look.NewForm(shown(v.Form), faults(v.Form))
	plans, err := p.plansOf(v, id)
	if err != nil {
		return page, err
	}
	var options []look.Option
	if len(rows) > 1 {
		options = []look.Option{{Value: handOverAll, Label: p.say("hand-over-all")}}
	}
	for _, row := range rows[:min(len(rows), handOverShows)] {
		if err := p.noteRead(v, row.Ref, "list of an officer"); err != nil {
			return page, err
		}
		options = append(options, look.Option{Value: string(row.Ref), Label: string(row.Ref) + " · " + row.Child,
			Hint: p.handOverHint(row, plans[row.Ref])})
	}
	page.Cases = fields.Checkboxes("case", p.say("hand-over-which"), options...)
	others := slices.DeleteFunc(councilPeople(v, casework.CaseworkOfficer), func(o look.Option) bool { return o.Value == string(id) })
	page.To = fields.Select("to", p.say("hand-over-to"), p.say("hand-over-choose"), others...)
	return page, nil
}

// plansOf are the plans that an officer’s cases still owe, and their last days.
func (p *Portal) plansOf(v *Visit, officer casework.PersonID) (map[casework.Ref]statute.Day, error) {
	rows, err := p.register.Assessments(v.Context(), officer, statute.Day{}, 0)
	plans := make(map[casework.Ref]statute.Day, len(rows))
	for _, row := range rows {
		plans[row.Ref] = row.Due
	}
	return plans, err
}

// handOverHint says where a case is, and what it still owes: the decision, the plan, or neither.
func (p *Portal) handOverHint(row records.CaseRow, plan statute.Day) string {
	stage := p.say("stage-" + string(row.Stage))
	switch {
	case stillWaits(row):
		return p.say("hand-over-hint", "stage", stage, "day", row.SendBy.Short())
	case !plan.IsZero():
		return p.say("hand-over-plan", "stage", stage, "day", plan.Short())
	}
	return stage
}

// chosenToGive are the cases that were chosen, or all that the page lists.
func (p *Portal) chosenToGive(v *Visit) ([]string, error) {
	refs := v.Form.All("case")
	if !slices.Contains(refs, handOverAll) {
		return refs, nil
	}
	rows, err := p.register.Cases(v.Context(), records.Filter{Open: true, Officer: casework.PersonID(v.Path("person")), Limit: handOverShows})
	refs = nil
	for _, row := range rows {
		refs = append(refs, string(row.Ref))
	}
	return refs, err
}

// reassign gives the cases that were chosen to another officer, each by a command of its own.
func (p *Portal) reassign(v *Visit) error {
	to := casework.PersonID(v.Form.Line("to"))
	refs, err := p.chosenToGive(v)
	if err != nil {
		return err
	}
	if len(refs) == 0 {
		v.Form.Wrong("case", p.say("hand-over-no-case"))
	}
	if !slices.ContainsFunc(councilPeople(v, casework.CaseworkOfficer), func(o look.Option) bool { return o.Value == string(to) }) {
		v.Form.Wrong("to", p.say("hand-over-nobody"))
	}
	why := v.Form.Required("why", p.say("hand-over-no-why"))
	if len(refs) > handOverShows {
		return errTooLarge
	}
	done := 0
	for _, text := range refs {
		if !v.Form.OK() {
			break
		}
		err := p.reassignOne(v, text, casework.Reassign{Officer: to, Why: why})
		switch {
		case err == nil:
			done++
		case !v.Form.Refused(err, form.Place{Path: "officer", Field: "to"}):
			return err
		}
	}
	if !v.Form.OK() {
		if done > 0 {
			v.Tell(p.say("hand-over-some", "n", done))
		}
		page, err := p.handOver(v)
		if err != nil {
			return err
		}
		return v.Again("manager-officer", page)
	}
	v.Tell(p.say("hand-over-done", "n", done))
	return v.Go("/manager/workload")
}

// reassignOne is one act however often the form is sent: its key is the form’s with the reference.
func (p *Portal) reassignOne(v *Visit, text string, act casework.Reassign) error {
	ref, err := casework.ParseRef(text)
	if err != nil {
		return ErrNotFound
	}
	c, err := p.desk.Case(v.Context(), ref)
	if errors.Is(err, records.ErrNoCase) {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	_, err = p.desk.Do(v.Context(), ref, v.Who.Actor.Person, p.desk.Today(c), v.Form.Key()+"/"+string(ref), act)
	return err
}
