package casework

import "sendpanel/statute"

// Reassign gives the case to another officer.
type Reassign struct {
	Officer PersonID `json:"officer"`
	Why     string   `json:"why,omitempty"`
}

// Kind is ActReassign.
func (Reassign) Kind() ActKind { return ActReassign }

func (a Reassign) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	if a.Officer == "" || a.Officer == c.Officer {
		g.add("officer", "must be another officer.", "Name who carries the case from now on.")
	}
}

func (a Reassign) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{Reassigned(a)}, nil
}

// TransferOut records that the child moved to another council's area on the day. Its clock here ends.
type TransferOut struct {
	On     statute.Day `json:"on"`
	To     string      `json:"to"`
	Papers bool        `json:"papers"`
}

// Kind is ActTransfer.
func (TransferOut) Kind() ActKind { return ActTransfer }

func (a TransferOut) check(c Case, _ Actor, on statute.Day, g *gaps) {
	if a.On.IsZero() || a.On.Before(c.Opened.Received) || a.On.After(on) {
		g.add("on", "must lie between the day of receipt and today.", "Give the day of the move.")
	}
	if blank(a.To) {
		g.add("to", "is missing.", "Name the council that is responsible now.")
	}
}

// follows asks for the papers to be sent on where they have not gone. The case closes once the family has been told in
// writing who is responsible now.
func (a TransferOut) follows(c Case, by Actor, on statute.Day) ([]Body, error) {
	bodies := append([]Body{TransferredOut(a)}, c.recallAll("The child has moved to another area.")...)
	if !a.Papers {
		bodies = append(bodies, TaskRaised{Task: "papers-to-other-council", For: CaseworkOfficer, What: "Send " + a.To + " the papers on this child, with the day on which the request came, and finish this task."})
	}
	after, err := c.Apply(c.Record(bodies, by, on.At(12, 0))...)
	if err != nil {
		return nil, err
	}
	if len(c.family()) == 0 {
		bodies = append(bodies, after.closeWhenTold()...)
	}
	return bodies, nil
}

// RecordDeath records that the child died. Every letter stops at once.
type RecordDeath struct {
	On statute.Day `json:"on"`
}

// Kind is ActDied.
func (RecordDeath) Kind() ActKind { return ActDied }

func (a RecordDeath) check(_ Case, _ Actor, on statute.Day, g *gaps) {
	if a.On.IsZero() || a.On.After(on) {
		g.add("on", "must be a day up to today.", "Give the day.")
	}
}

func (a RecordDeath) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	bodies := append([]Body{Died(a)}, c.recallAll("Nothing more is sent.")...)
	return append(bodies, Closed{Why: whyDied}), nil
}

// recallAll voids every letter that has been printed and not posted.
func (c Case) recallAll(why string) []Body {
	var bodies []Body
	for _, key := range c.Printed() {
		bodies = append(bodies, Voided{Letter: key, Why: why})
	}
	return bodies
}
