package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// postMost is how many cases with letters to post the page shows at once.
const postMost = 60

// postPage is the letters that were printed and wait to be posted.
type postPage struct {
	Sentence string
	Letters  []look.Option
	On       look.DateInput
	Error    string
	More     bool
}

// officeWaits is work that is no case's page: letters to post, and what could not be opened.
func (p *Portal) officeWaits(v *Visit) ([]look.Link, error) {
	list := []look.Link{{Text: p.say("paper-link"), Href: "/requests/paper"}}
	unopened, err := p.register.Unopened(v.Context())
	if err != nil {
		return nil, err
	}
	if len(unopened) > 0 {
		list = append(list, look.Link{Text: p.count("unopened", len(unopened)), Href: "/unopened"})
	}
	if v.Who.Actor.Has(casework.Clerk) || v.Who.Actor.Has(casework.CaseworkOfficer) {
		list = append(list, look.Link{Text: p.say("post-room"), Href: "/letters"})
	}
	return list, nil
}

// postRoom lists the letters to be posted, those of the case that must be sent first at the top.
func (p *Portal) postRoom(v *Visit) error {
	v.Form.SetDay("on", v.Today)
	page, err := p.postPage(v)
	if err != nil {
		return err
	}
	return v.Page("officer-post", page)
}

func (p *Portal) postPage(v *Visit) (postPage, error) {
	v.Crumbs = []look.Link{{Text: p.say("requests"), Href: "/cases"}}
	refs, err := p.register.WithLettersToPost(v.Context())
	if err != nil {
		return postPage{}, err
	}
	f := look.NewForm(shown(v.Form), faults(v.Form))
	page := postPage{On: f.Date("on", p.say("post-on")).Hinted(p.say("post-on-hint")), Error: strings.Join(v.Form.Of("letter"), " ")}
	if len(refs) > postMost {
		refs, page.More = refs[:postMost], true
	}
	for _, ref := range refs {
		c, err := p.desk.Case(v.Context(), ref)
		if err != nil {
			return page, err
		}
		of := *v
		of.Case = c
		for _, key := range c.ToPost() {
			option := look.Option{Value: string(ref) + "|" + key.String(), Label: p.say("post-letter", "ref", ref, "letter", p.letterName(key.Kind), "to", p.recipient(&of, key.To))}
			for _, l := range c.Letters {
				if l.Key == key {
					option.Hint = p.say("post-dated", "day", l.Dated.Long(), "channel", p.channelWords(l.By))
				}
			}
			page.Letters = append(page.Letters, option)
		}
	}
	page.Letters = f.Checkboxes("letter", "", page.Letters...).Options
	page.Sentence = p.count("to-post", len(page.Letters))
	return page, nil
}

// postLetters confirms that the chosen letters were posted on the day.
func (p *Portal) postLetters(v *Visit) error {
	on := v.day("on")
	chosen := v.Form.All("letter")
	if len(chosen) == 0 {
		v.Form.Wrong("letter", p.say("post-none-chosen"))
	}
	posted, again := 0, 0
	if v.Form.OK() {
		for _, value := range chosen {
			redated, err := p.postOne(v, value, casework.ConfirmPosted{On: on})
			switch {
			case err == nil && redated:
				again++
			case err == nil:
				posted++
			case !v.Form.Refused(err, form.Place{Path: "letter", Field: "letter"}, form.Place{Path: "on", Field: "on"}):
				return err
			}
		}
	}
	if !v.Form.OK() {
		page, err := p.postPage(v)
		if err != nil {
			return err
		}
		return v.Again("officer-post", page)
	}
	told := p.count("posted", posted)
	if again > 0 {
		told += " " + p.count("redated", again)
	}
	v.Tell(told)
	return v.Go("/letters")
}

// postOne confirms one letter, and reports whether it bears another day and is printed again instead.
func (p *Portal) postOne(v *Visit, value string, act casework.ConfirmPosted) (redated bool, err error) {
	ref, key, _ := strings.Cut(value, "|")
	if err := act.Letter.UnmarshalText([]byte(key)); err != nil {
		return false, ErrNotFound
	}
	parsed, err := casework.ParseRef(ref)
	if err != nil {
		return false, ErrNotFound
	}
	c, err := p.desk.Case(v.Context(), parsed)
	if err != nil {
		return false, err
	}
	for _, l := range c.Letters {
		redated = redated || l.Key == act.Letter && l.Dated != act.On
	}
	_, err = p.desk.Do(v.Context(), parsed, v.Who.Actor.Person, p.desk.Today(c), v.Form.Key()+"/"+key, act)
	return redated, err
}
