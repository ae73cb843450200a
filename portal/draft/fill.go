package draft

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Fill makes the values of a draft from a request that was read: what somebody uploads becomes a draft that can be gone
// over. The second result is what the request holds and no question asks.
func (f Form) Fill(r casework.Request) (url.Values, json.RawMessage, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return nil, nil, fmt.Errorf("take up a request: %w", err)
	}
	var whole map[string]any
	if err := json.Unmarshal(data, &whole); err != nil {
		return nil, nil, fmt.Errorf("take up a request: %w", err)
	}
	values, extra := url.Values{}, map[string]any{}
	for name, part := range whole {
		switch name {
		case "schema", "received_at", "entered_at", "entered_by", "channel":
			continue // the council's own, of the moment of sending
		case "unplaced":
			extra[name] = part
			continue
		}
		f.fill(values, name, part)
	}
	if len(extra) == 0 {
		return values, nil, nil
	}
	kept, err := json.Marshal(extra)
	return values, kept, err
}

func (f Form) fill(values url.Values, field string, part any) {
	q, asked := f.kinds[general(field)]
	switch p := part.(type) {
	case map[string]any:
		for name, inner := range p {
			f.fill(values, field+"."+name, inner)
		}
	case []any:
		if asked && (q.Kind == "lines" || q.Kind == "several") {
			values[field] = joined(p, q.Kind == "lines")
			return
		}
		for i, inner := range p {
			if i < MostEntries {
				f.fill(values, fmt.Sprintf("%s.%d", field, i), inner)
			}
		}
	case string:
		if asked && q.Kind == "date" {
			fillDate(values, field, p)
		} else if asked || uploadField(field) {
			values[field] = []string{p}
		}
	}
}

func joined(list []any, lines bool) []string {
	var texts []string
	for _, entry := range list {
		texts = append(texts, fmt.Sprint(entry))
	}
	if lines {
		return []string{strings.Join(texts, "\n")}
	}
	return texts
}

// fillDate puts a date into its three fields; one that is none goes into the first as it was written.
func fillDate(values url.Values, field, text string) {
	on, err := statute.ParseDay(strings.TrimSpace(text))
	if err != nil {
		values.Set(field+"-day", text)
		return
	}
	year, month, day := on.Date()
	values.Set(field+"-day", fmt.Sprint(day))
	values.Set(field+"-month", fmt.Sprint(int(month)))
	values.Set(field+"-year", fmt.Sprint(year))
}
