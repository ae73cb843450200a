package main

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/records"
	"sendpanel/service"
	"sendpanel/statute"
)

// MeetingsCmd lists meetings.
type MeetingsCmd struct {
	Panel string `help:"Only this panel's, as the council's settings know it: send-panel."`
	All   bool   `help:"Those that are over too."`
}

// Run lists them, the earliest first.
func (cmd *MeetingsCmd) Run(s *session) error {
	defer s.close()
	rows, err := s.desk.Meetings(s.ctx, records.MeetingFilter{Open: !cmd.All, Panel: cmd.Panel})
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		fmt.Fprintln(s.out.Out, "No meeting is planned. Plan one with: starter meeting plan --panel send-panel --as PERSON")
		return nil
	}
	w := tabwriter.NewWriter(s.out.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "MEETING\tON\tPANEL\tSTAGE\tCASES\tNEXT")
	for _, m := range rows {
		next := ""
		if m.Next.Why != "" {
			next = m.Next.On.Short() + ": " + m.Next.Why
		}
		fmt.Fprintf(w, "%s\t%s %s\t%s\t%s\t%d of %d\t%s\n", m.Ref, m.On.Short(), m.Starts, m.Name, m.Stage, m.Listed, m.Capacity, next)
	}
	return w.Flush()
}

// MeetingCmd is what can be done with one meeting.
type MeetingCmd struct {
	Show    MeetingShowCmd    `cmd:"" help:"Show a meeting: who is invited and who came, its agenda, the urgent first, and what became of each case."`
	Plan    MeetingPlanCmd    `cmd:"" help:"Call a meeting of a panel. Cases that are listed for that day are on its agenda."`
	Attend  MeetingAttendCmd  `cmd:"" help:"Record who has come, or who has left."`
	Open    MeetingOpenCmd    `cmd:"" help:"Open the meeting: its members' views can be read from then on. It needs a quorum."`
	Release MeetingReleaseCmd `cmd:"" help:"Release the papers to those invited, before their day or for cases that came late."`
	Close   MeetingCloseCmd   `cmd:"" help:"Close the meeting. It is refused while a case on its agenda has no outcome."`
	Cancel  MeetingCancelCmd  `cmd:"" help:"Cancel the meeting. Its cases are listed again; their six weeks go on."`
	Do      MeetingDoCmd      `cmd:"" help:"Record any command to a meeting, from a JSON file: change_meeting_date, set_capacity, invite, excuse, take_up, …"`
}

// MeetingPlanCmd calls a meeting.
type MeetingPlanCmd struct {
	Who
	Panel    string `required:"" help:"The panel, as the council's settings know it: send-panel."`
	On       string `placeholder:"DAY" help:"The day; the next one that the council's settings plan if not given."`
	Capacity int    `help:"How many cases it takes; the panel's own number if not given."`
	Place    string `help:"Where; the panel's usual place if not given."`
	From     string `placeholder:"HH:MM" help:"When it begins; the panel's usual time if not given."`
}

// Run calls it.
func (cmd *MeetingPlanCmd) Run(s *session) error {
	defer s.close()
	n := service.NewMeeting{Panel: cmd.Panel, Capacity: cmd.Capacity, Place: cmd.Place, From: cmd.From}
	if cmd.On != "" {
		on, err := dayOrToday(cmd.On)
		if err != nil {
			return err
		}
		n.On = on
	}
	m, err := s.desk.PlanMeeting(s.ctx, casework.PersonID(cmd.As), cmd.Key, n)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out.Out, "%s: the %s meets on %s. It takes %d cases; its papers go out on %s.\n", m.Ref, m.Name, m.On.Long(), m.Capacity, m.PackOn.Long())
	return nil
}

// ofMeeting is what every command to a meeting takes.
type ofMeeting struct {
	Who
	Ref string `arg:"" help:"The meeting, as MTG-2026-0007-X."`
}

// MeetingAttendCmd records who came or left.
type MeetingAttendCmd struct {
	ofMeeting
	Members []string `arg:"" help:"Who came, as the council's settings know them."`
	At      string   `placeholder:"HH:MM" help:"When; now if not given."`
	Left    bool     `help:"They left."`
	For     string   `placeholder:"CASE" help:"They withdrew from this case only, for an interest in it."`
	Why     string   `help:"The interest, in a few words."`
}

// Run records it.
func (cmd *MeetingAttendCmd) Run(s *session) error {
	at := cmd.At
	if at == "" {
		at = time.Now().In(statute.London()).Format("15:04")
	}
	var act meeting.Attend
	for _, who := range cmd.Members {
		a := meeting.Attended{Member: casework.PersonID(who), What: meeting.Arrived, At: at, Why: cmd.Why}
		switch {
		case cmd.For != "":
			a.What, a.Case = meeting.Withdrew, casework.Ref(strings.ToUpper(cmd.For))
		case cmd.Left:
			a.What = meeting.Left
		}
		act.People = append(act.People, a)
	}
	return s.doMeeting(cmd.ofMeeting, act)
}

// MeetingOpenCmd opens a meeting.
type MeetingOpenCmd struct {
	ofMeeting
	NotQuorate bool `help:"Hold it although it has no quorum: it can talk, and cannot recommend, and each case on its agenda says so."`
}

// Run opens it.
func (cmd *MeetingOpenCmd) Run(s *session) error {
	return s.doMeeting(cmd.ofMeeting, meeting.Open{NotQuorate: cmd.NotQuorate})
}

// MeetingReleaseCmd releases papers.
type MeetingReleaseCmd struct{ ofMeeting }

// Run releases them.
func (cmd *MeetingReleaseCmd) Run(s *session) error {
	return s.doMeeting(cmd.ofMeeting, meeting.Release{})
}

// MeetingCancelCmd cancels a meeting.
type MeetingCancelCmd struct {
	ofMeeting
	Why string `required:"" help:"Why, in a sentence."`
}

// Run cancels it.
func (cmd *MeetingCancelCmd) Run(s *session) error {
	return s.doMeeting(cmd.ofMeeting, meeting.Cancel{Why: cmd.Why})
}

// MeetingCloseCmd closes a meeting.
type MeetingCloseCmd struct {
	ofMeeting
	Minutes string `placeholder:"FILE" help:"JSON file with the minutes: notes and actions; - for standard input."`
}

// Run closes it.
func (cmd *MeetingCloseCmd) Run(s *session) error {
	var act meeting.Close
	if cmd.Minutes != "" {
		data, err := contents(cmd.Minutes)
		if err == nil {
			err = casework.ReadStrict(data, &act.Minutes)
		}
		if err != nil {
			s.close()
			return fmt.Errorf("%s: %w", cmd.Minutes, err)
		}
	}
	return s.doMeeting(cmd.ofMeeting, act)
}

// MeetingDoCmd records any command.
type MeetingDoCmd struct {
	ofMeeting
	Act  string `arg:"" help:"The kind of command, as docs/access.md lists them."`
	File string `arg:"" help:"JSON file with the command; - for standard input."`
}

// Run records it.
func (cmd *MeetingDoCmd) Run(s *session) error {
	data, err := contents(cmd.File)
	if err == nil {
		var act meeting.Act
		if act, err = meeting.ReadAct(casework.ActKind(cmd.Act), data); err == nil {
			return s.doMeeting(cmd.ofMeeting, act)
		}
	}
	s.close()
	return fmt.Errorf("%s: %w", cmd.File, err)
}

// doMeeting gives a command to a meeting and says what became of it.
func (s *session) doMeeting(to ofMeeting, act meeting.Act) error {
	defer s.close()
	ref, err := casework.ParseMeetingRef(to.Ref)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(s.ctx, answerWithin)
	defer cancel()
	done, err := s.desk.DoMeeting(ctx, ref, casework.PersonID(to.As), to.Key, act)
	if err != nil {
		return err
	}
	if done.Already {
		fmt.Fprintf(s.out.Out, "%s: this had been recorded before, as event %d.\n", ref, done.First)
		return nil
	}
	fmt.Fprintf(s.out.Out, "%s: %s is recorded (event %d).\n", ref, lower(meeting.Words(act.Kind())), done.First)
	return nil
}
