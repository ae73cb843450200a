package portal

import (
	"cmp"
	"fmt"
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// deferAsks is how many things the page has lines for that somebody is asked for.
const deferAsks = 3

// deferPage puts a case off, and shows what that does before it is confirmed.
type deferPage struct {
	Path, Back string
	Child      string
	Until      look.Choices
	Asks       []askFields
	Dates      look.Table
	Rail       look.Rail
	Effect     *look.StepBack
	Keep       []keptField // what was typed, carried to the confirmation
}

// askFields are the fields of something that is asked of somebody.
type askFields struct {
	Of, For look.Field
	By      look.DateInput
}

// keptField is a field that the confirmation carries along.
type keptField struct{ Name, Value string }

// panelDeferForm asks why, for what and until when.
func (p *Portal) panelDeferForm(v *Visit) error { return v.Page("panel-defer", p.deferPage(v)) }

func (p *Portal) deferPage(v *Visit) deferPage {
	v.Crumbs = append(meetingCrumbs(v), look.Link{Text: string(v.Case.Ref), Href: v.itemPath(v.Case.Ref)})
	f := formFields(v)
	page := deferPage{Path: v.itemPath(v.Case.Ref, "defer"), Back: v.itemPath(v.Case.Ref), Child: v.p.childLabel(v.Case, v.Today),
		Until: f.Radios("until", p.say("defer-until"), p.otherMeetings(v)...), Dates: p.fiveDates(v), Rail: look.NewRail(v.p.panelWeeks(v.Case, v.Today))}
	for i := range deferAsks {
		at := fmt.Sprintf("ask-%d-", i+1)
		page.Asks = append(page.Asks, askFields{Of: f.Text(at+"of", p.say("defer-of")), For: f.Text(at+"for", p.say("defer-for")), By: f.Date(at+"by", p.say("defer-by"))})
	}
	return page
}

// panelDefer shows the effect first, and records the deferral when that is confirmed.
func (p *Portal) panelDefer(v *Visit) error {
	act := p.deferral(v)
	var err error
	if v.Form.OK() {
		if v.Form.Get("confirmed") != "yes" {
			return p.confirmDeferral(v, act)
		}
		err = v.Do(act)
	}
	if over, err := v.again(err, "panel-defer", func() (any, error) { return p.deferPage(v), nil }, deferPlaces()...); over {
		return err
	}
	return v.goOn("defer-done")
}

func deferPlaces() []form.Place {
	places := []form.Place{{Path: "until", Field: "until"}, {Path: "why", Field: "why"}}
	for i := range deferAsks {
		places = append(places, form.Place{Path: fmt.Sprintf("asked_for[%d]", i), Field: fmt.Sprintf("ask-%d-of", i+1)})
	}
	return places
}

func (p *Portal) deferral(v *Visit) casework.Defer {
	f := v.Form
	act := casework.Defer{Panel: v.Meeting.Panel, Why: f.Required("why", p.say("defer-why-missing"))}
	var err error
	if act.Until, err = statute.ParseDay(f.Get("until")); err != nil {
		f.Wrong("until", p.say("move-to-missing"))
	}
	for i := range deferAsks {
		at := fmt.Sprintf("ask-%d-", i+1)
		ask := casework.Ask{Of: f.Line(at + "of"), For: f.Line(at + "for")}
		ask.By, _ = f.Day(at + "by")
		if ask.Of != "" || ask.For != "" || !ask.By.IsZero() {
			act.AskedFor = append(act.AskedFor, ask)
		}
	}
	return act
}

// confirmDeferral shows what follows. What the law or the case refuses is said now, not after the confirmation.
func (p *Portal) confirmDeferral(v *Visit, act casework.Defer) error {
	if _, err := v.Case.Do(casework.Command{By: v.Who.Actor, Act: act}, v.Today.At(12, 0)); err != nil {
		_, err := v.again(err, "panel-defer", func() (any, error) { return p.deferPage(v), nil }, deferPlaces()...)
		return err
	}
	page := p.deferPage(v)
	effects := append(p.effectsOf(v, act.Until), p.say("panel-effect-letter"))
	page.Effect = &look.StepBack{Title: p.say("defer-sure", "day", act.Until.Long()), Effects: effects,
		Confirm: look.Button{Text: p.say("defer-do"), Kind: "warn"}, Cancel: look.Link{Text: p.say("leave-it"), Href: v.itemPath(v.Case.Ref)}}
	for name, values := range v.Form.Values {
		for _, value := range values {
			if name != form.KeyField && name != "confirmed" {
				page.Keep = append(page.Keep, keptField{name, value})
			}
		}
	}
	slices.SortFunc(page.Keep, func(a, b keptField) int { return cmp.Compare(a.Name, b.Name) })
	return v.Page("panel-defer", page)
}
