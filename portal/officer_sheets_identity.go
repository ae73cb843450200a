package portal

import (
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// identityParents is how many parents the form of a new identity has room for.
const identityParents = 2

// sheetsOfIdentity are the forms about who the child is, and about papers that may be another child’s.
func sheetsOfIdentity() map[casework.ActKind]actSheet {
	return map[casework.ActKind]actSheet{
		casework.ActIdentity: {
			fields: identityFields, act: readIdentity, places: identityPlaces(), weigh: true, grave: true, then: "people",
		},
		casework.ActHoldPaper: {
			fields: func(s *sheetForm) { s.checks("evidence", s.openPapers()); s.area("why") },
			act: func(v *Visit) (casework.Act, error) {
				return casework.HoldPaper{Evidence: idsOf[casework.DocumentID](v.Form.All("evidence")), Why: v.text("why")}, nil
			},
			places: samePlaces("evidence", "why"), weigh: true, then: "documents",
		},
		casework.ActConfirmPaper: {
			fields: func(s *sheetForm) {
				s.radios("evidence", s.heldPapers())
				s.choose("belongs", "yes", "no")
				s.area("why")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.ConfirmPaper{Evidence: casework.DocumentID(v.Form.Get("evidence")), Belongs: v.yes("belongs"), Why: v.text("why")}, nil
			},
			fill:   func(v *Visit) { v.Form.Set("evidence", v.R.URL.Query().Get("paper")) },
			places: samePlaces("evidence", "why"), weigh: true, then: "documents",
		},
	}
}

// openPapers are the papers that are not held.
func (s *sheetForm) openPapers() []look.Option {
	var options []look.Option
	for _, e := range s.v.Case.Evidence {
		if !e.Held {
			options = append(options, look.Option{Value: string(e.ID), Label: string(e.ID) + ": " + e.Cited()})
		}
	}
	return options
}

// heldPapers are the papers that may be another child’s, or were found to be: what was said can be put right.
func (s *sheetForm) heldPapers() []look.Option {
	var options []look.Option
	for _, e := range s.v.Case.Evidence {
		if !e.Held {
			continue
		}
		options = append(options, look.Option{Value: string(e.ID), Label: string(e.ID) + ": " + e.Cited(), Hint: s.p.say("given-by-party", "party", s.p.fromWords(e.From))})
	}
	if len(options) == 0 {
		s.notices = append(s.notices, look.Notice{Title: s.p.say("held-none"), Tone: look.Info})
	}
	return options
}

// identityFields ask for the child as the order has them, and for whoever is a parent now. Nothing of before is filled in:
// what is not typed again is not carried into the new identity.
func identityFields(s *sheetForm) {
	s.line("forenames", "medium")
	s.line("surname", "medium")
	s.line("preferred", "medium")
	s.date("born")
	s.line("upn", "medium")
	for i := range identityParents {
		n := func(field string) string { return fmt.Sprintf("parent-%d-%s", i+1, field) }
		s.line(n("name"), "")
		s.line(n("relationship"), "medium")
		s.area(n("address"))
		s.line(n("postcode"), "short")
		s.line(n("phone"), "medium")
	}
	s.area("why")
}

func readIdentity(v *Visit) (casework.Act, error) {
	f := v.Form
	act := casework.ChangeIdentity{Why: v.text("why"), Child: casework.Identity{Surname: f.Line("surname"), Forenames: f.Line("forenames"), Preferred: f.Line("preferred"),
		DateOfBirth: v.day("born"), UPN: strings.ToUpper(f.Line("upn"))}}
	for i := range identityParents {
		at := fmt.Sprintf("parent-%d-", i+1)
		if i > 0 && f.Line(at+"name") == "" {
			continue
		}
		who := casework.Addressee{Standing: casework.Parent, Name: f.Line(at + "name"), Relationship: f.Line(at + "relationship"), Address: linesTyped(f.Get(at + "address")),
			Postcode: strings.ToUpper(f.Line(at + "postcode")), Phone: f.Line(at + "phone")}
		if i > 0 && len(who.Address) == 0 && who.Postcode == "" && len(act.Family) > 0 {
			who.Address, who.Postcode = act.Family[0].Address, act.Family[0].Postcode
		}
		act.Family = append(act.Family, who)
	}
	if len(act.Family) > 0 {
		act.Child.Address, act.Child.Postcode = act.Family[0].Address, act.Family[0].Postcode
	}
	return act, nil
}

func identityPlaces() []form.Place {
	places := []form.Place{{Path: "child", Field: "surname"}, {Path: "why", Field: "why"}, {Path: "family", Field: "parent-1-name"}}
	for i := range identityParents {
		places = append([]form.Place{{Path: fmt.Sprintf("family[%d]", i), Field: fmt.Sprintf("parent-%d-name", i+1)}}, places...)
	}
	return places
}
