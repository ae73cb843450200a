package portal

import (
	"net/http"
	"slices"
	"strings"

	"sendpanel/portal/disclosure"
	"sendpanel/portal/look"
)

// partPage is one part of the record, as it is and as it would leave.
type partPage struct {
	Answer     openAnswer
	Part       disclosure.Part
	Tag        look.Tag
	Note       string // that it has changed since, or is perhaps another child's
	Shown      string // its text with what is taken out blacked
	File, Copy string // where the file is read, and the name of the copy that stands in for it
	Leaves     string // where it is read as it would leave
	AsWords    bool   // it leaves as its words alone
	May        bool
	Give       look.Choices
	Health     look.Choices
	Asked      look.Field
	Said       look.DateInput
	Ground     look.Select
	Hide       look.Textarea
	Blacked    look.FileUpload
	Looked     look.Choices
	Back, Next *look.Link
}

// partIn finds the part in the address.
func partIn(v *Visit, a openAnswer) (disclosure.Part, int, error) {
	i := slices.IndexFunc(a.Parts, func(part disclosure.Part) bool { return part.ID == v.Path("part") })
	if i < 0 {
		return disclosure.Part{}, 0, ErrNotFound
	}
	return a.Parts[i], i, nil
}

func (p *Portal) answerPart(v *Visit) error {
	a, err := p.answerOf(v)
	if err != nil {
		return err
	}
	return p.showPart(v, a)
}

func (p *Portal) showPart(v *Visit, a openAnswer) error {
	part, i, err := partIn(v, a)
	if err != nil {
		return err
	}
	choice := a.Draft.Parts[part.ID]
	page := partPage{Answer: a, Part: part, Tag: p.choiceTag(a.Draft, part), May: v.Who.Actor.Has(recordsManager()) && a.Bundle == ""}
	page.Shown, _ = disclosure.Without(part.Text, a.Draft.Hidden(part.ID))
	switch {
	case part.Held:
		page.Note = p.say("part-held")
	case a.Draft.Changed(part):
		page.Note = p.say("part-changed")
	}
	if part.File != "" {
		page.File = answerPath(a.Disclosure) + "/parts/" + part.ID + "/file"
		if page.AsWords = part.Text != "" && choice.Copy == ""; !page.AsWords {
			page.Leaves = answerPath(a.Disclosure) + "/parts/" + part.ID + "/leaves"
		}
	}
	if u, _, err := p.register.Upload(v.Context(), answerOwner(a.ID), choice.Copy); err == nil {
		page.Copy = u.Name
	}
	if i > 0 {
		page.Back = &look.Link{Text: p.say("part-before"), Href: answerPath(a.Disclosure) + "/parts/" + a.Parts[i-1].ID}
	}
	if i+1 < len(a.Parts) {
		page.Next = &look.Link{Text: p.say("part-next"), Href: answerPath(a.Disclosure) + "/parts/" + a.Parts[i+1].ID}
	}
	p.partFields(v, &page, choice)
	v.Crumbs = []look.Link{{Text: p.say("nav-records"), Href: "/records"}, {Text: string(v.Case.Ref), Href: "/records/cases/" + string(v.Case.Ref)}, {Text: p.say("answer"), Href: answerPath(a.Disclosure)}}
	return v.Show(v.asGood(), "records-part", page)
}

func (p *Portal) partFields(v *Visit, page *partPage, c disclosure.Choice) {
	values := map[string][]string{"ground": {string(c.Ground)}, "hide": {strings.Join(c.Hide, "\n")}, "health": {string(c.Health)}, "asked": {c.Asked}}
	if c.Give || c.Ground != "" {
		values["give"] = []string{"no"}
		if c.Give {
			values["give"] = []string{"yes"}
		}
	}
	if c.Looked {
		values["looked"] = []string{"yes"}
	}
	if !c.Said.IsZero() {
		y, m, d := c.Said.At(12, 0).Date()
		values["said-day"], values["said-month"], values["said-year"] = []string{digits(d)}, []string{digits(int(m))}, []string{digits(y)}
	}
	if v.R.Method == http.MethodPost {
		values = shown(v.Form)
	}
	f := look.NewForm(values, faults(v.Form))
	page.Give = f.Radios("give", p.say("part-give"), look.Option{Value: "yes", Label: p.say("part-give-yes")}, look.Option{Value: "no", Label: p.say("part-give-no")})
	page.Health = f.Radios("health", p.say("part-health"), look.Option{Value: string(disclosure.NoHealth), Label: p.say("part-health-none")},
		look.Option{Value: string(disclosure.KnownToAll), Label: p.say("part-health-known")}, look.Option{Value: string(disclosure.AskedFirst), Label: p.say("part-health-opinion")})
	page.Asked = f.Text("asked", p.say("part-asked")).Hinted(p.say("part-asked-hint"))
	page.Said = f.Date("said", p.say("part-said"))
	var grounds []look.Option
	for _, g := range disclosure.Grounds() {
		grounds = append(grounds, look.Option{Value: string(g), Label: p.say("ground-" + string(g))})
	}
	page.Ground = f.Select("ground", p.say("part-ground"), p.say("part-ground-none"), grounds...)
	page.Hide = f.Textarea("hide", p.say("part-hide")).Hinted(p.say("part-hide-hint"))
	page.Blacked = f.Files("copy", p.say("part-copy"), p.say("part-copy-limits"), ".pdf,.jpg,.jpeg,.png", uploadEach)
	page.Looked = f.Checkboxes("looked", p.say("part-looked"), look.Option{Value: "yes", Label: p.say("part-looked-yes")})
}

// decidePart keeps what is decided of a part. What is not given, and words that are taken out, need a ground; what is given needs
// an answer about health data, and a file that can leave.
func (p *Portal) decidePart(v *Visit) error {
	a, err := p.answerOf(v)
	if err != nil {
		return err
	}
	part, i, err := partIn(v, a)
	if err != nil {
		return err
	}
	c := p.choiceTyped(v, part)
	c.Copy = a.Draft.Parts[part.ID].Copy
	if part.File != "" && len(v.Form.Files["copy"]) > 0 {
		kept, err := v.Uploads("copy", answerOwner(a.ID))
		if err != nil {
			return err
		}
		for _, u := range kept {
			c.Copy = u.ID
		}
	}
	if c.Ground == "" && (!c.Give || len(c.Hide) > 0 || c.Copy != "") {
		v.Form.Wrong("ground", p.say("part-ground-missing"))
	}
	if c.Give && v.Form.OK() {
		if err := p.checkLeaves(v, a, part, c); err != nil {
			return err
		}
	}
	if !v.Form.OK() {
		return p.showPart(v, a)
	}
	if err := p.changeAnswer(v, func(d *disclosure.Draft) { d.Decide(part, c) }); err != nil {
		return err
	}
	to := answerPath(a.Disclosure)
	if i+1 < len(a.Parts) {
		to += "/parts/" + a.Parts[i+1].ID
	}
	v.Tell(p.say("part-kept"))
	return v.Go(to)
}

// choiceTyped reads what was decided of a part, and says at the fields what is missing.
func (p *Portal) choiceTyped(v *Visit, part disclosure.Part) disclosure.Choice {
	c := disclosure.Choice{Give: v.Form.Get("give") == "yes", Hide: linesTyped(v.Form.Get("hide")), By: string(v.Who.Actor.Person), Looked: v.Form.Get("looked") == "yes"}
	if g := disclosure.Ground(v.Form.Get("ground")); slices.Contains(disclosure.Grounds(), g) {
		c.Ground = g
	}
	switch {
	case v.Form.Get("give") == "":
		v.Form.Wrong("give", p.say("part-give-missing"))
	case c.Give && part.Held:
		v.Form.Wrong("give", p.say("part-held"))
	}
	if !c.Give {
		return c
	}
	switch c.Health = disclosure.Health(v.Form.Get("health")); c.Health {
	case disclosure.NoHealth, disclosure.KnownToAll:
	case disclosure.AskedFirst:
		c.Asked = v.Form.Required("asked", p.say("part-asked-missing"))
		said, given := v.Form.Day("said")
		switch {
		case !given:
			v.Form.Wrong("said", p.say("part-said-missing"))
		case !disclosure.Good(said, v.Today):
			v.Form.Wrong("said", p.say("part-said-old"))
		}
		c.Said = said
	default:
		c.Health = ""
		v.Form.Wrong("health", p.say("part-health-missing"))
	}
	return c
}
