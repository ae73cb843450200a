package portal

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"slices"
	"strconv"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// tokensPage lists tokens and makes new ones.
type tokensPage struct {
	School string
	Made   string // the new token, shown this once
	List   []tokenRow
	Name   look.Field
	For    look.Select
	Lasts  look.Choices
}

// tokenRow is a token as its makers see it.
type tokenRow struct {
	ID, Name, State, Note string
	Good                  bool
}

// tokens shows a lead the tokens of their school, and the service manager all.
func (p *Portal) tokens(v *Visit) error { return p.showTokens(v, "") }

func (p *Portal) showTokens(v *Visit, made string) error {
	list, err := p.register.Tokens(v.Context(), tokensOf(v))
	if err != nil {
		return err
	}
	page := tokensPage{School: schoolName(v), Made: made}
	for _, t := range list {
		page.List = append(page.List, p.tokenRow(v, t))
	}
	f := look.NewForm(shown(v.Form), faults(v.Form))
	page.Name = f.Text("name", p.say("token-name")).Hinted(p.say("token-name-hint")).Sized("medium")
	var people []look.Option
	for _, who := range v.Council.People {
		if actor, err := v.Council.Actor(who.ID, v.Today, "portal"); err == nil && mayActBy(v, actor) {
			school, _ := v.Council.School(actor.Setting)
			people = append(people, look.Option{Value: string(who.ID), Label: who.Name + ", " + school.Name})
		}
	}
	page.For = f.Select("for", p.say("token-for"), p.say("choose"), people...).Hinted(p.say("token-for-hint"))
	var lasts []look.Option
	for i, key := range []string{"token-lasts-90", "token-lasts-180", "token-lasts-365"} {
		lasts = append(lasts, look.Option{Value: tokenDays()[i], Label: p.say(key)})
	}
	page.Lasts = f.Radios("lasts", p.say("token-lasts"), lasts...)
	return v.Show(v.asGood(), "school-tokens", page)
}

// tokenDays are how many days a token may be good: a year at most.
func tokenDays() []string { return []string{"90", "180", "365"} }

// tokensOf is the setting whose tokens the person answers for; empty for the service manager, who answers for all.
func tokensOf(v *Visit) casework.SettingID {
	if v.Who.Actor.Has(casework.ServiceManager) {
		return ""
	}
	return v.Who.Actor.Setting
}

// mayActBy reports whether a token that the person makes may act in somebody's name: staff of the settings they answer for.
func mayActBy(v *Visit, who casework.Actor) bool {
	return who.Setting != "" && who.Has(casework.SchoolStaff) &&
		(v.Who.Actor.Has(casework.ServiceManager) || who.Setting == v.Who.Actor.Setting)
}

func (p *Portal) tokenRow(v *Visit, t records.ServiceToken) tokenRow {
	row := tokenRow{ID: t.ID, Name: t.Name, Good: t.GoodAt(p.clock()), State: p.say("token-good", "day", statute.DayOf(t.Expires).Long())}
	school, _ := v.Council.School(t.Setting)
	row.Note = p.say("token-unused", "school", school.Name, "name", v.called(t.For), "by", v.called(t.By))
	if t.Uses > 0 {
		row.Note = p.say("token-used", "school", school.Name, "name", v.called(t.For), "by", v.called(t.By), "uses", p.count("uses", t.Uses), "last", statute.DayOf(t.Used).Long())
	}
	switch {
	case !t.Ended.IsZero():
		row.State = p.say("token-ended-on", "day", statute.DayOf(t.Ended).Long())
	case !row.Good:
		row.State = p.say("token-over", "day", statute.DayOf(t.Expires).Long())
	}
	return row
}

// makeToken makes a token and shows it, this once.
func (p *Portal) makeToken(v *Visit) error {
	name := v.Form.Required("name", p.say("token-name-missing"))
	lasts := v.Form.Get("lasts")
	if !slices.Contains(tokenDays(), lasts) {
		v.Form.Wrong("lasts", p.say("token-lasts-missing"))
	}
	actor, err := v.Council.Actor(casework.PersonID(v.Form.Get("for")), v.Today, "portal")
	if err != nil || !mayActBy(v, actor) {
		v.Form.Wrong("for", p.say("token-for-missing"))
	}
	if !v.Form.OK() {
		return p.showTokens(v, "")
	}
	days, err := strconv.Atoi(lasts)
	if err != nil {
		return err
	}
	secret := make([]byte, tokenBytes)
	_, _ = rand.Read(secret) // never fails: crypto/rand
	token := tokenBegins + base64.RawURLEncoding.EncodeToString(secret)
	err = p.register.KeepToken(v.Context(), records.ServiceToken{Hash: identity.Hash(token), ID: identity.Hash(v.Form.Key())[:12], Setting: actor.Setting,
		Name: name, For: actor.Person, By: v.Who.Actor.Person, Expires: p.clock().Add(time.Duration(days) * 24 * time.Hour)})
	if errors.Is(err, records.ErrTokenMade) {
		v.Tell(p.say("token-made-before"))
		return v.Go("/school/tokens")
	}
	if err != nil {
		return err
	}
	return p.showTokens(v, token)
}

// endToken ends a token at once.
func (p *Portal) endToken(v *Visit) error {
	err := p.register.EndToken(v.Context(), tokensOf(v), v.Path("token"), v.Who.Actor.Person)
	if errors.Is(err, records.ErrNoToken) {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	v.Tell(p.say("token-was-ended"))
	return v.Go("/school/tokens")
}
