package casework

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sendpanel/statute"
)

// IdentityChanged: the child has another identity in law, by adoption for one. From now on only the new one is used; what
// holds the old one can be destroyed by a recorded disposal, and the chain still verifies.
type IdentityChanged struct {
	Child  Identity    `json:"child"`
	Family []Addressee `json:"family"`
	Why    string      `json:"why"`
}

// DisputeRecorded: the parents are in dispute. Their views are kept apart, and neither speaks for the other.
type DisputeRecorded struct {
	Between []AddresseeID `json:"between"`
	Why     string        `json:"why"`
	Over    bool          `json:"over,omitempty"` // the dispute has ended
}

// TransferredIn: the child came from another council's area while a request was under way there. The clock of the receipt
// here is not shortened by it.
type TransferredIn struct {
	From   string      `json:"from"`
	On     statute.Day `json:"on"` // the day on which responsibility passed
	Papers bool        `json:"papers"`
}

// Kind is KindIdentity, and so for each of the bodies below.
func (IdentityChanged) Kind() Kind { return KindIdentity }
func (DisputeRecorded) Kind() Kind { return KindDispute }
func (TransferredIn) Kind() Kind   { return KindTransferredIn }

// ChangeIdentity records another identity of the child in law. The family is recorded anew with it, so that no letter
// goes to anybody of before.
type ChangeIdentity struct {
	Child  Identity    `json:"child"`
	Family []Addressee `json:"family"`
	Why    string      `json:"why"`
}

// Kind is ActIdentity.
func (ChangeIdentity) Kind() ActKind { return ActIdentity }

func (a ChangeIdentity) check(_ Case, _ Actor, _ statute.Day, g *gaps) {
	if blank(a.Child.FullName()) || a.Child.DateOfBirth.IsZero() {
		g.add("child", "needs a name and a date of birth.", "Copy both from the order.")
	}
	if len(a.Family) == 0 {
		g.add("family", "is empty.", "Name the adoptive parents, or whoever is the parent now, with their address.")
	}
	for i, who := range a.Family {
		if blank(who.Name) || len(who.Address) == 0 || blank(who.Postcode) || who.Standing == "" {
			g.addf(fmt.Sprintf("family[%d]", i), "Fill in all four.", "needs a standing, a name, an address and a postcode.")
		}
	}
	if blank(a.Why) {
		g.add("why", "is missing.", "Name the order.")
	}
}

// follows takes back every printed letter, and gives the new family IDs that nobody of before has had.
func (a ChangeIdentity) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	family := slices.Clone(a.Family)
	for i := range family {
		family[i].ID = c.nextFamilyID()
		c.Family = append(slices.Clone(c.Family), family[i])
		if family[i].Channel == "" {
			family[i].Channel = statute.FirstClass
		}
	}
	bodies := []Body{IdentityChanged{Child: a.Child, Family: family, Why: a.Why}}
	bodies = append(bodies, c.recallAll("The child has another identity now.")...)
	return append(bodies, TaskRaised{Task: "seal-identity", For: ServiceManager, What: "Have the records manager destroy what holds the old identity: the request as it arrived, the first event and the letters. The chain still verifies."}), nil
}

// RecordDispute records that parents are in dispute, or that it is over.
type RecordDispute struct {
	Between []AddresseeID `json:"between"`
	Why     string        `json:"why"`
	Over    bool          `json:"over,omitempty"`
}

// Kind is ActDispute.
func (RecordDispute) Kind() ActKind { return ActDispute }

func (a RecordDispute) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	if len(a.Between) < 2 && !a.Over {
		g.add("between", "names fewer than two people.", "Name those in dispute, as family-1 and family-2.")
	}
	for i, id := range a.Between {
		if who, known := c.Addressee(id); !known || who.Standing == Setting {
			g.addf(fmt.Sprintf("between[%d]", i), "Copy it from the case.", "%q is not a member of the family in this case.", id)
		}
	}
	if blank(a.Why) {
		g.add("why", "is missing.", "Say in a sentence what is in dispute, or how it ended.")
	}
}

func (a RecordDispute) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{DisputeRecorded(a)}, nil
}

// TransferIn records that the child came from another council's area while a request was under way there.
type TransferIn struct {
	From   string      `json:"from"`
	On     statute.Day `json:"on"`
	Papers bool        `json:"papers"`
}

// Kind is ActTransferIn.
func (TransferIn) Kind() ActKind { return ActTransferIn }

func (a TransferIn) check(_ Case, _ Actor, on statute.Day, g *gaps) {
	if blank(a.From) {
		g.add("from", "is missing.", "Name the other council.")
	}
	if a.On.IsZero() || a.On.After(on) {
		g.add("on", "must be a day up to today.", "Give the day on which responsibility passed.")
	}
}

// follows asks for the papers where they have not come.
func (a TransferIn) follows(Case, Actor, statute.Day) ([]Body, error) {
	bodies := []Body{TransferredIn(a)}
	if !a.Papers {
		bodies = append(bodies, TaskRaised{Task: "papers-from-other-council", For: CaseworkOfficer, What: "Ask " + a.From + " for its papers on this child. The six weeks go on."})
	}
	return bodies, nil
}

// takeFamily takes what changes who the family is.
func (c *Case) takeFamily(e Event) {
	switch b := e.Body.(type) {
	case IdentityChanged:
		c.Opened.Child, c.Opened.Family, c.Family = b.Child, b.Family, b.Family
		c.Calls = nil
		if c.Decided != nil && c.NoticeGiven == nil {
			c.planCalls(c.Decided.Seq)
		}
	case DisputeRecorded:
		c.Dispute = b.Between
		if b.Over {
			c.Dispute = nil
		}
	}
}

// disagree names those in dispute who have not confirmed a withdrawal.
func (c Case) disagree(confirmed AddresseeID, agreed []AddresseeID) []string {
	var missing []string
	for _, id := range c.Dispute {
		if id != confirmed && !slices.Contains(agreed, id) {
			missing = append(missing, string(id))
		}
	}
	return missing
}

// AgeSwitchOn is the day from which letters go to the young person, as long as it is still to come.
func (c Case) AgeSwitchOn() (statute.Day, bool) {
	coming := c.ageMoment()
	if len(coming) == 0 || c.ended() {
		return statute.Day{}, false
	}
	return coming[0].on, true
}

// AgendaOrder sorts cases as a panel takes them: urgent ones first, then by the last day for sending, then as they came.
// The duty is to act as soon as practicable; the limit is only its long-stop.
func AgendaOrder(cases []Case) []Case {
	ordered := slices.Clone(cases)
	slices.SortStableFunc(ordered, func(a, b Case) int {
		if a, b := len(a.Urgent) > 0, len(b.Urgent) > 0; a != b {
			if a {
				return -1
			}
			return 1
		}
		return cmp.Or(a.Opened.Decide.SendBy.Compare(b.Opened.Decide.SendBy), strings.Compare(string(a.Ref), string(b.Ref)))
	})
	return ordered
}

// SuggestedInterests are the interests that the records show, of those who would sit on the case: who works for the
// child's setting, who carries the case, to whom the family objects.
func (c Case) SuggestedInterests(members []Actor) map[PersonID]string {
	suggested := map[PersonID]string{}
	for _, m := range members {
		if what, has := c.InterestOf(m); has {
			suggested[m.Person] = what
		}
	}
	return suggested
}
