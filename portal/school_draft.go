package portal

import (
	"errors"
	"fmt"
	"net/url"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/draft"
	"sendpanel/records"
)

// openDraft is a draft of the person's own school, read.
type openDraft struct {
	records.Draft
	Body draft.Body
}

// Path is the address of a page of the draft.
func (d openDraft) Path(parts ...string) string {
	return "/school/drafts/" + d.ID + strings.Join(append([]string{""}, parts...), "/")
}

// files is the owner of the draft's files.
func (d openDraft) files() string { return "draft/" + d.ID }

// errSent means that a draft went to the council: nothing in it can be changed any more.
var errSent = errors.New("the draft has been sent")

// saveTries bounds how often a draft that colleagues are saving is read again.
const saveTries = 20

// draftOf reads the draft in the address. Another school's looks like one that is not there.
func (p *Portal) draftOf(v *Visit) (openDraft, error) {
	setting := v.Who.Actor.Setting
	if setting == "" {
		return openDraft{}, ErrNotFound
	}
	kept, err := p.register.Draft(v.Context(), setting, v.Path("draft"))
	if errors.Is(err, records.ErrNoDraft) {
		return openDraft{}, ErrNotFound
	}
	if err != nil {
		return openDraft{}, err
	}
	body, err := draft.Read(kept.Body)
	return openDraft{kept, body}, err
}

// change makes a change in the draft in the address, on whatever colleagues saved meanwhile.
func (p *Portal) change(v *Visit, make func(*draft.Body) error) (openDraft, error) {
	for range saveTries {
		d, err := p.draftOf(v)
		if err != nil {
			return d, err
		}
		if d.SentAs != "" || d.Body.Sent != nil {
			return d, errSent
		}
		if err := make(&d.Body); err != nil {
			return d, err
		}
		again, err := p.keepDraft(v, d)
		if !errors.As(err, new(records.MovedError)) {
			return again, err
		}
	}
	return openDraft{}, errors.New("save a draft: colleagues keep saving it; try again")
}

func (p *Portal) keepDraft(v *Visit, d openDraft) (openDraft, error) {
	data, err := d.Body.Bytes()
	if err != nil {
		return d, fmt.Errorf("write a draft: %w", err)
	}
	if string(data) == string(d.Draft.Body) {
		return d, nil
	}
	d.Draft, err = p.register.SaveDraft(v.Context(), d.Setting, d.ID, d.Revision, v.Who.Actor.Person, data)
	return d, err
}

// mark is the person's mark on what they change on this page.
func (v *Visit) mark() draft.Mark {
	return draft.Mark{By: v.Who.Actor.Person, At: v.p.clock().UTC(), Page: v.Form.Key()}
}

// beginDraft begins a draft with what the council's settings know of the school and of the person.
func (p *Portal) beginDraft(v *Visit) error {
	before, err := p.register.Drafts(v.Context(), v.Who.Actor.Setting)
	if err != nil {
		return err
	}
	for _, kept := range before { // a click that was tried again begins one draft
		if body, err := draft.Read(kept.Body); err == nil && body.Marks["child.setting"].Page == v.Form.Key() {
			return v.Go(openDraft{kept, body}.Path())
		}
	}
	d, err := p.newDraft(v, draft.Body{Values: url.Values{}})
	if err != nil {
		return err
	}
	return v.Go(d.Path())
}

// newDraft keeps a body as a new draft of the person's school.
func (p *Portal) newDraft(v *Visit, body draft.Body) (openDraft, error) {
	actor := v.Who.Actor
	if actor.Setting == "" {
		return openDraft{}, ErrNotFound
	}
	for field, value := range p.requesterOf(v) {
		if !body.Has(field) || field == "child.setting" || field == "requester.setting" {
			body.Set(field, value, v.mark())
		}
	}
	data, err := body.Bytes()
	if err != nil {
		return openDraft{}, err
	}
	kept, err := p.register.BeginDraft(v.Context(), actor.Setting, actor.Person, data)
	return openDraft{kept, body}, err
}

// requesterOf is what the settings know of the school and of the person who asks.
func (p *Portal) requesterOf(v *Visit) map[string]string {
	actor := v.Who.Actor
	values := map[string]string{"requester.type": "school", "requester.name": actor.Name, "requester.role": actor.Post,
		"requester.setting": string(actor.Setting), "child.setting": string(actor.Setting)}
	if school, known := v.Council.School(actor.Setting); known {
		values["requester.organisation"], values["requester.urn"] = school.Name, school.URN
		switch school.Phase {
		case "nursery":
			values["requester.type"] = "early_years"
		case "post16":
			values["requester.type"] = "post16"
		}
	}
	if who, known := v.Council.Person(actor.Person, v.Today); known {
		values["requester.email"], values["requester.phone"] = who.Email, who.Phone
	}
	return values
}

// draftGone leads on from a draft that was sent.
func (v *Visit) draftGone(d openDraft) error {
	if d.SentAs != "" {
		return v.confirmed(d.Setting, d.SentAs)
	}
	return v.Go(d.Path("check"))
}

// confirmed leads to the confirmation of a request that was sent. One that joined a case of another school, or of none, is
// acknowledged, and nothing of that case is shown.
func (v *Visit) confirmed(own casework.SettingID, as casework.Ref) error {
	c, err := v.p.desk.Case(v.Context(), as)
	if err != nil {
		return err
	}
	if c.Opened.Setting != own {
		v.Tell(v.p.say("sent-joined"))
		return v.Go("/school")
	}
	return v.Go("/school/requests/" + string(as) + "/sent")
}

// dropDraft takes a draft away that was never sent, when its school says so.
func (p *Portal) dropDraft(v *Visit) error {
	d, err := p.draftOf(v)
	if err != nil {
		return err
	}
	if d.SentAs != "" || d.Body.Sent != nil {
		return v.draftGone(d)
	}
	files, err := p.register.Uploads(v.Context(), d.files())
	if err != nil {
		return err
	}
	for _, u := range files {
		if err := p.register.DropUpload(v.Context(), d.files(), u.ID); err != nil {
			return err
		}
	}
	if err := p.register.DropDraft(v.Context(), d.Setting, d.ID); err != nil {
		return err
	}
	v.Tell(p.say("draft-dropped"))
	return v.Go("/school")
}

// dropDraftForm says what is lost before a draft is taken away.
func (p *Portal) dropDraftForm(v *Visit) error {
	d, err := p.draftOf(v)
	if err != nil {
		return err
	}
	v.Narrow, v.Back = true, v.backTo(d)
	return v.Page("school-drop", d)
}
