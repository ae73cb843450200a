package portal

import (
	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// breachesPage lists the decisions that are late now, and those that were sent late.
type breachesPage struct {
	Sentence string
	Late     []breach
	More     bool
	Plans    []breach // plans that are late after a decision to assess
	PlanSays string
	Sent     look.Table // decisions that the family had after the limit
	Nav      look.Tabs
}

// breach is a late decision: what the matter is, who acts today, and what the family was told.
type breach struct {
	plight
	Cause string // as the family was told it; empty where it was not told yet
	Told  string
	Tasks []string // what the manager and the director have been asked to do, and since when
}

// breachesShown is how many late decisions one page tells of: each is read whole.
const breachesShown = 30

func (p *Portal) managerBreaches(v *Visit) error {
	rows, err := p.register.Cases(v.Context(), records.Filter{Open: true, Clocks: []string{"breached"}, Limit: breachesShown + 1})
	if err != nil {
		return err
	}
	page := breachesPage{Nav: p.managerTabs(v), More: len(rows) > breachesShown}
	for _, row := range rows[:min(len(rows), breachesShown)] {
		b, err := p.breachOf(v, row)
		if err != nil {
			return err
		}
		page.Late = append(page.Late, b)
	}
	page.Sentence = p.say("breaches-sentence", "late", p.count("breach", len(page.Late)))
	if page.Plans, page.PlanSays, err = p.latePlans(v); err != nil {
		return err
	}
	sent, err := p.register.Cases(v.Context(), records.Filter{Clocks: []string{clockMetLate}, Limit: breachesShown})
	if err != nil {
		return err
	}
	if page.Sent, err = p.sentLate(v, sent); err != nil {
		return err
	}
	return v.Page("manager-breaches", page)
}

func (p *Portal) breachOf(v *Visit, row records.CaseRow) (breach, error) {
	told, err := p.plightOf(v, row)
	if err != nil {
		return breach{}, err
	}
	c, err := p.desk.Case(v.Context(), row.Ref)
	if err != nil {
		return breach{}, err
	}
	b := breach{plight: told}
	if b.Cause, err = p.causeOf(v.Context(), c); err != nil {
		return breach{}, err
	}
	b.Told = p.say("breach-not-told")
	if c.Delay != nil {
		b.Told = p.say("breach-told", "day", c.Delay.On.Long(), "by", c.Delay.ExpectBy.Long())
	}
	b.Tasks = p.tasksAbove(c)
	return b, nil
}

// tasksAbove are what the manager and the director have been asked to do in a case and have not done.
func (p *Portal) tasksAbove(c casework.Case) []string {
	var tasks []string
	for _, t := range c.Tasks {
		if !t.Done && (t.For == casework.ServiceManager || t.For == casework.Director) {
			tasks = append(tasks, p.say("breach-task", "role", p.say("role-"+string(t.For)), "day", t.Raised.Long(), "what", t.What))
		}
	}
	return tasks
}

// sentLate lists decisions that the family had after the limit, with how late they were.
func (p *Portal) sentLate(v *Visit, rows []records.CaseRow) (look.Table, error) {
	var list []look.Row
	for _, row := range rows {
		c, err := p.desk.Case(v.Context(), row.Ref)
		if err != nil {
			return look.Table{}, err
		}
		sent, by := p.say("not-known"), ""
		if c.NoticeGiven != nil {
			sent, by = c.NoticeGiven.On.Long(), p.count("day-late", c.NoticeGiven.On.Sub(row.Due))
		}
		list = append(list, look.Row{Cells: []look.Cell{{Link: &look.Link{Href: "/cases/" + string(row.Ref), Text: string(row.Ref)}},
			{Text: row.Due.Long()}, {Text: sent, Note: by}, {Text: p.nameOf(v, row.Officer)}, {Text: p.say("stage-" + string(row.Stage))}}})
	}
	t := look.NewTable(p.say("breaches-sent"), []look.Column{{Title: p.say("reference")}, {Title: p.say("manager-due")}, {Title: p.say("breaches-sent-on")}, {Title: p.say("manager-officer")}, {Title: p.say("stage")}}, list)
	t.Empty = look.Empty{Title: p.say("breaches-sent-none")}
	return t, nil
}
