package statute

// Ground is a fact because of which a limit may be disapplied.
type Ground string

// The grounds of regs 5(4), 8(2), 10(4), 13(3), 27(3) and 44(3).
const (
	SchoolClosed     Ground = "school or post-16 institution closed"
	EarlyYearsClosed Ground = "early years provider closed"
	Circumstances    Ground = "exceptional personal circumstances"
	Absence          Ground = "absent from the area"
	Appointment      Ground = "appointment missed"
)

// Exception is one limb of a list of exceptions, in force with the rule that carries it.
type Exception struct {
	Limb   string `json:"limb"` // "reg 5(4)(a)"
	Ground Ground `json:"ground"`
	// AtLeast is the length in days that a closure or an absence must have.
	AtLeast int    `json:"at_least_days,omitzero"`
	Words   string `json:"words"`
}

const (
	closureWords  = "advice was asked for between one week before a closure of not less than 4 weeks and one week before the re-opening"
	personalWords = "exceptional personal circumstances affect the child, the parent or the young person during the period"
)

// fourExceptions are the grounds that regs 5(4), 10(4), 13(3) and 27(3) share.
func fourExceptions(reg string) []Exception {
	return []Exception{
		{reg + "(a)", SchoolClosed, 28, closureWords},
		{reg + "(b)", EarlyYearsClosed, 28, closureWords},
		{reg + "(c)", Circumstances, 0, personalWords},
		{reg + "(d)", Absence, 28, "the child, the parent or the young person is absent from the area for a continuous period of not less than 4 weeks during the period"},
	}
}

// bodyExceptions are reg 8(2), which binds the bodies asked for advice.
func bodyExceptions() []Exception {
	return []Exception{
		{"reg 8(2)(a)", Circumstances, 0, personalWords},
		{"reg 8(2)(b)", Absence, 28, "the child, the parent or the young person is absent from the area for a continuous period of not less than 4 weeks during the period"},
		{"reg 8(2)(c)", Appointment, 0, "the child or young person misses an appointment for an examination or test by the body during the period"},
	}
}

// orderExceptions are reg 44(3), which also runs for reg 42 and reg 45.
func orderExceptions(reg string) []Exception {
	return []Exception{
		{reg + "(a)", Circumstances, 0, personalWords},
		{reg + "(b)", Absence, 14, "the child, the parent or the young person is absent from the area for a continuous period of not less than 2 weeks during the period"},
		{reg + "(c)", SchoolClosed, 28, closureWords},
		{reg + "(c)", EarlyYearsClosed, 28, closureWords},
	}
}
