package draft

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// NotGiven says that nothing stands in a field, which is never wrong in a draft.
const NotGiven = "Not given yet."

// missing is how a mend of [casework] says the same of a request that was sent.
const missing = "is missing."

// Mend is something to put right, at the question that it is about.
type Mend struct {
	Section Section
	Field   string // empty where it is about a whole section
	Ask     string // the question, in its words
	What    string // “is missing.”
	How     string
}

// Mends are the things to put right in a request, each at its question, in the order of the pages. What the council fills
// in by itself is none of the school's.
func (f Form) Mends(m Made) []Mend {
	var list []Mend
	for _, mend := range m.Mends {
		field := m.field(mend.Path)
		section, ok := f.Where(field)
		if !ok || strings.HasPrefix(mend.Path, "unplaced") {
			if strings.HasPrefix(mend.Path, "requester") {
				section, _ = f.Section("school")
			} else {
				continue
			}
		}
		ask := section.Title
		if q, known := f.Question(field); known {
			ask = q.Ask
		} else if q, known := f.Question(field + "-day"); known {
			ask = q.Ask
		}
		what := mend.What
		if what == missing {
			what = NotGiven
		}
		list = append(list, Mend{Section: section, Field: field, Ask: section.entry(field) + ask, What: what, How: f.plain(mend.How)})
	}
	return list
}

// entry names the entry of a list in which a field stands, as “Result 1: ”.
func (s Section) entry(field string) string {
	rest := strings.TrimPrefix(field, s.At)
	name := ""
	if s.At != "" {
		_, number, _ := strings.Cut(s.ID, "-")
		name = numbered(s.Title, number)
	}
	for _, p := range s.Parts {
		if inner, ok := strings.CutPrefix(rest, p.List+"."); ok && p.List != "" {
			number, _, _ := strings.Cut(inner, ".")
			name += numbered(p.One, number)
		}
	}
	return name
}

func numbered(name, number string) string {
	at, err := strconv.Atoi(number)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %d: ", name, at+1)
}

var inBrackets = regexp.MustCompile(`\[(\d+)\]`)

// field is the name of the field that a path in the request stands for.
func (m Made) field(path string) string {
	for cut := len(path); cut > 0; cut = strings.LastIndex(path[:cut], "]") {
		if cut < len(path) {
			cut++
		}
		if from, ok := m.places[path[:cut]]; ok {
			return inBrackets.ReplaceAllString(from+path[cut:], ".$1")
		}
		if cut < len(path) {
			cut--
		}
	}
	return inBrackets.ReplaceAllString(path, ".$1")
}

// plain puts into a SENCO's words what speaks of the fields of the JSON.
func (f Form) plain(how string) string {
	for _, p := range f.Plain {
		how = strings.ReplaceAll(how, p[0], p[1])
	}
	return how
}
