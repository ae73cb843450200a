package portal

import (
	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// meetingsPage shows the meetings ahead: how many cases each takes, and how many must have been looked at by then.
type meetingsPage struct {
	Sentence string
	Table    look.Table
	Nav      look.Tabs
}

// managerMeetings compares, panel by panel, the room up to a meeting with the cases for which it is the last one in time.
func (p *Portal) managerMeetings(v *Visit) error {
	list, err := p.register.Meetings(v.Context(), records.MeetingFilter{Open: true, From: v.Today})
	if err != nil {
		return err
	}
	var rows []look.Row
	short := 0
	room := map[string]int{}
	for i, m := range list {
		room[m.Panel] += m.Capacity
		until := m.On.AddDays(fortnight)
		for _, next := range list[i+1:] {
			if next.Panel == m.Panel {
				until = next.On
				break
			}
		}
		due, err := p.register.Count(v.Context(), records.Filter{Open: true, Clocks: records.RunningClocks(), SendBy: until.AddDays(-1),
			Stages: []casework.Stage{casework.StageReceived, casework.StageConsidering}})
		if err != nil {
			return err
		}
		tag := look.Tag{Text: p.say("meetings-room"), Tone: look.Done}
		if due > room[m.Panel] {
			tag = look.Tag{Text: p.say("meetings-short"), Tone: look.Late}
			short++
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: m.On.Long(), Note: m.Name}, {Text: p.say("meetings-listed", "listed", m.Listed, "capacity", m.Capacity)},
			{Text: digits(due)}, {Text: digits(room[m.Panel])}, {Tag: &tag}}})
	}
	page := meetingsPage{Nav: p.managerTabs(v), Sentence: p.say("meetings-enough")}
	switch {
	case len(list) == 0:
		page.Sentence = p.say("meetings-no-meeting")
	case short > 0:
		page.Sentence = p.say("meetings-not-enough", "meetings", p.count("short-meeting", short))
	}
	page.Table = look.NewTable(p.say("manager-meetings"), []look.Column{{Title: p.say("meetings-meeting")}, {Title: p.say("meetings-agenda"), Numbers: true},
		{Title: p.say("meetings-due"), Numbers: true}, {Title: p.say("meetings-places"), Numbers: true}, {Title: p.say("meetings-standing")}}, rows)
	page.Table.Empty = look.Empty{Title: p.say("meetings-no-meeting")}
	return v.Page("manager-meetings", page)
}
