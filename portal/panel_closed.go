package portal

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/look"
)

// interestIn is the visitor's interest in a case on the agenda. Whoever carries the case has one at the meeting's table
// alone: an officer who prepares the meeting has none by that.
func (v *Visit) interestIn(c casework.Case) (string, bool) {
	if _, invited := v.Meeting.Seat(v.Who.Actor.Person); invited {
		return c.InterestOf(v.Who.Actor)
	}
	return c.PersonalInterest(v.Who.Actor)
}

// closedTo reports whether a case on the agenda is closed to the visitor, who has an interest in it: its papers, its
// discussion and its part of the minutes.
func (v *Visit) closedTo(c casework.Case) bool {
	_, has := v.interestIn(c)
	return has
}

// whyClosed says to the visitor why a case is closed to them, and what to do if that is wrong.
func (v *Visit) whyClosed(c casework.Case) string {
	what, _ := v.interestIn(c)
	return v.p.say("closed-"+interestSource(c, v.Who.Actor), "what", strings.TrimSuffix(what, "."))
}

// closedItems are the cases of the meeting that are closed to the visitor.
func (v *Visit) closedItems() map[casework.Ref]bool {
	shut := map[casework.Ref]bool{}
	for _, item := range v.Agenda.Items {
		if v.closedTo(item.Case) {
			shut[item.Case.Ref] = true
		}
	}
	return shut
}

// unclosed is an event of a meeting with nothing of the cases that are closed to somebody but their own coming and going. The
// second result is false where nothing is left.
func unclosed(e meeting.Event, shut map[casework.Ref]bool, who casework.PersonID) (meeting.Event, bool) {
	keep := func(items []meeting.Standing) []meeting.Standing {
		return slices.DeleteFunc(slices.Clone(items), func(s meeting.Standing) bool { return shut[s.Case] })
	}
	switch b := e.Body.(type) {
	case meeting.Attended:
		return e, !shut[b.Case] || b.Member == who
	case meeting.Opened:
		b.Items = keep(b.Items)
		e.Body = b
	case meeting.TakenUp:
		b.Items = keep(b.Items)
		e.Body = b
		return e, len(b.Items) > 0
	case meeting.QuorumChanged:
		b.Items = keep(b.Items)
		e.Body = b
		return e, len(b.Items) > 0
	}
	return e, true
}

// itemLink names a case as the visitor may: by the child and the reference, with the address of its papers where they may
// read them.
func (v *Visit) itemLink(c casework.Case) look.Link {
	if v.closedTo(c) || !v.showsChild(c) {
		return look.Link{Text: string(c.Ref)}
	}
	return look.Link{Text: v.p.childLabel(c, v.Today) + ", " + string(c.Ref), Href: v.papersPath(c.Ref)}
}

// showsChild reports whether the visitor sees whom a case is about: once its papers are released to them, or because they
// prepare the meeting.
func (v *Visit) showsChild(c casework.Case) bool {
	return v.Meeting.MayRead(v.Who.Actor.Person, c) || seesAll(v.Who.Actor)
}

// papersPath is where the visitor reads the papers of a case: those of the panel, or the case itself for officers and
// managers who are not invited.
func (v *Visit) papersPath(ref casework.Ref) string {
	if _, invited := v.Meeting.Seat(v.Who.Actor.Person); invited || v.Who.Actor.Has(casework.Clerk) {
		return v.itemPath(ref)
	}
	return "/cases/" + string(ref)
}

// itemText names a case on the agenda as the visitor may.
func (v *Visit) itemText(ref casework.Ref) string {
	for _, item := range v.Agenda.Items {
		if item.Case.Ref == ref {
			return v.itemLink(item.Case).Text
		}
	}
	return string(ref)
}
