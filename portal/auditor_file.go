package portal

import (
	"errors"
	"slices"
	"strings"

	"sendpanel/portal/disclosure"
	"sendpanel/records"
)

// checkLeaves makes sure that the file of a part can leave as it is decided: nothing that was to be taken out is found in it,
// and where no words can be read somebody has looked.
func (p *Portal) checkLeaves(v *Visit, a openAnswer, part disclosure.Part, c disclosure.Choice) error {
	if part.File == "" || part.Text != "" && c.Copy == "" {
		return nil
	}
	_, kind, content, err := p.givenFile(v, a, part, c)
	if err != nil {
		return err
	}
	field := "give"
	if c.Copy != "" {
		field = "copy"
	}
	hidden := slices.Concat(a.Draft.Hide, c.Hide)
	clean, err := disclosure.Leaving(kind, content, hidden)
	switch {
	case err != nil:
		v.Form.Wrong(field, p.whyStays(err))
	case len(clean.Texts) == 0 && !c.Looked:
		v.Form.Wrong("looked", p.say("part-looked-missing"))
	}
	return nil
}

// whyStays says why a file cannot leave, and what to do.
func (p *Portal) whyStays(err error) string {
	var still disclosure.StillThereError
	switch {
	case errors.As(err, &still):
		return p.say("stays-words", "words", strings.Join(still.Words, ", "))
	case errors.Is(err, disclosure.ErrLaidOver):
		return p.say("stays-laid-over")
	case errors.Is(err, disclosure.ErrLocked):
		return p.say("stays-locked")
	case errors.Is(err, disclosure.ErrNoWay):
		return p.say("stays-kind")
	}
	return p.say("stays-damaged")
}

// givenFile is the file that would leave for a part, as it is kept: the copy that stands in for it, where there is one.
func (p *Portal) givenFile(v *Visit, a openAnswer, part disclosure.Part, c disclosure.Choice) (name, kind string, content []byte, err error) {
	owner, id := answerOwner(a.ID), c.Copy
	if id == "" {
		var u records.Upload
		if owner, u, err = p.recordFile(v, strings.TrimPrefix(part.ID, "file.")); err != nil {
			return "", "", nil, err
		}
		id = u.ID
	}
	u, content, err := p.register.Upload(v.Context(), owner, id)
	return u.Name, u.Type, content, err
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

// answerPartLeaves gives the file of a part as it would leave, to be looked at by whoever confirms.
func (p *Portal) answerPartLeaves(v *Visit) error {
	a, err := p.answerOf(v)
	if err != nil {
		return err
	}
	part, _, err := partIn(v, a)
	if err != nil {
		return err
	}
	if part.File == "" {
		return ErrNotFound
	}
	_, kind, content, err := p.givenFile(v, a, part, a.Draft.Parts[part.ID])
	if err != nil {
		return err
	}
	clean, err := disclosure.Leaving(kind, content, a.Draft.Hidden(part.ID))
	if err != nil {
		v.Form.Wrong("give", p.whyStays(err))
		return p.showPart(v, a)
	}
	ending := ".pdf"
	if kind != "application/pdf" {
		ending = "." + strings.TrimPrefix(kind, "image/")
	}
	v.save(p.say("part-leaves-name")+ending, kind, clean.Content)
	return nil
}
