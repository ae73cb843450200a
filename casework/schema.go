package casework

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"
)

// RequestSchemaJSON is the JSON Schema (2020-12) of a request, as docs/request.schema.json publishes it. It is written
// from the structs, so that it says what [ParseRequest] checks.
//
// It says how a request looks that has nothing to mend. One that does not satisfy it is received all the same. Three
// kinds of check are beyond it: check digits, days of the calendar, and what must agree with something else.
func RequestSchemaJSON() []byte {
	whole := requestShape()
	defs := object{}
	for _, p := range whole.inner() {
		defs = append(defs, member{p.name, p.schema()})
	}
	schema := append(object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "urn:" + strings.ReplaceAll(RequestSchema, "/", ":")},
		{"title", "A request for an education, health and care needs assessment"},
		{"description", "What a request looks like that has nothing to mend. A request that does not satisfy this is received all the same: only a child, somebody who asks and the moment of arrival are needed."},
	}, whole.schema()...)
	schema = append(schema, member{"$defs", defs})
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(schema); err != nil {
		panic("write the schema of a request: " + err.Error()) // texts and numbers only: cannot be
	}
	return out.Bytes()
}

// inner is each part that stands within another, once, in the order in which they first stand.
func (p *partShape) inner() []*partShape {
	var parts []*partShape
	seen := map[string]bool{}
	var visit func(*partShape)
	visit = func(p *partShape) {
		for _, f := range p.fields {
			if f.part != nil && !seen[f.part.name] {
				seen[f.part.name] = true
				parts = append(parts, f.part)
				visit(f.part)
			}
		}
	}
	visit(p)
	return parts
}

func (p *partShape) schema() object {
	properties, required := object{}, []string{}
	for _, f := range p.fields {
		properties = append(properties, member{f.name, f.schema()})
		if f.required() {
			required = append(required, f.name)
		}
	}
	o := object{{"type", "object"}, {"properties", properties}}
	if len(required) > 0 {
		o = append(o, member{"required", required})
	}
	return append(o, member{"additionalProperties", false})
}

func (f fieldShape) required() bool {
	_, ok := tagParam(f.own, "required")
	return ok
}

func (f fieldShape) schema() object {
	o := object{{"description", strings.TrimSpace(f.doc + " " + f.writing())}}
	if !f.list {
		return append(o, f.single(f.own)...)
	}
	o = append(o, member{"type", "array"})
	if most, ok := tagParam(f.own, "max"); ok {
		o = append(o, member{"maxItems", json.RawMessage(most)})
	}
	return append(o, member{"items", f.single(f.entry)})
}

// writing says how the field is written, where a check says so.
func (f fieldShape) writing() string {
	for _, r := range append(f.own[:len(f.own):len(f.own)], f.entry...) {
		if c, ok := checkOf(r.tag); ok {
			if within := limits(r.tag, r.param); within != "" {
				return c.how + " " + within + "."
			}
			return c.how
		}
	}
	return ""
}

// single is the schema of one value of the field.
func (f fieldShape) single(rules []tagRule) object {
	if f.part != nil {
		return object{{"$ref", "#/$defs/" + f.part.name}}
	}
	o := object{{"type", "string"}}
	_, required := tagParam(rules, "required")
	for _, r := range rules {
		switch c, checked := checkOf(r.tag); {
		case checked && c.numeric:
			o[0].value = []string{"string", "number"}
			o = append(o, member{"pattern", anchored(c.pattern, required)})
			o = append(o, bounded(r)...)
		case checked:
			o = append(o, member{"pattern", anchored(c.pattern, required)})
		case r.tag == "eq":
			o = append(o, member{"const", r.param})
		case r.tag == "oneof":
			words := strings.Fields(r.param)
			if _, may := tagParam(rules, "omitempty"); may {
				words = append(words, "")
			}
			o = append(o, member{"enum", words})
		case r.tag == "max":
			o = append(o, member{"maxLength", json.RawMessage(r.param)})
		case r.tag == "required":
			o = append(o, member{"minLength", 1})
		}
	}
	return o
}

// bounded is the bounds of a number that is sent as one.
func bounded(r tagRule) object {
	switch r.tag {
	case "percent":
		return object{{"minimum", 0}, {"maximum", 100}}
	case "pounds":
		return object{{"minimum", 0}}
	}
	low, high := boundsOf(r.param)
	return object{{"minimum", low}, {"maximum", high}}
}

// anchored makes a pattern hold for the whole text; an optional field may be empty.
func anchored(pattern string, required bool) string {
	if required {
		return "^(" + pattern + ")$"
	}
	return "^(|" + pattern + ")$"
}

// object is a JSON object that keeps the order of its members, so that a person can read it beside the structs.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString(strconv.Quote(m.name))
		out.WriteByte(':')
		value, err := literal(m.value)
		if err != nil {
			return nil, err
		}
		out.Write(value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func literal(v any) ([]byte, error) {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(out.Bytes()), err
}
