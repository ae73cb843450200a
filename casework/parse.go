package casework

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// MaxRequest is the largest request read, in bytes. Evidence comes as files beside it, so real ones stay far below.
const MaxRequest = 2 << 20

// The three reasons for which a request cannot be opened as a case. It is kept all the same, with the time it came, as
// a task for an officer: whatever arrived may be a request in law, and its clock may be running.
var (
	ErrUnreadable     = errors.New("the request cannot be read")
	ErrNoChild        = errors.New("no child can be identified")
	ErrNoReceiptFacts = errors.New("nobody who asks, or no day of receipt, can be made out")
)

// Mend is a fault in a request that does not stand in the way of its receipt. What was typed is kept.
type Mend struct {
	Path string `json:"path"` // where, as a path in the request's JSON: "child.upn"
	What string `json:"what"` // what is wrong, in plain words
	How  string `json:"how"`  // how to put it right
}

func (m Mend) String() string { return m.Path + ": " + m.What + " " + m.How }

// ParseRequest reads a request from its JSON and says what is to be mended in it.
//
// The error is nil unless one of [ErrUnreadable], [ErrNoChild] or [ErrNoReceiptFacts] holds; each is wrapped with what
// to do. Each part of the request is read by itself, so a fault in one part loses none of the others: a part that has
// the wrong shape is named in the list.
func ParseRequest(data []byte) (Request, []Mend, error) {
	sections, err := sectionsOf(data)
	if err != nil {
		return Request{}, nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	var (
		r     Request
		mends []Mend
	)
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		if m := r.read(name, sections[name]); m != nil {
			mends = append(mends, *m)
		}
	}
	mends = append(mends, r.faults()...)
	return r, mends, r.openable()
}

// sectionsOf splits the outermost object into its parts.
func sectionsOf(data []byte) (map[string]json.RawMessage, error) {
	switch {
	case len(data) > MaxRequest:
		return nil, fmt.Errorf("it is %d bytes long and at most %d are read. Send documents as files beside it", len(data), MaxRequest)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, errors.New("it is empty. Save the request again and send the new file")
	case !utf8.Valid(data):
		return nil, errors.New("it is not UTF-8 text. Save it again as JSON in UTF-8")
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	var sections map[string]json.RawMessage
	err := json.Unmarshal(data, &sections)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		line, column := position(data, syntax.Offset)
		return nil, fmt.Errorf("line %d, column %d is not valid JSON (%s). Mend it there and send it again", line, column, syntax)
	case err != nil:
		return nil, errors.New("its outermost part is not an object in braces. Look at examples/ for the shape")
	}
	return sections, nil
}

// position turns a byte offset into a line and a column, both from 1.
func position(data []byte, offset int64) (line, column int) {
	before := data[:min(int(offset), len(data))]
	return 1 + bytes.Count(before, []byte("\n")), len(before) - bytes.LastIndexByte(before, '\n')
}

// read puts one part of the JSON into the request. What has the wrong shape is named; what fits is kept.
func (r *Request) read(name string, data json.RawMessage) *Mend {
	target, known := r.sections()[name]
	if !known {
		return &Mend{Path: name, What: "is not a part of a request.", How: "It was kept with the original. See docs/request.md for the parts."}
	}
	err := json.Unmarshal(data, target)
	var shape *json.UnmarshalTypeError
	switch {
	case errors.As(err, &shape):
		path := name
		if shape.Field != "" {
			path += "." + shape.Field
		}
		return &Mend{Path: path, What: fmt.Sprintf("is %s where %s was expected.", aJSON(shape.Value), aGo(shape.Type.Kind().String())),
			How: "The original was kept. Put it in the shape shown in docs/request.md."}
	case err != nil:
		return &Mend{Path: name, What: "could not be read.", How: "The original was kept. Put it in the shape shown in docs/request.md."}
	}
	return nil
}

// sections maps the name of each part to where it belongs.
func (r *Request) sections() map[string]any {
	return map[string]any{
		"schema": &r.Schema, "received_at": &r.ReceivedAt, "channel": &r.Channel, "legal_basis": &r.Basis,
		"requester": &r.Requester, "child": &r.Child, "family": &r.Family, "reason": &r.Reason, "needs": &r.Needs,
		"cycles": &r.Cycles, "attainment": &r.Attainment, "attendance": &r.Attendance, "views": &r.Views,
		"evidence": &r.Evidence, "declaration": &r.Declaration,
	}
}

// openable says whether one of the three reasons stands against opening a case.
func (r Request) openable() error {
	if r.Child.Surname.Empty() && r.Child.Forenames.Empty() && r.Child.UPN.Empty() {
		return fmt.Errorf("%w: child.surname, child.forenames and child.upn are all empty. Give a name or a unique pupil number", ErrNoChild)
	}
	if r.Requester.Name.Empty() && r.Requester.Type.Empty() {
		return fmt.Errorf("%w: requester.name and requester.type are empty. Say who asks", ErrNoReceiptFacts)
	}
	if _, err := r.Received(); err != nil {
		return fmt.Errorf("%w: %w", ErrNoReceiptFacts, err)
	}
	return nil
}

// Received is the instant of first arrival anywhere in the council, whatever the hour or the day of the week.
func (r Request) Received() (time.Time, error) {
	at, err := time.Parse(time.RFC3339, r.ReceivedAt.Line())
	if err != nil {
		return time.Time{}, fmt.Errorf("received_at: %q is not a moment. Write it as 2026-11-23T09:15:00Z", r.ReceivedAt)
	}
	return at, nil
}

func aJSON(value string) string {
	switch {
	case strings.HasPrefix(value, "number"):
		return "a number"
	case value == "array":
		return "a list"
	case value == "bool":
		return "true or false"
	default:
		return "a " + value
	}
}

func aGo(kind string) string {
	if kind == "slice" {
		return "a list in square brackets"
	}
	return "an object in braces"
}
