package portal

import (
	"strconv"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// reportedDays is how far back the report looks.
const reportedDays = 90

// reportPage is what has to be reported to the manager: what was decided out of the usual way.
type reportPage struct {
	Sentence     string
	WithoutPanel look.Table
	Breaches     look.Table
	Plans        look.Table // that passed their limit
	Exceptions   look.Table
	Overrides    look.Table
	Notices      look.Table
	Nav          look.Tabs
}

// managerReport lists refusals without a panel, decisions that went out over a check, and news of late decisions.
func (p *Portal) managerReport(v *Visit) error {
	from := v.Today.AddDays(-reportedDays)
	decided, err := p.register.EventsOf(v.Context(), casework.KindDecided, from)
	if err != nil {
		return err
	}
	var alone, over, late []look.Row
	for _, h := range decided {
		d, is := h.Event.Body.(casework.Decided)
		if !is {
			continue
		}
		if d.WithoutPanel != nil {
			alone = append(alone, p.reported(h.Ref, h.Event, d.WithoutPanel.Why, p.nameOf(v, d.WithoutPanel.ReviewedBy)))
		}
		if d.Override != "" {
			reviewed, err := p.overrideReviewed(v, h.Ref)
			if err != nil {
				return err
			}
			over = append(over, p.reported(h.Ref, h.Event, d.Override, reviewed))
		}
	}
	told, err := p.register.EventsOf(v.Context(), casework.KindDelayTold, from)
	if err != nil {
		return err
	}
	for _, h := range told {
		if d, is := h.Event.Body.(casework.DelayTold); is {
			late = append(late, p.reported(h.Ref, h.Event, d.Why, d.ExpectBy.Long()))
		}
	}
	page := reportPage{Nav: p.managerTabs(v)}
	passed, plans, err := p.passedRows(v, from)
	if err != nil {
		return err
	}
	excepted, err := p.exceptedRows(v, from)
	if err != nil {
		return err
	}
	page.Breaches = look.NewTable(p.say("report-breaches"), []look.Column{{Title: p.say("reference")}, {Title: p.say("report-due")}, {Title: p.say("manager-officer")}, {Title: p.say("report-stands"), Wide: true}}, passed)
	page.Breaches.Empty = look.Empty{Title: p.say("report-breaches-none")}
	page.Plans = look.NewTable(p.say("report-plans"), page.Breaches.Columns, plans)
	page.Plans.Empty = look.Empty{Title: p.say("report-plans-none")}
	page.Exceptions = p.reportTable("report-exceptions", "report-exceptions-none", "report-limb", excepted)
	page.Sentence = p.say("report-sentence", "breaches", p.count("passed-six", len(passed)), "alone", p.count("alone", len(alone)), "over", p.count("override", len(over)), "late", p.count("notice", len(late)))
	page.WithoutPanel = p.reportTable("report-alone", "report-alone-none", "report-reviewed", alone)
	page.Overrides = p.reportTable("report-overrides", "report-overrides-none", "report-override-review", over)
	page.Notices = p.reportTable("report-notices", "report-notices-none", "report-expected", late)
	return v.Page("manager-report", page)
}

// overrideReviewed says whether a second officer has looked at a refusal that went out over a check, as is due within two working days.
func (p *Portal) overrideReviewed(v *Visit, ref casework.Ref) (string, error) {
	c, err := p.desk.Case(v.Context(), ref)
	if err != nil {
		return "", err
	}
	for _, t := range c.Tasks {
		if t.Task == casework.ReviewOverride && !t.Done {
			return p.say("report-review-open", "day", t.Raised.Long()), nil
		}
	}
	return p.say("report-review-done"), nil
}

// passedRows are the decisions that passed the six weeks since a day, and the plans that passed their limit, with how each
// stands now.
func (p *Portal) passedRows(v *Visit, from statute.Day) (decisions, plans []look.Row, err error) {
	list, err := p.register.EventsOf(v.Context(), casework.KindBreached, from)
	if err != nil {
		return nil, nil, err
	}
	for _, h := range list {
		b, is := h.Event.Body.(casework.Breached)
		if !is {
			continue
		}
		c, err := p.desk.Case(v.Context(), h.Ref)
		if err != nil {
			return nil, nil, err
		}
		row := look.Row{Cells: []look.Cell{{Link: &look.Link{Href: "/cases/" + string(h.Ref), Text: string(h.Ref)}}, {Text: b.Due.Long()}, {Text: p.nameOf(v, c.Officer)}, {Text: c.Sentence(p.desk.Today(c))}}}
		if b.For == casework.FinalPlan {
			plans = append(plans, row)
		} else {
			decisions = append(decisions, row)
		}
	}
	return decisions, plans, nil
}

// exceptedRows are the exceptions that were claimed since a day, with the facts that they rest on.
func (p *Portal) exceptedRows(v *Visit, from statute.Day) ([]look.Row, error) {
	list, err := p.register.EventsOf(v.Context(), casework.KindExceptionClaimed, from)
	var rows []look.Row
	for _, h := range list {
		if e, is := h.Event.Body.(casework.ExceptionClaimed); is {
			rows = append(rows, p.reported(h.Ref, h.Event, e.Tested.Claim.Facts, e.Tested.Claim.Limb))
		}
	}
	return rows, err
}

func (p *Portal) reported(ref casework.Ref, e casework.Event, why, last string) look.Row {
	return look.Row{Cells: []look.Cell{{Link: &look.Link{Href: "/cases/" + string(ref), Text: string(ref)}}, {Text: e.FellOn.Long()}, {Text: e.By.Name}, {Text: why}, {Text: last}}}
}

func (p *Portal) reportTable(title, none, last string, rows []look.Row) look.Table {
	columns := []look.Column{{Title: p.say("reference")}, {Title: p.say("report-day")}, {Title: p.say("report-by")}, {Title: p.say("report-why")}}
	columns = append(columns, look.Column{Title: p.say(last)})
	t := look.NewTable(p.say(title), columns, rows)
	t.Empty = look.Empty{Title: p.say(none)}
	return t
}

// digits is a number as a table shows it.
func digits(n int) string { return strconv.Itoa(n) }
