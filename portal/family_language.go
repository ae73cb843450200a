package portal

import (
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/portal/words"
)

// What families read is in their own language where the council has it. They choose it on every page; where they have not,
// it begins with the language that the case has for them. Nothing is guessed from the browser.

const (
	languageCookie  = "language"        // what somebody chose here, until the browser is closed
	sessionLanguage = "language"        // what the case of whoever signed in has
	languageAsked   = "lang"            // the part of an address that chooses
	languageChosen  = "language-chosen" // the button that chooses, on a page where something may have been typed
	englishTag      = "en"
)

// good reports whether a part may be shown: somebody has signed it as it stands, or the council is invented.
func (v *Visit) good(part words.Part) bool {
	return v.Council.Invented || v.Council.Signed(part.Read, v.p.today())
}

// offered are the languages in which families’ pages can be had: those whose frame and pages of a request are good.
func (v *Visit) offered() []words.Translation {
	return slices.DeleteFunc(slices.Clone(v.p.tongues), func(t words.Translation) bool {
		needed := 0
		for _, part := range t.Parts {
			if (part.Name == words.Frame || part.Name == words.Family) && v.good(part) {
				needed++
			}
		}
		return needed < 2
	})
}

// tongue finds an offered language by its tag or by either of its names, as a family may have written it.
func (v *Visit) tongue(written string) (words.Translation, bool) {
	if l, known := v.Council.Language(written); known {
		written = l.Code
	}
	written = strings.TrimSpace(written)
	for _, t := range v.offered() {
		if strings.EqualFold(written, t.Tag) || strings.EqualFold(written, t.Name) || strings.EqualFold(written, t.OwnName) {
			return t, true
		}
	}
	return words.Translation{}, false
}

// findVoice finds the language of the page. Staff and schools read English.
func (v *Visit) findVoice() {
	if v.Who.Actor.Person != "" {
		return
	}
	if t, found := v.tongue(v.language()); found {
		v.voice = t.Voice(v.p.words, v.good)
	}
}

// language is the tag that was chosen here, or before, or that the case has.
func (v *Visit) language() string {
	if asked := v.R.URL.Query().Get(languageAsked); asked != "" {
		if _, found := v.tongue(asked); found || asked == englishTag {
			http.SetCookie(v.W, &http.Cookie{Name: languageCookie, Value: asked, Path: "/", HttpOnly: true, Secure: v.p.secure, SameSite: http.SameSiteLaxMode})
			return asked
		}
	}
	if kept, err := v.R.Cookie(languageCookie); err == nil {
		return kept.Value
	}
	return v.p.sessions.GetString(v.Context(), sessionLanguage)
}

// changeLanguage opens the page in the language that was chosen on it, with what was typed there and not sent.
func (v *Visit) changeLanguage() error {
	chosen := v.Form.Get(languageChosen)
	v.Form.Values.Del(languageChosen)
	_, kept, err := v.keepPage()
	if err != nil {
		return err
	}
	if !kept {
		return errTooLarge // the answer shows it back
	}
	return v.Go(v.R.URL.Path + "?" + url.Values{languageAsked: {chosen}}.Encode())
}

// beginInOwnLanguage makes the pages begin in the language that the case has for whoever is signing in.
func (v *Visit) beginInOwnLanguage(ref casework.Ref, id casework.AddresseeID) error {
	c, err := v.p.desk.Case(v.Context(), ref)
	if err != nil {
		return err
	}
	me, _ := c.Addressee(id)
	v.keepLanguage(me.Language)
	return nil
}

// keepLanguage keeps the language that the case has, as far as there are pages in it.
func (v *Visit) keepLanguage(written string) {
	t, _ := v.tongue(written)
	v.p.sessions.Put(v.Context(), sessionLanguage, t.Tag)
}

// Translated reports whether the page is in another language than English.
func (v *Visit) Translated() bool { return !v.voice.English() }

// say is the text of a key in the language of the page.
func (v *Visit) say(key string, pairs ...any) string {
	text, err := v.voice.Say(key, pairs...)
	if err != nil {
		v.p.log.Error("words", "error", err)
		return key
	}
	return text
}

// translated reports whether a page is one that families read.
func translated(page string) bool {
	return strings.HasPrefix(page, "family-") ||
		slices.Contains([]string{"welcome", "public-how", "public-timetable", "privacy", "cookies", "accessibility", "error", "signed-out"}, page)
}

// partOf is the part of the words that a page is made of.
func partOf(page string) string {
	switch {
	case strings.HasPrefix(page, "family-ask"):
		return words.Ask
	case strings.HasPrefix(page, "family-"), page == "error", page == "signed-out":
		return words.Family
	case slices.Contains([]string{"privacy", "cookies", "accessibility"}, page):
		return words.About
	}
	return words.Public
}

// template is the page in the language of the visit, or in English where it is not one that families read.
func (v *Visit) template(name string) (*template.Template, error) {
	d, err := v.p.dressed(v.Council.Colour)
	if err != nil {
		return nil, err
	}
	if v.switched = translated(name); !v.switched || !v.voice.Speaks(partOf(name)) {
		v.voice = words.Plain(v.p.words) // a page of which nothing is translated is English as a whole
	}
	pages := d.pages
	if !v.voice.English() {
		if pages, err = v.p.dressedIn(d, v.voice); err != nil {
			return nil, err
		}
	}
	t, known := pages[name]
	if !known {
		return nil, fmt.Errorf("show a page: there is no %s.html", name)
	}
	return t, nil
}

// dressedIn reads what families read in a language, once for each set of its parts.
func (p *Portal) dressedIn(d *dress, voice words.Voice) (map[string]*template.Template, error) {
	p.wardrobe.mu.Lock()
	defer p.wardrobe.mu.Unlock()
	if pages, read := d.tongues[voice.Of]; read {
		return pages, nil
	}
	pages, err := readPages(d.look, voice, translated)
	if err == nil {
		d.tongues[voice.Of] = pages
	}
	return pages, err
}

// here is the address of this page with something chosen.
func (v *Visit) here(name, value string) string {
	q := v.R.URL.Query()
	for _, old := range []string{languageAsked, "size"} {
		q.Del(old)
	}
	q.Set(name, value)
	return v.R.URL.Path + "?" + q.Encode()
}

// spoken tells the layout the language of the page, and offers the others.
func (v *Visit) spoken(f *look.Page) {
	f.Lang, f.Dir = v.voice.Tag, v.voice.Dir
	all := v.offered()
	if len(all) == 0 || !v.switched {
		return
	}
	f.Typed = v.Typed
	f.Choices = []look.Language{{Tag: englishTag, Name: v.p.say("language-english"), Href: v.here(languageAsked, englishTag), Current: v.voice.English()}}
	for _, t := range all {
		f.Choices = append(f.Choices, look.Language{Tag: t.Tag, Name: t.OwnName, Dir: t.Dir, Href: v.here(languageAsked, t.Tag), Current: v.voice.Tag == t.Tag})
	}
	if v.voice.English() {
		return
	}
	f.Tongue = &look.Tongue{Text: v.say("language-translated"), English: look.Link{Text: v.say("language-in-english"), Href: v.here(languageAsked, englishTag)}}
	if v.draft() {
		f.Tongue.Draft, f.Tongue.Text = v.voice.InEnglish(v.p.say("language-draft-tag")), v.say("language-draft")
	}
}

// draft reports whether what the page speaks holds words that nobody has signed.
func (v *Visit) draft() bool {
	t, _ := v.tongue(v.voice.Tag)
	return slices.ContainsFunc(t.Parts, func(part words.Part) bool {
		return v.voice.Speaks(part.Name) && !v.Council.Signed(part.Read, v.p.today())
	})
}
