// Package asked lets a posted form carry its own questions, so that whoever has to show what was typed, another process
// after the session has ended even, says it under the question and in the words that the person saw.
//
// [Into] writes a hidden field into each form of a page; [Read] takes it up again. Its content comes back from a browser:
// it is shown to whoever sent it and is trusted for nothing else.
package asked

import (
	"encoding/json"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Field is the name of the hidden field: no question has it.
const Field = "questions-asked"

// The most that is taken from a browser.
const (
	mostBytes   = 128 << 10
	mostOptions = 40
	mostText    = 300 // characters of a question
)

// Question is one field of a form as the page asked it.
type Question struct {
	Name    string      `json:"n"`
	Ask     string      `json:"q"`
	Date    bool        `json:"d,omitempty"` // three fields: the name with -day, -month and -year
	Options [][2]string `json:"o,omitempty"` // a choice's value and its words
}

// Said is an answer under its question.
type Said struct{ Ask, Text string }

// Questions are those of a form, in the order of the page.
type Questions []Question

// Read takes up what a form carried. What is no such thing gives none.
func Read(text string) Questions {
	var q Questions
	if len(text) > mostBytes || json.Unmarshal([]byte(text), &q) != nil {
		return nil
	}
	return q
}

// Of lists what was typed, each under its question. What the page held unseen is not among it; where there are no
// questions at all, everything is listed under the field's name in words.
func (q Questions) Of(values url.Values) []Said {
	rest := map[string]bool{}
	for name := range values {
		rest[name] = true
	}
	var said []Said
	add := func(one Question, base string, ask string) {
		names := []string{base}
		if one.Date {
			names = []string{base + "-day", base + "-month", base + "-year"}
		}
		if text := one.answer(values, names); text != "" {
			said = append(said, Said{ask, text})
		}
		for _, name := range names {
			delete(rest, name)
		}
	}
	for _, one := range q {
		add(one, one.Name, one.Ask)
	}
	for _, name := range slices.Sorted(keysOf(rest)) {
		switch one, base, number, known := q.like(name); {
		case !rest[name]:
		case known:
			add(one, base, numbered(one.Ask, number))
		case len(q) == 0:
			add(Question{}, name, inWords(name))
		}
	}
	return said
}

// answer is what stands in the fields of a question, choices in their words.
func (one Question) answer(values url.Values, names []string) string {
	var texts []string
	for _, name := range names {
		for _, value := range values[name] {
			for _, o := range one.Options {
				if o[0] == value {
					value = o[1]
				}
			}
			if strings.TrimSpace(value) != "" {
				texts = append(texts, value)
			}
		}
	}
	between := "\n"
	if one.Date {
		between = " "
	}
	return strings.Join(texts, between)
}

var digits = regexp.MustCompile(`\d+`)

// like finds the question of an entry that a script added after the page was made: the same field of another number.
func (q Questions) like(name string) (one Question, base string, number int, known bool) {
	for _, part := range []string{"", "-day", "-month", "-year"} {
		base, ends := strings.CutSuffix(name, part)
		n, err := strconv.Atoi(digits.FindString(base))
		if !ends || err != nil {
			continue
		}
		for _, one := range q {
			if one.Date == (part != "") && digits.ReplaceAllString(one.Name, "#") == digits.ReplaceAllString(base, "#") {
				return one, base, n, true
			}
		}
	}
	return Question{}, "", 0, false
}

// numbered is a question with the number of its entry, from 0, said as people count.
func numbered(ask string, number int) string {
	at := digits.FindStringIndex(ask)
	if at == nil {
		return ask
	}
	return ask[:at[0]] + strconv.Itoa(number+1) + ask[at[1]:]
}

// inWords is a field's name as words.
func inWords(name string) string {
	if i := strings.LastIndex(name, "."); i >= 0 && i+1 < len(name) {
		name = name[i+1:]
	}
	name = strings.TrimSpace(strings.NewReplacer("_", " ", "-", " ").Replace(name))
	if name == "" {
		return name
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

func keysOf(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
