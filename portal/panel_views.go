package portal

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// memberView is one member's view as it is read.
type memberView struct {
	Name  string
	On    string
	Limbs []limbView
	Note  string
	Out   string // why it is not counted, empty where it is
}

// limbView is what was found on one question.
type limbView struct {
	Question string
	Answer   look.Tag
	Reason   string
	ReliedOn string
}

// addViews puts the visitor's own view on the page, and the others' once the meeting has opened: casework says whose.
func (p *Portal) addViews(page *packPage, v *Visit, events []casework.Event) {
	may := v.Case.ViewsFor(v.Who.Actor, v.Today)
	page.Opened = v.Case.Sitting != nil || v.Case.Stage != casework.StageConsidering
	for _, m := range may {
		view := p.memberView(v, m, events)
		if m.Member == v.Who.Actor.Person {
			page.Own = &view
			continue
		}
		page.Others = append(page.Others, view)
	}
	if page.Opened {
		page.Spread = p.spreadChart(counting(v.Case, may))
	}
}

// counting are the views of those who have not been left out of the case since, by an interest.
func counting(c casework.Case, views []casework.MemberView) []casework.MemberView {
	return slices.DeleteFunc(slices.Clone(views), func(m casework.MemberView) bool { return leftOut(c, m.Member) })
}

func leftOut(c casework.Case, member casework.PersonID) bool {
	return slices.ContainsFunc(c.Interests, func(i casework.InterestDeclared) bool { return i.Member == member })
}

// memberView reads the reasons from the event: the case itself keeps no more than the findings.
func (p *Portal) memberView(v *Visit, m casework.MemberView, events []casework.Event) memberView {
	view := memberView{Name: v.nameOf(m.Member)}
	if leftOut(v.Case, m.Member) {
		view.Out = p.say("view-left-out")
	}
	if m.Seq < 1 || m.Seq > len(events) {
		return view
	}
	said, ok := events[m.Seq-1].Body.(casework.Viewed)
	if !ok {
		return view
	}
	view.On, view.Note = events[m.Seq-1].FellOn.Short(), said.Note
	for _, f := range said.Limbs {
		view.Limbs = append(view.Limbs, p.limbView(v.Case, f))
	}
	return view
}

func (p *Portal) limbView(c casework.Case, f casework.Finding) limbView {
	var cited []string
	for _, id := range f.ReliedOn {
		if e, known := c.Exhibit(id); known {
			cited = append(cited, string(id)+" "+e.Title)
		}
	}
	return limbView{Question: p.say("question-" + strings.ToLower(string(f.Limb))), Reason: f.Reason, ReliedOn: strings.Join(cited, "; "),
		Answer: look.Tag{Text: p.say("finding-" + string(f.Answer)), Tone: answerTone(f.Answer)}}
}
