package council

import (
	"fmt"
	"slices"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Confirms looks up again, in the settings of the day on which the event is recorded, what its command carried: that
// the person is there, with the name, post, roles, setting and delegation it says; for a view and a recommendation that
// they belong to the panel; for a recommendation that the quorum is the panel's, that enough of the panel were present
// and somebody who knows what the panel asks for; for a determination on receipt that the rule and its officer stand.
//
// What only the case can tell it leaves out: see [Council.ConfirmsIn].
//
// It is asked inside the transaction that records the event, since a command may have waited while the settings
// changed. The error is a [*casework.Refused] that names everything that no longer holds: nothing is to be recorded,
// and trying again does not help.
func (c Council) Confirms(e casework.Event) error { return c.confirms(nil, e) }

// ConfirmsIn is [Council.Confirms] for an event that is to follow the case as it stands. Of those present at a meeting
// it leaves out who works for the child's own setting, and a role that the panel takes in writing must have been
// recorded as a view before, where nobody who has it was there.
func (c Council) ConfirmsIn(in casework.Case, e casework.Event) error { return c.confirms(&in, e) }

func (c Council) confirms(in *casework.Case, e casework.Event) error {
	r := recheck{c: c, in: in, on: statute.DayOf(e.RecordedAt), act: commandOf(e)}
	if e.By.Person == casework.Engine().Person {
		if byPeople(e.Body.Kind()) {
			r.addf("by", "Give the command as the person who does it.", "%s is never recorded by the engine itself.", r.act.Words())
		}
		return r.err()
	}
	if e.By.Has(casework.FamilyMember) {
		r.family(e.By)
	} else if r.person(e.By) {
		r.body(e)
	}
	return r.err()
}

// byPeople reports whether somebody has to answer for the fact by name.
func byPeople(kind casework.Kind) bool {
	switch kind {
	case casework.KindDetermined, casework.KindConsulted, casework.KindUrgent, casework.KindInterest,
		casework.KindViewed, casework.KindDeferred, casework.KindRecommended, casework.KindDecided, casework.KindAddresseeSet,
		casework.KindAddresseeEnded, casework.KindCapacity, casework.KindCalled, casework.KindEvidenceAdded, casework.KindReleased,
		casework.KindPosted, casework.KindMended, casework.KindPaperConfirmed, casework.KindPaperHeld, casework.KindCertificate, casework.KindExceptionClaimed, casework.KindExceptionEnded,
		casework.KindTaskDone, casework.KindReassigned, casework.KindAppeal, casework.KindMediation, casework.KindAppealEnded, casework.KindMediationEnded, casework.KindReopened, casework.KindOverturned, casework.KindDelayTold, casework.KindUpdatesStopped,
		casework.KindTransferred, casework.KindSchoolChanged, casework.KindDecisionShared, casework.KindDied, casework.KindWithdrawn, casework.KindFamilySaid:
		return true
	}
	return false
}

// commandOf says which command an event comes from. Events of earlier versions do not say it themselves.
func commandOf(e casework.Event) casework.ActKind {
	if e.Act != "" {
		return e.Act
	}
	return map[casework.Kind]casework.ActKind{
		casework.KindDetermined: casework.ActDetermine, casework.KindConsulted: casework.ActConsult, casework.KindViewed: casework.ActView,
		casework.KindRecommended: casework.ActRecommend, casework.KindDecided: casework.ActDecide, casework.KindPosted: casework.ActPost,
		casework.KindVoided: casework.ActPost, casework.KindNoticeGiven: casework.ActPost, casework.KindTaskDone: casework.ActFinish,
		casework.KindWithdrawn: casework.ActWithdraw, casework.KindClosed: casework.ActWithdraw,
	}[e.Body.Kind()]
}

// recheck collects what no longer holds.
type recheck struct {
	c    Council
	in   *casework.Case // as it stands before; nil where it is not known
	on   statute.Day
	act  casework.ActKind
	gaps []casework.Gap
}

func (r *recheck) addf(path, mend, format string, args ...any) {
	r.gaps = append(r.gaps, casework.Gap{Path: path, What: fmt.Sprintf(format, args...), Mend: mend})
}

func (r *recheck) err() error {
	if len(r.gaps) == 0 {
		return nil
	}
	return &casework.Refused{Act: r.act, Gaps: r.gaps}
}

// family makes sure that somebody who acts as one of the family is nothing else, and is so in this case, under the name that
// they have in it before the event.
func (r *recheck) family(by casework.Actor) {
	if r.in == nil || len(by.Roles) != 1 || by.Delegation != nil || by.Setting != "" {
		r.addf("by", "Act as one or the other.", "%s acts as one of the family and as somebody else.", by.Person)
		return
	}
	if now, theirs := r.in.FamilyActor(casework.AddresseeID(by.Person)); !theirs || now.Name != by.Name {
		r.addf("by", "Sign in again.", "The case is not addressed to %s.", by.Person)
	}
}

const again = "Read the council’s settings and give the command again."

// person compares who the event says acted with who they are in the settings, and reports whether they are known.
func (r *recheck) person(by casework.Actor) bool {
	now, err := r.c.Actor(by.Person, r.on, by.Account)
	if err != nil {
		r.addf("by", "Act as somebody who works here on the day.", "%s.", err)
		return false
	}
	if by.Name != now.Name || by.Post != now.Post {
		r.addf("by", again, "%s is recorded as %s, %s, and is %s, %s, on %s.", by.Person, by.Name, by.Post, now.Name, now.Post, r.on.Short())
	}
	for _, role := range by.Roles {
		if !now.Has(role) {
			r.addf("by", "Have the role recorded in the council’s settings, or ask somebody who has it.", "%s does not have the role %s on %s.", now.Name, role, r.on.Short())
		}
	}
	if by.Setting != now.Setting {
		r.addf("by", again, "%s is recorded as working for %s, and works for %s.", now.Name, orNone(by.Setting), orNone(now.Setting))
	}
	r.delegation(by, now)
	return true
}

func (r *recheck) delegation(by, now casework.Actor) {
	switch {
	case by.Delegation == nil:
	case now.Delegation == nil:
		r.addf("by", "Have the delegation recorded in the council’s settings, or ask an officer who has one.", "%s has no delegation in force on %s.", now.Name, r.on.Short())
	case *by.Delegation != *now.Delegation:
		r.addf("by", again, "%s decides under %s, %s, on %s, not under %s, %s.", now.Name,
			now.Delegation.Scheme, now.Delegation.Paragraph, r.on.Short(), by.Delegation.Scheme, by.Delegation.Paragraph)
	}
}

// body compares what the event says about the council with the settings.
func (r *recheck) body(e casework.Event) {
	switch b := e.Body.(type) {
	case casework.Determined:
		if b.OnReceipt && (!r.c.DetermineOnReceipt || r.c.StandingOfficer != e.By.Person) {
			r.addf("on_receipt", "Determine the case by itself.", "The council has no rule on receipt in the name of %s.", e.By.Name)
		}
	case casework.Listed:
		r.listing(b)
	case casework.Deferred:
		if p, ok := r.panel(b.Panel); ok {
			r.seat("by", e.By.Person, p)
		}
	case casework.InterestDeclared:
		if _, known := r.c.Person(b.Member, r.on); !known {
			r.addf("member", "Name the member by their ID in the council’s settings.", "%q is nobody in the council’s settings on %s.", b.Member, r.on.Short())
		}
	case casework.Reassigned:
		if p, known := r.c.Person(b.Officer, r.on); !known || !slices.Contains(p.Roles, casework.CaseworkOfficer) {
			r.addf("officer", "Name a casework officer by their ID in the council’s settings.", "%q is no casework officer of the council on %s.", b.Officer, r.on.Short())
		}
	case casework.SchoolChanged:
		if _, known := r.c.School(b.To); b.To != "" && !known {
			r.addf("to", "Name the school by its ID in the council’s settings.", "%q is no setting of the council on %s.", b.To, r.on.Short())
		}
	case casework.Viewed:
		if p, ok := r.panel(b.Panel); ok {
			r.seat("by", e.By.Person, p)
		}
	case casework.Recommended:
		if p, ok := r.panel(b.Panel); ok {
			r.seat("by", e.By.Person, p)
			r.meeting(b, e.By, p)
		}
	case casework.Decided:
		r.decision(b, e.By)
	}
}

// listing wants a panel that there is on the day of the meeting. Whether a meeting was planned for that day is not asked:
// one may be called, so that a decision is not late.
func (r *recheck) listing(b casework.Listed) {
	p, ok := r.c.Panel(b.Panel, b.On)
	switch {
	case !ok:
		r.addf("panel", "Name the panel by its ID in the council’s settings.", "%q is no panel of the council on %s.", b.Panel, b.On.Short())
	case b.Name != p.Name:
		r.addf("name", again, "is recorded as %q, and the panel is the %s on %s.", b.Name, p.Name, b.On.Short())
	}
}

func (r *recheck) panel(id string) (Panel, bool) {
	p, ok := r.c.Panel(id, r.on)
	if !ok {
		r.addf("panel", "Name the panel by its ID in the council’s settings.", "%q is no panel of the council on %s.", id, r.on.Short())
	}
	return p, ok
}

// seat is the seat that the person takes, and false where there is none for them.
func (r *recheck) seat(path string, id casework.PersonID, p Panel) (casework.PersonID, bool) {
	seat, ok := p.Seat(id)
	if !ok {
		r.addf(path, "Name members of the panel and their substitutes only. Others may be heard, and do not count.", "%s does not belong to the %s on %s.", id, p.Name, r.on.Short())
	}
	return seat, ok
}

// decision checks what a letter will print about the officer, and that a second officer exists who reviewed it.
func (r *recheck) decision(b casework.Decided, by casework.Actor) {
	if by.Delegation == nil || b.Delegation != *by.Delegation || b.DecidedBy != by.Name || b.Post != by.Post {
		r.addf("decided_by", again, "The decision names %s, %s (%s), and was given by %s, %s.", b.DecidedBy, b.Post, b.Delegation.Paragraph, by.Name, by.Post)
	}
	if b.WithoutPanel == nil {
		return
	}
	second, known := r.c.Person(b.WithoutPanel.ReviewedBy, r.on)
	if !known || second.Setting != "" || !slices.ContainsFunc(officers, func(o casework.Role) bool { return slices.Contains(second.Roles, o) }) {
		r.addf("without_panel.reviewed_by", "Name an officer of the council other than the one who decides.", "%q is no officer of the council on %s.", b.WithoutPanel.ReviewedBy, r.on.Short())
	}
}

// officers are the roles in which somebody reviews a colleague's refusal.
var officers = []casework.Role{casework.DecisionMaker, casework.ServiceManager, casework.Director}

func orNone(id casework.SettingID) string {
	if id == "" {
		return "no setting"
	}
	return string(id)
}
