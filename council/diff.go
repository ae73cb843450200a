package council

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Change is one difference between two versions of the settings.
type Change struct {
	Path string `json:"path"` // as a path in the newer settings' JSON, in the older where it was taken out: "panels[0].quorum"
	What string `json:"what"` // in plain words: "Northmere SEND Panel: quorum changes from 4 to 5."
}

func (c Change) String() string { return c.What }

// Diff says in plain words what the newer settings change, in the order of the file; nothing where they say the same.
// Entries of lists are the same entry where they have the same ID and first day, so that an order of its own is no
// change but where it matters: among meetings, addresses and roles.
func Diff(older, newer Council) []Change {
	var d differ
	d.object("", "", reflect.ValueOf(older), reflect.ValueOf(newer))
	return d.list
}

// differ collects changes.
type differ struct{ list []Change }

func (d *differ) addf(path, of, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	if of != "" {
		what = of + ": " + what
	}
	d.list = append(d.list, Change{Path: path, What: capital(what) + "."})
}

// capital begins a sentence.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// object compares the fields of two objects. of is what they are of, in words.
func (d *differ) object(path, of string, older, newer reflect.Value) {
	t := newer.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			d.object(path, of, older.Field(i), newer.Field(i))
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		d.value(join(path, name), of, inWords(name), older.Field(i), newer.Field(i))
	}
}

// value compares one field. named is what it is called.
func (d *differ) value(path, of, named string, older, newer reflect.Value) {
	if reflect.DeepEqual(older.Interface(), newer.Interface()) {
		return
	}
	switch kind := newer.Kind(); {
	case kind == reflect.Slice && isObject(newer.Type().Elem()):
		d.entries(path, of, named, older, newer)
	case kind == reflect.Slice:
		d.words(path, of, named, older, newer)
	case kind == reflect.Pointer && older.IsNil():
		d.addf(path, of, "%s is added: %s", named, summary(newer.Elem()))
	case kind == reflect.Pointer && newer.IsNil():
		d.addf(path, of, "%s is taken out", named)
	case kind == reflect.Pointer:
		d.object(path, inside(of, named), older.Elem(), newer.Elem())
	case isObject(newer.Type()):
		d.object(path, inside(of, named), older, newer)
	case older.IsZero() && kind == reflect.String, older.IsZero() && isDay(newer.Type()):
		d.addf(path, of, "%s is now %s", named, shown(newer))
	case newer.IsZero() && kind == reflect.String, newer.IsZero() && isDay(newer.Type()):
		d.addf(path, of, "%s is taken out; it was %s", named, shown(older))
	default:
		d.addf(path, of, "%s changes from %s to %s", named, shown(older), shown(newer))
	}
}

func inside(of, named string) string {
	if of == "" {
		return named
	}
	return of + ", " + named
}

// words compares two lists of texts or days.
func (d *differ) words(path, of, named string, older, newer reflect.Value) {
	in, out := without(newer, older), without(older, newer)
	switch {
	case len(in) == 0 && len(out) == 0:
		d.addf(path, of, "the order of %s changes to %s", named, strings.Join(without(newer, reflect.Value{}), ", "))
	case len(out) == 0:
		d.addf(path, of, "%s added to %s", strings.Join(in, ", "), named)
	case len(in) == 0:
		d.addf(path, of, "%s taken out of %s", strings.Join(out, ", "), named)
	default:
		d.addf(path, of, "%s added to %s, %s taken out", strings.Join(in, ", "), named, strings.Join(out, ", "))
	}
}

// without shows the entries of a list that the other has not.
func without(list, other reflect.Value) []string {
	have := map[string]int{}
	if other.IsValid() {
		for i := range other.Len() {
			have[shown(other.Index(i))]++
		}
	}
	var left []string
	for i := range list.Len() {
		s := shown(list.Index(i))
		if have[s] > 0 {
			have[s]--
			continue
		}
		left = append(left, s)
	}
	return left
}

// entries compares two lists of objects, each with its fellow.
func (d *differ) entries(path, of, named string, older, newer reflect.Value) {
	was, is := keyed(older), keyed(newer)
	for i := range newer.Len() {
		at, e := fmt.Sprintf("%s[%d]", path, i), newer.Index(i)
		before, there := was[keyOf(e)]
		if !there {
			d.addf(at, inside(of, named), "%s is added: %s", title(e), summary(e))
			continue
		}
		name := title(before)
		if of != "" || name == keyOf(e) {
			name = inside(of, named) + ", " + name
		}
		d.object(at, name, before, e)
	}
	for i := range older.Len() {
		if e := older.Index(i); !is[keyOf(e)].IsValid() {
			d.addf(fmt.Sprintf("%s[%d]", path, i), inside(of, named), "%s is taken out", title(e))
		}
	}
}

func keyed(list reflect.Value) map[string]reflect.Value {
	m := map[string]reflect.Value{}
	for i := range list.Len() {
		m[keyOf(list.Index(i))] = list.Index(i)
	}
	return m
}
