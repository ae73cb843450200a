package portal

import (
	"slices"
	"strings"

	"sendpanel/casework/meeting"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// reminderTable says who is reminded of the meeting by e-mail, when, and what became of what was to be sent.
func (p *Portal) reminderTable(v *Visit) (*look.Table, error) {
	sent, err := p.register.MeetingNotices(v.Context(), v.Meeting.Ref)
	if err != nil {
		return nil, err
	}
	var rows []look.Row
	for len(sent) > 0 {
		n := slices.IndexFunc(sent, func(other records.MeetingNoticeEnd) bool { return other.Seq != sent[0].Seq })
		if n < 0 {
			n = len(sent)
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: p.say("remind-" + string(sent[0].What))}, {Text: p.sentOn(sent[:n])}, {Text: p.sentTo(v, sent[:n])}}})
		sent = sent[n:]
	}
	for _, due := range v.Meeting.Reminders() {
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: p.say("remind-" + string(due.What))}, {Text: p.say("remind-from", "day", due.On.Long())}, {Text: p.say("remind-to-" + string(due.What))}}})
	}
	if len(rows) == 0 {
		return nil, nil
	}
	table := look.NewTable(p.say("remind-caption"), []look.Column{{Title: p.say("remind-what")}, {Title: p.say("remind-when")}, {Title: p.say("remind-who")}}, rows)
	return &table, nil
}

// sentOn is the day on which the first of the messages was dealt with.
func (p *Portal) sentOn(notices []records.MeetingNoticeEnd) string {
	var first statute.Day
	for _, n := range notices {
		if on := statute.DayOf(n.At); !n.At.IsZero() && (first.IsZero() || on.Before(first)) {
			first = on
		}
	}
	if first.IsZero() {
		return p.say("remind-waits")
	}
	return first.Long()
}

// sentTo names who was written to, who was not and why, and who still is to be.
func (p *Portal) sentTo(v *Visit, notices []records.MeetingNoticeEnd) string {
	var sent, waiting, not []string
	for _, n := range notices {
		name := v.nameOf(n.Person)
		switch n.Outcome {
		case "sent":
			sent = append(sent, name)
		case "":
			waiting = append(waiting, name)
		default:
			not = append(not, name+" ("+n.Outcome+")")
		}
	}
	var parts []string
	add := func(key string, names []string) {
		if len(names) > 0 {
			parts = append(parts, p.say(key, "names", strings.Join(names, ", ")))
		}
	}
	add("remind-sent", sent)
	add("remind-waiting", waiting)
	add("remind-not", not)
	return strings.Join(parts, " ")
}

// runs reports whether the visitor runs the meeting: takes its attendance.
func (v *Visit) runs() bool { return v.Meeting.Grants(v.Who.Actor, meeting.ActAttend) }
