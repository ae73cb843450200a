package evidence

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"sendpanel/casework"
)

// MaxReply is the largest reply read, in bytes. Documents come as files beside it.
const MaxReply = 1 << 20

// ParseReply reads a school's reply from its JSON and says what is to be mended in it.
//
// The error is nil unless the whole cannot be read, when it wraps [casework.ErrUnreadable] and says what to do. Each part
// is read by itself, so a fault in one loses none of the others.
func ParseReply(data []byte) (SchoolReply, []casework.Mend, error) {
	sections, err := sectionsOf(data)
	if err != nil {
		return SchoolReply{}, nil, fmt.Errorf("%w: %w", casework.ErrUnreadable, err)
	}
	var (
		r     SchoolReply
		mends []casework.Mend
	)
	for _, name := range slices.Sorted(maps.Keys(sections)) {
		if m, faulty := r.read(name, sections[name]); faulty {
			mends = append(mends, m)
		}
	}
	return r, append(mends, r.ToMend()...), nil
}

// sectionsOf splits the outermost object into its parts.
func sectionsOf(data []byte) (map[string]json.RawMessage, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	switch {
	case len(data) > MaxReply:
		return nil, fmt.Errorf("it is %d bytes long and at most %d are read. Send documents as files beside it", len(data), MaxReply)
	case len(bytes.TrimSpace(data)) == 0:
		return nil, errors.New("it is empty. Save the reply again and send the new file")
	case !utf8.Valid(data):
		return nil, errors.New("it is not UTF-8 text. Save it again as JSON in UTF-8")
	}
	var sections map[string]json.RawMessage
	err := json.Unmarshal(data, &sections)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		before := data[:min(int(syntax.Offset), len(data))]
		return nil, fmt.Errorf("line %d, column %d is not valid JSON (%s). Mend it there and send it again",
			1+bytes.Count(before, []byte("\n")), len(before)-bytes.LastIndexByte(before, '\n'), syntax)
	case err != nil || sections == nil:
		return nil, errors.New("its outermost part is not an object in braces. Send it in the shape of " + ReplySchema)
	}
	return sections, nil
}

// read puts one part into the reply. What does not fit is named, and what fits of it is kept.
func (r *SchoolReply) read(name string, data json.RawMessage) (casework.Mend, bool) {
	target, known := r.sections()[name]
	if !known {
		return casework.Mend{Path: name, What: "is not a part of a reply.", How: "It was kept with the original. Take it out, or write it under concerns."}, true
	}
	err := json.Unmarshal(data, target)
	var shape *json.UnmarshalTypeError
	if err == nil {
		return casework.Mend{}, false
	}
	m := casework.Mend{Path: name, What: "could not be read.", How: "The original was kept. Put it in the shape of " + ReplySchema + "."}
	if errors.As(err, &shape) {
		if shape.Field != "" {
			m.Path += "." + shape.Field
		}
		m.What = fmt.Sprintf("is a JSON %s, where another shape was expected.", shape.Value)
	}
	return m, true
}

// sections maps the name of each part to where it belongs.
func (r *SchoolReply) sections() map[string]any {
	return map[string]any{
		"schema": &r.Schema, "case": &r.Case, "setting": &r.Setting, "knows_child": &r.KnowsChild, "since": &r.Since,
		"support_now": &r.SupportNow, "what_was_tried": &r.WhatWasTried, "what_happened": &r.WhatHappened,
		"when_help_was_less": &r.WhenHelpWasLess, "attendance": &r.Attendance, "concerns": &r.Concerns,
		"may_be_necessary": &r.MayBeNecessary, "may_be_necessary_why": &r.MayBeNecessaryWhy, "documents": &r.Documents,
		"answered_by": &r.AnsweredBy, "answered_on": &r.AnsweredOn,
	}
}
