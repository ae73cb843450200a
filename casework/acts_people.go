package casework

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/statute"
)

// SetAddressee records somebody who is written to from now on, or how somebody is reached: a carer, a second household, a
// new address, a safe contact. A letter to the old address that has not been posted is taken back and printed again.
type SetAddressee struct {
	Addressee Addressee    `json:"addressee"` // with an empty id, somebody new
	Why       string       `json:"why"`
	Evidence  []DocumentID `json:"evidence,omitempty"`
}

// Kind is ActSetAddressee.
func (SetAddressee) Kind() ActKind { return ActSetAddressee }

func (a SetAddressee) check(c Case, _ Actor, on statute.Day, g *gaps) {
	who := a.Addressee
	if _, known := c.Addressee(who.ID); who.ID != "" && (!known || who.ID == School) {
		g.addf("addressee.id", "Leave it out to add somebody, or copy it from the case.", "%q is not a member of the family in this case.", who.ID)
	}
	if !slices.Contains([]Standing{Parent, YoungPerson, AlternativePerson, Supporter}, who.Standing) {
		g.addf("addressee.standing", "Write parent, young_person, alternative_person or supporter.", "%q is not a standing.", who.Standing)
	}
	if who.Standing == Parent && IsYoungPerson(c.Opened.Child.DateOfBirth, on) {
		g.add("addressee.standing", "cannot be parent: the young person holds the rights now.", "Write supporter where the young person wants this parent copied in, or alternative_person where capacity is lacking.")
	}
	if blank(who.Name) || len(who.Address) == 0 || blank(who.Postcode) {
		g.add("addressee", "needs a name, an address and a postcode.", "Fill in all three; they stand on the envelope.")
	}
	who.checkCare(c, "addressee.", g)
	if blank(a.Why) {
		g.add("why", "is missing.", "Say who confirmed it and how.")
	}
}

func (a SetAddressee) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	if a.Addressee.ID == "" {
		a.Addressee.ID = c.nextFamilyID()
	}
	if a.Addressee.Channel == "" {
		a.Addressee.Channel = statute.FirstClass
	}
	return append([]Body{AddresseeSet(a)}, c.recall(a.Addressee.ID, "The person is reached in another way now.")...), nil
}

// nextFamilyID is the first family ID that nobody in the case has ever had.
func (c Case) nextFamilyID() AddresseeID {
	last := 0
	note := func(id AddresseeID) {
		var n int
		if _, err := fmt.Sscanf(string(id), "family-%d", &n); err == nil {
			last = max(last, n)
		}
	}
	for _, a := range append(slices.Clone(c.Opened.Family), c.Family...) {
		note(a.ID)
	}
	for _, l := range c.Letters {
		note(l.Key.To)
	}
	return AddresseeID(fmt.Sprintf("family-%d", last+1))
}

// recall voids the letters to somebody that have been printed and not posted.
func (c Case) recall(id AddresseeID, why string) []Body {
	var bodies []Body
	for _, key := range c.Printed() {
		if key.To == id {
			bodies = append(bodies, Voided{Letter: key, Why: why})
		}
	}
	return bodies
}

// EndAddressee records that somebody is no longer written to: a court's order, the young person's choice, a death.
type EndAddressee struct {
	Addressee AddresseeID `json:"addressee"`
	Why       string      `json:"why"`
	Order     string      `json:"order,omitempty"` // the court's order, where one restricts
}

// Kind is ActEndAddressee.
func (EndAddressee) Kind() ActKind { return ActEndAddressee }

func (a EndAddressee) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	if who, known := c.Addressee(a.Addressee); !known || who.Standing == Setting {
		g.addf("addressee", "Copy it from the case.", "%q is not a member of the family in this case.", a.Addressee)
	}
	if blank(a.Why) {
		g.add("why", "is missing.", "Say why, and name the court’s order where one restricts.")
	}
}

// follows raises a manager's task when nobody is left to whom notice can be given.
func (a EndAddressee) follows(c Case, by Actor, on statute.Day) ([]Body, error) {
	bodies := append([]Body{AddresseeEnded(a)}, c.recall(a.Addressee, "The person is no longer written to.")...)
	after, err := c.Apply(c.Record(bodies, by, on.At(12, 0))...)
	if err != nil {
		return nil, err
	}
	if after.lastLetter() != "" {
		return append(bodies, after.closeWhenTold()...), nil
	}
	return append(bodies, after.noSafeAddressee()...), nil
}

// noSafeAddressee is the manager's task of a case in which nobody can be written to.
func (c Case) noSafeAddressee() []Body {
	if len(c.family()) > 0 {
		return nil
	}
	return []Body{TaskRaised{Task: TaskID(fmt.Sprintf("addressee/%d", c.Seq)), For: ServiceManager, What: "Nobody in the family can be written to. Find out today who is the parent (Education Act 1996 s.576), the young person or the alternative person, and record them: no notice can be given without."}}
}

// RecordCapacity records a finding on capacity: of one person, for one decision, from one day (reg 64, Sch 3; s.80).
// Capacity is presumed; whoever acts for a person who lacks it is recorded with [SetAddressee].
type RecordCapacity struct {
	Finding statute.CapacityFinding `json:"finding"`
	By      string                  `json:"by"`
}

// Kind is ActCapacity.
func (RecordCapacity) Kind() ActKind { return ActCapacity }

func (a RecordCapacity) check(_ Case, _ Actor, on statute.Day, g *gaps) {
	if blank(a.By) {
		g.add("by", "is missing.", "Name who assessed capacity, and their post.")
	}
	if blank(a.Finding.Decision) {
		g.add("finding.decision", "is missing.", "Capacity is always for a decision: name it.")
	}
	if a.Finding.On.IsZero() || a.Finding.On.After(on) {
		g.add("finding.on", "must be a day up to today.", "Give the day of the assessment.")
	}
}

func (a RecordCapacity) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{CapacityFound(a)}, nil
}

// callTries is how often a call is tried before its letter goes without it.
const callTries = 2

// RecordCall records a call to somebody in the family before a letter, or that it was tried. Never through a child or a
// relative as interpreter.
type RecordCall struct {
	Addressee   AddresseeID `json:"addressee"`
	Reached     bool        `json:"reached"`
	Interpreter string      `json:"interpreter,omitempty"`
	Said        string      `json:"said,omitempty"`
	Word        bool        `json:"word,omitempty"`    // they gave the word that was agreed with them
	Message     bool        `json:"message,omitempty"` // a message was left
}

// Kind is ActCall.
func (RecordCall) Kind() ActKind { return ActCall }

func (a RecordCall) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	who, known := c.Addressee(a.Addressee)
	if !known {
		g.addf("addressee", "Copy it from the case.", "%q is nobody in this case.", a.Addressee)
	}
	a.checkCare(who, g)
	if a.Reached && blank(a.Said) {
		g.add("said", "is missing.", "Write what was said, on both sides, in a sentence or two.")
	}
	if a.Reached && who.Interpreter && blank(a.Interpreter) {
		g.addf("interpreter", "Name the interpreter or their service. A child or a relative never interprets.", "is missing: %s asked for one.", a.Addressee)
	}
	for _, word := range []string{"mother", "father", "brother", "sister", "daughter", "son", "cousin", "aunt", "uncle", "child", "pupil"} {
		if slices.Contains(strings.FieldsFunc(strings.ToLower(a.Interpreter), notLetter), word) {
			g.addf("interpreter", "Use an interpreter’s service.", "seems to be a relative or a child (%q).", word)
		}
	}
}

func notLetter(r rune) bool { return r < 'a' || r > 'z' }

// follows closes the call's task when the call is over.
func (a RecordCall) follows(c Case, by Actor, on statute.Day) ([]Body, error) {
	who, _ := c.Addressee(a.Addressee)
	bodies := append([]Body{Called(a)}, a.leftAgainstTheirWish(who)...)
	after, err := c.Apply(c.Record(bodies, by, on.At(12, 0))...)
	if err != nil {
		return nil, err
	}
	for _, call := range after.Calls {
		if call.Addressee == a.Addressee && call.Over && c.taskOpen(callTask(call)) {
			bodies = append(bodies, TaskDone{Task: callTask(call), How: "The call was made or tried."})
		}
	}
	return bodies, nil
}

// callTask is the task of a call before a letter.
func callTask(call Call) TaskID { return TaskID(fmt.Sprintf("call:%s/%d", call.Addressee, call.For)) }

// callTasks are the tasks of the calls that a decision owes, for the officer who carries the case.
func (c Case) callTasks() []Body {
	var bodies []Body
	for _, call := range c.Calls {
		if call.Over || c.taskOpen(callTask(call)) {
			continue
		}
		bodies = append(bodies, TaskRaised{Task: callTask(call), For: CaseworkOfficer, What: c.callWhat(call)})
	}
	return bodies
}

// callWhat says whom to call, how, and how long the letter waits.
func (c Case) callWhat(call Call) string {
	who, _ := c.Addressee(call.Addressee)
	if c.Decided != nil && !c.Decided.On.Before(c.callsEnd()) {
		return fmt.Sprintf("Call %s today and tell them the decision, before the letter reaches them.%s The letter goes today and waits for no call.", call.Addressee, who.care())
	}
	return fmt.Sprintf("Call %s before the letter goes, and tell them the decision.%s Two tries; the letter goes on %s at the latest.", call.Addressee, who.care(), c.callsEnd().Short())
}

func (c Case) taskOpen(id TaskID) bool {
	return slices.ContainsFunc(c.Tasks, func(t Task) bool { return t.Task == id && !t.Done })
}
