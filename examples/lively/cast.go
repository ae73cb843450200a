package lively

import "fmt"

// child is an invented child: who they are, what their request is like, and how far it has come.
type child struct {
	first, surname string
	sex            string // "F" or "M"
	parent         string // as letters address them
	profile        string
	setting        string
	year           int // of birth
	days           int // since the request was received
	course         course
	officer        string // who carries the case; the council’s default officer where it is empty
	language       string // of the family, where it is not English
	call           bool   // they want to be called before a letter
}

// course is the course that a request takes.
type course string

// The courses. Each is played only as far as the days since its receipt allow.
const (
	agree      course = "agree"
	refuse     course = "refuse"
	appealed   course = "appealed"   // refused, mediated, appealed against
	departed   course = "departed"   // the panel advised against, and the officer agrees with reasons
	deferred   course = "deferred"   // put off once, then agreed
	stuck      course = "stuck"      // deferred, and late since: the family is told, nobody has decided
	lateYes    course = "late-yes"   // agreed after the six weeks
	tight      course = "tight"      // before the panel on the last meeting that leaves days to send
	away       course = "away"       // the family is away: an exception is claimed
	withdrawn  course = "withdrawn"  // the family withdraws
	urgent     course = "urgent"     // a school place is at risk
	protected  course = "protected"  // the father must not learn where they live
	quiet      course = "quiet"      // nothing has been done since the family was asked
	movedAway  course = "moved-away" // to another council’s area
	unposted   course = "unposted"   // agreed, the letters lie printed
	interested course = "interested" // a member of the panel works for the school
	early      course = "early"      // of a child under five: before the panel for the youngest
	drafted    course = "drafted"    // agreed, and the draft plan is with the family
	planLate   course = "plan-late"  // agreed, and the plan is late
	planned    course = "planned"    // agreed, and the final plan was sent in time
	noPlan     course = "no-plan"    // agreed, and the family was told in time that there will be no plan
)

// cast is everybody, in no order.
func cast() []child {
	return []child{
		{"Amelie", "Hartnoll", "F", "Ms Kate Hartnoll", "language", "canal-street-primary", 2020, 1, agree, "", "", false},
		{"Yusra", "Mahamoud", "F", "Mrs Hodan Mahamoud", "reading", "st-wilfrids-primary", 2018, 2, agree, "daniel.osei", "Somali", true},
		{"Callum", "Rennie", "M", "Mr Iain Rennie", "attention", "harland-academy", 2013, 3, agree, "", "", false},
		{"Oliwia", "Nowicka", "F", "Mrs Beata Nowicka", "autism", "millbrook-primary", 2016, 12, interested, "rosa.delgado", "Polish", false},
		{"Theo", "Blackwood", "M", "Ms Fern Blackwood", "exclusion", "harland-academy", 2012, 6, urgent, "daniel.osei", "", true},
		{"Gwen", "Prytherch", "F", "Mrs Nia Prytherch", "hearing", "alder-lane-infant", 2020, 8, agree, "", "", false},
		{"Hamza", "Qureshi", "M", "Mr Tariq Qureshi", "language", "alder-lane-infant", 2020, 9, agree, "rosa.delgado", "Urdu", false},
		{"Ciara", "Devlin", "F", "Mrs Orla Devlin", "college", "northmere-college", 2009, 11, agree, "", "", false},
		{"Kofi", "Ansah", "M", "Ms Abena Ansah", "autism", "canal-street-primary", 2017, 13, agree, "daniel.osei", "", false},
		{"Bea", "Lumley", "F", "Ms Ros Lumley", "language", "alder-lane-infant", 2022, 14, early, "", "", false},
		{"Martha", "Sowerby", "F", "Mr Dan Sowerby", "reading", "foundry-lane-junior", 2016, 16, refuse, "", "", true},
		{"Rafael", "Esteves", "M", "Mrs Lídia Esteves", "attention", "riverside-all-through", 2014, 17, refuse, "rosa.delgado", "", false},
		{"Ivy", "Marchbank", "F", "Ms Jo Marchbank", "hearing", "millbrook-primary", 2019, 18, protected, "daniel.osei", "", false},
		{"Jude", "Okonjo", "M", "Mrs Ifeoma Okonjo", "exclusion", "riverside-all-through", 2011, 20, urgent, "", "", false},
		{"Zofia", "Lach", "F", "Mrs Marta Lach", "language", "canal-street-primary", 2019, 22, agree, "", "Polish", false},
		{"Arlo", "Fenwright", "M", "Ms Tess Fenwright", "autism", "st-wilfrids-primary", 2015, 24, deferred, "rosa.delgado", "", false},
		{"Priti", "Solanki", "F", "Mr Jayesh Solanki", "reading", "canal-street-primary", 2017, 25, withdrawn, "", "", false},
		{"Ewan", "Strachey", "M", "Mrs Alison Strachey", "attention", "harland-academy", 2012, 26, refuse, "daniel.osei", "", false},
		{"Noor", "El-Sayed", "F", "Mrs Dalia El-Sayed", "autism", "millbrook-primary", 2016, 29, unposted, "", "", true},
		{"Dylan", "Treharne", "M", "Ms Carys Treharne", "exclusion", "harland-academy", 2012, 31, tight, "rosa.delgado", "", false},
		{"Beatrix", "Holloway", "F", "Mr Simon Holloway", "hearing", "st-wilfrids-primary", 2018, 33, tight, "", "", true},
		{"Mateus", "Ferraz", "M", "Mrs Ana Ferraz", "language", "alder-lane-infant", 2020, 36, quiet, "daniel.osei", "Portuguese", false},
		{"Skye", "Abernethy", "F", "Mrs Lorna Abernethy", "attention", "riverside-all-through", 2013, 40, quiet, "", "", false},
		{"Ravi", "Nambiar", "M", "Mrs Sunita Nambiar", "autism", "foundry-lane-junior", 2016, 39, away, "rosa.delgado", "", false},
		{"Lottie", "Cavanagh", "F", "Ms Bridget Cavanagh", "reading", "st-wilfrids-primary", 2017, 46, lateYes, "", "", false},
		{"Linnea", "Sandgate", "F", "Mrs Freya Sandgate", "language", "alder-lane-infant", 2019, 47, away, "", "", false},
		{"Samir", "Haddad", "M", "Mr Nabil Haddad", "exclusion", "harland-academy", 2012, 48, stuck, "daniel.osei", "", true},
		{"Florence", "Tunstall", "F", "Mrs Ruth Tunstall", "language", "canal-street-primary", 2018, 51, stuck, "", "", false},
		{"Idris", "Penhale", "M", "Ms Morwenna Penhale", "hearing", "millbrook-primary", 2019, 55, agree, "rosa.delgado", "", false},
		{"Chloe", "Danvers", "F", "Mrs Helen Danvers", "attention", "harland-academy", 2013, 58, refuse, "", "", false},
		{"Tomasz", "Wrona", "M", "Mrs Ewa Wrona", "reading", "foundry-lane-junior", 2016, 62, refuse, "daniel.osei", "Polish", true},
		{"Elin", "Maddox", "F", "Mrs Sara Maddox", "college", "northmere-college", 2008, 66, departed, "", "", false},
		{"Jacob", "Astley", "M", "Mr Paul Astley", "autism", "riverside-all-through", 2014, 70, movedAway, "rosa.delgado", "", false},
		{"Aisha", "Bhatti", "F", "Mrs Rukhsana Bhatti", "language", "canal-street-primary", 2019, 76, agree, "", "Urdu", false},
		{"Reuben", "Larkspur", "M", "Ms Hattie Larkspur", "attention", "harland-academy", 2012, 84, appealed, "daniel.osei", "", false},
		{"Wren", "Ashdown", "F", "Mrs Lucy Ashdown", "reading", "millbrook-primary", 2017, 116, noPlan, "daniel.osei", "", false},
		{"Kieran", "Molloy", "M", "Ms Dervla Molloy", "language", "alder-lane-infant", 2019, 129, drafted, "", "", false},
		{"Safiya", "Rahimi", "F", "Mrs Laila Rahimi", "autism", "foundry-lane-junior", 2016, 137, planned, "rosa.delgado", "", false},
		{"Corin", "Baxendale", "M", "Mr Neil Baxendale", "attention", "harland-academy", 2012, 147, planLate, "", "", false},
		{"Poppy", "Thackray", "F", "Mrs Gill Thackray", "reading", "st-wilfrids-primary", 2017, 90, refuse, "", "", false},
	}
}

// upn is a unique pupil number that nobody has: those of local authority 999 are given to nobody.
func upn(n int) string {
	const letters, digits = "ABCDEFGHJKLMNPQRTUVWXYZ", 12
	number := fmt.Sprintf("999400722%03d", n)
	sum := 0
	for i := range digits {
		sum += int(number[i]-'0') * (i + 2)
	}
	return string(letters[sum%len(letters)]) + number
}
