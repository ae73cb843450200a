package statute

import (
	"fmt"
	"slices"
	"time"
)

// calendar is one edition of England's working days. Its methods refuse a day outside the window it covers.
type calendar struct {
	id       string
	from, to Day
	holidays []Holiday
}

// CoverageError says that a computation needed a day for which the bank holidays are not known here. A date that
// rests on a guess is worse than none.
type CoverageError struct {
	Day, From, To Day
}

// Error names the day, the window and the way out.
func (e *CoverageError) Error() string {
	return fmt.Sprintf("%s is outside %s to %s, the years whose bank holidays are recorded: record that year's before counting in it",
		e.Day.Short(), e.From.Short(), e.To.Short())
}

// Coverage returns the first and last day for which working days are known.
func Coverage() (from, to Day) { return today().from, today().to }

// BankHolidays returns the days, weekends apart, that are not working days in England within the coverage window.
func BankHolidays() []Holiday { return slices.Clone(today().holidays) }

// CalendarID names the edition of the calendar that new computations use; a proof carries it.
func CalendarID() string { return today().id }

// IsWorkingDay reports whether d is a working day in England: not a Saturday, a Sunday, Good Friday, Christmas Day or
// a bank holiday (SEND Regulations 2014, reg 2; Tribunal Procedure (HESC) Rules 2008, rule 1). Outside the coverage
// window it returns a *CoverageError.
func IsWorkingDay(d Day) (bool, error) { return today().working(d) }

// NextWorkingDay returns the first working day after d.
func NextWorkingDay(d Day) (Day, error) { return AddWorkingDays(d, 1) }

// PreviousWorkingDay returns the last working day before d.
func PreviousWorkingDay(d Day) (Day, error) { return AddWorkingDays(d, -1) }

// WorkingDayOnOrBefore returns d if it is a working day, otherwise the last one before it.
func WorkingDayOnOrBefore(d Day) (Day, error) { return today().onOrBefore(d) }

// WorkingDayOnOrAfter returns d if it is a working day, otherwise the first one after it.
func WorkingDayOnOrAfter(d Day) (Day, error) { return today().onOrAfter(d) }

// AddWorkingDays returns the nth working day after d, or before it when n is negative. The day d is not counted;
// n of 0 returns d itself, working day or not.
func AddWorkingDays(d Day, n int) (Day, error) { return today().add(d, n) }

func today() *calendar { return calendars[len(calendars)-1] }

func calendarByID(id string) (*calendar, error) {
	for _, c := range calendars {
		if c.id == id {
			return c, nil
		}
	}
	return nil, fmt.Errorf("no calendar %q is recorded", id)
}

func (c *calendar) working(d Day) (bool, error) {
	if d.Before(c.from) || d.After(c.to) {
		return false, &CoverageError{Day: d, From: c.from, To: c.to}
	}
	if weekday := d.Weekday(); weekday == time.Saturday || weekday == time.Sunday {
		return false, nil
	}
	return !c.isHoliday(d), nil
}

func (c *calendar) isHoliday(d Day) bool {
	_, found := c.holiday(d)
	return found
}

func (c *calendar) holiday(d Day) (Holiday, bool) {
	i, found := slices.BinarySearchFunc(c.holidays, d, func(h Holiday, d Day) int { return h.Day.Compare(d) })
	if !found {
		return Holiday{}, false
	}
	return c.holidays[i], true
}

func (c *calendar) onOrBefore(d Day) (Day, error) { return c.seek(d, -1) }

func (c *calendar) onOrAfter(d Day) (Day, error) { return c.seek(d, 1) }

// seek walks from d by step until it stands on a working day.
func (c *calendar) seek(d Day, step int) (Day, error) {
	for {
		working, err := c.working(d)
		if err != nil {
			return Day{}, err
		}
		if working {
			return d, nil
		}
		d = d.AddDays(step)
	}
}

func (c *calendar) add(d Day, n int) (Day, error) {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for ; n > 0; n-- {
		var err error
		if d, err = c.seek(d.AddDays(step), step); err != nil {
			return Day{}, err
		}
	}
	return d, nil
}
