package portal

import (
	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/portal/rail"
	"sendpanel/records"
	"sendpanel/statute"
)

// assessmentsShown is how many assessments one page lists: those whose plan has to be sent first.
const assessmentsShown = 100

// assessmentsPage lists what the council still owes after its decisions to assess.
type assessmentsPage struct {
	Sentence string
	Heading  string
	Whose    look.Tabs
	Table    look.Table
	More     bool
}

// officerAssessments lists the assessments under way by the plan that has to be sent first, whoever’s or one’s own.
func (p *Portal) officerAssessments(v *Visit) error {
	v.Crumbs = []look.Link{{Text: p.say("requests"), Href: "/cases"}}
	var officer casework.PersonID
	if v.R.URL.Query().Get("whose") != "all" && v.Who.Actor.Has(casework.CaseworkOfficer) {
		officer = v.Who.Actor.Person
	}
	rows, err := p.register.Assessments(v.Context(), officer, statute.Day{}, assessmentsShown+1)
	if err != nil {
		return err
	}
	page := assessmentsPage{More: len(rows) > assessmentsShown}
	rows = rows[:min(len(rows), assessmentsShown)]
	late, soon := 0, 0
	for _, a := range rows {
		switch {
		case a.Clock == planLate:
			late++
		case !a.SendBy.After(v.Today.AddDays(fortnight)):
			soon++
		}
	}
	page.Sentence = p.say("assessments-sentence", "late", p.count("plan-late", late), "soon", p.count("plan-soon", soon))
	page.Heading, page.Table = p.count("assessments", len(rows)), p.assessmentTable(v, rows)
	page.Whose = look.Tabs{Label: p.say("whose"), Items: []look.NavItem{
		{Href: "/assessments", Text: p.say("whose-mine"), Current: officer != ""}, {Href: "/assessments?whose=all", Text: p.say("whose-all"), Current: officer == ""}}}
	return v.Page("officer-assessments", page)
}

// planLate is the state of the clock on a plan that is late, as the register has it.
const planLate = "late"

// assessmentTable shows assessments as rows. It reads the register’s columns and no events.
func (p *Portal) assessmentTable(v *Visit, rows []records.AssessmentRow) look.Table {
	list := make([]look.Row, len(rows))
	for i, a := range rows {
		standing := p.timeLeft(a.Due, a.SendBy, v.Today, a.Clock == clockExcepted)
		drawn := look.Rail{Thin: rail.Clock{Say: p.say, Name: p.say("rail-plan"), Start: a.Due.AddDays(-planWeeks), Due: a.Due, Today: v.Today,
			Marks: []rail.Mark{{Day: a.SendBy, Kind: rail.Limit, Text: p.say("rail-send-by")}}}.Thin()}
		cells := []look.Cell{
			{Link: &look.Link{Text: string(a.Ref), Href: "/cases/" + string(a.Ref)}, Note: a.Child, OffPaper: true},
			{Text: p.planNext(v, a)}, {Rail: &drawn}, {Tag: &standing},
		}
		if a.Officer != v.Who.Actor.Person {
			cells[3].Note = p.say("officer-of", "name", p.personName(v, a.Officer))
		}
		list[i] = look.Row{Cells: cells}
	}
	columns := []look.Column{{Title: p.say("request")}, {Title: p.say("next-who"), Wide: true}, {Title: p.say("clock")}, {Title: p.say("standing")}}
	table := look.NewTable(p.say("assessments-heading"), columns, list)
	table.HideTitle = true
	table.Empty = look.Empty{Title: p.say("assessments-none-title"), Text: p.say("assessments-none-text")}
	return table
}

// planWeeks is the length of the rail on which a plan’s clock is drawn, in days: the twenty weeks of reg 13(2).
const planWeeks = 140

// planNext says what is owed after a decision to assess, and by when.
func (p *Portal) planNext(v *Visit, a records.AssessmentRow) string {
	switch {
	case a.Clock == planLate:
		return p.say("plan-next-late", "due", a.Due.Long())
	case a.Clock == clockExcepted:
		return p.say("plan-next-excepted", "due", a.Due.Long())
	case a.NoPlan.IsZero():
		return p.say("plan-next-draft", "sendby", a.SendBy.Long(), "due", a.Due.Long())
	case a.NoPlan.Before(v.Today):
		return p.say("plan-next-plan", "sendby", a.SendBy.Long(), "due", a.Due.Long())
	}
	return p.say("plan-next-either", "noplan", a.NoPlan.Long(), "due", a.Due.Long())
}

// plansWaiting leads to the assessments under way, and says where a plan is late or has to be sent soon.
func (p *Portal) plansWaiting(v *Visit, n narrowed) ([]look.Link, error) {
	to, officer := "/assessments?whose=all", casework.PersonID("")
	if n.whose == "mine" {
		to, officer = "/assessments", v.Who.Actor.Person
	}
	rows, err := p.register.Assessments(v.Context(), officer, v.Today.AddDays(fortnight), assessmentsShown)
	if err != nil {
		return nil, err
	}
	return []look.Link{{Text: p.count("plans-waiting", len(rows)), Href: to}}, nil
}
