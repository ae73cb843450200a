package casework

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// ReadStrict reads one JSON object that a person of the council wrote. The error names a field that it does not know, or
// the line that is not JSON.
func ReadStrict(data []byte, into any) error { return readStrict(data, into) }

// readStrict reads one JSON object that a person of the council wrote, and refuses a field it does not know: there a
// slip of the pen would lose a reason.
func readStrict(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	var (
		syntax *json.SyntaxError
		shape  *json.UnmarshalTypeError
	)
	switch {
	case errors.As(err, &syntax):
		line, column := position(data, syntax.Offset)
		return fmt.Errorf("line %d, column %d is not valid JSON (%w)", line, column, err)
	case errors.As(err, &shape):
		return fmt.Errorf("%s is %s, which does not belong there", shape.Field, aJSON(shape.Value))
	case err != nil && strings.HasPrefix(err.Error(), "json: unknown field "):
		return fmt.Errorf("%s is not a field it knows; correct its spelling or take it out", strings.TrimPrefix(err.Error(), "json: unknown field "))
	case err != nil:
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is more after its end; send one object only")
	}
	return nil
}
