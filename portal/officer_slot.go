package portal

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/records"
)

// slot is where an officer's unfinished page is kept, one for each thing that they write: the drafts of the register, under
// a name that no school has.
type slot struct{ name casework.SettingID }

// paperSlot keeps a paper request that somebody is typing in, and decisionSlot what a decision-maker is writing.
func paperSlot(v *Visit) slot {
	return slot{casework.SettingID("paper/" + string(v.Who.Actor.Person))}
}

func decisionSlot(v *Visit) slot {
	return slot{casework.SettingID(fmt.Sprintf("decision/%s/%s", v.Who.Actor.Person, v.Case.Ref))}
}

// draft is what is kept in the slot. The second result is false where nothing is.
func (s slot) draft(v *Visit) (records.Draft, bool, error) {
	list, err := v.p.register.Drafts(v.Context(), s.name)
	if err != nil || len(list) == 0 {
		return records.Draft{}, false, err
	}
	return list[0], true, nil
}

// fill puts what is kept into the form, and says when it was saved.
func (s slot) fill(v *Visit) (time.Time, error) {
	d, kept, err := s.draft(v)
	if err != nil || !kept {
		return time.Time{}, err
	}
	values := url.Values{}
	if err := json.Unmarshal(d.Body, &values); err != nil {
		return time.Time{}, fmt.Errorf("read what was kept: %w", err)
	}
	for name, typed := range values {
		v.Form.Set(name, typed...)
	}
	return d.Updated, nil
}

// save keeps what the form holds. What was kept by another tab a moment before is written over: it is the same person's.
func (s slot) save(v *Visit) error {
	values := url.Values{}
	for name, typed := range v.Form.Values {
		if !slices.Contains(secretFields(), name) && name != form.KeyField && name != "anyway" {
			values[name] = typed
		}
	}
	body, err := json.Marshal(values)
	if err != nil {
		return fmt.Errorf("keep what was typed: %w", err)
	}
	d, kept, err := s.draft(v)
	if err != nil {
		return err
	}
	if !kept {
		_, err = v.p.register.BeginDraft(v.Context(), s.name, v.Who.Actor.Person, body)
		return err
	}
	_, err = v.p.register.SaveDraft(v.Context(), s.name, d.ID, d.Revision, v.Who.Actor.Person, body)
	var moved records.MovedError
	if errors.As(err, &moved) {
		_, err = v.p.register.SaveDraft(v.Context(), s.name, d.ID, moved.Newer.Revision, v.Who.Actor.Person, body)
	}
	return err
}

// done says that what was kept has become the record, or is no longer wanted where there is no reference.
func (s slot) done(v *Visit, as casework.Ref) error {
	d, kept, err := s.draft(v)
	switch {
	case err != nil || !kept:
		return err
	case as == "":
		return v.p.register.DropDraft(v.Context(), s.name, d.ID)
	}
	return v.p.register.DraftSent(v.Context(), s.name, d.ID, as)
}
