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

// ActKind names a kind of command.
type ActKind string

// Kinds of command.
const (
	ActDetermine ActKind = "determine"
	ActConsult   ActKind = "consult"
	ActView      ActKind = "record_view"
	ActRecommend ActKind = "recommend"
	ActDecide    ActKind = "decide"
	ActPost      ActKind = "confirm_posted"
	ActFinish    ActKind = "finish_task"
	ActWithdraw  ActKind = "withdraw"
)

// Words is the act as a message names it.
func (k ActKind) Words() string {
	words := map[ActKind]string{
		ActDetermine: "The determination", ActConsult: "The consultation", ActView: "The panel view", ActRecommend: "The recommendation",
		ActDecide: "The decision", ActPost: "The posting", ActFinish: "The task", ActWithdraw: "The withdrawal",
	}
	if w, ok := words[k]; ok {
		return w
	}
	return "The command"
}

// lawful says in which stages each command may be given.
var lawful = map[ActKind][]Stage{
	ActDetermine: {StageReceived},
	ActConsult:   {StageReceived, StageConsidering, StageRecommended},
	ActView:      {StageConsidering},
	ActRecommend: {StageConsidering},
	ActDecide:    {StageReceived, StageConsidering, StageRecommended},
	ActPost:      {StageReceived, StageConsidering, StageRecommended, StageDecided, StageNotified},
	ActFinish:    {StageReceived, StageConsidering, StageRecommended, StageDecided, StageNotified, StageWithdrawn},
	ActWithdraw:  {StageReceived, StageConsidering, StageRecommended},
}

// mayBeGivenBy says which roles each command takes. One of them is enough.
var mayBeGivenBy = map[ActKind][]Role{
	ActDetermine: {DecisionMaker},
	ActConsult:   {CaseworkOfficer},
	ActView:      {PanelMember, PanelChair},
	ActRecommend: {PanelChair},
	ActDecide:    {DecisionMaker},
	ActPost:      {Clerk, CaseworkOfficer},
	ActFinish:    {CaseworkOfficer, Clerk, ServiceManager, Director},
	ActWithdraw:  {CaseworkOfficer},
}

// Do checks the command against the case as it stands on the day and turns it into events, or refuses it with every gap
// named. A command whose key is known has been recorded: it gives no events and no error.
//
// The events carry on from c.Seq; at is the moment in case time, and on its civil day in London.
func (c Case) Do(cmd Command, at time.Time) ([]Event, error) {
	if _, done := c.Keys[cmd.Key]; done && cmd.Key != "" {
		return nil, nil
	}
	on := statute.DayOf(at)
	if err := c.allows(cmd, on); err != nil {
		return nil, err
	}
	bodies, err := cmd.Act.follows(c, cmd.By, on)
	if err != nil {
		return nil, fmt.Errorf("%s in %s: %w", cmd.Act.Kind(), c.Ref, err)
	}
	events := c.Record(bodies, cmd.By, at)
	events[0].Key = cmd.Key
	return events, nil
}

// allows asks the two tables, then the act itself.
func (c Case) allows(cmd Command, on statute.Day) error {
	var g gaps
	kind := cmd.Act.Kind()
	if !slices.Contains(lawful[kind], c.Stage) {
		g.addf("", "Look at the case’s timeline for what may follow now.", "%s cannot be recorded: the case is %s.", kind.Words(), c.Stage)
		return g.refuse(kind)
	}
	if !slices.ContainsFunc(mayBeGivenBy[kind], cmd.By.Has) {
		g.addf("by", "Ask somebody who has that role, or have the role recorded in the council’s settings.",
			"%s is not for %s to record: it takes the role %s.", kind.Words(), nameOf(cmd.By), wordsOf(mayBeGivenBy[kind]))
		return g.refuse(kind)
	}
	cmd.Act.check(c, cmd.By, on, &g)
	return g.refuse(kind)
}

// Record numbers what happened so that it follows the case's last event.
func (c Case) Record(bodies []Body, by Actor, at time.Time) []Event {
	on := statute.DayOf(at)
	events := make([]Event, len(bodies))
	for i, b := range bodies {
		events[i] = Event{Seq: c.Seq + i + 1, FellOn: c.FellOn(b, on), RecordedAt: at.UTC(), By: by, Body: b}
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

func wordsOf(roles []Role) string {
	s := ""
	for i, r := range roles {
		if i > 0 {
			s += " or "
		}
		s += string(r)
	}
	return s
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

// ReadAct reads the JSON of one kind of act. The error names the kind or the field that could not be read.
func ReadAct(kind ActKind, data []byte) (Act, error) {
	switch kind {
	case ActDetermine:
		return actFrom[Determine](data)
	case ActConsult:
		return actFrom[Consult](data)
	case ActView:
		return actFrom[RecordView](data)
	case ActRecommend:
		return actFrom[Recommend](data)
	case ActDecide:
		return actFrom[Decide](data)
	case ActPost:
		return actFrom[ConfirmPosted](data)
	case ActFinish:
		return actFrom[FinishTask](data)
	case ActWithdraw:
		return actFrom[Withdraw](data)
	}
	return nil, fmt.Errorf("%q is not a kind of command", kind)
}

func actFrom[A Act](data []byte) (Act, error) {
	var a A
	if err := readStrict(data, &a); err != nil {
		return nil, fmt.Errorf("read the %s: %w", a.Kind(), err)
	}
	return a, nil
}
