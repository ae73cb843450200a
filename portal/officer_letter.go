package portal

import (
	"context"
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

// letterAt is the address of a letter: its key holds no name.
func (v *Visit) letterAt(key casework.LetterKey) string { return v.at("letters", key.String()) }

// keyInPath is the letter that the address names.
func (v *Visit) keyInPath() (casework.LetterKey, error) {
	var key casework.LetterKey
	text := fmt.Sprintf("%s/%s/%s/%s", v.Path("kind"), v.Path("to"), v.Path("for"), v.Path("version"))
	if err := key.UnmarshalText([]byte(text)); err != nil {
		return key, ErrNotFound
	}
	return key, nil
}

// caseLetterPage is one letter as it was issued.
type caseLetterPage struct {
	Head  caseHead
	Title string
	Facts look.SummaryList
	Body  template.HTML
	PDF   string
	Gone  bool
}

// officerLetter shows a letter as a web page.
func (p *Portal) officerLetter(v *Visit) error {
	key, err := v.keyInPath()
	if err != nil {
		return err
	}
	if err := v.Read(letterRead + key.String()); err != nil {
		return err
	}
	stored, _, err := p.register.Letter(v.Context(), v.Case.Ref, key)
	if errors.Is(err, records.ErrNoLetter) {
		return ErrNotFound
	}
	var gone records.DisposedError
	if err != nil && !errors.As(err, &gone) {
		return err
	}
	page := caseLetterPage{Head: p.head(v, "letters"), Title: p.letterName(key.Kind), PDF: v.letterAt(key) + "/pdf", Gone: err != nil}
	p.crumbsTo(v, "letters", "tab-letters")
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page.Facts = p.letterFacts(v, key, events)
	carrier, err := p.carrierWords(v, key)
	if err != nil {
		return err
	}
	if carrier != "" {
		page.Facts.Rows = append(page.Facts.Rows, look.SummaryRow{Key: p.say("letter-carrier"), Value: carrier})
	}
	if !page.Gone {
		composed, again := p.composed(v, key, events, stored.Dated)
		if page.Body, err = paper.Issued(stored.Text, composed, again); err != nil {
			return err
		}
	}
	return v.Page("officer-letter", page)
}

// letterFacts says to whom a letter went, when and how.
func (p *Portal) letterFacts(v *Visit, key casework.LetterKey, events []casework.Event) look.SummaryList {
	var list look.SummaryList
	i := slices.IndexFunc(v.Case.Letters, func(l casework.Letter) bool { return l.Key == key })
	if i < 0 {
		return list
	}
	l := v.Case.Letters[i]
	tag := p.letterState(l)
	list.Rows = []look.SummaryRow{
		{Key: p.say("letter-to"), Value: p.recipientOf(v, l)}, {Key: p.say("letter-dated"), Value: dayOrDash(l.Dated)},
		{Key: p.say("letter-channel"), Value: p.channelWords(l.By)}, {Key: p.say("letter-state"), Tag: &tag, Value: whyVoided(events, key)},
	}
	if !l.Posted.IsZero() {
		list.Rows = append(list.Rows, look.SummaryRow{Key: p.say("letter-posted"), Value: l.Posted.Long()})
	}
	return list
}

// composed is the letter made again from the case as its events stood when it was owed.
func (p *Portal) composed(v *Visit, key casework.LetterKey, events []casework.Event, on statute.Day) (letters.Letter, error) {
	if key.For < 1 || key.For > len(events) {
		return letters.Letter{}, ErrNotFound
	}
	c, err := casework.Fold(events)
	if err != nil {
		return letters.Letter{}, err
	}
	facts := letters.Facts{Case: c, Council: v.Council, On: on, Owing: events[key.For-1]}
	if decided, ok := events[key.For-1].Body.(casework.Decided); ok {
		facts.Decision = &decided
	}
	return letters.Compose(key, facts)
}

// officerLetterPDF sends a letter's PDF as it was issued.
func (p *Portal) officerLetterPDF(v *Visit) error {
	key, err := v.keyInPath()
	if err != nil {
		return err
	}
	if err := v.Read(letterRead + key.String()); err != nil {
		return err
	}
	_, pdf, err := p.letterPDF(v.Context(), v.Case.Ref, key)
	if err != nil {
		return err
	}
	return v.inline(records.Upload{Name: fmt.Sprintf("%s-%s.pdf", v.Case.Ref, key.Kind), Type: "application/pdf"}, pdf)
}

func (p *Portal) letterPDF(ctx context.Context, ref casework.Ref, key casework.LetterKey) (records.StoredLetter, []byte, error) {
	stored, pdf, err := p.register.Letter(ctx, ref, key)
	var gone records.DisposedError
	switch {
	case errors.Is(err, records.ErrNoLetter):
		return stored, nil, ErrNotFound
	case errors.As(err, &gone):
		return stored, nil, errGone
	}
	return stored, pdf, err
}
