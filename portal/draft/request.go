package draft

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// node is a part of a request while it is put together: an object by names, or a list by numbers.
type node struct {
	leaf  any
	names map[string]*node
}

func (n *node) child(name string) *node {
	if n.names == nil {
		n.names = map[string]*node{}
	}
	if n.names[name] == nil {
		n.names[name] = &node{}
	}
	return n.names[name]
}

// Made is a request made from a draft.
type Made struct {
	Data    []byte // the JSON
	Request casework.Request
	Mends   []casework.Mend
	Err     error // why no case could be opened from it: see [casework.ParseRequest]

	places map[string]string // from a path in the request to the field's name, for entries of lists
}

// Request makes the request that the draft is now, received at the moment.
func (f Form) Request(b Body, at time.Time) (Made, error) {
	root := &node{}
	for field, value := range f.leaves(b.Values) {
		n := root
		for _, name := range strings.Split(field, ".") {
			n = n.child(name)
		}
		n.leaf = value
	}
	for name, value := range map[string]string{"schema": casework.RequestSchema, "channel": "portal", "received_at": at.UTC().Format(time.RFC3339)} {
		root.child(name).leaf = value
	}
	m := Made{places: map[string]string{}}
	whole, _ := root.json("", "", m.places).(map[string]any)
	var extra map[string]any
	if len(b.Extra) > 0 {
		if err := json.Unmarshal(b.Extra, &extra); err != nil {
			return Made{}, fmt.Errorf("read what no question of a draft asks: %w", err)
		}
	}
	for name, value := range extra {
		if _, asked := whole[name]; !asked {
			whole[name] = value
		}
	}
	var err error
	if m.Data, err = json.Marshal(whole); err != nil {
		return Made{}, fmt.Errorf("write a request: %w", err)
	}
	m.Request, m.Mends, m.Err = casework.ParseRequest(m.Data)
	return m, nil
}

// leaves is what a request holds in each place, dates put together and lines apart.
func (f Form) leaves(values url.Values) map[string]any {
	all := map[string]any{}
	for field, typed := range values {
		q, ok := f.Question(field)
		typed = tidy(typed)
		if uploadField(field) {
			ok = true
		}
		if !ok || len(typed) == 0 {
			continue
		}
		switch q.Kind {
		case "date":
			date, part := dateOf(field)
			if part != "" {
				all[date] = written(values.Get(date+"-day"), values.Get(date+"-month"), values.Get(date+"-year"))
			}
		case "lines":
			var lines []string
			for _, line := range strings.Split(strings.ReplaceAll(typed[0], "\r\n", "\n"), "\n") {
				if line = strings.TrimSpace(line); line != "" {
					lines = append(lines, line)
				}
			}
			all[field] = lines
		case "several":
			all[field] = typed
		default:
			all[field] = strings.ReplaceAll(typed[0], "\r\n", "\n")
		}
	}
	return all
}

// uploadField reports whether a field is one that an upload fills in by itself.
func uploadField(field string) bool {
	switch general(field) {
	case "evidence.#.file", "evidence.#.sha256", "child.setting", "requester.setting":
		return true
	}
	return false
}

// Date is what stands in the three fields of a date; the second result is false where it is none.
func (b Body) Date(field string) (statute.Day, bool) {
	on, err := statute.ParseDay(written(b.Values.Get(field+"-day"), b.Values.Get(field+"-month"), b.Values.Get(field+"-year")))
	return on, err == nil
}

// written is a date as a request has it; one that is none stays as it was typed.
func written(day, month, year string) string {
	d, m, y := strings.TrimSpace(day), strings.TrimSpace(month), strings.TrimSpace(year)
	dn, dErr := strconv.Atoi(d)
	mn, mErr := strconv.Atoi(m)
	yn, yErr := strconv.Atoi(y)
	if dErr == nil && mErr == nil && yErr == nil {
		if on, err := statute.ParseDay(fmt.Sprintf("%04d-%02d-%02d", yn, mn, dn)); err == nil {
			return on.String()
		}
	}
	return strings.Trim(d+"/"+m+"/"+y, "/")
}

// json is the node as JSON has it. Entries of lists close up; places tells where each came from.
func (n *node) json(path, field string, places map[string]string) any {
	if n.leaf != nil {
		return n.leaf
	}
	names := slices.Sorted(maps.Keys(n.names))
	if len(names) > 0 && entryNumber.MatchString(names[0]) {
		slices.SortFunc(names, func(a, b string) int {
			x, _ := strconv.Atoi(a)
			y, _ := strconv.Atoi(b)
			return x - y
		})
		list := []any{}
		for i, name := range names {
			here, from := fmt.Sprintf("%s[%d]", path, i), field+"."+name
			places[here] = from
			list = append(list, n.names[name].json(here, from, places))
		}
		return list
	}
	object := map[string]any{}
	for _, name := range names {
		object[name] = n.names[name].json(strings.TrimPrefix(path+"."+name, "."), strings.TrimPrefix(field+"."+name, "."), places)
	}
	return object
}
