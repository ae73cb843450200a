package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/portal"
	"sendpanel/records"
)

// noticesOf lists the messages that an event of a case owes: to whom a letter has gone that they can read in the portal,
// and to everybody who follows the case when a limit has been missed. Whether somebody wants one is asked when it is sent.
func noticesOf(c casework.Case, e casework.Event) []records.FamilyNotice {
	switch b := e.Body.(type) {
	case casework.Posted:
		if !c.MayFollow(b.Letter.To) {
			return nil
		}
		what := "letter"
		switch b.Letter.Kind {
		case casework.AssessLetter, casework.NotAssessLetter, casework.OverturnLetter:
			what = "decision"
		}
		return []records.FamilyNotice{{Ref: c.Ref, Addressee: b.Letter.To, Seq: e.Seq, What: what}}
	case casework.Breached:
		var all []records.FamilyNotice
		for _, a := range c.Family {
			if c.MayFollow(a.ID) {
				all = append(all, records.FamilyNotice{Ref: c.Ref, Addressee: a.ID, Seq: e.Seq, What: "late"})
			}
		}
		return all
	}
	return nil
}

// oweNotices notes the messages that recorded events owe. A message is a courtesy beside the letter: what hinders it is
// logged and hinders nothing else.
func oweNotices(ctx context.Context, register *records.Register, log *slog.Logger, ref casework.Ref, events []casework.Event) {
	if !slices.ContainsFunc(events, func(e casework.Event) bool {
		k := e.Body.Kind()
		return k == casework.KindPosted || k == casework.KindBreached
	}) {
		return
	}
	err := func() error {
		all, err := register.Events(ctx, ref)
		if err != nil {
			return err
		}
		c, err := casework.Fold(all)
		if err != nil {
			return err
		}
		var owed []records.FamilyNotice
		for _, e := range events {
			owed = append(owed, noticesOf(c, e)...)
		}
		return register.OweNotices(ctx, owed...)
	}()
	if err != nil && ctx.Err() == nil {
		log.Error("messages to a family were not noted", "case", string(ref), "error", err)
	}
}

// noticer sends the messages that are owed.
type noticer struct {
	desk *Desk
	said portal.Notifier
	base string
	log  *slog.Logger
}

// How often, and how many at a time.
const (
	noticeEvery = 20 * time.Second
	noticesOnce = 50
)

// send sends what is owed until ctx ends.
func (n noticer) send(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(noticeEvery):
		}
		if err := n.once(ctx); err != nil && ctx.Err() == nil {
			n.log.Error("messages to families were not sent", "error", err)
		}
	}
}

// once sends what is owed now. One that cannot be sent is tried again later.
func (n noticer) once(ctx context.Context) error {
	owed, err := n.desk.Register.TakeNotices(ctx, noticesOnce)
	if err != nil {
		return err
	}
	var faults []error
	for _, notice := range owed {
		outcome, err := n.one(ctx, notice)
		if err == nil {
			err = n.desk.Register.EndNotice(ctx, notice, outcome)
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("%s, event %d: %w", notice.Ref, notice.Seq, err))
		}
	}
	return errors.Join(faults...)
}

func (n noticer) one(ctx context.Context, notice records.FamilyNotice) (outcome string, err error) {
	c, err := n.desk.Case(ctx, notice.Ref)
	if err != nil {
		return "", err
	}
	if why := unwanted(c, notice.Addressee); why != "" {
		return why, nil
	}
	access, err := n.desk.Register.FamilyAccess(ctx, notice.Ref, notice.Addressee)
	if errors.Is(err, records.ErrNoAccess) {
		return "no contact is confirmed", nil
	}
	if err != nil {
		return "", err
	}
	if _, closed := c.StartsClosed(n.desk.Today(c)); closed && !access.Opened {
		return "the case is closed to them in the portal", nil
	}
	subject, text, err := portal.EventNotice(notice.What, notice.Ref, n.base)
	if err != nil {
		return "", err
	}
	err = n.said.Notify(ctx, portal.Notice{Channel: access.Channel, To: access.Contact, Subject: subject, Text: text})
	return "sent", err
}

// unwanted says why somebody gets no message: they did not ask for any, the case is no longer theirs to follow, or
// somebody in the family is reached with care, where a message on a screen could be read by the wrong person.
func unwanted(c casework.Case, id casework.AddresseeID) string {
	who, known := c.Addressee(id)
	switch {
	case !known || !c.MayFollow(id):
		return "the case is not addressed to them"
	case c.Stage == casework.StageEnded:
		return "the case has ended"
	case slices.ContainsFunc(c.Family, casework.Addressee.WithCare):
		return "somebody in the family is reached with care"
	case !who.Notices:
		return "they did not ask for messages"
	}
	return ""
}
