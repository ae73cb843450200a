package draft

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

//go:embed form.json
var formFile []byte

// Form is what a school is asked.
type Form struct {
	Choices  map[string][]Choice `json:"choices"`
	Sections []Section           `json:"sections"`
	Cycle    Section             `json:"cycle"`    // one cycle of the Graduated Response
	Document Section             `json:"document"` // one document
	Plain    [][2]string         `json:"plain"`    // what a mend says of the JSON, and what it says of the page

	kinds map[string]Question // by path, with # for the number of an entry
}

// Choice is a value of a request with its words.
type Choice [2]string

// Value is what a request holds.
func (c Choice) Value() string { return c[0] }

// Words is what people read.
func (c Choice) Words() string { return c[1] }

// Section is one page of questions.
type Section struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Essential bool   `json:"essential"` // one of the six questions that matter
	Lead      string `json:"lead"`
	Parts     []Part `json:"parts"`
	At        string `json:"-"` // where its paths begin, as "cycles.0."
}

// Part is questions that belong together: in a row, behind “more”, or as a list of entries.
type Part struct {
	Questions []Question `json:"questions"`
	More      string     `json:"more"` // of a list: what is said over Rest
	Rest      []Question `json:"rest"` // of a list: questions of an entry that are asked of few
	List      string     `json:"list"` // the path of the list
	One       string     `json:"one"`
	Add       string     `json:"add"`
	Folded    bool       `json:"folded"` // no entry is shown until one is added
	Small     bool       `json:"small"`  // fields stand beside each other
	Table     string     `json:"table"`  // the caption where entries are the lines of a table
	Rows      int        `json:"rows"`   // how many lines a table has at least
}

// Question is one field.
type Question struct {
	Path  string `json:"path"` // in an entry of a list, within the entry
	Ask   string `json:"ask"`
	Hint  string `json:"hint"`
	Kind  string `json:"kind"` // "" a line; area, date, choice, select, several, lines
	Of    string `json:"of"`   // which choices
	Width string `json:"width"`
	Type  string `json:"type"` // of the input
	End   string `json:"end"`  // a unit behind it
	Most  int    `json:"most"` // characters
	Rows  int    `json:"rows"`
}

// Load reads the questions.
func Load() (Form, error) {
	var f Form
	if err := json.Unmarshal(formFile, &f); err != nil {
		return Form{}, fmt.Errorf("read the questions of a request: %w", err)
	}
	f.kinds = map[string]Question{}
	for _, s := range f.Sections {
		f.note(s, "")
	}
	f.note(f.Cycle, "cycles.#.")
	f.note(f.Document, "evidence.#.")
	return f, nil
}

func (f *Form) note(s Section, at string) {
	for _, p := range s.Parts {
		here := at
		if p.List != "" {
			here += p.List + ".#."
		}
		for _, q := range slices.Concat(p.Questions, p.Rest) {
			f.kinds[here+q.Path] = q
		}
	}
}

// Paths are the paths of all questions, with # for the number of an entry.
func (f Form) Paths() []string {
	var all []string
	for path := range f.kinds {
		all = append(all, path)
	}
	slices.Sort(all)
	return all
}

// Section finds a page by its ID: one of Sections, or "cycle-0", "document-2".
func (f Form) Section(id string) (Section, bool) {
	for _, s := range f.Sections {
		if s.ID == id {
			return s, true
		}
	}
	kind, number, _ := strings.Cut(id, "-")
	if !entryNumber.MatchString(number) {
		return Section{}, false
	}
	switch kind {
	case "cycle":
		return f.Cycle.at(id, "cycles."+number+"."), true
	case "document":
		return f.Document.at(id, "evidence."+number+"."), true
	}
	return Section{}, false
}

// MostEntries is how many entries of one list a page can hold; what a request may hold is casework's to say.
const MostEntries = 99

var entryNumber = regexp.MustCompile(`^(0|[1-9][0-9]?)$`)

func (s Section) at(id, prefix string) Section { s.ID, s.At = id, prefix; return s }

var numbers = regexp.MustCompile(`(^|\.)(0|[1-9][0-9]?)(\.|$)`)

// general is a field's path with # for each number of an entry.
func general(field string) string {
	for range 2 { // neighbours share a dot
		field = numbers.ReplaceAllString(field, "${1}#${3}")
	}
	return field
}

// Question is the question of a field; a part of a date belongs to its date.
func (f Form) Question(field string) (Question, bool) {
	q, ok := f.kinds[general(field)]
	if !ok {
		date, part := dateOf(field)
		if q, ok = f.kinds[general(date)]; !ok || part == "" || q.Kind != "date" {
			return Question{}, false
		}
	}
	return q, ok
}

// dateOf splits the name of a part of a date: "x-day" is the day of x.
func dateOf(field string) (date, part string) {
	for _, end := range []string{"-day", "-month", "-year"} {
		if strings.HasSuffix(field, end) {
			return strings.TrimSuffix(field, end), end[1:]
		}
	}
	return field, ""
}

// Holds reports whether a field belongs to the section.
func (f Form) Holds(s Section, field string) bool {
	if _, ok := f.Question(field); !ok || !strings.HasPrefix(field, s.At) {
		return false
	}
	date, _ := dateOf(field)
	rest := general(strings.TrimPrefix(date, s.At))
	for _, p := range s.Parts {
		at := ""
		if p.List != "" {
			at = p.List + ".#."
		}
		for _, q := range slices.Concat(p.Questions, p.Rest) {
			if rest == at+q.Path {
				return true
			}
		}
	}
	return false
}

// Where finds the section that asks for a field.
func (f Form) Where(field string) (Section, bool) {
	if rest, ok := strings.CutPrefix(field, "cycles."); ok {
		number, _, _ := strings.Cut(rest, ".")
		return f.Section("cycle-" + number)
	}
	if rest, ok := strings.CutPrefix(field, "evidence."); ok {
		number, _, _ := strings.Cut(rest, ".")
		return f.Section("document-" + number)
	}
	for _, s := range f.Sections {
		if f.Holds(s, field) || f.Holds(s, field+"-day") {
			return s, true
		}
		for _, p := range s.Parts {
			if p.List != "" && (field == p.List || strings.HasPrefix(field, p.List+".")) {
				return s, true
			}
		}
	}
	return Section{}, false
}
