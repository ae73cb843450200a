package casework

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var updateDocs = flag.Bool("update", false, "write the published documents anew")

const (
	schemaFile = "../docs/request.schema.json"
	docsFile   = "../docs/request.md"
	marker     = "<!-- The rest is written from casework by go test ./casework -update. -->\n"
)

func TestThePublishedSchemaIsCurrent(t *testing.T) {
	current(t, schemaFile, string(RequestSchemaJSON()))
}

func TestThePublishedTableIsCurrent(t *testing.T) {
	have, err := os.ReadFile(docsFile)
	if err != nil {
		t.Fatal(err)
	}
	words, _, found := strings.Cut(string(have), marker)
	if !found {
		t.Fatalf("%s has lost its marker", docsFile)
	}
	current(t, docsFile, words+marker+RequestTable())
}

func current(t *testing.T, file, want string) {
	t.Helper()
	if *updateDocs {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(have)); diff != "" {
		t.Errorf("%s (-want +got; run with -update to accept):\n%s", file, diff)
	}
}

// TestEveryFieldIsDocumented: a field without words is one that nobody can fill in.
func TestEveryFieldIsDocumented(t *testing.T) {
	for _, p := range append(requestShape().inner(), requestShape()) {
		for _, f := range p.fields {
			if f.doc == "" {
				t.Errorf("%s.%s has no words", p.name, f.name)
			}
			for _, r := range append(slices.Clone(f.own), f.entry...) {
				if _, known := checkOf(r.tag); !known && !slices.Contains([]string{"required", "required_without", "required_without_all", "omitempty", "max", "eq", "oneof"}, r.tag) {
					t.Errorf("%s.%s: the check %s has no words", p.name, f.name, r.tag)
				}
			}
		}
	}
}

func TestTheExamplesSatisfyTheSchema(t *testing.T) {
	files, err := filepath.Glob("../examples/*/request.json")
	if err != nil || len(files) < 3 {
		t.Fatalf("found %d examples, %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if _, mends, err := ParseRequest(data); err != nil || len(mends) > 0 {
			continue // one that is meant to show what is to mend
		}
		for _, fault := range against(t, data) {
			t.Errorf("%s: %s", file, fault)
		}
	}
}

// TestWhatHasNothingToMendSatisfiesTheSchema draws requests with any of the fields filled in rightly. Then it breaks
// one field, and wants it named by both.
func TestWhatHasNothingToMendSatisfiesTheSchema(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		request := drawPart(rt, requestShape(), "", 2)
		delete(request, "unplaced")
		data, err := json.Marshal(request)
		if err != nil {
			rt.Fatal(err)
		}
		if faults := against(t, data); len(faults) > 0 {
			rt.Fatalf("sound, and the schema says %q\n%s", faults, data)
		}
		leaf := func(r Request) []Mend { return append(r.faults(), r.unreadable()...) }
		r, _, _ := ParseRequest(data)
		if mends := leaf(r); len(mends) > 0 {
			rt.Fatalf("sound, and to mend: %v\n%s", mends, data)
		}
		path, ok := breakOne(rt, requestShape(), request, "")
		if !ok {
			return
		}
		data, _ = json.Marshal(request)
		if len(against(t, data)) == 0 {
			rt.Fatalf("%s is broken, and the schema is satisfied", path)
		}
		_, mends, _ := ParseRequest(data)
		if !slices.ContainsFunc(mends, func(m Mend) bool { return m.Path == path }) {
			rt.Fatalf("%s is broken, and not among what is to mend: %v", path, mends)
		}
	})
}

func drawPart(rt *rapid.T, p *partShape, path string, most int) map[string]any {
	part := map[string]any{}
	for _, f := range p.fields {
		here := path + "." + f.name
		_, without := tagParam(f.own, "required_without")
		_, withoutAll := tagParam(f.own, "required_without_all")
		if !f.required() && !without && !withoutAll && !rapid.Bool().Draw(rt, here) {
			continue
		}
		if !f.list {
			part[f.name] = drawOne(rt, f, f.own, here, most)
			continue
		}
		list := []any{}
		for range rapid.IntRange(0, most).Draw(rt, here+" entries") {
			list = append(list, drawOne(rt, f, f.entry, here, 1))
		}
		part[f.name] = list
	}
	return part
}

func drawOne(rt *rapid.T, f fieldShape, rules []tagRule, here string, most int) any {
	if f.part != nil {
		return drawPart(rt, f.part, here, most)
	}
	for _, r := range rules {
		if c, ok := checkOf(r.tag); ok {
			if c.numeric && rapid.Bool().Draw(rt, here+" as a number") {
				return 3
			}
			return c.like
		}
		switch r.tag {
		case "eq":
			return r.param
		case "oneof":
			return rapid.SampledFrom(strings.Fields(r.param)).Draw(rt, here)
		}
	}
	return rapid.SampledFrom([]string{"x", "=1+1", "<b>Ωμέγα</b>", "گل 🌻"}).Draw(rt, here)
}

// breakOne makes one field wrong that the shape of the text can show to be so, and says which.
func breakOne(rt *rapid.T, p *partShape, part map[string]any, path string) (string, bool) {
	fields := slices.DeleteFunc(slices.Clone(p.fields), func(f fieldShape) bool { return part[f.name] == nil || f.name == "unplaced" })
	f := rapid.SampledFrom(fields).Draw(rt, "break "+path)
	here := strings.TrimPrefix(path+"."+f.name, ".")
	switch value := part[f.name].(type) {
	case map[string]any:
		if len(value) == 0 {
			part["colour"] = "green"
			return strings.TrimPrefix(path+".colour", "."), true
		}
		return breakOne(rt, f.part, value, here)
	case []any:
		part[f.name] = append(value, []any{"a", "list"})
		return fmt.Sprintf("%s[%d]", here, len(value)), true
	}
	rules := f.own
	if slices.ContainsFunc(rules, func(r tagRule) bool { _, ok := checkOf(r.tag); return ok || r.tag == "oneof" || r.tag == "eq" }) {
		part[f.name] = "!"
		return here, true
	}
	if most, ok := tagParam(rules, "max"); ok {
		var n int
		fmt.Sscan(most, &n)
		part[f.name] = strings.Repeat("ж", n+1)
		return here, true
	}
	return "", false
}

// against holds JSON against the published schema: the subset of JSON Schema that it uses.
func against(t *testing.T, data []byte) []string {
	t.Helper()
	schema := published()
	var value any
	d := json.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&value); err != nil {
		t.Fatal(err)
	}
	c := checker{t: t, defs: schema["$defs"].(map[string]any)}
	c.hold(schema, value, "")
	return c.faults
}

// published is the schema as a checker reads it.
var published = sync.OnceValue(func() map[string]any {
	var schema map[string]any
	if err := json.Unmarshal(RequestSchemaJSON(), &schema); err != nil {
		panic(err)
	}
	return schema
})

type checker struct {
	t      *testing.T
	defs   map[string]any
	faults []string
}

func (c *checker) hold(schema map[string]any, v any, path string) {
	for key, want := range schema {
		if !c.keyword(schema, key, want, v, path) {
			c.faults = append(c.faults, fmt.Sprintf("%s: %s %v", path, key, want))
		}
	}
}

func (c *checker) keyword(schema map[string]any, key string, want, v any, path string) bool {
	text, isText := v.(string)
	number, isNumber := v.(float64)
	list, isList := v.([]any)
	fields, isObject := v.(map[string]any)
	switch key {
	case "$schema", "$id", "title", "description", "$defs":
	case "$ref":
		c.hold(c.defs[strings.TrimPrefix(want.(string), "#/$defs/")].(map[string]any), v, path)
	case "type":
		is := map[string]bool{"string": isText, "number": isNumber, "array": isList, "object": isObject}
		if one, ok := want.(string); ok {
			return is[one]
		}
		return slices.ContainsFunc(want.([]any), func(w any) bool { return is[w.(string)] })
	case "properties":
		for name, value := range fields {
			if inner, ok := want.(map[string]any)[name]; ok {
				c.hold(inner.(map[string]any), value, path+"."+name)
			}
		}
	case "required":
		return !isObject || !slices.ContainsFunc(want.([]any), func(w any) bool { _, ok := fields[w.(string)]; return !ok })
	case "additionalProperties":
		known := schema["properties"].(map[string]any)
		for name := range fields {
			if known[name] == nil {
				return false
			}
		}
	case "items":
		for i, entry := range list {
			c.hold(want.(map[string]any), entry, fmt.Sprintf("%s[%d]", path, i))
		}
	case "maxItems":
		return len(list) <= int(want.(float64))
	case "minLength":
		return !isText || utf8.RuneCountInString(text) >= int(want.(float64))
	case "maxLength":
		return !isText || utf8.RuneCountInString(text) <= int(want.(float64))
	case "enum":
		return slices.Contains(want.([]any), v)
	case "const":
		return reflect.DeepEqual(want, v)
	case "pattern":
		return !isText || regexp.MustCompile(want.(string)).MatchString(text)
	case "minimum":
		return !isNumber || number >= want.(float64)
	case "maximum":
		return !isNumber || number <= want.(float64)
	default:
		c.t.Errorf("the schema uses %s, which the test does not know", key)
	}
	return true
}
