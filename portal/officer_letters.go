package portal

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/letters"
	"sendpanel/portal/look"
	"sendpanel/portal/paper"
	"sendpanel/records"
	"sendpanel/statute"
)

// caseLettersPage lists every version of every letter.
type caseLettersPage struct {
	Head  caseHead
	Table look.Table
	Owed  []string
	Post  *look.Button
}

func (p *Portal) officerLetters(v *Visit) error {
	if err := v.Read("letters"); err != nil {
		return err
	}
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page := caseLettersPage{Head: p.head(v, "letters")}
	var rows []look.Row
	for _, l := range slices.Backward(v.Case.Letters) {
		state := p.letterState(l)
		rows = append(rows, look.Row{Cells: []look.Cell{
			{Link: &look.Link{Text: p.letterName(l.Key.Kind), Href: v.letterAt(l.Key)}, Note: p.versionWords(l.Key.Version)},
			{Text: p.recipientOf(v, l), Note: p.channelWords(l.By)}, {Text: dayOrDash(l.Dated)}, {Tag: &state, Note: whyVoided(events, l.Key)},
		}})
		if l.SHA256 == "" {
			rows[len(rows)-1].Cells[0] = look.Cell{Text: p.letterName(l.Key.Kind), Note: p.versionWords(l.Key.Version)}
		}
	}
	page.Table = look.NewTable(p.say("letters"), []look.Column{{Title: p.say("letter")}, {Title: p.say("letter-to")}, {Title: p.say("letter-dated")}, {Title: p.say("letter-state")}}, rows)
	page.Table.HideTitle = true
	page.Table.Empty = look.Empty{Title: p.say("letters-none"), Text: p.say("letters-none-yet-text")}
	for _, owing := range v.Case.Owed() {
		for _, key := range owing.Letters {
			page.Owed = append(page.Owed, p.say("letter-owed", "letter", p.letterName(key.Kind), "to", p.recipient(v, key.To)))
		}
	}
	if len(v.Case.ToPost()) > 0 && p.mayDo(v, casework.ActPost) {
		page.Post = &look.Button{Text: p.say("post-room"), Href: "/letters"}
	}
	return v.Page("officer-letters", page)
}

func (p *Portal) versionWords(n int) string {
	if n == 1 {
		return ""
	}
	return p.say("letter-version", "n", n)
}

func dayOrDash(d statute.Day) string {
	if d.IsZero() {
		return "–"
	}
	return d.Long()
}

// whyVoided says why a letter will not go.
func whyVoided(events []casework.Event, key casework.LetterKey) string {
	for _, e := range events {
		if b, ok := e.Body.(casework.Voided); ok && b.Letter == key {
			return b.Why
		}
	}
	return ""
}

// channelWords says how a letter goes.
func (p *Portal) channelWords(c statute.Channel) string {
	if c == "" {
		return ""
	}
	return p.say("letter-by-" + string(c))
}

// carrierWords says what a carrier told last of a letter; empty where none has it.
func (p *Portal) carrierWords(v *Visit, key casework.LetterKey) (string, error) {
	h, err := p.register.LetterHandover(v.Context(), v.Case.Ref, key)
	if errors.Is(err, records.ErrNoHandover) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	switch {
	case h.Carrier == "":
		return p.say("carrier-unclear", "carrier", h.Way), nil
	case h.Told.IsZero():
		return p.say("carrier-has-it", "carrier", h.Way), nil
	}
	return p.say("carrier-told", "carrier", h.Way, "status", strings.ReplaceAll(h.Status, "-", " "), "day", statute.DayOf(h.Told).Long()), nil
}

// letterState is how far a letter has come, in words.
func (p *Portal) letterState(l casework.Letter) look.Tag {
	tones := map[casework.LetterState]string{casework.LetterIssued: look.Soon, casework.LetterPosted: look.Done, casework.LetterVoided: look.Quiet, casework.LetterStuck: look.Late,
		casework.LetterReplaced: look.Quiet, casework.LetterWithdrawn: look.Quiet}
	if l.State == casework.LetterPosted && !l.Posted.IsZero() {
		return look.Tag{Text: p.say("letter-posted-day", "day", l.Posted.Short()), Tone: look.Done}
	}
	return look.Tag{Text: p.say("letter-" + string(l.State)), Tone: tones[l.State]}
}

func (p *Portal) letterName(k casework.LetterKind) string { return p.say("letter-kind-" + string(k)) }

// recipient names whoever a letter goes to.
func (p *Portal) recipient(v *Visit, id casework.AddresseeID) string {
	return p.recipientIn(v.Case, id)
}

// recipientOf names whoever a letter went to: a school that the child has left is not the one of now.
func (p *Portal) recipientOf(v *Visit, l casework.Letter) string {
	if l.Former {
		return p.say("party-former_school")
	}
	return p.recipient(v, l.Key.To)
}

// recipientIn names whoever a letter goes to, as the case has them.
func (p *Portal) recipientIn(c casework.Case, id casework.AddresseeID) string {
	switch a, known := c.Addressee(id); {
	case id == casework.HealthBody:
		return p.say("party-health")
	case id == casework.SocialCareBody:
		return p.say("party-social_care")
	case known:
		return a.Name
	}
	return p.say("somebody-before")
}

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
