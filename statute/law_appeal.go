package statute

// mediationRegulations are regulations 32 to 42 of SI 2014/1530.
func mediationRegulations() []Rule {
	return []Rule{
		{
			ID: "T13", Name: "family contacts a mediation adviser", Kind: Given,
			OwedBy: Family, Starts: NoticeSent, Limit: periodOf(2, Months),
			Words: "2 months of the notice being sent; rule 12 does not extend it",
			Told:  []Party{Adviser}, Contents: "that they wish to appeal, and whether they want mediation",
			Plain: "If you want to appeal, contact a mediation adviser by the end of {day}.",
			Cite:  "SEND Regs 2014 reg 33; CFA 2014 s.55(3)", InForceFrom: actInForce,
			Note:      "an appeal about the name or type of school alone needs no certificate",
			Confirmed: checkedAll,
		},
		{
			ID: "T14", Name: "certificate where the family declines mediation", Kind: Duty,
			OwedBy: Adviser, Starts: AdviserTold, Limit: periodOf(3, WorkingDays),
			Words: "3 working days of being told",
			Told:  []Party{Family},
			Plain: "The mediation adviser must send you your certificate by {day}.",
			Cite:  "SEND Regs 2014 reg 34; CFA 2014 s.55(4)", InForceFrom: actInForce,
			Confirmed: checkedAll,
		},
		{
			ID: "T15", Name: "tell the health body which issues are for mediation", Kind: Duty,
			OwedBy: LocalAuthority, Starts: MediationIssues, Limit: periodOf(3, WorkingDays),
			Words: "3 working days of being told",
			Told:  []Party{Health}, Contents: "the issues, and the missing health provision that is wanted",
			Plain: "The council must tell the health service what you want to settle by {day}.",
			Cite:  "SEND Regs 2014 reg 35", InForceFrom: actInForce,
			Note:      "the number of the regulation is unconfirmed",
			Confirmed: checkedAll,
		},
		{
			ID: "T16", Name: "hold the mediation", Kind: Duty,
			OwedBy: LocalAuthority, Starts: MediationWanted, Limit: periodOf(30, Days),
			Words: "30 days of being told",
			Told:  []Party{Adviser}, Contents: "attend with a person who has authority to settle. If it cannot be held in time the adviser is told at once and issues the certificate within 3 working days",
			Plain: "Your mediation must be held by {day}.",
			Cite:  "SEND Regs 2014 reg 36, reg 37", InForceFrom: actInForce,
			Note:      "for health alone the health body arranges it, 30 days from the authority's notice; the numbers of the regulations are unconfirmed",
			Confirmed: checkedAll,
		},
		{
			ID: "T17", Name: "certificate after mediation", Kind: Duty,
			OwedBy: Adviser, Starts: MediationEnded, Limit: periodOf(3, WorkingDays),
			Words: "3 working days of the end of the mediation",
			Told:  []Party{Family},
			Plain: "The mediation adviser must send you your certificate by {day}.",
			Cite:  "CFA 2014 s.55(5); SEND Regs 2014 reg 38, reg 39", InForceFrom: actInForce,
			Confirmed: checkedAll,
		},
		{
			ID: "T20", Name: "keep a mediation agreement on what the Tribunal could not order", Kind: Duty,
			OwedBy: LocalAuthority, Starts: MediationAgreed, Limit: periodOf(2, Weeks),
			Words:      "2 weeks of the agreement, or the dates that the parties agree; what the Tribunal could order runs as if ordered (T21 to T26)",
			Exceptions: orderExceptions("reg 42, 44(3)"),
			Plain:      "The council must do what was agreed at mediation by {day}.",
			Cite:       "SEND Regs 2014 reg 42", InForceFrom: actInForce,
			Confirmed: checkedAll,
		},
		{
			ID: "T20.agreed", Name: "keep a mediation agreement by the day that the parties set", Kind: Duty,
			OwedBy: LocalAuthority, Starts: MediationAgreed, Second: DayAgreed, Limit: Limit{First: Period{N: 2, Unit: Weeks, Count: Of}, Choice: AsAgreed},
			Words:      "the day that the parties agree, in the place of 2 weeks and of T21 to T26",
			Told:       []Party{Family},
			Exceptions: orderExceptions("reg 42, 44(3)"),
			Plain:      "The council must do what was agreed at mediation by {day}, the day that you and the council set.",
			Cite:       "SEND Regs 2014 reg 42", InForceFrom: actInForce,
			Note:      "a day later than the one that reg 42 or 44 gives takes the family’s written agreement",
			Confirmed: checkedAll,
		},
	}
}

// tribunalRegulations are regulations 44 and 45 of SI 2014/1530: after an order, and after an appeal that the
// authority does not oppose.
func tribunalRegulations() []Rule {
	return append(orders(), unopposed()...)
}

func orders() []Rule {
	order := func(id RuleID, name, plain string, limit Limit, words, cite string, told []Party, checked Confirmed) Rule {
		return Rule{
			ID: id, Name: name, Kind: Duty, OwedBy: LocalAuthority, Starts: OrderMade,
			Limit: limit, Notice: !limit.IsZero(), Words: words, Exceptions: orderExceptions("reg 44(3)"), Told: told,
			Plain: "After the Tribunal's order the council must " + plain + " by {day}.",
			Cite:  cite, InForceFrom: actInForce, Confirmed: checked,
		}
	}
	family, all := []Party{Family}, []Party{Family, NamedInstitution, Health}
	dismissed := order("T28", "continue the plan, or an appeal against ceasing is dismissed", "keep the plan going", Limit{}, "at once", "SEND Regs 2014 reg 44(2)(a), 44(2)(g)", nil, checkedAll)
	continued := order("T25.continue", "order to continue the plan", "keep the plan going", Limit{}, "at once", "SEND Regs 2014 reg 44(2)(h)", all, checkedButTold)
	dismissed.Exceptions = nil
	return []Rule{
		dismissed,
		order("T21", "order to assess: say that it will happen", "tell you that it will assess", periodOf(2, Weeks), "2 weeks of the order", "SEND Regs 2014 reg 44(2)(b)", family, checkedAll),
		order("T22", "order to assess: no plan, with reasons", "tell you, with reasons, if it decides that no plan is needed", periodOf(10, Weeks), "10 weeks of the order", "SEND Regs 2014 reg 44(2)(b)(i)", family, checkedAll),
		order("T23", "order to assess: final plan", "send you the final plan, if there is to be one", periodOf(14, Weeks), "14 weeks of the order", "SEND Regs 2014 reg 44(2)(b)(ii)", all, checkedAll),
		order("T24.draft", "order to make a plan: draft", "send you the draft plan", periodOf(5, Weeks), "5 weeks of the order", "SEND Regs 2014 reg 44(2)(c)", family, checkedAll),
		order("T24.final", "order to make a plan: final plan", "send you the final plan", periodOf(11, Weeks), "11 weeks of the order", "SEND Regs 2014 reg 44(2)(c)", family, checkedAll),
		order("T27", "case sent back for the authority to reconsider", "send you a draft plan or its decision", periodOf(2, Weeks), "2 weeks of the order: draft, or notice", "SEND Regs 2014 reg 44(2)(d)", family, notChecked),
		order("T25.amend", "order to amend the plan", "send you the changed plan", periodOf(5, Weeks), "5 weeks of the order", "SEND Regs 2014 reg 44(2)(e), 44(2)(h)", all, checkedButTold),
		order("T26", "order to change the school, or its type", "change the school in the plan", periodOf(2, Weeks), "2 weeks of the order", "SEND Regs 2014 reg 44(2)(f)", all, checkedButTold),
		continued,
	}
}

// unopposed is regulation 45 as made, and as paragraphs (3) to (6) were replaced from 23 March 2015.
func unopposed() []Rule {
	conceded := func(id RuleID, name, plain string, weeks int, words, cite string, told ...Party) Rule {
		return Rule{
			ID: id, Name: name, Kind: Duty, OwedBy: LocalAuthority, Starts: TribunalNotified,
			Limit: periodOf(weeks, Weeks), Notice: true, Words: words,
			Exceptions: orderExceptions("reg 45, 44(3)"), Told: told,
			Plain: "The council has told the Tribunal that it does not oppose your appeal. It must " + plain + " by {day}.",
			Cite:  cite, InForceFrom: amendment2015, Confirmed: checkedAll,
		}
	}
	asMade := func(id RuleID, name, plain string, weeks int, words, cite string) Rule {
		r := conceded(id, name, plain, weeks, words, cite, Family)
		r.InForceFrom, r.InForceTo = actInForce, amendment2015.AddDays(-1)
		r.Exceptions, r.Confirmed = nil, Confirmed{Period: true, Trigger: true}
		r.Note = "as made in 2014; the limit for a refusal to make a plan, reg 45(6), was not seen. Old pages still print these four weeks"
		return r
	}
	const amended = "SEND Regs 2014 reg 45, SI 2015/359"
	return []Rule{
		asMade("T29.assess", "refusal to assess conceded: carry out the assessment", "carry out the assessment", 4, "4 weeks of the notice to the Tribunal", "SEND Regs 2014 reg 45(3) as made"),
		asMade("T29.contents", "contents conceded: amended plan", "send you the changed plan", 4, "4 weeks of the notice to the Tribunal", "SEND Regs 2014 reg 45(4) as made"),
		asMade("T29.school", "school conceded: amended plan", "change the school in the plan", 2, "2 weeks of the notice to the Tribunal", "SEND Regs 2014 reg 45(5) as made"),
		conceded("T29.notify", "refusal to assess conceded: say that it will happen", "tell you that it will assess", 2, "2 weeks of the notice to the Tribunal", amended, Family),
		conceded("T29.noplan", "refusal to assess conceded: no plan, with reasons", "tell you, with reasons, if it decides that no plan is needed", 10, "10 weeks of the notice to the Tribunal", amended, Family),
		conceded("T29.final", "refusal to assess conceded: final plan", "send you the final plan, if there is to be one", 14, "14 weeks of the notice to the Tribunal", amended, Family, NamedInstitution, Health),
		conceded("T29.contents", "contents conceded: amended plan", "send you the changed plan", 5, "5 weeks of the notice to the Tribunal", amended, Family, NamedInstitution, Health),
		conceded("T29.school", "school conceded: amended plan", "change the school in the plan", 2, "2 weeks of the notice to the Tribunal", amended, Family, NamedInstitution, Health),
		conceded("T29.draft", "refusal to make a plan conceded: draft", "send you the draft plan", 5, "5 weeks of the notice to the Tribunal", amended, Family),
		conceded("T29.planfinal", "refusal to make a plan conceded: final plan", "send you the final plan", 11, "11 weeks of the notice to the Tribunal", amended, Family, NamedInstitution, Health),
	}
}

// tribunalRules are the Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules
// 2008, SI 2008/2699.
func tribunalRules() []Rule {
	return []Rule{
		{
			ID: "T18", Name: "appeal reaches the Tribunal", Kind: Given,
			OwedBy: Family, Starts: NoticeSent, Second: CertificateIssued,
			Limit: Limit{
				First:  Period{N: 2, Unit: Months, Count: Of},
				Second: Period{N: 1, Unit: Months, Count: Of},
				Choice: Later,
			},
			Rule12: true,
			Words:  "the later of 2 months of the notice being sent and 1 month of the certificate being issued, by 5 pm, moved later by rule 12",
			Told:   []Party{Tribunal},
			Plain:  "The Tribunal must receive your appeal by 5 pm on {day}.",
			Cite:   "HESC Rules 2008 r.20(1)(c), r.12", InForceFrom: actInForce,
			Note:      "only the Tribunal extends time (r.5). A raw last day on a weekend before August or before 25 December moves once, to the next working day",
			Confirmed: checkedAll,
		},
		{
			ID: "T19", Name: "response to the appeal", Kind: Duty,
			OwedBy: LocalAuthority, Starts: AppealRegistered, Limit: periodOf(30, TribunalDays),
			Words: "usually 30 working days, August and 25 December to 1 January not counted; the Tribunal's directions prevail",
			Told:  []Party{Tribunal},
			Cite:  "HESC Rules 2008 r.21, r.12(3); case directions", InForceFrom: actInForce,
			Confirmed: checkedAll,
		},
	}
}

// codeOfPractice is guidance, to which authorities must have regard (CFA 2014 s.77).
func codeOfPractice() []Rule {
	under5 := func(id RuleID, name string, months int, words string) Rule {
		return Rule{
			ID: id, Name: name, Kind: Duty, OwedBy: LocalAuthority, Starts: PlanMadeOrReviewed,
			Limit: periodOf(months, Months), Words: words,
			Cite: "SEND Code of Practice 2015, 9.178", InForceFrom: actInForce,
			Note:      "guidance: authorities should consider it",
			Confirmed: notChecked,
		}
	}
	return []Rule{
		under5("T31.3m", "review for a child under five: the earlier date", 3, "should consider every 3 to 6 months: 3 months"),
		under5("T31.6m", "review for a child under five: the later date", 6, "should consider every 3 to 6 months: 6 months"),
	}
}
