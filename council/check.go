package council

import (
	"errors"
	"fmt"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/go-playground/validator/v10"
)

// checkValues checks each value by itself, by the tags on the types.
func (c Council) checkValues(found *faults) {
	var wrong validator.ValidationErrors
	if err := newValidator().Struct(c); !errors.As(err, &wrong) {
		return
	}
	for _, w := range wrong {
		_, path, _ := strings.Cut(w.Namespace(), ".")
		what, mend := words(w)
		found.addf(path, mend, "%s", what)
	}
}

// newValidator is the validator with this package's own checks.
func newValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		return name
	})
	for tag, holds := range map[string]func(string) bool{
		"id": idShape.MatchString, "colour": colourShape.MatchString, "postcode": postcodeShape.MatchString,
		"phone": phoneShape.MatchString, "urn": urnShape.MatchString, "web": isWeb, "clock": clockShape.MatchString,
		"language": languageShape.MatchString, "path": pathShape.MatchString,
	} {
		check := func(fl validator.FieldLevel) bool { return holds(fl.Field().String()) }
		if err := v.RegisterValidation(tag, check); err != nil {
			panic(fmt.Sprintf("council: register the check %s: %v", tag, err))
		}
	}
	if err := v.RegisterValidation("choice", isChoice); err != nil {
		panic(fmt.Sprintf("council: register the check choice: %v", err))
	}
	return v
}

// isChoice takes one of the [choices] of the field's type.
func isChoice(fl validator.FieldLevel) bool {
	return slices.Contains(choices(fl.Field().Type()), fl.Field().String())
}

var (
	idShape       = regexp.MustCompile(`^[a-z0-9]+([.-][a-z0-9]+)*$`)
	colourShape   = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	postcodeShape = regexp.MustCompile(`^(GIR 0AA|[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2})$`)
	phoneShape    = regexp.MustCompile(`^(\+44 ?|0)[0-9][0-9 ]{7,13}[0-9]$`)
	urnShape      = regexp.MustCompile(`^[0-9]{6}$`)
	pathShape     = regexp.MustCompile(`^[Mm][-+.,0-9eE MmLlHhVvCcSsQqTtZz]*$`)
	clockShape    = regexp.MustCompile(`^([01][0-9]|2[0-3]):[0-5][0-9]$`)
	languageShape = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
)

// isWeb takes an https address with a host: families are not sent to a page that can be read on the way.
func isWeb(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Scheme == "https" && u.Host != "" && !strings.ContainsAny(s, " \t")
}

// words says what is wrong with a value and how to mend it.
func words(w validator.FieldError) (what, mend string) {
	value := fmt.Sprint(w.Value())
	switch w.Tag() {
	case "required":
		return "is empty.", "Fill it in."
	case "required_if":
		return "is missing, and determine_on_receipt is true.", "Name the decision-maker in whose name that rule stands."
	case "min":
		if w.Kind() == reflect.Slice {
			return "is an empty list.", "Give at least one entry."
		}
		return fmt.Sprintf("is %s.", value), fmt.Sprintf("Give %s or more.", w.Param())
	case "max":
		if w.Kind() != reflect.Slice {
			return fmt.Sprintf("is %s.", value), fmt.Sprintf("Give %s or less.", w.Param())
		}
		return fmt.Sprintf("has more than %s entries.", w.Param()), "Leave some out: more do not fit the address block of a letter."
	case "eq":
		return fmt.Sprintf("is %q.", value), fmt.Sprintf("This version reads %s.", w.Param())
	case "oneof":
		return fmt.Sprintf("%q is not one of the choices.", value), fmt.Sprintf("Choose one of: %s.", strings.Join(strings.Fields(w.Param()), ", "))
	case "choice":
		return fmt.Sprintf("%q is not one of the choices.", value), fmt.Sprintf("Choose one of: %s.", strings.Join(choices(w.Type()), ", "))
	case "unique":
		return "has an entry twice.", "Keep one of them."
	case "id":
		return fmt.Sprintf("%q is not an ID.", value), "Write small letters and digits, with dots or hyphens between: amina.khan, canal-street-primary."
	case "colour":
		return fmt.Sprintf("%q is not a colour.", value), "Write it as #1d4f91: six hexadecimal digits after the #."
	case "postcode":
		return fmt.Sprintf("%q is not a postcode.", value), "Write it as it stands on an envelope: SL1 2AB."
	case "phone":
		return fmt.Sprintf("%q is not a telephone number.", value), "Write it as 01632 960100."
	case "email":
		return fmt.Sprintf("%q is not an e-mail address.", value), "Write it as name@example.org."
	case "web":
		return fmt.Sprintf("%q is not a web address.", value), "Write it whole, beginning with https://."
	case "clock":
		return fmt.Sprintf("%q is not a time of day.", value), "Write it as 09:30, from 00:00 to 23:59."
	case "path":
		return "is not the outline of a shape.", "Copy the d of an SVG path, and have the drawing program turn arcs (A) into curves."
	case "language":
		return fmt.Sprintf("%q is not the code of a language.", value), "Write it as pa, or as pa-Arab with a script."
	case "urn":
		return fmt.Sprintf("%q is not a unique reference number.", value), "Copy its six digits from Get Information about Schools, or leave it out."
	}
	return "is not as expected.", "Compare it with the settings of the invented council."
}
