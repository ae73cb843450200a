package casework

import (
	"fmt"
	"regexp"
	"strings"
)

// The checks of the numbers by which people, settings and places are known. Each says what is wrong with a number, or
// nothing.

var (
	upnShape      = regexp.MustCompile(`^[A-Z][0-9]{11}[A-Z0-9]$`)
	postcodeShape = regexp.MustCompile(`^(GIR ?0AA|[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2})$`)
	urnShape      = regexp.MustCompile(`^[1-9][0-9]{5}$`)
	ukprnShape    = regexp.MustCompile(`^1[0-9]{7}$`)
	laEstabShape  = regexp.MustCompile(`^[2-9][0-9]{2}[/ -]?[0-9]{4}$`)
	tenDigits     = regexp.MustCompile(`^[0-9]{10}$`)
)

// upnFault says what is wrong with a unique pupil number.
//
// The first letter checks the other twelve places: each is weighed by its place from 2 to 13, and the sum mod 23 picks
// a letter of the table. A temporary number ends in a letter, which weighs what its place in the table says.
func upnFault(s string) string {
	s = strings.ToUpper(s)
	if !upnShape.MatchString(s) {
		return "it should be a letter and twelve digits or, if temporary, a letter, eleven digits and a letter"
	}
	sum := 0
	for i, c := range s[1:] {
		weight := int(c - '0')
		if c > '9' {
			weight = strings.IndexRune(checkLetters, c)
		}
		if weight < 0 {
			return fmt.Sprintf("it cannot end in %c", c)
		}
		sum += (i + 2) * weight
	}
	switch want := checkLetters[sum%len(checkLetters)]; {
	case s[0] == want:
		return ""
	case !strings.ContainsRune(checkLetters, rune(s[0])):
		return fmt.Sprintf("it cannot begin with %c", s[0])
	default:
		return "its first letter does not fit the other twelve signs, so one of the thirteen is a slip"
	}
}

// nhsFault says what is wrong with an NHS number: the tenth digit checks the nine before it, weighed 10 to 2, mod 11.
func nhsFault(s string) string {
	digits := withoutGaps(s)
	if !tenDigits.MatchString(digits) {
		return "it should be ten digits"
	}
	check := 11 - weighed(digits)%11
	if check == 11 {
		check = 0
	}
	if check != int(digits[9]-'0') {
		return "its last digit does not fit the other nine, so one of the ten is a slip"
	}
	return ""
}

// ulnFault says what is wrong with a unique learner number: the tenth digit is 10 less the weighed sum mod 11 of the
// nine before it; where that remainder is 0 no number is given out.
func ulnFault(s string) string {
	digits := withoutGaps(s)
	if !tenDigits.MatchString(digits) || digits[0] == '0' {
		return "it should be ten digits, and not begin with 0"
	}
	if rest := weighed(digits) % 11; rest == 0 || 10-rest != int(digits[9]-'0') {
		return "its last digit does not fit the other nine, so one of the ten is a slip"
	}
	return ""
}

// weighed is the sum of the first nine digits, each times its weight from 10 down to 2.
func weighed(digits string) int {
	sum := 0
	for i := range 9 {
		sum += (10 - i) * int(digits[i]-'0')
	}
	return sum
}

// withoutGaps takes out the spaces and hyphens with which long numbers are written.
func withoutGaps(s string) string {
	return strings.NewReplacer(" ", "", "-", "", "\u00A0", "").Replace(s)
}

// shaped is the fault of what does not match a shape.
func shaped(shape *regexp.Regexp, should string) func(string) string {
	return func(s string) string {
		if shape.MatchString(strings.ToUpper(s)) {
			return ""
		}
		return should
	}
}

var phoneSigns = regexp.MustCompile(`^[0-9 +().\-]+$`)

// phoneFault says what is wrong with a telephone number. An extension may follow it.
func phoneFault(s string) string {
	number := s
	if at := strings.IndexAny(s, "xXeE#"); at > 0 {
		number = s[:at]
	}
	written := strings.Map(func(r rune) rune {
		if r == '+' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, number)
	digits := len(strings.ReplaceAll(written, "+", ""))
	switch {
	case !phoneSigns.MatchString(number):
		return "it holds other signs than a telephone number has"
	case digits < 9, digits > 15:
		return fmt.Sprintf("it has %d digits", digits)
	case digits == 10 && strings.HasPrefix(written, "7"): // a spreadsheet takes the 0 away
		return "its first 0 is missing"
	case digits != 11 && strings.HasPrefix(written, "07"):
		return fmt.Sprintf("a mobile number has 11 digits and this one has %d", digits)
	}
	return ""
}
