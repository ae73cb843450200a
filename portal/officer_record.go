package portal

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// mayDo reports whether the person may give the command in this case now. It is asked for what pages offer; whether the
// command is lawful is asked again of casework when it is given.
func (p *Portal) mayDo(v *Visit, kind casework.ActKind) bool {
	rule, known := ruleFor(kind)
	return known && slices.Contains(rule.In, v.Case.Stage) && v.Case.Admits(v.Who.Actor, rule.By)
}

func ruleFor(kind casework.ActKind) (casework.Rule, bool) {
	rules := casework.Rules()
	i := slices.IndexFunc(rules, func(r casework.Rule) bool { return r.Act == kind })
	if i < 0 {
		return casework.Rule{}, false
	}
	return rules[i], true
}

// caseRecordPage is what can be recorded in the case now.
type caseRecordPage struct {
	Head  caseHead
	Tasks look.TaskList
}

// recordGroups are the commands that have a form, by what they are about.
func recordGroups() []struct {
	Key   string
	Kinds []casework.ActKind
} {
	return []struct {
		Key   string
		Kinds []casework.ActKind
	}{
		{"group-family", []casework.ActKind{casework.ActConsult, casework.ActCall, casework.ActSetAddressee, casework.ActEndAddressee, casework.ActCapacity, casework.ActDispute, casework.ActIdentity}},
		{"group-evidence", []casework.ActKind{casework.ActAddEvidence, casework.ActRelease, casework.ActReply, casework.ActHoldPaper, casework.ActConfirmPaper}},
		{"group-panel", []casework.ActKind{casework.ActList, casework.ActUrgent, casework.ActInterest}},
		{"group-decision", []casework.ActKind{casework.ActDetermine, casework.ActDecide, casework.ActMend}},
		{"group-after", []casework.ActKind{casework.ActMediation, casework.ActEndMediation, casework.ActCertificate, casework.ActAppeal, casework.ActEndAppeal, casework.ActOverturn}},
		{"group-assessment", []casework.ActKind{casework.ActServeDraft, casework.ActEndAssessment}},
		{"group-clock", []casework.ActKind{casework.ActClaim, casework.ActEndClaim, casework.ActTellDelay, casework.ActStopUpdates}},
		{"group-life", []casework.ActKind{casework.ActReassign, casework.ActChangeSchool, casework.ActShareDecision, casework.ActTransferIn, casework.ActTransfer, casework.ActWithdraw, casework.ActDied}},
	}
}

// officerRecord lists what the person can record now. What is not theirs, or comes at another stage, is not offered.
func (p *Portal) officerRecord(v *Visit) error {
	page := caseRecordPage{Head: p.head(v, "record")}
	for _, g := range recordGroups() {
		group := look.TaskGroup{Heading: p.say(g.Key)}
		for _, kind := range g.Kinds {
			if !p.mayDo(v, kind) || !hasOccasion(v.Case, kind) {
				continue
			}
			to := v.at("record", string(kind))
			if kind == casework.ActDecide {
				to = v.at("decide")
			}
			group.Tasks = append(group.Tasks, look.Task{ID: string(kind), Text: p.say("act-" + string(kind) + "-title"), Href: to, Hint: p.say("act-" + string(kind) + "-short")})
		}
		if len(group.Tasks) > 0 {
			page.Tasks.Groups = append(page.Tasks.Groups, group)
		}
	}
	return v.Page("officer-record", page)
}

// hasOccasion reports whether the case gives occasion for a command that would otherwise only be refused.
func hasOccasion(c casework.Case, kind casework.ActKind) bool {
	switch kind {
	case casework.ActEndClaim:
		return slices.ContainsFunc(c.Exceptions, func(e casework.ExceptionAt) bool { return e.Until.IsZero() })
	case casework.ActHoldPaper:
		return slices.ContainsFunc(c.Evidence, func(e casework.Evidence) bool { return !e.Held })
	case casework.ActConfirmPaper:
		return slices.ContainsFunc(c.Evidence, func(e casework.Evidence) bool { return e.Held })
	case casework.ActMend:
		return slices.ContainsFunc(c.Letters, func(l casework.Letter) bool {
			return l.State == casework.LetterIssued || l.State == casework.LetterPosted
		})
	case casework.ActCertificate, casework.ActAppeal, casework.ActMediation, casework.ActOverturn:
		return c.NoticeGiven != nil && c.NoticeGiven.Appeal != nil
	case casework.ActServeDraft, casework.ActEndAssessment:
		return c.Assessing()
	case casework.ActClaim:
		return len(c.Claimable()) > 0
	case casework.ActEndMediation:
		return c.Challenge != nil && !c.Challenge.Mediation.IsZero()
	case casework.ActEndAppeal:
		return c.Challenge != nil && !c.Challenge.Appeal.IsZero()
	case casework.ActTellDelay, casework.ActStopUpdates:
		return !c.BreachedOn.IsZero()
	}
	return true
}

// actPage is the form of one command.
type actPage struct {
	Head    caseHead
	Title   string
	Lead    string
	Law     string
	Notices []look.Notice
	Parts   []sheetPart
	Files   bool
	Action  string
	Submit  look.Button
	Weigh   *look.StepBack
	Hidden  []hiddenField
}

type hiddenField struct{ Name, Value string }

// sheetOf finds the form of the command in the address. What nobody in this role may give at all looks like a page that is
// not there; what comes at another stage is explained.
func (p *Portal) sheetOf(v *Visit) (actSheet, error) {
	kind := casework.ActKind(v.Path("act"))
	s, known := sheets()[kind]
	rule, ruled := ruleFor(kind)
	if !known || !ruled || !v.Case.Admits(v.Who.Actor, rule.By) {
		return actSheet{}, ErrNotFound
	}
	s.kind = kind
	return s, nil
}

func (p *Portal) recordForm(v *Visit) error {
	s, err := p.sheetOf(v)
	if err != nil {
		return err
	}
	if !v.restoreTyped() && s.fill != nil {
		s.fill(v)
	}
	if !p.mayDo(v, s.kind) {
		rule, _ := ruleFor(s.kind)
		return v.Page("officer-later", p.laterPage(v, s, rule))
	}
	return v.Page("officer-act", p.actPage(v, s))
}

// laterPage says when a command may be given that cannot be given now.
func (p *Portal) laterPage(v *Visit, s actSheet, rule casework.Rule) actPage {
	page := p.actPage(v, s)
	page.Lead = p.later(v, rule)
	return page
}

func (p *Portal) later(v *Visit, rule casework.Rule) string {
	var stages []string
	for _, stage := range rule.In {
		stages = append(stages, strings.ToLower(p.say("stage-"+string(stage))))
	}
	return p.say("act-later", "now", strings.ToLower(p.say("stage-"+string(v.Case.Stage))), "when", strings.Join(stages, "; "))
}

func (p *Portal) actPage(v *Visit, s actSheet) actPage {
	p.crumbsTo(v, "record", "tab-record")
	v.Narrow = true
	key := "act-" + string(s.kind)
	page := actPage{Title: p.say(key + "-title"), Lead: p.say(key + "-lead"), Action: v.at("record", string(s.kind)), Files: s.files, Submit: look.Button{Text: p.say("record-it")}}
	if rule, known := ruleFor(s.kind); known {
		page.Law = rule.Cite
	}
	if s.weigh {
		page.Submit.Text = p.say("continue")
	}
	form := sheetForm{p: p, v: v, f: look.NewForm(shown(v.Form), faults(v.Form)), kind: s.kind}
	s.fields(&form)
	page.Parts, page.Notices = form.parts, form.notices
	return page
}

// record takes the form of a command. One with consequences shows them first.
func (p *Portal) record(v *Visit) error {
	s, err := p.sheetOf(v)
	if err != nil {
		return err
	}
	act, err := s.act(v)
	if err != nil {
		return err
	}
	if !v.Form.OK() {
		return v.Again("officer-act", p.actPage(v, s))
	}
	if s.weigh && v.Form.Get("weighed") != "yes" {
		return p.weigh(v, s, act)
	}
	if err := v.Do(act); err != nil {
		if v.Form.Refused(err, s.places...) {
			return v.Again("officer-act", p.actPage(v, s))
		}
		return err
	}
	if s.after != nil {
		if err := s.after(v, act); err != nil {
			return err
		}
	}
	v.Tell(p.say("act-" + string(s.kind) + "-done"))
	if s.then != "" {
		return v.Go(v.at(s.then))
	}
	return v.Go(v.at())
}
