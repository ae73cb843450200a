package portal

import (
	"net/url"
	"slices"
	"strconv"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
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

// narrowed is how a person has narrowed the work list, as the address says. It holds nothing of a child.
type narrowed struct {
	whose, stage, clock, setting string
	page                         int
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
	if page.Waiting, err = p.officeWaits(v); err != nil {
		return err
	}
	return v.Page("officer-list", page)
}

// narrowing reads how the list is narrowed. Whoever carries cases sees their own first; others see all.
func (p *Portal) narrowing(v *Visit) narrowed {
	q := v.R.URL.Query()
	n := narrowed{whose: q.Get("whose"), stage: q.Get("stage"), clock: q.Get("clock"), setting: q.Get("setting")}
	n.page, _ = strconv.Atoi(q.Get("page"))
	n.page = max(1, n.page)
	if n.whose != "mine" && n.whose != "all" {
		n.whose = "all"
		if v.Who.Actor.Has(casework.CaseworkOfficer) {
			n.whose = "mine"
		}
	}
	return n
}

// address is the address of the list as it is narrowed.
func (n narrowed) address() string {
	q := url.Values{"whose": {n.whose}}
	for name, value := range map[string]string{"stage": n.stage, "clock": n.clock, "setting": n.setting} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if n.page > 1 {
		q.Set("page", strconv.Itoa(n.page))
	}
	return "/cases?" + q.Encode()
}

// toBeSent are the stages in which the family still waits for the decision.
func toBeSent() []casework.Stage {
	return []casework.Stage{casework.StageReceived, casework.StageConsidering, casework.StageRecommended, casework.StageDecided}
}

// stagesShown are the choices of the filter, in their order.
func stagesShown() []casework.Stage {
	return append(toBeSent(), casework.StageNotified, casework.StageWithdrawn, casework.StageClosed)
}

// The states of the clock as the register has them, where a page asks for one by name.
const (
	clockMetLate  = "met late"
	clockOverdue  = "send-by passed"
	clockExcepted = "passed under an exception"
)

// clocksShown are the states of the clock that can be chosen, by the name in the address.
func clocksShown() map[string][]string {
	return map[string][]string{
		"late":      {"breached"},
		"overdue":   {clockOverdue},
		"warned":    {"warned"},
		"running":   {"running"},
		"exception": {clockExcepted},
		"met":       {"met"},
		"met-late":  {clockMetLate},
	}
}

func (n narrowed) filter(v *Visit) records.Filter {
	f := records.Filter{Setting: casework.SettingID(n.setting), Clocks: clocksShown()[n.clock]}
	if n.whose == "mine" {
		f.Officer = v.Who.Actor.Person
	}
	switch stage := casework.Stage(n.stage); {
	case n.stage == "any":
	case slices.Contains(stagesShown(), stage):
		f.Stages = []casework.Stage{stage}
	default:
		f.Stages = toBeSent()
	}
	f.Open = n.stage != "any" && n.stage != string(casework.StageClosed)
	return f
}

// workFilter shows what the list can be narrowed by, and what it is narrowed by now.
func (p *Portal) workFilter(v *Visit, n narrowed) look.Filter {
	form := look.NewForm(url.Values{"whose": {n.whose}, "stage": {n.stage}, "clock": {n.clock}, "setting": {n.setting}}, nil)
	whose := []look.Option{{Value: "mine", Label: p.say("whose-mine")}, {Value: "all", Label: p.say("whose-all")}}
	var stages, clocks, settings []look.Option
	for _, s := range stagesShown() {
		stages = append(stages, look.Option{Value: string(s), Label: p.say("stage-" + string(s))})
	}
	stages = append(stages, look.Option{Value: "any", Label: p.say("stage-any")})
	for _, name := range []string{"late", "overdue", "warned", "running", "exception", "met", "met-late"} {
		clocks = append(clocks, look.Option{Value: name, Label: p.say("clock-" + name)})
	}
	for _, s := range v.Council.Settings {
		settings = append(settings, look.Option{Value: string(s.ID), Label: s.Name})
	}
	return look.Filter{
		Action: "/cases", Clear: "/cases", Chosen: p.chosen(v, n),
		Lists: []look.Select{
			form.Select("whose", p.say("whose"), "", whose...), form.Select("stage", p.say("stage"), p.say("stage-waiting"), stages...),
			form.Select("clock", p.say("clock"), p.say("clock-any"), clocks...), form.Select("setting", p.say("school"), p.say("setting-any"), settings...),
		},
	}
}

// chosen are the ways in which the list is narrowed, each with a link that takes it away.
func (p *Portal) chosen(v *Visit, n narrowed) []look.Link {
	n.page = 1
	var links []look.Link
	add := func(text string, without narrowed) {
		links = append(links, look.Link{Text: text, Href: without.address()})
	}
	if n.stage != "" {
		without := n
		without.stage = ""
		add(p.say("stage-"+n.known("any", n.stage, stageNames())), without)
	}
	if n.clock != "" && clocksShown()[n.clock] != nil {
		without := n
		without.clock = ""
		add(p.say("clock-"+n.clock), without)
	}
	if school, known := v.Council.School(casework.SettingID(n.setting)); known {
		without := n
		without.setting = ""
		add(school.Name, without)
	}
	return links
}

func stageNames() []string {
	var names []string
	for _, s := range stagesShown() {
		names = append(names, string(s))
	}
	return names
}

// known is the value where it is one of the list, and otherwise the other one.
func (narrowed) known(otherwise, value string, list []string) string {
	if slices.Contains(list, value) {
		return value
	}
	return otherwise
}

// workSentence says what matters about the work: how much is late, and how much is to be sent soon.
func (p *Portal) workSentence(v *Visit, n narrowed) (string, error) {
	mine := records.Filter{Open: true, Stages: toBeSent()}
	if n.whose == "mine" {
		mine.Officer = v.Who.Actor.Person
	}
	all, late, soon, err := p.register.Work(v.Context(), mine, v.Today, v.Today.AddDays(soonDays))
	if err != nil {
		return "", err
	}
	key := "work-sentence-all"
	if n.whose == "mine" {
		key = "work-sentence-mine"
	}
	sentence := p.say(key, "cases", p.count("undecided", all))
	if late > 0 {
		sentence += " **" + p.count("late", late) + "**"
	}
	return sentence + " " + p.count("soon", soon-late), nil
}
