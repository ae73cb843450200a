package casework

import (
	"fmt"
	"slices"

	"sendpanel/statute"
)

// Stage is how far a case has come.
type Stage string

// The stages of a case.
const (
	StageReceived    Stage = "received"    // on the clock; the council has not yet determined whether a plan may be necessary
	StageConsidering Stage = "considering" // determined yes: views and evidence are gathered, the panel looks
	StageRecommended Stage = "recommended" // the panel has advised
	StageDecided     Stage = "decided"     // a named officer has decided; the family's notices are on their way
	StageNotified    Stage = "notified"    // the family has been sent its notices
	StageWithdrawn   Stage = "withdrawn"
	StageClosed      Stage = "closed"
)

// Case is a case as its events make it. It holds dates, identities and the index of evidence; what was written at
// length stays in the events.
type Case struct {
	Ref          Ref            `json:"ref"`
	Seq          int            `json:"seq"` // of the last event
	Stage        Stage          `json:"stage"`
	Opened       Opened         `json:"opened"`
	Determined   bool           `json:"determined"` // s.36(3) answered yes
	Consulted    []Consulted    `json:"consulted,omitempty"`
	Views        []MemberView   `json:"views,omitempty"`
	Recommended  *Recommended   `json:"recommended,omitempty"`
	Decided      *DecidedOn     `json:"decided,omitempty"`
	NoticeGiven  *NoticeGiven   `json:"notice_given,omitempty"`
	Letters      []Letter       `json:"letters,omitempty"`
	Tasks        []Task         `json:"tasks,omitempty"`
	WarnedDays   []int          `json:"warned_days,omitempty"` // the warning points that have been recorded
	SendByPassed bool           `json:"send_by_passed,omitempty"`
	BreachedOn   statute.Day    `json:"breached_on,omitzero"`
	Keys         map[string]int `json:"keys,omitempty"` // idempotency keys of commands, and the event each began
	ClosedWhy    string         `json:"closed_why,omitempty"`
}

// MemberView is who recorded a view, and what was found.
type MemberView struct {
	Seq    int       `json:"seq"`
	Member PersonID  `json:"member"`
	Limbs  []Finding `json:"limbs"`
}

// DecidedOn is the decision as the case carries it.
type DecidedOn struct {
	Seq     int         `json:"seq"`
	On      statute.Day `json:"on"`
	Outcome Outcome     `json:"outcome"`
	By      PersonID    `json:"by"`
}

// Task is something a person has to do.
type Task struct {
	TaskRaised
	Raised statute.Day `json:"raised"`
	Done   bool        `json:"done,omitempty"`
}

// Fold makes the case that the events describe. They must be whole and in order, from the first.
func Fold(events []Event) (Case, error) {
	var c Case
	for _, e := range events {
		if err := c.apply(e); err != nil {
			return Case{}, err
		}
	}
	return c, nil
}

// Apply is the case after the events have happened; c itself stays as it was. The error says which event does not
// follow: a gap in the sequence is never passed over.
func (c Case) Apply(events ...Event) (Case, error) {
	next := c.clone()
	for _, e := range events {
		if err := next.apply(e); err != nil {
			return c, err
		}
	}
	return next, nil
}

func (c Case) clone() Case {
	c.Consulted = slices.Clone(c.Consulted)
	c.Views = slices.Clone(c.Views)
	c.Letters = slices.Clone(c.Letters)
	c.Tasks = slices.Clone(c.Tasks)
	c.WarnedDays = slices.Clone(c.WarnedDays)
	keys := make(map[string]int, len(c.Keys)+1)
	for k, v := range c.Keys {
		keys[k] = v
	}
	c.Keys = keys
	return c
}

func (c *Case) apply(e Event) error {
	if e.Seq != c.Seq+1 {
		return fmt.Errorf("apply event %d of %s: the last one applied is %d", e.Seq, c.Ref, c.Seq)
	}
	if _, first := e.Body.(Opened); first != (e.Seq == 1) {
		return fmt.Errorf("apply event %d of %s: a case begins with its receipt, once", e.Seq, c.Ref)
	}
	c.Seq = e.Seq
	if e.Key != "" {
		if c.Keys == nil {
			c.Keys = map[string]int{}
		}
		if _, seen := c.Keys[e.Key]; !seen {
			c.Keys[e.Key] = e.Seq
		}
	}
	c.take(e.Light())
	return nil
}

// take puts what the event says into the case.
func (c *Case) take(e Event) {
	switch b := e.Body.(type) {
	case Opened:
		c.Ref, c.Opened, c.Stage = b.Ref, b, StageReceived
	case Determined:
		c.Determined, c.Stage = true, StageConsidering
	case Consulted:
		c.Consulted = append(c.Consulted, b)
	case Viewed:
		c.Views = append(c.Views, MemberView{Seq: e.Seq, Member: e.By.Person, Limbs: b.Limbs})
	case Recommended:
		c.Recommended, c.Stage = &b, StageRecommended
	case Decided:
		c.Decided, c.Stage = &DecidedOn{Seq: e.Seq, On: e.FellOn, Outcome: b.Outcome, By: e.By.Person}, StageDecided
	case Issued:
		c.setLetter(Letter{Key: b.Letter, State: LetterIssued, SHA256: b.SHA256, Dated: b.Dated, By: b.By})
	case Posted:
		c.changeLetter(b.Letter, func(l *Letter) { l.State, l.Posted = LetterPosted, b.On })
	case Voided:
		c.changeLetter(b.Letter, func(l *Letter) { l.State = LetterVoided })
	case NoticeGiven:
		c.NoticeGiven, c.Stage = &b, StageNotified
	case Warned:
		for _, p := range b.Points {
			c.WarnedDays = append(c.WarnedDays, p.Days)
		}
	case SendByPassed:
		c.SendByPassed = true
	case Breached:
		c.BreachedOn = e.FellOn
	case TaskRaised:
		c.raise(b, e.FellOn)
	case TaskDone:
		c.finish(b.Task)
	case Withdrawn:
		c.Stage = StageWithdrawn
	case Closed:
		c.Stage, c.ClosedWhy = StageClosed, b.Why
	}
}

func (c *Case) setLetter(l Letter) {
	for i := range c.Letters {
		if c.Letters[i].Key == l.Key {
			c.Letters[i] = l
			return
		}
	}
	c.Letters = append(c.Letters, l)
}

func (c *Case) changeLetter(key LetterKey, change func(*Letter)) {
	for i := range c.Letters {
		if c.Letters[i].Key == key {
			change(&c.Letters[i])
		}
	}
}

// raise opens a task. One about a letter marks the letter as stuck, so that it is not tried again by itself.
func (c *Case) raise(t TaskRaised, on statute.Day) {
	c.Tasks = append(c.Tasks, Task{TaskRaised: t, Raised: on})
	if key, ok := t.Task.letter(); ok {
		c.setLetter(Letter{Key: key, State: LetterStuck})
	}
}

// finish closes a task. One about a letter has the letter owed again.
func (c *Case) finish(id TaskID) {
	for i := range c.Tasks {
		if c.Tasks[i].Task == id {
			c.Tasks[i].Done = true
		}
	}
	if key, ok := id.letter(); ok {
		c.changeLetter(key, func(l *Letter) { l.State = LetterVoided })
	}
}

// Closed reports whether nothing more can follow.
func (c Case) Closed() bool { return c.Stage == StageClosed }

// Clock is the state of the six-week clock in one word, for lists.
func (c Case) Clock() string {
	switch {
	case c.NoticeGiven != nil && c.NoticeGiven.On.After(c.Opened.Decide.Due):
		return "met late"
	case c.NoticeGiven != nil:
		return "met"
	case c.Stage == StageWithdrawn || c.Stage == StageClosed:
		return "ended"
	case !c.BreachedOn.IsZero():
		return "breached"
	case c.SendByPassed:
		return "send-by passed"
	case len(c.WarnedDays) > 0:
		return "warned"
	}
	return "running"
}

// Exhibit finds a document in the index of evidence.
func (c Case) Exhibit(id DocumentID) (Evidence, bool) {
	for _, e := range c.Opened.Evidence {
		if e.ID == id {
			return e, true
		}
	}
	return Evidence{}, false
}

// Addressee finds somebody to whom letters of the case go.
func (c Case) Addressee(id AddresseeID) (Addressee, bool) {
	if id == School && c.Opened.School != nil {
		return *c.Opened.School, true
	}
	for _, a := range c.Opened.Family {
		if a.ID == id {
			return a, true
		}
	}
	return Addressee{}, false
}
