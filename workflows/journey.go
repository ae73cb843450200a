package workflows

import (
	"fmt"
	"time"

	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/statute"
)

// Opening says which case a workflow carries. Everything else is in the register.
type Opening struct {
	Ref    casework.Ref `json:"ref"`
	Resume int          `json:"resume"` // the last event known when the workflow was started; for the reader of a history
}

// NeedsAssessment carries one request from receipt until nothing more can follow from it.
func NeedsAssessment(ctx workflow.Context, in Opening) error {
	j, err := begin(ctx, in)
	if err != nil {
		return err
	}
	for {
		if err := j.lookAgain(ctx); err != nil {
			return err
		}
		if err := j.meetLimits(ctx); err != nil {
			return err
		}
		j.takeBack(ctx)
		j.sendLetters(ctx)
		if err := j.show(ctx); err != nil {
			return err
		}
		if j.c.Closed() || j.full(ctx) {
			return j.finish(ctx)
		}
		if err := j.wait(ctx); err != nil {
			return err
		}
	}
}

// journey is the state of one workflow: the case, and what is being done about it at this moment.
type journey struct {
	carrier
	c       casework.Case
	sending map[casework.LetterKey]bool // letters that are being issued
	taken   map[casework.LetterKey]bool // voided letters that have been, or are being, taken back
	begun   bool                        // the letters owed at the beginning have been seen to
	under   int                         // how many activities are under way beside the loop
	shown   attributes                  // the search attributes as they stand
	cases   *activities.Cases
	letters *activities.Letters
}

// begin recalls the case. Handlers are set before the first wait, so that no command is turned away; they wait for the
// case to be there.
func begin(ctx workflow.Context, in Opening) (*journey, error) {
	j := &journey{carrier: newCarrier(ctx), sending: map[casework.LetterKey]bool{}, taken: map[casework.LetterKey]bool{}}
	j.shown = attributesIn(workflow.GetTypedSearchAttributes(ctx))
	err := workflow.SetUpdateHandlerWithOptions(ctx, Do, j.command, workflow.UpdateHandlerOptions{Validator: j.validate})
	if err != nil {
		return nil, fmt.Errorf("set the handler of commands: %w", err)
	}
	if err := workflow.SetQueryHandler(ctx, Look, func() (casework.Case, error) { return j.c, nil }); err != nil {
		return nil, fmt.Errorf("set the handler of queries: %w", err)
	}
	if err := j.recall(ctx, in.Ref); err != nil {
		return nil, err
	}
	return j, nil
}

// lookAgain reads what another has recorded in the case, a further request for one.
func (j *journey) lookAgain(ctx workflow.Context) error {
	if !j.told() {
		return nil
	}
	return j.alone(ctx, func() error {
		j.stale = false
		_, err := j.ask(ctx, j.cases.CatchUp, j.asking(ctx))
		return err
	})
}

// recall makes the case from the events in the register.
func (j *journey) recall(ctx workflow.Context, ref casework.Ref) error {
	_, err := j.ask(ctx, j.cases.Recall, ref)
	return err
}

// ask has the register asked, by an activity that is tried until it answers, and takes into the case what it tells.
func (j *journey) ask(ctx workflow.Context, activity any, args ...any) (activities.Told, error) {
	var told activities.Told
	if err := workflow.ExecuteLocalActivity(atOnce(ctx), activity, args...).Get(ctx, &told); err != nil {
		return told, err
	}
	return told, j.take(ctx, told.Events)
}

// take takes into the case what the register told.
func (j *journey) take(ctx workflow.Context, events []casework.Event) error {
	after, err := j.c.Apply(events...)
	if err != nil {
		return temporal.NewNonRetryableApplicationError("what the register tells does not follow", activities.TypeBroken, err)
	}
	known := j.c.Seq
	j.c = after
	if known > 0 {
		j.tellMeetings(ctx, events)
	}
	return nil
}

// tellMeetings has the meetings that something new concerns look at the register again. They need not be running.
func (j *journey) tellMeetings(ctx workflow.Context, events []casework.Event) {
	told := map[casework.MeetingRef]bool{"": true}
	tell := func(ref casework.MeetingRef) {
		if !told[ref] {
			told[ref] = true
			workflow.SignalExternalWorkflow(ctx, MeetingID(ref), "", Again, nil)
		}
	}
	for _, e := range events {
		switch b := e.Body.(type) {
		case casework.Listed:
			tell(b.Meeting)
		case casework.Deferred:
			tell(b.Meeting)
		case casework.Viewed:
			if j.c.Sitting != nil { // a view in writing may make the quorum on the case
				tell(j.c.Sitting.Meeting)
			}
		}
	}
}

// asking says which case, how far it is known here, and what time it is.
func (j *journey) asking(ctx workflow.Context) activities.Ask {
	return activities.Ask{Ref: j.c.Ref, Known: j.c.Seq, At: j.now(ctx)}
}

// now is the moment in case time. Only a demonstration's case is shifted from the workflow's own.
func (j *journey) now(ctx workflow.Context) time.Time {
	return workflow.Now(ctx).Add(j.c.Opened.Shift)
}

// wait sleeps until the next moment on any clock, or until something has happened.
func (j *journey) wait(ctx workflow.Context) error {
	seen := j.c.Seq
	next, ticking := j.next(ctx)
	j.alarm.set(ctx, next, ticking, j.now(ctx))
	return j.carrier.wait(ctx, func() bool { return j.c.Seq != seen })
}

// meetLimits records every moment that has come: warnings, the last day for sending, a breach, the end of the time for
// an appeal.
func (j *journey) meetLimits(ctx workflow.Context) error {
	return j.alone(ctx, func() error {
		next, ticking := j.next(ctx)
		if !ticking || next.On.After(statute.DayOf(j.now(ctx))) {
			return nil
		}
		_, err := j.ask(ctx, j.cases.Pass, j.asking(ctx))
		return err
	})
}

// next is the next moment on any clock. Journeys that began before the clocks of the assessment were watched keep to those
// that they know, until they are started again from the register.
func (j *journey) next(ctx workflow.Context) (casework.Moment, bool) {
	next, ticking := j.c.Next()
	if next.Assessment && workflow.GetVersion(ctx, watchAssessment, workflow.DefaultVersion, 1) == workflow.DefaultVersion {
		return j.c.NextButAssessment()
	}
	return next, ticking
}

// watchAssessment names the change with which journeys began to watch the clocks that a decision to assess leaves running.
const watchAssessment = "watch-assessment"

// full reports whether the history is so long that the case should go on in a fresh one.
func (j *journey) full(ctx workflow.Context) bool {
	return workflow.GetInfo(ctx).GetContinueAsNewSuggested()
}

// finish lets commands and letters that are under way come to their end, and then ends or begins again.
func (j *journey) finish(ctx workflow.Context) error {
	j.alarm.stop()
	quiet := func() bool { return workflow.AllHandlersFinished(ctx) && j.under == 0 }
	if err := workflow.Await(ctx, quiet); err != nil {
		return err
	}
	if j.c.Closed() {
		return nil
	}
	return workflow.NewContinueAsNewError(ctx, NeedsAssessment, Opening{Ref: j.c.Ref, Resume: j.c.Seq})
}
