package casework

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/go-playground/validator/v10"

	"sendpanel/statute"
)

// faults lists everything in the request that is to be mended, in the order of its parts.
func (r Request) faults() []Mend {
	var found validator.ValidationErrors
	if err := newValidator().Struct(r); !errors.As(err, &found) {
		return nil
	}
	mends := make([]Mend, len(found))
	for i, f := range found {
		mends[i] = mendFor(f)
	}
	return mends
}

// newValidator is the validator with the field's own checks: the day, the instant, the unique pupil number and the
// postcode.
func newValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return name
	})
	for tag, holds := range map[string]func(string) bool{
		"civil_day": isCivilDay, "instant": isInstant, "upn": func(s string) bool { return upnFault(s) == "" }, "postcode": isPostcode,
	} {
		check := func(fl validator.FieldLevel) bool { return holds(strings.TrimSpace(fl.Field().String())) }
		if err := v.RegisterValidation(tag, check); err != nil {
			panic(fmt.Sprintf("register the check %s: %v", tag, err))
		}
	}
	return v
}

// mendFor puts a fault into words a SENCO understands.
func mendFor(f validator.FieldError) Mend {
	_, path, _ := strings.Cut(f.Namespace(), ".")
	value := fmt.Sprint(f.Value())
	m := Mend{Path: path}
	switch f.Tag() {
	case "required", "required_without":
		m.What, m.How = "is missing.", "Fill it in, or tell the officer why it is not known."
	case "min":
		m.What, m.How = "is empty.", "Give at least one entry."
	case "max":
		m.What, m.How = fmt.Sprintf("is longer than %s.", f.Param()), "It was kept whole. Shorten it, or attach it as a document."
	case "eq":
		m.What, m.How = fmt.Sprintf("is %q.", value), fmt.Sprintf("Write %s.", f.Param())
	case "oneof":
		m.What, m.How = fmt.Sprintf("%q is not one of the choices.", value), fmt.Sprintf("Choose one of: %s.", strings.Join(strings.Fields(f.Param()), ", "))
	case "civil_day":
		m.What, m.How = fmt.Sprintf("%q is not a date.", value), "Write it as 2017-04-30: year, month, day."
	case "instant":
		m.What, m.How = fmt.Sprintf("%q is not a moment.", value), "Write it as 2026-11-23T09:15:00Z."
	case "upn":
		m.What, m.How = fmt.Sprintf("%s is not a unique pupil number: %s.", value, upnFault(value)), "Copy it again from the school’s register, or leave it empty and give the reason in child.upn_unknown."
	case "postcode":
		m.What, m.How = fmt.Sprintf("%q is not a postcode.", value), "Write it as it stands on an envelope: SL1 2AB."
	case "email":
		m.What, m.How = fmt.Sprintf("%q is not an e-mail address.", value), "Write it as name@example.org."
	case "numeric":
		m.What, m.How = fmt.Sprintf("%q is not a number.", value), "Write digits only: 3, or 2.5."
	default:
		m.What, m.How = "is not as expected.", "See docs/request.md."
	}
	return m
}

func isCivilDay(s string) bool { _, err := statute.ParseDay(s); return err == nil }

func isInstant(s string) bool { _, err := time.Parse(time.RFC3339, s); return err == nil }

var (
	upnShape      = regexp.MustCompile(`^[A-Z]\d{11}[A-Z0-9]$`)
	postcodeShape = regexp.MustCompile(`^(GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})$`)
)

func isPostcode(s string) bool { return postcodeShape.MatchString(strings.ToUpper(s)) }

// upnFault says what is wrong with a unique pupil number, or nothing.
//
// The first letter checks the other twelve: each is weighed by its place from 2 to 13, and the sum mod 23 picks a
// letter of the table. A temporary number ends in a letter, which weighs what its place in the table says.
func upnFault(s string) string {
	s = strings.ToUpper(strings.TrimSpace(s))
	if !upnShape.MatchString(s) {
		return "it should be a letter and twelve digits, or a letter, eleven digits and a letter"
	}
	sum := 0
	for i, c := range s[1:] {
		weight := strings.IndexRune(checkLetters, c)
		if d, err := strconv.Atoi(string(c)); err == nil {
			weight = d
		}
		if weight < 0 {
			return fmt.Sprintf("it cannot end in %c", c)
		}
		sum += (i + 2) * weight
	}
	if want := checkLetters[sum%len(checkLetters)]; s[0] != want {
		return fmt.Sprintf("its check letter should be %c", want)
	}
	return ""
}
