package portal

import (
	"net/url"
	"slices"
	"strconv"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// narrowed is how a person has narrowed the work list, as the address says. It holds nothing of a child.
type narrowed struct {
	whose, stage, clock, setting string
	page                         int
}

// narrowing reads how the list is narrowed. Whoever carries cases sees their own first; others see all.
func (p *Portal) narrowing(v *Visit) narrowed {
	q := v.R.URL.Query()
	n := narrowed{whose: q.Get("whose"), stage: q.Get("stage"), clock: q.Get("clock"), setting: q.Get("setting")}
	n.page, _ = strconv.Atoi(q.Get("page"))
	n.page = max(1, n.page)
	if n.whose != "mine" && n.whose != "all" && !isOfficer(v, casework.PersonID(n.whose)) {
		n.whose = "all"
		if v.Who.Actor.Has(casework.CaseworkOfficer) {
			n.whose = "mine"
		}
	}
	return n
}

// isOfficer reports whether somebody is an officer who carries requests.
func isOfficer(v *Visit, id casework.PersonID) bool {
	actor, err := v.Council.Actor(id, v.Today, "")
	return err == nil && actor.Has(casework.CaseworkOfficer)
}

// whoseOptions are whose requests can be shown: one’s own, a colleague’s, everybody’s.
func whoseOptions(p *Portal, v *Visit) []look.Option {
	options := []look.Option{{Value: "mine", Label: p.say("whose-mine")}, {Value: "all", Label: p.say("whose-all")}}
	for _, person := range v.Council.People {
		if person.ID != v.Who.Actor.Person && isOfficer(v, person.ID) {
			options = append(options, look.Option{Value: string(person.ID), Label: p.say("officer-of", "name", person.Name)})
		}
	}
	return options
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

// stillToDo is the choice of the filter for requests whose families have been told and in which something is to be done.
const stillToDo = "to-do"

// afterTelling are the stages that follow once the family has been told, or the request has ended.
func afterTelling() []casework.Stage {
	return []casework.Stage{casework.StageNotified, casework.StageOverturned, casework.StageWithdrawn, casework.StageEnded, casework.StageClosed}
}

// stagesShown are the choices of the filter, in their order.
func stagesShown() []casework.Stage { return append(toBeSent(), afterTelling()...) }

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
	switch n.whose {
	case "all":
	case "mine":
		f.Officer = v.Who.Actor.Person
	default:
		f.Officer = casework.PersonID(n.whose)
	}
	switch stage := casework.Stage(n.stage); {
	case n.stage == "any":
	case n.stage == stillToDo:
		f.ToDo, f.Stages = true, afterTelling()
		return f
	case slices.Contains(stagesShown(), stage):
		f.Stages = []casework.Stage{stage}
	default:
		f.Stages = append(toBeSent(), casework.StageOverturned)
	}
	f.Open = n.stage != "any" && n.stage != string(casework.StageClosed)
	return f
}

// workFilter shows what the list can be narrowed by, and what it is narrowed by now.
func (p *Portal) workFilter(v *Visit, n narrowed) look.Filter {
	form := look.NewForm(url.Values{"whose": {n.whose}, "stage": {n.stage}, "clock": {n.clock}, "setting": {n.setting}}, nil)
	var stages, clocks, settings []look.Option
	for _, s := range stagesShown() {
		stages = append(stages, look.Option{Value: string(s), Label: p.say("stage-" + string(s))})
		if s == casework.StageDecided {
			stages = append(stages, look.Option{Value: stillToDo, Label: p.say("stage-" + stillToDo)})
		}
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
			form.Select("whose", p.say("whose"), "", whoseOptions(p, v)...), form.Select("stage", p.say("stage"), p.say("stage-waiting"), stages...),
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
		add(p.say("stage-"+n.known("any", n.stage, append(stageNames(), stillToDo))), without)
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
