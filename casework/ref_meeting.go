package casework

import (
	"fmt"
	"regexp"
	"strings"
)

// MeetingRef is the reference of a panel's meeting, as "MTG-2026-0007-X": the year of the meeting, a counter and a check
// letter.
type MeetingRef string

var meetingShape = regexp.MustCompile(`^MTG-(\d{4})-(\d{4,})-([A-Z])$`)

// NewMeetingRef makes the reference of the n-th meeting planned for the year.
func NewMeetingRef(year, n int) MeetingRef {
	digits := fmt.Sprintf("%04d%04d", year, n)
	return MeetingRef(fmt.Sprintf("MTG-%04d-%04d-%c", year, n, checkLetter(digits)))
}

// ParseMeetingRef reads a reference as somebody typed or copied it. The error says what is wrong with it.
func ParseMeetingRef(s string) (MeetingRef, error) {
	tidy := strings.ToUpper(strings.TrimSpace(s))
	m := meetingShape.FindStringSubmatch(tidy)
	if m == nil {
		return "", fmt.Errorf("%q is not a meeting’s reference: it should look like %s", s, NewMeetingRef(2026, 7))
	}
	if m[3][0] != checkLetter(m[1]+m[2]) {
		return "", fmt.Errorf("%s is not a meeting’s reference: its last letter does not fit its digits. Copy it again from the list", tidy)
	}
	return MeetingRef(tidy), nil
}

// Year is the calendar year that the reference carries, 0 where it is none.
func (r MeetingRef) Year() int { return Ref(strings.Replace(string(r), "MTG-", "SEN-", 1)).Year() }
