package casework

import (
	"fmt"
	"strings"
	"time"

	"sendpanel/statute"
)

// asker is who asked.
func (r Request) asker() Asker {
	return Asker{Type: r.Requester.Type.Line(), Name: r.Requester.Name.Line(), Role: r.Requester.Role.Line(), Setting: SettingID(r.Requester.Setting.Line())}
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
		return r.Basis.Line()
	}
	switch r.Requester.Type.Line() {
	case "parent", "young_person", "school", "post16":
		return "s36_1"
	}
	return "brought_to_attention"
}

func (r Request) identity() Identity {
	return Identity{
		Surname: r.Child.Surname.Line(), Forenames: r.Child.Forenames.Line(), Preferred: r.Child.PreferredName.Line(),
		DateOfBirth: dayOrNone(r.Child.DateOfBirth), UPN: strings.ToUpper(r.Child.UPN.Line()),
	}
}

// addressees makes the list of the family members who are written to.
//
// Over compulsory school age the young person is the addressee in their own right (s.36, s.83(2)); parents then come
// into the list only as the young person chooses, which an officer records.
func (r Request) addressees(received statute.Day, child Identity) []Addressee {
	grown := isYoungPerson(child.DateOfBirth, received)
	var people []Addressee
	for _, p := range r.Family {
		self := strings.EqualFold(p.Relationship.Line(), "self") || strings.EqualFold(p.Relationship.Line(), "young person")
		if grown && !self {
			continue
		}
		people = append(people, p.addressee(len(people)+1, grown && self))
	}
	if grown && len(people) == 0 {
		people = append(people, r.Child.asRelative().addressee(1, true))
	}
	return people
}

// asRelative makes a young person's own entry from what the request says of them.
func (c Child) asRelative() Relative {
	return Relative{Name: Text(joinWords(c.Forenames.Line(), c.Surname.Line())), Relationship: "self", Address: c.Address, Postcode: c.Postcode}
}

func (p Relative) addressee(n int, youngPerson bool) Addressee {
	a := Addressee{
		ID: AddresseeID(fmt.Sprintf("family-%d", n)), Standing: Parent, Name: p.Name.Line(), Relationship: p.Relationship.Line(),
		Postcode: strings.ToUpper(p.Postcode.Line()), Phone: p.Phone.Line(), Email: p.Email.Line(), Language: p.Language.Line(),
		Interpreter: p.Interpreter == "yes", Format: p.Format.Line(), CallFirst: p.CallFirst == "yes", SafeContact: p.SafeContact.Line(),
		Channel: statute.FirstClass,
	}
	if youngPerson {
		a.Standing = YoungPerson
	}
	for _, line := range p.Address {
		if !line.Empty() {
			a.Address = append(a.Address, line.Line())
		}
	}
	return a
}

// evidence numbers the documents of the request in the order in which they stand.
func (r Request) evidence() []Evidence {
	from := "school"
	if t := r.Requester.Type.Line(); t == "parent" || t == "young_person" {
		from = "family"
	}
	index := make([]Evidence, len(r.Evidence))
	for i, e := range r.Evidence {
		index[i] = Evidence{
			ID: DocumentID(fmt.Sprintf("E%d", i+1)), Title: e.Title.Line(), Class: e.Class.Line(), Author: e.Author.Line(),
			Role: e.Role.Line(), Date: dayOrNone(e.Date), From: from,
		}
	}
	return index
}

// isYoungPerson reports whether somebody born on the day is over compulsory school age: after the last Friday in June
// of the school year in which they turn 16 (Education Act 1996 s.8(3)).
func isYoungPerson(born, on statute.Day) bool {
	if born.IsZero() {
		return false
	}
	endOfYear, month, _ := born.AddMonths(16 * 12).Date()
	if month >= time.September {
		endOfYear++
	}
	lastFriday := statute.Date(endOfYear, time.June, 30)
	for lastFriday.Weekday() != time.Friday {
		lastFriday = lastFriday.AddDays(-1)
	}
	return on.After(lastFriday)
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
