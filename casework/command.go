package casework

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"sendpanel/statute"
)

// Command is what a person asks to have recorded in a case.
type Command struct {
	Key string // the idempotency key of the form or the call: given twice, it is one act
	By  Actor
	Act Act
}

// Act is one kind of thing a person may do in a case.
type Act interface {
	Kind() ActKind
	// check adds what stands in the way of the act, given the case, the person and the day.
	check(c Case, by Actor, on statute.Day, g *gaps)
	// follows says what happened, once nothing stands in the way.
	follows(c Case, by Actor, on statute.Day) ([]Body, error)
}

// Do checks the command against the case as it stands on the day and turns it into events, or refuses it with every gap
// named. A command whose key is known has been recorded: it gives no events and no error.
//
// The events carry on from c.Seq; at is the moment in case time, and on its civil day in London.
func (c Case) Do(cmd Command, at time.Time) ([]Event, error) {
	if given, err := c.given(cmd); given || err != nil {
		return nil, err
	}
	on := statute.DayOf(at)
	c.reading = new(reading) // once for the check and for what is recorded
	if err := c.allows(cmd, on); err != nil {
		return nil, err
	}
	bodies, err := cmd.Act.follows(c, cmd.By, on)
	if err != nil {
		return nil, fmt.Errorf("%s in %s: %w", cmd.Act.Kind(), c.Ref, err)
	}
	events := c.Record(bodies, cmd.By, at)
	for i := range events {
		events[i].Act = cmd.Act.Kind()
	}
	events[0].Key = cmd.Key
	return events, nil
}

// MayDo refuses what Do would refuse, but for weak reasons: reading them takes longer than all else, so they are read once,
// where the command is recorded.
func (c Case) MayDo(cmd Command, at time.Time) error {
	if given, err := c.given(cmd); given || err != nil {
		return err
	}
	c.reading = &reading{done: true}
	return c.allows(cmd, statute.DayOf(at))
}

// given reports whether the command was recorded before, under its key. A key is refused to another act.
func (c Case) given(cmd Command) (bool, error) {
	used, known := c.Keys[cmd.Key]
	if !known || cmd.Key == "" {
		return false, nil
	}
	if used.Act == cmd.Act.Kind() {
		return true, nil
	}
	return false, &Refused{Act: cmd.Act.Kind(), Gaps: []Gap{{Path: "key", What: fmt.Sprintf("was used for another act, %s.", used.Act), Mend: "Send it again with a key of its own."}}}
}

// allows asks the table of commands, then the act itself.
func (c Case) allows(cmd Command, on statute.Day) error {
	var g gaps
	kind := cmd.Act.Kind()
	rule, known := ruleOf(kind)
	switch {
	case !known:
		g.addf("", "", "%q is not a kind of command.", kind)
	case !slices.Contains(rule.In, c.Stage):
		g.addf("", "Look at the case’s timeline for what may follow now.", "%s cannot be recorded: the case is %s.", kind.Words(), c.Stage)
	default:
		rule.admit(c, cmd.By, &g)
	}
	if len(g) == 0 {
		cmd.Act.check(c, cmd.By, on, &g)
	}
	return g.refuse(kind)
}

// Record numbers what happened so that it follows the case's last event.
func (c Case) Record(bodies []Body, by Actor, at time.Time) []Event {
	on := statute.DayOf(at)
	events := make([]Event, len(bodies))
	for i, b := range bodies {
		events[i] = Event{Seq: c.Seq + i + 1, FellOn: on, RecordedAt: at.UTC(), By: by, Body: b}
	}
	return events
}

func nameOf(a Actor) string {
	if a.Name != "" {
		return a.Name
	}
	if a.Person != "" {
		return string(a.Person)
	}
	return "somebody unnamed"
}

type commandJSON struct {
	Key  string          `json:"key"`
	By   Actor           `json:"by"`
	Kind ActKind         `json:"act"`
	Body json.RawMessage `json:"body"`
}

// MarshalJSON writes the command with the kind of its act beside it.
func (cmd Command) MarshalJSON() ([]byte, error) {
	if cmd.Act == nil {
		return nil, fmt.Errorf("write a command: it has no act")
	}
	body, err := json.Marshal(cmd.Act)
	if err != nil {
		return nil, fmt.Errorf("write a command: %w", err)
	}
	return json.Marshal(commandJSON{Key: cmd.Key, By: cmd.By, Kind: cmd.Act.Kind(), Body: body})
}

// UnmarshalJSON reads a command; an unknown act is an error.
func (cmd *Command) UnmarshalJSON(data []byte) error {
	var j commandJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return fmt.Errorf("read a command: %w", err)
	}
	act, err := ReadAct(j.Kind, j.Body)
	if err != nil {
		return err
	}
	*cmd = Command{Key: j.Key, By: j.By, Act: act}
	return nil
}
