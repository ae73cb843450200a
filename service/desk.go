package service

import (
	"context"
	"crypto/rand"
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
	return records.Open(ctx, records.Options{URL: s.Register, Files: s.Files})
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
	if act, err = d.Complete(ctx, c, act); err != nil {
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
	if c.Closed() {
		return d.reopen(ctx, c.Ref, cmd)
	}
	done, err := d.Cases.Do(ctx, c.Ref, cmd)
	if !errors.Is(err, workflows.ErrNotCarried) {
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
