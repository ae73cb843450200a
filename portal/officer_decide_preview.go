package portal

import (
	"errors"
	"fmt"
	"html/template"
	"slices"

	"sendpanel/casework"
	"sendpanel/letters"
	"sendpanel/portal/look"
	"sendpanel/portal/paper"
	"sendpanel/records"
	"sendpanel/statute"
)

// letterPreview is a letter as it would be sent today, or the reason why it would not be.
type letterPreview struct {
	key    casework.LetterKey
	letter letters.Letter
	err    error
}

// previews writes every letter of the decision as it would be sent today, without recording anything: the family's first,
// then, as if those were posted, the school's and those to health and social care.
func (p *Portal) previews(v *Visit, d casework.Decision) []letterPreview {
	body := casework.Decided{Decision: d, Prose: v.Case.Prose(d), DecidedBy: v.Who.Actor.Name, Post: v.Who.Actor.Post}
	if v.Who.Actor.Delegation != nil {
		body.Delegation = *v.Who.Actor.Delegation
	}
	events := v.Case.Record([]casework.Body{body}, v.Who.Actor, v.Today.At(12, 0))
	after, err := v.Case.Apply(events...)
	if err != nil {
		return nil
	}
	family, school, agency := casework.AssessLetter, casework.SchoolAssessLetter, casework.AgencyAssessLetter
	if d.Outcome == casework.NotAssess {
		family, school, agency = casework.NotAssessLetter, casework.SchoolNotAssessLetter, casework.AgencyNotAssessLetter
	}
	facts := letters.Facts{Case: after, Decision: &body, Council: v.Council, On: v.Today, Owing: events[0]}
	var list []letterPreview
	add := func(kind casework.LetterKind, to casework.AddresseeID) {
		key := casework.LetterKey{Kind: kind, To: to, For: events[0].Seq, Version: 1}
		letter, err := letters.Compose(key, facts)
		list = append(list, letterPreview{key, letter, err})
	}
	for _, a := range after.Family {
		if a.Standing != casework.Supporter {
			add(family, a.ID)
		}
	}
	facts.Case.NoticeGiven = noticeToday(after, v.Today)
	if after.Opened.School != nil {
		add(school, casework.School)
	}
	if after.Determined {
		add(agency, casework.HealthBody)
		add(agency, casework.SocialCareBody)
	}
	return list
}

// noticeToday is the notice as it would be given if every letter to the family were posted today.
func noticeToday(c casework.Case, on statute.Day) *casework.NoticeGiven {
	notice := &casework.NoticeGiven{Rule: casework.RuleDecide, On: on, Due: c.Opened.Decide.Due}
	if c.Decided != nil && c.Decided.Outcome == casework.NotAssess {
		if mediation, appeal, err := casework.FamilyLimits(c.Opened.RuleSet, on); err == nil {
			notice.Mediation, notice.Appeal = &mediation, &appeal
		}
	}
	return notice
}

func (p *Portal) previewLink(v *Visit, l letterPreview) previewLink {
	link := previewLink{Text: p.letterName(l.key.Kind), Note: p.recipient(v, l.key.To), Href: v.at("decide", "letters", string(l.key.Kind), string(l.key.To)), Tag: look.Tag{Text: p.say("preview-ready"), Tone: look.Done}}
	if l.err != nil {
		link.Tag = look.Tag{Text: p.say("preview-withheld"), Tone: look.Late}
	}
	return link
}

// letterPreviewPage is one letter as it would be sent.
type letterPreviewPage struct {
	Title string
	To    string
	Body  template.HTML
	Gaps  []string
	Looks []string
	Reads letterReads
	PDF   string
	Back  string
}

// previewIn finds the letter that the address names.
func (p *Portal) previewIn(v *Visit) (letterPreview, error) {
	if _, err := p.decideFrame(v); err != nil {
		return letterPreview{}, err
	}
	all := p.previews(v, p.decisionIn(v))
	i := slices.IndexFunc(all, func(l letterPreview) bool {
		return string(l.key.Kind) == v.Path("kind") && string(l.key.To) == v.Path("to")
	})
	if i < 0 || v.Form.Get("outcome") == "" {
		return letterPreview{}, ErrNotFound
	}
	return all[i], nil
}

func (p *Portal) previewLetter(v *Visit) error {
	l, err := p.previewIn(v)
	if err != nil {
		return err
	}
	page := letterPreviewPage{Title: p.letterName(l.key.Kind), To: p.recipient(v, l.key.To), Back: v.at("decide", "check"), PDF: v.at("decide", "letters", string(l.key.Kind), string(l.key.To), "pdf")}
	var withheld *letters.Withheld
	switch {
	case errors.As(l.err, &withheld):
		for _, gap := range withheld.Gaps {
			page.Gaps = append(page.Gaps, gap.What+". "+gap.Mend)
		}
	case l.err != nil:
		return l.err
	default:
		for _, w := range l.letter.Warnings {
			page.Looks = append(page.Looks, w.What+". "+w.Mend)
		}
		page.Reads = p.readsOf(l.letter)
		if page.Body, err = paper.HTML(l.letter); err != nil {
			return err
		}
	}
	return v.Page("officer-preview", page)
}

func (p *Portal) previewPDF(v *Visit) error {
	l, err := p.previewIn(v)
	if err != nil {
		return err
	}
	if l.err != nil {
		return ErrNotFound
	}
	pdf, err := letters.Render(l.letter)
	if err != nil {
		return fmt.Errorf("draw the preview: %w", err)
	}
	return v.inline(records.Upload{Name: fmt.Sprintf("%s-preview.pdf", v.Case.Ref), Type: "application/pdf"}, pdf)
}
