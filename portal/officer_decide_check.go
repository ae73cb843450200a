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
	Where, // the document whose setting aside it is about; empty for the reason itself
	Quote, Explain, Suggest string
	Tag look.Tag
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
	if name == "reason" || strings.HasPrefix(name, "why-") {
		for _, f := range reasons.Check(text, reasons.Options{Evidence: titlesOf(v)}) {
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
	page.Weak = p.weakReasons(v, d)
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

// weakReasons are what the checks find in the reason, and in why documents were set aside: the first can ask for a second
// officer, the others are there to be looked at again.
func (p *Portal) weakReasons(v *Visit, d casework.Decision) []weakReason {
	var list []weakReason
	for _, f := range v.Case.Prose(d) {
		list = append(list, weakReason{Quote: f.Quote, Explain: f.Explain, Suggest: f.Suggest, Tag: severityTag(p, f.Severity)})
	}
	for _, finding := range d.Findings {
		for _, aside := range finding.NotReliedOn {
			for _, f := range reasons.Check(aside.Why, reasons.Options{Evidence: titlesOf(v)}) {
				list = append(list, weakReason{Where: string(aside.Evidence), Quote: f.Quote, Explain: f.Explain, Suggest: f.Suggest, Tag: severityTag(p, reasons.Warn)})
			}
		}
	}
	return list
}

// titlesOf are the titles of the evidence: naming one is no bare formula.
func titlesOf(v *Visit) []string {
	var titles []string
	for _, e := range v.Case.Evidence {
		titles = append(titles, e.Title)
	}
	return titles
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
