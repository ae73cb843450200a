package service

import (
	"context"
	"time"

	"sendpanel/casework"
	"sendpanel/service/metrics"
	"sendpanel/statute"
)

// How letters and tasks are counted: every open case is read, about a millisecond each. A service that has just started has
// better things to do first, and after each case it rests for as long as it read, several times over.
const (
	countAfter = 30 * time.Second
	countEvery = 15 * time.Minute
	countRests = 4
)

// overdueAfter is how long a task may stay open before it counts as overdue, in working days.
const overdueAfter = 5

// countPapers counts what is owed on paper and by people, now and then, until ctx ends.
func (k keeper) countPapers(ctx context.Context) {
	for pause := countAfter; rest(ctx, pause); pause = countEvery {
		papers, err := k.desk.papers(ctx)
		switch {
		case ctx.Err() != nil:
		case err != nil:
			k.log.Warn("letters and tasks were not counted", "error", err)
		default:
			k.figures.Counted(papers)
		}
	}
}

// rest waits, and reports whether there is still something to go on for.
func rest(ctx context.Context, pause time.Duration) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(pause):
		return true
	}
}

func (d *Desk) papers(ctx context.Context) (metrics.Papers, error) {
	var p metrics.Papers
	open, err := d.Register.OpenCases(ctx)
	if err != nil {
		return p, err
	}
	for _, ref := range open {
		began := time.Now()
		c, err := d.Case(ctx, ref)
		if err != nil {
			return p, err
		}
		if err := count(&p, c, d.Today(c)); err != nil {
			return p, err
		}
		if !rest(ctx, countRests*time.Since(began)) {
			return p, ctx.Err()
		}
	}
	return p, nil
}

func count(p *metrics.Papers, c casework.Case, today statute.Day) error {
	for _, owing := range c.Owed() {
		p.LettersOwed += len(owing.Letters)
	}
	for _, l := range c.Letters {
		if l.State == casework.LetterIssued {
			p.LettersUnconfirmed++
		}
	}
	for _, t := range c.Tasks {
		if t.Done {
			continue
		}
		p.TasksOpen++
		until, err := statute.AddWorkingDays(t.Raised, overdueAfter)
		if err != nil {
			return err
		}
		if today.After(until) {
			p.TasksOverdue++
		}
	}
	return nil
}
