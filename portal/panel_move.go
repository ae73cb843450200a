package portal

import (
	"strconv"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// movePage puts a case on another agenda: which, and then what it means.
type movePage struct {
	Path    string
	Day     look.Choices
	Dates   look.Table
	Rail    look.Rail
	Effect  *look.StepBack
	Chosen  string
	Listed  string
	Waiting string
}

// panelMoveForm shows the case’s dates and the meetings that could take it.
func (p *Portal) panelMoveForm(v *Visit) error { return v.Page("panel-move", p.movePage(v)) }

func (p *Portal) movePage(v *Visit) movePage {
	v.Crumbs = meetingCrumbs(v)
	c := v.Case
	page := movePage{Path: v.itemPath(c.Ref, "move"), Day: formFields(v).Radios("on", p.say("move-to"), p.otherMeetings(v)...), Dates: p.fiveDates(v),
		Rail: look.NewRail(v.p.panelWeeks(c, v.Today)), Chosen: v.Form.Get("on"), Waiting: p.count("day", v.Today.Sub(c.Opened.Received))}
	if c.Listed != nil {
		page.Listed = c.Listed.On.Long()
	}
	return page
}

// otherMeetings are the panel’s coming meetings other than this one, with the room each has and the days it leaves.
func (p *Portal) otherMeetings(v *Visit) []look.Option {
	var options []look.Option
	sendBy := v.Case.Opened.Decide.SendBy
	for _, s := range v.Agenda.Slots {
		if s.Meeting == v.Meeting.Ref || s.On == v.Meeting.On || s.On.Before(v.Today) || s.On.After(sendBy) && !v.Today.After(sendBy) {
			continue
		}
		hint := p.say("move-left", "days", p.count("day", sendBy.Sub(s.On)))
		if s.Room < 1 {
			hint = p.say("move-full", "days", p.count("day", sendBy.Sub(s.On)))
		}
		options = append(options, look.Option{Value: s.On.String(), Label: s.On.Long(), Hint: hint})
	}
	return options
}

// fiveDates are the dates of the decision whether to assess. No listing and no deferral moves any of them.
func (p *Portal) fiveDates(v *Visit) look.Table {
	d := v.Case.Opened.Decide
	var rows []look.Row
	for _, one := range []struct {
		key string
		on  statute.Day
	}{{"panel-date-send-by", d.SendBy}, {"panel-date-work-by", d.WorkBy}, {"panel-date-target", d.Target}, {"panel-date-effective", d.Effective}, {"panel-date-due", d.Due}} {
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: p.say(one.key)}, {Text: one.on.Long()}, {Text: strconv.Itoa(one.on.Sub(v.Today))}}})
	}
	return look.NewTable(p.say("dates-caption"), []look.Column{{Title: p.say("panel-date-which")}, {Title: p.say("panel-date-day")}, {Title: p.say("panel-date-days-from-now"), Numbers: true}}, rows)
}

// panelMove lists the case for the meeting that was chosen, once its effect has been seen.
func (p *Portal) panelMove(v *Visit) error {
	on, err := statute.ParseDay(v.Form.Get("on"))
	if err != nil {
		v.Form.Wrong("on", p.say("move-to-missing"))
		return v.Again("panel-move", p.movePage(v))
	}
	if v.Form.Get("confirmed") != "yes" {
		page := p.movePage(v)
		page.Effect = &look.StepBack{Title: p.say("move-sure", "day", on.Long()), Effects: p.effectsOf(v, on),
			Confirm: look.Button{Text: p.say("move-do")}, Cancel: look.Link{Text: p.say("leave-it"), Href: v.meetingPath()}}
		return v.Page("panel-move", page)
	}
	err = v.Do(casework.List{Panel: v.Meeting.Panel, On: on})
	places := []form.Place{{Path: "on", Field: "on"}}
	if over, err := v.again(err, "panel-move", func() (any, error) { return p.movePage(v), nil }, places...); over {
		return err
	}
	return v.goOn("move-done")
}

// effectsOf says what another day means, before it is confirmed: to the dates of the law, and to the family.
func (p *Portal) effectsOf(v *Visit, on statute.Day) []string {
	c := v.Case
	d := c.Opened.Decide
	list := []string{p.say("panel-effect-due", "due", d.Due.Long(), "send", d.SendBy.Long())}
	left := d.SendBy.Sub(on)
	if left >= 0 {
		list = append(list, p.say("panel-effect-after", "days", p.count("day", left)))
	} else {
		list = append(list, p.say("panel-effect-late", "days", p.count("day", -left)))
	}
	waited := []any{"so-far", p.count("day", v.Today.Sub(c.Opened.Received)), "then", p.count("day", on.Sub(c.Opened.Received))}
	if more := on.Sub(v.Meeting.On); more >= 0 {
		list = append(list, p.say("panel-effect-waited", append(waited, "more", p.count("day", more))...))
	} else {
		list = append(list, p.say("panel-effect-sooner", append(waited, "fewer", p.count("day", -more))...))
	}
	if c.Deferrals > 0 {
		list = append(list, p.say("panel-effect-again", "n", strconv.Itoa(c.Deferrals)))
	}
	return list
}
