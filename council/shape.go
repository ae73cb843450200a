package council

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// object is a JSON object in the order in which it was written, with a field that stands there twice.
type object []member

type member struct {
	name  string
	value any
}

// fit reads the JSON against the shape of a [Council] and returns JSON that has that shape. What does not fit is left
// out and named: encoding/json would stop at the first of them, and let a field that stands there twice pass.
func fit(data []byte, found *faults) ([]byte, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	tree, err := grow(d)
	if err != nil {
		return nil, err
	}
	fitted, _ := (&shape{found}).fit("", tree, reflect.TypeFor[Council]())
	return json.Marshal(fitted)
}

// grow reads the next value as an object, a []any or a scalar.
func grow(d *json.Decoder) (any, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('{'):
		fields := object{}
		for d.More() {
			name, err := d.Token()
			if err != nil {
				return nil, err
			}
			value, err := grow(d)
			if err != nil {
				return nil, err
			}
			fields = append(fields, member{fmt.Sprint(name), value})
		}
		_, err = d.Token()
		return fields, err
	case json.Delim('['):
		list := []any{}
		for d.More() {
			value, err := grow(d)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err = d.Token()
		return list, err
	}
	return token, nil
}

type shape struct{ found *faults }

// fit returns the value as the type takes it, and whether there is anything left of it.
func (s *shape) fit(path string, value any, t reflect.Type) (any, bool) {
	if value == nil {
		return nil, false
	}
	if t == reflect.TypeFor[statute.Day]() {
		return s.fitDay(path, value)
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.fit(path, value, t.Elem())
	case reflect.Struct:
		return s.fitObject(path, value, t)
	case reflect.Slice:
		return s.fitList(path, value, t)
	}
	return s.fitScalar(path, value, t)
}

// fitScalar takes a text, a whole number, or true or false. Text is cleaned here, once.
func (s *shape) fitScalar(path string, value any, t reflect.Type) (any, bool) {
	switch v := value.(type) {
	case string:
		if t.Kind() == reflect.String {
			return string(casework.CleanText(v)), true
		}
	case bool:
		if t.Kind() == reflect.Bool {
			return v, true
		}
	case json.Number:
		if n, err := strconv.Atoi(v.String()); err == nil && t.Kind() == reflect.Int {
			return n, true
		}
	}
	return s.wrong(path, value, t)
}

func (s *shape) fitDay(path string, value any) (any, bool) {
	text, ok := value.(string)
	if !ok {
		return s.wrong(path, value, reflect.TypeFor[statute.Day]())
	}
	if _, err := statute.ParseDay(text); err != nil && text != "" {
		s.found.shapef(path, "Write it as 2026-11-23: year, month, day.", "%q is not a date.", text)
		return nil, false
	}
	return text, true
}

// fitList keeps the place of an entry that does not fit, so that the paths of the others stay true.
func (s *shape) fitList(path string, value any, t reflect.Type) (any, bool) {
	list, ok := value.([]any)
	if !ok {
		return s.wrong(path, value, t)
	}
	fitted := make([]any, len(list))
	for i, v := range list {
		at := fmt.Sprintf("%s[%d]", path, i)
		if v == nil {
			s.found.shapef(at, "Fill it in or take it out.", "is empty.")
		}
		if kept, ok := s.fit(at, v, t.Elem()); ok {
			fitted[i] = kept
		} else {
			fitted[i] = reflect.Zero(t.Elem()).Interface()
		}
	}
	return fitted, true
}

func (s *shape) fitObject(path string, value any, t reflect.Type) (any, bool) {
	fields, ok := value.(object)
	if !ok {
		return s.wrong(path, value, t)
	}
	known := fieldsOf(t)
	fitted := map[string]any{}
	seen := map[string]bool{}
	for _, m := range fields {
		at := join(path, m.name)
		f, is := known.find(m.name)
		switch {
		case !is:
			s.found.addf(at, "Correct its spelling or take it out. Here there can be: "+known.names()+".", "is not a field of the settings.")
			continue
		case seen[m.name]:
			s.found.addf(at, "Keep the one that is right.", "is given twice.")
			continue
		}
		seen[m.name] = true
		if kept, ok := s.fit(at, m.value, f.of); ok {
			fitted[m.name] = kept
		}
	}
	for _, f := range known {
		if _, given := fitted[f.name]; !given && !f.optional {
			s.found.shapef(join(path, f.name), "Add it.", "is missing.")
		}
	}
	return fitted, true
}

// wrong names a value of the wrong kind.
func (s *shape) wrong(path string, value any, t reflect.Type) (any, bool) {
	s.found.shapef(path, "Write it so.", "is %s where %s was expected.", kindOf(value), expected(t))
	return nil, false
}

func kindOf(value any) string {
	switch v := value.(type) {
	case object:
		return "an object"
	case []any:
		return "a list"
	case string:
		return "a text"
	case bool:
		return "true or false"
	default:
		return fmt.Sprintf("the number %v", v)
	}
}

func expected(t reflect.Type) string {
	if t == reflect.TypeFor[statute.Day]() {
		return "a date as “2026-11-23”"
	}
	switch t.Kind() {
	case reflect.Slice:
		return "a list in square brackets"
	case reflect.Struct:
		return "an object in braces"
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	}
	return "a text in quotation marks"
}

type field struct {
	name     string
	of       reflect.Type
	optional bool
}

type fieldList []field

// fieldsOf lists a type's fields as its JSON names them, those of an embedded type among them. A field may be missing
// where its tag lets it be left out when written.
func fieldsOf(t reflect.Type) fieldList {
	var list fieldList
	for f := range t.Fields() {
		if f.Anonymous {
			list = append(list, fieldsOf(f.Type)...)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		list = append(list, field{name: name, of: f.Type, optional: options != ""})
	}
	return list
}

func (l fieldList) find(name string) (field, bool) {
	for _, f := range l {
		if f.name == name {
			return f, true
		}
	}
	return field{}, false
}

func (l fieldList) names() string {
	names := make([]string, len(l))
	for i, f := range l {
		names[i] = f.name
	}
	return strings.Join(names, ", ")
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
