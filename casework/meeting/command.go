package meeting

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Command is what a person asks to have recorded in a meeting.
type Command struct {
	Key string // the idempotency key: given twice, it is one act
	By  casework.Actor
	Act Act
}

// Act is one kind of thing a person may do with a meeting.
type Act interface {
	Kind() casework.ActKind
	check(s scene, g *gaps)
	follows(s scene) ([]Body, []Tell)
}

// scene is what an act is held against.
type scene struct {
	m      Meeting
	agenda Agenda
	by     casework.Actor
	on     statute.Day
}

// Do checks the command against the meeting and its agenda as they stand on the day and turns it into what follows, or
// refuses it with every gap named. A command whose key is known gives nothing and no error.
func (m Meeting) Do(cmd Command, a Agenda, at time.Time) (Follows, error) {
	if used, known := m.Keys[cmd.Key]; known && cmd.Key != "" {
		if used.Act == cmd.Act.Kind() {
			return Follows{}, nil
		}
		return Follows{}, gaps{{Path: "key", What: fmt.Sprintf("was used for another act, %s.", used.Act), Mend: "Send it again with a key of its own."}}.refuse(cmd.Act.Kind())
	}
	if err := m.Admits(cmd); err != nil {
		return Follows{}, err
	}
	s := scene{m: m, agenda: a, by: cmd.By, on: statute.DayOf(at)}
	var g gaps
	if cmd.Act.check(s, &g); len(g) > 0 {
		return Follows{}, g.refuse(cmd.Act.Kind())
	}
	bodies, tells := cmd.Act.follows(s)
	f := Follows{By: cmd.By, Events: m.record(bodies, cmd.By, at), Tells: tells}
	for i := range f.Events {
		f.Events[i].Act = cmd.Act.Kind()
	}
	f.Events[0].Key = cmd.Key
	return f, nil
}

// Admits asks the table alone: whether such a command may be given to the meeting as it stands, by this person. What
// depends on the agenda only [Meeting.Do] can tell.
func (m Meeting) Admits(cmd Command) error {
	var g gaps
	kind := cmd.Act.Kind()
	if _, again := m.Keys[cmd.Key]; again && cmd.Key != "" {
		return nil
	}
	if rule := ruleOf(kind); !slices.Contains(rule.In, m.Stage) {
		g.addf("", "Look at the meeting to see what may follow now.", "%s cannot be recorded: the meeting is %s.", rule.Words, m.Stage)
	} else {
		rule.admit(m, cmd, &g)
	}
	return g.refuse(kind)
}

// record numbers what happened so that it follows the meeting's last event.
func (m Meeting) record(bodies []Body, by casework.Actor, at time.Time) []Event {
	events := make([]Event, len(bodies))
	for i, b := range bodies {
		events[i] = Event{Seq: m.Seq + i + 1, FellOn: statute.DayOf(at), RecordedAt: at.UTC(), By: by, Body: b}
	}
	return events
}

// gaps collects what stands in the way of one command.
type gaps []casework.Gap

func (g *gaps) addf(path, mend, format string, args ...any) {
	*g = append(*g, casework.Gap{Path: path, What: fmt.Sprintf(format, args...), Mend: mend})
}

func (g gaps) refuse(act casework.ActKind) error {
	if len(g) == 0 {
		return nil
	}
	return &casework.Refused{Act: act, Gaps: g, Words: Words(act)}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

type commandJSON struct {
	Key  string           `json:"key"`
	By   casework.Actor   `json:"by"`
	Kind casework.ActKind `json:"act"`
	Body json.RawMessage  `json:"body"`
}

// MarshalJSON writes the command with the kind of its act beside it.
func (cmd Command) MarshalJSON() ([]byte, error) {
	if cmd.Act == nil {
		return nil, fmt.Errorf("write a command to a meeting: it has no act")
	}
	body, err := json.Marshal(cmd.Act)
	if err != nil {
		return nil, fmt.Errorf("write a command to a meeting: %w", err)
	}
	return json.Marshal(commandJSON{Key: cmd.Key, By: cmd.By, Kind: cmd.Act.Kind(), Body: body})
}

// UnmarshalJSON reads a command; an unknown act is an error.
func (cmd *Command) UnmarshalJSON(data []byte) error {
	var j commandJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return fmt.Errorf("read a command to a meeting: %w", err)
	}
	act, err := ReadAct(j.Kind, j.Body)
	if err != nil {
		return err
	}
	*cmd = Command{Key: j.Key, By: j.By, Act: act}
	return nil
}

// ReadAct reads the JSON of one kind of act. The error names the kind or the field that could not be read.
func ReadAct(kind casework.ActKind, data []byte) (Act, error) {
	switch kind {
	case ActDate:
		return actFrom[ChangeDate](kind, data)
	case ActCancel:
		return actFrom[Cancel](kind, data)
	case ActCapacity:
		return actFrom[SetCapacity](kind, data)
	case ActInvite:
		return actFrom[Invite](kind, data)
	case ActExcuse:
		return actFrom[Excuse](kind, data)
	case ActRelease:
		return actFrom[Release](kind, data)
	case ActAttend:
		return actFrom[Attend](kind, data)
	case ActOpen:
		return actFrom[Open](kind, data)
	case ActTakeUp:
		return actFrom[TakeUp](kind, data)
	case ActClose:
		return actFrom[Close](kind, data)
	}
	return nil, fmt.Errorf("%q is not a kind of command to a meeting", kind)
}

func actFrom[A Act](kind casework.ActKind, data []byte) (Act, error) {
	var a A
	if err := casework.ReadStrict(data, &a); err != nil {
		return nil, fmt.Errorf("read the %s: %w", kind, err)
	}
	return a, nil
}
