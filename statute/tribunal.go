package statute

import "time"

// tribunalRecess reports whether d lies in August or in 25 December to 1 January, days that rule 12(3) of the HESC
// Rules does not count.
func tribunalRecess(d Day) bool {
	_, month, day := d.Date()
	return month == time.August || month == time.December && day >= 25 || month == time.January && day == 1
}

// afterRule12 returns the last day on which an appeal to the First-tier Tribunal is in time when its limit ends on
// raw. Rule 12 asks once on which day the time ends: 25 December to 1 January gives the first working day after
// 1 January, August the first after 31 August, any other day that is not a working day the next working day.
//
// A Saturday 31 July therefore gives Monday 2 August and not September: the time did not end in August. Whether the
// rule could be applied twice is open; this is the earlier date, which is safe for the family.
func (c *calendar) afterRule12(raw Day) (Day, error) {
	year, month, _ := raw.Date()
	switch {
	case !tribunalRecess(raw):
		return c.onOrAfter(raw)
	case month == time.August:
		return c.onOrAfter(Date(year, time.September, 1))
	case month == time.December:
		return c.onOrAfter(Date(year+1, time.January, 2))
	}
	return c.onOrAfter(Date(year, time.January, 2))
}
