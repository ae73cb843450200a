package look

import (
	"fmt"
	"slices"
)

// Option is one choice.
type Option struct {
	Value, Label string
	Hint         string
	Chosen       bool
	ID           string
	Or           bool // “or” stands before it, as before “None of these”
}

// Choices are options of which one (template "radios") or several (template "checkboxes") are chosen.
type Choices struct {
	base
	Options []Option
	Inline  bool // side by side: for yes and no
	Small   bool // in filters and tables
}

// Radios makes a choice of one.
func (f Form) Radios(name, label string, options ...Option) Choices {
	return f.choices(name, label, options)
}

// Checkboxes makes a choice of several.
func (f Form) Checkboxes(name, label string, options ...Option) Choices {
	return f.choices(name, label, options)
}

// YesNo makes a choice between yes and no.
func (f Form) YesNo(name, label string) Choices {
	c := f.choices(name, label, []Option{{Value: "yes", Label: "Yes"}, {Value: "no", Label: "No"}})
	c.Inline = true
	return c
}

func (f Form) choices(name, label string, options []Option) Choices {
	c := Choices{base: f.base(name, label), Options: slices.Clone(options)}
	for i := range c.Options {
		c.Options[i].ID = c.ID
		if i > 0 {
			c.Options[i].ID = fmt.Sprintf("%s-%d", c.ID, i+1)
		}
		c.Options[i].Chosen = c.Options[i].Chosen || slices.Contains(f.values[name], c.Options[i].Value)
	}
	return c
}

// Hinted gives the group a hint.
func (c Choices) Hinted(hint string) Choices { c.Hint = hint; return c }

// AsHeading makes the question the page’s h1.
func (c Choices) AsHeading() Choices { c.Heading = true; return c }

// AsSmall makes the choices small, for filters.
func (c Choices) AsSmall() Choices { c.Small = true; return c }

// Select is a choice of one from many: template "select". Prefer radios up to eight.
type Select struct {
	base
	Options []Option
	Empty   string // the first, empty option: “Choose a school”
}

// Select makes a choice from a list.
func (f Form) Select(name, label, empty string, options ...Option) Select {
	c := f.choices(name, label, options)
	return Select{base: c.base, Options: c.Options, Empty: empty}
}

// Hinted gives the list a hint.
func (s Select) Hinted(hint string) Select { s.Hint = hint; return s }
