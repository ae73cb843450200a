package evidence

import "sendpanel/casework"

// bullets is the evidence that a council is to look at when it considers whether an assessment is necessary, in the order
// of Code of Practice 9.14.
func bullets() []head {
	return []head{
		{
			id: "attainment", group: FiveBullets, source: "Code of Practice 9.14, first bullet", limbs: both(),
			title: words{school: "Attainment and rate of progress", early: "Milestones and rate of progress", college: "Attainment and rate of progress"},
			helps: same("It helps to see whether learning is much harder for {child} than for most {others}, and whether a gap grows, stays or closes. No score and no gap is asked for: some needs do not show in results."),
			aspects: []aspect{
				{"attainment.level", words{school: "where learning stands now", early: "where development and learning stand now"}, words{
					school:  "Add the latest results, or what {child} can do now in what is hard, with the day and the name of the test or check.",
					early:   "Add what {child} can do now in each area of development, with the day: from the two-year check, the profile or your own notes.",
					college: "Add the latest results or starting points in English, mathematics and the course, with the day of each.",
				}, attainmentNow},
				{"attainment.rate", same("how learning has changed over time"), words{
					school:  "Give the same measure from different days, so that a reader sees the change. Say which way it went after help was added.",
					early:   "Say what {child} could do when they joined you and what they can do now, with the days.",
					college: "Put the school’s last results beside yours, and results from the start of the course beside those of now.",
				}, attainmentOverTime},
			},
		},
		{
			id: "needs", group: FiveBullets, source: "Code of Practice 9.14, second bullet; areas of need 6.28 to 6.35", limbs: both(),
			title: same("What the needs are, how far they reach, and where they show"),
			helps: same("A need is described by what it does to {child}’s day, not by its name. A diagnosis can help a reader and is not needed."),
			aspects: []aspect{
				{"needs.nature", same("what {child} finds hard"), same("Say what {child} finds hard in each area that applies: communication and interaction; cognition and learning; social, emotional and mental health; sensory and physical."), needsNature},
				{"needs.extent", same("what the difficulty does to {child}’s day"), same("Say how often it happens, how long it lasts and what {child} misses because of it."), needsExtent},
				{"needs.context", same("what goes well, and when it is easier"), same("Say what {child} is good at, and where, when and with whom it goes better or worse."), needsContext},
				{"needs.attendance", same("how much {child} attends"), words{
					school: "Add attendance for this year and last, and any part-time timetable or suspension, with what you think lies behind it. Absence can be a result of need; it counts against nobody.",
					early:  "Add how many sessions {child} is booked for and comes to, and what you think lies behind missed ones. It counts against nobody.",
				}, attendance},
			},
		},
		{
			id: "action", group: FiveBullets, source: "Code of Practice 9.14, third bullet", limbs: []casework.Limb{casework.Limb8b},
			title: same("What the {setting} is doing already"),
			helps: same("It helps to see whether the help that a {setting} can give without a plan has been thought of, and what it looks like for {child}."),
			aspects: []aspect{
				{"action.given", same("what help {child} has"), same("List the help of this year. Begin with what is changed in everyday teaching and care, then what is added to it."), helpGiven},
				{"action.amount", same("how much help it is, and who gives it"), same("For each kind of help say who gives it, to how many at once, how often, how long each time and for how many weeks. Costs may be added and are not asked for."), helpAmount},
			},
		},
		{
			id: "progress", group: FiveBullets, source: "Code of Practice 9.14, fourth bullet", limbs: []casework.Limb{casework.Limb8b},
			title: same("Progress, and what it took"),
			helps: same("Progress can be the result of much more help than is usual. Said so, good progress is no reason against a request, and little progress is explained."),
			aspects: []aspect{
				{"progress.result", same("what the help has achieved"), same("Say what changed after each kind of help, with a measure from before and after where there is one. Say too what did not work."), helpResult},
				{"progress.beyond", same("how far progress rests on help beyond what is usual"), same("Say what {child} achieves with this help, and what with the help that others have."), helpBeyond},
			},
		},
		{
			id: "development", group: FiveBullets, source: "Code of Practice 9.14, fifth bullet", limbs: both(),
			title: same("Body, feelings, friendships and health"),
			helps: same("Needs that do not show in learning count as much. What health, care and other services have done belongs here."),
			aspects: []aspect{
				{"development.picture", same("how {child} is in body, feelings and with others"), same("Describe movement, health, feelings, behaviour and friendships as you see them. That there is nothing to tell is worth writing too."), developmentPicture},
				{"development.services", same("what health, care and other services have found or done"), same("Name each service that knows {child}, since when, and what it did. If there is none, or {child} waits for one, say so: a request need not wait with them."), services},
			},
		},
	}
}

// both are the two questions of s.36(8).
func both() []casework.Limb { return []casework.Limb{casework.Limb8a, casework.Limb8b} }
