package draft

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"sendpanel/casework"
)

// Body is what is kept of a draft.
type Body struct {
	Values url.Values       `json:"values"`
	Marks  map[string]Mark  `json:"marks,omitempty"`  // who changed a field last, by its name
	Aside  map[string]Aside `json:"aside,omitempty"`  // what was typed where a colleague had been first, by the page it came from
	Extra  json.RawMessage  `json:"extra,omitempty"`  // of a request that was uploaded: what no question asks
	Unread []string         `json:"unread,omitempty"` // of a file that was uploaded: what was not taken as it stood there, in words
	Sent   *Sent            `json:"sent,omitempty"`
}

// Mark says who changed a field, when, and on which page.
type Mark struct {
	By   casework.PersonID `json:"by"`
	At   time.Time         `json:"at"`
	Page string            `json:"page"`
}

// Aside is what one person typed into fields that somebody else had changed meanwhile.
type Aside struct {
	Section string            `json:"section"`
	By      casework.PersonID `json:"by"`
	At      time.Time         `json:"at"`
	Values  url.Values        `json:"values"`
}

// Sent is the request as it went, fixed before it goes, so that sending it again sends the same.
type Sent struct {
	At   time.Time         `json:"at"`
	By   casework.PersonID `json:"by"`
	Data []byte            `json:"data"`
}

// Read reads a kept body. The error is of one that is damaged.
func Read(data []byte) (Body, error) {
	b := Body{Values: url.Values{}}
	if err := json.Unmarshal(data, &b); err != nil {
		return Body{}, fmt.Errorf("read a draft: %w", err)
	}
	if b.Values == nil {
		b.Values = url.Values{}
	}
	return b, nil
}

// Bytes is the body to be kept.
func (b Body) Bytes() ([]byte, error) { return json.Marshal(b) }

// Count is how many entries a list has: one more than the highest number in use.
func (b Body) Count(list string) int {
	n := 0
	for field, values := range b.Values {
		rest, ok := strings.CutPrefix(field, list+".")
		if !ok || blank(values) {
			continue
		}
		number, _, _ := strings.Cut(rest, ".")
		if i, err := strconv.Atoi(number); err == nil {
			n = max(n, i+1)
		}
	}
	return n
}

// Has reports whether anything stands in one of the fields, or below it.
func (b Body) Has(fields ...string) bool {
	for field, values := range b.Values {
		for _, f := range fields {
			if !blank(values) && (field == f || strings.HasPrefix(field, f+".") || strings.HasPrefix(field, f+"-")) {
				return true
			}
		}
	}
	return false
}

// Name is what the draft is called among colleagues: the child's name, or nothing yet.
func (b Body) Name() string {
	get := func(field string) string { return casework.CleanText(b.Values.Get(field)).Line() }
	first := get("child.preferred_name")
	if first == "" {
		first = get("child.forenames")
	}
	return strings.TrimSpace(first + " " + get("child.surname"))
}

// Fingerprint tells whether what stands in a field has changed.
func Fingerprint(values []string) string {
	h := fnv.New64a()
	for _, v := range tidy(values) {
		_, _ = h.Write([]byte(strings.ReplaceAll(v, "\r\n", "\n")))
		_, _ = h.Write([]byte{0})
	}
	return strconv.FormatUint(h.Sum64(), 36)
}

// tidy leaves out what is empty.
func tidy(values []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(s string) bool { return strings.TrimSpace(s) == "" })
}

func blank(values []string) bool { return len(tidy(values)) == 0 }
func same(a, b []string) bool    { return Fingerprint(a) == Fingerprint(b) }
