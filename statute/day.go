package statute

import (
	"fmt"
	"strconv"
	"time"
)

// Day is a civil day in Europe/London, with no clock and no zone: the unit in which every limit of the Act and the
// Regulations is counted. The zero Day means "no day". Days compare with ==.
type Day struct {
	// n counts days from Monday 1 January of year 1, which is 1.
	n int32
}

const (
	unixEpoch  = 719163  // Thursday 1 January 1970
	lastDay    = 3652059 // 31 December 9999, the last day that ISO 8601 writes in four digits
	isoLayout  = "2006-01-02"
	shortStyle = "Mon 2 Jan 2006"
	longStyle  = "Monday 2 January 2006"
)

// Date returns the civil day of a year, month and day of the month. Values out of range are carried over, as
// time.Date does; a day before year 1 or after year 9999 gives the zero Day.
func Date(year int, month time.Month, day int) Day {
	return ofUTC(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

func ofUTC(t time.Time) Day {
	return within(t.Unix()/86400 + unixEpoch)
}

func within(n int64) Day {
	if n < 1 || n > lastDay {
		return Day{}
	}
	return Day{int32(n)}
}

// ParseDay reads a day written 2026-11-23 (ISO 8601, exactly ten characters). Its error says how to write it.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(isoLayout, s)
	if err != nil || t.Year() < 1 {
		return Day{}, fmt.Errorf("%q is not a day: write it as year, month, day, for example 2026-11-23", s)
	}
	return ofUTC(t), nil
}

// DayOf returns the civil day in London at the instant t: an e-mail that arrives at 23:50 on a Sunday in London
// arrived on the Sunday, whatever zone its time stamp is written in.
func DayOf(t time.Time) Day {
	return Date(t.In(London()).Date())
}

func (d Day) utc() time.Time {
	return time.Unix(int64(d.n-unixEpoch)*86400, 0).UTC()
}

// Date returns the year, the month and the day of the month. The zero Day gives zeros.
func (d Day) Date() (year int, month time.Month, day int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	return d.utc().Date()
}

// Year returns the calendar year, 0 for the zero Day.
func (d Day) Year() int {
	year, _, _ := d.Date()
	return year
}

// Month returns the month of the year, 0 for the zero Day.
func (d Day) Month() time.Month {
	_, month, _ := d.Date()
	return month
}

// IsZero reports whether d is no day at all.
func (d Day) IsZero() bool { return d.n == 0 }

// Equal reports whether both are the same day; it is == under a name that comparing tools look for.
func (d Day) Equal(other Day) bool { return d == other }

// Before reports whether d falls earlier than other.
func (d Day) Before(other Day) bool { return d.n < other.n }

// After reports whether d falls later than other.
func (d Day) After(other Day) bool { return d.n > other.n }

// Compare returns -1, 0 or +1 as d is before, the same as or after other.
func (d Day) Compare(other Day) int {
	switch {
	case d.n < other.n:
		return -1
	case d.n > other.n:
		return 1
	}
	return 0
}

// Sub returns the number of days from other to d: 42 from the day of a request to the last day of its six weeks.
func (d Day) Sub(other Day) int { return int(d.n - other.n) }

// AddDays returns the day n days later, or earlier when n is negative. No day plus anything is no day.
func (d Day) AddDays(n int) Day {
	if d.IsZero() {
		return Day{}
	}
	return within(int64(d.n) + int64(n))
}

// AddWeeks returns the same weekday n weeks later, or earlier when n is negative.
func (d Day) AddWeeks(n int) Day { return d.AddDays(7 * n) }

// Rounding says which day stands for a corresponding date that its month does not have, such as 30 February.
type Rounding int

const (
	// ToMonthEnd takes the last day of that month: the rule of Dodds v Walker [1981] 1 WLR 1027, and of this package.
	ToMonthEnd Rounding = iota
	// ToNextMonth takes the first day of the month after.
	ToNextMonth
)

// AddMonths returns the corresponding date n months later (earlier when n is negative): the same day number in
// that month, or the last day of the month if it has no such day (ToMonthEnd).
func (d Day) AddMonths(n int) Day { return d.AddMonthsRounded(n, ToMonthEnd) }

// AddMonthsRounded is AddMonths with the rounding chosen by the caller.
func (d Day) AddMonthsRounded(n int, r Rounding) Day {
	if d.IsZero() {
		return Day{}
	}
	year, month, day := d.Date()
	first := time.Date(year, month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	if length := daysIn(first); day > length {
		if r == ToNextMonth {
			return ofUTC(first.AddDate(0, 1, 0))
		}
		day = length
	}
	return ofUTC(first.AddDate(0, 0, day-1))
}

// hasCorresponding reports whether the month n months away has d's day number.
func (d Day) hasCorresponding(n int) bool {
	return d.AddMonthsRounded(n, ToMonthEnd) == d.AddMonthsRounded(n, ToNextMonth)
}

func daysIn(first time.Time) int {
	return first.AddDate(0, 1, -1).Day()
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return time.Weekday(d.n % 7) }

// Start returns the instant at which the day begins in London, 00:00 by its clock.
func (d Day) Start() time.Time { return d.At(0, 0) }

// At returns the instant at which London clocks show hour and minute on the day. An hour that the spring change
// skips is read by the clock before it; an hour that the autumn change repeats is its first occurrence.
func (d Day) At(hour, minute int) time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	year, month, day := d.Date()
	winter := time.Date(year, month, day, hour, minute, 0, 0, time.UTC)
	summer := winter.Add(-time.Hour).In(London())
	if summer.Hour() == winter.Hour() && summer.Minute() == winter.Minute() {
		return summer
	}
	return time.Date(year, month, day, hour, minute, 0, 0, London())
}

// String writes the day as 2026-11-23, and the zero Day as nothing.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return string(d.appendISO(make([]byte, 0, 10)))
}

func (d Day) appendISO(b []byte) []byte { return d.utc().AppendFormat(b, isoLayout) }

// Short writes the day as Mon 23 Nov 2026: for tables and lists.
func (d Day) Short() string { return d.format(shortStyle) }

// Long writes the day as Monday 23 November 2026: for letters.
func (d Day) Long() string { return d.format(longStyle) }

func (d Day) format(layout string) string {
	if d.IsZero() {
		return ""
	}
	return d.utc().Format(layout)
}

// MarshalText writes the day as String does.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes: a day, or nothing for the zero Day.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Day{}
		return nil
	}
	parsed, err := ParseDay(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// GoString writes the day as the call that makes it, for failed tests.
func (d Day) GoString() string {
	if d.IsZero() {
		return "statute.Day{}"
	}
	year, month, day := d.Date()
	return "statute.Date(" + strconv.Itoa(year) + ", time." + month.String() + ", " + strconv.Itoa(day) + ")"
}
