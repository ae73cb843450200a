package casework

import (
	"slices"
	"strings"

	"sendpanel/statute"
)

// Party is somebody, or a group, that may see a document or be told that it exists.
type Party string

// The parties. A single addressee is a party too, by its ID.
const (
	TheSchool     Party = "school"
	TheFamily     Party = "family"
	TheChild      Party = "child"
	TheHealth     Party = "health"
	TheSocialCare Party = "social_care"
)

// MaySee reports whether a party may see a document. The council always may; by default only the giver may besides, until
// an officer releases it.
func (e Evidence) MaySee(p Party) bool {
	return string(p) == e.From || !e.Held && slices.Contains(e.See, p)
}

// MayKnow reports whether a party may be told that a document exists.
func (e Evidence) MayKnow(p Party) bool { return e.MaySee(p) || !e.Held && slices.Contains(e.Know, p) }

// MaySeeAs reports whether an addressee of the case may see a document: because they gave it, or because it was released
// to them by name or to the group they belong to. One parent's paper is not the other's to read until it is released.
func (c Case) MaySeeAs(id AddresseeID, e Evidence) bool {
	return c.gave(id, e) || !e.Held && c.among(id, e.See)
}

// MayKnowAs reports whether an addressee of the case may be told that a document exists.
func (c Case) MayKnowAs(id AddresseeID, e Evidence) bool {
	return c.MaySeeAs(id, e) || !e.Held && c.among(id, e.Know)
}

// MayFollow reports whether somebody may follow the case for themselves: while it is addressed to them, and they are no
// school. A supporter has copies of letters and follows nothing.
func (c Case) MayFollow(id AddresseeID) bool {
	who, known := c.Addressee(id)
	return known && who.Standing != Setting && who.Standing != Supporter
}

// StartsClosed says why a person's access stays closed until an officer opens it: somebody in the family is reached with
// care, parents are in dispute, or the young person may be the one to say who reads what. The second result is false
// where it opens as soon as the contact is confirmed.
func (c Case) StartsClosed(on statute.Day) (why string, closed bool) {
	for _, a := range c.Family {
		if a.WithCare() {
			return "somebody in the family is to be reached with care", true
		}
	}
	switch {
	case len(c.Dispute) > 0:
		return "the parents are in dispute", true
	case c.Opened.Child.AgeOn(on) >= 16:
		return "the young person is 16 or older", true
	}
	return "", false
}

// gave reports whether the addressee is the giver. What "the family" gave is somebody's in particular: where several are
// written to, it is nobody's until an officer releases it.
func (c Case) gave(id AddresseeID, e Evidence) bool {
	who, known := c.Addressee(id)
	switch {
	case !known:
		return false
	case e.From == string(id), e.From == string(TheFamily) && e.Author != "" && strings.HasSuffix(who.Name, e.Author):
		return true
	case who.Standing == Setting:
		return e.From == string(TheSchool)
	case who.Standing == YoungPerson:
		return e.From == string(TheChild) || e.From == string(TheFamily) && c.opensWith(id)
	case who.Standing == Supporter:
		return false
	}
	return e.From == string(TheFamily) && len(c.Family) == 1 && c.opensWith(id)
}

// opensWith reports whether somebody has been written to since the request came.
func (c Case) opensWith(id AddresseeID) bool {
	return slices.ContainsFunc(c.Opened.Family, func(a Addressee) bool { return a.ID == id })
}

// among reports whether a release reaches the addressee. One to the family reaches whoever holds its rights, and no
// supporter.
func (c Case) among(id AddresseeID, released []Party) bool {
	if slices.Contains(released, Party(id)) {
		return true
	}
	who, _ := c.Addressee(id)
	switch who.Standing {
	case Setting:
		return slices.Contains(released, TheSchool)
	case Supporter:
		return false
	}
	if slices.Contains(c.Dispute, id) {
		return false // parents in dispute read what was released to them by name
	}
	return slices.Contains(released, TheFamily) || who.Standing == YoungPerson && slices.Contains(released, TheChild)
}
