package statute

// act is what the Children and Families Act 2014, Part 3, itself states.
func act() []Rule {
	return []Rule{
		{
			ID: "T01", Name: "consult the family on whether a plan may be necessary", Kind: Duty,
			OwedBy: LocalAuthority, Starts: RequestReceived,
			Words: "as soon as practicable; no number",
			Told:  []Party{Family}, Contents: "in a school's request, this is the first letter to the family",
			Cite: "CFA 2014 s.36(4); SEND Regs 2014 reg 3", InForceFrom: actInForce,
			Note:      "the text of reg 3 was not seen, its heading was",
			Confirmed: Confirmed{Trigger: true, Exceptions: true, Recipients: true},
		},
		{
			ID: "T03", Name: "tell the family that an assessment is considered, and that they may give views and evidence", Kind: Duty,
			OwedBy: LocalAuthority, Starts: MayBeNecessary,
			Words: "no number; early enough to leave real time before T04",
			Told:  []Party{Family}, Contents: "that an assessment is considered; right to express views by speaking or in writing; right to submit evidence",
			Cite: "CFA 2014 s.36(6), s.36(7)", InForceFrom: actInForce,
			Note:      "not owed if assessed in the previous six months: T03.bar. The end of s.36(7)(b)(ii) was not seen",
			Confirmed: Confirmed{Period: true, Trigger: true, Exceptions: true},
		},
		{
			ID: "T03.bar", Name: "six months after an assessment in which another need not be considered", Kind: Bar,
			OwedBy: LocalAuthority, Starts: AssessmentEnded, Limit: periodOf(6, Months), EarliestNext: true,
			Words: "6 months; a bar on the duty only: the authority may still assess (Code 9.11)",
			Cite:  "CFA 2014 s.36(6)(b)", InForceFrom: actInForce,
			Note:      "no assessment follows a refusal to assess, so a fresh request the next day starts a fresh clock",
			Confirmed: Confirmed{Period: true},
		},
		{
			ID: "T10", Name: "school replies to consultation before it is named", Kind: Given,
			OwedBy: NamedInstitution, Starts: SchoolConsulted, Limit: periodOf(15, Days),
			Words: "before naming; a school should reply in 15 days, and the authority must go on without a reply",
			Told:  []Party{NamedInstitution}, Contents: "governing body, proprietor or principal, and the maintaining authority of another's school",
			Cite: "CFA 2014 s.39(2), s.40(3); Code 9.83", InForceFrom: actInForce,
			Note:      "the Act states no number: fifteen days is the Code's",
			Confirmed: checkedAll,
		},
		{
			ID: "T30", Name: "review the plan", Kind: Duty,
			OwedBy: LocalAuthority, Starts: PlanMadeOrReviewed, Limit: startingWith(12, Months),
			Words: "in the 12 months starting with the date",
			Plain: "The plan must be reviewed by {day}.",
			Cite:  "CFA 2014 s.44(1); SEND Regs 2014 reg 18", InForceFrom: actInForce,
			Note:      "a review is complete when the authority notifies its decision (T34)",
			Confirmed: notChecked,
		},
	}
}
