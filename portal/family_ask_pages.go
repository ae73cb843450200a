package portal

import (
	"strings"

	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// askPage is a page with one question, of one field or of a few that belong together.
type askPage struct {
	ID    string
	Title string
	Lead  string
	Ask   []ask
}

// ask is one field of a question.
type ask struct {
	Field, Label, Hint string
	Kind               string // "field", "textarea", "radios", "select", "yes-no" or "date"
	Type, Fill, Width  string // of a field of one line
	Options            []look.Option
}

// askControl is a field as the page shows it: Kind is the name of its template.
type askControl struct {
	Kind string
	Of   any
}

// askPages are the questions in their order, by who asks. A young person is asked about themselves; somebody who is
// neither parent nor young person is not asked for the family’s address or language.
func (v *Visit) askPages(a asking) []askPage {
	pages := []askPage{v.askWho()}
	switch a["who"] {
	case "young_person":
		pages = append(pages, v.askChild(v.say("ask-child-you")), v.askReach(), v.askAddress(), v.askBorn(v.say("ask-born-you")),
			v.askSchool(v.say("ask-school-you")), v.askReason(a), v.askSpeak(), v.askSafe())
	case "other":
		pages = append(pages, v.askName(), askPage{ID: "role", Title: v.say("ask-role"), Ask: []ask{{Field: "role", Label: v.say("ask-role"), Hint: v.say("ask-role-hint")}}},
			v.askReach(), v.askChild(v.say("ask-child")), v.askBorn(v.say("ask-born")), v.askSchool(v.say("ask-school")), v.askReason(a))
	default:
		pages = append(pages, v.askName(), v.askReach(), v.askAddress(), v.askChild(v.say("ask-child")), v.askBorn(v.say("ask-born")),
			v.askSchool(v.say("ask-school")), v.askReason(a), v.askSpeak(), v.askSafe())
	}
	return pages
}

func (v *Visit) askWho() askPage {
	return askPage{ID: "who", Title: v.say("ask-who"), Ask: []ask{{Field: "who", Label: v.say("ask-who"), Kind: "radios", Options: []look.Option{
		{Value: "parent", Label: v.say("ask-who-parent")}, {Value: "young_person", Label: v.say("ask-who-young")},
		{Value: "other", Label: v.say("ask-who-other"), Hint: v.say("ask-who-other-hint")}}}}}
}

func (v *Visit) askName() askPage {
	return askPage{ID: "name", Title: v.say("ask-name"), Ask: []ask{{Field: "name", Label: v.say("ask-name"), Hint: v.say("ask-name-hint"), Fill: "name", Width: "medium"}}}
}

func (v *Visit) askReach() askPage {
	return askPage{ID: "reach", Title: v.say("ask-reach"), Lead: v.say("ask-reach-lead"), Ask: []ask{
		{Field: "phone", Label: v.say("ask-phone"), Type: "tel", Fill: "tel", Width: "medium"},
		{Field: "email", Label: v.say("email"), Type: "email", Fill: "email", Width: "medium"}}}
}

func (v *Visit) askAddress() askPage {
	return askPage{ID: "address", Title: v.say("ask-address"), Lead: v.say("ask-address-lead"), Ask: []ask{
		{Field: "address", Label: v.say("ask-address-lines"), Hint: v.say("ask-address-hint"), Fill: "street-address"},
		{Field: "postcode", Label: v.say("ask-postcode"), Fill: "postal-code", Width: "short"}}}
}

func (v *Visit) askChild(title string) askPage {
	return askPage{ID: "child", Title: title, Ask: []ask{
		{Field: "forenames", Label: v.say("ask-forenames"), Width: "medium"}, {Field: "surname", Label: v.say("ask-surname"), Width: "medium"}}}
}

func (v *Visit) askBorn(title string) askPage {
	return askPage{ID: "born", Title: title, Ask: []ask{{Field: "born", Label: title, Hint: v.say("ask-born-hint"), Kind: "date"}}}
}

func (v *Visit) askSchool(title string) askPage {
	return askPage{ID: "school", Title: title, Ask: []ask{{Field: "school", Label: title, Hint: v.say("ask-school-hint")}}}
}

func (v *Visit) askReason(a asking) askPage {
	page := askPage{ID: "reason", Title: v.say("ask-reason"), Ask: []ask{{Field: "reason", Label: v.say("ask-reason"), Hint: v.say("ask-reason-hint"), Kind: "textarea"}}}
	if v.Translated() || a["reason_language"] != "" {
		page.Ask = append(page.Ask, ask{Field: "reason_language", Label: v.say("family-written-in"), Hint: v.say("family-written-in-hint"), Kind: "select", Options: v.languageOptions()})
	}
	return page
}

// beginAnswer fills in what goes without saying on a page in another language, until it is answered: the language to
// speak, and the one in which somebody writes.
func (v *Visit) beginAnswer(page askPage) {
	t, _ := v.tongue(v.voice.Tag)
	for _, a := range page.Ask {
		own := map[string]string{"language": t.OwnName, "reason_language": t.Name}[a.Field]
		if own != "" && v.Form.Get(a.Field) == "" {
			v.Form.Set(a.Field, own)
		}
	}
}

func (v *Visit) askSpeak() askPage {
	return askPage{ID: "speak", Title: v.say("ask-speak"), Ask: []ask{{Field: "language", Label: v.say("ask-language"), Width: "medium"},
		{Field: "interpreter", Label: v.say("ask-interpreter"), Kind: "yes-no"}, {Field: "call", Label: v.say("family-reach-call"), Kind: "yes-no"}}}
}

func (v *Visit) askSafe() askPage {
	return askPage{ID: "safe", Title: v.say("ask-safe"), Ask: []ask{{Field: "safe", Label: v.say("ask-safe"), Hint: v.say("ask-safe-hint")}}}
}

// fields are the names under which the page’s answers are posted and kept.
func (page askPage) fields() []string {
	var names []string
	for _, a := range page.Ask {
		if a.Kind == "date" {
			names = append(names, a.Field+"-day", a.Field+"-month", a.Field+"-year")
			continue
		}
		names = append(names, a.Field)
	}
	return names
}

// good reports whether a day that was typed is one. Nothing else is judged here: it is taken as it was written.
func (page askPage) good(v *Visit) bool {
	for _, a := range page.Ask {
		if a.Kind == "date" {
			v.Form.Day(a.Field) // says at the field what is wrong
		}
	}
	return v.Form.OK()
}

// control makes the field; alone on its page, its label is the page’s heading.
func (v *Visit) control(a ask, f look.Form, alone bool) askControl {
	switch a.Kind {
	case "radios", "yes-no":
		c := v.yesNo(f, a.Field, a.Label)
		if a.Kind == "radios" {
			c = f.Radios(a.Field, a.Label, a.Options...)
		}
		c.Hint, c.Heading = a.Hint, alone
		return askControl{"radios", c}
	case "date":
		c := f.Date(a.Field, a.Label)
		c.Hint, c.Heading = a.Hint, alone
		return askControl{"date", c}
	case "select":
		c := f.Select(a.Field, a.Label, "", a.Options...).Hinted(a.Hint)
		return askControl{"select", c}
	case "textarea":
		c := f.Textarea(a.Field, a.Label).AtMost(4000).Lined(10)
		c.Hint, c.Heading = a.Hint, alone
		return askControl{"textarea", c}
	}
	c := f.Text(a.Field, a.Label).Sized(a.Width)
	c.Autocomplete, c.Hint, c.Heading = a.Fill, a.Hint, alone
	if a.Type != "" {
		c.Type = a.Type
	}
	return askControl{"field", c}
}

// said is the answer to a field in words; empty where there is none.
func (v *Visit) said(a ask, answers asking) string {
	switch a.Kind {
	case "radios", "select", "yes-no":
		options := append([]look.Option{{Value: "yes", Label: v.say("yes")}, {Value: "no", Label: v.say("no")}}, a.Options...)
		for _, o := range options {
			if o.Value == answers[a.Field] {
				return o.Label
			}
		}
		return ""
	case "date":
		return v.dayOf(answers, a.Field)
	}
	return strings.TrimSpace(answers[a.Field])
}

// dayOf is a day in the words of the page, and one that is none as it was typed.
func (v *Visit) dayOf(a asking, field string) string {
	f := &form.Form{Values: a.values()}
	if on, ok := f.RealDay(field); ok {
		return v.long(on)
	}
	return a.typedDay(field)
}

func (a asking) typedDay(field string) string {
	return strings.Join(strings.Fields(a[field+"-day"]+" "+a[field+"-month"]+" "+a[field+"-year"]), " ")
}
