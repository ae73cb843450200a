package activities

import (
	"context"
	"errors"
	"fmt"
	"time"

	"go.temporal.io/sdk/temporal"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

// The types of error that are not retried, as the workflows know them.
const (
	TypeRefused = "refused" // the command is not lawful, not this person's to give, or not complete
	TypeNoDemo  = "no-demo" // a demonstration's case in a real service
	TypeBroken  = "broken"  // the register's events do not make a case
)

// Register is what the case's activities need of the register.
type Register interface {
	// Events gives the whole case, from its first event.
	Events(ctx context.Context, ref casework.Ref) ([]casework.Event, error)
	// Record stores events that follow the last one, once, after looking up in the council's settings whether they are
	// borne out: a *casework.Refused says what is not. It fails with [ErrConflict] where others were recorded first.
	Record(ctx context.Context, ref casework.Ref, events []casework.Event) error
	// MarkAwake notes, soon, that a workflow carries the case.
	MarkAwake(ref casework.Ref)
}

// ErrConflict says that something else was recorded in the case first.
var ErrConflict = errors.New("the case has moved on")

// Panels finds the panel for a case, with its coming meetings. Where the council has none for it, the panel has no ID.
type Panels interface {
	PanelFor(ctx context.Context, c casework.Case, on statute.Day) (meeting.Panel, error)
}

// Cases are the activities on the register. Each reads the case there, computes what follows and records it, and gives
// the workflow every event it does not know yet, light. Run again, it finds what the first run recorded.
type Cases struct {
	Register Register
	Panels   Panels // nil where nobody looks for meetings
	Demo     bool   // whether cases with a shifted clock are carried: demonstrations and tests only
}

// Ask says which case, up to which event the workflow knows it, and what time it is there.
type Ask struct {
	Ref   casework.Ref `json:"ref"`
	Known int          `json:"known"` // sequence of the last event the workflow knows
	At    time.Time    `json:"at"`    // in case time
}

// Done says what became of a command.
type Done struct {
	Ref     casework.Ref `json:"ref"`
	First   int          `json:"first"`             // the sequence of the first event it gave
	Last    int          `json:"last"`              // and of the last
	Already bool         `json:"already,omitempty"` // it had been recorded before, under the same key
}

// Told is what an activity tells the workflow: the events it does not know, and what became of the command.
type Told struct {
	Events []casework.Event `json:"events"`
	Done   Done             `json:"done,omitzero"`
}

// Recall gives the case to a workflow that begins or begins again.
func (a *Cases) Recall(ctx context.Context, ref casework.Ref) (Told, error) {
	c, events, err := a.read(ctx, ref)
	if err != nil {
		return Told{}, err
	}
	if c.Opened.Shift != 0 && !a.Demo {
		return Told{}, temporal.NewNonRetryableApplicationError(fmt.Sprintf("%s has a shifted clock and this service is not a demonstration", ref), TypeNoDemo, nil)
	}
	a.Register.MarkAwake(ref)
	return Told{Events: light(events)}, nil
}

// Do gives a command to the case as it stands in the register, and records what follows in the same transaction in which
// the council's settings are looked up once more. A refusal is final; whatever else fails is tried again.
func (a *Cases) Do(ctx context.Context, ask Ask, cmd casework.Command) (Told, error) {
	var done Done
	told, err := a.step(ctx, ask, func(c casework.Case) ([]casework.Event, error) {
		events, err := c.Do(cmd, ask.At)
		switch {
		case err != nil:
		case len(events) == 0:
			used := c.Keys[cmd.Key]
			done = Done{Ref: ask.Ref, First: used.Seq, Last: used.Seq, Already: true}
		default:
			done = Done{Ref: ask.Ref, First: events[0].Seq, Last: events[len(events)-1].Seq}
		}
		return events, err
	})
	told.Done = done
	return told, err
}

// CatchUp gives the events that another has recorded.
func (a *Cases) CatchUp(ctx context.Context, ask Ask) (Told, error) {
	return a.step(ctx, ask, func(casework.Case) ([]casework.Event, error) { return nil, nil })
}

// Pass records every moment that has come on the case's clocks.
func (a *Cases) Pass(ctx context.Context, ask Ask) (Told, error) {
	return a.step(ctx, ask, func(c casework.Case) ([]casework.Event, error) { return c.Pass(ask.At), nil })
}

// settle records what became of letters. What is recorded already is passed over.
func (a *Cases) settle(ctx context.Context, ask Ask, results []Result) (Told, error) {
	return a.step(ctx, ask, func(c casework.Case) ([]casework.Event, error) {
		bodies, err := settled(c, results, statute.DayOf(ask.At))
		return c.Record(bodies, casework.Engine(), ask.At), err
	})
}

// settled says what became of each letter that the case still owes. One that is owed no longer, because something was
// recorded while it was being printed, is recorded as printed and voided, so that it is taken back.
func settled(c casework.Case, results []Result, on statute.Day) ([]casework.Body, error) {
	var bodies []casework.Body
	for _, r := range results {
		switch {
		case c.Knows(r.Letter):
		case !c.Owes(r.Letter) && r.Issued != nil:
			bodies = append(bodies, *r.Issued, casework.Voided{Letter: r.Letter, Why: "It was owed no longer when it had been printed."})
		case !c.Owes(r.Letter):
		case r.Issued != nil:
			bodies = append(bodies, *r.Issued)
			if r.Look != "" {
				bodies = append(bodies, casework.LookTaskRaised(r.Letter, r.Look))
			}
			if r.ByHand != "" {
				bodies = append(bodies, c.ByHandTaskRaised(r.Letter, r.ByHand, on))
			}
			if r.Issued.By == statute.Email { // the mail server took it: it has gone
				sent, err := gone(c, bodies, *r.Issued, on)
				if err != nil {
					return nil, err
				}
				bodies = append(bodies, sent...)
			}
		default:
			bodies = append(bodies, casework.TaskRaised{Task: casework.LetterTask(r.Letter), For: casework.CaseworkOfficer, What: "A letter could not be issued. " + r.Stuck})
		}
	}
	return bodies, nil
}

// gone is what follows once a letter has left, after what is about to be recorded.
func gone(c casework.Case, before []casework.Body, issued casework.Issued, on statute.Day) ([]casework.Body, error) {
	after, err := c.Apply(c.Record(before, casework.Engine(), on.At(12, 0))...)
	if err != nil {
		return nil, err
	}
	return after.Carried(casework.Carriage{Letter: issued.Letter, Travel: casework.Went, On: issued.Dated}, on)
}

// step reads the case, computes what follows and records it. Where another recorded first it looks again.
func (a *Cases) step(ctx context.Context, ask Ask, follows func(casework.Case) ([]casework.Event, error)) (Told, error) {
	for {
		c, events, err := a.read(ctx, ask.Ref)
		if err != nil {
			return Told{}, err
		}
		fresh, err := follows(c)
		if err == nil {
			fresh, err = a.listed(ctx, c, fresh, ask.At)
		}
		if err == nil && len(fresh) > 0 {
			err = a.Register.Record(ctx, ask.Ref, fresh)
		}
		if refused := casework.AsRefused(err); refused != nil {
			return Told{}, Refusal(refused)
		}
		if errors.Is(err, ErrConflict) && ctx.Err() == nil {
			continue
		}
		if err != nil {
			return Told{}, fmt.Errorf("record in %s: %w", ask.Ref, err)
		}
		events = append(events, fresh...)
		return Told{Events: light(events[min(ask.Known, len(events)):])}, nil
	}
}

// listed adds, to what is about to be recorded, the listing that follows from it: the case is put on the agenda of the
// meeting for it, or its manager is asked.
func (a *Cases) listed(ctx context.Context, c casework.Case, fresh []casework.Event, at time.Time) ([]casework.Event, error) {
	after, err := c.Apply(fresh...)
	if err != nil || a.Panels == nil || !meeting.WantsListing(after, statute.DayOf(at)) {
		return fresh, err
	}
	panel, err := a.Panels.PanelFor(ctx, after, statute.DayOf(at))
	if err != nil {
		return nil, fmt.Errorf("look for a meeting for %s: %w", c.Ref, err)
	}
	return append(fresh, meeting.List(after, panel, at)...), nil
}

func (a *Cases) read(ctx context.Context, ref casework.Ref) (casework.Case, []casework.Event, error) {
	events, err := a.Register.Events(ctx, ref)
	if err != nil {
		return casework.Case{}, nil, fmt.Errorf("read %s: %w", ref, err)
	}
	c, err := casework.Fold(events)
	if err != nil {
		return casework.Case{}, nil, temporal.NewNonRetryableApplicationError("the register's events do not make a case", TypeBroken, err)
	}
	return c, events, nil
}

func light(events []casework.Event) []casework.Event {
	lighter := make([]casework.Event, len(events))
	for i, e := range events {
		lighter[i] = e.Light()
	}
	return lighter
}

// Refusal makes a refusal travel: its gaps go with it as details, and it is not tried again.
func Refusal(refused *casework.Refused) error {
	return temporal.NewApplicationErrorWithOptions(refused.Error(), TypeRefused, temporal.ApplicationErrorOptions{NonRetryable: true, Details: []any{*refused}})
}

// RefusalIn finds a refusal in an error that has travelled, or gives nil.
func RefusalIn(err error) *casework.Refused {
	if refused := casework.AsRefused(err); refused != nil {
		return refused
	}
	var failed *temporal.ApplicationError
	if !errors.As(err, &failed) || failed.Type() != TypeRefused {
		return nil
	}
	var refused casework.Refused
	if failed.HasDetails() && failed.Details(&refused) == nil {
		return &refused
	}
	return &casework.Refused{Gaps: []casework.Gap{{What: failed.Message()}}}
}
