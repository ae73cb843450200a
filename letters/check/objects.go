package check

import (
	"encoding/hex"
	"errors"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// get follows references to what they stand for; nil where that is nothing.
func (in *inspection) get(o types.Object) types.Object {
	for range 8 { // a chain of references is not allowed at all; a ring of them would be endless
		ref, ok := o.(types.IndirectRef)
		if !ok {
			return o
		}
		next, err := in.x.Dereference(ref)
		if err != nil {
			return nil
		}
		o = next
	}
	return nil
}

// dict gives a dictionary, also that of a stream; nil where it is neither.
func (in *inspection) dict(o types.Object) types.Dict {
	switch d := in.get(o).(type) {
	case types.Dict:
		return d
	case types.StreamDict:
		return d.Dict
	case types.ObjectStreamDict:
		return d.Dict
	case types.XRefStreamDict:
		return d.Dict
	}
	return nil
}

func (in *inspection) array(o types.Object) types.Array {
	a, _ := in.get(o).(types.Array)
	return a
}

// items gives an array’s items, or a single object as the one item of a list.
func (in *inspection) items(o types.Object) types.Array {
	switch v := in.get(o).(type) {
	case nil:
		return nil
	case types.Array:
		return v
	}
	return types.Array{o}
}

func (in *inspection) name(o types.Object) string {
	n, _ := in.get(o).(types.Name)
	return string(n)
}

func (in *inspection) integer(o types.Object) (int, bool) {
	switch v := in.get(o).(type) {
	case types.Integer:
		return int(v), true
	case types.Float:
		return int(v), float64(int(v)) == float64(v)
	}
	return 0, false
}

func (in *inspection) number(o types.Object) (float64, bool) {
	switch v := in.get(o).(type) {
	case types.Integer:
		return float64(v), true
	case types.Float:
		return float64(v), true
	}
	return 0, false
}

func (in *inspection) truth(o types.Object) bool {
	b, _ := in.get(o).(types.Boolean)
	return bool(b)
}

// text gives a text string in UTF-8; false where it is no string or is not encoded as one.
func (in *inspection) text(o types.Object) (string, bool) {
	switch v := in.get(o).(type) {
	case types.StringLiteral, types.HexLiteral:
		s, err := model.Text(v)
		return s, err == nil
	}
	return "", false
}

// raw gives the bytes of a string as they are in the file.
func (in *inspection) raw(o types.Object) []byte {
	switch v := in.get(o).(type) {
	case types.StringLiteral:
		b, err := types.Unescape(string(v))
		if err != nil {
			return []byte(v)
		}
		return b
	case types.HexLiteral:
		b, err := hex.DecodeString(string(v))
		if err != nil {
			return []byte(v)
		}
		return b
	}
	return nil
}

// says reports whether an entry is a text with something in it.
func (in *inspection) says(o types.Object) bool {
	s, ok := in.text(o)
	return ok && strings.TrimSpace(s) != ""
}

func (in *inspection) stream(o types.Object) (types.StreamDict, bool) {
	s, ok := in.get(o).(types.StreamDict)
	return s, ok
}

var errBudget = errors.New("the file’s streams are larger than a letter can be")

// decoded gives a stream’s content without its filters.
func (in *inspection) decoded(s types.StreamDict) ([]byte, error) {
	if in.spare <= 0 {
		return nil, errBudget
	}
	content := s.Content
	if len(s.FilterPipeline) == 0 {
		content = s.Raw
	}
	if content == nil {
		content, _ = inflated(s, min(in.spare, largestStream))
	}
	if content == nil {
		if err := s.DecodeWithLimit(int64(min(in.spare, largestStream))); err != nil {
			return nil, err
		}
		content = s.Content
	}
	in.spare -= len(content)
	return content, nil
}

// numberOf is the object number of a reference, 0 of anything else.
func numberOf(o types.Object) int {
	if ref, ok := o.(types.IndirectRef); ok {
		return int(ref.ObjectNumber)
	}
	return 0
}
