package portal

import (
	"strconv"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// sheetsOfPapers are the forms about evidence.
func sheetsOfPapers() map[casework.ActKind]actSheet {
	return map[casework.ActKind]actSheet{
		casework.ActAddEvidence: {
			fields: func(s *sheetForm) {
				s.line("what", "")
				s.choose("class", "attainment", "needs", "action_taken", "progress_with_support", "physical_emotional_social", "family_views", "child_views", "other")
				s.choose("from", "school", "family", "child", "health", "social_care")
				s.line("author", "medium")
				s.line("role", "medium")
				s.date("date")
				file := s.f.Files("file", s.p.say("act-add_evidence-file"), s.p.say("upload-limits"), uploadAccept, uploadEach).Hinted(s.v.alreadyKept(entryOwner(s.v)))
				file.Multiple = false
				s.add("file-upload", file)
			},
			act: readEvidence, places: []form.Place{{Path: "evidence", Field: "what"}}, files: true, then: "documents", after: fileEntry,
		},
		casework.ActReply: {
			fields: func(s *sheetForm) { s.area("summary") },
			act:    func(v *Visit) (casework.Act, error) { return casework.Reply{Summary: v.text("summary")}, nil },
			places: samePlaces("summary"),
		},
		casework.ActRelease: {
			fields: func(s *sheetForm) {
				s.checks("evidence", s.evidence())
				s.checks("see", s.p.parties(s.v))
				s.checks("know", s.p.parties(s.v))
				s.area("why")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.ReleaseEvidence{Evidence: idsOf[casework.DocumentID](v.Form.All("evidence")), See: idsOf[casework.Party](v.Form.All("see")), Know: idsOf[casework.Party](v.Form.All("know")), Why: v.text("why")}, nil
			},
			places: samePlaces("evidence", "see", "know"), weigh: true, then: "documents",
		},
	}
}

// readEvidence keeps the file, where one was sent, and makes the entry of the index. A file that came with an earlier try
// of the same form stays until the entry is recorded.
func readEvidence(v *Visit) (casework.Act, error) {
	e := casework.Evidence{Title: v.Form.Line("what"), Class: v.Form.Get("class"), From: v.Form.Get("from"), Author: v.Form.Line("author"), Role: v.Form.Line("role"), Date: v.dayIfAny("date")}
	if e.Class == "" {
		v.Form.Wrong("class", v.p.say("choose-one"))
	}
	var err error
	if v.p.mayDo(v, casework.ActAddEvidence) {
		_, err = v.Uploads("file", entryOwner(v))
	}
	return casework.AddEvidence{Evidence: []casework.Evidence{e}}, err
}

// entryOwner is the owner of the file of an entry until the entry is recorded.
func entryOwner(v *Visit) string { return "entry/" + string(v.Case.Ref) + "/" + v.Form.Key() }

// fileEntry gives the file to the entry that was recorded.
func fileEntry(v *Visit, act casework.Act) error {
	added, ok := act.(casework.AddEvidence)
	if !ok || len(added.Evidence) == 0 {
		return nil
	}
	files, err := v.p.register.Uploads(v.Context(), entryOwner(v))
	if err != nil || len(files) == 0 {
		return err
	}
	e, newest := added.Evidence[0], files[len(files)-1]
	sent := casework.Evidenced{Title: casework.Text(e.Title), Class: casework.Text(e.Class), Author: casework.Text(e.Author), SHA256: casework.Text(newest.SHA256)}
	return v.p.fileReply(v, entryOwner(v), []casework.Evidenced{sent})
}

// parties are those to whom a document can be released: groups, and each person by name.
func (p *Portal) parties(v *Visit) []look.Option {
	var options []look.Option
	for _, party := range []casework.Party{casework.TheFamily, casework.TheSchool, casework.TheChild, casework.TheHealth, casework.TheSocialCare} {
		options = append(options, look.Option{Value: string(party), Label: p.say("party-" + string(party))})
	}
	for _, a := range v.Case.Family {
		options = append(options, look.Option{Value: string(a.ID), Label: p.say("only-person", "name", a.Name)})
	}
	return options
}

// sheetsOfClock are the forms about exceptions, delay and the appeal.
func sheetsOfClock() map[casework.ActKind]actSheet {
	return map[casework.ActKind]actSheet{
		casework.ActClaim: {
			fields: claimFields, act: readClaim, places: []form.Place{{Path: "claim.limb", Field: "limb"}, {Path: "claim", Field: "facts"}}, weigh: true, then: "dates",
		},
		casework.ActEndClaim: {
			fields: func(s *sheetForm) {
				var options []look.Option
				for _, e := range s.v.Case.Exceptions {
					if e.Until.IsZero() {
						options = append(options, look.Option{Value: e.Limb, Label: e.Limb, Hint: s.p.say("exception-from", "from", e.From.Long())})
					}
				}
				s.radios("limb", options)
				s.date("on")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.EndException{Limb: v.Form.Get("limb"), On: v.day("on")}, nil
			},
			places: samePlaces("limb", "on"), weigh: true, then: "dates",
		},
		casework.ActTellDelay: {
			fields: func(s *sheetForm) { s.told("why"); s.date("expect_by") },
			act: func(v *Visit) (casework.Act, error) {
				return casework.TellDelay{Why: v.text("why"), ExpectBy: v.day("expect_by")}, nil
			},
			places: samePlaces("why", "expect_by"), weigh: true,
		},
		casework.ActStopUpdates: {
			fields: func(s *sheetForm) { s.radios("addressee", s.family()); s.choose("resume", "no", "yes") },
			act: func(v *Visit) (casework.Act, error) {
				return casework.StopUpdates{Addressee: casework.AddresseeID(v.Form.Get("addressee")), Resume: v.yes("resume")}, nil
			},
			places: samePlaces("addressee", "resume"),
		},
		casework.ActCertificate: {
			fields: func(s *sheetForm) { s.date("on") },
			act:    func(v *Visit) (casework.Act, error) { return casework.RecordCertificate{On: v.day("on")}, nil },
			places: samePlaces("on"), weigh: true, then: "dates",
		},
	}
}

// claimed is an exception that the law has to a limit that runs in the case.
type claimed struct {
	rule statute.RuleID
	statute.Exception
}

// exceptions are the limbs that the law has for the limits that run now, as the statute book lists them.
func exceptions(v *Visit) []claimed {
	law, err := statute.RuleSetByID(v.Case.Opened.RuleSet)
	if err != nil {
		return nil
	}
	var list []claimed
	for _, limit := range v.Case.Claimable() {
		duty, err := law.Duty(limit.Rule)
		if err != nil {
			continue
		}
		for _, e := range duty.Exceptions {
			list = append(list, claimed{limit.Rule, e})
		}
	}
	return list
}

func claimFields(s *sheetForm) {
	var limbs []look.Option
	for i, e := range exceptions(s.v) {
		limbs = append(limbs, look.Option{Value: strconv.Itoa(i), Label: e.Limb + ": " + string(e.Ground), Hint: e.Words})
	}
	s.notices = append(s.notices, look.Notice{Title: s.p.say("claim-notice-title"), Text: s.p.say("claim-notice-text"), Tone: look.Soon})
	s.radios("limb", limbs)
	s.area("facts")
	s.date("from")
	s.date("until")
	s.date("advice_asked")
	s.area("because")
	s.checks("evidence", s.evidence())
	s.line("paper", "")
	s.date("told")
}

func readClaim(v *Visit) (casework.Act, error) {
	claim := statute.Claim{Facts: v.text("facts"), From: v.day("from"), Until: v.dayIfAny("until"), AdviceAsked: v.dayIfAny("advice_asked"),
		ImpracticalBecause: v.text("because"), Evidence: v.Form.All("evidence"), FamilyToldOn: v.dayIfAny("told")}
	var rule statute.RuleID
	limbs := exceptions(v)
	if i, err := strconv.Atoi(v.Form.Get("limb")); err == nil && i >= 0 && i < len(limbs) {
		rule, claim.Limb, claim.Ground = limbs[i].rule, limbs[i].Limb, limbs[i].Ground
	} else {
		v.Form.Wrong("limb", v.p.say("claim-limb-missing"))
	}
	if paper := v.Form.Line("paper"); paper != "" {
		claim.Evidence = append(claim.Evidence, paper)
	}
	for _, part := range []struct {
		field string
		blank bool
	}{{"facts", claim.Facts == ""}, {"because", claim.ImpracticalBecause == ""}} {
		if part.blank {
			v.Form.Wrong(part.field, v.p.say("claim-"+part.field+"-missing"))
		}
	}
	if len(claim.Evidence) == 0 {
		v.Form.Wrong("evidence", v.p.say("claim-evidence-missing"))
	}
	return casework.ClaimException{Rule: rule, Claim: claim}, nil
}
