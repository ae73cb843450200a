package casework

import (
	"fmt"
	"strings"

	"sendpanel/statute"
)

// asker is who asked.
func (r Request) asker() Asker {
	return Asker{Type: r.Requester.Type.Word(), Name: r.Requester.Name.Line(), Role: r.Requester.Role.Line(), Setting: SettingID(r.Requester.Setting.Line())}
}

// SettingOf is the setting the child attends, or the one that asks.
func (r Request) SettingOf() SettingID {
	if !r.Child.Setting.Empty() {
		return SettingID(r.Child.Setting.Line())
	}
	return SettingID(r.Requester.Setting.Line())
}

func (r Request) basis() string {
	if !r.Basis.Empty() {
		return r.Basis.Word()
	}
	switch r.Requester.Type.Word() {
	case "parent", "young_person", "school", "post16":
		return "s36_1"
	}
	return "brought_to_attention"
}

func (r Request) identity() Identity {
	return Identity{
		Surname: r.Child.Surname.Line(), Forenames: r.Child.Forenames.Line(), Preferred: r.Child.PreferredName.Line(),
		DateOfBirth: dayOrNone(r.Child.DateOfBirth), UPN: strings.ToUpper(r.Child.UPN.Line()),
		Address: linesOf(r.Child.Address), Postcode: strings.ToUpper(r.Child.Postcode.Line()),
	}
}

// addressees makes the list of the family members who are written to.
//
// Over compulsory school age the young person is the addressee in their own right (s.36, s.83(2)); parents then come
// into the list only as the young person chooses, which an officer records, or where the request says that the young
// person lacks capacity for it: then a deputy or attorney is the addressee, or else the parents (reg 64, s.80).
func (r Request) addressees(received statute.Day, child Identity) []Addressee {
	role := r.addressed(received, child)
	represented := r.represented()
	var people []Addressee
	for _, p := range r.Family {
		if standing, written := p.standingAs(role, represented); written {
			people = append(people, p.addressee(len(people)+1, standing, r.Child))
		}
	}
	if role == statute.YoungPersonRole && len(people) == 0 {
		people = append(people, r.Child.asRelative().addressee(1, YoungPerson, r.Child))
	}
	return people
}

// addressed is in what capacity somebody of the family is written to on the day.
func (r Request) addressed(received statute.Day, child Identity) statute.Role {
	who, err := statute.AddresseeOn(received, child.DateOfBirth, r.Child.Capacity.finding(), r.represented())
	switch {
	case err == nil:
		return who.Role
	case IsYoungPerson(child.DateOfBirth, received):
		return statute.YoungPersonRole // 25 or over: an officer looks at it, and meanwhile nobody writes to parents
	case child.DateOfBirth.IsZero() && r.Requester.Type.Word() == "young_person":
		return statute.YoungPersonRole
	}
	return statute.ParentRole
}

// represented reports whether a deputy or attorney acts for the young person.
func (r Request) represented() bool {
	for _, p := range r.Family {
		if p.Standing.Word() == "representative" {
			return true
		}
	}
	return false
}

// finding is the finding on a young person’s capacity that the request tells of.
func (c Capacity) finding() statute.CapacityFinding {
	f := statute.CapacityFinding{Of: statute.YoungPersonRole, Decision: c.Decision.Line(), On: dayOrNone(c.On)}
	switch c.Status.Word() {
	case "assessed_lacks":
		f.Status = statute.AssessedLacks
	case "not_assessed":
		f.Status = statute.NotAssessed
	}
	return f
}

// standingAs is in which capacity this person is written to where notices go to the role, and whether they are at all.
// Somebody who only supports the family is put in the list by an officer, who holds the family’s authority.
func (p Relative) standingAs(role statute.Role, represented bool) (Standing, bool) {
	as := p.Standing.Word()
	switch {
	case as == "supporter":
		return "", false
	case role == statute.YoungPersonRole:
		return YoungPerson, p.isSelf()
	case p.isSelf():
		return "", false
	case role == statute.AlternativeRole:
		return AlternativePerson, as == "representative" || !represented
	case as == "representative":
		return AlternativePerson, true
	}
	return Parent, true
}

func (p Relative) isSelf() bool {
	w := p.Relationship.Word()
	return w == "self" || w == "young_person" || p.Standing.Word() == "young_person"
}

// asRelative makes a young person's own entry from what the request says of them.
func (c Child) asRelative() Relative {
	return Relative{Name: Text(joinWords(c.Forenames.Line(), c.Surname.Line())), Relationship: "self", LivesWith: "yes",
		Phone: c.Phone, Email: c.Email, Interpreter: c.Interpreter}
}

// addressee is the person as letters know them. The child's address is theirs only where the request says that the child
// lives with them: two households must never be taken for one.
func (p Relative) addressee(n int, standing Standing, child Child) Addressee {
	if len(p.Address) == 0 && p.Postcode.Empty() && (p.LivesWith.Yes() || p.isSelf()) {
		p.Address, p.Postcode = child.Address, child.Postcode
	}
	return Addressee{
		ID: AddresseeID(fmt.Sprintf("family-%d", n)), Standing: standing, Name: p.Name.Line(), Relationship: p.Relationship.Line(),
		Address: linesOf(p.Address), Postcode: strings.ToUpper(p.Postcode.Line()), Phone: p.Phone.Line(), Email: p.Email.Line(),
		Language: p.Language.Line(), Interpreter: p.Interpreter.Yes(), Format: p.Format.Word(), CallFirst: p.CallFirst.Yes(),
		CallTimes: p.CallTimes.Line(), Voicemail: p.Voicemail.Word(),
		SafeContact: joinWords(p.SafeContact.Line(), p.Restrictions.Line()), Channel: statute.FirstClass,
	}
}

func linesOf(texts []Text) []string {
	var lines []string
	for _, t := range texts {
		if !t.Empty() {
			lines = append(lines, t.Line())
		}
	}
	return lines
}

// evidence numbers the documents of the request in the order in which they stand.
func (r Request) evidence() []Evidence {
	index := make([]Evidence, len(r.Evidence))
	for i, e := range r.Evidence {
		index[i] = Evidence{
			ID: DocumentID(fmt.Sprintf("E%d", i+1)), Title: e.Title.Line(), Class: e.Class.Word(), Author: e.Author.Line(),
			Role: e.Role.Line(), Date: dayOrNone(e.Date), From: r.giver(e),
		}
	}
	return index
}

// giver is who gave a document: as it says, or else whoever asks.
func (r Request) giver(e Evidenced) string {
	if !e.GivenBy.Empty() {
		return e.GivenBy.Word()
	}
	switch asks := r.Requester.Type.Word(); asks {
	case "parent", "young_person":
		return "family"
	case "health", "social_care", "other":
		return asks
	}
	return "school"
}

// IsYoungPerson reports whether somebody born on the one day is, on the other, over compulsory school age, so that
// notices go to them and not to a parent (Education Act 1996 s.8(3); [statute.YoungPersonFrom]). Nobody is whose date
// of birth is not known.
func IsYoungPerson(born, on statute.Day) bool {
	return !born.IsZero() && !on.Before(statute.YoungPersonFrom(born))
}

// dayOrNone reads a date as typed; a wrong one is none, and stands among the things to mend.
func dayOrNone(t Text) statute.Day {
	day, err := statute.ParseDay(t.Line())
	if err != nil {
		return statute.Day{}
	}
	return day
}

func joinWords(words ...string) string {
	var kept []string
	for _, w := range words {
		if w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}
