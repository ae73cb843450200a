package service

import (
	"context"
	"time"

	"sendpanel/casework"
	"sendpanel/service/metrics"
	"sendpanel/statute"
)

// countEvery is how often letters and tasks are counted. It reads every open case, about a millisecond each.
const countEvery = 15 * time.Minute

// overdueAfter is how long a task may stay open before it counts as overdue, in working days.
const overdueAfter = 5

// countPapers counts what is owed on paper and by people, now and then, until ctx ends.
func (k keeper) countPapers(ctx context.Context) {
	for {
		if papers, err := k.desk.papers(ctx); err != nil {
			k.log.Warn("letters and tasks were not counted", "error", err)
		} else {
			k.figures.Counted(papers)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(countEvery):
		}
	}
}

func (d *Desk) papers(ctx context.Context) (metrics.Papers, error) {
	var p metrics.Papers
	open, err := d.Register.OpenCases(ctx)
	if err != nil {
		return p, err
	}
	for _, ref := range open {
		c, err := d.Case(ctx, ref)
		if err != nil {
			return p, err
		}
		if err := count(&p, c, d.Today(c)); err != nil {
			return p, err
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
