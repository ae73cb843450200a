package examples

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// readStrict reads one JSON object and refuses a field it does not know. The error names it, or the line.
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
		return fmt.Errorf("line %d is not valid JSON: %w", lineOf(data, syntax.Offset), err)
	case errors.As(err, &shape):
		return fmt.Errorf("%s is a %s, which does not belong there", shape.Field, shape.Value)
	case err != nil:
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is more after its end")
	}
	return nil
}

func lineOf(data []byte, offset int64) int {
	return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n"))
}
