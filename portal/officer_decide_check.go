package portal

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/reasons"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// decisionCheckPage shows the whole decision before it is made: the record, what is weak in it, each letter, and what follows.
type decisionCheckPage struct {
	Outcome string
	Record  look.SummaryList
	Weak    []weakReason
	Plain   []string
	Letters []previewLink
	Gaps    []look.Link // what is missing, each with the way to the field
	Ready   bool
	Effects []string
	Seen    string // tells this decision from what is written meanwhile
	Change  string
}

// weakReason is a finding of the checks, with what it asks for.
type weakReason struct {
	Quote, Explain, Suggest string
	Tag                     look.Tag
}

// previewLink is a letter as it would be sent, or why it would not.
type previewLink struct {
	Text, Href, Note string
	Tag              look.Tag
}

// reasonLook says what could be better in a text while it is written: the answer of the live check.
func (p *Portal) reasonLook(v *Visit) error {
	text, name := v.Form.Get("text"), v.Form.Get("name")
	notes := []string{}
	if name == "reason" {
		var titles []string
		for _, e := range v.Case.Evidence {
			titles = append(titles, e.Title)
		}
		for _, f := range reasons.Check(text, reasons.Options{Evidence: titles}) {
			notes = append(notes, fmt.Sprintf("“%s”: %s %s", f.Quote, f.Explain, f.Suggest))
		}
	}
	v.W.Header().Set("Content-Type", "application/json")
	return json.NewEncoder(v.W).Encode(map[string][]string{"notes": append(notes, p.plainNotes(text)...)})
}

// decideCheck shows the decision for checking.
func (p *Portal) decideCheck(v *Visit) error {
	if done, err := p.notNow(v); done {
		return err
	}
	if _, err := p.decideFrame(v); err != nil {
		return err
	}
	if v.Form.Get("outcome") == "" {
		return v.Go(v.at("decide"))
	}
	page, err := p.checked(v)
	if err != nil {
		return err
	}
	return v.Page("officer-check", page)
}

func (p *Portal) checked(v *Visit) (decisionCheckPage, error) {
	d := p.decisionIn(v)
	p.crumbsTo(v, "decide", "act-decide-title")
	page := decisionCheckPage{Outcome: p.say("decide-is-" + string(d.Outcome)), Record: p.recordOf(v, d), Change: v.at("decide", "reasons"), Seen: fingerprint(d)}
	for _, f := range v.Case.Prose(d) {
		page.Weak = append(page.Weak, weakReason{Quote: f.Quote, Explain: f.Explain, Suggest: f.Suggest, Tag: severityTag(p, f.Severity)})
	}
	page.Plain = p.plainNotes(ownWords(d))
	after, fresh, err := p.dryRun(v, casework.Decide{Decision: d})
	switch {
	case err == nil:
		page.Ready = true
		if page.Effects, err = p.effects(v, after, fresh); err != nil {
			return page, err
		}
	case casework.AsRefused(err) == nil:
		return page, err
	}
	page.Gaps = p.gapsOf(v, err, d)
	for _, l := range p.previews(v, d) {
		page.Letters = append(page.Letters, p.previewLink(v, l))
	}
	return page, nil
}

// gapsOf are the things that stand in the way of the decision, each leading to the field that mends it.
func (p *Portal) gapsOf(v *Visit, err error, d casework.Decision) []look.Link {
	f := form.New()
	if err == nil || !f.Refused(err, decisionPlaces(d)...) {
		return nil
	}
	var gaps []look.Link
	for _, e := range f.Errors {
		link := look.Link{Text: e.Text, Href: v.at("decide", "reasons") + "#" + look.ID(e.Field)}
		if e.Field == "" {
			link.Href = v.at("record", string(casework.ActConsult))
		}
		gaps = append(gaps, link)
	}
	return gaps
}

func severityTag(p *Portal, s reasons.Severity) look.Tag {
	switch s {
	case reasons.Block:
		return look.Tag{Text: p.say("severity-block"), Tone: look.Late}
	case reasons.Warn:
		return look.Tag{Text: p.say("severity-warn"), Tone: look.Soon}
	}
	return look.Tag{Text: p.say("severity-note"), Tone: look.Info}
}

// recordOf is the decision as a list of answers, each with the way to change it.
func (p *Portal) recordOf(v *Visit, d casework.Decision) look.SummaryList {
	var list look.SummaryList
	row := func(key, value, field string) {
		list.Rows = append(list.Rows, look.SummaryRow{Key: key, Value: value, Missing: p.say("not-written"),
			Actions: []look.Link{{Text: p.say("change"), Href: v.at("decide", "reasons") + "#" + look.ID(field), Hidden: key}}})
	}
	for _, f := range d.Findings {
		if f.Answer == casework.NotReached && d.Outcome == casework.NotAssess {
			continue
		}
		field, reason := "reason", f.Reason
		if f.Answer == casework.Met {
			field = "met-reason"
		}
		if d.Outcome == casework.Assess {
			field = "agree-" + strings.TrimPrefix(string(f.Limb), "8")
		}
		row(f.Limb.Words(), p.say("answer-"+string(f.Answer))+"\n\n"+reason, field)
		row(p.say("decide-relied"), p.documentsNamed(v, f.ReliedOn), "use-E1")
		for _, s := range f.NotReliedOn {
			row(p.say("decide-aside")+": "+string(s.Evidence), s.Why, "why-"+string(s.Evidence))
		}
		if f.Answer == casework.NotMet {
			row(p.say("decide-answer"), f.AnswerToFamily, "answer")
		}
	}
	if d.Outcome == casework.NotAssess {
		row(p.say("decide-next"), strings.Join(d.NextSteps, "\n"), "next")
	}
	if d.Departure != "" {
		row(p.words["act-decide-departure"], d.Departure, "departure")
	}
	if d.WithoutPanel != nil {
		row(p.words["act-decide-nopanel"], d.WithoutPanel.Why+"\n\n"+p.personName(v, d.WithoutPanel.ReviewedBy), "nopanel")
	}
	if d.Reviewed != nil {
		row(p.words["act-decide-reviewed-by"], p.personName(v, d.Reviewed.By)+"\n\n"+d.Reviewed.Why, "reviewed-by")
	}
	return list
}

func (p *Portal) documentsNamed(v *Visit, ids []casework.DocumentID) string {
	var names []string
	for _, id := range ids {
		if e, known := v.Case.Exhibit(id); known {
			names = append(names, string(id)+": "+e.Title)
		}
	}
	return strings.Join(names, "\n")
}

// errNotSeen is of a decision that is not the one that was shown for checking.
var errNotSeen = errors.New("the decision was changed after it was checked")

// fingerprint tells one decision from another.
func fingerprint(d casework.Decision) string {
	data, err := json.Marshal(d)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// decideNow records the decision. Sent twice, it is one.
func (p *Portal) decideNow(v *Visit) error {
	looked := v.Form.Get("seen")
	if _, err := p.decideFrame(v); err != nil {
		return err
	}
	if v.Form.Get("outcome") == "" {
		return v.Go(v.at())
	}
	d := p.decisionIn(v)
	err := errNotSeen
	if looked == fingerprint(d) {
		err = v.Do(casework.Decide{Decision: d})
	}
	if err != nil {
		if errors.Is(err, errNotSeen) {
			v.Form.Wrong("", p.say("decide-changed"))
		} else if casework.AsRefused(err) == nil {
			return err
		}
		page, again := p.checked(v)
		if again != nil {
			return again
		}
		return v.Show(http.StatusUnprocessableEntity, "officer-check", page)
	}
	if err := decisionSlot(v).done(v, v.Case.Ref); err != nil {
		return err
	}
	v.Tell(p.say("decide-done"))
	return v.Go(v.at())
}
