package statute

import (
	"fmt"
	"strings"
)

// Channel is a way by which a notice travels to a family.
type Channel string

// The channels, with the day on which each is taken to arrive (Interpretation Act 1978, s.7; Practice Direction
// [1985] 1 All ER 889; Education Act 1996, s.572).
const (
	FirstClass  Channel = "first-class"  // the second working day after posting; the default
	SecondClass Channel = "second-class" // the fourth working day after posting
	Notify      Channel = "notify"       // GOV.UK Notify first class: posted the working day after it is uploaded
	Email       Channel = "email"        // the same day
	Hand        Channel = "hand"         // the same day: delivered, or left at the address
)

// Channels returns every channel, the default first.
func Channels() []Channel { return []Channel{FirstClass, SecondClass, Notify, Email, Hand} }

// ParseChannel reads the name of a channel; nothing means first class.
func ParseChannel(s string) (Channel, error) {
	if s == "" {
		return FirstClass, nil
	}
	names := make([]string, 0, len(Channels()))
	for _, c := range Channels() {
		if string(c) == s {
			return c, nil
		}
		names = append(names, string(c))
	}
	return "", fmt.Errorf("%q is not a way to send a notice: choose one of %s", s, strings.Join(names, ", "))
}

// words names the channel in a sentence.
func (c Channel) words() string {
	switch c {
	case FirstClass:
		return "first class post"
	case SecondClass:
		return "second class post"
	case Notify:
		return "upload to GOV.UK Notify (first class)"
	case Email:
		return "e-mail"
	case Hand:
		return "delivery by hand"
	}
	return string(c)
}

// travel returns how many working days lie between handing a notice to the channel and the day it is deemed served.
func (c Channel) travel() (workingDays int, err error) {
	switch c {
	case FirstClass, "":
		return 2, nil
	case SecondClass:
		return 4, nil
	case Notify:
		return 3, nil
	case Email, Hand:
		return 0, nil
	}
	_, err = ParseChannel(string(c))
	return 0, err
}

// Deemed returns the day on which a notice handed to the channel on day handed is taken to be served, unless the
// contrary is shown.
func (c Channel) Deemed(handed Day) (Day, error) {
	n, err := c.travel()
	if err != nil {
		return Day{}, err
	}
	served, err := AddWorkingDays(handed, n)
	if err != nil {
		return Day{}, fmt.Errorf("counting the %s post from %s: %w", c, handed.Short(), err)
	}
	return served, nil
}

// LastHandover returns the last day on which a notice can be handed to the channel so that it is deemed served by
// due: a working day for post, due itself for e-mail and by hand. It knows nothing of the day staff work to:
// Dates.SendBy is never after Dates.WorkBy.
func (c Channel) LastHandover(due Day) (Day, error) { return c.lastHandover(today(), due) }

func (c Channel) lastHandover(cal *calendar, due Day) (Day, error) {
	n, err := c.travel()
	if err != nil || n == 0 {
		return due, err
	}
	arrival, err := cal.onOrBefore(due)
	if err != nil {
		return Day{}, err
	}
	return cal.add(arrival, -n)
}
