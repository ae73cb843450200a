package casework

import (
	"errors"
	"fmt"
	"time"

	"sendpanel/statute"
)

// MaxRequest is the largest request read, in bytes. Evidence comes as files beside it, so real ones stay far below.
const MaxRequest = 2 << 20

// The three reasons for which a request cannot be opened as a case. It is kept all the same, with the time it came, as
// a task for an officer: whatever arrived may be a request in law, and its clock may be running.
var (
	ErrUnreadable     = errors.New("the request cannot be read")
	ErrNoChild        = errors.New("no child can be identified")
	ErrNoReceiptFacts = errors.New("nobody who asks, or no day of receipt, can be made out")
)

// Mend is a fault in a request that does not stand in the way of its receipt. What was typed is kept.
type Mend struct {
	Path string `json:"path"` // where, as a path in the request's JSON: "family[0].address"
	What string `json:"what"` // what is wrong, in plain words
	How  string `json:"how"`  // how to put it right
}

func (m Mend) String() string {
	if m.Path == "" {
		return m.What + " " + m.How
	}
	return m.Path + ": " + m.What + " " + m.How
}

// ParseRequest reads a request from its JSON and says what is to be mended in it.
//
// The error is nil unless one of [ErrUnreadable], [ErrNoChild] or [ErrNoReceiptFacts] holds; each is wrapped with what
// to do. A fault in one place loses nothing of the others: a list keeps its other entries, and what has no place in the
// shape of a request is kept in [Request.Unplaced]. The names of fields are read whatever their case, and with a space
// or a hyphen for the underscore.
func ParseRequest(data []byte) (Request, []Mend, error) {
	data, err := readable(data)
	if err != nil {
		return Request{}, nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	r := readRequest(data)
	return r, r.ToMend(), r.openable()
}

// openable says whether one of the three reasons stands against opening a case.
func (r Request) openable() error {
	if !r.namesChild() {
		return fmt.Errorf("%w: child has no name, no number and no description, and there is no letter. Give a name in child.surname or child.forenames, a unique pupil number in child.upn, or say in child.description who the child is", ErrNoChild)
	}
	if q := r.Requester; q.Name.Empty() && q.Type.Empty() && q.Role.Empty() && q.Organisation.Empty() && q.Setting.Empty() && q.Email.Empty() && q.Phone.Empty() {
		return fmt.Errorf("%w: requester is empty. Say in requester.name or requester.type who asks", ErrNoReceiptFacts)
	}
	at, err := r.Received()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoReceiptFacts, err)
	}
	if err := counted(statute.DayOf(at)); err != nil {
		return fmt.Errorf("%w: %w", ErrNoReceiptFacts, err)
	}
	return nil
}

// namesChild reports whether the request names or describes a child. A letter in its own words is taken to do so: only
// a person can tell, and the clock must not wait for them.
func (r Request) namesChild() bool {
	c := r.Child
	for _, t := range []Text{c.Surname, c.Forenames, c.PreferredName, c.KnownAs, c.Description, c.UPN, c.FormerUPN, c.ULN, c.NHSNumber, r.Letter} {
		if !t.Empty() {
			return true
		}
	}
	return false
}

// Received is the instant of first arrival anywhere in the council, whatever the hour or the day of the week. A moment
// without a zone is by London’s clock; a day alone counts from its first instant.
func (r Request) Received() (time.Time, error) {
	if r.ReceivedAt.Empty() {
		return time.Time{}, errors.New("received_at is empty. Give the moment at which the request first arrived anywhere in the council, as 2026-11-23T09:15:00Z")
	}
	at, err := readMoment(r.ReceivedAt.Line())
	if err != nil {
		return time.Time{}, fmt.Errorf("received_at: %s is not a moment. Write it as 2026-11-23T09:15:00Z", quoted(string(r.ReceivedAt)))
	}
	return at, nil
}

// longest is the longest limit that a request starts: the plan within twenty weeks (reg 13(2)).
const longest = 20

// counted says whether the limits of a request received on the day can be counted: the law in force is known, and so
// are the working days to the end of the longest limit.
func counted(received statute.Day) error {
	from, to := statute.Coverage()
	_, err := statute.InForce(received)
	if err == nil && !received.Before(from) && !received.After(to.AddWeeks(-longest)) {
		return nil
	}
	return fmt.Errorf("received_at: the year %d is surely a slip, since days are counted from %s to %s only. Look at the date stamp again and give the true day of receipt", received.Year(), from.Long(), to.Long())
}
