package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// casePage is a case at a glance.
type casePage struct {
	Head     caseHead
	Due      string
	Lede     string
	Rail     *look.Rail
	PlanDue  string
	Plan     *look.Rail // of the plan, once the family has been told of the assessment
	Stage    look.Tag   // where the case is, when no clock runs
	Next     []nextThing
	Limbs    []limbCard
	Decide   []look.Button
	Advice   string
	Timeline look.Timeline
	Call     []look.Notice
	Family   look.SummaryList
	Evidence look.SummaryList
	Ask      *look.Link // the page on which somebody is asked by a link
	Letters  look.SummaryList
}

// nextThing is something that somebody has to do.
type nextThing struct {
	Text, Href, Note string
	Tag              look.Tag
}

// limbCard is one of the questions that the law asks, with what is known for it.
type limbCard struct {
	Question string
	Text     string
	Tags     []look.Tag
}

// officerCase shows one case: the sentence first, then the clock, what is next, and what has happened.
func (p *Portal) officerCase(v *Visit) error {
	if err := v.Read("case"); err != nil {
		return err
	}
	row, err := p.register.Case(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page := casePage{Head: p.head(v, ""), Rail: p.decideRail(v), Plan: p.planRail(v), Next: p.nextThings(v), Limbs: p.limbCards(v), Decide: p.decideButtons(v)}
	page.Stage = look.Tag{Text: p.say("stage-" + string(v.Case.Stage)), Tone: look.Quiet}
	page.Due = p.dueWords(v)
	if page.Plan != nil {
		page.PlanDue = p.planWords(v)
	}
	page.Lede = v.Case.Sentence(v.Today)
	if stillWaits(row) {
		page.Lede = "**" + page.Lede + "** " + p.doing(v, row)
	}
	page.Advice = p.advice(v)
	if page.Timeline, err = p.timeline(v, events, 6); err != nil {
		return err
	}
	page.Call, page.Family = p.familyAtAGlance(v)
	page.Evidence, page.Letters = p.evidenceAtAGlance(v), p.lettersAtAGlance(v)
	page.Ask = p.askByLink(v)
	return v.Page("officer-case", page)
}

// dueWords heads the clock: when the decision is due, was due, or reached the family.
func (p *Portal) dueWords(v *Visit) string {
	switch told := v.Case.NoticeGiven; {
	case told != nil:
		return p.say("case-told", "day", told.On.Long())
	case v.Case.Waits():
		return p.dueOrWas(v)
	}
	return p.say("clock-over")
}

// dueOrWas says when the decision is due, and nothing of whether the family has it.
func (p *Portal) dueOrWas(v *Visit) string {
	due := v.Case.Opened.Decide.Due
	if due.Before(v.Today) {
		return p.say("case-was-due", "day", due.Long())
	}
	return p.say("case-due", "day", due.Long())
}

// nextThings are the open tasks, and what the state of the case asks for.
func (p *Portal) nextThings(v *Visit) []nextThing {
	c := v.Case
	var list []nextThing
	for _, t := range openTasks(c) {
		list = append(list, nextThing{Text: v.named(t.What), Href: v.at("tasks") + "#" + taskAnchor(t), Note: p.say("task-note", "role", p.say("role-"+string(t.For)), "day", t.Raised.Short()),
			Tag: look.Tag{Text: p.say("task-open"), Tone: look.Soon}})
	}
	if waiting := lettersToPost(c); waiting > 0 {
		list = append(list, nextThing{Text: p.count("post-next", waiting), Href: v.at("letters"), Note: p.say("next-post-note"), Tag: look.Tag{Text: p.say("task-open"), Tone: look.Soon}})
	}
	asked := slices.ContainsFunc(c.Consulted, func(s casework.Consulted) bool { return s.Whom == "family" || s.Whom == "child" })
	if !asked && p.mayDo(v, casework.ActConsult) {
		list = append(list, nextThing{Text: p.say("next-consult"), Href: v.at("record", string(casework.ActConsult)), Note: p.say("next-consult-note"), Tag: look.Tag{Text: p.say("not-asked"), Tone: look.Soon}})
	}
	for _, s := range c.Consulted {
		if !s.Received && !hasAnswered(c, s.Whom) && p.mayDo(v, casework.ActConsult) {
			list = append(list, nextThing{Text: p.say("next-chase", "whom", p.say("party-"+s.Whom)), Href: v.at("record", string(casework.ActConsult)) + "?whom=" + s.Whom,
				Note: p.say("next-chase-note", "day", s.Asked.Short(), "days", p.count("days", v.Today.Sub(s.Asked))), Tag: look.Tag{Text: p.say("not-answered"), Tone: look.Soon}})
		}
	}
	if c.Stage == casework.StageConsidering && c.Listed == nil && p.mayDo(v, casework.ActList) {
		list = append(list, nextThing{Text: p.say("next-list"), Href: v.at("record", string(casework.ActList)), Note: p.say("next-list-note"), Tag: look.Tag{Text: p.say("not-listed"), Tone: look.Soon}})
	}
	return append(list, p.planNextThings(v)...)
}

// lettersToPost is how many letters of a case are printed and have not left.
func lettersToPost(c casework.Case) int {
	n := 0
	for _, l := range c.Letters {
		if l.State == casework.LetterIssued {
			n++
		}
	}
	return n
}

func hasAnswered(c casework.Case, whom string) bool {
	return slices.ContainsFunc(c.Consulted, func(s casework.Consulted) bool { return s.Whom == whom && s.Received })
}

// limbCards are the two questions, with the views that the person may know of.
func (p *Portal) limbCards(v *Visit) []limbCard {
	c := v.Case
	if c.NoticeGiven != nil || !c.Waits() {
		return nil
	}
	visible := c.ViewsFor(v.Who.Actor, v.Today)
	card := func(limb casework.Limb, question string) limbCard {
		found := limbCard{Question: question}
		met, not := 0, 0
		for _, view := range visible {
			for _, f := range view.Limbs {
				if f.Limb == limb && f.Answer == casework.Met {
					met++
				}
				if f.Limb == limb && f.Answer == casework.NotMet {
					not++
				}
			}
		}
		found.Tags = []look.Tag{{Text: p.count("views", len(c.Views)), Tone: look.Info}}
		if len(c.Views) > 0 && len(visible) == 0 {
			found.Text = p.say(p.whyNoViews(v))
		}
		if met+not > 0 {
			found.Tags = append(found.Tags, look.Tag{Text: p.say("views-yes", "n", met)}, look.Tag{Text: p.say("views-no", "n", not)})
		}
		return found
	}
	return []limbCard{card(casework.Limb8a, p.say("question-a")), card(casework.Limb8b, p.say("question-b"))}
}

// whyNoViews is the key of the words for somebody who may not read members’ views: nobody may yet, or they never may.
func (p *Portal) whyNoViews(v *Visit) string {
	if len(v.Case.ViewsFor(casework.Actor{}, v.Today)) > 0 {
		return "views-apart"
	}
	return "views-hidden"
}

// decideButtons lead to the decision, for whoever may make it.
func (p *Portal) decideButtons(v *Visit) []look.Button {
	var list []look.Button
	if p.mayDo(v, casework.ActDecide) {
		list = append(list, look.Button{Text: p.say("decide-begin"), Href: v.at("decide")})
	}
	if p.mayDo(v, casework.ActDetermine) {
		list = append(list, look.Button{Text: p.say("act-determine-title"), Href: v.at("record", string(casework.ActDetermine)), Kind: "quiet"})
	}
	return list
}

// advice is what the panel recommends, for those who look at the case after it has met.
func (p *Portal) advice(v *Visit) string {
	switch r := v.Case.Recommended; {
	case r == nil:
		return ""
	case r.Outcome == casework.Assess:
		return p.say("advice-assess", "panel", r.Name)
	default:
		return p.say("advice-not", "panel", r.Name)
	}
}

// lettersAtAGlance are the newest letters.
func (p *Portal) lettersAtAGlance(v *Visit) look.SummaryList {
	list := look.SummaryList{Tight: true}
	for _, l := range slices.Backward(v.Case.Letters) {
		if l.State == casework.LetterVoided || len(list.Rows) == 5 {
			continue
		}
		tag := p.letterState(l)
		list.Rows = append(list.Rows, look.SummaryRow{Key: p.recipientOf(v, l), Link: &look.Link{Text: p.letterName(l.Key.Kind), Href: v.letterAt(l.Key)}, Tag: &tag})
	}
	if len(list.Rows) == 0 {
		list.Rows = []look.SummaryRow{{Key: p.say("letters"), Missing: p.say("letters-none")}}
	}
	return list
}

// evidenceAtAGlance says how much evidence there is and from whom.
func (p *Portal) evidenceAtAGlance(v *Visit) look.SummaryList {
	list := look.SummaryList{Tight: true}
	for _, from := range []string{"school", "former_school", "family", "child", "health", "social_care"} {
		n := 0
		for _, e := range v.Case.Evidence {
			if e.From == from {
				n++
			}
		}
		if n > 0 {
			list.Rows = append(list.Rows, look.SummaryRow{Key: p.say("party-" + from), Link: &look.Link{Text: p.count("document", n), Href: v.at("documents"), Hidden: p.say("party-" + from)}})
		}
	}
	if len(list.Rows) == 0 {
		list.Rows = []look.SummaryRow{{Key: p.say("tab-documents"), Missing: p.say("documents-none-title")}}
	}
	return list
}
