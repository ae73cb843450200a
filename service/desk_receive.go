package service

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/statute"
)

// Received says what became of a request.
type Received struct {
	Case   casework.Case
	Fresh  bool            // false where the same request had been received before
	ToMend []casework.Mend // what is wrong with it; stands in nobody's way
	Asleep error           // why no workflow carries the case yet; the service takes it up by itself
}

// Kept is the error of a request that cannot be opened as a case. It is kept, with the time it came, as an officer's task.
type Kept struct {
	Task int64
	Why  error
}

func (k *Kept) Error() string {
	return fmt.Sprintf("no case was opened, but what arrived is kept for an officer as task %d: %v", k.Task, k.Why)
}

func (k *Kept) Unwrap() error { return k.Why }

// Receive takes a request in. The register has it before Temporal is called, so the six weeks are safe when Temporal is
// away. The same bytes received again give the same case. Shift is for demonstrations: case time less real time.
func (d *Desk) Receive(ctx context.Context, data []byte, shift time.Duration) (Received, error) {
	request, mends, err := casework.ParseRequest(data)
	if err == nil {
		err = notInFuture(request, shift)
	}
	if err != nil {
		return Received{}, d.keep(ctx, data, err)
	}
	settings, err := d.Council(ctx)
	if err != nil {
		return Received{}, err
	}
	sum := sha256.Sum256(data)
	arrived := arrival{request: request, data: data, original: hex.EncodeToString(sum[:]), settings: settings,
		intake: casework.Intake{ToMend: mends, Shift: shift}}
	arrived.intake.Original = arrived.original
	return d.place(ctx, arrived)
}

// place joins the request to an open case of the same child, or opens one. Where another request about the child came in
// between, it looks again.
func (d *Desk) place(ctx context.Context, a arrival) (Received, error) {
	for range joinTries {
		got, joined, err := d.join(ctx, &a)
		if joined || err != nil {
			return got, err
		}
		got, err = d.open(ctx, a)
		if !errors.As(err, new(records.AlikeError)) {
			return got, err
		}
	}
	return Received{}, errors.New("open a case: requests about the same child keep coming. Send the request again; it is received once")
}

// arrival is a request that can be opened, with what is needed to open it.
type arrival struct {
	request  casework.Request
	data     []byte
	original string // SHA-256, hexadecimal
	settings council.Council
	intake   casework.Intake
	seen     []casework.Ref // cases that look alike and that the request does not belong to
}

// open opens a case of its own.
func (d *Desk) open(ctx context.Context, a arrival) (Received, error) {
	at, err := a.request.Received()
	if err != nil {
		return Received{}, err
	}
	begin := func(ref casework.Ref) ([]casework.Event, error) {
		in := a.intake
		in.Ref = ref
		return beginCase(a.request, a.settings, in)
	}
	ref, fresh, err := d.Register.Receive(ctx, records.Receipt{Key: a.original, Year: statute.DayOf(at).Year(), Original: a.data,
		Child: a.request.Identity(), Seen: a.seen, Open: begin})
	if err != nil {
		return Received{}, fmt.Errorf("receive the request: %w", err)
	}
	c, err := d.Case(ctx, ref)
	if err != nil {
		return Received{}, err
	}
	return Received{Case: c, Fresh: fresh, ToMend: a.intake.ToMend, Asleep: d.wake(ctx, c)}, nil
}

// join adds the request to an open case of the same child: the same unique pupil number, or the same date of birth and
// name. It keeps its own receipt and requester; the earliest clock governs. Whoever sent it is told nothing of the other.
func (d *Desk) join(ctx context.Context, a *arrival) (Received, bool, error) {
	for range joinTries {
		c, found, err := d.openCaseOf(ctx, a)
		if err != nil || !found {
			return Received{}, false, err
		}
		got := Received{Case: c, ToMend: a.intake.ToMend}
		if c.HasRequest(a.original) {
			return got, true, nil
		}
		in := withSettings(a.request, a.settings, a.intake)
		in.Ref = c.Ref
		events, err := c.Join(a.request, a.data, in)
		if err != nil {
			return Received{}, false, fmt.Errorf("add the request to %s: %w", c.Ref, err)
		}
		err = d.Register.Record(ctx, c.Ref, events)
		if errors.As(err, new(records.ConflictError)) {
			continue // the case moved on meanwhile: look again
		}
		if err != nil {
			return Received{}, false, fmt.Errorf("add the request to %s: %w", c.Ref, err)
		}
		got.Fresh, got.Asleep = true, d.Cases.Tell(ctx, c.Ref)
		got.Case, err = d.Case(ctx, c.Ref)
		return got, true, err
	}
	return Received{}, false, errors.New("add the request to an open case: the case keeps moving on. Send the request again; it is received once")
}

// joinTries bounds how often a busy case is looked at again.
const joinTries = 20

// openCaseOf finds a case of the same child in which nothing has been decided yet. A request that comes after a decision
// starts a clock of its own. The cases that were looked at are noted in the arrival.
func (d *Desk) openCaseOf(ctx context.Context, a *arrival) (casework.Case, bool, error) {
	alike, err := d.Register.Resembling(ctx, a.request.Identity())
	if err != nil {
		return casework.Case{}, false, err
	}
	a.seen = alike
	for _, ref := range alike {
		c, err := d.Case(ctx, ref)
		if err != nil {
			return casework.Case{}, false, err
		}
		if c.Decided == nil && !c.Closed() && casework.SameChild(c.Opened.Child, a.request.Identity()) {
			return c, true, nil
		}
	}
	return casework.Case{}, false, nil
}

// notInFuture refuses a moment of receipt that has not come yet: whoever typed it cannot have meant it.
func notInFuture(r casework.Request, shift time.Duration) error {
	at, err := r.Received()
	if err != nil {
		return err
	}
	if at.After(time.Now().Add(shift + time.Hour)) {
		return fmt.Errorf("%w: received_at, %s, lies in the future. Give the moment at which the request first arrived", casework.ErrNoReceiptFacts, at.Format(time.RFC3339))
	}
	return nil
}

// keep stores what cannot be opened.
func (d *Desk) keep(ctx context.Context, data []byte, why error) error {
	task, err := d.Register.KeepUnopened(ctx, time.Now(), data, why.Error())
	if err != nil {
		return fmt.Errorf("keep a request that could not be opened (%w): %w", why, err)
	}
	return &Kept{Task: task, Why: why}
}

// beginCase makes a case's first events from the request and the settings in force on the day of receipt.
func beginCase(r casework.Request, settings council.Council, in casework.Intake) ([]casework.Event, error) {
	at, err := r.Received()
	if err != nil {
		return nil, err
	}
	return casework.Begin(r, withSettings(r, settings, in), settings.Standing(statute.DayOf(at)))
}

// withSettings fills in what a case takes from the council's settings.
func withSettings(r casework.Request, settings council.Council, in casework.Intake) casework.Intake {
	in.Council, in.Officer, in.Warnings, in.Later = settings.Name, settings.DefaultOfficer, settings.Warnings, settings.WarningsByRule
	in.Setting = r.SettingOf()
	in.School = settings.SchoolAddressee(in.Setting)
	in.Post = settings.Channels.Family
	return in
}

// wake starts the workflow of a case.
func (d *Desk) wake(ctx context.Context, c casework.Case) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	return d.Cases.Start(ctx, c)
}
