package records

import (
	"cmp"
	"strconv"
	"strings"
)

// The tables in which doings lie, in the order in which they stand where they were stored at one moment.
const (
	markEntry = "e"
	markRead  = "r"
)

// doingPlace is where a doing stands among all: by its moment, its table, and its place there.
type doingPlace struct {
	at     string // as it is stored; empty for before the first
	letter string
	of     string // the case of an event, the day of a read
	n      int64
}

// String writes the place as it stands in an address.
func (p doingPlace) String() string {
	return strings.Join([]string{p.at, p.letter, p.of, strconv.FormatInt(p.n, 10)}, "_")
}

func parseMark(mark string) (doingPlace, error) {
	if mark == "" {
		return doingPlace{}, nil
	}
	parts := strings.Split(mark, "_")
	if len(parts) != 4 || parts[1] != markEntry && parts[1] != markRead {
		return doingPlace{}, ErrNoMark
	}
	n, err := strconv.ParseInt(parts[3], 10, 64)
	if _, wrong := unstamped(parts[0]); err != nil || wrong != nil {
		return doingPlace{}, ErrNoMark
	}
	return doingPlace{at: parts[0], letter: parts[1], of: storable(parts[2]), n: n}, nil
}

func (p doingPlace) compare(o doingPlace) int {
	return cmp.Or(cmp.Compare(p.at, o.at), cmp.Compare(p.letter, o.letter), cmp.Compare(p.of, o.of), cmp.Compare(p.n, o.n))
}
