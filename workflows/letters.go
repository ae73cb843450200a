package workflows

import (
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/statute"
)

// sendLetters sets about issuing the letters that the case owes and that are not already under way. Each owing event has
// its own activity, beside the loop. The first time, all of them are issued within the workflow's own task.
func (j *journey) sendLetters(ctx workflow.Context) {
	issue := j.issue
	idle := j.idle()
	if !j.begun {
		j.begun = true
		issue, idle = j.issueAtOnce, together(idle)
	}
	for _, owing := range idle {
		owed := activities.Owed{Ask: j.asking(ctx), Owing: owing, On: statute.DayOf(j.now(ctx))}
		j.under++
		workflow.Go(ctx, func(ctx workflow.Context) {
			defer func() { j.under-- }()
			issue(ctx, owed)
		})
	}
}

// idle are the letters that the case owes and that nobody is about. From now on somebody is.
func (j *journey) idle() []casework.Owing {
	var idle []casework.Owing
	for _, owing := range j.c.Owed() {
		var keys []casework.LetterKey
		for _, key := range owing.Letters {
			if !j.sending[key] {
				j.sending[key] = true
				keys = append(keys, key)
			}
		}
		if len(keys) > 0 {
			idle = append(idle, casework.Owing{Seq: owing.Seq, Letters: keys})
		}
	}
	return idle
}

// together are all the letters as one set, under the first event that owes any.
func together(idle []casework.Owing) []casework.Owing {
	if len(idle) < 2 {
		return idle
	}
	all := casework.Owing{Seq: idle[0].Seq}
	for _, owing := range idle {
		all.Letters = append(all.Letters, owing.Letters...)
	}
	return []casework.Owing{all}
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
	if err := j.issued(ctx, owed, told, err); err != nil {
		workflow.GetLogger(ctx).Error("letters were not issued", "case", string(owed.Ref), "event", owed.Owing.Seq, "error", err)
	}
}

// issueAtOnce does the same within the workflow's own task, once. Where it does not come off, the case is read again, for
// what may have been recorded, and what is owed still goes the way of all other letters.
func (j *journey) issueAtOnce(ctx workflow.Context, owed activities.Owed) {
	var told activities.Told
	err := workflow.ExecuteLocalActivity(withinTask(ctx), j.letters.IssueAtOnce, owed).Get(ctx, &told)
	if err := j.issued(ctx, owed, told, err); err != nil {
		workflow.GetLogger(ctx).Info("first letters go the longer way", "case", string(owed.Ref), "why", err)
		j.stale = true
	}
}

// issued takes into the case what became of letters. Nobody is about them any longer.
func (j *journey) issued(ctx workflow.Context, owed activities.Owed, told activities.Told, err error) error {
	if err == nil {
		err = j.alone(ctx, func() error { return j.learn(ctx, told.Events) })
	}
	for _, key := range owed.Owing.Letters {
		delete(j.sending, key)
	}
	return err
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
