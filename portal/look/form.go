package look

import (
	"net/url"
	"slices"
	"strings"
)

// Fault is one thing to mend in a form.
type Fault struct {
	Field string // the name of the field; empty when it is about the whole form
	Text  string // what is wrong and how to mend it: “Enter the date of birth, for example 27 3 2018”
}

// Errors are the faults of a form in the order of its fields.
type Errors []Fault

// Add notes a fault.
func (e *Errors) Add(field, text string) { *e = append(*e, Fault{field, text}) }

// Of gives the first fault of a field, empty when there is none.
func (e Errors) Of(field string) string {
	i := slices.IndexFunc(e, func(f Fault) bool { return f.Field == field })
	if i < 0 {
		return ""
	}
	return e[i].Text
}

// Href leads from the error summary to the field.
func (f Fault) Href() string {
	if f.Field == "" {
		return "#main"
	}
	return "#" + ID(f.Field)
}

// ID is the id of the control of a field: for a group of choices and for a date, of the first control in it.
func ID(field string) string {
	return "f-" + strings.Map(func(r rune) rune {
		if r == '.' || r == '[' || r == ']' || r == ' ' {
			return '-'
		}
		return r
	}, field)
}

// Form makes the fields of one form, with what was typed and what is wrong put back into each.
//
//	f := look.NewForm(r.PostForm, errs)
//	page.Name = f.Text("name", "What is the child’s name?").Hinted("As the school writes it")
type Form struct {
	values url.Values
	errors Errors
	entry  string
	number int
}

// NewForm gives a form with these values, as typed or as last saved, and these faults.
func NewForm(values url.Values, errors Errors) Form { return Form{values: values, errors: errors} }

// InEntry makes the form’s fields say in which entry of a list they stand, for whoever does not see its heading: “Subject,
// result 2”.
func (f Form) InEntry(entry string, number int) Form { f.entry, f.number = entry, number; return f }

// Value is what stands in a field.
func (f Form) Value(name string) string { return f.values.Get(name) }

func (f Form) base(name, label string) base {
	return base{Name: name, ID: ID(name), Label: label, Error: f.errors.Of(name), Entry: f.entry, Number: f.number}
}

// base is what all fields have.
type base struct {
	Name, ID, Label string
	Hint            string
	Error           string
	Heading         bool   // the label is the page’s heading: pages of one question
	Entry           string // of a list, with its Number: said after the label, not shown
	Number          int
	Autosave        string // where the script saves what is typed
	Check           string // where the script asks what it thinks of what is typed
}

// DescribedBy lists the ids of what describes the control.
func (b base) DescribedBy() string {
	var ids []string
	if b.Hint != "" {
		ids = append(ids, b.ID+"-hint")
	}
	if b.Error != "" {
		ids = append(ids, b.ID+"-error")
	}
	return strings.Join(ids, " ")
}
