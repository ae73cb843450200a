package letters

import (
	"sendpanel/casework"
	"sendpanel/casework/feedback"
	"sendpanel/council"
	"sendpanel/statute"
)

// Gather takes from a case's events what a letter may draw on. The case is what the events fold to; request gives the
// first request as it arrived, and is asked only where the letter needs it. Its error is the only one.
func Gather(c casework.Case, events []casework.Event, key casework.LetterKey, settings council.Council, on statute.Day, request func() ([]byte, error)) (Facts, error) {
	facts := Facts{Case: c, Council: settings, On: on, Owing: events[key.For-1], Mended: casework.MendedIn(events)}
	if decided, ok := facts.Owing.Body.(casework.Decided); ok {
		facts.Decision = &decided
	}
	if key.Kind != casework.FeedbackLetter && key.Kind != casework.SchoolFeedbackLetter {
		return facts, nil
	}
	original, err := request()
	if err != nil {
		return Facts{}, err
	}
	if note, err := feedback.FromEvents(c, events, original, on); err == nil { // without one the letter says what it lacks
		facts.Feedback = &note
	}
	return facts, nil
}
