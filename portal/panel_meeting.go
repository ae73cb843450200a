package portal

import (
	"slices"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// meetingPage is one meeting: its agenda, and what the visitor can do with it.
type meetingPage struct {
	M      meeting.Meeting
	Path   string
	Lede   string
	Tag    look.Tag
	Items  []agendaItem
	Facts  look.SummaryList
	Seats  look.Table
	Reads  *look.Table // who has read which papers, for those who run the meeting
	Lacks  []string    // what the quorum lacks now
	Can    map[string]bool
	Excuse bool       // the visitor can send apologies
	Today  bool       // the day of the meeting has come
	Begin  *look.Link // where the visitor goes from here
	Live   livePage
	Remind *look.Table // who is reminded of it by e-mail, for those who run it
}

// panelMeeting shows a meeting.
func (p *Portal) panelMeeting(v *Visit) error {
	page, err := p.meetingPage(v)
	if err != nil {
		return err
	}
	return v.Page("panel-meeting", page)
}

func (p *Portal) meetingPage(v *Visit) (meetingPage, error) {
	m := v.Meeting
	v.Crumbs = []look.Link{{Text: p.say("nav-meetings"), Href: "/panel"}}
	page := meetingPage{M: m, Path: v.meetingPath(), Tag: stageTag(p, m.Stage), Items: p.agenda(v), Facts: p.meetingFacts(v), Seats: p.seatTable(v),
		Lacks: m.Lacks(), Lede: p.meetingLede(v), Can: canDo(v), Today: !v.Today.Before(m.On), Begin: v.begin(), Live: p.live(v)}
	_, invited := m.Seat(v.Who.Actor.Person)
	page.Excuse = invited && m.Stage == meeting.StagePlanned && !slices.Contains(m.Excused, v.Who.Actor.Person)
	if v.runs() {
		var err error
		if page.Remind, err = p.reminderTable(v); err != nil {
			return page, err
		}
	}
	if page.Can["attend"] && len(m.Pack) > 0 {
		table, err := p.readTable(v)
		if err != nil {
			return page, err
		}
		page.Reads = &table
	}
	return page, nil
}

// canDo says which commands the visitor may give at the meeting's stage. The desk has the last word.
func canDo(v *Visit) map[string]bool {
	can := map[string]bool{}
	for name, kind := range map[string]casework.ActKind{"release": meeting.ActRelease, "attend": meeting.ActAttend, "open": meeting.ActOpen,
		"close": meeting.ActClose, "take-up": meeting.ActTakeUp, "date": meeting.ActDate, "capacity": meeting.ActCapacity, "invite": meeting.ActInvite} {
		rule := ruleOfMeeting(kind)
		can[name] = slices.Contains(rule.In, v.Meeting.Stage) && v.Meeting.Grants(v.Who.Actor, kind)
	}
	can["take-up"] = can["take-up"] && slices.ContainsFunc(v.Agenda.Items, func(i meeting.Item) bool {
		return v.Meeting.Takes(i.Case) && !slices.ContainsFunc(v.Meeting.Items, func(s meeting.Standing) bool { return s.Case == i.Case.Ref })
	})
	can["release"] = can["release"] && slices.ContainsFunc(v.Agenda.Items, func(i meeting.Item) bool {
		return v.Meeting.Takes(i.Case) && !v.Meeting.Released(i.Case.Ref)
	})
	return can
}

func ruleOfMeeting(kind casework.ActKind) meeting.Rule {
	rules := meeting.Rules()
	return rules[slices.IndexFunc(rules, func(r meeting.Rule) bool { return r.Act == kind })]
}

// meetingLede is the sentence that matters now.
func (p *Portal) meetingLede(v *Visit) string {
	m, waiting := v.Meeting, 0
	for _, item := range v.Agenda.Items {
		if item.Outcome == meeting.Pending {
			waiting++
		}
	}
	asked, recorded := v.ownViews()
	switch {
	case m.Stage == meeting.StageCancelled:
		return p.say("lede-cancelled")
	case m.Stage == meeting.StageClosed:
		return p.say("lede-closed", "cases", p.count("item", len(m.Results)))
	case m.Stage == meeting.StageOpen && waiting == 0:
		return p.say("lede-all-done")
	case m.Stage == meeting.StageOpen:
		return p.say("lede-open", "cases", p.count("item", waiting))
	case v.Today == m.On:
		return p.say("lede-today", "from", p.orDay(m.From), "cases", p.count("item", waiting))
	case len(m.Pack) > 0 && v.Meeting.Stage == meeting.StagePlanned && asked > 0:
		if recorded == asked {
			return p.say("lede-views-all", "cases", p.count("item", asked))
		}
		return p.say("lede-views", "views", p.count("own-view", asked-recorded), "cases", p.count("item", asked), "day", m.On.Long())
	case len(m.Pack) > 0:
		return p.say("lede-papers-out", "cases", p.count("item", len(m.Pack)))
	}
	return p.say("lede-planned", "cases", p.count("item", waiting), "day", m.PackOn.Long())
}

func (p *Portal) orDay(from string) string {
	if from == "" {
		return p.say("meeting-today")
	}
	return p.say("meeting-at", "time", from)
}

func (p *Portal) meetingFacts(v *Visit) look.SummaryList {
	m := v.Meeting
	when := m.On.Long()
	switch {
	case m.From != "" && m.Until != "":
		when += ", " + p.say("meeting-from-to", "from", m.From, "until", m.Until)
	case m.From != "":
		when += ", " + m.From
	}
	rows := []look.SummaryRow{
		{Key: p.say("fact-when"), Value: when}, {Key: p.say("fact-place"), Value: m.Place, Missing: p.say("fact-none")},
		{Key: p.say("fact-chair"), Value: v.nameOf(m.Chair)}, {Key: p.say("fact-clerk"), Value: v.nameOf(m.Clerk), Missing: p.say("fact-none")},
		{Key: p.say("fact-quorum"), Value: p.quorumWords(m)},
		{Key: p.say("fact-room"), Value: p.say("panel-room", "n", strconv.Itoa(len(v.Agenda.Items)), "of", strconv.Itoa(m.Capacity))},
		{Key: p.say("fact-papers"), Value: p.papersWords(v)},
	}
	return look.SummaryList{Rows: rows, Tight: true}
}

func (p *Portal) papersWords(v *Visit) string {
	if !v.Meeting.PackOut && len(v.Meeting.Pack) == 0 {
		return p.say("papers-on", "day", v.Meeting.PackOn.Long())
	}
	return p.say("papers-out")
}

// quorumWords is the rule, in a sentence.
func (p *Portal) quorumWords(m meeting.Meeting) string {
	words := p.say("quorum-rule", "n", m.Quorum)
	for _, need := range m.Required {
		words += "; " + meeting.KnowsWords(need.Knows)
		if need.WrittenView {
			words += " " + p.say("quorum-or-written")
		}
	}
	return words
}

// nameOf is the name of a person of the council or of a panel.
func (v *Visit) nameOf(id casework.PersonID) string {
	if seat, invited := v.Meeting.Seat(id); invited {
		return seat.Name
	}
	if who, known := v.Council.Person(id, v.Today); known {
		return who.Name
	}
	return string(id)
}

// seatTable lists those invited and what is known of their coming.
func (p *Portal) seatTable(v *Visit) look.Table {
	var rows []look.Row
	for _, seat := range v.Meeting.Seats {
		rows = append(rows, look.Row{Cells: []look.Cell{
			{Text: seat.Name, Note: seat.Post}, {Text: meeting.KnowsWords(strings.Join(seat.Knows, ", "))}, {Text: p.comingWords(v.Meeting, seat)},
		}})
	}
	return look.NewTable(p.say("panel-members"), []look.Column{{Title: p.say("name")}, {Title: p.say("seat-knows")}, {Title: p.say("seat-coming")}}, rows)
}

func (p *Portal) comingWords(m meeting.Meeting, seat meeting.Seat) string {
	var at []string
	for _, presence := range m.Presence {
		switch {
		case presence.Member != seat.Member:
		case presence.Until != "":
			at = append(at, p.say("came-left", "from", presence.From, "until", presence.Until))
		default:
			at = append(at, p.say("came-since", "from", presence.From))
		}
	}
	switch {
	case len(at) > 0:
		return strings.Join(at, ", ")
	case slices.Contains(m.Excused, seat.Member):
		return p.say("came-excused")
	case m.Over():
		return p.say("came-not")
	}
	return p.say("came-expected")
}

// readTable says, for each case whose papers are out, which of those invited have opened them.
func (p *Portal) readTable(v *Visit) (look.Table, error) {
	var rows []look.Row
	shut := v.closedItems()
	for _, item := range v.Meeting.Pack {
		if shut[item.Case] {
			continue
		}
		reads, err := p.register.Reads(v.Context(), item.Case)
		if err != nil {
			return look.Table{}, err
		}
		first, missing := firstReads(reads), []string{}
		done := 0
		for _, seat := range v.Meeting.Seats {
			switch _, read := first[seat.Member]; {
			case slices.Contains(item.Without, seat.Member) || slices.Contains(v.Meeting.Excused, seat.Member):
			case read:
				done++
			default:
				missing = append(missing, seat.Name)
			}
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: string(item.Case)}, {Text: p.say("read-of", "n", strconv.Itoa(done), "of", strconv.Itoa(done+len(missing)))},
			{Text: strings.Join(missing, ", ")}}})
	}
	columns := []look.Column{{Title: p.say("reference")}, {Title: p.say("read-have")}, {Title: p.say("read-not")}}
	return look.NewTable(p.say("read-caption"), columns, rows), nil
}

// firstReads is when each person first opened the papers before them.
func firstReads(reads []records.Read) map[casework.PersonID]statute.Day {
	first := map[casework.PersonID]statute.Day{}
	for _, r := range reads {
		if _, seen := first[casework.PersonID(r.By)]; !seen && r.What == readPack {
			first[casework.PersonID(r.By)] = statute.DayOf(r.At)
		}
	}
	return first
}
