package portal

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/portal/disclosure"
	"sendpanel/portal/look"
	"sendpanel/records"
)

func recordsManager() casework.Role { return council.RecordsManager }

// answerBeginPage asks who wants to know what is held.
type answerBeginPage struct {
	About    look.Field
	Standing look.Choices
	Asked    look.DateInput
}

func (p *Portal) answerBegin(v *Visit) error {
	f := look.NewForm(shown(v.Form), faults(v.Form))
	v.Narrow, v.Back = true, &look.Link{Href: "/records/cases/" + string(v.Case.Ref)}
	return v.Show(v.asGood(), "records-answer-begin", answerBeginPage{f.Text("about", p.say("answer-about")).Hinted(p.say("answer-about-hint")), p.standings(f),
		f.Date("asked", p.say("answer-asked"))})
}

// beginAnswer begins an answer to a subject access request. Nothing is decided of any part yet.
func (p *Portal) beginAnswer(v *Visit) error {
	about := v.Form.Required("about", p.say("answer-about-missing"))
	standing := disclosure.Standing(v.Form.Get("standing"))
	if !slices.Contains(disclosure.Standings(), standing) {
		v.Form.Wrong("standing", p.say("answer-standing-missing"))
	}
	asked, given := v.Form.Day("asked")
	if !given || asked.After(v.Today) {
		v.Form.Wrong("asked", p.say("answer-asked-missing"))
	}
	if !v.Form.OK() {
		return p.answerBegin(v)
	}
	body, err := disclosure.Draft{Who: disclosure.Who{Standing: standing}}.Bytes()
	if err != nil {
		return err
	}
	d, err := p.register.BeginDisclosure(v.Context(), records.Disclosure{Ref: v.Case.Ref, About: about, AskedOn: asked, BegunBy: v.Who.Actor.Person, Body: body})
	if err != nil {
		return err
	}
	return v.Go(answerPath(d))
}

// openAnswer is an answer with what is decided of it, and the parts of the record as they are now.
type openAnswer struct {
	records.Disclosure
	Draft disclosure.Draft
	Parts []disclosure.Part
}

// answerOf reads the answer in the address. Each look at it is a read of the whole case.
func (p *Portal) answerOf(v *Visit) (openAnswer, error) {
	d, err := p.register.Disclosure(v.Context(), v.Case.Ref, v.Path("answer"))
	if errors.Is(err, records.ErrNoDisclosure) {
		return openAnswer{}, ErrNotFound
	}
	if err != nil {
		return openAnswer{}, err
	}
	if err := v.Read("answer " + d.ID); err != nil {
		return openAnswer{}, err
	}
	a := openAnswer{Disclosure: d}
	if a.Draft, err = disclosure.Read(d.Body); err != nil {
		return a, err
	}
	a.Parts, err = p.recordParts(v)
	return a, err
}

// answerPage is an answer in the making: who asks, how long there is, its parts, and what is still to do.
type answerPage struct {
	Answer   openAnswer
	Due      string
	Left     string
	Who      whoCard
	Clock    clockCard
	Table    look.Table
	Hide     look.Textarea
	Confirm  *look.StepBack
	Waits    []string // why it cannot be confirmed now
	Done     string   // who confirmed it and when
	Download string
	Sent     string // to whom it was given, when and how
	Give     *sentForm
	May      bool // the person prepares answers
}

func (p *Portal) answerParts(v *Visit) error {
	a, err := p.answerOf(v)
	if err != nil {
		return err
	}
	return p.showAnswer(v, a)
}

func (p *Portal) showAnswer(v *Visit, a openAnswer) error {
	left := a.Draft.Left(a.Parts)
	page := answerPage{Answer: a, Left: p.count("answer-left", left), May: v.Who.Actor.Has(recordsManager()) && a.Bundle == ""}
	page.Due = p.say("answer-due", "asked", a.AskedOn.Long(), "due", p.dueOf(a.Disclosure, a.Draft))
	if stands(a.Draft) {
		page.Due = p.say("answer-due-open", "asked", a.AskedOn.Long(), "due", p.dueOf(a.Disclosure, a.Draft))
	}
	page.Who, page.Clock = p.whoCard(v, a), p.clockCard(v, a)
	hide := map[string][]string{"hide": {strings.Join(a.Draft.Hide, "\n")}}
	page.Hide = look.NewForm(hide, nil).Textarea("hide", p.say("answer-hide")).Hinted(p.say("answer-hide-hint"))
	var rows []look.Row
	for _, part := range a.Parts {
		tag := p.choiceTag(a.Draft, part)
		rows = append(rows, look.Row{Cells: []look.Cell{{Link: &look.Link{Text: part.Title, Href: answerPath(a.Disclosure) + "/parts/" + part.ID}}, {Tag: &tag}}})
	}
	page.Table = look.NewTable(p.say("answer-parts"), []look.Column{{Title: p.say("answer-part"), Wide: true}, {Title: p.say("answers-state")}}, rows)
	page.Table.HideTitle = true
	page.Waits = p.answerWaits(v, a)
	switch {
	case a.Bundle != "":
		page.Done = p.say("answer-done", "name", p.nameOf(v, a.ConfirmedBy), "day", dayOfTime(a.ConfirmedAt).Long())
		page.Download = answerPath(a.Disclosure) + "/bundle"
		page.Sent, page.Give = p.sentOf(v, a)
	case len(page.Waits) == 0:
		page.Confirm = &look.StepBack{Title: p.say("answer-confirm-title"), Effects: []string{p.say("answer-confirm-read"), p.say("answer-confirm-fixed"), p.say("answer-confirm-noted")},
			Confirm: look.Button{Text: p.say("answer-confirm")}, Cancel: look.Link{Text: p.say("answer-not-yet"), Href: "/records/cases/" + string(v.Case.Ref)}}
	}
	v.Crumbs = []look.Link{{Text: p.say("nav-records"), Href: "/records"}, {Text: string(v.Case.Ref), Href: "/records/cases/" + string(v.Case.Ref)}}
	return v.Show(v.asGood(), "records-answer", page)
}

// answerWaits says everything that keeps the answer from being confirmed by whoever looks at it.
func (p *Portal) answerWaits(v *Visit, a openAnswer) []string {
	var waits []string
	if a.Bundle != "" {
		return nil
	}
	if a.Draft.Left(a.Parts) > 0 {
		waits = append(waits, p.say("answer-waits-left"))
	}
	if a.Draft.Who.Missing(p.ageOf(v, a)) {
		waits = append(waits, p.say("answer-waits-who"))
	}
	for _, part := range a.Draft.Opinions(a.Parts, v.Today) {
		waits = append(waits, p.say("answer-waits-opinion", "part", part.Title))
	}
	if a.decidedBy(v.Who.Actor.Person) {
		waits = append(waits, p.say("answer-waits-other"))
	}
	return waits
}

// decidedBy reports whether the person had a hand in the answer, so that another has to confirm it.
func (a openAnswer) decidedBy(who casework.PersonID) bool {
	return a.BegunBy == who || a.Draft.Who.By == string(who) || slices.Contains(a.Draft.Hands(), string(who))
}

func (p *Portal) choiceTag(d disclosure.Draft, part disclosure.Part) look.Tag {
	c := d.Parts[part.ID]
	_, taken := disclosure.Without(part.Text, d.Hidden(part.ID))
	switch {
	case part.Held && c.Ground == "":
		return look.Tag{Text: p.say("answer-held"), Tone: look.Late}
	case d.Changed(part):
		return look.Tag{Text: p.say("answer-changed"), Tone: look.Soon}
	case !d.Decided(part):
		return look.Tag{Text: p.say("answer-undecided"), Tone: look.Soon}
	case !c.Give:
		return look.Tag{Text: p.say("answer-withheld"), Tone: look.Late}
	case c.Copy != "":
		return look.Tag{Text: p.say("answer-copy"), Tone: look.Info}
	case taken > 0:
		return look.Tag{Text: p.count("answer-taken", taken), Tone: look.Info}
	}
	return look.Tag{Text: p.say("answer-given"), Tone: look.Done}
}

// hideEverywhere keeps the words that are taken out of every part.
func (p *Portal) hideEverywhere(v *Visit) error {
	err := p.changeAnswer(v, func(d *disclosure.Draft) {
		d.Hide, d.HideBy = linesTyped(v.Form.Get("hide")), addedOnce(d.HideBy, string(v.Who.Actor.Person))
	})
	if err != nil {
		return err
	}
	v.Tell(p.say("answer-hidden"))
	return v.Go("/records/cases/" + string(v.Case.Ref) + "/answers/" + v.Path("answer"))
}

// changeAnswer changes what is decided, while nothing has been confirmed.
func (p *Portal) changeAnswer(v *Visit, change func(*disclosure.Draft)) error {
	err := p.register.ChangeDisclosure(v.Context(), v.Case.Ref, v.Path("answer"), func(d *records.Disclosure) error {
		if d.Bundle != "" {
			return errGone
		}
		draft, err := disclosure.Read(d.Body)
		if err != nil {
			return err
		}
		change(&draft)
		d.Body, err = draft.Bytes()
		return err
	})
	if errors.Is(err, records.ErrNoDisclosure) {
		return ErrNotFound
	}
	return err
}

// addedOnce is a list with one more in it, unless it is there.
func addedOnce(list []string, one string) []string {
	if slices.Contains(list, one) {
		return list
	}
	return append(list, one)
}

// answerOwner is the owner of the files of an answer: copies in which words are blacked out, and the bundle.
func answerOwner(id string) string { return fmt.Sprintf("answer/%s", id) }
