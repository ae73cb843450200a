package portal

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// minuteActions is how many actions the page has lines for.
const minuteActions = 3

// closePage shows what became of each case, and takes the minutes.
type closePage struct {
	Path    string
	Results look.Table
	Lacking []look.Link // cases without an outcome; no address where the visitor may not read the papers
	Actions []actionFields
}

// actionFields are the fields of something that somebody is to do.
type actionFields struct {
	Who  look.Select
	What look.Field
	By   look.DateInput
}

// panelCloseForm shows what is still to be done before the meeting can be closed.
func (p *Portal) panelCloseForm(v *Visit) error {
	data, err := p.closePage(v)
	if err != nil {
		return err
	}
	return v.Page("panel-close", data)
}

func (p *Portal) closePage(v *Visit) (any, error) {
	v.Crumbs = meetingCrumbs(v)
	page := closePage{Path: v.meetingPath("close")}
	var rows []look.Row
	for _, item := range v.Agenda.Items {
		tag := p.outcomeTag(v.Meeting, item)
		if v.closedTo(item.Case) {
			tag = look.Tag{Text: p.say("item-closed")}
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: string(item.Case.Ref)}, {Tag: &tag}}})
		if item.Outcome == meeting.Pending {
			page.Lacking = append(page.Lacking, v.itemLink(item.Case))
		}
	}
	page.Results = look.NewTable(p.say("close-caption"), []look.Column{{Title: p.say("reference")}, {Title: p.say("close-outcome")}}, rows)
	f := formFields(v)
	people := p.minutePeople(v)
	for i := range minuteActions {
		at := fmt.Sprintf("action-%d-", i+1)
		page.Actions = append(page.Actions, actionFields{
			Who: f.Select(at+"who", p.say("close-who"), p.say("attend-choose"), people...), What: f.Text(at+"what", p.say("close-what")), By: f.Date(at+"by", p.say("close-by"))})
	}
	return page, nil
}

// minutePeople are those who can be given something to do: the panel, its clerk and the officers who carry its cases.
func (p *Portal) minutePeople(v *Visit) []look.Option {
	ids := []casework.PersonID{v.Meeting.Clerk}
	for _, seat := range v.Meeting.Seats {
		ids = append(ids, seat.Member)
	}
	for _, item := range v.Agenda.Items {
		ids = append(ids, item.Case.Officer)
	}
	var options []look.Option
	for _, id := range ids {
		if id != "" && !among(string(id), options) {
			options = append(options, look.Option{Value: string(id), Label: v.nameOf(id)})
		}
	}
	return options
}

// panelClose closes the meeting, or names the cases that lack an outcome.
func (p *Portal) panelClose(v *Visit) error {
	minutes := p.minutesOf(v.Form)
	var err error
	if v.Form.OK() {
		err = v.DoMeeting(meeting.Close{Minutes: minutes})
	}
	places := []form.Place{{Path: "minutes.actions", Field: "action-1-who"}}
	if over, err := v.again(err, "panel-close", func() (any, error) { return p.closePage(v) }, places...); over {
		return err
	}
	v.Tell(p.say("close-done"))
	return v.Go(v.meetingPath("minutes"))
}

func (p *Portal) minutesOf(f *form.Form) meeting.Minutes {
	var m meeting.Minutes
	if notes := casework.CleanText(f.Get("notes")); !notes.Empty() {
		m.Notes = []meeting.Note{{Text: string(notes)}}
	}
	for i := range minuteActions {
		at := fmt.Sprintf("action-%d-", i+1)
		a := meeting.Action{Who: casework.PersonID(f.Line(at + "who")), What: f.Line(at + "what")}
		a.By, _ = f.Day(at + "by")
		if a.Who != "" || a.What != "" {
			m.Actions = append(m.Actions, a)
		}
	}
	return m
}

// minutesPage is what is printed and kept.
type minutesPage struct {
	M        meeting.Meeting
	Lede     string
	Present  look.Table
	Results  look.Table
	Minutes  meeting.Minutes
	Actions  look.Table
	Happened []string
}

// panelMinutes shows the minutes, for the printer too.
func (p *Portal) panelMinutes(v *Visit) error {
	v.Crumbs = meetingCrumbs(v)
	events, err := p.register.MeetingEvents(v.Context(), v.Meeting.Ref)
	if err != nil {
		return err
	}
	shut := v.closedItems()
	page := minutesPage{M: v.Meeting, Lede: p.meetingLede(v), Present: p.seatTable(v), Results: p.resultTable(v)}
	for _, e := range events {
		switch b := e.Body.(type) {
		case meeting.Closed:
			page.Minutes = b.Minutes
			page.Minutes.Notes = slices.DeleteFunc(slices.Clone(b.Minutes.Notes), func(n meeting.Note) bool { return shut[n.Case] })
		case meeting.Attended, meeting.Opened, meeting.QuorumChanged, meeting.TakenUp:
			if said, any := unclosed(e, shut, v.Who.Actor.Person); any {
				page.Happened = append(page.Happened, named(v.Meeting, meeting.Sentence(said)))
			}
		}
	}
	var rows []look.Row
	for _, a := range page.Minutes.Actions {
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: v.nameOf(a.Who)}, {Text: a.What}, {Text: a.By.Short()}}})
	}
	page.Actions = look.NewTable(p.say("minutes-actions"), []look.Column{{Title: p.say("close-who")}, {Title: p.say("close-what")}, {Title: p.say("close-by")}}, rows)
	return v.Page("panel-minutes", page)
}

// named writes people's names where a sentence has their IDs.
func named(m meeting.Meeting, sentence string) string {
	for _, seat := range m.Seats {
		sentence = strings.ReplaceAll(sentence, string(seat.Member), seat.Name)
	}
	return sentence
}

// resultTable is what became of each case, with who counted on it. Cases are named by their references alone, so that the
// minutes can be filed.
func (p *Portal) resultTable(v *Visit) look.Table {
	var rows []look.Row
	for _, item := range v.Agenda.Items {
		i := slices.IndexFunc(v.Meeting.Items, func(s meeting.Standing) bool { return s.Case == item.Case.Ref })
		if i < 0 {
			continue
		}
		s := v.Meeting.Items[i]
		if v.closedTo(item.Case) {
			tag := look.Tag{Text: p.say("item-closed")}
			rows = append(rows, look.Row{Cells: []look.Cell{{Text: string(item.Case.Ref)}, {Tag: &tag}, {}, {Text: v.nameOf(v.Who.Actor.Person)}}})
			continue
		}
		present := item.Present
		if len(present) == 0 {
			present = s.Present
		}
		tag := p.outcomeTag(v.Meeting, item)
		cell := look.Cell{Tag: &tag}
		if r := item.Case.Recommended; r != nil && item.Outcome == meeting.Recommended {
			cell.Note = p.say("panel-advice-" + string(r.Outcome))
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: string(item.Case.Ref)}, cell, {Text: v.names(present)}, {Text: v.names(s.Withdrew)}}})
	}
	columns := []look.Column{{Title: p.say("reference")}, {Title: p.say("close-outcome")}, {Title: p.say("minutes-present")}, {Title: p.say("minutes-withdrew")}}
	return look.NewTable(p.say("close-caption"), columns, rows)
}

// names lists people as a sentence does.
func (v *Visit) names(people []casework.PersonID) string {
	s := ""
	for i, id := range people {
		if i > 0 {
			s += ", "
		}
		s += v.nameOf(id)
	}
	return s
}
