package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/service"
	"sendpanel/statute"
)

// clerks is how many people call and hold meetings at the same time.
const clerks = 4

// TestKilledDuringMeetings kills the worker again and again, at random moments, while several clerks call meetings, list
// cases for them, record who came, open, advise and close, each command again under the same key until it is answered. At the
// end every meeting is closed once, with the outcome of each of its cases, nothing is recorded twice, and the register is
// sound.
func TestKilledDuringMeetings(t *testing.T) {
	kills := killsWanted(t)
	h := newHouse(t, "SENDPANEL_DEMO=true") // each clerk’s meetings have a time of their own: a panel meets once a day
	r := startRaid(t, h)
	c := &convening{raid: r, keys: map[casework.MeetingRef][]string{}}
	var wait sync.WaitGroup
	for who := range clerks {
		wait.Go(func() { c.hold(t, who) })
	}
	for range kills {
		r.strike(t, 5*time.Second) // a meeting’s commands wait for its cases, so a worker has more to do before it answers
	}
	r.over.Store(true)
	wait.Wait()
	if t.Failed() {
		t.FailNow()
	}
	c.check(t)
	t.Logf("%d kills, %d meetings, %d cases, %d commands answered, %d of them after they had been given more than once", kills, len(c.keys), len(r.cases), r.answered.Load(), r.again.Load())
}

// convening is a raid on meetings, and what was promised to clerks meanwhile.
type convening struct {
	*raid
	mu   sync.Mutex
	keys map[casework.MeetingRef][]string // the keys that were answered
}

// hold calls one meeting after another and carries each to its close, until the raid is over and the one in hand is closed.
func (c *convening) hold(t *testing.T, who int) {
	for n := who; !c.over.Load(); n += clerks {
		if err := c.one(t, n); err != nil {
			t.Errorf("meeting %d: %v", n, err)
			return
		}
	}
}

// one is a meeting with two cases: the panel advises on one and puts the other off.
func (c *convening) one(t *testing.T, n int) error {
	shift := time.Duration(n+1) * time.Second
	today := statute.DayOf(time.Now().Add(shift))
	var cases []casework.Ref
	for i := range 2 {
		request := aRequest(t, 2*n+i, 20)
		ref, err := c.submitIn(request, shift)
		if err != nil {
			return fmt.Errorf("submit: %w", err)
		}
		c.note(string(request), ref)
		cases = append(cases, ref)
		if err := c.give(ref, toPanel(today.AddDays(-10))[1]); err != nil {
			return err
		}
	}
	m, err := c.call(n, today, shift)
	if err != nil {
		return fmt.Errorf("call: %w", err)
	}
	for _, ref := range cases {
		if err := c.give(ref, step{"amina.khan", "listed", casework.List{Panel: "send-panel", On: today}}); err != nil {
			return err
		}
	}
	if err := c.give(cases[0], fiveViews()[1]); err != nil {
		return err
	}
	if err := c.command(m, "joe.marsh", "who came", arrivals()); err != nil {
		return err
	}
	if err := c.command(m, "helen.forsyth", "open", meeting.Open{}); err != nil {
		return err
	}
	advice := casework.Recommend{Panel: "send-panel", Outcome: casework.NotAssess, Reasons: "The support works."}
	if err := c.give(cases[0], step{"helen.forsyth", "advised", advice}); err != nil {
		return err
	}
	if err := c.give(cases[1], step{"helen.forsyth", "deferred", casework.Defer{Panel: "send-panel", Until: today.AddDays(2), Why: "The therapist’s report comes on Tuesday."}}); err != nil {
		return err
	}
	return c.command(m, "joe.marsh", "close", meeting.Close{Minutes: meeting.Minutes{Notes: []meeting.Note{{Text: "The legal test was read out."}}}})
}

// submitIn hands a request in, in a time of its own, until it is answered.
func (c *convening) submitIn(request []byte, shift time.Duration) (ref casework.Ref, err error) {
	err = within(patience, func() error {
		got, err := c.side.desk.Receive(context.Background(), request, shift)
		ref = got.Case.Ref
		return err
	})
	return ref, err
}

// call calls a meeting until it is answered, and once more, as somebody does who did not see the answer.
func (c *convening) call(n int, on statute.Day, shift time.Duration) (ref casework.MeetingRef, err error) {
	for range 2 {
		err = within(patience, func() error {
			m, err := c.side.desk.PlanMeeting(context.Background(), "joe.marsh", fmt.Sprintf("plan %d", n), service.NewMeeting{Panel: "send-panel", On: on, Shift: shift})
			if err == nil && ref != "" && m.Ref != ref {
				err = fmt.Errorf("one call became %s and %s", ref, m.Ref)
			}
			ref = m.Ref
			return err
		})
	}
	return ref, err
}

// command gives a command to a meeting until it is answered. None of these may be refused.
func (c *convening) command(ref casework.MeetingRef, as casework.PersonID, key string, act meeting.Act) error {
	tries := 0
	var refused error
	err := within(patience, func() error {
		tries++
		ctx, cancel := context.WithTimeout(context.Background(), 4*time.Second)
		defer cancel()
		_, err := c.side.desk.DoMeeting(ctx, ref, as, key, act)
		if casework.AsRefused(err) != nil {
			refused = err
			return nil
		}
		return err
	})
	if err = errors.Join(err, refused); err != nil {
		return fmt.Errorf("%s of %s after %d tries: %w", key, ref, tries, err)
	}
	c.answered.Add(1)
	if tries > 1 {
		c.again.Add(1)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keys[ref] = append(c.keys[ref], key)
	return nil
}

// check looks for what was lost and what was doubled.
func (c *convening) check(t *testing.T) {
	t.Helper()
	for ref, keys := range c.keys {
		events, err := c.side.desk.Register.MeetingEvents(t.Context(), ref)
		if err != nil {
			t.Fatal(err)
		}
		held, kinds := map[string]int{}, map[meeting.Kind]int{}
		for _, e := range events {
			held[e.Key]++
			kinds[e.Body.Kind()]++
		}
		for _, key := range keys {
			if held[key] != 1 {
				t.Errorf("the command %q of %s is recorded %d times", key, ref, held[key])
			}
		}
		m, err := meeting.Fold(events)
		if err != nil || kinds[meeting.KindOpened] != 1 || kinds[meeting.KindClosed] != 1 || len(m.Presence) != 4 || len(m.Results) != 2 {
			t.Errorf("%s was opened %d times and closed %d times, with %d people and %d results, %v", ref, kinds[meeting.KindOpened], kinds[meeting.KindClosed], len(m.Presence), len(m.Results), err)
		}
		outcomes := map[meeting.Outcome]int{}
		for _, r := range m.Results {
			outcomes[r.Outcome]++
		}
		if outcomes[meeting.Recommended] != 1 || outcomes[meeting.Deferred] != 1 {
			t.Errorf("%s closed with the outcomes %v", ref, outcomes)
		}
	}
	for ref, keys := range c.cases {
		events := c.side.events(t, ref)
		for _, key := range keys {
			if n := withKey(events, key); n != 1 {
				t.Errorf("the command %q of %s is recorded %d times", key, ref, n)
			}
		}
		if met := withKind(events, casework.KindPanelMet); met != 1 {
			t.Errorf("%s was told %d times that the panel has met on it", ref, met)
		}
	}
	if out := c.h.must("verify"); !strings.Contains(strings.ToLower(out), "sound") {
		t.Errorf("verify said:\n%s", out)
	}
	c.worker.stop()
	c.cluster.stop()
}
