package portal

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/letters"
	"sendpanel/portal/look"
)

// familyReach is the page on how the person wants to be written and spoken to.
type familyReach struct {
	Known       look.SummaryList
	Language    look.Field
	Interpreter look.Choices
	Format      look.Choices
	CallFirst   look.Choices
	Times       look.Field
	Voicemail   look.Choices
	Notices     look.Choices
	Contact     string // where codes and messages go, shown in part
	Careful     bool   // no messages are sent to this family
}

func (p *Portal) familyReachForm(v *Visit) error {
	me := v.family(nil).Me
	if v.R.Method == "GET" {
		v.wishesShown(me)
	}
	f := v.fields()
	page := familyReach{Careful: v.Guarded()}
	page.Language = f.Text("language", p.say("family-reach-language")).Hinted(p.say("family-reach-language-hint")).Sized("medium")
	page.Interpreter = f.YesNo("interpreter", p.say("family-reach-interpreter")).Hinted(p.say("family-reach-interpreter-hint"))
	var prints []look.Option
	for _, print := range letters.Prints() {
		prints = append(prints, look.Option{Value: string(print), Label: p.say("family-format-" + strings.ReplaceAll(string(print), "_", "-") + "-title")})
	}
	prints = append(prints, look.Option{Value: "audio", Label: p.say("family-format-audio-title")})
	page.Format = f.Radios("format", p.say("family-reach-format"), prints...)
	page.CallFirst = f.YesNo("call_first", p.say("family-reach-call"))
	page.Times = f.Text("times", p.say("family-reach-times")).Hinted(p.say("family-reach-times-hint"))
	page.Voicemail = f.YesNo("voicemail", p.say("family-reach-voicemail"))
	page.Notices = f.YesNo("notices", p.say("family-reach-notices")).Hinted(p.say("family-reach-notices-hint"))
	access, err := p.register.FamilyAccess(v.Context(), v.Case.Ref, v.Who.Family.Addressee)
	if err != nil {
		return err
	}
	page.Contact = partly(access.Channel, access.Contact)
	return v.showFamily("family-reach", page)
}

// wishesShown puts what is recorded into the form.
func (v *Visit) wishesShown(me casework.Addressee) {
	yes := func(is bool) string {
		if is {
			return "yes"
		}
		return "no"
	}
	format := me.Format
	if format == "" {
		format = string(letters.Standard)
	}
	for field, value := range map[string]string{"language": me.Language, "interpreter": yes(me.Interpreter), "format": format, "call_first": yes(me.CallFirst),
		"times": me.CallTimes, "voicemail": me.Voicemail, "notices": yes(me.Notices)} {
		v.Form.Set(field, value)
	}
}

// familyReach records the wishes.
func (p *Portal) familyReach(v *Visit) error {
	f := v.Form
	format := f.Get("format")
	if format != "audio" && !slices.Contains(letters.Prints(), letters.Print(format)) {
		f.Wrong("format", p.say("family-reach-format-missing"))
		return p.familyReachForm(v)
	}
	err := v.Do(casework.WishAsFamily{Wishes: casework.Wishes{Language: f.Line("language"), Interpreter: f.Get("interpreter") == "yes", Format: format,
		CallFirst: f.Get("call_first") == "yes", CallTimes: f.Line("times"), Voicemail: f.Get("voicemail"), Notices: f.Get("notices") == "yes"}})
	if err != nil {
		if v.refusedOn(err, "language") {
			return p.familyReachForm(v)
		}
		return err
	}
	v.Tell(p.say("family-reach-saved"))
	return v.Go(familyPath(v.Case.Ref))
}

// partly shows enough of a contact to know it by, and not the whole.
func partly(channel, contact string) string {
	if channel == "email" {
		name, domain, _ := strings.Cut(contact, "@")
		return first(name) + "…@" + domain
	}
	signs := []rune(contact)
	return "… " + string(signs[max(0, len(signs)-3):])
}

func first(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}
