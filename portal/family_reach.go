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
	if v.R.Method == "GET" && !v.restoreTyped() {
		v.wishesShown(me)
	}
	v.Typed = true
	f := v.fields()
	page := familyReach{Careful: v.Guarded()}
	page.Language = f.Text("language", v.say("family-reach-language")).Hinted(v.say("family-reach-language-hint")).Sized("medium")
	page.Interpreter = v.yesNo(f, "interpreter", v.say("family-reach-interpreter")).Hinted(v.say("family-reach-interpreter-hint"))
	var prints []look.Option
	for _, print := range letters.Prints() {
		prints = append(prints, look.Option{Value: string(print), Label: v.say("family-format-" + strings.ReplaceAll(string(print), "_", "-") + "-title")})
	}
	prints = append(prints, look.Option{Value: "audio", Label: v.say("family-format-audio-title")})
	page.Format = f.Radios("format", v.say("family-reach-format"), prints...)
	page.CallFirst = v.yesNo(f, "call_first", v.say("family-reach-call"))
	page.Times = f.Text("times", v.say("family-reach-times")).Hinted(v.say("family-reach-times-hint"))
	page.Voicemail = v.yesNo(f, "voicemail", v.say("family-reach-voicemail"))
	page.Notices = v.yesNo(f, "notices", v.say("family-reach-notices")).Hinted(v.say("family-reach-notices-hint"))
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
		f.Wrong("format", v.say("family-reach-format-missing"))
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
	v.keepLanguage(f.Line("language"))
	v.Tell(v.say("family-reach-saved"))
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
