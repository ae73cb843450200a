package asked

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"slices"
	"strings"

	markup "golang.org/x/net/html"
)

// What a form begins and ends with.
const (
	opens  = "<form "
	closes = "</form>"
)

// Into is a page with its questions in each form that is posted. Only forms are read.
func Into(page []byte) []byte {
	var out bytes.Buffer
	for {
		begin := bytes.Index(page, []byte(opens))
		if begin < 0 {
			break
		}
		length := bytes.Index(page[begin:], []byte(closes))
		if length < 0 {
			break
		}
		out.Write(page[:begin+length])
		out.WriteString(fieldOf(page[begin : begin+length]))
		out.WriteString(closes)
		page = page[begin+length+len(closes):]
	}
	out.Write(page)
	return out.Bytes()
}

// fieldOf is the hidden field of a form, or nothing where it is not posted or asks nothing.
func fieldOf(form []byte) string {
	z := markup.NewTokenizer(bytes.NewReader(form))
	if z.Next() != markup.StartTagToken || attr(z.Token(), "method") != "post" {
		return ""
	}
	r := reader{labels: map[string]string{}}
	for kind := z.Next(); kind != markup.ErrorToken; kind = z.Next() {
		r.take(z.Token())
	}
	return r.field()
}

// control is something that can be filled in.
type control struct {
	name, kind, id, value, spoken string
	legends                       []string
	repeat                        bool // its innermost group is an entry of a list
	options                       [][2]string
}

// group is a fieldset: a question of several controls, or an entry of a list.
type group struct {
	legend string
	repeat bool
}

// reader reads one form.
type reader struct {
	controls []control
	labels   map[string]string // by the control’s id
	groups   []group
	into     func(string) // where the text of a label, legend or option goes when it ends
	until    string
	text     strings.Builder
}

func attr(t markup.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func (r *reader) take(t markup.Token) {
	switch t.Type {
	case markup.TextToken:
		if r.into != nil {
			r.text.WriteString(t.Data)
		}
	case markup.StartTagToken, markup.SelfClosingTagToken:
		r.begin(t)
	case markup.EndTagToken:
		r.end(t.Data)
	}
}

func (r *reader) begin(t markup.Token) {
	switch t.Data {
	case "fieldset":
		r.groups = append(r.groups, group{repeat: slices.Contains(strings.Fields(attr(t, "class")), "repeat")})
	case "legend":
		if at := len(r.groups) - 1; at >= 0 {
			r.hear("legend", func(text string) { r.groups[at].legend = text })
		}
	case "label":
		id := attr(t, "for")
		r.hear("label", func(text string) { r.labels[id] = text })
	case "option":
		if at, value := len(r.controls)-1, attr(t, "value"); at >= 0 && value != "" {
			r.hear("option", func(text string) { r.option(at, value, text) })
		}
	case "input", "textarea", "select":
		r.control(t)
	}
}

func (r *reader) control(t markup.Token) {
	kind := t.Data
	if kind == "input" {
		kind = attr(t, "type")
	}
	switch kind {
	case "hidden", "submit", "button", "file", "password":
		return
	}
	c := control{name: attr(t, "name"), kind: kind, id: attr(t, "id"), value: attr(t, "value"), spoken: attr(t, "aria-label")}
	for _, g := range r.groups {
		c.legends = append(c.legends, g.legend)
		c.repeat = g.repeat
	}
	r.controls = append(r.controls, c)
}

// hear begins to collect the text of an element.
func (r *reader) hear(until string, into func(string)) {
	r.into, r.until = into, until
	r.text.Reset()
}

func (r *reader) end(tag string) {
	if r.into != nil && tag == r.until {
		r.into(strings.Join(strings.Fields(r.text.String()), " "))
		r.into = nil
	}
	if tag == "fieldset" && len(r.groups) > 0 {
		r.groups = r.groups[:len(r.groups)-1]
	}
}

func (r *reader) option(at int, value, text string) {
	if c := &r.controls[at]; len(c.options) < mostOptions && value != text {
		c.options = append(c.options, [2]string{value, text})
	}
}

// field is the hidden field with what the form asks.
func (r *reader) field() string {
	var questions Questions
	at := map[string]int{}
	for _, c := range r.controls {
		q := c.question(r.labels[c.id])
		i, before := at[q.Name]
		if !before {
			i, at[q.Name] = len(questions), len(questions)
			questions = append(questions, q)
			continue
		}
		questions[i].Options = append(questions[i].Options, q.Options...)
	}
	if len(questions) == 0 {
		return ""
	}
	data, err := json.Marshal(questions)
	if err != nil || len(data) > mostBytes {
		return ""
	}
	return fmt.Sprintf(`<input type="hidden" name="%s" value="%s">`, Field, html.EscapeString(string(data)))
}

// question is how the page asks for a control: by its label, or by the legend of its group, after those of the groups
// around.
func (c control) question(label string) Question {
	if label == "" {
		label = c.spoken
	}
	q := Question{Name: c.name, Ask: label, Options: c.options}
	before := c.legends
	if own := len(c.legends) - 1; own >= 0 && !c.repeat && c.legends[own] != "" {
		base, date := datePart(c.name)
		switch {
		case c.kind == "radio" || c.kind == "checkbox":
			q.Ask, before = c.legends[own], c.legends[:own]
			q.Options = [][2]string{{c.value, label}}
		case date:
			q.Name, q.Ask, q.Date, before = base, c.legends[own], true, c.legends[:own]
		}
	}
	before = slices.DeleteFunc(slices.Clone(before), func(s string) bool { return s == "" })
	if text := []rune(strings.Join(append(before, q.Ask), ": ")); len(text) > mostText {
		q.Ask = string(text[:mostText]) + "…"
	} else {
		q.Ask = string(text)
	}
	return q
}

func datePart(name string) (string, bool) {
	for _, part := range []string{"-day", "-month", "-year"} {
		if base, ok := strings.CutSuffix(name, part); ok {
			return base, true
		}
	}
	return name, false
}
