package portal

import (
	"cmp"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// actSheet is the form of one command: its fields, and how they become the command.
type actSheet struct {
	kind   casework.ActKind
	fields func(*sheetForm)
	act    func(*Visit) (casework.Act, error)
	fill   func(*Visit) // puts what is known into the empty form
	places []form.Place
	weigh  bool                             // shows what follows before it is recorded
	grave  bool                             // and it cannot be undone
	files  bool                             // takes a file
	then   string                           // the tab to go to after it
	after  func(*Visit, casework.Act) error // what is still to be done when it has been recorded
}

// sheetPart is one field of the form: which part of the look shows it, and the field.
type sheetPart struct {
	Part string
	Of   any
}

// sheetForm puts a form together. The words of a field are those of its command, act-consult-asked, or else what all forms
// say of such a field, field-address; a choice has words behind them, act-consult-how-call, or is a party to the case.
type sheetForm struct {
	p       *Portal
	v       *Visit
	f       look.Form
	kind    casework.ActKind
	parts   []sheetPart
	notices []look.Notice
}

// known is the text of a field, of its hint or of a choice, or nothing.
func (s *sheetForm) known(parts ...string) string {
	name := strings.Join(parts, "-")
	return cmp.Or(s.p.words["act-"+string(s.kind)+"-"+name], s.p.words["field-"+name], s.p.words["party-"+parts[len(parts)-1]])
}

// text is the text of what must have one. The key stands in for a text that is missing, and the tests find it.
func (s *sheetForm) text(parts ...string) string {
	return cmp.Or(s.known(parts...), "act-"+string(s.kind)+"-"+strings.Join(parts, "-"))
}

// hint is the field's hint, or nothing.
func (s *sheetForm) hint(name string) string { return s.known(name, "hint") }

func (s *sheetForm) add(part string, of any) { s.parts = append(s.parts, sheetPart{part, of}) }

func (s *sheetForm) line(name, width string) {
	s.add("field", s.f.Text(name, s.text(name)).Hinted(s.hint(name)).Sized(width))
}

func (s *sheetForm) area(name string) {
	s.add("textarea", s.f.Textarea(name, s.text(name)).Hinted(s.hint(name)))
}

// told is an area for what is printed in a letter: how plain it is, is said while it is written.
func (s *sheetForm) told(name string) {
	s.add("textarea", s.f.Textarea(name, s.text(name)).Hinted(s.hint(name)).Checked(s.v.at("plain")))
}

func (s *sheetForm) date(name string) {
	hint := s.hint(name)
	if hint == "" {
		hint = s.p.say("date-hint", "day", "7 12 2026")
	}
	s.add("date-input", s.f.Date(name, s.text(name)).Hinted(hint))
}

func (s *sheetForm) yesNo(name string) {
	s.add("radios", s.f.YesNo(name, s.text(name)).Hinted(s.hint(name)))
}

// choose is a choice of one of the values, each with words of its own.
func (s *sheetForm) choose(name string, values ...string) {
	var options []look.Option
	for _, value := range values {
		options = append(options, look.Option{Value: value, Label: s.text(name, value), Hint: s.known(name, value, "hint")})
	}
	s.radios(name, options)
}

func (s *sheetForm) radios(name string, options []look.Option) {
	s.add("radios", s.f.Radios(name, s.text(name), options...).Hinted(s.hint(name)))
}

func (s *sheetForm) checks(name string, options []look.Option) {
	s.add("checkboxes", s.f.Checkboxes(name, s.text(name), options...).Hinted(s.hint(name)))
}

func (s *sheetForm) pick(name string, options []look.Option) {
	s.add("select", s.f.Select(name, s.text(name), s.p.say("choose"), options...).Hinted(s.hint(name)))
}

// family are the people addressed, as choices.
func (s *sheetForm) family() []look.Option {
	var options []look.Option
	for _, a := range s.v.Case.Family {
		options = append(options, look.Option{Value: string(a.ID), Label: a.Name, Hint: dotted(a.Relationship, a.Phone)})
	}
	return options
}

// evidence is the index of evidence, as choices.
func (s *sheetForm) evidence() []look.Option {
	var options []look.Option
	for _, e := range s.v.Case.Evidence {
		options = append(options, look.Option{Value: string(e.ID), Label: string(e.ID) + ": " + e.Cited(), Hint: s.p.say("given-by-party", "party", s.p.say("party-"+e.From))})
	}
	return options
}

// yes reads a yes or no, and says where neither was chosen.
func (v *Visit) yes(name string) bool {
	answer := v.Form.Get(name)
	if answer != "yes" && answer != "no" {
		v.Form.Wrong(name, v.p.say("choose-yes-no"))
	}
	return answer == "yes"
}

// day reads a date that has to be there.
func (v *Visit) day(name string) statute.Day {
	on, given := v.Form.Day(name)
	if !given && len(v.Form.Of(name)) == 0 {
		v.Form.Wrong(name, v.p.say("date-missing"))
	}
	return on
}

// dayIfAny reads a date that may be left out.
func (v *Visit) dayIfAny(name string) statute.Day {
	on, _ := v.Form.Day(name)
	return on
}

// text is what was typed into a field of several lines.
func (v *Visit) text(name string) string { return strings.TrimSpace(v.Form.Get(name)) }

// idsOf reads chosen values as IDs.
func idsOf[S ~string](values []string) []S {
	var ids []S
	for _, value := range values {
		ids = append(ids, S(value))
	}
	return ids
}

// samePlaces ties the paths of a command into fields of the same name.
func samePlaces(names ...string) []form.Place {
	var places []form.Place
	for _, name := range names {
		places = append(places, form.Place{Path: name, Field: name})
	}
	return places
}
