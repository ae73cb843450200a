package portal

import (
	"bytes"
	"errors"
	"net/http"
	"slices"
	"strings"

	"sendpanel/portal/disclosure"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// partPage is one part of the record, as it is and as it would leave.
type partPage struct {
	Answer     openAnswer
	Part       disclosure.Part
	Tag        look.Tag
	Shown      string // its text with what is taken out blacked
	File, Copy string // where the file is read, and the name of the copy that stands in for it
	May        bool
	Give       look.Choices
	Ground     look.Select
	Hide       look.Textarea
	Blacked    look.FileUpload
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
	if part.File != "" {
		page.File = answerPath(a.Disclosure) + "/parts/" + part.ID + "/file"
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
	values := map[string][]string{"ground": {string(c.Ground)}, "hide": {strings.Join(c.Hide, "\n")}}
	if c.Decided() {
		values["give"] = []string{"no"}
		if c.Give {
			values["give"] = []string{"yes"}
		}
	}
	if v.R.Method == http.MethodPost {
		values = shown(v.Form)
	}
	f := look.NewForm(values, faults(v.Form))
	page.Give = f.Radios("give", p.say("part-give"), look.Option{Value: "yes", Label: p.say("part-give-yes")}, look.Option{Value: "no", Label: p.say("part-give-no")})
	var grounds []look.Option
	for _, g := range disclosure.Grounds() {
		grounds = append(grounds, look.Option{Value: string(g), Label: p.say("ground-" + string(g))})
	}
	page.Ground = f.Select("ground", p.say("part-ground"), p.say("part-ground-none"), grounds...)
	page.Hide = f.Textarea("hide", p.say("part-hide")).Hinted(p.say("part-hide-hint"))
	page.Blacked = f.Files("copy", p.say("part-copy"), p.say("part-copy-limits"), ".pdf", uploadEach)
}

// decidePart keeps what is decided of a part. What is not given, and words that are taken out, need a ground.
func (p *Portal) decidePart(v *Visit) error {
	a, err := p.answerOf(v)
	if err != nil {
		return err
	}
	part, i, err := partIn(v, a)
	if err != nil {
		return err
	}
	c := disclosure.Choice{Give: v.Form.Get("give") == "yes", Hide: linesTyped(v.Form.Get("hide")), Copy: a.Draft.Parts[part.ID].Copy, By: string(v.Who.Actor.Person)}
	if g := disclosure.Ground(v.Form.Get("ground")); slices.Contains(disclosure.Grounds(), g) {
		c.Ground = g
	}
	if v.Form.Get("give") == "" {
		v.Form.Wrong("give", p.say("part-give-missing"))
	}
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
	if !v.Form.OK() {
		return p.showPart(v, a)
	}
	if err := p.changeAnswer(v, func(d *disclosure.Draft) { d.Parts[part.ID] = c }); err != nil {
		return err
	}
	to := answerPath(a.Disclosure)
	if i+1 < len(a.Parts) {
		to += "/parts/" + a.Parts[i+1].ID
	}
	v.Tell(p.say("part-kept"))
	return v.Go(to)
}

// answerPartFile gives the file of a part, to be read before it is decided.
func (p *Portal) answerPartFile(v *Visit) error {
	id, isFile := strings.CutPrefix(v.Path("part"), "file.")
	if !isFile {
		return ErrNotFound
	}
	owner, u, err := p.recordFile(v, id)
	if err != nil {
		return err
	}
	return v.Download(owner, u.ID)
}

// confirmAnswer fixes the bundle as it leaves. Whoever prepared an answer cannot confirm it, and none leaves undecided.
func (p *Portal) confirmAnswer(v *Visit) error {
	a, err := p.answerOf(v)
	if err != nil {
		return err
	}
	if a.Bundle != "" {
		return v.Go(answerPath(a.Disclosure))
	}
	if a.decidedBy(v.Who.Actor.Person) || a.Draft.Left(a.Parts) > 0 {
		v.Form.Wrong("", p.say("answer-cannot"))
		return p.showAnswer(v, a)
	}
	var archive bytes.Buffer
	bundle := disclosure.Bundle{Title: p.say("bundle-title", "council", v.Council.Name), Lead: p.say("bundle-lead", "about", a.About, "day", v.Today.Long()), Parts: a.Parts, Draft: a.Draft,
		Words: func(g disclosure.Ground) string { return p.say("bundle-held", "ground", p.say("ground-"+string(g))) },
		File: func(part disclosure.Part, c disclosure.Choice) (string, []byte, error) {
			return p.givenFile(v, a, part, c)
		}}
	if err := bundle.Write(&archive); err != nil {
		return err
	}
	u, err := p.register.KeepUpload(v.Context(), records.Upload{Owner: answerOwner(a.ID), Name: p.say("bundle-name", "ref", v.Case.Ref), Type: "application/zip", By: v.Who.Actor.Person, Checked: "unchecked"}, archive.Bytes())
	if err != nil {
		return err
	}
	err = p.register.ChangeDisclosure(v.Context(), v.Case.Ref, a.ID, func(d *records.Disclosure) error {
		if d.Bundle != "" || !bytes.Equal(d.Body, a.Body) {
			return errGone // somebody changed or confirmed it meanwhile
		}
		d.Bundle, d.ConfirmedBy, d.ConfirmedAt = u.ID, v.Who.Actor.Person, p.clock()
		return nil
	})
	if err != nil {
		return errors.Join(err, p.register.DropUpload(v.Context(), answerOwner(a.ID), u.ID))
	}
	v.Tell(p.say("answer-is-confirmed"))
	return v.Go(answerPath(a.Disclosure))
}

// givenFile is the file that is given for a part: the copy in which words are blacked out, where there is one.
func (p *Portal) givenFile(v *Visit, a openAnswer, part disclosure.Part, c disclosure.Choice) (string, []byte, error) {
	owner, id := answerOwner(a.ID), c.Copy
	if id == "" {
		var u records.Upload
		var err error
		if owner, u, err = p.recordFile(v, strings.TrimPrefix(part.ID, "file.")); err != nil {
			return "", nil, err
		}
		id = u.ID
	}
	u, content, err := p.register.Upload(v.Context(), owner, id)
	return u.Name, content, err
}

// answerBundle gives the bundle that was confirmed, as it was fixed then. That it left is in the record of reads.
func (p *Portal) answerBundle(v *Visit) error {
	d, err := p.register.Disclosure(v.Context(), v.Case.Ref, v.Path("answer"))
	if errors.Is(err, records.ErrNoDisclosure) || err == nil && d.Bundle == "" {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	if err := v.Read("answer " + d.ID + " taken away"); err != nil {
		return err
	}
	return v.Download(answerOwner(d.ID), d.Bundle)
}
