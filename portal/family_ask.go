package portal

import (
	"encoding/json"
	"errors"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"sendpanel/portal/identity"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// A parent, a carer or a young person can ask for an assessment here without an account, one question a page. What is
// typed is kept on the server page by page. It proves nothing about who they are and opens the case all the same: the
// law’s clock starts on the day of receipt, however little is said.

// What a session holds of a request that somebody is writing.
const (
	sessionAsking  = "asking"   // the answers so far
	sessionAskCode = "ask-code" // the code under which they are kept for later, once it was asked for
	sessionAsked   = "asked"    // the receipt of a request that this browser has sent

	sessionAskedOther = "asked-other" // and whether it was sent by somebody who is not of the family
)

// How long answers are kept for later, and how much of them.
const (
	askKept  = 28 * 24 * time.Hour
	askLimit = 128 << 10
)

// asking is what somebody has answered so far, by field.
type asking map[string]string

// asking reads the answers of this browser.
func (v *Visit) asking() asking {
	a := asking{}
	if err := json.Unmarshal([]byte(v.p.sessions.GetString(v.Context(), sessionAsking)), &a); err != nil {
		return asking{}
	}
	return a
}

// keepAsking keeps the answers in the session, and where a code was asked for, for later too.
func (v *Visit) keepAsking(a asking) error {
	data, err := json.Marshal(a)
	if err != nil {
		return err
	}
	v.p.sessions.Put(v.Context(), sessionAsking, string(data))
	code := v.p.sessions.GetString(v.Context(), sessionAskCode)
	if code == "" {
		return nil
	}
	return v.p.register.KeepAsk(v.Context(), askHash(code), data, v.p.clock().Add(askKept))
}

// forgetAsking takes the answers away, here and where they are kept for later.
func (v *Visit) forgetAsking() error {
	ctx, s := v.Context(), v.p.sessions
	s.Remove(ctx, sessionAsking)
	if code := s.PopString(ctx, sessionAskCode); code != "" {
		return v.p.register.DropAsk(ctx, askHash(code))
	}
	return nil
}

// askHash is the hash of a code as somebody typed it: capitals, spaces and hyphens do not count.
func askHash(code string) string {
	return identity.Hash("ask/" + strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= '2' && r <= '7' {
			return r
		}
		return -1
	}, strings.ToUpper(code)))
}

// any reports whether something was answered.
func (a asking) any() bool {
	for _, text := range a {
		if strings.TrimSpace(text) != "" {
			return true
		}
	}
	return false
}

// publicAsk is the first page: what asking means, and the way in.
func (p *Portal) publicAsk(v *Visit) error {
	v.Narrow = true
	a := v.asking()
	start := struct {
		First string
		Begun bool
	}{First: askPath(v.askPages(a)[0].ID), Begun: a.any()}
	return v.Page("family-ask", start)
}

func askPath(page string) string { return "/ask/" + page }

// askShown is one question.
type askShown struct {
	Title    string
	Heading  string // where no field of the page is the heading itself
	Lead     string
	Path     string
	Where    string // “Question 3 of 9”
	Controls []askControl
	Checking bool // the answer is changed from the page that shows all
	Check    look.Button
	Later    look.Button
}

// askPage finds the page in the address among those that are asked after what was answered.
func (p *Portal) askPage(v *Visit) (at int, pages []askPage, found bool) {
	pages = v.askPages(v.asking())
	at = slices.IndexFunc(pages, func(page askPage) bool { return page.ID == v.Path("page") })
	return at, pages, at >= 0
}

func (p *Portal) publicQuestion(v *Visit) error {
	at, pages, found := p.askPage(v)
	if !found {
		return ErrNotFound
	}
	if v.restoreTyped() {
		return p.showQuestion(v, at, pages, v.Form.Get("checking") == "yes")
	}
	a := v.asking()
	for _, field := range pages[at].fields() {
		v.Form.Set(field, a[field])
	}
	v.beginAnswer(pages[at])
	return p.showQuestion(v, at, pages, v.R.URL.Query().Has("check"))
}

func (p *Portal) showQuestion(v *Visit, at int, pages []askPage, checking bool) error {
	page := pages[at]
	shown := askShown{Title: page.Title, Path: askPath(page.ID), Lead: page.Lead, Where: v.say("ask-where", "n", at+1, "all", len(pages)), Checking: checking,
		Check: look.Button{Text: v.say("ask-now"), Kind: "link", Name: "then", Value: "check", Many: true},
		Later: look.Button{Text: v.say("ask-later"), Kind: "link", Name: "then", Value: "later", Many: true}}
	if page.Ask[0].Label != page.Title {
		shown.Heading = page.Title
	}
	for _, ask := range page.Ask {
		shown.Controls = append(shown.Controls, v.control(ask, v.fields(), ask.Label == page.Title))
	}
	v.Narrow, v.Typed, v.Back = true, true, &look.Link{Href: "/ask"}
	switch {
	case checking:
		v.Back.Href = askPath("check")
	case at > 0:
		v.Back.Href = askPath(pages[at-1].ID)
	}
	return v.Show(v.asGood(), "family-ask-page", shown)
}

// publicAnswer keeps what was typed, whatever it is, and goes on; a day that is none is asked about once more.
func (p *Portal) publicAnswer(v *Visit) error {
	at, pages, found := p.askPage(v)
	if !found {
		return ErrNotFound
	}
	if !p.tries.mayWrite(v.address()) {
		return errTooMany
	}
	a := v.asking()
	for _, field := range pages[at].fields() {
		a[field] = v.Form.Get(field)
	}
	if err := v.keepAsking(a); err != nil {
		return err
	}
	checking := v.Form.Get("checking") == "yes"
	if !pages[at].good(v) {
		return p.showQuestion(v, at, pages, checking)
	}
	switch v.Form.Get("then") {
	case "later":
		return p.publicLater(v)
	case "check":
		return v.Go(askPath("check"))
	}
	pages = v.askPages(a) // who asks decides what else is asked
	at = slices.IndexFunc(pages, func(page askPage) bool { return page.ID == v.Path("page") })
	if checking || at+1 >= len(pages) {
		return v.Go(askPath("check"))
	}
	return v.Go(askPath(pages[at+1].ID))
}

// publicLater keeps the answers under a code that opens them again, here or on another telephone.
func (p *Portal) publicLater(v *Visit) error {
	if p.sessions.GetString(v.Context(), sessionAskCode) == "" {
		p.sessions.Put(v.Context(), sessionAskCode, identity.NewReturnCode())
	}
	if err := v.keepAsking(v.asking()); err != nil {
		return err
	}
	return v.Go("/ask/kept")
}

// publicKept shows the code.
func (p *Portal) publicKept(v *Visit) error {
	code := p.sessions.GetString(v.Context(), sessionAskCode)
	if code == "" {
		return v.Go("/ask")
	}
	v.Narrow = true
	return v.Page("family-ask-kept", struct{ Code, Until string }{code, v.long(v.Today.AddDays(int(askKept.Hours() / 24)))})
}

func (p *Portal) publicReturnForm(v *Visit) error {
	v.Narrow, v.Back = true, &look.Link{Href: "/ask"}
	return v.Show(v.asGood(), "family-ask-return", nil)
}

// publicReturn opens what was kept. What this browser holds is put away for it; a field that it alone has stays.
func (p *Portal) publicReturn(v *Visit) error {
	if err := p.tries.allow(v.address(), "ask-code"); err != nil {
		return err
	}
	code := v.Form.Line("code")
	data, err := p.register.Ask(v.Context(), askHash(code))
	kept := asking{}
	if errors.Is(err, records.ErrNoAsk) {
		v.Form.Wrong("code", v.say("ask-code-wrong"))
		return p.publicReturnForm(v)
	}
	if err = errors.Join(err, json.Unmarshal(data, &kept)); err != nil {
		return err
	}
	all := v.asking()
	maps.Copy(all, kept)
	p.sessions.Put(v.Context(), sessionAskCode, code)
	if err := v.keepAsking(all); err != nil {
		return err
	}
	return v.Go(askPath("check"))
}

// publicDrop takes away what was written, at the word of whoever wrote it.
func (p *Portal) publicDrop(v *Visit) error {
	if err := v.forgetAsking(); err != nil {
		return err
	}
	v.Tell(v.say("ask-dropped"))
	return v.Go("/ask")
}

// values are the answers as a form holds them.
func (a asking) values() url.Values {
	values := url.Values{}
	for field, text := range a {
		values.Set(field, text)
	}
	return values
}
