package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

// MeetingShowCmd shows a meeting.
type MeetingShowCmd struct {
	Ref string `arg:"" help:"The meeting, as MTG-2026-0007-X."`
}

// Run shows it. Cases are named by their references: what is in them is for starter show.
func (cmd *MeetingShowCmd) Run(s *session) error {
	defer s.close()
	ref, err := casework.ParseMeetingRef(cmd.Ref)
	if err != nil {
		return err
	}
	m, agenda, err := s.desk.Meeting(s.ctx, ref)
	if err != nil {
		return err
	}
	return showMeeting(s.out.Out, m, agenda)
}

func showMeeting(out io.Writer, m meeting.Meeting, agenda meeting.Agenda) error {
	fmt.Fprintf(out, "%s  %s, %s %s\n%s; takes %d cases; papers out on %s\n\n", m.Ref, m.Name, m.On.Long(), m.From, stageWords(m), m.Capacity, m.PackOn.Short())
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "INVITED\tKNOWS\tATTENDANCE")
	for _, seat := range m.Seats {
		fmt.Fprintf(w, "%s\t%s\t%s\n", seat.Name, strings.ReplaceAll(strings.Join(seat.Knows, ", "), "_", " "), attendance(m, seat))
	}
	fmt.Fprintln(w, "\nCASE\tSEND BY\tPAPERS\tVIEWS\tOUTCOME")
	for _, item := range agenda.Items {
		c := item.Case
		ref := string(c.Ref)
		if len(c.Urgent) > 0 {
			ref += " (urgent)"
		}
		papers := "not out"
		if m.Released(c.Ref) {
			papers = "out"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%s\n", ref, c.Opened.Decide.SendBy.Short(), papers, len(c.Views), outcome(m, item))
	}
	if len(agenda.Items) == 0 {
		fmt.Fprintln(w, "No case is listed for it.")
	}
	if missing := m.MissingViews(agenda); len(missing) > 0 && !m.Over() {
		fmt.Fprintf(w, "\n%d views are missing.\n", len(missing))
	}
	if lacks := m.Lacks(); m.Stage == meeting.StageOpen && len(lacks) > 0 {
		fmt.Fprintf(w, "\nThe quorum lacks: %s.\n", strings.Join(lacks, "; "))
	}
	return w.Flush()
}

func stageWords(m meeting.Meeting) string {
	if (m.Stage == meeting.StageOpen || m.Stage == meeting.StageClosed) && !m.Quorate {
		return string(m.Stage) + ", opened without a quorum"
	}
	return string(m.Stage)
}

func attendance(m meeting.Meeting, seat meeting.Seat) string {
	var words []string
	for _, p := range m.Presence {
		if p.Member != seat.Member {
			continue
		}
		span := "from " + p.From
		if p.Until != "" {
			span += " to " + p.Until
		}
		words = append(words, span)
	}
	switch {
	case len(words) > 0:
		return strings.Join(words, ", ")
	case slices.Contains(m.Excused, seat.Member):
		return "apologies"
	}
	return ""
}

func outcome(m meeting.Meeting, item meeting.Item) string {
	var words []string
	for _, s := range m.Items {
		if s.Case == item.Case.Ref && !s.Quorate {
			words = append(words, "not quorate: "+strings.Join(s.Missing, "; "))
		}
	}
	if item.Outcome != meeting.Pending {
		words = append([]string{string(item.Outcome)}, words...)
	}
	if !item.Until.IsZero() {
		words = append(words, "to "+item.Until.Short())
	}
	return strings.Join(words, ", ")
}
