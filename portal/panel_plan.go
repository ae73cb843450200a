package portal

import (
	"errors"
	"slices"
	"strconv"

	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// panelPlanPage asks for a meeting that is to be called.
type panelPlanPage struct {
	Panel    look.Select
	On       look.DateInput
	Capacity look.Field
	From     look.Field
	Place    look.Field
}

// panelPlanForm asks which meeting is called, with what the settings say of the panel.
func (p *Portal) panelPlanForm(v *Visit) error {
	q := v.R.URL.Query()
	v.Form.Set("panel", q.Get("panel"))
	if on, err := statute.ParseDay(q.Get("on")); err == nil {
		v.Form.SetDay("on", on)
		if panel, known := v.Council.Panel(q.Get("panel"), on); known {
			v.Form.Set("capacity", strconv.Itoa(panel.Takes()))
			if panel.Meets != nil {
				v.Form.Set("from", panel.Meets.From)
				v.Form.Set("place", panel.Meets.Place)
			}
		}
	}
	return v.Page("panel-plan", p.planPage(v))
}

func (p *Portal) planPage(v *Visit) panelPlanPage {
	v.Narrow, v.Back = true, &look.Link{Href: "/panel"}
	f := formFields(v)
	var panels []look.Option
	for _, panel := range v.Council.Panels {
		if _, now := v.Council.Panel(panel.ID, v.Today); now {
			panels = append(panels, look.Option{Value: panel.ID, Label: panel.Name})
		}
	}
	return panelPlanPage{
		Panel:    f.Select("panel", p.say("panel-panel"), p.say("panel-choose"), panels...),
		On:       f.Date("on", p.say("panel-day")).Hinted(p.say("panel-day-hint")),
		Capacity: f.Text("capacity", p.say("panel-capacity")).Numeric().Hinted(p.say("panel-capacity-hint")),
		From:     f.Text("from", p.say("panel-from")).Sized("short").Hinted(p.say("panel-from-hint")),
		Place:    f.Text("place", p.say("panel-place")),
	}
}

// panelPlan calls the meeting.
func (p *Portal) panelPlan(v *Visit) error {
	n := NewMeeting{Panel: v.Form.Line("panel"), Place: v.Form.Line("place"), From: v.Form.Line("from")}
	if n.Panel == "" {
		v.Form.Wrong("panel", p.say("panel-choose-missing"))
	}
	day, given := v.Form.Day("on")
	if n.On = day; !given && len(v.Form.Of("on")) == 0 {
		v.Form.Wrong("on", p.say("panel-day-missing"))
	}
	n.Capacity = number(v.Form, "capacity", p.say("panel-capacity-wrong"))
	if !v.Form.OK() {
		return v.Again("panel-plan", p.planPage(v))
	}
	m, err := p.desk.CallMeeting(v.Context(), v.Who.Actor.Person, v.Form.Key(), n)
	switch {
	case errors.Is(err, records.ErrMeetingThatDay):
		v.Form.Wrong("on", p.say("panel-day-taken"))
	case v.Form.Refused(err, form.Place{Path: "on", Field: "on"}, form.Place{Path: "panel", Field: "panel"}, form.Place{Path: "capacity", Field: "capacity"}):
	case err != nil:
		return err
	}
	if !v.Form.OK() {
		return v.Again("panel-plan", p.planPage(v))
	}
	v.Tell(p.say("panel-called"))
	return v.Go("/panel/meetings/" + string(m.Ref))
}

// number reads a whole number that may be left out; what is none is wrong.
func number(f *form.Form, field, wrong string) int {
	line := f.Line(field)
	if line == "" {
		return 0
	}
	n, err := strconv.Atoi(line)
	if err != nil {
		f.Wrong(field, wrong)
	}
	return n
}

// formFields makes the fields of a page whose choices are computed, with what was typed and what is wrong.
func formFields(v *Visit) look.Form { return look.NewForm(shown(v.Form), faults(v.Form)) }

// among reports whether the value is one of the options.
func among(value string, options []look.Option) bool {
	return slices.ContainsFunc(options, func(o look.Option) bool { return o.Value == value })
}
