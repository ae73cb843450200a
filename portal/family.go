package portal

import (
	"net/http"
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/portal/look"
)

// familyPage is what every page of a family knows. Me is the person addressed, and nobody else in the family is in it.
type familyPage struct {
	Path    string // of the case: "/family/SEN-2026-0412-E"
	Child   string // as a sentence goes on: “Jaspreet”, or “you” for the young person
	Me      casework.Addressee
	Self    bool // the person is the young person
	Before  bool // nothing has been decided yet: what is said now is looked at
	Closed  bool // nobody works on it any more: nothing can be told or asked for here
	Officer council.Person
	Phone   string // the officer’s own, or the duty line’s
	Duty    council.Contact
	Advice  council.Contact
	Data    any // of the one page
}

// family begins a page for the person addressed.
func (v *Visit) family(data any) familyPage {
	c := v.Case
	me, _ := c.Addressee(v.Who.Family.Addressee)
	page := familyPage{Path: familyPath(c.Ref), Child: c.Opened.Child.ShortName(), Me: me, Self: me.Standing == casework.YoungPerson, Data: data}
	if page.Self {
		page.Child = v.say("family-you")
	}
	page.Closed = c.Closed()
	page.Before = slices.Contains([]casework.Stage{casework.StageReceived, casework.StageConsidering, casework.StageRecommended}, c.Stage)
	page.Officer, _ = v.Council.Carrier(c.Officer, v.Today)
	page.Duty, _ = v.Council.Contact(council.DutyLine, v.Today)
	page.Advice, _ = v.Council.Contact(council.AdviceService, v.Today)
	for _, phone := range []string{page.Officer.Phone, page.Duty.Phone, v.Council.Phone} {
		if page.Phone == "" {
			page.Phone = phone
		}
	}
	return page
}

// showFamily shows a page of one column for the person addressed, and the same again where something is wrong with it.
func (v *Visit) showFamily(name string, data any) error {
	v.Narrow = name != "family-home"
	if name != "family-home" && v.Back == nil {
		v.Back = &look.Link{Text: v.say("family-back"), Href: familyPath(v.Case.Ref)}
	}
	if !v.Form.OK() {
		if v.route.Keeps {
			v.keepTyped("") // for whoever now chooses another language
		}
		return v.Again(name, v.family(data))
	}
	return v.Page(name, v.family(data))
}

// whileOpen shows a form of a family’s while somebody works on the request; afterwards it says whom to ring.
func whileOpen(form func(*Visit) error) func(*Visit) error {
	return func(v *Visit) error {
		if v.Case.Closed() {
			return v.showFamily("family-over", asksAgain(v.Case.Ending()))
		}
		return form(v)
	}
}

// fields makes the fields of the page with what was typed, as the page itself does.
func (v *Visit) fields() look.Form { return look.NewForm(shown(v.Form), faults(v.Form)) }

// Guarded reports whether the family’s households learn nothing of each other: somebody is reached with care, or parents
// are in dispute. A page then names no school, no place and nobody else.
func (v *Visit) Guarded() bool {
	return len(v.Case.Dispute) > 0 || slices.ContainsFunc(v.Case.Family, func(a casework.Addressee) bool {
		return a.WithCare()
	})
}

// alone reports whether nobody else in the family is written to in their own right, so that what “the family” said is
// this person’s.
func (v *Visit) alone() bool {
	n := 0
	for _, a := range v.Case.Family {
		if a.Standing != casework.Supporter {
			n++
		}
	}
	return n == 1
}

// familyNav are the places of a family, on every page.
func (v *Visit) familyNav() []look.NavItem {
	home := familyPath(v.Who.Family.Ref)
	var items []look.NavItem
	for _, at := range []struct{ path, key string }{
		{home, "family-nav-home"}, {home + "/letters", "family-nav-letters"}, {home + "/papers", "family-nav-papers"},
		{home + "/rights", "family-nav-rights"}, {home + "/reach", "family-nav-reach"},
	} {
		items = append(items, look.NavItem{Href: at.path, Text: v.say(at.key), Current: v.R.URL.Path == at.path})
	}
	if open, err := v.proved(); err == nil && len(open) > 1 {
		items = append(items, look.NavItem{Href: "/sign-in/family/which", Text: v.say("family-nav-another")})
	}
	return items
}

// sizeCookie remembers that somebody wants large text. It says nothing else.
const sizeCookie = "size"

// sized offers large text by a link, which needs no script, and remembers the choice for a year.
func (v *Visit) sized(f *look.Page) {
	size := ""
	if kept, err := v.R.Cookie(sizeCookie); err == nil {
		size = kept.Value
	}
	if asked := v.R.URL.Query().Get("size"); asked == "large" || asked == "usual" {
		size = asked
		http.SetCookie(v.W, &http.Cookie{Name: sizeCookie, Value: size, Path: "/", MaxAge: int((365 * 24 * time.Hour).Seconds()),
			HttpOnly: true, Secure: v.p.secure, SameSite: http.SameSiteLaxMode})
	}
	f.Large = size == "large"
	other, key := "large", "size-large"
	if f.Large {
		other, key = "usual", "size-usual"
	}
	if v.R.Method == http.MethodGet {
		f.Sizes = &look.Link{Text: v.say(key), Href: v.here("size", other)}
	}
}
