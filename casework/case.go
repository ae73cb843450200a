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
	StageOverturned  Stage = "overturned"  // a refusal was undone; the family's notices are on their way
	StageWithdrawn   Stage = "withdrawn"
	StageEnded       Stage = "ended" // the child moved away or died
	StageClosed      Stage = "closed"
)

// Case is a case as its events make it. It holds dates, identities and the index of evidence; what was written at
// length stays in the events.
type Case struct {
	Ref          Ref                `json:"ref"`
	Seq          int                `json:"seq"` // of the last event
	Stage        Stage              `json:"stage"`
	Opened       Opened             `json:"opened"`
	Requests     []Asked            `json:"requests"` // the first, and any that joined it
	Officer      PersonID           `json:"officer"`  // who carries it now
	Family       []Addressee        `json:"family,omitempty"`
	Evidence     []Evidence         `json:"evidence,omitempty"`
	Dispute      []AddresseeID      `json:"dispute,omitempty"`    // parents whose views are kept apart
	Determined   bool               `json:"determined,omitempty"` // s.36(3) answered yes
	Consulted    []Consulted        `json:"consulted,omitempty"`
	Urgent       []UrgentReason     `json:"urgent,omitempty"`
	Listed       *Listed            `json:"listed,omitempty"`  // the next meeting, or the one that was held
	Sitting      *PanelMet          `json:"sitting,omitempty"` // the meeting took the case up, and with which quorum
	Interests    []InterestDeclared `json:"interests,omitempty"`
	Views        []MemberView       `json:"views,omitempty"` // the newest of each member
	Deferrals    int                `json:"deferrals,omitempty"`
	Recommended  *Recommended       `json:"recommended,omitempty"`
	Decided      *DecidedOn         `json:"decided,omitempty"`
	NoticeGiven  *NoticeGiven       `json:"notice_given,omitempty"`
	FeedbackOpen bool               `json:"feedback_open,omitempty"` // the setting has been, or is being, told
	Certificate  *CertificateIssued `json:"certificate,omitempty"`
	Challenge    *Challenge         `json:"challenge,omitempty"`  // an appeal or a mediation that is open
	Agreements   []Agreement        `json:"agreements,omitempty"` // what the council agreed to do at a mediation that undid nothing
	Undone       *Undone            `json:"undone,omitempty"`     // the refusal, where it was
	Assessment   *Assessment        `json:"assessment,omitempty"` // after a decision to assess, once something has happened
	Occasions    []Occasion         `json:"occasions,omitempty"`  // events that owe a letter besides requests and the decision
	Letters      []Letter           `json:"letters,omitempty"`
	Mended       []Mended           `json:"mended,omitempty"` // letters that were put right by others
	Calls        []Call             `json:"calls,omitempty"`
	Tasks        []Task             `json:"tasks,omitempty"`
	Exceptions   []ExceptionAt      `json:"exceptions,omitempty"`
	WarnedDays   []int              `json:"warned_days,omitempty"` // the warning points that have been recorded
	SendByPassed bool               `json:"send_by_passed,omitempty"`
	LimitPassed  bool               `json:"limit_passed,omitempty"` // under an exception
	BreachedOn   statute.Day        `json:"breached_on,omitzero"`
	Delay        *Delay             `json:"delay,omitempty"`      // what the family was last told of a late decision
	NoUpdates    []AddresseeID      `json:"no_updates,omitempty"` // who would rather have no more news of it
	AgeSwitched  bool               `json:"age_switched,omitempty"`
	Keys         map[string]Used    `json:"keys,omitempty"`       // idempotency keys of commands
	Moved        *TransferredOut    `json:"moved,omitempty"`      // another council is responsible
	NewSchool    *NewSchool         `json:"new_school,omitempty"` // the child changed school since the request
	ClosedWhy    string             `json:"closed_why,omitempty"`

	reading *reading // while a command is being given
}

// Used says what an idempotency key was used for.
type Used struct {
	Seq int     `json:"seq"` // the first event it gave
	Act ActKind `json:"act"`
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

// Call is a call to be made before a decision's letter, and how far it has come.
type Call struct {
	Addressee AddresseeID `json:"addressee"`
	For       int         `json:"for"`   // the event that owes the letter
	Tries     int         `json:"tries"` // two are enough
	Over      bool        `json:"over"`  // reached, tried twice, or out of time: the letter may go
}

// ExceptionAt is a claimed exception and whether its fact has ended.
type ExceptionAt struct {
	Rule  statute.RuleID `json:"rule"` // whose limit it was claimed against
	Limb  string         `json:"limb"`
	Stand bool           `json:"stands"`
	From  statute.Day    `json:"from"`
	Until statute.Day    `json:"until,omitzero"` // the first day after the fact, none while it lasts
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
	c.Requests = slices.Clone(c.Requests)
	c.Family = slices.Clone(c.Family)
	c.Evidence = slices.Clone(c.Evidence)
	c.Consulted = slices.Clone(c.Consulted)
	c.Urgent = slices.Clone(c.Urgent)
	c.Interests = slices.Clone(c.Interests)
	c.Views = slices.Clone(c.Views)
	c.Occasions = slices.Clone(c.Occasions)
	c.Letters = slices.Clone(c.Letters)
	c.Calls = slices.Clone(c.Calls)
	c.Tasks = slices.Clone(c.Tasks)
	c.Exceptions = slices.Clone(c.Exceptions)
	c.WarnedDays = slices.Clone(c.WarnedDays)
	keys := make(map[string]Used, len(c.Keys)+1)
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
			c.Keys = map[string]Used{}
		}
		if _, seen := c.Keys[e.Key]; !seen {
			c.Keys[e.Key] = Used{Seq: e.Seq, Act: e.Act}
		}
	}
	c.take(e.Light())
	c.Occasions = append(c.Occasions, c.notYet(OccasionsOf(e))...)
	return nil
}

// notYet leaves out what a family is sent once, however often its occasion comes: the list of papers, when the case is
// listed for another meeting.
func (c *Case) notYet(occasions []Occasion) []Occasion {
	return slices.DeleteFunc(occasions, func(o Occasion) bool {
		return o.Letter == PapersLetter && slices.ContainsFunc(c.Occasions, func(before Occasion) bool { return before.Letter == PapersLetter })
	})
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
		if c.Letters[i].Key != key {
			continue
		}
		change(&c.Letters[i])
		if state := c.Letters[i].State; state != LetterIssued && state != LetterStuck {
			c.finish(lookTask(key))
		}
	}
}

// Closed reports whether nothing more can follow.
func (c Case) Closed() bool { return c.Stage == StageClosed }

// Waits reports whether the family still waits for its decision.
func (c Case) Waits() bool { return c.Stage.Waits() }

// Waits reports whether the family of a case in this stage still waits for its decision.
func (s Stage) Waits() bool { return slices.Contains(append(beforeDecision(), StageDecided), s) }

// Clock is the state of the six-week clock in a few words, for lists.
func (c Case) Clock() string {
	switch {
	case c.NoticeGiven != nil && c.NoticeGiven.On.After(c.Opened.Decide.Due):
		return "met late"
	case c.NoticeGiven != nil:
		return "met"
	case c.ended():
		return "ended"
	case !c.BreachedOn.IsZero():
		return "breached"
	case c.LimitPassed:
		return "passed under an exception"
	case c.SendByPassed:
		return "send-by passed"
	case len(c.WarnedDays) > 0:
		return "warned"
	}
	return "running"
}

// ended reports whether the clock has nothing more to say to the council.
func (c Case) ended() bool {
	return c.Stage == StageWithdrawn || c.Stage == StageEnded || c.Stage == StageClosed
}

// Exhibit finds a document in the index of evidence.
func (c Case) Exhibit(id DocumentID) (Evidence, bool) {
	for _, e := range c.Evidence {
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
	for _, a := range c.Family {
		if a.ID == id {
			return a, true
		}
	}
	return Addressee{}, false
}
