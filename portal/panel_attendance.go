package portal

import (
	"slices"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// attendancePage records who comes and goes, and says what the quorum lacks.
type attendancePage struct {
	Path    string
	Lacks   []string
	Rule    string
	At      look.Field
	Arrive  *look.Choices // those who are not there
	Leave   *look.Choices // those who are
	Who     look.Select   // for one item
	Item    look.Select
	Back    look.Select // who withdrew and may come back
	Items   []standingRow
	Started bool
}

// standingRow is who counts on one case.
type standingRow struct {
	Case    string
	Missing string
	Tag     look.Tag
}

// panelAttendance shows who is there.
func (p *Portal) panelAttendance(v *Visit) error {
	data, err := p.attendancePage(v)
	if err != nil {
		return err
	}
	return v.Page("panel-attendance", data)
}

func (p *Portal) attendancePage(v *Visit) (any, error) {
	m := v.Meeting
	v.Crumbs = meetingCrumbs(v)
	if v.Form.Get("at") == "" {
		v.Form.Set("at", p.clock().Add(m.Shift).In(statute.London()).Format("15:04"))
	}
	f := formFields(v)
	page := attendancePage{Path: v.meetingPath("attendance"), Lacks: m.Lacks(), Rule: p.quorumWords(m), Started: m.Stage == meeting.StageOpen,
		At: f.Text("at", p.say("attend-at")).Sized("short").Hinted(p.say("panel-from-hint"))}
	var here, away, left []look.Option
	for _, seat := range m.Seats {
		option := look.Option{Value: string(seat.Member), Label: seat.Name, Hint: meeting.KnowsWords(strings.Join(seat.Knows, ", "))}
		if present(m, seat.Member) {
			here = append(here, option)
		} else {
			away = append(away, option)
		}
	}
	if len(away) > 0 {
		c := f.Checkboxes("arrived", p.say("attend-arrived"), away...)
		page.Arrive = &c
	}
	if len(here) > 0 {
		c := f.Checkboxes("left", p.say("attend-left"), here...).AsSmall()
		page.Leave = &c
	}
	page.Who = f.Select("who", p.say("attend-who"), p.say("attend-choose"), here...)
	page.Item = f.Select("case", p.say("attend-item"), p.say("attend-choose-item"), itemOptions(v)...)
	for _, at := range m.Presence {
		for _, ref := range at.Withdrew {
			if at.Until == "" {
				left = append(left, look.Option{Value: string(at.Member) + " " + string(ref), Label: v.nameOf(at.Member) + ": " + v.itemText(ref)})
			}
		}
	}
	page.Back = f.Select("returned", p.say("attend-returned"), p.say("attend-choose"), left...)
	for _, s := range m.Items {
		row := standingRow{Case: v.itemText(s.Case), Missing: strings.Join(s.Missing, "; "), Tag: look.Tag{Text: p.say("quorum-yes"), Tone: look.Done}}
		if !s.Quorate {
			row.Tag = look.Tag{Text: p.say("quorum-no"), Tone: look.Late}
		}
		page.Items = append(page.Items, row)
	}
	return page, nil
}

func itemOptions(v *Visit) []look.Option {
	var items []look.Option
	for _, item := range v.Agenda.Items {
		if item.Outcome == meeting.Pending {
			items = append(items, look.Option{Value: string(item.Case.Ref), Label: v.itemLink(item.Case).Text})
		}
	}
	return items
}

func present(m meeting.Meeting, who casework.PersonID) bool {
	return slices.ContainsFunc(m.Presence, func(at meeting.Presence) bool { return at.Member == who && at.Until == "" })
}

func meetingCrumbs(v *Visit) []look.Link {
	return []look.Link{{Text: v.p.say("nav-meetings"), Href: "/panel"}, {Text: v.Meeting.On.Long(), Href: v.meetingPath()}}
}

// panelAttend records arrivals, departures, and who leaves the room for one case.
func (p *Portal) panelAttend(v *Visit) error {
	people := attended(v.Form)
	if len(people) == 0 {
		v.Form.Wrong("arrived", p.say("attend-nobody"))
	}
	var err error
	if v.Form.OK() {
		err = v.DoMeeting(meeting.Attend{People: people})
	}
	places := []form.Place{{Path: "people", Field: "arrived"}}
	for _, who := range people {
		base := "people." + string(who.Member)
		places = append([]form.Place{{Path: base + ".at", Field: "at"}, {Path: base + ".why", Field: "why"}, {Path: base + ".case", Field: "case"}}, places...)
	}
	if over, err := v.again(err, "panel-attendance", func() (any, error) { return p.attendancePage(v) }, places...); over {
		return err
	}
	v.Tell(p.say("attend-done"))
	return v.Go(v.meetingPath("attendance"))
}

// attended reads from the form who came and went. A time may be typed as 9:30 or 9.30.
func attended(f *form.Form) []meeting.Attended {
	at := clockTime(f.Line("at"))
	var people []meeting.Attended
	for _, who := range f.All("arrived") {
		people = append(people, meeting.Attended{Member: casework.PersonID(who), What: meeting.Arrived, At: at})
	}
	for _, who := range f.All("left") {
		people = append(people, meeting.Attended{Member: casework.PersonID(who), What: meeting.Left, At: at})
	}
	if who := f.Line("who"); who != "" {
		people = append(people, meeting.Attended{Member: casework.PersonID(who), What: meeting.Withdrew, At: at, Case: casework.Ref(f.Line("case")), Why: f.Line("why")})
	}
	if who, ref, both := strings.Cut(f.Line("returned"), " "); both {
		people = append(people, meeting.Attended{Member: casework.PersonID(who), What: meeting.Returned, At: at, Case: casework.Ref(ref)})
	}
	return people
}

// clockTime writes a time as the register has it, or leaves it as it was typed.
func clockTime(typed string) string {
	for _, layout := range []string{"15:04", "15.04", "1504"} {
		if t, err := time.Parse(layout, typed); err == nil {
			return t.Format("15:04")
		}
	}
	return typed
}
