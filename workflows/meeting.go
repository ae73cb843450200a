package workflows

import (
	"fmt"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/statute"
)

// Calling says which meeting a workflow carries. Everything else is in the register.
type Calling struct {
	Ref    casework.MeetingRef `json:"ref"`
	Resume int                 `json:"resume"` // the last event known when the workflow was started; for the reader of a history
}

// PanelMeeting carries one meeting of a panel from the day it is called until it is closed or cancelled.
func PanelMeeting(ctx workflow.Context, in Calling) error {
	s, err := convene(ctx, in)
	if err != nil {
		return err
	}
	for {
		if err := s.fallDue(ctx); err != nil {
			return err
		}
		if s.m.Over() || workflow.GetInfo(ctx).GetContinueAsNewSuggested() {
			return s.finish(ctx)
		}
		if err := s.wait(ctx); err != nil {
			return err
		}
	}
}

// session is the state of one workflow: the meeting, and what is being done about it at this moment.
type session struct {
	carrier
	m        meeting.Meeting
	shown    [3]string
	meetings *activities.Meetings
}

// convene recalls the meeting. Handlers are set before the first wait, and wait for it to be there.
func convene(ctx workflow.Context, in Calling) (*session, error) {
	s := &session{carrier: newCarrier(ctx)}
	s.stale = true // cases may have been listed for its day before it was called
	err := workflow.SetUpdateHandlerWithOptions(ctx, Do, s.command, workflow.UpdateHandlerOptions{Validator: s.validate})
	if err != nil {
		return nil, fmt.Errorf("set the handler of commands: %w", err)
	}
	if err := workflow.SetQueryHandler(ctx, LookMeeting, func() (meeting.Meeting, error) { return s.m, nil }); err != nil {
		return nil, fmt.Errorf("set the handler of queries: %w", err)
	}
	if _, err := s.ask(ctx, s.meetings.RecallMeeting, in.Ref); err != nil {
		return nil, err
	}
	return s, nil
}

// validate turns away what the table of commands does not let in, before anything is written to the history. The rest is
// asked of the agenda in the register, in the activity (docs/adr/0010).
func (s *session) validate(_ workflow.Context, cmd meeting.Command) error {
	if s.m.Seq == 0 {
		return nil
	}
	err := s.m.Admits(cmd)
	if refused := casework.AsRefused(err); refused != nil {
		return activities.Refusal(refused)
	}
	return err
}

// command has the command recorded, tells the cases, and answers.
func (s *session) command(ctx workflow.Context, cmd meeting.Command) (activities.Done, error) {
	if err := workflow.Await(ctx, func() bool { return s.m.Seq > 0 }); err != nil {
		return activities.Done{}, err
	}
	var done activities.Done
	err := s.alone(ctx, func() error {
		told, err := s.ask(ctx, s.meetings.DoMeeting, s.asking(ctx), cmd)
		done = told.Done
		return err
	})
	if refused := activities.RefusalIn(err); refused != nil {
		return done, activities.Refusal(refused)
	}
	return done, err
}

// fallDue records every moment that has come, and takes in what has changed on the agenda.
func (s *session) fallDue(ctx workflow.Context) error {
	return s.alone(ctx, func() error {
		next, ticking := s.m.Next()
		if !s.told() && (!ticking || next.On.After(statute.DayOf(s.now(ctx)))) {
			return nil
		}
		s.stale = false
		_, err := s.ask(ctx, s.meetings.PassMeeting, s.asking(ctx))
		return err
	})
}

// ask has the register asked, by an activity that is tried until it answers, takes in what it tells, and has the cases
// concerned look again.
func (s *session) ask(ctx workflow.Context, activity any, args ...any) (activities.ToldMeeting, error) {
	var told activities.ToldMeeting
	if err := workflow.ExecuteLocalActivity(atOnce(ctx), activity, args...).Get(ctx, &told); err != nil {
		return told, err
	}
	after, err := s.m.Apply(told.Events...)
	if err != nil {
		return told, temporal.NewNonRetryableApplicationError("what the register tells does not follow", activities.TypeBroken, err)
	}
	s.m = after
	s.tell(ctx, told.Cases)
	return told, s.show(ctx)
}

// tell has the workflows of cases look at the register again, and waits until they have been told. One that is not
// running will read the register when it is.
func (s *session) tell(ctx workflow.Context, cases []casework.Ref) {
	told := make([]workflow.Future, len(cases))
	for i, ref := range cases {
		told[i] = workflow.SignalExternalWorkflow(ctx, WorkflowID(ref), "", Again, nil)
	}
	for i, f := range told {
		if err := f.Get(ctx, nil); err != nil {
			workflow.GetLogger(ctx).Warn("a case could not be told of the meeting; it reads the register when it is taken up", "case", string(cases[i]), "error", err)
		}
	}
}

func (s *session) asking(ctx workflow.Context) activities.AskMeeting {
	return activities.AskMeeting{Ref: s.m.Ref, Known: s.m.Seq, At: s.now(ctx)}
}

// now is the moment in the meeting's time. Only a demonstration's is shifted from the workflow's own.
func (s *session) now(ctx workflow.Context) time.Time { return workflow.Now(ctx).Add(s.m.Shift) }

// wait sleeps until the next moment, or until something has happened.
func (s *session) wait(ctx workflow.Context) error {
	seen := s.m.Seq
	next, ticking := s.m.Next()
	s.alarm.set(ctx, next, ticking, s.now(ctx))
	return s.carrier.wait(ctx, func() bool { return s.m.Seq != seen })
}

// show keeps the search attributes in step with the meeting.
func (s *session) show(ctx workflow.Context) error {
	now := [3]string{string(s.m.Stage), s.m.Panel, s.m.On.String()}
	if now == s.shown {
		return nil
	}
	s.shown = now
	return workflow.UpsertTypedSearchAttributes(ctx,
		MeetingStageKey.ValueSet(now[0]), MeetingPanelKey.ValueSet(now[1]), MeetingDayKey.ValueSet(s.m.On.Start().UTC()))
}

// finish lets commands that are under way come to their end, and then ends or begins again.
func (s *session) finish(ctx workflow.Context) error {
	s.alarm.stop()
	if err := workflow.Await(ctx, func() bool { return workflow.AllHandlersFinished(ctx) }); err != nil {
		return err
	}
	if s.m.Over() {
		return nil
	}
	return workflow.NewContinueAsNewError(ctx, PanelMeeting, Calling{Ref: s.m.Ref, Resume: s.m.Seq})
}
