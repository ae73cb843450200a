package portal

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// viewPage asks a member for an own view of the case.
type viewPage struct {
	Path, Back string
	Child      string
	Limbs      []limbFields
	Saved      string // when the draft was kept
	Recorded   bool   // a view is recorded already; this one takes its place
}

// limbFields are the fields of one question of the law.
type limbFields struct {
	Key      string // "8a" or "8b"
	Question string
	Test     string // in the words of the law
	Answer   look.Choices
	Reason   look.Textarea
	Evidence look.Choices
}

// panelLimbs are the questions a panel looks at: s.36(8). Whether a plan may be necessary at all was determined before.
func panelLimbs() []casework.Limb { return []casework.Limb{casework.Limb8a, casework.Limb8b} }

// panelViewForm shows what the member has typed before, kept or recorded.
func (p *Portal) panelViewForm(v *Visit) error {
	if err := v.Read(readPack); err != nil {
		return err
	}
	d, err := p.register.ViewDraft(v.Context(), v.Case.Ref, v.Who.Actor.Person)
	if err != nil && !errors.Is(err, records.ErrNoDraft) {
		return err
	}
	saved := ""
	typed, again := v.typedBefore()
	switch {
	case again: // posted when the session had ended
		v.Form.Values = typed
	case err == nil:
		if err := json.Unmarshal(d.Body, &v.Form.Values); err != nil {
			return err
		}
		saved = p.say("view-saved", "at", d.Updated.In(statute.London()).Format("15:04"), "day", statute.DayOf(d.Updated).Short())
	default:
		if err := p.fillRecorded(v); err != nil {
			return err
		}
	}
	page := p.viewPage(v)
	page.Saved = saved
	return v.Page("panel-view", page)
}

// fillRecorded puts the view that is recorded into the form.
func (p *Portal) fillRecorded(v *Visit) error {
	for _, m := range v.Case.Views {
		if m.Member != v.Who.Actor.Person {
			continue
		}
		events, err := p.register.Events(v.Context(), v.Case.Ref)
		if err != nil {
			return err
		}
		if said, ok := events[m.Seq-1].Body.(casework.Viewed); ok {
			fillFindings(v.Form, said.Limbs)
			v.Form.Set("note", said.Note)
		}
	}
	return nil
}

func fillFindings(f *form.Form, findings []casework.Finding) {
	for _, one := range findings {
		key := strings.ToLower(string(one.Limb))
		f.Set("answer-"+key, string(one.Answer))
		f.Set("reason-"+key, one.Reason)
		var ids []string
		for _, id := range one.ReliedOn {
			ids = append(ids, string(id))
		}
		f.Set("evidence-"+key, ids...)
	}
}

func (p *Portal) viewPage(v *Visit) viewPage {
	v.Crumbs = append(meetingCrumbs(v), look.Link{Text: string(v.Case.Ref), Href: v.itemPath(v.Case.Ref)})
	return viewPage{Path: v.itemPath(v.Case.Ref, "view"), Back: v.itemPath(v.Case.Ref), Child: v.p.childLabel(v.Case, v.Today),
		Limbs: p.limbFields(v, p.say("view-why")), Recorded: viewed(v.Case, v.Who.Actor.Person)}
}

// limbFields asks each question: the finding, the reason, the papers it rests on.
func (p *Portal) limbFields(v *Visit, why string) []limbFields {
	f := formFields(v)
	var papers []look.Option
	for _, e := range v.Case.Evidence {
		if e.Held {
			continue
		}
		papers = append(papers, look.Option{Value: string(e.ID), Label: string(e.ID) + " " + e.Title, Hint: e.Author})
	}
	var list []limbFields
	for _, limb := range panelLimbs() {
		key := strings.ToLower(string(limb))
		answers := []look.Option{{Value: string(casework.Met), Label: p.say("finding-met")}, {Value: string(casework.NotMet), Label: p.say("finding-not_met")}}
		if limb == casework.Limb8b {
			answers = append(answers, look.Option{Value: string(casework.NotReached), Label: p.say("finding-not_reached"), Hint: p.say("finding-not-reached-hint")})
		}
		list = append(list, limbFields{Key: key, Question: p.say("question-" + key), Test: limb.Words(),
			Answer:   f.Radios("answer-"+key, p.say("view-answer"), answers...),
			Reason:   f.Textarea("reason-"+key, why).Lined(5).Beside(p.say("family-can-read")),
			Evidence: f.Checkboxes("evidence-"+key, p.say("view-evidence"), papers...).AsSmall()})
	}
	return list
}

// findingsOf reads the answers to the questions.
func (p *Portal) findingsOf(f *form.Form) []casework.Finding {
	var findings []casework.Finding
	for _, limb := range panelLimbs() {
		key := strings.ToLower(string(limb))
		one := casework.Finding{Limb: limb, Answer: casework.Answer(f.Line("answer-" + key)), Reason: strings.TrimSpace(string(casework.CleanText(f.Get("reason-" + key))))}
		if one.Answer == "" {
			f.Wrong("answer-"+key, p.say("view-answer-missing"))
		}
		for _, id := range f.All("evidence-" + key) {
			one.ReliedOn = append(one.ReliedOn, casework.DocumentID(id))
		}
		findings = append(findings, one)
	}
	return findings
}

// findingPlaces say which fields hold what a command says of the questions under the path.
func findingPlaces(path string) []form.Place {
	return []form.Place{{Path: path + "[0].relied_on", Field: "evidence-8a"}, {Path: path + "[0].reason", Field: "reason-8a"}, {Path: path + "[0]", Field: "answer-8a"},
		{Path: path + "[1].relied_on", Field: "evidence-8b"}, {Path: path + "[1].reason", Field: "reason-8b"}, {Path: path + "[1]", Field: "answer-8b"}, {Path: path, Field: "answer-8a"}}
}

// panelView records the view. It takes the place of an earlier one of the same member.
func (p *Portal) panelView(v *Visit) error {
	findings := p.findingsOf(v.Form)
	for _, f := range findings {
		if key := strings.ToLower(string(f.Limb)); f.Answer != "" && f.Answer != casework.NotReached && f.Reason == "" {
			v.Form.Wrong("reason-"+key, p.say("view-reason-missing"))
		}
	}
	var err error
	if v.Form.OK() {
		err = v.Do(casework.RecordView{Panel: v.Meeting.Panel, Findings: findings, Note: strings.TrimSpace(v.Form.Get("note"))})
	}
	if over, err := v.again(err, "panel-view", func() (any, error) { return p.viewPage(v), nil }, findingPlaces("findings")...); over {
		return err
	}
	if err := p.register.DropViewDraft(v.Context(), v.Case.Ref, v.Who.Actor.Person); err != nil {
		return err
	}
	v.Tell(p.say("view-done"))
	return v.Go(v.itemPath(v.Case.Ref))
}

// panelViewKeep keeps what is typed, as it is typed. Nobody else can read it.
func (p *Portal) panelViewKeep(v *Visit) error {
	typed := url.Values{}
	for field, values := range v.Form.Values {
		if field != form.KeyField {
			typed[field] = values
		}
	}
	body, err := json.Marshal(typed)
	if err != nil {
		return err
	}
	if err := p.register.SaveViewDraft(v.Context(), v.Case.Ref, v.Who.Actor.Person, body); err != nil {
		return err
	}
	v.W.WriteHeader(http.StatusNoContent)
	return nil
}
