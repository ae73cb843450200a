package portal

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// What the manager’s start page looks at: the days ahead in which a case counts as soon to be sent, and how many cases it
// tells of in sentences.
const (
	fortnight = 14
	tellsOf   = 8
)

// managerPage is the manager’s start: the sentence, then what will be late and why.
type managerPage struct {
	Sentence string
	Coming   []plight
	More     int // that are to be sent soon, or are late, and are not told of here
	Plans    plansAhead
	Nav      look.Tabs
}

// plight is a case that is late or will be, told in sentences.
type plight struct {
	Ref      casework.Ref
	Child    string
	Sentence string // what is due
	Why      string // what has not been done yet
	Acts     string // who acts next, and how
	Who      string // who carries it
	Tag      look.Tag
}

// managerTabs are the pages of the manager.
func (p *Portal) managerTabs(v *Visit) look.Tabs {
	t := look.Tabs{Label: p.say("manager-nav")}
	for _, at := range [][2]string{{"/manager", "manager-late"}, {"/manager/breaches", "manager-breaches"}, {"/manager/workload", "manager-workload"},
		{"/manager/meetings", "manager-meetings"}, {"/manager/report", "manager-report"}, {"/manager/find", "manager-find"}, {"/manager/exports", "manager-exports"}} {
		t.Items = append(t.Items, look.NavItem{Href: at[0], Text: p.say(at[1]), Current: v.R.URL.Path == at[0] || at[0] == "/manager" && v.R.URL.Path == "/"})
	}
	return t
}

// managerHome says what will be late first. How many there are comes from the rows of the register; only the few that it
// tells of are read whole.
func (p *Portal) managerHome(v *Visit) error {
	loads, err := p.register.Workload(v.Context(), v.Today, v.Today.AddDays(fortnight))
	if err != nil {
		return err
	}
	var all records.Load
	for _, l := range loads {
		all.Cases, all.Late, all.Excepted, all.Passed, all.Soon = all.Cases+l.Cases, all.Late+l.Late, all.Excepted+l.Excepted, all.Passed+l.Passed, all.Soon+l.Soon
	}
	rows, err := p.register.Cases(v.Context(), records.Filter{Open: true, Clocks: records.RunningClocks(), SendBy: v.Today.AddDays(fortnight), Limit: tellsOf})
	if err != nil {
		return err
	}
	page := managerPage{Nav: p.managerTabs(v), More: all.Late + all.Excepted + all.Passed + all.Soon - len(rows)}
	page.Sentence = p.owedSentence(all)
	for _, row := range rows {
		told, err := p.plightOf(v, row)
		if err != nil {
			return err
		}
		page.Coming = append(page.Coming, told)
	}
	if page.Plans, err = p.plansAhead(v); err != nil {
		return err
	}
	return v.Page("manager-home", page)
}

// owedSentence says how many decisions are owed, and how they stand. A decision under an exception is not called late, nor one that can
// still be delivered in time.
func (p *Portal) owedSentence(all records.Load) string {
	stand := []string{p.count("over", all.Late)}
	if all.Passed > 0 {
		stand = append(stand, p.count("past", all.Passed))
	}
	if all.Excepted > 0 {
		stand = append(stand, p.count("excepted", all.Excepted))
	}
	return p.say("manager-sentence", "cases", p.count("decision", all.Cases), "stand", strings.Join(stand, ", "), "soon", p.count("near", all.Soon))
}

// plightOf reads one case, records that it was read, and tells how it stands.
func (p *Portal) plightOf(v *Visit, row records.CaseRow) (plight, error) {
	c, err := p.desk.Case(v.Context(), row.Ref)
	if err != nil {
		return plight{}, err
	}
	if err := p.noteRead(v, row.Ref, "overview"); err != nil {
		return plight{}, err
	}
	today := p.desk.Today(c)
	told := plight{Ref: row.Ref, Child: row.Child, Sentence: c.Sentence(today), Why: p.whyLate(c, today), Acts: p.doing(v, row), Who: p.nameOf(v, c.Officer)}
	switch {
	case !c.BreachedOn.IsZero():
		told.Tag = look.Tag{Text: p.say("tag-late"), Tone: look.Late}
	case c.LimitPassed:
		told.Tag = look.Tag{Text: p.say("tag-exception"), Tone: look.Soon}
	case c.Opened.Decide.SendBy.Before(today):
		told.Tag = look.Tag{Text: p.say("tag-send-by"), Tone: look.Late}
	default:
		left := c.Opened.Decide.SendBy.Sub(today)
		told.Tag = look.Tag{Text: p.count("day-left", left), Tone: look.Soon}
	}
	return told, nil
}

func (p *Portal) noteRead(v *Visit, ref casework.Ref, what string) error {
	v.noted = v.noted || ref == v.Case.Ref
	return p.register.NoteRead(v.Context(), v.Who.reader(), v.Who.account(), ref, what)
}

// whyLate is the next thing that has not been done.
func (p *Portal) whyLate(c casework.Case, today statute.Day) string {
	heard := slices.ContainsFunc(c.Consulted, func(a casework.Consulted) bool { return a.Whom == "family" && a.Received })
	var why string
	switch {
	case c.Decided != nil:
		why = p.say("why-not-posted", "day", c.Decided.On.Long())
	case c.Recommended != nil:
		why = p.say("why-not-decided")
	case !heard && c.Listed == nil:
		why = p.say("why-not-heard")
	case c.Listed == nil:
		why = p.say("why-not-listed")
	case c.Listed.On.Before(today):
		why = p.say("why-meeting-passed", "day", c.Listed.On.Long())
	case c.Listed.On.After(c.Opened.Decide.SendBy):
		why = p.say("why-meeting-late", "day", c.Listed.On.Long())
	default:
		why = p.say("why-listed", "day", c.Listed.On.Long(), "left", p.count("day", c.Opened.Decide.SendBy.Sub(c.Listed.On)))
	}
	if c.Deferrals > 0 {
		why += " " + p.count("deferral", c.Deferrals)
	}
	return why
}

// nameOf is somebody of the council by name.
func (p *Portal) nameOf(v *Visit, id casework.PersonID) string {
	if who, known := v.Council.Person(id, v.Today); known {
		return who.Name
	}
	return string(id)
}

// councilPeople are the people with a role today, by name.
func councilPeople(v *Visit, role casework.Role) []look.Option {
	var list []look.Option
	for _, who := range v.Council.People {
		if now, here := v.Council.Person(who.ID, v.Today); here && now.From == who.From && slices.Contains(who.Roles, role) {
			list = append(list, look.Option{Value: string(who.ID), Label: who.Name})
		}
	}
	return list
}

// causeOf is the officer’s own sentences about a delay, as the family was told them last.
func (p *Portal) causeOf(ctx context.Context, c casework.Case) (string, error) {
	if c.Delay == nil {
		return "", nil
	}
	events, err := p.register.Events(ctx, c.Ref)
	if err != nil {
		return "", err
	}
	for _, e := range events {
		if told, is := e.Body.(casework.DelayTold); is && e.Seq == c.Delay.Seq {
			return told.Why, nil
		}
	}
	return "", fmt.Errorf("%s: the news of the delay is not among its events", c.Ref)
}
