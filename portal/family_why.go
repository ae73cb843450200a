package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// long writes a day in the language of the page.
func (v *Visit) long(d statute.Day) string { return v.voice.Day(d) }

// yesNo makes a choice between yes and no in the language of the page.
func (v *Visit) yesNo(f look.Form, name, label string) look.Choices {
	c := f.YesNo(name, label)
	for i, key := range []string{"yes", "no"} {
		c.Options[i].Label = v.say(key)
	}
	return c
}

// why says why a date is that day. The law’s clock says it in English; another language says the same where its sentences
// are those of the clock, word by word, and otherwise the English stands.
func (v *Visit) why(d statute.Dates) string {
	law := curly(d.ExplainToFamily())
	if v.voice.English() || law == "" {
		return law
	}
	if sayEnglish, own := v.whyIn(d, v.p.say, statute.Day.Long), v.whyIn(d, v.say, v.long); sayEnglish == law {
		return own
	}
	return v.voice.InEnglish(law)
}

// whyIn puts the sentences for a date together.
func (v *Visit) whyIn(d statute.Dates, say func(key string, pairs ...any) string, long func(statute.Day) string) string {
	switch d.Rule {
	case casework.RuleDecide:
		return say("why-decide", "day", long(d.Due), "start", long(d.Start)) + " " + say("why-no-time")
	case casework.RuleNoPlan:
		return say("why-no-plan", "day", long(d.Due), "start", long(d.Start)) + " " + say("why-no-time")
	case casework.RulePlan:
		return say("why-plan", "day", long(d.Due), "start", long(d.Start)) + " " + say("why-no-time")
	case casework.RuleMediation:
		return say("why-mediation", "day", long(d.Due), "start", long(d.Start)) + " " + say("why-not-moved")
	case casework.RuleAppeal:
		return strings.Join(whyAppeal(d, say, long), " ")
	}
	return ""
}

func whyAppeal(d statute.Dates, say func(key string, pairs ...any) string, long func(statute.Day) string) []string {
	text := []string{say("why-appeal", "day", long(d.Effective))}
	certified := !d.Proof.Second.IsZero()
	if certified {
		text = append(text, say("why-appeal-later", "start", long(d.Start), "certificate", long(d.Proof.Second)))
	} else {
		text = append(text, say("why-appeal-notice", "start", long(d.Start)))
	}
	if d.Effective != d.Due {
		text = append(text, say("why-appeal-moved", "day", long(d.Due)))
	}
	if !certified {
		text = append(text, say("why-appeal-certificate"))
	}
	return text
}

// proof is the date worked out step by step, in the words of the law’s clock.
func (v *Visit) proof(d statute.Dates) []string {
	lines := proofOf(d)
	for i := range lines {
		lines[i] = v.voice.InEnglish(lines[i])
	}
	return lines
}
