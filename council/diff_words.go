package council

import (
	"fmt"
	"reflect"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

func isDay(t reflect.Type) bool    { return t == reflect.TypeFor[statute.Day]() }
func isObject(t reflect.Type) bool { return t.Kind() == reflect.Struct && !isDay(t) }

// keyOf is what makes an entry of a list the same entry in another version: an entry for each time of a person, a panel
// and a contact.
func keyOf(v reflect.Value) string {
	switch e := v.Interface().(type) {
	case Person:
		return fmt.Sprint(e.ID, e.From)
	case Panel:
		return fmt.Sprint(e.ID, e.From)
	case Contact:
		return fmt.Sprint(e.Kind, e.From)
	case School:
		return string(e.ID)
	case Language:
		return e.Code
	case Retention:
		return string(e.Record)
	case casework.RuleWarnings:
		return string(e.Rule)
	case casework.WarningPoint:
		return fmt.Sprint(e.Days)
	case Substitute:
		return string(e.Person)
	case RequiredRole:
		return string(e.Role)
	case Closure:
		return e.Closed.String()
	}
	return fmt.Sprint(v.Interface())
}

// title is what an entry is called in a sentence.
func title(v reflect.Value) string {
	switch e := v.Interface().(type) {
	case Person:
		return fmt.Sprintf("%s (%s)", e.Name, e.ID)
	case Panel:
		return e.Name
	case Contact:
		return fmt.Sprintf("%s (%s)", e.Name, inWords(e.Kind))
	case School:
		return e.Name
	case Language:
		return e.Name
	case Retention:
		return inWords(e.Record)
	case casework.RuleWarnings:
		return string(e.Rule)
	case casework.WarningPoint:
		return fmt.Sprintf("%d days before", e.Days)
	case Substitute:
		return string(e.Person)
	case RequiredRole:
		return inWords(e.Role)
	case Closure:
		return e.Why
	}
	return keyOf(v)
}

// summary lists what an added object says, but for what its title says already.
func summary(v reflect.Value) string {
	var parts []string
	var gather func(v reflect.Value)
	gather = func(v reflect.Value) {
		t := v.Type()
		for i := range t.NumField() {
			f, value := t.Field(i), v.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			switch {
			case f.Anonymous:
				gather(value)
			case value.IsZero() || name == "id" || name == "name" || value.Kind() == reflect.Slice && value.Len() == 0:
			default:
				parts = append(parts, inWords(name)+" "+shown(value))
			}
		}
	}
	gather(v)
	return strings.Join(parts, ", ")
}

// shown is a value as a sentence shows it.
func shown(v reflect.Value) string {
	switch e := v.Interface().(type) {
	case statute.Day:
		if e.IsZero() {
			return "none"
		}
		return e.Short()
	case bool:
		if e {
			return "yes"
		}
		return "no"
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return "none"
		}
		return shown(v.Elem())
	case reflect.Struct:
		return "(" + summary(v) + ")"
	case reflect.Slice:
		return strings.Join(without(v, reflect.Value{}), ", ")
	case reflect.String:
		if s := v.String(); v.Type() != reflect.TypeFor[string]() {
			return s // an ID, a role or one of the choices
		}
		return "“" + v.String() + "”"
	}
	return fmt.Sprint(v.Interface())
}
