package casework

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/go-playground/validator/v10"
)

// ToMend lists everything in the request that is to be mended: what has no place in its shape, then what is wrong leaf
// by leaf, then what does not agree with something else, and last the signs that could not be read.
//
// Nothing in it stands in the way of receipt, and nothing in it lowers what the request is worth.
func (r Request) ToMend() []Mend {
	var mends []Mend
	for i, u := range r.Unplaced {
		mends = append(mends, u.mend(i))
	}
	mends = append(mends, r.faults()...)
	mends = append(mends, r.disagreements()...)
	return shortened(append(mends, r.unreadable()...))
}

// mostMends is how many things to mend are named. They are read by a person and stand in the first event of the case.
const mostMends = 200

func shortened(mends []Mend) []Mend {
	if len(mends) <= mostMends {
		return mends
	}
	more := len(mends) - mostMends
	return append(mends[:mostMends:mostMends], Mend{What: fmt.Sprintf("There are %d more things to mend.", more), How: "Mend these first and send the request again."})
}

// faults lists what is wrong leaf by leaf, in the order of the request’s parts.
func (r Request) faults() []Mend {
	var found validator.ValidationErrors
	on := r.occasion()
	if err := theValidator().StructCtx(context.WithValue(context.Background(), occasionKey{}, on), &r); !errors.As(err, &found) {
		return nil
	}
	mends := make([]Mend, 0, len(found))
	for _, f := range found {
		mends = append(mends, on.mendFor(f))
	}
	return mends
}

// occasionKey carries the occasion to the checks of days.
type occasionKey struct{}

// theValidator is built once: it keeps what it learns about the types.
var theValidator = sync.OnceValue(newValidator)

// newValidator is the validator with the field’s own checks.
func newValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string { return jsonName(f) })
	for _, table := range []map[string]leafCheck{dayChecks, numberChecks, amountChecks} {
		for tag, c := range table {
			if c.fault == nil {
				continue
			}
			holds := func(ctx context.Context, fl validator.FieldLevel) bool {
				on, _ := ctx.Value(occasionKey{}).(occasion)
				return c.fault(on, Text(fl.Field().String()).Line(), fl.Param()) == ""
			}
			if err := v.RegisterValidationCtx(tag, holds); err != nil {
				panic(fmt.Sprintf("register the check %s: %v", tag, err))
			}
		}
	}
	return v
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// mendFor puts a fault into words a SENCO understands.
func (on occasion) mendFor(f validator.FieldError) Mend {
	_, path, _ := strings.Cut(f.Namespace(), ".")
	value := fmt.Sprint(f.Value())
	m := Mend{Path: path}
	if c, ok := checkOf(f.Tag()); ok {
		m.What, m.How = fmt.Sprintf("%s is not %s.", quoted(value), c.is), c.how
		if c.fault != nil {
			m.What = fmt.Sprintf("%s is not %s: %s.", quoted(value), c.is, c.fault(on, Text(value).Line(), f.Param()))
		}
		return m
	}
	switch f.Tag() {
	case "required", "required_without", "required_without_all":
		m.What, m.How = "is missing.", "Fill it in, or tell the officer why it is not known."
	case "max":
		m.What, m.How = tooLong(f)
	case "eq":
		m.What, m.How = fmt.Sprintf("is %s.", quoted(value)), fmt.Sprintf("Write %s.", f.Param())
	case "oneof":
		m.What, m.How = fmt.Sprintf("%s is not one of the choices.", quoted(value)), fmt.Sprintf("Choose one of: %s.", strings.Join(strings.Fields(f.Param()), ", "))
	default:
		m.What, m.How = "is not as expected.", "See docs/request.md."
	}
	return m
}

func tooLong(f validator.FieldError) (what, how string) {
	if f.Kind() == reflect.Slice {
		return fmt.Sprintf("has more than %s entries.", f.Param()), "All were kept. Leave out what adds nothing, or attach it as a document."
	}
	return fmt.Sprintf("is longer than %s characters.", f.Param()), "It was kept whole. Shorten it, or attach it as a document."
}

// quoted is what was typed, in quotation marks, and no longer than a person reads.
func quoted(s string) string { return "“" + shortly(s, 60) + "”" }

func shortly(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

func (u Unplaced) mend(i int) Mend {
	m := Mend{Path: u.Path.Line(), What: u.Fault.Line(), How: u.How.Line()}
	if m.What == "" {
		m.Path, m.What, m.How = fmt.Sprintf("unplaced[%d]", i), "has no place in a request.", "It was kept. An officer reads it."
	}
	return m
}

// unreadable names each leaf that holds U+FFFD, the sign for what could not be read.
func (r Request) unreadable() []Mend {
	var mends []Mend
	if !holdsUnreadable(reflect.ValueOf(&r).Elem()) {
		return nil // nearly always: the paths need not be made
	}
	eachText(reflect.ValueOf(&r).Elem(), "", func(path, text string) {
		if strings.ContainsRune(text, utf8.RuneError) {
			mends = append(mends, Mend{Path: path, What: "holds a sign that could not be read (\uFFFD).", How: "Type it again as it should be."})
		}
	})
	return mends
}

func holdsUnreadable(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.ContainsRune(v.String(), utf8.RuneError)
	case reflect.Slice:
		for i := range v.Len() {
			if holdsUnreadable(v.Index(i)) {
				return true
			}
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if holdsUnreadable(v.Field(i)) {
				return true
			}
		}
	}
	return false
}

// eachText visits the leaves under v, except what is unplaced, whose path says where it stood.
func eachText(v reflect.Value, path string, visit func(path, text string)) {
	switch v.Kind() {
	case reflect.String:
		visit(path, v.String())
	case reflect.Slice:
		if v.Type() == reflect.TypeFor[[]Unplaced]() {
			return
		}
		for i := range v.Len() {
			eachText(v.Index(i), fmt.Sprintf("%s[%d]", path, i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); !f.IsZero() {
				eachText(f, strings.TrimPrefix(path+"."+jsonName(v.Type().Field(i)), "."), visit)
			}
		}
	}
}
