package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// tellable are the things that can be told on a page of their own, by the last part of its address. Withdrawing is not
// done here: it is a conversation, and the page asks for a call.
func tellable() map[string]casework.Topic {
	return map[string]casework.Topic{
		"call": casework.RingMe, "urgent": casework.Urgent, "withdraw": casework.ToWithdraw, "address": casework.OtherAddress,
		"helper": casework.Helper, "parents": casework.ParentsSee, "paper": casework.APaper, "copy": casework.AnotherCopy, "other": casework.AnythingElse,
	}
}

// familyTell is a page on which one thing is told.
type familyTell struct {
	Topic    string
	Heading  string
	Lead     string
	Options  *look.Choices // what has happened, or what parents may see
	Words    *look.Textarea
	In       *look.Select // the language of the words
	Times    look.Field
	Button   look.Button
	Withdraw bool
}

func (p *Portal) familyTellForm(v *Visit) error {
	v.restoreTyped()
	v.Typed = true
	about, known := tellable()[v.Path("about")]
	self := v.family(nil).Self
	if !known || about == casework.ParentsSee && !self {
		return ErrNotFound
	}
	f, topic := v.fields(), v.Path("about")
	page := familyTell{Topic: topic, Heading: v.say("family-tell-" + topic + "-title"), Lead: v.say("family-tell-" + topic + "-text"), Withdraw: about == casework.ToWithdraw}
	page.Options = v.tellOptions(f, about, v.say)
	if about != casework.ToWithdraw {
		words := f.Textarea("words", v.say("family-tell-words")).AtMost(4000)
		if about == casework.RingMe {
			words = words.Hinted(v.say("family-tell-words-call")).Lined(3)
		}
		page.Words, page.In = &words, v.writtenIn(f)
	}
	page.Times = f.Text("times", v.say("family-tell-times")).Hinted(v.say("family-tell-times-hint"))
	page.Button = look.Button{Text: v.say("family-tell-send")}
	if about == casework.RingMe || about == casework.ToWithdraw {
		page.Button.Text = v.say("family-tell-ring")
	}
	return v.showFamily("family-tell", page)
}

// tellOptions are the answers that can be ticked.
func (v *Visit) tellOptions(f look.Form, about casework.Topic, say func(key string, pairs ...any) string) *look.Choices {
	var c look.Choices
	options := func(keys ...string) []look.Option {
		var list []look.Option
		for _, key := range keys {
			list = append(list, look.Option{Value: key, Label: say(key)})
		}
		return list
	}
	switch about {
	case casework.Urgent:
		c = f.Checkboxes("what", say("family-urgent-what"), options("family-urgent-place", "family-urgent-exclusion", "family-urgent-hospital",
			"family-urgent-care", "family-urgent-bereaved", "family-urgent-moving")...)
	case casework.ParentsSee:
		c = f.Radios("what", say("family-parents-what"), options("family-parents-nothing", "family-parents-letters", "family-parents-all")...)
	default:
		return nil
	}
	return &c
}

// familyTell records what was told, and whoever has to act gets a task.
func (p *Portal) familyTell(v *Visit) error {
	about, known := tellable()[v.Path("about")]
	if !known {
		return ErrNotFound
	}
	said := casework.FamilySaid{About: about, Words: v.chosen(about) + v.Form.Get("words"), Times: v.Form.Line("times"), Language: v.wroteIn()}
	if paper := casework.DocumentID(v.Form.Line("paper")); paper != "" {
		said.Of = []casework.DocumentID{paper}
	}
	if err := v.Do(casework.SayAsFamily{FamilySaid: said}); err != nil {
		if v.refusedOn(err, "words") {
			return p.familyTellForm(v)
		}
		return err
	}
	switch about {
	case casework.RingMe, casework.ToWithdraw:
		v.Tell(v.say("family-told-call"))
	case casework.Urgent:
		v.Tell(v.say("family-told-urgent", "phone", v.family(nil).Phone))
	default:
		v.Tell(v.say("family-told"))
	}
	return v.Go(familyPath(v.Case.Ref))
}

// chosen are the ticked answers as sentences before what was written, in English: the council reads them.
func (v *Visit) chosen(about casework.Topic) string {
	text := ""
	for _, key := range v.Form.All("what") {
		if c := v.tellOptions(v.fields(), about, v.p.say); c != nil && slices.ContainsFunc(c.Options, func(o look.Option) bool { return o.Value == key }) {
			text += v.p.say(key) + ".\n"
		}
	}
	return text
}

// refusedOn says at a field what casework refused. The second result is false where err was no refusal.
func (v *Visit) refusedOn(err error, field string) bool {
	refused := casework.AsRefused(err)
	if refused == nil {
		return false
	}
	for _, gap := range refused.Gaps {
		if gap.Path == "words" {
			v.Form.Wrong(field, v.voice.InEnglish(gap.Mend))
		} else {
			v.Form.Wrong("", v.voice.InEnglish(form.Nowhere(v.p.say, gap)))
		}
	}
	return true
}
