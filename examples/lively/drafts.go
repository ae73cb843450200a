package lively

import (
	"encoding/json"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

// Draft is a request that a school has begun and not sent.
type Draft struct {
	Setting casework.SettingID
	By      casework.PersonID
	Request casework.Request
}

// Drafts are the requests that schools are writing at the moment: one nearly ready, one half done, one just begun.
func Drafts(in council.Council, now time.Time) ([]Draft, error) {
	s := &Stage{council: in}
	today := statute.DayOf(now)
	var list []Draft
	for i, d := range []struct {
		who  child
		by   casework.PersonID
		left []string // what nobody has written yet
	}{
		{child{"Rosalind", "Oakeshott", "F", "Mrs Jane Oakeshott", "reading", "canal-street-primary", 2017, 0, quiet, "", "", false}, "nicola.brandt", []string{"declaration"}},
		{child{"Bartosz", "Zimny", "M", "Mr Piotr Zimny", "exclusion", "harland-academy", 2012, 0, quiet, "", "Polish", false}, "farah.siddiqui", []string{"evidence", "views", "attendance", "attainment"}},
		{child{"Wren", "Applegarth", "F", "Ms Holly Applegarth", "autism", "st-wilfrids-primary", 2016, 0, quiet, "", "", false}, "owen.price", []string{"evidence", "views", "attendance", "attainment", "cycles", "needs", "family", "reason"}},
	} {
		says, err := read(d.who, today)
		if err != nil {
			return nil, err
		}
		data, err := s.request(&Case{who: d.who, says: says}, len(cast())+i, today)
		if err != nil {
			return nil, err
		}
		if data, err = without(data, d.left); err != nil {
			return nil, err
		}
		request, _, err := casework.ParseRequest(data)
		if err != nil {
			return nil, fmt.Errorf("begin the draft for %s: %w", d.who.setting, err)
		}
		list = append(list, Draft{Setting: casework.SettingID(d.who.setting), By: d.by, Request: request})
	}
	return list, nil
}

func without(data []byte, keys []string) ([]byte, error) {
	var r map[string]any
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, err
	}
	for _, key := range keys {
		delete(r, key)
	}
	return json.Marshal(r)
}
