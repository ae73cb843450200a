package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/look"
)

// nextItem is the first case after another on the agenda, and then from its top, that the visitor may read and that is wanted;
// false where there is none. Without another it looks from the top.
func (v *Visit) nextItem(after casework.Ref, wanted func(meeting.Item) bool) (casework.Case, bool) {
	items := v.Agenda.Items
	at := slices.IndexFunc(items, func(i meeting.Item) bool { return i.Case.Ref == after }) + 1
	for _, item := range slices.Concat(items[at:], items[:at]) {
		if item.Case.Ref != after && v.Meeting.MayRead(v.Who.Actor.Person, item.Case) && wanted(item) {
			return item.Case, true
		}
	}
	return casework.Case{}, false
}

// undone is a case that the meeting has on its table and that has no outcome.
func (v *Visit) undone(item meeting.Item) bool {
	return item.Outcome == meeting.Pending && v.Meeting.Takes(item.Case)
}

// unviewed is a case on which the visitor has not recorded a view.
func (v *Visit) unviewed(item meeting.Item) bool {
	return v.undone(item) && !viewed(item.Case, v.Who.Actor.Person)
}

// goOn leads from a case that has its outcome to the papers of the next one without, or to the agenda where there is none. It
// says both.
func (v *Visit) goOn(done string) error {
	next, more := v.nextItem(v.Case.Ref, v.undone)
	if v.Meeting.Stage != meeting.StageOpen {
		more = false
	}
	if !more {
		v.Tell(v.p.say(done))
		return v.Go(v.meetingPath())
	}
	v.Tell(v.p.say("gone-on", "done", v.p.say(done), "ref", string(v.Case.Ref)))
	return v.Go(v.itemPath(next.Ref))
}

// nextLink names a case that comes next, with the address of its papers.
func (v *Visit) nextLink(key string, c casework.Case) *look.Link {
	return &look.Link{Text: v.p.say(key, "child", v.p.childLabel(c, v.Today)), Href: v.itemPath(c.Ref)}
}

// begin is where the visitor goes from the agenda: in an open meeting to the first case without an outcome, before it to the
// first on which they have not recorded a view.
func (v *Visit) begin() *look.Link {
	if v.Meeting.Stage == meeting.StageOpen {
		if c, any := v.nextItem("", v.undone); any {
			return v.nextLink("go-next", c)
		}
		return nil
	}
	if c, any := v.nextItem("", v.unviewed); any && !v.Meeting.Over() {
		return v.nextLink("go-unviewed", c)
	}
	return nil
}

// ownViews counts the cases on which the visitor is to record a view, and those on which they have.
func (v *Visit) ownViews() (asked, recorded int) {
	for _, item := range v.Agenda.Items {
		if !v.Meeting.Takes(item.Case) || !v.Meeting.MayRead(v.Who.Actor.Person, item.Case) {
			continue
		}
		asked++
		if viewed(item.Case, v.Who.Actor.Person) {
			recorded++
		}
	}
	return asked, recorded
}

// roomNow is who sits on a case while the meeting is open.
type roomNow struct {
	Present string
	Out     string   // who leaves the room for it
	Missing []string // what the quorum lacks on it
}

// room is who sits on the case in the address, once the meeting has taken it up and while it has no outcome.
func (v *Visit) room() *roomNow {
	i := slices.IndexFunc(v.Meeting.Items, func(s meeting.Standing) bool { return s.Case == v.Case.Ref })
	if i < 0 || v.Meeting.Stage != meeting.StageOpen || !v.Meeting.Takes(v.Case) {
		return nil
	}
	s := v.Meeting.Items[i]
	return &roomNow{Present: v.names(s.Present), Out: v.names(s.Withdrew), Missing: s.Missing}
}
