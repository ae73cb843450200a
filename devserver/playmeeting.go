package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/devserver/cluster"
	"sendpanel/examples"
	"sendpanel/service"
	"sendpanel/statute"
	"sendpanel/workflows"
)

// ending is how a meeting that is played ends.
type ending string

// The ways in which a meeting can end.
const (
	held       ending = "held"
	notQuorate ending = "not-quorate"
	cancelled  ending = "cancelled"
)

// weeksToMeeting is how long after its request a played case comes before the panel.
const weeksToMeeting = 3

// sitting is a meeting that is being played, with the one case on its agenda. Both have clocks of their own, which are
// moved on together.
type sitting struct {
	*theatre
	m meeting.Meeting
	c casework.Case
}

// meet plays a meeting from its calling to its end: a request comes, the panel is called, the family is asked, the papers
// go out and members are reminded by themselves, and then the panel meets, or does not.
func (t *theatre) meet(ctx context.Context, how ending, like examples.Example) (casework.MeetingRef, error) {
	s, err := t.callMeeting(ctx, how, like)
	if err != nil {
		return "", fmt.Errorf("play a meeting that is %s: %w", how, err)
	}
	if err := s.come(ctx, how); err != nil {
		return s.m.Ref, fmt.Errorf("play meeting %s, %s: %w", s.m.Ref, how, err)
	}
	return s.m.Ref, nil
}

func (t *theatre) callMeeting(ctx context.Context, how ending, like examples.Example) (*sitting, error) {
	data, received, err := anotherChild(like.Request, string(how))
	if err != nil {
		return nil, err
	}
	shift := time.Until(received)
	got, err := t.desk.Receive(ctx, data, shift)
	if err != nil {
		return nil, err
	}
	on := statute.DayOf(received).AddWeeks(weeksToMeeting)
	m, err := t.desk.PlanMeeting(ctx, "joe.marsh", "call "+string(how), service.NewMeeting{Panel: "send-panel", On: on, Shift: got.Case.Opened.Shift})
	return &sitting{theatre: t, m: m, c: got.Case}, err
}

// anotherChild is the request as it would be for another invented child, and when it was received.
func anotherChild(request []byte, name string) ([]byte, time.Time, error) {
	var fields map[string]any
	if err := json.Unmarshal(request, &fields); err != nil {
		return nil, time.Time{}, err
	}
	child, ok := fields["child"].(map[string]any)
	if !ok {
		return nil, time.Time{}, errors.New("the example names no child")
	}
	child["surname"] = "Meadow-" + name
	delete(child, "upn")
	data, err := json.Marshal(fields)
	if err != nil {
		return nil, time.Time{}, err
	}
	read, _, err := casework.ParseRequest(data)
	if err != nil {
		return nil, time.Time{}, err
	}
	received, err := read.Received()
	return data, received, err
}

// come plays the meeting once it is called.
func (s *sitting) come(ctx context.Context, how ending) error {
	asked := s.c.Opened.Received.AddDays(2)
	if err := s.moveTo(ctx, asked); err != nil {
		return err
	}
	if err := s.give(ctx, "amina.khan", "asked", casework.Consult{Whom: "family", How: "call", Asked: asked, Received: true, Views: "The family is worn out and would like help soon."}); err != nil {
		return err
	}
	if err := s.give(ctx, "amina.khan", "listed", casework.List{Panel: s.m.Panel, On: s.m.On}); err != nil {
		return err
	}
	if how == cancelled {
		if err := s.moveTo(ctx, s.m.On.AddDays(-4)); err != nil {
			return err
		}
		return s.do(ctx, "joe.marsh", "cancel", meeting.Cancel{Why: "The heating has failed."})
	}
	if err := s.moveTo(ctx, s.m.On.AddDays(-4)); err != nil {
		return err
	}
	view := casework.RecordView{Panel: s.m.Panel, Findings: []casework.Finding{
		{Limb: casework.Limb8a, Answer: casework.Met, Reason: "The needs are plain in every paper."},
		{Limb: casework.Limb8b, Answer: casework.Met, Reason: "What the school can give has been given."},
	}}
	if err := s.give(ctx, "esther.boateng", "view", view); err != nil {
		return err
	}
	if err := s.moveTo(ctx, s.m.On); err != nil {
		return err
	}
	return s.sit(ctx, how)
}

// sit plays the day itself.
func (s *sitting) sit(ctx context.Context, how ending) error {
	var came meeting.Attend
	for _, who := range []casework.PersonID{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter"} {
		if how == notQuorate && who == "esther.boateng" {
			continue
		}
		came.People = append(came.People, meeting.Attended{Member: who, What: meeting.Arrived, At: "09:30"})
	}
	if err := s.do(ctx, "joe.marsh", "who came", came); err != nil {
		return err
	}
	if err := s.do(ctx, "helen.forsyth", "open", meeting.Open{NotQuorate: how == notQuorate}); err != nil {
		return err
	}
	outcome := casework.Act(casework.Recommend{Panel: s.m.Panel, Outcome: casework.Assess, Reasons: "What the school can give has been given, and it is not enough."})
	if how == notQuorate {
		outcome = casework.Defer{Panel: s.m.Panel, Until: s.m.On.AddDays(2), Why: "No educational psychologist could come."}
	}
	if err := s.give(ctx, "helen.forsyth", "outcome", outcome); err != nil {
		return err
	}
	return s.do(ctx, "joe.marsh", "close", meeting.Close{Minutes: meeting.Minutes{Notes: []meeting.Note{{Text: "The legal test was read out at the start."}}}})
}

func (s *sitting) do(ctx context.Context, as casework.PersonID, key string, act meeting.Act) error {
	_, err := s.desk.DoMeeting(ctx, s.m.Ref, as, key, act)
	return err
}

func (s *sitting) give(ctx context.Context, as casework.PersonID, key string, act casework.Act) error {
	now, err := s.cluster.Now(ctx, workflows.WorkflowID(s.c.Ref))
	if err != nil {
		return err
	}
	_, err = s.desk.Do(ctx, s.c.Ref, as, statute.DayOf(now.Add(s.c.Opened.Shift)), key, act)
	return err
}

// moveTo moves the clocks of the case and of the meeting on to the day.
func (s *sitting) moveTo(ctx context.Context, day statute.Day) error {
	if _, err := s.settled(ctx, s.c.Ref); err != nil {
		return err
	}
	for _, id := range []string{workflows.WorkflowID(s.c.Ref), workflows.MeetingID(s.m.Ref)} {
		now, err := s.cluster.Now(ctx, id)
		if err != nil {
			return fmt.Errorf("ask for the time of %s: %w", id, err)
		}
		ahead := day.At(examples.Hour, 0).Sub(now.Add(s.c.Opened.Shift))
		if ahead <= 0 {
			continue
		}
		if err := s.cluster.FastForward(ctx, id, ahead); err != nil && !errors.Is(err, cluster.ErrEnded) {
			return fmt.Errorf("move %s on to %s: %w", id, day, err)
		}
	}
	return nil
}

// tellMeeting prints what happened at a meeting.
func (t *theatre) tellMeeting(ctx context.Context, w io.Writer, ref casework.MeetingRef) error {
	events, err := t.desk.Register.MeetingEvents(ctx, ref)
	if err != nil {
		return err
	}
	if err := meeting.PrintTimeline(w, "A meeting of the panel, called, held and closed", events); err != nil {
		return err
	}
	_, err = fmt.Fprintln(w)
	return err
}
