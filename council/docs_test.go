package council

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestDocsAreCurrent makes docs/council.md and docs/council.schema.json from the types and their comments, and compares.
func TestDocsAreCurrent(t *testing.T) {
	d := description{words: commentsIn(t, ".", "../casework", "../statute")}
	d.visit(reflect.TypeFor[Council]())
	var schema bytes.Buffer
	raw, err := json.Marshal(d.schema())
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Indent(&schema, raw, "", "  "); err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string]string{"council.schema.json": schema.String() + "\n", "council.md": d.page()} {
		path := filepath.Join("..", "docs", name)
		if flag.Lookup("update").Value.String() == "true" {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(path); err != nil || string(want) != got {
			t.Errorf("docs/%s is not what the types say, or %v: run go test ./council -update", name, err)
		}
	}
}

// TestEveryFieldIsDescribed fails the build for a field about which the page would say nothing.
func TestEveryFieldIsDescribed(t *testing.T) {
	d := description{words: commentsIn(t, ".", "../casework", "../statute")}
	d.visit(reflect.TypeFor[Council]())
	plain := map[string]bool{}
	for _, name := range strings.Fields("name phone email web postcode address chair members clerk head years channels contacts people panels languages retention id place tell") {
		plain[name] = true
	}
	for _, o := range d.types {
		for _, f := range d.fields(o) {
			if f.says == "" && !plain[f.name] {
				t.Errorf("%s.%s has no comment", o.Name(), f.name)
			}
		}
	}
}

// description gathers what the page and the schema say.
type description struct {
	words map[string]string // the comment of a type or of a field: "Panel", "Panel.Quorum"
	types []reflect.Type    // every object, in the order in which the first names it
}

// visit lists an object and those in it.
func (d *description) visit(t reflect.Type) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if !isObject(t) {
		return
	}
	for _, known := range d.types {
		if known == t {
			return
		}
	}
	d.types = append(d.types, t)
	for _, f := range d.fields(t) {
		d.visit(f.of)
	}
}

// described is a field as the documents show it.
type described struct {
	field
	says  string
	rules []string // of its validate tag
}

// fields lists an object's fields, those of an embedded type among them.
func (d *description) fields(t reflect.Type) []described {
	var list []described
	for f := range t.Fields() {
		if f.Anonymous {
			list = append(list, d.fields(f.Type)...)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		rules := strings.FieldsFunc(f.Tag.Get("validate"), func(r rune) bool { return r == ',' })
		list = append(list, described{field{name, f.Type, options != ""}, d.words[t.Name()+"."+f.Name], rules})
	}
	return list
}

const preface = `# The council's settings

` + "`council.json`" + ` is one file with all that a council decides for itself. The register keeps every version of it that was
ever in force, with who put it there:

    starter settings check council.json                      says everything that is wrong with the file, with its place
    starter settings apply council.json --as margaret.ellis  shows what would change, in plain words
    starter settings apply council.json --as margaret.ellis --yes
    starter settings show                                    what is in force; --version 3 for an earlier one

It is read strictly: a field that is unknown, missing, written twice or of the wrong kind is a fault, and all faults are
named at once. Days are written 2026-11-23, times of day 09:30. An entry with dates is valid from its first day to its
last; without a last day it goes on. Somebody whose post or roles change gets an entry for each time, with the same ID.

A command in a case is looked up in the settings when it is given, and again in the moment in which it is recorded.

` + "`council/northmere.json`" + ` is a whole invented council, to start your own from. ` + "`docs/council.schema.json`" + ` is the JSON Schema,
for editors that complete and check while you type. This page is made from the program's own types: run
` + "`go test ./council -update`" + ` after changing them.
`

// page writes docs/council.md.
func (d *description) page() string {
	var b strings.Builder
	b.WriteString(preface)
	for i, t := range d.types {
		title := "The file"
		if i > 0 {
			title = t.Name()
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| Field | Holds | Must be |\n|---|---|---|\n", title, d.words[t.Name()])
		for _, f := range d.fields(t) {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.name, f.says, f.must())
		}
	}
	return b.String()
}

// must says in words what may stand in the field.
func (f described) must() string {
	var parts []string
	t, each := f.of, ""
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() == reflect.Slice {
		t, each = t.Elem(), "a list, each "
	}
	switch allowed := f.allowed(); {
	case allowed != nil:
		parts = append(parts, "`"+strings.Join(allowed, "`, `")+"`")
	case isObject(t):
		parts = append(parts, "["+t.Name()+"](#"+strings.ToLower(t.Name())+")")
	case isDay(t):
		parts = append(parts, "a day")
	default:
		parts = append(parts, kindIn(t))
	}
	if f.optional {
		parts = append(parts, "may be left out")
	}
	return each + strings.Join(parts, "; ")
}

func kindIn(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	}
	return "a text"
}

// allowed are the choices for the field or for the entries of its list.
func (f described) allowed() []string {
	t := f.of
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	for _, rule := range f.rules {
		if list, ok := strings.CutPrefix(rule, "oneof="); ok {
			return strings.Fields(list)
		}
		if only, ok := strings.CutPrefix(rule, "eq="); ok {
			return []string{only}
		}
	}
	return choices(t)
}
