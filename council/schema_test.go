package council

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// MarshalJSON writes the fields in their order.
func (o object) MarshalJSON() ([]byte, error) {
	parts := make([]string, len(o))
	for i, m := range o {
		name, err := json.Marshal(m.name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		parts[i] = string(name) + ":" + string(value)
	}
	return []byte("{" + strings.Join(parts, ",") + "}"), nil
}

// schema is docs/council.schema.json.
func (d *description) schema() object {
	root := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"$id", Schema}, {"title", "The council's settings"},
	}
	root = append(root, d.objectSchema(d.types[0])...)
	defs := object{}
	for _, t := range d.types[1:] {
		defs = append(defs, member{t.Name(), d.objectSchema(t)})
	}
	return append(root, member{"$defs", defs})
}

func (d *description) objectSchema(t reflect.Type) object {
	properties, required := object{}, []string{}
	for _, f := range d.fields(t) {
		properties = append(properties, member{f.name, f.schema()})
		if !f.optional {
			required = append(required, f.name)
		}
	}
	return object{
		{"description", d.words[t.Name()]}, {"type", "object"}, {"additionalProperties", false},
		{"required", required}, {"properties", properties},
	}
}

// schema is the schema of one field.
func (f described) schema() object {
	s := object{}
	if f.says != "" {
		s = append(s, member{"description", f.says})
	}
	of, each := f.rules, []string(nil)
	for i, rule := range f.rules {
		if rule == "dive" {
			of, each = f.rules[:i], f.rules[i+1:]
		}
	}
	t := f.of
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Slice {
		return append(s, scalar(t, f.allowed(), of)...)
	}
	s = append(s, member{"type", "array"})
	for _, rule := range of {
		name, n, _ := strings.Cut(rule, "=")
		switch name {
		case "min":
			s = append(s, member{"minItems", number(n)})
		case "max":
			s = append(s, member{"maxItems", number(n)})
		case "unique":
			s = append(s, member{"uniqueItems", true})
		}
	}
	return append(s, member{"items", scalar(t.Elem(), f.allowed(), each)})
}

// scalar is the schema of what is no list.
func scalar(t reflect.Type, allowed, rules []string) object {
	switch {
	case isDay(t):
		return object{{"type", "string"}, {"format", "date"}}
	case isObject(t):
		return object{{"$ref", "#/$defs/" + t.Name()}}
	case t.Kind() == reflect.Bool:
		return object{{"type", "boolean"}}
	}
	s := object{{"type", "string"}}
	if t.Kind() == reflect.Int {
		s = object{{"type", "integer"}}
	}
	if allowed != nil {
		return append(s, member{"enum", allowed})
	}
	shapes := map[string]string{
		"id": idShape.String(), "colour": colourShape.String(), "postcode": postcodeShape.String(), "phone": phoneShape.String(),
		"urn": urnShape.String(), "clock": clockShape.String(), "language": languageShape.String(), "path": pathShape.String(), "web": "^https://", "email": "@",
	}
	shaped := false
	for _, rule := range rules {
		name, n, _ := strings.Cut(rule, "=")
		switch {
		case shapes[name] != "":
			s, shaped = append(s, member{"pattern", shapes[name]}), true
		case name == "min":
			s = append(s, member{"minimum", number(n)})
		case name == "max":
			s = append(s, member{"maximum", number(n)})
		}
	}
	if !shaped && t.Kind() == reflect.String && len(rules) > 0 && rules[0] == "required" {
		s = append(s, member{"minLength", 1})
	}
	return s
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(fmt.Sprintf("the tag says %q where a number belongs", s))
	}
	return n
}

// commentsIn collects the comments of the types and fields in the folders, each as one line.
func commentsIn(t *testing.T, folders ...string) map[string]string {
	t.Helper()
	words := map[string]string{}
	for _, folder := range folders {
		notTests := func(info fs.FileInfo) bool { return !strings.HasSuffix(info.Name(), "_test.go") }
		packages, err := parser.ParseDir(token.NewFileSet(), folder, notTests, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range packages {
			ast.Inspect(p, func(n ast.Node) bool { return collect(words, n) })
		}
	}
	return words
}

// collect keeps the comments of one declaration of types. The first folder's word for a name counts.
func collect(words map[string]string, n ast.Node) bool {
	declared, ok := n.(*ast.GenDecl)
	if !ok {
		return true
	}
	for _, spec := range declared.Specs {
		named, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		keep := func(name string, comments ...*ast.CommentGroup) {
			for _, c := range comments {
				if words[name] == "" {
					words[name] = strings.Join(strings.Fields(c.Text()), " ")
				}
			}
		}
		keep(named.Name.Name, named.Doc, declared.Doc)
		if s, ok := named.Type.(*ast.StructType); ok {
			for _, f := range s.Fields.List {
				for _, name := range f.Names {
					keep(named.Name.Name+"."+name.Name, f.Comment, f.Doc)
				}
			}
		}
	}
	return false
}
