package casework

import (
	"fmt"
	"strings"
)

// RequestTable is the tables of docs/request.md: each part of a request with its fields, from the same source as the
// schema.
func RequestTable() string {
	var b strings.Builder
	whole := requestShape()
	whole.table(&b, "The request")
	paths := whole.paths("")
	for _, p := range whole.inner() {
		p.table(&b, "`"+strings.Join(paths[p.name], "`, `")+"`")
	}
	return b.String()
}

// paths is where each inner part stands: "cycles[].do[]".
func (p *partShape) paths(at string) map[string][]string {
	found := map[string][]string{}
	for _, f := range p.fields {
		if f.part == nil {
			continue
		}
		here := at + f.name
		if f.list {
			here += "[]"
		}
		found[f.part.name] = append(found[f.part.name], here)
		for name, deeper := range f.part.paths(here + ".") {
			found[name] = append(found[name], deeper...)
		}
	}
	return found
}

func (p *partShape) table(b *strings.Builder, title string) {
	fmt.Fprintf(b, "\n### %s\n\n| Field | What it holds | How it is written |\n|---|---|---|\n", title)
	for _, f := range p.fields {
		name := "`" + f.name + "`"
		if f.required() {
			name += " \\*"
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", name, cell(f.doc), cell(f.written()))
	}
}

func cell(s string) string { return strings.ReplaceAll(s, "|", "\\|") }

// written says in a few words how a field is written.
func (f fieldShape) written() string {
	var says []string
	switch {
	case f.list && f.part != nil:
		says = append(says, "a list")
	case f.list:
		says = append(says, "a list")
	case f.part != nil:
		says = append(says, "an object")
	}
	if most, ok := tagParam(f.own, "max"); ok && f.list {
		says = append(says, "up to "+most+" entries")
	}
	if f.part != nil {
		return strings.Join(says, ", ")
	}
	leaf := f.own
	if f.list {
		leaf = f.entry
	}
	for _, r := range leaf {
		if c, ok := checkOf(r.tag); ok {
			within := limits(r.tag, r.param)
			if within == "" && len(c.like) <= 20 {
				within = "as `" + c.like + "`"
			}
			says = append(says, strings.TrimSpace(c.is+" "+within))
			continue
		}
		switch r.tag {
		case "oneof":
			says = append(says, "`"+strings.Join(strings.Fields(r.param), "`, `")+"`")
		case "eq":
			says = append(says, "`"+r.param+"`")
		case "max":
			says = append(says, "text up to "+r.param+" characters")
		}
	}
	if len(says) == 0 {
		return "text"
	}
	return strings.Join(says, ", ")
}
