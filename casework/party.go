package casework

import "slices"

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
func (e Evidence) MaySee(p Party) bool { return string(p) == e.From || slices.Contains(e.See, p) }

// MayKnow reports whether a party may be told that a document exists.
func (e Evidence) MayKnow(p Party) bool { return e.MaySee(p) || slices.Contains(e.Know, p) }

// MaySeeAs reports whether an addressee of the case may see a document: by name, or as the group they belong to.
func (c Case) MaySeeAs(id AddresseeID, e Evidence) bool {
	return e.MaySee(Party(id)) || e.MaySee(c.groupOf(id))
}

// MayKnowAs reports whether an addressee of the case may be told that a document exists.
func (c Case) MayKnowAs(id AddresseeID, e Evidence) bool {
	return e.MayKnow(Party(id)) || e.MayKnow(c.groupOf(id))
}

func (c Case) groupOf(id AddresseeID) Party {
	if id == School {
		return TheSchool
	}
	return TheFamily
}
