package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/portal/draft"
	"sendpanel/portal/look"
	"sendpanel/portal/rail"
	"sendpanel/records"
)

// schoolPage is a school's start: what is asked of it, what it has not sent, and where its requests are.
type schoolPage struct {
	School   string
	Sentence string
	Asked    []askedRow
	Drafts   []draftRow
	Requests look.Table
	Ended    []look.Link
	More     bool
	Lead     bool
}

// askedRow is a request by somebody else that the school is asked about.
type askedRow struct {
	Link look.Link
	Note string
	Tag  look.Tag
}

// draftRow is a request that is not sent yet.
type draftRow struct {
	Link  look.Link
	Note  string
	Nudge bool
}

// schoolHome shows the requests of the person's own school, and what is not sent yet.
func (p *Portal) schoolHome(v *Visit) error {
	setting := v.Who.Actor.Setting
	if setting == "" {
		return v.Page("school-home", schoolPage{Sentence: p.say("school-none")})
	}
	rows, more, err := p.listed(v, records.Filter{Setting: setting})
	if err != nil {
		return err
	}
	page := schoolPage{More: more, School: schoolName(v), Lead: v.Who.Actor.Has(council.SchoolLead)}
	var table, told []look.Row // those that are over for now come last
	for _, row := range rows {
		c, err := p.desk.Case(v.Context(), row.Ref)
		if err != nil {
			return err
		}
		may, err := p.schoolMayRead(v.Context(), c)
		if err != nil {
			return err
		}
		if !may {
			continue
		}
		if c.Closed() || c.Stage == casework.StageWithdrawn {
			page.Ended = append(page.Ended, look.Link{Text: string(c.Ref) + ", " + row.Child, Href: requestPath(c)})
			continue
		}
		if p.told(v, c) { // also where it was told to the school before
			told = append(told, p.requestRow(v, c, row.Child))
			continue
		}
		table = append(table, p.requestRow(v, c, row.Child))
		if p.owesReply(c) {
			page.Asked = append(page.Asked, p.askedRow(c, row.Child))
		}
	}
	if page.Drafts, err = p.draftRows(v, setting); err != nil {
		return err
	}
	page.Requests = look.NewTable(p.say("school-requests"), []look.Column{{Title: p.say("school-request")}, {Title: p.say("school-next")}, {Title: p.say("school-clock")}}, append(table, told...))
	page.Requests.HideTitle = true
	page.Requests.Empty = look.Empty{Title: p.say("school-requests-none"), Text: p.say("school-requests-begin")}
	page.Sentence = p.say("home-school", "requests", p.count("request", len(table)+len(told)), "drafts", p.count("draft", len(page.Drafts)))
	return v.Page("school-home", page)
}

func schoolName(v *Visit) string {
	s, _ := v.Council.School(v.Who.Actor.Setting)
	return s.Name
}

func requestPath(c casework.Case) string { return "/school/requests/" + string(c.Ref) }

// requestRow is a request in the list: its reference, what is next and when, and its clock.
func (p *Portal) requestRow(v *Visit, c casework.Case, child string) look.Row {
	r := look.NewRail(p.sixWeeks(c))
	return look.Row{Cells: []look.Cell{
		{Link: &look.Link{Text: string(c.Ref), Href: requestPath(c)}, Note: child},
		{Text: p.nextFor(v, c)},
		{Rail: &r, Note: r.Clock.Standing()},
	}}
}

// sixWeeks is the clock of the decision, as a school may see it: it ends when the family has been sent its notices.
func (p *Portal) sixWeeks(c casework.Case) rail.Clock {
	clock := rail.Clock{Say: p.say, Name: p.say("rail-six-weeks"), Start: c.Opened.Received, Due: c.Opened.Decide.Due, Today: p.desk.Today(c)}
	if c.NoticeGiven != nil {
		clock.Finish = c.NoticeGiven.On
	}
	if c.Listed != nil {
		clock.Marks = append(clock.Marks, rail.Mark{Day: c.Listed.On, Kind: rail.Event, Text: p.say("rail-panel")})
	}
	return clock
}

// owesReply reports whether the school is asked about a request that it did not make, and has not answered.
func (p *Portal) owesReply(c casework.Case) bool {
	if ownRequest(c) || c.Decided != nil || c.Stage == casework.StageEnded {
		return false
	}
	return !slices.ContainsFunc(c.Evidence, func(e casework.Evidence) bool { return e.From == string(casework.TheSchool) })
}

// ownRequest reports whether the setting that the child is with is among those who asked.
func ownRequest(c casework.Case) bool {
	return slices.ContainsFunc(c.Requests, func(a casework.Asked) bool {
		return (c.NewSchool == nil || a.Seq > c.NewSchool.Seq) && slices.Contains([]string{"school", "post16", "early_years"}, a.By.Type)
	})
}

func (p *Portal) askedRow(c casework.Case, child string) askedRow {
	return askedRow{Link: look.Link{Text: p.say("reply-to", "ref", c.Ref), Href: requestPath(c) + "/reply"}, Note: child,
		Tag: look.Tag{Text: p.say("reply-wanted"), Tone: look.Soon}}
}

func (p *Portal) draftRows(v *Visit, of casework.SettingID) ([]draftRow, error) {
	drafts, err := p.register.Drafts(v.Context(), of)
	if err != nil {
		return nil, err
	}
	var rows []draftRow
	for _, kept := range drafts {
		body, err := draft.Read(kept.Body)
		if err != nil {
			return nil, err
		}
		d := openDraft{kept, body}
		name := body.Name()
		if name == "" {
			name = p.say("draft-unnamed")
		}
		rows = append(rows, draftRow{Link: look.Link{Text: name, Href: d.Path()}, Nudge: nudged(v, d),
			Note: p.say("draft-last-saved", "name", v.called(d.UpdatedBy), "when", when(d.Updated))})
	}
	return rows, nil
}
