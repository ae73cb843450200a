package casework

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// The readings of amounts: numbers, percentages, pounds, ratios, ages. People write £1,240 and 96.8% and 1 : 4; all of
// these are taken, and none is changed where it stands.

var (
	numberShape = regexp.MustCompile(`^[+-]?([0-9]{1,9}(\.[0-9]{0,6})?|\.[0-9]{1,6})$`)
	poundsShape = regexp.MustCompile(`^£? ?([0-9]{1,3}(,[0-9]{3}){1,2}|[0-9]{1,9})(\.[0-9]{1,6})?$`)
	ratioShape  = regexp.MustCompile(`^([0-9]{1,2}) ?[:/] ?([0-9]{1,2})$`)
	agedShape   = regexp.MustCompile(`^([0-9]{1,2})(?: ?(?:years?|yrs?|y)?[ ,:.;/-]*(?:and )?([0-9]{1,2})(?: ?(?:months?|mths?|m))?| ?(?:years?|yrs?|y)?)$`)
)

// Number reads the text as a number, and reports whether it is one.
func (t Text) Number() (float64, bool) {
	s := t.Line()
	if !numberShape.MatchString(s) {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}

// Percentage reads the text as a percentage, with or without its sign.
func (t Text) Percentage() (float64, bool) {
	return Text(strings.TrimSpace(strings.TrimSuffix(t.Line(), "%"))).Number()
}

// Pence is an amount of money in pence.
type Pence int64

// String is the amount as it is written: £1,240 or £12.50.
func (p Pence) String() string {
	pounds := strconv.FormatInt(int64(p)/100, 10)
	for at := len(pounds) - 3; at > 0; at -= 3 {
		pounds = pounds[:at] + "," + pounds[at:]
	}
	if rest := p % 100; rest != 0 {
		return fmt.Sprintf("£%s.%02d", pounds, rest)
	}
	return "£" + pounds
}

// Pounds reads the text as an amount in pounds.
func (t Text) Pounds() (Pence, bool) {
	s := t.Line()
	if !poundsShape.MatchString(s) {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.NewReplacer("£", "", ",", "", " ", "").Replace(s), 64)
	return Pence(math.Round(n * 100)), err == nil
}

// adultsToChildren reads a ratio such as 1:4.
func (t Text) adultsToChildren() (adults, children float64, ok bool) {
	m := ratioShape.FindStringSubmatch(t.Line())
	if m == nil {
		return 0, 0, false
	}
	a, _ := strconv.Atoi(m[1])
	c, _ := strconv.Atoi(m[2])
	return float64(a), float64(c), a > 0 && c > 0
}

// Months reads an age in years and months (6:04, “6 years 4 months”) as months.
func (t Text) Months() (int, bool) {
	m := agedShape.FindStringSubmatch(strings.ToLower(t.Line()))
	if m == nil {
		return 0, false
	}
	years, _ := strconv.Atoi(m[1])
	months, _ := strconv.Atoi(m[2])
	return 12*years + months, months < 12
}

// between is the fault of a number outside its bounds, written "0:60".
func between(bounds string, whole bool, s string, read func(Text) (float64, bool)) string {
	low, high := boundsOf(bounds)
	n, ok := read(Text(s))
	switch {
	case !ok:
		return "it is not a number"
	case whole && n != math.Trunc(n):
		return "it is not a whole number"
	case n < low || n > high:
		return fmt.Sprintf("it does not lie between %g and %g", low, high)
	}
	return ""
}

func boundsOf(bounds string) (low, high float64) {
	from, to, _ := strings.Cut(bounds, ":")
	low, _ = strconv.ParseFloat(from, 64)
	high, _ = strconv.ParseFloat(to, 64)
	return low, high
}
