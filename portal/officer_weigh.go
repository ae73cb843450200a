package portal

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// errNothing is of a dry run that gave nothing.
var errNothing = errors.New("the command gives no event")

// dryRun is the case as it would stand after the act, and the events that would be recorded. Nothing is recorded.
func (p *Portal) dryRun(v *Visit, act casework.Act) (casework.Case, []casework.Event, error) {
	act, err := p.desk.Complete(v.Context(), v.Case, act)
	if err == nil {
		act, err = v.Council.CompleteIn(v.Case, act, v.Today)
	}
	if err != nil {
		return v.Case, nil, err
	}
	events, err := v.Case.Do(casework.Command{By: v.Who.Actor, Act: act}, v.Today.At(12, 0))
	if err != nil {
		return v.Case, nil, err
	}
	if len(events) == 0 {
		return v.Case, nil, errNothing
	}
	after, err := v.Case.Apply(events...)
	return after, events, err
}

// weigh shows what would follow from an act before it is recorded.
func (p *Portal) weigh(v *Visit, s actSheet, act casework.Act) error {
	after, fresh, err := p.dryRun(v, act)
	if err != nil {
		if v.Form.Refused(err, s.places...) {
			return v.Again("officer-act", p.actPage(v, s))
		}
		return err
	}
	effects, err := p.effects(v, after, fresh)
	if err != nil {
		return err
	}
	page := p.actPage(v, s)
	confirm := look.Button{Text: p.say("record-it"), Name: "weighed", Value: "yes"}
	if s.grave {
		confirm.Kind = "warn"
	}
	page.Weigh = &look.StepBack{Title: p.say("weigh-heading"), Effects: effects, Confirm: confirm, Cancel: look.Link{Text: p.say("weigh-back"), Href: v.at("record", string(s.kind))}}
	page.Hidden = hiddenFields(v.Form)
	page.Parts = nil
	return v.Page("officer-weigh", page)
}

// hiddenFields carries what was typed through the page that shows the consequences.
func hiddenFields(f *form.Form) []hiddenField {
	var list []hiddenField
	for _, name := range slices.Sorted(maps.Keys(f.Values)) {
		if name == form.KeyField || name == "weighed" {
			continue
		}
		for _, value := range f.Values[name] {
			list = append(list, hiddenField{name, value})
		}
	}
	return list
}

// effects tells what the events say, which letters follow or are taken back, and what it does to the dates.
func (p *Portal) effects(v *Visit, after casework.Case, fresh []casework.Event) ([]string, error) {
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return nil, err
	}
	lines, err := casework.Timeline(append(slices.Clone(events), fresh...))
	if err != nil {
		return nil, err
	}
	var list []string
	for _, line := range lines[len(events):] {
		list = append(list, v.named(strings.TrimSuffix(line.What, "."))+".")
	}
	before := owedLetters(v.Case)
	for _, key := range owedLetters(after) {
		if !slices.Contains(before, key) {
			list = append(list, p.say("effect-letter", "letter", p.letterName(key.Kind), "to", p.recipientIn(after, key.To)))
		}
	}
	return append(list, p.effectOnDates(v, after)), nil
}

func owedLetters(c casework.Case) []casework.LetterKey {
	var keys []casework.LetterKey
	for _, owing := range c.Owed() {
		keys = append(keys, owing.Letters...)
	}
	return keys
}

// effectOnDates says what an act does to the six weeks: nearly always nothing, and that is what people get wrong.
func (p *Portal) effectOnDates(v *Visit, after casework.Case) string {
	was, is := v.Case.Opened.Decide, after.Opened.Decide
	switch {
	case after.Closed() || after.Stage == casework.StageWithdrawn || after.Stage == casework.StageEnded:
		return p.say("effect-clock-ends")
	case after.Undone != nil && v.Case.Undone == nil:
		return p.say("effect-undone")
	case v.Case.Assessing() && !after.Assessing():
		return p.say("effect-outcome")
	case after.Assessment != nil && after.Assessment.Draft != nil && v.Case.Assessing():
		limit, _ := after.OutcomeLimit(casework.FinalPlan)
		return p.say("effect-draft", "day", limit.Due.Long())
	case startsAnew(v.Case, after):
		return p.say("effect-anew")
	case after.NoticeGiven != nil && after.Certificate != nil:
		return p.say("effect-appeal", "day", after.Certificate.Appeal.Effective.Long())
	case after.NoticeGiven != nil:
		return p.say("effect-none")
	case was.Due != is.Due:
		return p.say("effect-due-moves", "due", is.Due.Long(), "sendby", is.SendBy.Long())
	case is.SendBy.Before(v.Today):
		return p.datesStay(v, is.Due, is.SendBy)
	case after.Listed != nil && (v.Case.Listed == nil || v.Case.Listed.On != after.Listed.On):
		return p.say("effect-listed", "days", p.count("days", is.SendBy.Sub(after.Listed.On)), "sendby", is.SendBy.Long())
	}
	return p.datesStay(v, is.Due, is.SendBy)
}

// datesStay says that the six weeks go on, or that they have run out: then the duty remains, as soon as practicable.
func (p *Portal) datesStay(v *Visit, due, sendBy statute.Day) string {
	switch {
	case due.Before(v.Today):
		return p.say("effect-due-passed", "due", due.Long())
	case sendBy.Before(v.Today):
		return p.say("effect-post-passed", "due", due.Long())
	}
	return p.say("effect-due-stays", "due", due.Long(), "sendby", sendBy.Long())
}

// startsAnew reports whether a refusal that the family has is put right by another: its time for mediation and for an appeal
// begins with that.
func startsAnew(before, after casework.Case) bool {
	if len(after.Mended) <= len(before.Mended) {
		return false
	}
	last := after.Mended[len(after.Mended)-1]
	had := slices.ContainsFunc(before.Letters, func(l casework.Letter) bool { return l.Key == last.Letter && l.State == casework.LetterPosted })
	return had && last.Letter.Kind == casework.NotAssessLetter && last.How != casework.MendWithdrawn
}
