package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// pageOfCases is how many cases a page of the work list shows.
const pageOfCases = 20

// soonDays is how near the last day for sending is when it is called soon.
const soonDays = 14

// workList is the page of an officer's work: the sentence first, then the cases by what falls due.
type workList struct {
	Sentence string
	Heading  string
	Find     look.Field
	Filter   look.Filter
	Table    look.Table
	Waiting  []look.Link // work that is no case yet, or letters that wait to be posted
}

// officerHome lists the work, urgent cases at the top, then the case to be sent first.
func (p *Portal) officerHome(v *Visit) error {
	n := p.narrowing(v)
	filter := n.filter(v)
	total, err := p.register.Count(v.Context(), filter)
	if err != nil {
		return err
	}
	n.page = min(n.page, max(1, (total+pageOfCases-1)/pageOfCases))
	filter.Limit, filter.Skip = pageOfCases, (n.page-1)*pageOfCases
	rows, err := p.register.UrgentFirst(v.Context(), filter)
	if err != nil {
		return err
	}
	page := workList{Heading: p.count("listed", total), Table: p.caseTable(v, rows), Filter: p.workFilter(v, n)}
	page.Table.Empty = look.Empty{Title: p.say("list-empty-title"), Text: p.say("list-empty-text"), Action: &look.Link{Text: p.say("list-show-all"), Href: "/cases?whose=all&stage=any"}}
	page.Table.Pagination = look.NewPagination(p.say("requests"), total, pageOfCases, n.page, func(at int) string { n.page = at; return n.address() })
	page.Find = look.NewForm(nil, nil).Text("find", p.say("find-label")).Hinted(p.say("find-hint"))
	if page.Sentence, err = p.workSentence(v, n); err != nil {
		return err
	}
	if page.Waiting, err = p.elsewhere(v, n); err != nil {
		return err
	}
	return v.Page("officer-list", page)
}

// elsewhere are the ways to work that the list of those who wait does not show.
func (p *Portal) elsewhere(v *Visit, n narrowed) ([]look.Link, error) {
	deciding, err := p.forDeciding(v)
	if err != nil {
		return nil, err
	}
	told, err := p.toldToDo(v, n)
	if err != nil {
		return nil, err
	}
	plans, err := p.plansWaiting(v, n)
	if err != nil {
		return nil, err
	}
	office, err := p.officeWaits(v)
	return slices.Concat(deciding, told, plans, office), err
}

// toldToDo leads to the requests whose families have been told and in which something is still to be done, where there are any.
func (p *Portal) toldToDo(v *Visit, n narrowed) ([]look.Link, error) {
	n = narrowed{whose: n.whose, stage: stillToDo}
	count, err := p.register.Count(v.Context(), n.filter(v))
	if err != nil || count == 0 {
		return nil, err
	}
	return []look.Link{{Text: p.count("told-to-do", count), Href: n.address()}}, nil
}

// forDeciding leads whoever decides to what waits for them.
func (p *Portal) forDeciding(v *Visit) ([]look.Link, error) {
	var links []look.Link
	if !v.Who.Actor.Has(casework.DecisionMaker) {
		return nil, nil
	}
	for _, stage := range []casework.Stage{casework.StageRecommended, casework.StageReceived} {
		n := narrowed{whose: "all", stage: string(stage)}
		count, err := p.register.Count(v.Context(), n.filter(v))
		if err != nil {
			return nil, err
		}
		if count > 0 {
			links = append(links, look.Link{Text: p.count("for-deciding-"+string(stage), count), Href: n.address()})
		}
	}
	return links, nil
}

// workSentence says what matters about the work: how much is late, and how much is to be sent soon.
func (p *Portal) workSentence(v *Visit, n narrowed) (string, error) {
	carried := narrowed{whose: n.whose}.filter(v)
	carried.Stages = toBeSent()
	all, late, soon, err := p.register.Work(v.Context(), carried, v.Today, v.Today.AddDays(soonDays))
	if err != nil {
		return "", err
	}
	key := "work-sentence-of"
	switch n.whose {
	case "mine":
		key = "work-sentence-mine"
	case "all":
		key = "work-sentence-all"
	}
	sentence := p.say(key, "cases", p.count("undecided", all), "name", p.personName(v, carried.Officer))
	if late > 0 {
		sentence += " **" + p.count("late", late) + "**"
	}
	return sentence + " " + p.count("soon", soon-late), nil
}
