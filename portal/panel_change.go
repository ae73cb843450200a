package portal

import (
	"strconv"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// changePage changes a meeting. What moves or cancels it shows each case's dates before it is confirmed.
type changePage struct {
	Path     string
	Can      map[string]bool
	Capacity look.Field
	Member   look.Select
	For      look.Select
	Excuse   look.Select
	On       look.DateInput
	Effects  *look.Table
	Confirm  string // what is to be confirmed: "date" or "cancel"
	Day      string // to which it is moved
}

// panelChangeForm offers what can be changed.
func (p *Portal) panelChangeForm(v *Visit) error {
	data, err := p.changePage(v)
	if err != nil {
		return err
	}
	return v.Page("panel-change", data)
}

func (p *Portal) changePage(v *Visit) (any, error) {
	v.Crumbs = meetingCrumbs(v)
	if v.Form.Get("capacity") == "" {
		v.Form.Set("capacity", strconv.Itoa(v.Meeting.Capacity))
	}
	f := formFields(v)
	var seats, others []look.Option
	for _, seat := range v.Meeting.Seats {
		seats = append(seats, look.Option{Value: string(seat.Member), Label: seat.Name})
	}
	if panel, known := v.Council.Panel(v.Meeting.Panel, v.Meeting.On); known {
		for _, s := range panel.Substitutes {
			if _, invited := v.Meeting.Seat(s.Person); !invited {
				others = append(others, look.Option{Value: string(s.Person), Label: p.say("change-substitute", "name", v.nameOf(s.Person), "for", v.nameOf(s.For))})
			}
		}
	}
	return changePage{Path: v.meetingPath("change"), Can: canDo(v),
		Capacity: f.Text("capacity", p.say("panel-capacity")).Numeric(), Member: f.Select("member", p.say("change-member"), p.say("attend-choose"), others...),
		Excuse: f.Select("excuse", p.say("change-excuse"), p.say("attend-choose"), seats...), On: f.Date("on", p.say("change-on")).Hinted(p.say("panel-day-hint"))}, nil
}

// panelChange takes one change. A new day and a cancellation are asked for twice: first the effect is shown.
func (p *Portal) panelChange(v *Visit) error {
	act, done := p.changeAsked(v)
	var err error
	if act != nil && v.Form.OK() {
		if page, asks := p.effectOf(v, act); asks {
			return v.Page("panel-change", page)
		}
		err = v.DoMeeting(act)
	}
	places := []form.Place{{Path: "on", Field: "on"}, {Path: "why", Field: "why"}, {Path: "capacity", Field: "capacity"}, {Path: "member", Field: "member"}}
	if over, err := v.again(err, "panel-change", func() (any, error) { return p.changePage(v) }, places...); over {
		return err
	}
	v.Tell(p.say(done))
	return v.Go(v.meetingPath())
}

func (p *Portal) changeAsked(v *Visit) (act meeting.Act, done string) {
	f := v.Form
	switch f.Get("change") {
	case "capacity":
		return meeting.SetCapacity{Capacity: number(f, "capacity", p.say("panel-capacity-wrong"))}, "change-done-capacity"
	case "invite":
		return meeting.Invite{Member: casework.PersonID(f.Line("member"))}, "change-done-invite"
	case "excuse":
		return meeting.Excuse{Member: casework.PersonID(f.Line("excuse"))}, "change-done-excuse"
	case "date":
		on, given := f.Day("on")
		if !given && f.OK() {
			f.Wrong("on", p.say("panel-day-missing"))
		}
		return meeting.ChangeDate{On: on, Why: f.Required("why", p.say("change-why-missing"))}, "change-done-date"
	case "cancel":
		return meeting.Cancel{Why: f.Required("why", p.say("change-why-missing"))}, "change-done-cancel"
	}
	f.Wrong("", p.say("change-nothing"))
	return nil, ""
}

// effectOf is the page that shows what a moved or cancelled meeting means to each case, until that is confirmed. What the
// meeting itself refuses is not asked about.
func (p *Portal) effectOf(v *Visit, act meeting.Act) (changePage, bool) {
	kind := v.Form.Get("change")
	if kind != "date" && kind != "cancel" || v.Form.Get("confirmed") == "yes" {
		return changePage{}, false
	}
	follows, err := v.Meeting.Do(meeting.Command{By: v.Who.Actor, Act: act}, v.Agenda, v.Today.At(12, 0))
	if err != nil || len(follows.Events) == 0 {
		return changePage{}, false
	}
	data, _ := p.changePage(v)
	page := data.(changePage)
	page.Confirm = kind
	var effects []meeting.Effect
	switch b := follows.Events[0].Body.(type) {
	case meeting.DateChanged:
		effects, page.Day = b.Effects, b.On.Long()
	case meeting.Cancelled:
		effects = b.Effects
	}
	table := p.effectTable(effects)
	page.Effects = &table
	return page, true
}

// effectTable shows the five dates of each case, none of which moves, and which meeting can take it.
func (p *Portal) effectTable(effects []meeting.Effect) look.Table {
	var rows []look.Row
	for _, e := range effects {
		next := look.Cell{Text: p.say("panel-effect-none"), Note: p.say("panel-effect-none-note")}
		if !e.Next.IsZero() {
			next = look.Cell{Text: e.Next.Short(), Note: p.say("panel-effect-left", "days", p.count("day", e.DaysLeft))}
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: string(e.Case)}, {Text: e.Due.Short()}, {Text: e.Target.Short()}, {Text: e.WorkBy.Short()},
			{Text: e.Effective.Short()}, {Text: e.SendBy.Short()}, next}})
	}
	columns := []look.Column{{Title: p.say("reference")}, {Title: p.say("panel-date-due")}, {Title: p.say("panel-date-target")}, {Title: p.say("panel-date-work-by")},
		{Title: p.say("panel-date-effective")}, {Title: p.say("panel-date-send-by")}, {Title: p.say("panel-effect-next")}}
	return look.NewTable(p.say("panel-effect-caption"), columns, rows)
}
