package feedback

import (
	"fmt"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/statute"
)

// FromEvents makes the note of a case from its events and the request as it arrived, in the wording of a day. Its errors are those of [Build], and
// one of a request that cannot be read.
func FromEvents(c casework.Case, events []casework.Event, original []byte, on statute.Day) (Note, error) {
	request, _, err := casework.ParseRequest(original)
	if err != nil {
		return Note{}, fmt.Errorf("make the feedback note of %s: %w", c.Ref, err)
	}
	var (
		decided casework.Decided
		said    []casework.Consulted
	)
	for _, e := range events {
		switch b := e.Body.(type) {
		case casework.Decided:
			decided = b
		case casework.Consulted:
			said = append(said, b)
		}
	}
	return Build(c, decided.Decision, request, evidence.ReviewOf(request, c.Evidence), on, said...)
}
