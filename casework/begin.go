package casework

import "fmt"

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
	return append(events, c.Record(c.noSafeAddressee(), Engine(), first.RecordedAt)...), nil
}
