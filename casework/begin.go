package casework

import "fmt"

// Begin makes the events with which a case begins: the receipt and, where the council's standing rule says so, the
// determination on the same day that a plan may be necessary (s.36(3)), in the name of the officer whose rule it is.
//
// That rule is the safer reading for the family: it owes them the invitation to give views, and the agencies theirs
// (s.36(7), reg 4(2)). The errors are those of [Open].
func Begin(r Request, in Intake, standing *Actor) ([]Event, error) {
	first, err := Open(r, in)
	if err != nil {
		return nil, err
	}
	events := []Event{first}
	if standing == nil {
		return events, nil
	}
	c, err := Fold(events)
	if err != nil {
		return nil, err
	}
	more, err := c.Do(Command{Key: "determined-on-receipt", By: *standing, Act: Determine{OnReceipt: true, Why: "The council’s standing rule."}}, first.RecordedAt)
	if err != nil {
		return nil, fmt.Errorf("determine %s on receipt: %w", in.Ref, err)
	}
	return append(events, more...), nil
}
