package service

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/user"
	"time"

	"go.temporal.io/sdk/client"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/statute"
	"sendpanel/workflows"
)

// Desk is what a person at a keyboard works with: the register, the council's settings and the cases being carried. It
// carries no case itself.
type Desk struct {
	Register *records.Register
	Cases    workflows.Client
	settings Settings
	temporal client.Client
	account  string
	log      *slog.Logger
}

// Open opens what the service on the settings' data folder works with. The cluster need not answer: a request is received
// all the same. The error is [ErrNoService]'s kind where the register has never been set up.
func Open(ctx context.Context, s Settings, logger *slog.Logger) (*Desk, error) {
	s = s.Filled()
	register, err := openRegister(ctx, s)
	if err != nil {
		return nil, err
	}
	return openDesk(s, register, logger, client.MetricsNopHandler)
}

func openRegister(ctx context.Context, s Settings) (*records.Register, error) {
	register, err := records.Open(ctx, records.Options{URL: s.Register, Files: s.Files})
	if err != nil {
		return nil, fmt.Errorf("open the register: %w", err)
	}
	return register, nil
}

func openDesk(s Settings, register *records.Register, logger *slog.Logger, figures client.MetricsHandler) (*Desk, error) {
	options, err := clusterOptions(&s, logger)
	options.MetricsHandler = figures
	if err != nil {
		return nil, errors.Join(err, register.Close())
	}
	temporal, err := client.NewLazyClient(options)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("prepare the connection to Temporal: %w", err), register.Close())
	}
	return &Desk{
		Register: register, Cases: workflows.Client{Temporal: temporal, Namespace: s.Namespace},
		settings: s, temporal: temporal, account: account(), log: logger,
	}, nil
}

// Close gives back the connections.
func (d *Desk) Close() error {
	d.temporal.Close()
	return d.Register.Close()
}

// Settings are the desk's settings with every default put in.
func (d *Desk) Settings() Settings { return d.settings }

// Council is the council's settings in force.
func (d *Desk) Council(ctx context.Context) (council.Council, error) {
	in, _, err := d.Register.Settings(ctx)
	return in, err
}

// firstSettings puts settings in force where there are none yet: the file that the service's settings name, or else the
// invented council. Later ones come in by starter settings apply.
func (d *Desk) firstSettings(ctx context.Context) (council.Council, error) {
	in, err := d.Council(ctx)
	if !errors.Is(err, records.ErrNoSettings) {
		return in, err
	}
	data := council.InventedJSON()
	if d.settings.Council != "" {
		if data, err = os.ReadFile(d.settings.Council); err != nil {
			return council.Council{}, fmt.Errorf("read the council's settings: %w", err)
		}
	}
	if _, _, err := d.Register.ApplySettings(ctx, data, "the service, when it was set up", d.account); err != nil {
		return council.Council{}, fmt.Errorf("put the council's first settings in force: %w", err)
	}
	return d.Council(ctx)
}

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
	in.Council, in.Officer, in.Warnings = settings.Name, settings.DefaultOfficer, settings.Warnings
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

// Do gives a command to a case in somebody's name, on a day in case time. The key makes it one act however often it is
// sent; empty, the command is new. The errors are those of [workflows.Client.Do].
func (d *Desk) Do(ctx context.Context, ref casework.Ref, as casework.PersonID, on statute.Day, key string, act casework.Act) (activities.Done, error) {
	settings, err := d.Council(ctx)
	if err != nil {
		return activities.Done{}, err
	}
	by, err := settings.Actor(as, on, d.account)
	if err != nil {
		return activities.Done{}, err
	}
	c, err := d.Case(ctx, ref)
	if err != nil {
		return activities.Done{}, err
	}
	if act, err = d.atMeeting(ctx, c, act); err != nil {
		return activities.Done{}, err
	}
	if act, err = settings.CompleteIn(c, act, on); err != nil {
		return activities.Done{}, err
	}
	return d.give(ctx, c, casework.Command{Key: key, By: by, Act: act})
}

// DoAsFamily gives a command in the name of somebody to whom the case is addressed. Whether it is open to them here is for
// the caller to have asked; whether the command is theirs, casework says.
func (d *Desk) DoAsFamily(ctx context.Context, ref casework.Ref, as casework.AddresseeID, key string, act casework.Act) (activities.Done, error) {
	c, err := d.Case(ctx, ref)
	if err != nil {
		return activities.Done{}, err
	}
	by, theirs := c.FamilyActor(as)
	if !theirs {
		return activities.Done{}, fmt.Errorf("act as %s in %s: the case is not addressed to them", as, ref)
	}
	return d.give(ctx, c, casework.Command{Key: key, By: by, Act: act})
}

// give hands a command to whoever carries the case.
func (d *Desk) give(ctx context.Context, c casework.Case, cmd casework.Command) (activities.Done, error) {
	if cmd.Key == "" {
		cmd.Key = rand.Text()
	}
	done, err := d.Cases.Do(ctx, c.Ref, cmd)
	if !errors.Is(err, workflows.ErrNotCarried) || c.Closed() {
		return done, err
	}
	// Nobody carries the case: it is taken up from the register, and the command given again.
	if again := d.wake(ctx, c); again != nil {
		return done, errors.Join(err, again)
	}
	return d.Cases.Do(ctx, c.Ref, cmd)
}

// Case is a case as its events in the register make it.
func (d *Desk) Case(ctx context.Context, ref casework.Ref) (casework.Case, error) {
	events, err := d.Register.Events(ctx, ref)
	if err != nil {
		return casework.Case{}, fmt.Errorf("read %s: %w", ref, err)
	}
	return casework.Fold(events)
}

// Today is the civil day in the time of a case.
func (d *Desk) Today(c casework.Case) statute.Day {
	return statute.DayOf(time.Now().Add(c.Opened.Shift))
}

// account is the name of the account on this machine, recorded beside who acts.
func account() string {
	u, err := user.Current()
	if err != nil {
		return "unknown"
	}
	return u.Username
}

// NoteRead records that somebody on this account read something of a case.
func (d *Desk) NoteRead(ctx context.Context, ref casework.Ref, what string) error {
	if err := d.Register.NoteRead(ctx, "", d.account, ref, what); err != nil {
		return fmt.Errorf("note that %s was read: %w", ref, err)
	}
	return nil
}
