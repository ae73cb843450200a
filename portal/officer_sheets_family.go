package portal

import (
	"cmp"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/letters"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// sheetsOfFamily are the forms about who is written to and how they are reached.
func sheetsOfFamily() map[casework.ActKind]actSheet {
	return map[casework.ActKind]actSheet{
		casework.ActSetAddressee: {
			fields: addresseeFields, act: readAddressee, fill: fillAddressee, weigh: true, then: "people",
			places: append(samePlaces("why"), form.Place{Path: "addressee.standing", Field: "standing"}, form.Place{Path: "addressee.voicemail", Field: "voicemail"}, form.Place{Path: "addressee.call_times", Field: "call_times"}, form.Place{Path: "addressee.safe_word", Field: "safe_word"}, form.Place{Path: "addressee", Field: "name"}),
		},
		casework.ActEndAddressee: {
			fields: func(s *sheetForm) {
				s.radios("addressee", s.family())
				s.area("why")
				s.line("order", "")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.EndAddressee{Addressee: casework.AddresseeID(v.Form.Get("addressee")), Why: v.text("why"), Order: v.Form.Line("order")}, nil
			},
			fill:   func(v *Visit) { v.Form.Set("addressee", v.R.URL.Query().Get("who")) },
			places: samePlaces("addressee", "why", "order"), weigh: true, then: "people",
		},
		casework.ActCall: {
			fields: func(s *sheetForm) {
				for _, a := range s.v.Case.Family {
					if withCare(a) {
						n := s.p.callNotice(a)
						n.Title = a.Name + ": " + n.Title
						s.notices = append(s.notices, *n)
					}
				}
				for _, call := range s.v.Case.Calls {
					if a, known := s.v.Case.Addressee(call.Addressee); known && !call.Over {
						s.notices = append(s.notices, look.Notice{Text: s.p.say("call-tries", "name", a.Name, "tries", s.p.count("tries", call.Tries)), Tone: look.Soon})
					}
				}
				s.radios("addressee", s.family())
				s.yesNo("reached")
				if slices.ContainsFunc(s.v.Case.Family, func(a casework.Addressee) bool { return a.SafeWord != "" }) {
					s.yesNo("word")
				}
				s.yesNo("message")
				s.line("interpreter", "")
				s.area("said")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.RecordCall{Addressee: casework.AddresseeID(v.Form.Get("addressee")), Reached: v.yes("reached"), Interpreter: v.Form.Line("interpreter"), Said: v.text("said"), Word: v.Form.Get("word") == "yes", Message: v.yes("message")}, nil
			},
			fill: func(v *Visit) { v.Form.Set("message", "no") }, places: samePlaces("addressee", "interpreter", "said", "word", "message"),
		},
		casework.ActCapacity: {
			fields: func(s *sheetForm) {
				s.choose("of", "young_person", "parent")
				s.choose("status", "presumed", "lacks", "doubted")
				s.line("decision", "")
				s.date("on")
				s.line("by", "")
			},
			act:    readCapacity,
			places: []form.Place{{Path: "by", Field: "by"}, {Path: "finding.decision", Field: "decision"}, {Path: "finding.on", Field: "on"}},
			weigh:  true, then: "people",
		},
		casework.ActDispute: {
			fields: func(s *sheetForm) {
				s.checks("between", s.family())
				s.choose("over", "no", "yes")
				s.area("why")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.RecordDispute{Between: idsOf[casework.AddresseeID](v.Form.All("between")), Over: v.yes("over"), Why: v.text("why")}, nil
			},
			places: samePlaces("between", "why"), then: "people",
		},
	}
}

func readCapacity(v *Visit) (casework.Act, error) {
	finding := statute.CapacityFinding{Decision: v.Form.Line("decision"), On: v.day("on")}
	switch v.Form.Get("of") {
	case "young_person":
		finding.Of = statute.YoungPersonRole
	case "parent":
		finding.Of = statute.ParentRole
	default:
		v.Form.Wrong("of", v.p.say("choose-one"))
	}
	switch v.Form.Get("status") {
	case "presumed":
		finding.Status = statute.Presumed
	case "lacks":
		finding.Status = statute.AssessedLacks
	case "doubted":
		finding.Status = statute.NotAssessed
	default:
		v.Form.Wrong("status", v.p.say("choose-one"))
	}
	return casework.RecordCapacity{Finding: finding, By: v.Form.Line("by")}, nil
}

func addresseeFields(s *sheetForm) {
	if id := s.v.Form.Get("id"); id != "" {
		s.add("hidden", hiddenField{"id", id})
	}
	s.choose("standing", "parent", "young_person", "alternative_person", "supporter")
	s.line("name", "")
	s.line("relationship", "medium")
	s.area("address")
	s.line("postcode", "short")
	s.line("phone", "medium")
	s.line("email", "")
	var languages []look.Option
	for _, l := range s.v.Council.Languages {
		languages = append(languages, look.Option{Value: l.Name, Label: l.Name})
	}
	s.pick("language", append([]look.Option{{Value: "English", Label: "English"}}, languages...))
	s.yesNo("interpreter")
	var formats []look.Option
	for _, f := range letters.Prints() {
		formats = append(formats, look.Option{Value: string(f), Label: s.p.say("format-" + string(f))})
	}
	s.radios("format", append(formats, look.Option{Value: "read_aloud", Label: s.p.say("format-read_aloud")}))
	s.yesNo("call_first")
	s.area("call_times")
	s.choose("voicemail", "yes", "no", "unsaid")
	s.line("safe_word", "medium")
	s.area("safe_contact")
	s.area("why")
}

// fillAddressee puts the person in the address into the form.
func fillAddressee(v *Visit) {
	a, known := v.Case.Addressee(casework.AddresseeID(v.R.URL.Query().Get("who")))
	if !known || a.ID == casework.School {
		v.Form.Set("interpreter", "no")
		v.Form.Set("call_first", "no")
		v.Form.Set("voicemail", "unsaid")
		v.Form.Set("format", string(letters.Standard))
		return
	}
	for name, value := range map[string]string{"id": string(a.ID), "standing": string(a.Standing), "name": a.Name, "relationship": a.Relationship, "address": strings.Join(a.Address, "\n"),
		"postcode": a.Postcode, "phone": a.Phone, "email": a.Email, "language": a.Language, "format": a.Format, "safe_contact": a.SafeContact,
		"call_times": a.CallTimes, "safe_word": a.SafeWord} {
		v.Form.Set(name, value)
	}
	if l, found := v.Council.Language(a.Language); found {
		v.Form.Set("language", l.Name)
	}
	if a.Format == "" {
		v.Form.Set("format", string(letters.Standard))
	}
	v.Form.Set("interpreter", yesOrNoWord(a.Interpreter))
	v.Form.Set("call_first", yesOrNoWord(a.CallFirst))
	v.Form.Set("voicemail", cmp.Or(a.Voicemail, "unsaid"))
}

func yesOrNoWord(yes bool) string {
	if yes {
		return "yes"
	}
	return "no"
}

// readAddressee makes the person from the form. What it does not ask about stays as it was.
func readAddressee(v *Visit) (casework.Act, error) {
	a, _ := v.Case.Addressee(casework.AddresseeID(v.Form.Get("id")))
	a.ID, a.Standing = casework.AddresseeID(v.Form.Get("id")), casework.Standing(v.Form.Get("standing"))
	a.Name, a.Relationship, a.Postcode = v.Form.Line("name"), v.Form.Line("relationship"), strings.ToUpper(v.Form.Line("postcode"))
	a.Address = nil
	for _, line := range strings.Split(v.text("address"), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			a.Address = append(a.Address, line)
		}
	}
	a.Phone, a.Email, a.Language, a.Format = v.Form.Line("phone"), v.Form.Line("email"), v.Form.Line("language"), v.Form.Get("format")
	a.Interpreter, a.CallFirst, a.SafeContact = v.yes("interpreter"), v.yes("call_first"), v.text("safe_contact")
	a.CallTimes, a.SafeWord, a.Voicemail = v.text("call_times"), v.Form.Line("safe_word"), v.Form.Get("voicemail")
	if a.Voicemail == "unsaid" {
		a.Voicemail = ""
	}
	return casework.SetAddressee{Addressee: a, Why: v.text("why")}, nil
}
