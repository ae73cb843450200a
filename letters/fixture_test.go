package letters

import (
	"slices"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/feedback"
	"sendpanel/council"
	"sendpanel/statute"
)

// received is a Monday six weeks of which cross Christmas.
func received() statute.Day { return statute.Date(2026, time.November, 23) }

// refusedOn gives limits that both need explaining: two months on is a Sunday.
func refusedOn() statute.Day { return statute.Date(2026, time.December, 14) }

// opened is an invented child’s case: a girl in year 4, asked for by her school.
func opened(t testing.TB) casework.Opened {
	t.Helper()
	o := casework.Opened{
		Ref: casework.NewRef(2026, 412), Received: received(), Basis: "s36_1", Channel: "portal",
		RequestedBy: casework.Asker{Type: "school", Name: "Lucy Hartley", Role: "SENCO", Setting: "millbrook-primary"},
		Child:       casework.Identity{Surname: "Łukasz-O’Brien", Forenames: "Zoë Róża", Preferred: "Zoë", DateOfBirth: statute.Date(2018, time.March, 14)},
		Family: []casework.Addressee{{
			ID: "family-1", Standing: casework.Parent, Name: "Mrs Agnieszka Łukasz", Relationship: "mother",
			Address: []string{"Flat 4", "27 Quay Lane", "Northmere"}, Postcode: "NM1 2AB", Language: "Polish", Interpreter: true, Channel: statute.FirstClass,
		}},
		School:  council.Invented().SchoolAddressee("millbrook-primary"),
		Setting: "millbrook-primary", Officer: "amina.khan", RuleSet: ruleSet(t),
		Evidence: []casework.Evidence{
			{ID: "E1", Title: "Provision map, spring to autumn 2026", Author: "Lucy Hartley", Role: "SENCO", Date: statute.Date(2026, time.October, 2), From: "school", See: []casework.Party{casework.TheFamily}},
			{ID: "E2", Title: "Reading and spelling ages, 2024 to 2026", Author: "Lucy Hartley", Role: "SENCO", Date: statute.Date(2026, time.November, 6), From: "school", See: []casework.Party{casework.TheFamily}},
			{ID: "E3", Title: "Speech and language therapy report", Author: "Mary Owusu", Role: "speech and language therapist", Date: statute.Date(2026, time.March, 11), From: "school", See: []casework.Party{casework.TheFamily}},
			{ID: "E4", Title: "Diary of four weeks at home", Author: "Mrs Agnieszka Łukasz", Date: statute.Date(2026, time.November, 27), Class: "family_views", From: "family"},
			{ID: "E5", Title: "Attendance record", From: "school", See: []casework.Party{casework.TheFamily}},
		},
	}
	for _, limit := range []struct {
		rule  statute.RuleID
		dates *statute.Dates
	}{{casework.RuleDecide, &o.Decide}, {casework.RuleNoPlan, &o.NoPlan}, {casework.RulePlan, &o.Plan}} {
		*limit.dates = datesOf(t, limit.rule, o.Received)
	}
	return o
}

func ruleSet(t testing.TB) string {
	t.Helper()
	law, err := statute.InForce(received())
	if err != nil {
		t.Fatal(err)
	}
	return law.ID()
}

func datesOf(t testing.TB, rule statute.RuleID, from statute.Day) statute.Dates {
	t.Helper()
	law, err := statute.InForce(from)
	if err != nil {
		t.Fatal(err)
	}
	duty, err := law.Duty(rule)
	if err != nil {
		t.Fatal(err)
	}
	dates, err := duty.From(from, statute.By(statute.FirstClass))
	if err != nil {
		t.Fatal(err)
	}
	return dates
}

// asYoungPerson turns the case into that of a student who asked for herself.
func asYoungPerson(f Facts) Facts {
	o := &f.Case.Opened
	o.RequestedBy = casework.Asker{Type: "young_person", Name: "Amara Diallo"}
	o.Child = casework.Identity{Surname: "Diallo", Forenames: "Amara", DateOfBirth: statute.Date(2008, time.May, 2)}
	o.Setting, o.School = "northmere-college", council.Invented().SchoolAddressee("northmere-college")
	o.Family = []casework.Addressee{{
		ID: "family-1", Standing: casework.YoungPerson, Name: "Amara Diallo", Relationship: "self",
		Address: []string{"3 Cooper’s Yard", "Northmere"}, Postcode: "NM1 5DY", Channel: statute.FirstClass,
	}}
	f.Case.Family, f.Case.Evidence = o.Family, slices.Clone(f.Case.Evidence)
	f.Case.Evidence[0].Title, f.Case.Evidence[3].Author = "Support plan, spring to autumn 2026", "Amara Diallo"
	if f.Decision != nil && f.Decision.Outcome == casework.NotAssess {
		f.Decision.Findings = youngPersonFindings()
		f.Decision.NextSteps = []string{
			"The college keeps the note-taker in two of your five lessons, and adds a third from January.",
			"You and your tutor look at how it goes in the week of 1 March 2027.",
		}
	}
	if f.Decision != nil && f.Decision.Outcome == casework.Assess {
		f.Decision.Findings = slices.Clone(f.Decision.Findings)
		f.Decision.Findings[1].Reason = "Two terms of help have not made it easier for you to follow your lessons, and nobody can say yet which help would."
	}
	return f
}

func acknowledged(t testing.TB) Facts {
	o := opened(t)
	return Facts{Case: casework.Case{Ref: casework.NewRef(2026, 412), Opened: o, Family: o.Family, Evidence: o.Evidence, Determined: true}, Council: council.Invented(), On: received().AddDays(1)}
}

func agreed(t testing.TB) Facts {
	f := decided(t, casework.Assess)
	f.Decision.Findings = []casework.Finding{
		{Limb: casework.Limb8a, Answer: casework.Met},
		{Limb: casework.Limb8b, Answer: casework.Met, ReliedOn: []casework.DocumentID{"E3"},
			Reason: "Zoë’s talking has not moved on in a year of weekly therapy, and the school cannot say which help would work."},
	}
	return f
}

func refused(t testing.TB) Facts {
	f := decided(t, casework.NotAssess)
	f.Decision.Findings = parentFindings()
	f.Decision.NextSteps = []string{
		"The school keeps the daily reading session of 20 minutes and the weekly language group.",
		"The speech and language therapist trains the two adults in Zoë’s class before the end of January.",
		"You and the school look at how it goes in the week of 1 March 2027.",
	}
	return f
}

// told is the case after the family’s notice has gone, when the school’s is owed.
func told(f Facts) Facts {
	f.Case.NoticeGiven = &casework.NoticeGiven{Rule: casework.RuleDecide, On: f.On, Due: f.Case.Opened.Decide.Due}
	return f
}

func decided(t testing.TB, outcome casework.Outcome) Facts {
	f := acknowledged(t)
	f.On = refusedOn()
	f.Case.Decided = &casework.DecidedOn{Seq: 9, On: statute.Date(2026, time.December, 10), Outcome: outcome, By: "priya.raman"}
	f.Decision = &casework.Decided{
		Decision:  casework.Decision{Outcome: outcome},
		DecidedBy: "Priya Raman", Post: "Statutory Assessment Manager",
		Delegation: casework.Delegation{Scheme: "Scheme of Delegation to Officers, Children’s Services", Paragraph: "paragraph 7.3", Status: "employed"},
	}
	return f
}

func parentFindings() []casework.Finding {
	return []casework.Finding{
		{Limb: casework.Limb8a, Answer: casework.Met, ReliedOn: []casework.DocumentID{"E3"},
			Reason: "Zoë finds it much harder than most children of her age to say what she means and to read. She has special educational needs."},
		{Limb: casework.Limb8b, Answer: casework.NotMet, ReliedOn: []casework.DocumentID{"E1", "E2"},
			NotReliedOn: []casework.SetAside{
				{Evidence: "E3", Why: "It was written in March, before the language group and the daily reading began. What it advises is what Zoë now has."},
				{Evidence: "E4", Why: "It shows how tired Zoë is after school. We take that seriously. It does not show that the help she needs in school cannot be given without a plan."},
			},
			Reason: "Zoë has a daily reading session of 20 minutes and a weekly language group. Since they began in April her reading age has risen by nine months in seven, and she now joins in class talk each day.\n" +
				"The school can go on giving this help, and has said that it will. On this evidence we do not think that it may be necessary to give it through a plan.",
			AnswerToFamily: "You told us on 27 November that Zoë comes home worn out and that you fear the move to year 5. The school will shorten the afternoon sessions. The help that works now does not depend on her teacher, and goes with her into year 5."},
	}
}

func youngPersonFindings() []casework.Finding {
	return []casework.Finding{
		{Limb: casework.Limb8a, Answer: casework.Met, ReliedOn: []casework.DocumentID{"E3"}, Reason: "You find it much harder than most people of your age to follow spoken instructions. You have special educational needs."},
		{Limb: casework.Limb8b, Answer: casework.NotMet, ReliedOn: []casework.DocumentID{"E1", "E2"},
			NotReliedOn:    []casework.SetAside{{Evidence: "E4", Why: "It shows how long your evenings are. The third lesson with a note-taker is meant to change that."}},
			Reason:         "Since you have had a note-taker in two lessons, you have passed every unit in them. The college can give the same help in your other lessons.",
			AnswerToFamily: "You told us that you want to go on to the care course. We agree that it suits you, and the college keeps the help when you do."},
	}
}

func keyOf(kind casework.LetterKind) casework.LetterKey {
	key := casework.LetterKey{Kind: kind, To: "family-1", For: 1, Version: 1}
	if toSetting(kind) {
		key.To = casework.School
	}
	if toBody(kind) {
		key.To = casework.HealthBody
	}
	if _, ok := originalOf(kind); ok {
		key.To = "family-9"
	}
	return key
}

// owedBy is the case when an event that owes a letter has just been recorded.
func owedBy(f Facts, on statute.Day, b casework.Body) Facts {
	f.On = on
	f.Owing = casework.Event{Seq: 8, FellOn: on, By: casework.Actor{Person: "margaret.ellis", Name: "Margaret Ellis"}, Body: b}
	return f
}

// considered is the case of a request that came from the family and not from the school.
func considered(t testing.TB) Facts {
	f := acknowledged(t)
	f.Case.Opened.RequestedBy = casework.Asker{Type: "parent", Name: "Mrs Agnieszka Łukasz"}
	return owedBy(f, received().AddDays(3), casework.Determined{})
}

func withdrawn(t testing.TB) Facts {
	return owedBy(acknowledged(t), received().AddDays(10), casework.Withdrawn{ConfirmedBy: "family-1", SuggestedBy: "school"})
}

func delayed(t testing.TB) Facts {
	return owedBy(acknowledged(t), statute.Date(2027, time.January, 6), casework.DelayTold{First: true, ExpectBy: statute.Date(2027, time.January, 13),
		Why: "The panel that was to look at the request in December did not meet, because too few of its members could come. A senior officer now looks at it without a panel."})
}

// delayedAgain is the case a fortnight on.
func delayedAgain(t testing.TB) Facts {
	f := acknowledged(t)
	f.Case.Letters = []casework.Letter{{Key: casework.LetterKey{Kind: casework.DelayLetter, To: "family-1", For: 7, Version: 1}, State: casework.LetterPosted}}
	return owedBy(f, statute.Date(2027, time.January, 15), casework.DelayTold{ExpectBy: statute.Date(2027, time.January, 20),
		Before: statute.Date(2027, time.January, 6), Expected: statute.Date(2027, time.January, 13),
		Why: "The senior officer has asked one question of the speech and language therapist, and has the answer since Thursday. Nothing else is open."})
}

// deferred is the case when the panel has asked for more.
func deferred(t testing.TB) Facts {
	return owedBy(acknowledged(t), statute.Date(2026, time.December, 8), casework.Deferred{
		Panel: "send-panel", Until: statute.Date(2026, time.December, 15), DaysLeft: 15, DaysWaited: 15,
		Why: "The panel has a therapist’s report of March and nothing since. It cannot say whether the language group has changed anything.",
		AskedFor: []casework.Ask{
			{Of: "speech and language therapy service", For: "a note of how Zoë talks now, after two terms in the group", By: statute.Date(2026, time.December, 14)},
			{Of: "school", For: "the reading ages of November", By: statute.Date(2026, time.December, 11)},
		},
	})
}

// overturned is the case when the Tribunal has ordered an assessment; undone by another way where how says so.
func overturned(t testing.TB, how statute.Overturn) Facts {
	f := refused(t)
	f.Decision = nil
	law, err := statute.InForce(received())
	if err != nil {
		t.Fatal(err)
	}
	on := statute.Date(2027, time.May, 18)
	clocks, err := law.AfterOverturn(statute.Overturned{How: how, Matter: statute.AssessmentRefused, On: on, Received: received()})
	if err != nil {
		t.Fatal(err)
	}
	body := casework.Overturned{How: how, On: on, Clocks: clocks}
	if how != statute.ByOrder && how != statute.ByConsentOrder {
		body.DecidedBy, body.Post = "Priya Raman", "Statutory Assessment Manager"
		body.Delegation = &casework.Delegation{Scheme: "Scheme of Delegation to Officers, Children’s Services", Paragraph: "paragraph 7.3", Status: "employed"}
	}
	f.Case.Undone = &casework.Undone{Seq: 8, How: how, On: on, Clocks: clocks, Told: on.AddDays(1)}
	return owedBy(f, on.AddDays(1), body)
}

// agreedOtherwise is the refusal undone at mediation, with a day for the plan that the parties set themselves.
func agreedOtherwise(f Facts) Facts {
	undone := f.Owing.Body.(casework.Overturned)
	undone.Agreed = []statute.Agreed{{Stage: statute.FinalStage, By: undone.On.AddDays(80)}}
	law, _ := statute.InForce(received())
	undone.Clocks, _ = law.AfterOverturn(statute.Overturned{How: undone.How, Matter: statute.AssessmentRefused, On: undone.On, Received: received(), Agreed: undone.Agreed})
	return owedBy(f, f.On, undone)
}

// listed is the case when a meeting of the panel is to look at it.
func listed(t testing.TB) Facts {
	f := acknowledged(t)
	f.Case.Consulted = []casework.Consulted{
		{Whom: "family", How: "letter", Asked: received().AddDays(1), Received: true},
		{Whom: "health", How: "email", Asked: received().AddDays(1)},
	}
	return owedBy(f, received().AddDays(8), casework.Listed{Panel: "send-panel", On: received().AddDays(15)})
}

// noted is the refused case when its family has been told, so that the school is.
func noted(t testing.TB) Facts {
	f := told(refused(t))
	opens := f.On.AddDays(2)
	f.Feedback = &feedback.Note{
		Case: f.Case.Ref, Child: "Zoë", Outcome: casework.NotAssess, DecidedOn: f.Case.Decided.On, Opens: opens,
		Decision: "You asked for an assessment. The council has decided not to carry out an education, health and care (EHC) needs assessment for Zoë.",
		Findings: []feedback.Finding{
			{Limb: casework.Limb8a, Question: "Does Zoë have, or may Zoë have, special educational needs? (s.36(8)(a))", Answer: casework.Met, Said: "The council’s answer is yes.", Reasons: []string{"Zoë finds it much harder than most children of her age to say what she means and to read."}},
			{Limb: casework.Limb8b, Question: "May it be necessary to give Zoë special educational help through an EHC plan? (s.36(8)(b))", Answer: casework.NotMet, Said: "The council’s answer is no.", Reasons: []string{"Zoë has a daily reading session of 20 minutes and a weekly language group.", "Since they began in April her reading age has risen by nine months in seven."}},
		},
		Strong:     []feedback.Point{{Text: "The council relied on these papers, which you sent or were shown.", Evidence: []feedback.Exhibit{{ID: "E1", Title: "Provision map, spring to autumn 2026"}, {ID: "E2"}}}},
		Missing:    []feedback.Point{{Text: "When help was less: we did not find what happened when help was reduced or stopped."}},
		Next:       []feedback.Point{{Text: "The school keeps the daily reading session of 20 minutes and the weekly language group."}},
		NewRequest: []feedback.Point{{Text: "Say what has changed since this decision."}},
		Standing:   []feedback.Point{{Text: "You can ask for an assessment again at any time, and so can the family. There is nothing to wait for.", Source: "CFA 2014 s.36(1)"}},
	}
	return owedBy(f, opens, casework.FeedbackOpened{On: opens})
}

// retracted is the case when a letter that has gone is withdrawn.
func retracted(t testing.TB) Facts {
	return owedBy(acknowledged(t), statute.Date(2026, time.December, 9), casework.LetterMended{
		Letter: keyOf(casework.DeferralLetter), How: casework.MendWithdrawn, Dated: statute.Date(2026, time.December, 8), Posted: statute.Date(2026, time.December, 8),
		Why: "The letter said that the panel had put the request off. That was about another request. The panel has not looked at this one yet.",
	})
}

// mended is a letter’s facts when a version that had gone is put right three weeks later.
func mended(f Facts, kind casework.LetterKind, how casework.Mending, why string) (casework.LetterKey, Facts) {
	key := keyOf(kind)
	f.Mended = []casework.LetterMended{{Letter: key, How: how, Why: why, Dated: f.On, Posted: f.On}}
	f.On = f.On.AddDays(21)
	key.Version = 2
	return key, f
}

func cameHere(t testing.TB) Facts {
	return owedBy(acknowledged(t), received().AddDays(4), casework.TransferredIn{From: "Southmere Council", On: received().AddDays(2)})
}

// oneWithdrawn is the case when the school’s request is withdrawn and the mother’s goes on.
func oneWithdrawn(t testing.TB) Facts {
	f := acknowledged(t)
	f.Case.Requests = []casework.Asked{
		{Seq: 1, Received: received(), By: f.Case.Opened.RequestedBy, Withdrawn: true, Ended: 8, EndedBy: "family-1"},
		{Seq: 5, Received: received().AddDays(3), By: casework.Asker{Type: "parent", Name: "Mrs Agnieszka Łukasz"}},
	}
	return owedBy(f, received().AddDays(6), casework.RequestWithdrawn{Request: 1, ConfirmedBy: "family-1", SuggestedBy: "school"})
}

func wentAway(t testing.TB) Facts {
	return owedBy(acknowledged(t), received().AddDays(9), casework.TransferredOut{To: "Southmere Council", On: received().AddDays(7)})
}

// copied is the case when the family’s notice has gone and somebody is to have a copy.
func copied(f Facts, kind casework.LetterKind) Facts {
	f = told(f)
	f.Case.Letters = []casework.Letter{{Key: keyOf(kind), State: casework.LetterPosted, Dated: f.On, Posted: f.On}}
	f.Case.Family = append(slices.Clone(f.Case.Family), casework.Addressee{
		ID: "family-9", Standing: casework.Supporter, Name: "Ms Ewa Nowak", Relationship: "advocate", Address: []string{"Northmere Advocacy", "5 Bell Street"}, Postcode: "NM1 3EF",
	})
	f.On = f.On.AddDays(1)
	return f
}

// kinds is every letter of the set with the facts it is made from.
func kinds(t testing.TB) map[casework.LetterKind]Facts {
	return map[casework.LetterKind]Facts{
		casework.Acknowledgement: acknowledged(t), casework.SchoolAcknowledgement: acknowledged(t),
		casework.AssessLetter: agreed(t), casework.SchoolAssessLetter: told(agreed(t)),
		casework.NotAssessLetter: refused(t), casework.SchoolNotAssessLetter: told(refused(t)),
		casework.ConsideringLetter: considered(t), casework.SchoolConsideringLetter: considered(t),
		casework.AgencyConsideringLetter: considered(t), casework.AgencyAssessLetter: told(agreed(t)), casework.AgencyNotAssessLetter: told(refused(t)),
		casework.WithdrawalLetter: withdrawn(t), casework.DelayLetter: delayed(t), casework.DelayUpdateLetter: delayedAgain(t),
		casework.OverturnLetter: overturned(t, statute.ByOrder), casework.SchoolOverturnLetter: overturned(t, statute.ByReg45), casework.AgencyOverturnLetter: overturned(t, statute.ByMediation),
		casework.OneWithdrawnLetter: oneWithdrawn(t), casework.SchoolOneWithdrawnLetter: oneWithdrawn(t),
		casework.TransferOutLetter: wentAway(t),
		casework.FeedbackLetter:    noted(t), casework.SchoolFeedbackLetter: noted(t),
		casework.RetractionLetter: retracted(t), casework.SchoolRetractionLetter: retracted(t), casework.AgencyRetractionLetter: retracted(t),
		casework.PapersLetter: listed(t), casework.TransferInLetter: cameHere(t),
		casework.DeferralLetter: deferred(t), casework.SchoolDeferralLetter: deferred(t), casework.WelcomeLetter: grownUp(t),
		casework.AssessCopy: copied(agreed(t), casework.AssessLetter), casework.NotAssessCopy: copied(refused(t), casework.NotAssessLetter),
	}
}

// grownUp is the case of somebody to whom the rights passed while the request was looked at.
func grownUp(t testing.TB) Facts {
	f := acknowledged(t)
	f.Case.Opened.Child = casework.Identity{Surname: "Diallo", Forenames: "Amara", DateOfBirth: statute.Date(2010, time.May, 2)}
	f.Case.Opened.Setting, f.Case.Opened.School = "northmere-college", council.Invented().SchoolAddressee("northmere-college")
	f.Case.AgeSwitched = true
	f.Case.Family = []casework.Addressee{{
		ID: "family-1", Standing: casework.YoungPerson, Name: "Amara Diallo", Relationship: "self",
		Address: []string{"3 Cooper’s Yard", "Northmere"}, Postcode: "NM1 5DY", Channel: statute.FirstClass,
	}}
	return owedBy(f, received().AddDays(7), casework.AgeSwitched{From: received().AddDays(7)})
}

func composed(t testing.TB, kind casework.LetterKind, f Facts) Letter {
	t.Helper()
	l, err := Compose(keyOf(kind), f)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
