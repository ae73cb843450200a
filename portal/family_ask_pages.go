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
	Kind               string // "field", "textarea", "radios", "yes-no" or "date"
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
func (p *Portal) askPages(a asking) []askPage {
	pages := []askPage{p.askWho()}
	switch a["who"] {
	case "young_person":
		pages = append(pages, p.askChild(p.say("ask-child-you")), p.askReach(), p.askAddress(), p.askBorn(p.say("ask-born-you")),
			p.askSchool(p.say("ask-school-you")), p.askReason(), p.askSpeak(), p.askSafe())
	case "other":
		pages = append(pages, p.askName(), askPage{ID: "role", Title: p.say("ask-role"), Ask: []ask{{Field: "role", Label: p.say("ask-role"), Hint: p.say("ask-role-hint")}}},
			p.askReach(), p.askChild(p.say("ask-child")), p.askBorn(p.say("ask-born")), p.askSchool(p.say("ask-school")), p.askReason())
	default:
		pages = append(pages, p.askName(), p.askReach(), p.askAddress(), p.askChild(p.say("ask-child")), p.askBorn(p.say("ask-born")),
			p.askSchool(p.say("ask-school")), p.askReason(), p.askSpeak(), p.askSafe())
	}
	return pages
}

func (p *Portal) askWho() askPage {
	return askPage{ID: "who", Title: p.say("ask-who"), Ask: []ask{{Field: "who", Label: p.say("ask-who"), Kind: "radios", Options: []look.Option{
		{Value: "parent", Label: p.say("ask-who-parent")}, {Value: "young_person", Label: p.say("ask-who-young")},
		{Value: "other", Label: p.say("ask-who-other"), Hint: p.say("ask-who-other-hint")}}}}}
}

func (p *Portal) askName() askPage {
	return askPage{ID: "name", Title: p.say("ask-name"), Ask: []ask{{Field: "name", Label: p.say("ask-name"), Hint: p.say("ask-name-hint"), Fill: "name", Width: "medium"}}}
}

func (p *Portal) askReach() askPage {
	return askPage{ID: "reach", Title: p.say("ask-reach"), Lead: p.say("ask-reach-lead"), Ask: []ask{
		{Field: "phone", Label: p.say("ask-phone"), Type: "tel", Fill: "tel", Width: "medium"},
		{Field: "email", Label: p.say("email"), Type: "email", Fill: "email", Width: "medium"}}}
}

func (p *Portal) askAddress() askPage {
	return askPage{ID: "address", Title: p.say("ask-address"), Lead: p.say("ask-address-lead"), Ask: []ask{
		{Field: "address", Label: p.say("ask-address-lines"), Hint: p.say("ask-address-hint"), Fill: "street-address"},
		{Field: "postcode", Label: p.say("ask-postcode"), Fill: "postal-code", Width: "short"}}}
}

func (p *Portal) askChild(title string) askPage {
	return askPage{ID: "child", Title: title, Ask: []ask{
		{Field: "forenames", Label: p.say("ask-forenames"), Width: "medium"}, {Field: "surname", Label: p.say("ask-surname"), Width: "medium"}}}
}

func (p *Portal) askBorn(title string) askPage {
	return askPage{ID: "born", Title: title, Ask: []ask{{Field: "born", Label: title, Hint: p.say("ask-born-hint"), Kind: "date"}}}
}

func (p *Portal) askSchool(title string) askPage {
	return askPage{ID: "school", Title: title, Ask: []ask{{Field: "school", Label: title, Hint: p.say("ask-school-hint")}}}
}

func (p *Portal) askReason() askPage {
	return askPage{ID: "reason", Title: p.say("ask-reason"), Ask: []ask{{Field: "reason", Label: p.say("ask-reason"), Hint: p.say("ask-reason-hint"), Kind: "textarea"}}}
}

func (p *Portal) askSpeak() askPage {
	return askPage{ID: "speak", Title: p.say("ask-speak"), Ask: []ask{{Field: "language", Label: p.say("ask-language"), Width: "medium"},
		{Field: "interpreter", Label: p.say("ask-interpreter"), Kind: "yes-no"}, {Field: "call", Label: p.say("family-reach-call"), Kind: "yes-no"}}}
}

func (p *Portal) askSafe() askPage {
	return askPage{ID: "safe", Title: p.say("ask-safe"), Ask: []ask{{Field: "safe", Label: p.say("ask-safe"), Hint: p.say("ask-safe-hint")}}}
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
			v.Form.Day(a.Field)
		}
	}
	return v.Form.OK()
}

// control makes the field; alone on its page, its label is the page’s heading.
func (a ask) control(f look.Form, alone bool) askControl {
	switch a.Kind {
	case "radios", "yes-no":
		c := f.YesNo(a.Field, a.Label)
		if a.Kind == "radios" {
			c = f.Radios(a.Field, a.Label, a.Options...)
		}
		c.Hint, c.Heading = a.Hint, alone
		return askControl{"radios", c}
	case "date":
		c := f.Date(a.Field, a.Label)
		c.Hint, c.Heading = a.Hint, alone
		return askControl{"date", c}
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
func (a ask) said(answers asking) string {
	switch a.Kind {
	case "radios", "yes-no":
		options := append([]look.Option{{Value: "yes", Label: "Yes"}, {Value: "no", Label: "No"}}, a.Options...)
		for _, o := range options {
			if o.Value == answers[a.Field] {
				return o.Label
			}
		}
		return ""
	case "date":
		return answers.day(a.Field)
	}
	return strings.TrimSpace(answers[a.Field])
}

// day is a day in words, and one that is none as it was typed.
func (a asking) day(field string) string {
	f := &form.Form{Values: a.values()}
	if on, ok := f.Day(field); ok {
		return on.Long()
	}
	return strings.Join(strings.Fields(a[field+"-day"]+" "+a[field+"-month"]+" "+a[field+"-year"]), " ")
}
