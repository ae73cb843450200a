package casework

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"sendpanel/statute"
)

// occasion is what the days of a request are held against: the day of receipt and the day of birth. Either is none
// where it is not known. A request reads no clock: its future begins after the day on which it was received.
type occasion struct{ received, born statute.Day }

func (r Request) occasion() occasion {
	on := occasion{born: dayOrNone(r.Child.DateOfBirth)}
	if at, err := r.Received(); err == nil && counted(statute.DayOf(at)) == nil {
		on.received = statute.DayOf(at) // a slip of the year would make every other date look wrong
	}
	if !on.received.IsZero() && on.born.After(on.received) {
		on.born = statute.Day{}
	}
	return on
}

// dayFault says what is wrong with a date as such: 30 February is none.
func dayFault(s string) string {
	if _, err := statute.ParseDay(s); err != nil {
		return "it is not a day of the calendar"
	}
	return ""
}

// pastFault says what is wrong with a date that cannot lie in the future.
func (on occasion) pastFault(s string) string {
	if fault := dayFault(s); fault != "" {
		return fault
	}
	if day := dayOrNone(Text(s)); !on.received.IsZero() && day.After(on.received) {
		return fmt.Sprintf("it lies after the day of receipt, %s", on.received.Short())
	}
	return ""
}

// livedFault says what is wrong with a date on which the child must have been alive.
func (on occasion) livedFault(s string) string {
	if fault := on.pastFault(s); fault != "" {
		return fault
	}
	if day := dayOrNone(Text(s)); !on.born.IsZero() && day.Before(on.born) {
		return "it lies before the date of birth"
	}
	return ""
}

// eldest is the age up to which the Act reaches: 25, and to the end of the school year in which it is reached (s.46).
const eldest = 25

// bornFault says what is wrong with a date of birth.
func (on occasion) bornFault(s string) string {
	if fault := on.pastFault(s); fault != "" {
		return fault
	}
	born := dayOrNone(Text(s))
	if on.received.IsZero() || !on.received.After(endOfReach(born)) {
		return ""
	}
	return fmt.Sprintf("it makes them %d on the day of receipt, and the Act reaches to %d", Identity{DateOfBirth: born}.AgeOn(on.received), eldest)
}

// endOfReach is the last day of the school year, 1 September to 31 August, in which somebody born on the day turns 25.
func endOfReach(born statute.Day) statute.Day {
	birthday := born.AddMonthsRounded(12*eldest, statute.ToNextMonth)
	year := birthday.Year()
	if birthday.Month() >= time.September {
		year++
	}
	return statute.Date(year, time.August, 31)
}

var schoolYearShape = regexp.MustCompile(`^(20[0-9]{2})[/-]((?:20)?[0-9]{2})$`)

// schoolYearFault says what is wrong with a school year, written 2025/26.
func (on occasion) schoolYearFault(s string) string {
	m := schoolYearShape.FindStringSubmatch(s)
	if m == nil {
		return "it is not a school year"
	}
	begins, _ := strconv.Atoi(m[1])
	ends, _ := strconv.Atoi(m[2])
	switch {
	case (begins+1)%100 != ends%100 || ends > 100 && ends != begins+1:
		return "it is not one school year: the second is not the year after the first"
	case !on.received.IsZero() && statute.Date(begins, time.August, 1).After(on.received):
		return "it begins after the day of receipt"
	}
	return ""
}

// instantFault says what is wrong with a moment.
func instantFault(s string) string {
	if _, err := readMoment(s); err != nil {
		return "it is not a moment"
	}
	return ""
}

// readMoment reads a moment as it may be written: with its zone, by London’s clock without one, or a day alone, which
// counts from its first instant.
func readMoment(s string) (time.Time, error) {
	at, err := time.Parse(time.RFC3339, s)
	if err == nil {
		return at, nil
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if at, err := time.ParseInLocation(layout, s, statute.London()); err == nil {
			return at, nil
		}
	}
	day, dayErr := statute.ParseDay(s)
	if dayErr != nil {
		return time.Time{}, err
	}
	return day.Start(), nil
}
