package workflows

import (
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/statute"
)

// sendLetters sets about issuing the letters that the case owes and that are not already under way. Each owing event has
// its own activity, beside the loop.
func (j *journey) sendLetters(ctx workflow.Context) {
	for _, owing := range j.c.Owed() {
		var idle []casework.LetterKey
		for _, key := range owing.Letters {
			if !j.sending[key] {
				j.sending[key] = true
				idle = append(idle, key)
			}
		}
		if len(idle) == 0 {
			continue
		}
		owed := activities.Owed{Ask: j.asking(ctx), Owing: casework.Owing{Seq: owing.Seq, Letters: idle}, On: statute.DayOf(j.now(ctx))}
		j.under++
		workflow.Go(ctx, func(ctx workflow.Context) {
			defer func() { j.under-- }()
			j.issue(ctx, owed)
		})
	}
}

// takeBack has letters that were voided taken out of the print folder, beside the loop. After a restart it is done again
// for all of the case's, which changes nothing.
func (j *journey) takeBack(ctx workflow.Context) {
	voided := activities.Voided{Ref: j.c.Ref}
	for _, l := range j.c.Letters {
		withdrawn := l.State == casework.LetterWithdrawn && l.Posted.IsZero()
		if (l.State == casework.LetterVoided || withdrawn) && !j.taken[l.Key] {
			j.taken[l.Key] = true
			voided.Letters = append(voided.Letters, l.Key)
		}
	}
	if len(voided.Letters) == 0 {
		return
	}
	j.under++
	workflow.Go(ctx, func(ctx workflow.Context) {
		defer func() { j.under-- }()
		if err := workflow.ExecuteActivity(untilDone(ctx), j.letters.TakeBack, voided).Get(ctx, nil); err != nil {
			workflow.GetLogger(ctx).Error("voided letters were not taken back", "case", string(voided.Ref), "error", err)
		}
	})
}

// issue has the letters of one event issued, and takes into the case what became of each.
func (j *journey) issue(ctx workflow.Context, owed activities.Owed) {
	var told activities.Told
	err := workflow.ExecuteActivity(untilDone(ctx), j.letters.Issue, owed).Get(ctx, &told)
	if err == nil {
		err = j.alone(ctx, func() error { return j.learn(ctx, told.Events) })
	}
	if err != nil {
		workflow.GetLogger(ctx).Error("letters were not issued", "case", string(owed.Ref), "event", owed.Owing.Seq, "error", err)
	}
	for _, key := range owed.Owing.Letters {
		delete(j.sending, key)
	}
}

// learn takes into the case events that were recorded beside the loop. Those that a command brought meanwhile are passed
// over; where some are missing, the register is asked.
func (j *journey) learn(ctx workflow.Context, events []casework.Event) error {
	for len(events) > 0 && events[0].Seq <= j.c.Seq {
		events = events[1:]
	}
	if len(events) > 0 && events[0].Seq > j.c.Seq+1 {
		j.stale = true
		return nil
	}
	return j.take(ctx, events)
}
