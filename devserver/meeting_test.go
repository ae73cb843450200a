package main

import (
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

// arrivals is the attendance of enough of the panel for a quorum.
func arrivals() meeting.Attend {
	var a meeting.Attend
	for _, who := range []casework.PersonID{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter"} {
		a.People = append(a.People, meeting.Attended{Member: who, What: meeting.Arrived, At: "09:30"})
	}
	return a
}

// called calls a meeting of the panel for today.
func (st *stand) called(t *testing.T) meeting.Meeting {
	t.Helper()
	m, err := st.desk.PlanMeeting(t.Context(), "joe.marsh", "plan", service.NewMeeting{Panel: "send-panel", On: statute.DayOf(time.Now())})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (st *stand) hold(t *testing.T, ref casework.MeetingRef, as casework.PersonID, key string, act meeting.Act) {
	t.Helper()
	if _, err := st.desk.DoMeeting(t.Context(), ref, as, key, act); err != nil {
		t.Fatalf("%s of %s: %v", key, ref, err)
	}
}

// TestAPanelMeets holds a meeting on a real server: a case listed before the meeting was called and one listed for it,
// views that open with it, a recommendation that names who was there, a close that waits for every outcome, and two
// people who close it at once.
func TestAPanelMeets(t *testing.T) {
	st := stood(t, tempData(t))
	early, late := st.received(t, 1, 20), st.received(t, 2, 20)
	st.do(t, early.Ref, toPanel(early.Opened.Received)...)
	m := st.called(t)
	st.do(t, late.Ref, toPanel(late.Opened.Received)...)
	for _, ref := range []casework.Ref{early.Ref, late.Ref} {
		if err := within(patience, func() error {
			c, err := st.desk.Case(t.Context(), ref)
			if err == nil && c.Listed.Meeting != m.Ref {
				err = fmt.Errorf("%s is listed for %+v, not for meeting %s", ref, c.Listed, m.Ref)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	st.do(t, early.Ref, fiveViews()[:2]...)
	decider := st.actor(t, "priya.raman")
	if c := st.settled(t, early.Ref); len(c.ViewsFor(decider, m.On)) != 0 {
		t.Error("the decision-maker reads views before the meeting has opened")
	}
	if err := st.give(t.Context(), early.Ref, recommended()); casework.AsRefused(err) == nil || !strings.Contains(err.Error(), "has not been opened") {
		t.Errorf("a recommendation before the meeting: %v", err)
	}
	st.hold(t, m.Ref, "joe.marsh", "who came", arrivals())
	st.hold(t, m.Ref, "helen.forsyth", "open", meeting.Open{})
	if c := st.settled(t, early.Ref); len(c.ViewsFor(decider, m.On)) != 2 {
		t.Error("the views are still closed after the meeting has opened")
	}
	_, err := st.desk.DoMeeting(t.Context(), m.Ref, "joe.marsh", "too soon", meeting.Close{})
	if refused := casework.AsRefused(err); refused == nil || !strings.Contains(err.Error(), string(early.Ref)) || !strings.Contains(err.Error(), string(late.Ref)) {
		t.Errorf("closed without outcomes: %v", err)
	}
	advised := recommended()
	advice := advised.act.(casework.Recommend)
	advice.Present = nil // the meeting knows who was there
	advised.act = advice
	st.do(t, early.Ref, advised)
	if c := st.settled(t, early.Ref); c.Recommended == nil || len(c.Recommended.Present) != 4 {
		t.Errorf("the recommendation names %+v", c.Recommended)
	}
	st.do(t, late.Ref, step{"helen.forsyth", "deferred", casework.Defer{Panel: "send-panel", Until: m.On.AddDays(2), Why: "The therapist’s report comes on Tuesday."}})
	closeAtOnce(t, st, m.Ref)
	report, err := st.desk.Register.Verify(t.Context())
	if err != nil || !report.Sound() || report.Meetings != 1 {
		t.Errorf("the register is %+v, %v", report.Faults, err)
	}
}

// closeAtOnce has the clerk and the chair close the meeting at the same moment.
func closeAtOnce(t *testing.T, st *stand, ref casework.MeetingRef) {
	t.Helper()
	var wait sync.WaitGroup
	var answers [2]error
	for i, who := range []casework.PersonID{"joe.marsh", "helen.forsyth"} {
		wait.Go(func() {
			_, answers[i] = st.desk.DoMeeting(t.Context(), ref, who, "close by "+string(who), meeting.Close{})
		})
	}
	wait.Wait()
	refused := casework.AsRefused(errors.Join(answers[0], answers[1]))
	if refused == nil || (answers[0] == nil) == (answers[1] == nil) || !strings.Contains(refused.Error(), "the meeting is closed") {
		t.Errorf("the two were told %v and %v; want one close and one refusal", answers[0], answers[1])
	}
	m, _, err := st.desk.Meeting(t.Context(), ref)
	if err != nil || m.Stage != meeting.StageClosed || len(m.Results) != 2 || m.Results[0].Outcome == m.Results[1].Outcome {
		t.Errorf("the meeting is %s with %+v, %v", m.Stage, m.Results, err)
	}
}

// TestCasesAreListedByThemselves has a family asked: the case goes on the agenda of the next meeting. When that is
// cancelled it goes to another; a case that none can take in time is put before the manager.
func TestCasesAreListedByThemselves(t *testing.T) {
	st := stood(t, tempData(t))
	today := statute.DayOf(time.Now())
	m, err := st.desk.PlanMeeting(t.Context(), "joe.marsh", "plan", service.NewMeeting{Panel: "send-panel", On: today.AddDays(1)})
	if err != nil {
		t.Fatal(err)
	}
	c, hurried := st.received(t, 1, 10), st.received(t, 2, 40)
	st.do(t, c.Ref, toPanel(c.Opened.Received)[1])
	st.do(t, hurried.Ref, toPanel(hurried.Opened.Received)[1])
	if c := st.settled(t, c.Ref); c.Listed == nil || c.Listed.Meeting != m.Ref {
		t.Errorf("listed for %+v, want meeting %s", c.Listed, m.Ref)
	}
	if c := st.settled(t, hurried.Ref); c.Listed != nil && !c.Listed.On.Before(c.Opened.Decide.SendBy) {
		t.Errorf("listed for %s and to be sent by %s", c.Listed.On, c.Opened.Decide.SendBy)
	}
	st.hold(t, m.Ref, "joe.marsh", "cancel", meeting.Cancel{Why: "The heating failed."})
	if err := within(patience, func() error {
		c, err := st.desk.Case(t.Context(), c.Ref)
		if err == nil && (c.Listed == nil || c.Listed.Meeting == m.Ref || c.Listed.On == m.On) {
			err = fmt.Errorf("after the cancellation the case is listed for %+v", c.Listed)
		}
		return err
	}); err != nil {
		t.Error(err)
	}
}

// TestMeetingsSurviveTheLossOfTemporal deletes Temporal's database between a meeting's opening and its close, as
// [TestNothingIsLost] does with cases.
func TestMeetingsSurviveTheLossOfTemporal(t *testing.T) {
	h := newHouse(t)
	running := h.service()
	ref := h.submit("Jaspreet", 20)
	h.must("consult", string(ref), "--as", "amina.khan", "--whom", "family", "--how", "call", "--views", "We are worn out.")
	today := statute.DayOf(time.Now()).String()
	said := h.must("meeting", "plan", "--as", "joe.marsh", "--panel", "send-panel", "--on", today)
	m := strings.TrimSuffix(strings.Fields(said)[0], ":")
	h.act("do", ref, "amina.khan", casework.List{Panel: "send-panel", On: statute.DayOf(time.Now())})
	running.kill()

	running = h.service()
	h.must("meeting", "attend", m, "--as", "joe.marsh", "helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter")
	h.must("meeting", "open", m, "--as", "helen.forsyth", "--key", "open")
	running.kill()
	h.deleteTemporal()

	running = h.service()
	if again := h.must("meeting", "open", m, "--as", "helen.forsyth", "--key", "open"); !strings.Contains(again, "before") {
		t.Errorf("opened twice under one key: %s", again)
	}
	h.act("recommend", ref, "helen.forsyth", casework.Recommend{Panel: "send-panel", Outcome: casework.Assess, Reasons: "It may be necessary."})
	h.must("meeting", "close", m, "--as", "joe.marsh")
	if out := h.must("meetings", "--all"); !strings.Contains(out, m) || !strings.Contains(out, "closed") {
		t.Errorf("the list of meetings says:\n%s", out)
	}
	if out := h.must("meeting", "show", m); !strings.Contains(out, string(ref)) || !strings.Contains(out, "recommended") {
		t.Errorf("the meeting shows:\n%s", out)
	}
	if out := h.must("verify"); !strings.Contains(strings.ToLower(out), "sound") {
		t.Errorf("verify said:\n%s", out)
	}
	running.stop()
}
