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
		owed := activities.Owed{Ref: j.c.Ref, Owing: casework.Owing{Seq: owing.Seq, Letters: idle}, On: statute.DayOf(j.now(ctx))}
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

// issue has the letters of one event issued and records what became of each.
func (j *journey) issue(ctx workflow.Context, owed activities.Owed) {
	var results []activities.Result
	err := workflow.ExecuteActivity(untilDone(ctx), j.letters.Issue, owed).Get(ctx, &results)
	if err == nil {
		err = j.alone(ctx, func() error {
			_, err := j.ask(ctx, j.cases.Settle, j.asking(ctx), results)
			return err
		})
	}
	if err != nil {
		workflow.GetLogger(ctx).Error("letters were not issued", "case", string(owed.Ref), "event", owed.Owing.Seq, "error", err)
	}
	for _, key := range owed.Owing.Letters {
		delete(j.sending, key)
	}
}
