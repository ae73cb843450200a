package evidence

import "sendpanel/casework"

// graduatedSource is where the Code describes the graduated approach: for early years, schools and colleges.
const graduatedSource = "Code of Practice 5.36 to 5.46, 6.44 to 6.56, 7.13 to 7.22 (unconfirmed)"

// graduated is the Graduated Response, step by step, and what belongs to it. It is guidance on how a setting helps, and no
// condition of a request: part of one cycle can be all that is needed.
func graduated() []head {
	onPlan := []casework.Limb{casework.Limb8b}
	return []head{
		{
			id: "assess", group: Graduated, source: graduatedSource, limbs: both(), title: same("Assess"),
			helps:   same("It shows that help began from what {child} needs."),
			aspects: []aspect{{"assess.found", same("what was found before help was planned"), same("For a cycle, say what you looked at and what it told you about why this is hard for {child}."), cyclesWith(assessed)}},
			open:    openParts,
		},
		{
			id: "plan", group: Graduated, source: graduatedSource, limbs: onPlan, title: same("Plan"),
			helps: same("It shows what the help was for, so that a reader can see whether it did that."),
			aspects: []aspect{
				{"plan.aims", same("what the help was meant to achieve"), same("Write what {child} was to be able to do at the end of the cycle."), cyclesWith(planned)},
				{"plan.measure", same("how it would be seen that an aim was met"), same("Put a measure to an aim that can have one: how many, how often, how long, with how much help."), cyclesWith(measured)},
			},
		},
		{
			id: "do", group: Graduated, source: graduatedSource, limbs: onPlan, title: same("Do"),
			helps:   same("It shows what was tried. Whatever there is helps, however short."),
			aspects: []aspect{{"do.tried", same("what was then tried"), same("List what was done in the cycle, also what was planned and could not be done, and why."), tried}},
		},
		{
			id: "review", group: Graduated, source: graduatedSource, limbs: onPlan, title: same("Review"),
			helps: same("It shows what was learned about {child} from what was tried."),
			aspects: []aspect{
				{"review.result", same("how it went"), same("For each aim say whether it was met, in part or not, and what you saw."), reviewed},
				{"review.changed", same("what was changed after a review"), same("Say what was kept, changed or stopped after a review, and why."), changedAfterReview},
			},
		},
		{
			id: "part", group: Graduated, source: graduatedSource + "; CFA 2014 s.19", limbs: both(),
			title: same("The part of {child} and of the family"),
			helps: same("Those who know {child} best see what a {setting} cannot see."),
			aspects: []aspect{
				{"part.family", same("the family’s part in planning and review"), words{
					school:  "Say how the parents took part, what they told you and what they do at home. If they could not come, say how they were asked.",
					college: "Say how the family took part, as far as the young person wished.",
				}, cyclesWith(withFamily)},
				{"part.child", same("the part of {child} in planning and review"), words{
					school:  "Say how {child} was asked about aims and help, and what came of it.",
					early:   "Say how you found out what the child likes and does not like, by watching, play or pictures.",
					college: "Say which aims are the young person’s own, and how they chose the help.",
				}, childTookPart},
			},
		},
		{
			id: "reduced", group: Graduated, source: "Code of Practice 9.14, fourth bullet", limbs: onPlan, title: same("When help was less"),
			helps:   same("It shows whether {child} can keep what was gained, or needs the help to go on. Both are worth knowing."),
			aspects: []aspect{{"reduced.what", same("what happened when help was reduced or stopped"), same("If help was ever less, on purpose, in a holiday or because staff were away, say what happened then. Do not take help away to find out."), whenReduced}},
		},
		{
			id: "advice", group: Graduated, source: "Code of Practice 6.58 to 6.62 (unconfirmed); SEND Regulations 2014 reg 6(1)", limbs: both(),
			title: same("Advice from specialists"),
			helps: same("It helps to see whether the help fits the need. A request needs no report: gathering advice is what an assessment is for."),
			aspects: []aspect{
				{"advice.given", same("what a specialist has advised"), same("Add any report or note of a visit that there is, and name who else was asked and when. If there is a waiting list, say how long."), advised},
				{"advice.used", same("what was done with the advice"), same("Say which of the advice was followed, for how long and with what result, and which was not, and why."), adviceUsed},
			},
		},
		{
			id: "views", group: Graduated, source: "CFA 2014 s.19; Code of Practice 9.12", limbs: both(), title: same("Views, wishes and feelings"),
			helps: same("The council must have regard to them and pays particular attention to them."),
			aspects: []aspect{
				{"views.child", same("the views of {child}"), words{
					school: "Write down what {child} says, in their own words, drawings or signs, and how you asked.",
					early:  "Write down what the child shows they like, dislike and want, and how you saw it.",
				}, childViews},
				{"views.family", same("the views of the family"), words{
					school:  "Ask the parents what they see, hope and fear, and write it in their words, or ask them to send it to the council themselves.",
					college: "Ask the young person whether the family should be asked too.",
				}, familyViews},
				{"views.setting", same("what the {setting} thinks may be needed"), same("Say what you think {child} may need, what you can go on giving, and what you cannot be sure of."), settingViews},
			},
		},
	}
}
