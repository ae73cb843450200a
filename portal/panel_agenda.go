package portal

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/look"
	"sendpanel/portal/rail"
	"sendpanel/statute"
)

// agendaItem is one case on the agenda as one person may see it.
type agendaItem struct {
	Ref     casework.Ref
	Number  int
	Child   string // first name and age, initials before the papers are out, empty where there is an interest
	School  string
	Hidden  string // why nothing of the case is shown, as a sentence
	Href    string // to its papers, where they may be read
	Tags    []look.Tag
	Rail    look.Rail
	Quorum  string // what the quorum lacks on this case, once the meeting is open
	Waiting string // since the request came, in days
	Move    string // the address at which it is put on another agenda
	Outcome look.Tag
}

// agenda is the meeting's agenda as the visitor may see it: urgent ones first, then by the last day for sending.
func (p *Portal) agenda(v *Visit) []agendaItem {
	var items []agendaItem
	for i, item := range v.Agenda.Items {
		items = append(items, p.agendaItem(v, i+1, item))
	}
	return items
}

func (p *Portal) agendaItem(v *Visit, n int, item meeting.Item) agendaItem {
	c := item.Case
	row := agendaItem{Ref: c.Ref, Number: n, Waiting: p.count("day", v.Today.Sub(c.Opened.Received)), Outcome: p.outcomeTag(v.Meeting, item)}
	if v.closedTo(c) {
		row.Hidden = v.whyClosed(c)
		return row
	}
	row.Child, row.School = v.p.initials(c, v.Today), v.schoolOf(c)
	if v.showsChild(c) {
		row.Child, row.Href = v.p.childLabel(c, v.Today), v.papersPath(c.Ref)
	}
	row.Rail = look.NewRail(v.p.panelWeeks(c, v.Today))
	row.Tags = p.itemTags(v, item)
	row.Quorum = quorumOn(v.Meeting, item)
	if c.Stage == casework.StageConsidering && !v.Meeting.Over() && lists(v.Who.Actor) {
		row.Move = v.itemPath(c.Ref, "move")
	}
	return row
}

// itemTags are the states of an item in words. How many have recorded a view is no secret; what they found is.
func (p *Portal) itemTags(v *Visit, item meeting.Item) []look.Tag {
	var tags []look.Tag
	for _, why := range item.Case.Urgent {
		tags = append(tags, look.Tag{Text: p.say("urgent-" + string(why)), Tone: look.Late})
	}
	if _, invited := v.Meeting.Seat(v.Who.Actor.Person); invited && item.Outcome == meeting.Pending {
		tag := look.Tag{Text: p.say("panel-view-none")}
		if viewed(item.Case, v.Who.Actor.Person) {
			tag = look.Tag{Text: p.say("panel-view-in"), Tone: look.Done}
		}
		tags = append(tags, tag)
	}
	if n := len(item.Case.Views); n > 0 && v.Meeting.Grants(v.Who.Actor, meeting.ActAttend) {
		tags = append(tags, look.Tag{Text: p.count("view", n), Tone: look.Info})
	}
	return tags
}

func viewed(c casework.Case, who casework.PersonID) bool {
	return slices.ContainsFunc(c.Views, func(view casework.MemberView) bool { return view.Member == who })
}

// outcomeTag says what became of the case here.
func (p *Portal) outcomeTag(m meeting.Meeting, item meeting.Item) look.Tag {
	switch item.Outcome {
	case meeting.Pending:
		if m.Stage == meeting.StageOpen {
			return look.Tag{Text: p.say("outcome-none"), Tone: look.Soon}
		}
		return look.Tag{Text: p.say("outcome-listed"), Tone: look.Info}
	case meeting.Deferred, meeting.Moved:
		return look.Tag{Text: p.say("outcome-"+string(item.Outcome), "day", item.Until.Short()), Tone: look.Soon}
	}
	return look.Tag{Text: p.say("outcome-" + string(item.Outcome)), Tone: look.Done}
}

// quorumOn is what the quorum lacks on a case that the meeting has taken up.
func quorumOn(m meeting.Meeting, item meeting.Item) string {
	i := slices.IndexFunc(m.Items, func(s meeting.Standing) bool { return s.Case == item.Case.Ref })
	if i < 0 || item.Outcome != meeting.Pending {
		return ""
	}
	return strings.Join(m.Items[i].Missing, "; ")
}

// seesAll is for those who prepare meetings for the council.
func seesAll(a casework.Actor) bool {
	return a.Has(casework.Clerk) || a.Has(casework.CaseworkOfficer) || a.Has(casework.ServiceManager)
}

// lists reports whether somebody may put a case on an agenda.
func lists(a casework.Actor) bool {
	return casework.Case{}.Admits(a, []casework.Grant{{Role: casework.CaseworkOfficer}, {Role: casework.Clerk}, {Role: casework.PanelChair}})
}

// schoolOf is the name of the child's setting.
func (v *Visit) schoolOf(c casework.Case) string {
	if s, known := v.Council.School(c.Opened.Setting); known {
		return s.Name
	}
	return v.p.say("panel-no-school")
}

// firstName is what the child goes by.
func firstName(c casework.Case) string {
	if c.Opened.Child.Preferred != "" {
		return c.Opened.Child.Preferred
	}
	first, _, _ := strings.Cut(c.Opened.Child.Forenames, " ")
	return first
}

func (p *Portal) childLabel(c casework.Case, today statute.Day) string {
	return p.aged(firstName(c), c, today)
}

// initials are enough to notice an interest before the papers are out.
func (p *Portal) initials(c casework.Case, today statute.Day) string {
	var b strings.Builder
	for _, name := range []string{firstName(c), c.Opened.Child.Surname} {
		if r, _ := utf8.DecodeRuneInString(name); name != "" {
			b.WriteRune(r)
			b.WriteString(". ")
		}
	}
	return p.aged(strings.TrimSpace(b.String()), c, today)
}

func (p *Portal) aged(name string, c casework.Case, today statute.Day) string {
	if c.Opened.Child.DateOfBirth.IsZero() {
		return name
	}
	return name + ", " + p.say("aged", "n", c.Opened.Child.AgeOn(today))
}

// panelWeeks is the clock of the decision whether to assess, as a panel sees it: with the last day to send.
func (p *Portal) panelWeeks(c casework.Case, today statute.Day) rail.Clock {
	clock := rail.Clock{Say: p.say, Name: p.say("rail-six-weeks"), Start: c.Opened.Received, Due: c.Opened.Decide.Due, Today: today}
	if c.NoticeGiven != nil {
		clock.Finish = c.NoticeGiven.On
	}
	if c.Listed != nil {
		clock.Marks = append(clock.Marks, rail.Mark{Day: c.Listed.On, Kind: rail.Event, Text: p.say("rail-panel")})
	}
	clock.Marks = append(clock.Marks, rail.Mark{Day: c.Opened.Decide.SendBy, Kind: rail.Limit, Text: p.say("rail-send-by")})
	return clock
}
