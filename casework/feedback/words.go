package feedback

import "sendpanel/casework"

// The fixed wording of the note, each with its source. A source marked unconfirmed is from general knowledge and is for a
// council's lawyers to check first.

func decisionWords(o casework.Outcome) string {
	if o == casework.Assess {
		return "{asked}. The council has decided to carry out an education, health and care (EHC) needs assessment for {child}."
	}
	return "{asked}. The council has decided not to carry out an education, health and care (EHC) needs assessment for {child}."
}

func questionWords(l casework.Limb) string {
	switch l {
	case casework.LimbS1:
		return "May it be necessary to give {child} special educational help through an EHC plan? (asked first, s.36(3))"
	case casework.Limb8a:
		return "Does {child} have, or may {child} have, special educational needs? (s.36(8)(a))"
	case casework.Limb8b:
		return "May it be necessary to give {child} special educational help through an EHC plan? (s.36(8)(b))"
	}
	return string(l)
}

// AnswerWords is the council's answer in words.
func AnswerWords(a casework.Answer) string {
	switch a {
	case casework.Met:
		return "The council’s answer is yes."
	case casework.NotMet:
		return "The council’s answer is no."
	}
	return "The council did not come to this question."
}

// nextWords is what a setting does now, whatever was written in the decision.
func nextWords(o casework.Outcome) []Point {
	if o == casework.Assess {
		return []Point{{Text: "Please keep up the help that {child} has now. It does not wait for the assessment.", Source: "CFA 2014 s.66 (unconfirmed)"}}
	}
	return []Point{
		{Text: "You must do all you can to give {child} the help that special educational needs call for. It needs no EHC plan.", Source: "CFA 2014 s.66 (unconfirmed)"},
		{Text: "Go on in steps: look at what {child} needs, plan, do, and look again together with {child} and the family. Write down what you see, what worked and what did not.", Source: "Code of Practice 6.44 to 6.56 (unconfirmed)"},
	}
}

// newRequestWords is what would help a new request on the question that failed. It stands apart from the reasons, so that
// it cannot be read as a bar.
func newRequestWords(failed casework.Limb) []Point {
	needs := Point{Text: "Say what {child} finds hard that most others of the same age do not, what it does to {child}’s day, and since when.", Source: "CFA 2014 s.20, s.36(8)(a)"}
	change := Point{Text: "Say what has changed since this decision: in {child}’s needs, in the help, or in what comes next, such as a new school.", Source: "CFA 2014 s.36(8)(b)"}
	enough := Point{Text: "If the help has had to grow, or has stopped working, or you cannot be sure of going on with it, say so and say how you know.", Source: "CFA 2014 s.36(8)(b); Code of Practice 9.14, fourth bullet"}
	switch failed {
	case casework.Limb8a:
		return []Point{needs, change}
	case casework.Limb8b:
		return []Point{change, enough}
	}
	return []Point{needs, change, enough}
}

// assessmentWords is what the assessment will need of the setting, and when.
func assessmentWords() []Point {
	return []Point{
		{Text: "We will write to you for your advice: what {child} needs, what help would meet it, and what {child} could achieve with it.", Source: "SEND Regulations 2014 reg 6(1)(b)"},
		{Text: "Please answer as soon as you can, and within 6 weeks of the day you are asked. Health and other bodies are held to 6 weeks by regulation; for schools it is what the guidance expects.", Source: "SEND Regulations 2014 reg 8; Code of Practice 9.52 (unconfirmed)"},
		{Text: "If a report that you have is still right, name it. We need not ask for it again where its author, the council and the family all agree that it is enough.", Source: "SEND Regulations 2014 reg 6(4)"},
		{Text: "An assessment does not mean that there will be a plan. The council decides about that when the advice is in.", Source: "CFA 2014 s.36(9), s.37 (unconfirmed)"},
	}
}

// standingWords is what every setting should know.
func standingWords(o casework.Outcome) []Point {
	var all []Point
	if o == casework.NotAssess {
		all = append(all,
			Point{Text: "You can ask for an assessment again at any time, and so can the family. There is nothing to wait for.", Source: "CFA 2014 s.36(1)"},
			Point{Text: "The graduated approach is guidance on how to help. It is no bar: nobody needs a number of cycles, a sum of money, a report or a diagnosis before asking. What stands above under what would help is advice, not a condition.", Source: "CFA 2014 s.36(8); Code of Practice 9.16"},
			Point{Text: "Mediation and appeal are the family’s rights. Please do not advise the family against using them. Nothing in this note changes them.", Source: "CFA 2014 s.51; SEND Regulations 2014 reg 32"},
		)
	}
	return append(all, Point{Text: "This note holds only what rests on your own evidence or on what you were shown. It may not give all of the council’s reasons. The family can read it too.", Source: "UK GDPR art 5(1)(c) (unconfirmed)"})
}
