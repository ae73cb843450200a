package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/portal"
	"sendpanel/records"
	"sendpanel/statute"
)

// nudger tells schools of requests that they began and have not sent: once for each, when it has lain for ten days on
// which the school was open, on such a day, and in its hours.
type nudger struct {
	desk  *Desk
	said  portal.Notifier
	base  string
	log   *slog.Logger
	clock func() time.Time
}

// How often drafts are looked at, how many at a time, and at which hours a school is written to.
const (
	nudgeEvery = 10 * time.Minute
	nudgesOnce = 200
	schoolFrom = 8
	schoolTo   = 17
)

// send looks after drafts until ctx ends.
func (n nudger) send(ctx context.Context) {
	for {
		if err := n.once(ctx); err != nil && ctx.Err() == nil {
			n.log.Error("schools were not told of requests that wait", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(nudgeEvery):
		}
	}
}

// once tells of the drafts that are due now. One that cannot be told of is tried again later.
func (n nudger) once(ctx context.Context) error {
	now := n.clock()
	if hour := now.In(statute.London()).Hour(); hour < schoolFrom || hour >= schoolTo {
		return nil
	}
	in, err := n.desk.Council(ctx)
	if err != nil {
		return err
	}
	// Ten school days are two weeks at least.
	schools := make([]casework.SettingID, len(in.Settings))
	for i, s := range in.Settings {
		schools[i] = s.ID
	}
	waiting, err := n.desk.Register.DraftsUntold(ctx, schools, now.AddDate(0, 0, -portal.NudgeAfter), nudgesOnce)
	if err != nil {
		return err
	}
	var faults []error
	for _, d := range waiting {
		if !due(in, d, statute.DayOf(now)) {
			continue
		}
		if err := n.one(ctx, in, d, statute.DayOf(now)); err != nil {
			faults = append(faults, fmt.Errorf("draft %s: %w", d.ID, err))
		}
	}
	return errors.Join(faults...)
}

// due reports whether the draft has lain for ten school days and the school is open today.
func due(in council.Council, d records.Draft, today statute.Day) bool {
	school, known := in.School(d.Setting)
	return known && school.OpenOn(today) && school.DaysOpen(statute.DayOf(d.Created), today, portal.NudgeAfter) >= portal.NudgeAfter
}

func (n nudger) one(ctx context.Context, in council.Council, d records.Draft, today statute.Day) error {
	to := whoWaits(in, d, today)
	taken, err := n.desk.Register.TakeNudge(ctx, d.ID, to.ID)
	if err != nil || !taken {
		return err
	}
	if to.Email == "" {
		return n.desk.Register.EndNudge(ctx, d.ID, "nobody of the school has an e-mail address in the settings")
	}
	subject, text, err := portal.DraftNotice(n.base)
	if err != nil {
		return err
	}
	if err := n.said.Notify(ctx, portal.Notice{Channel: "email", To: to.Email, Subject: subject, Text: text}); err != nil {
		return err
	}
	return n.desk.Register.EndNudge(ctx, d.ID, "sent")
}

// whoWaits is whom to tell: whoever began the draft, or saved it last, while they are the school’s, and else a lead of the
// school or any colleague with an e-mail address.
func whoWaits(in council.Council, d records.Draft, today statute.Day) council.Person {
	for _, id := range []casework.PersonID{d.Author, d.UpdatedBy} {
		if p, here := in.Person(id, today); here && p.Setting == d.Setting && p.Email != "" {
			return p
		}
	}
	var found council.Person
	for _, known := range in.People {
		p, here := in.Person(known.ID, today)
		if !here || p.Setting != d.Setting || p.Email == "" || !slices.Contains(p.Roles, casework.SchoolStaff) {
			continue
		}
		if lead := slices.Contains(p.Roles, council.SchoolLead); lead || found.ID == "" {
			found = p
			if lead {
				break
			}
		}
	}
	return found
}
