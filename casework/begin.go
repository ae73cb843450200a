package casework

import (
	"fmt"
	"slices"
	"strings"
)

// Begin makes the events with which a case begins: the receipt and, where the council's standing rule says so, the
// determination on the same day that a plan may be necessary (s.36(3)), in the name of the officer whose rule it is.
//
// That rule is the safer reading for the family: it owes them the invitation to give views, and the agencies theirs
// (s.36(7), reg 4(2)). An officer whose delegation is not in force determines nothing, and the case opens all the same. A
// case in which nobody can be written to begins with a manager's task. The errors are those of [Open].
func Begin(r Request, in Intake, standing *Actor) ([]Event, error) {
	first, err := Open(r, in)
	if err != nil {
		return nil, err
	}
	events := []Event{first}
	c, err := Fold(events)
	if err != nil {
		return nil, err
	}
	if standing != nil && standing.Delegation != nil {
		more, err := c.Do(Command{Key: "determined-on-receipt", By: *standing, Act: Determine{OnReceipt: true, Why: "The council’s standing rule."}}, first.RecordedAt)
		if err != nil {
			return nil, fmt.Errorf("determine %s on receipt: %w", in.Ref, err)
		}
		events = append(events, more...)
		if c, err = c.Apply(more...); err != nil {
			return nil, err
		}
	}
	return append(events, c.Record(slices.Concat(c.noSafeAddressee(), unproved(r), untranslated(r)), Engine(), first.RecordedAt)...), nil
}

// PublicForm is who entered a request that somebody made on the council's page without signing in.
const PublicForm = "the public form"

// unproved is the officer's task of a request from somebody whom nobody knows yet. The six weeks run all the same.
func unproved(r Request) []Body {
	if r.EnteredBy.Line() != PublicForm {
		return nil
	}
	return []Body{TaskRaised{Task: "confirm-requester", For: CaseworkOfficer, What: "Nobody has confirmed who asked. Ring them, make sure that they are the parent, the carer or the young person, and confirm where their codes may go, before a letter tells them what the school says."}}
}

// untranslated is the officer's task of a reason that is not written in English: whoever decides has to be able to read it.
func untranslated(r Request) []Body {
	language := r.ReasonLanguage.Line()
	if language == "" || strings.EqualFold(language, "English") || r.Reason.Empty() {
		return nil
	}
	return []Body{TaskRaised{Task: "translate-reason", For: CaseworkOfficer, What: fmt.Sprintf(
		"Why the assessment is asked for is written in %s: have it translated, and keep the translation with the request’s papers.", language)}}
}
