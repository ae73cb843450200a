package casework

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Ref is the reference of a case, as "SEN-2026-0412-E": the year of receipt, a counter and a check letter.
type Ref string

// checkLetters is the table of the unique pupil number: no I, O or S, which are misread.
const checkLetters = "ABCDEFGHJKLMNPQRTUVWXYZ"

var refShape = regexp.MustCompile(`^SEN-(\d{4})-(\d{4,})-([A-Z])$`)

// NewRef makes the reference of the n-th request received in the year. Past 9999 the counter takes more digits.
func NewRef(year, n int) Ref {
	digits := fmt.Sprintf("%04d%04d", year, n)
	return Ref(fmt.Sprintf("SEN-%04d-%04d-%c", year, n, checkLetter(digits)))
}

// ParseRef reads a reference as somebody typed or copied it. The error says what is wrong with it: its shape, or a
// check letter that shows a slip of the pen.
func ParseRef(s string) (Ref, error) {
	tidy := strings.ToUpper(strings.TrimSpace(s))
	m := refShape.FindStringSubmatch(tidy)
	if m == nil {
		return "", fmt.Errorf("%q is not a case reference: it should look like SEN-2026-0412-E", s)
	}
	if want := checkLetter(m[1] + m[2]); m[3][0] != want {
		return "", fmt.Errorf("%s is not a case reference: its last letter does not fit its digits. Copy it again from the letter or the list", tidy)
	}
	return Ref(tidy), nil
}

// Year is the calendar year of receipt that the reference carries.
func (r Ref) Year() int {
	if m := refShape.FindStringSubmatch(string(r)); m != nil {
		y, _ := strconv.Atoi(m[1])
		return y
	}
	return 0
}

// checkLetter weighs each digit by its place, from 2, as the unique pupil number does.
func checkLetter(digits string) byte {
	sum := 0
	for i, d := range digits {
		sum += (i + 2) * int(d-'0')
	}
	return checkLetters[sum%len(checkLetters)]
}
