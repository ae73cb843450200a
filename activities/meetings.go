package activities

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"go.temporal.io/sdk/temporal"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// MeetingRegister is what the activities of meetings need of the register.
type MeetingRegister interface {
	// Agenda gives a meeting's events, and the cases on its agenda and those it took up, each with its events.
	Agenda(ctx context.Context, ref casework.MeetingRef) ([]meeting.Event, map[casework.Ref][]casework.Event, error)
	// Slots are the coming meetings of the panel in the same time.
	Slots(ctx context.Context, panel string, shift time.Duration) ([]meeting.Slot, error)
	// RecordMeeting stores events of the meeting and of the cases it tells something, all together or nothing. It fails
	// with [ErrConflict] where one of them has moved on.
	RecordMeeting(ctx context.Context, ref casework.MeetingRef, events []meeting.Event, told map[casework.Ref][]casework.Event) error
}

// Meetings are the activities on the meetings in the register, as [Cases] are those on the cases.
type Meetings struct {
	Register MeetingRegister
	Demo     bool // whether meetings with a shifted clock are carried
}

// AskMeeting says which meeting, up to which event the workflow knows it, and what time it is there.
type AskMeeting struct {
	Ref   casework.MeetingRef `json:"ref"`
	Known int                 `json:"known"`
	At    time.Time           `json:"at"`
}

// ToldMeeting is what an activity tells the workflow of a meeting.
type ToldMeeting struct {
	Events []meeting.Event `json:"events"`
	Done   Done            `json:"done,omitzero"`
	Cases  []casework.Ref  `json:"cases,omitempty"` // whose workflows are to look at the register again
}

// RecallMeeting gives the meeting to a workflow that begins or begins again. Its cases look again too, in case the last
// one stopped before it had told them.
func (a *Meetings) RecallMeeting(ctx context.Context, ref casework.MeetingRef) (ToldMeeting, error) {
	m, events, cases, err := a.read(ctx, ref)
	if err != nil {
		return ToldMeeting{}, err
	}
	if m.Shift != 0 && !a.Demo {
		return ToldMeeting{}, temporal.NewNonRetryableApplicationError(fmt.Sprintf("%s has a shifted clock and this service is not a demonstration", ref), TypeNoDemo, nil)
	}
	return ToldMeeting{Events: lightMeeting(events), Cases: slices.Sorted(maps.Keys(cases))}, nil
}

// DoMeeting gives a command to the meeting as it stands in the register with its agenda, and records what follows.
func (a *Meetings) DoMeeting(ctx context.Context, ask AskMeeting, cmd meeting.Command) (ToldMeeting, error) {
	var done Done
	told, err := a.step(ctx, ask, func(m meeting.Meeting, agenda meeting.Agenda) (meeting.Follows, error) {
		f, err := m.Do(cmd, agenda, ask.At)
		switch {
		case err != nil:
		case len(f.Events) == 0:
			used := m.Keys[cmd.Key]
			done = Done{Ref: casework.Ref(ask.Ref), First: used.Seq, Last: used.Seq, Already: true}
		default:
			done = Done{Ref: casework.Ref(ask.Ref), First: f.Events[0].Seq, Last: f.Events[len(f.Events)-1].Seq}
		}
		return f, err
	})
	told.Done = done
	return told, err
}

// PassMeeting records every moment that has come, and what has changed on the agenda.
func (a *Meetings) PassMeeting(ctx context.Context, ask AskMeeting) (ToldMeeting, error) {
	return a.step(ctx, ask, func(m meeting.Meeting, agenda meeting.Agenda) (meeting.Follows, error) {
		return m.Pass(agenda, ask.At), nil
	})
}

// step reads the meeting with its agenda, computes what follows and records it. Where another recorded first it looks
// again.
func (a *Meetings) step(ctx context.Context, ask AskMeeting, follows func(meeting.Meeting, meeting.Agenda) (meeting.Follows, error)) (ToldMeeting, error) {
	for {
		m, events, cases, err := a.read(ctx, ask.Ref)
		if err != nil {
			return ToldMeeting{}, err
		}
		agenda, err := a.agenda(ctx, m, cases)
		if err != nil {
			return ToldMeeting{}, err
		}
		f, err := follows(m, agenda)
		if err == nil && len(f.Events)+len(f.Tells) > 0 {
			err = a.Register.RecordMeeting(ctx, ask.Ref, f.Events, toldTo(f, ask.At))
		}
		if refused := casework.AsRefused(err); refused != nil {
			return ToldMeeting{}, Refusal(refused)
		}
		if errors.Is(err, ErrConflict) && ctx.Err() == nil {
			continue
		}
		if err != nil {
			return ToldMeeting{}, fmt.Errorf("record in meeting %s: %w", ask.Ref, err)
		}
		events = append(events, f.Events...)
		return ToldMeeting{Events: lightMeeting(events[min(ask.Known, len(events)):]), Cases: whoLooks(m, f, cases)}, nil
	}
}

// whoLooks are the cases that were told something. Where nothing was recorded an earlier run may have been, before it
// could tell them: then all cases look again, of an open meeting or one that is over.
func whoLooks(m meeting.Meeting, f meeting.Follows, cases map[casework.Ref][]casework.Event) []casework.Ref {
	if len(f.Events)+len(f.Tells) == 0 && m.Stage != meeting.StagePlanned {
		return slices.Sorted(maps.Keys(cases))
	}
	var refs []casework.Ref
	for _, tell := range f.Tells {
		refs = append(refs, tell.Case.Ref)
	}
	return refs
}

// toldTo are the events that the cases are told, in the name of whoever gave the meeting's command.
func toldTo(f meeting.Follows, at time.Time) map[casework.Ref][]casework.Event {
	told := map[casework.Ref][]casework.Event{}
	for _, tell := range f.Tells {
		told[tell.Case.Ref] = tell.Case.Record(tell.Bodies, f.By, at)
	}
	return told
}

func (a *Meetings) read(ctx context.Context, ref casework.MeetingRef) (meeting.Meeting, []meeting.Event, map[casework.Ref][]casework.Event, error) {
	events, cases, err := a.Register.Agenda(ctx, ref)
	if err != nil {
		return meeting.Meeting{}, nil, nil, fmt.Errorf("read meeting %s: %w", ref, err)
	}
	m, err := meeting.Fold(events)
	if err != nil {
		return m, nil, nil, temporal.NewNonRetryableApplicationError("the register's events do not make a meeting", TypeBroken, err)
	}
	return m, events, cases, nil
}

// agenda folds the cases and puts them in their order.
func (a *Meetings) agenda(ctx context.Context, m meeting.Meeting, cases map[casework.Ref][]casework.Event) (meeting.Agenda, error) {
	items, err := ItemsOf(m, cases)
	if err != nil {
		return meeting.Agenda{}, temporal.NewNonRetryableApplicationError("the register's events do not make a case", TypeBroken, err)
	}
	slots, err := a.Register.Slots(ctx, m.Panel, m.Shift)
	if err != nil {
		return meeting.Agenda{}, fmt.Errorf("look for other meetings of %s: %w", m.Panel, err)
	}
	return meeting.NewAgenda(items, slots), nil
}

// ItemsOf are the cases, given with their events, as the meeting sees them.
func ItemsOf(m meeting.Meeting, cases map[casework.Ref][]casework.Event) ([]meeting.Item, error) {
	var items []meeting.Item
	for _, ref := range slices.Sorted(maps.Keys(cases)) {
		c, err := casework.Fold(cases[ref])
		if err != nil {
			return nil, fmt.Errorf("fold %s: %w", ref, err)
		}
		items = append(items, m.ItemOf(c, cases[ref]))
	}
	return items, nil
}

func lightMeeting(events []meeting.Event) []meeting.Event {
	lighter := make([]meeting.Event, len(events))
	for i, e := range events {
		lighter[i] = e.Light()
	}
	return lighter
}
