package casework

import (
	"reflect"
	"strings"
	"sync"
	"unicode"
)

// partShape is the shape of one part of a request, as its struct says: the one source of what is read, of the JSON
// Schema and of the tables in docs/request.md.
type partShape struct {
	name   string // of the type: "Intervention"
	fields []fieldShape
	byName map[string]int // by name, and by folded name
	bare   int            // the field into which a lone text goes where the whole part was expected; -1 for none
}

// fieldShape is one field of a part.
type fieldShape struct {
	name  string     // in JSON
	doc   string     // what it means
	own   []tagRule  // the checks of the field itself: of a list, its length
	entry []tagRule  // the checks of each entry of a list of texts
	list  bool       // it is a list
	part  *partShape // of a part, or of each entry of a list of parts; nil for texts
}

// tagRule is one check of a validate tag.
type tagRule struct{ tag, param string }

// requestShape is the shape of a whole request. It is worked out once.
var requestShape = sync.OnceValue(func() *partShape { return shapeOf(reflect.TypeFor[Request]()) })

func shapeOf(t reflect.Type) *partShape {
	p := &partShape{name: t.Name(), byName: map[string]int{}, bare: -1}
	for i := range t.NumField() {
		f := t.Field(i)
		shape := fieldShape{name: jsonName(f), doc: f.Tag.Get("doc"), list: f.Type.Kind() == reflect.Slice}
		own, entry, _ := strings.Cut(f.Tag.Get("validate"), "dive")
		shape.own, shape.entry = rulesOf(own), rulesOf(entry)
		inner := f.Type
		if shape.list {
			inner = inner.Elem()
		}
		if inner.Kind() == reflect.Struct {
			shape.part = shapeOf(inner)
		}
		if f.Tag.Get("bare") != "" {
			p.bare = i
		}
		p.fields = append(p.fields, shape)
		p.byName[shape.name], p.byName[foldedName(shape.name)] = i, i
	}
	return p
}

func rulesOf(tag string) []tagRule {
	var rules []tagRule
	for _, part := range strings.Split(tag, ",") {
		if name, param, _ := strings.Cut(part, "="); name != "" {
			rules = append(rules, tagRule{name, param})
		}
	}
	return rules
}

// tagParam is the parameter of a rule, and whether there is one.
func tagParam(rules []tagRule, tag string) (param string, ok bool) {
	for _, r := range rules {
		if r.tag == tag {
			return r.param, true
		}
	}
	return "", false
}

// foldedName is a field’s name with everything taken away that people write differently.
func foldedName(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// field finds a field by its name as somebody wrote it.
func (p *partShape) field(name string) (int, bool) {
	if len(name) > 2*longestName {
		return 0, false
	}
	i, ok := p.byName[name]
	if !ok {
		i, ok = p.byName[foldedName(name)]
	}
	return i, ok
}

const longestName = 40

// nearest is the field whose name is nearest to a name that is none, if one is near enough to be a slip of the pen.
func (p *partShape) nearest(name string) string {
	name = foldedName(name)
	if len(name) > longestName {
		return ""
	}
	best, at := 3, ""
	for _, f := range p.fields {
		if d := slips(name, foldedName(f.name)); d < best && d*3 <= len(name) {
			best, at = d, f.name
		}
	}
	return at
}

// slips is how many letters must be put in, taken out or changed to make one word of the other.
func slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		above := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := above
			if a[i] != b[j] {
				cost++
			}
			above = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
