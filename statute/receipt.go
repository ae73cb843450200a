package statute

import (
	"errors"
	"fmt"
	"time"
)

// ReceiptDay returns the day on which a request was received: the London day of its first arrival anywhere in the
// council by any channel, out of hours too. That it was incomplete, or acknowledged later, changes nothing.
func ReceiptDay(first time.Time, others ...time.Time) (Day, error) {
	for _, t := range others {
		if t.Before(first) {
			first = t
		}
	}
	if first.IsZero() {
		return Day{}, errors.New("no moment of receipt: record when the request first reached the council")
	}
	return DayOf(first), nil
}

// ParseMoment reads a day (2026-11-23) or a moment and returns its London day. A moment without a zone is by London's
// clock: 2026-11-23T23:50, 2026-11-23 23:50:00; one with a zone is an instant: 2026-06-30T23:30:00Z is 1 July.
func ParseMoment(s string) (Day, error) {
	if d, err := ParseDay(s); err == nil {
		return d, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, s, London()); err == nil && t.Year() > 1 && t.Year() < 9999 {
			return DayOf(t), nil
		}
	}
	return Day{}, fmt.Errorf("%q is neither a day nor a moment: write 2026-11-23, or 2026-11-23T23:50 by London's clock, or 2026-11-23T23:50:00Z", s)
}
