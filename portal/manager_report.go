package portal

import (
	"strconv"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// reportedDays is how far back the report looks.
const reportedDays = 90

// reportPage is what has to be reported to the manager: what was decided out of the usual way.
type reportPage struct {
	Sentence     string
	WithoutPanel look.Table
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
			over = append(over, p.reported(h.Ref, h.Event, d.Override, ""))
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
	page.Sentence = p.say("report-sentence", "alone", p.count("alone", len(alone)), "over", p.count("override", len(over)), "late", p.count("notice", len(late)))
	page.WithoutPanel = p.reportTable("report-alone", "report-alone-none", "report-reviewed", alone)
	page.Overrides = p.reportTable("report-overrides", "report-overrides-none", "", over)
	page.Notices = p.reportTable("report-notices", "report-notices-none", "report-expected", late)
	return v.Page("manager-report", page)
}

func (p *Portal) reported(ref casework.Ref, e casework.Event, why, last string) look.Row {
	return look.Row{Cells: []look.Cell{{Link: &look.Link{Href: "/cases/" + string(ref), Text: string(ref)}}, {Text: e.FellOn.Long()}, {Text: e.By.Name}, {Text: why}, {Text: last}}}
}

func (p *Portal) reportTable(title, none, last string, rows []look.Row) look.Table {
	columns := []look.Column{{Title: p.say("reference")}, {Title: p.say("report-day")}, {Title: p.say("report-by")}, {Title: p.say("report-why")}}
	if last == "" {
		for i := range rows {
			rows[i].Cells = rows[i].Cells[:len(columns)]
		}
	} else {
		columns = append(columns, look.Column{Title: p.say(last)})
	}
	t := look.NewTable(p.say(title), columns, rows)
	t.Empty = look.Empty{Title: p.say(none)}
	return t
}

// digits is a number as a table shows it.
func digits(n int) string { return strconv.Itoa(n) }
