package portal

import (
	"slices"
	"strconv"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// panelHomePage is the meetings that somebody has to do with: the sentence first, then the list.
type panelHomePage struct {
	Sentence string
	Coming   look.Table
	Past     look.Table
	ToCall   []plannedDay // days of the council's plan that nobody has called a meeting for
	MayCall  bool
}

// plannedDay is a day on which the settings plan a meeting.
type plannedDay struct {
	Panel, Name string
	On          statute.Day
}

// homeMeetings are how many meetings that are over a start page lists, and how many planned days it offers.
const (
	homePast  = 8
	homeCalls = 4
)

// panelHome lists the meetings of the person: those to which a member is invited, all for those who prepare meetings. No
// case is read for it.
func (p *Portal) panelHome(v *Visit) error {
	called, err := p.register.Meetings(v.Context(), records.MeetingFilter{From: v.Today.AddDays(-120)})
	if err != nil {
		return err
	}
	rows, err := p.myMeetings(v, called)
	if err != nil {
		return err
	}
	coming := slices.DeleteFunc(slices.Clone(rows), func(m records.MeetingRow) bool { return !m.Open })
	past := slices.DeleteFunc(slices.Clone(rows), func(m records.MeetingRow) bool { return m.Open })
	slices.Reverse(past)
	page := panelHomePage{Coming: p.meetingTable(v, coming, "panel-coming"), Past: p.meetingTable(v, past[:min(len(past), homePast)], "panel-past")}
	page.Sentence = p.nextMeetingSentence(v, coming)
	page.MayCall = callsMeetings(v.Who.Actor)
	if page.MayCall {
		page.ToCall = toCall(v, called)
	}
	page.Coming.Empty = look.Empty{Title: p.say("panel-none"), Text: p.say("panel-none-text")}
	return v.Page("panel-home", page)
}

// myMeetings leaves a member those to which they are invited. Who prepares meetings has all.
func (p *Portal) myMeetings(v *Visit, rows []records.MeetingRow) ([]records.MeetingRow, error) {
	a := v.Who.Actor
	if preparesMeetings(a) {
		return rows, nil
	}
	var mine []records.MeetingRow
	for _, row := range rows {
		events, err := p.register.MeetingEvents(v.Context(), row.Ref)
		if err != nil {
			return nil, err
		}
		m, err := meeting.Fold(events)
		if err != nil {
			return nil, err
		}
		if _, invited := m.Seat(a.Person); invited {
			mine = append(mine, row)
		}
	}
	return mine, nil
}

func (p *Portal) nextMeetingSentence(v *Visit, coming []records.MeetingRow) string {
	if len(coming) == 0 {
		return p.say("panel-no-next")
	}
	m := coming[0]
	if m.On == v.Today {
		return p.say("panel-today", "name", m.Name, "cases", p.count("item", m.Listed))
	}
	return p.say("panel-next", "name", m.Name, "day", m.On.Long(), "cases", p.count("item", m.Listed))
}

func (p *Portal) meetingTable(v *Visit, meetings []records.MeetingRow, caption string) look.Table {
	var rows []look.Row
	for _, m := range meetings {
		tag := stageTag(p, m.Stage)
		rows = append(rows, look.Row{Cells: []look.Cell{
			{Link: &look.Link{Text: m.On.Long(), Href: "/panel/meetings/" + string(m.Ref)}, Note: m.Starts},
			{Text: m.Name}, {Tag: &tag}, {Text: p.say("panel-room", "n", strconv.Itoa(m.Listed), "of", strconv.Itoa(m.Capacity)), Note: string(m.Ref)},
		}})
	}
	columns := []look.Column{{Title: p.say("panel-day")}, {Title: p.say("panel-panel")}, {Title: p.say("stage")}, {Title: p.say("panel-agenda")}}
	return look.NewTable(p.say(caption), columns, rows)
}

func stageTag(p *Portal, stage meeting.Stage) look.Tag {
	tones := map[meeting.Stage]string{meeting.StagePlanned: look.Info, meeting.StageOpen: look.Soon, meeting.StageClosed: look.Done, meeting.StageCancelled: look.Plain}
	return look.Tag{Text: p.say("stage-meeting-" + string(stage)), Tone: tones[stage]}
}

func callsMeetings(a casework.Actor) bool {
	return a.Has(casework.PanelChair) || preparesMeetings(a)
}

func preparesMeetings(a casework.Actor) bool {
	return a.Has(casework.Clerk) || a.Has(casework.CaseworkOfficer) || a.Has(casework.ServiceManager)
}

// toCall are the next days without a meeting in the plan of each panel: of those that a chair leads, of all for those who
// prepare meetings.
func toCall(v *Visit, rows []records.MeetingRow) []plannedDay {
	var days []plannedDay
	for _, panel := range v.Council.Panels {
		if panel.Chair != v.Who.Actor.Person && !preparesMeetings(v.Who.Actor) {
			continue
		}
		found := 0
		for _, day := range panel.Meetings {
			called := slices.ContainsFunc(rows, func(m records.MeetingRow) bool {
				return m.Panel == panel.ID && (m.On == day || slices.Contains(m.Moved, day))
			})
			if day.Before(v.Today) || called || found == homeCalls {
				continue
			}
			found++
			days = append(days, plannedDay{Panel: panel.ID, Name: panel.Name, On: day})
		}
	}
	slices.SortStableFunc(days, func(a, b plannedDay) int { return a.On.Compare(b.On) })
	return days
}
