package reasons

// rule is one row of the table: a kind of weak reason, why it is weak and what to write instead.
//
// The first part is for the reader of a finding. The second says how the rule recognises it.
type rule struct {
	ID       string
	Severity Severity
	Catches  string // what the writer did
	Why      string // why that is weak or unlawful
	Ask      string // what to write instead
	Source   string

	// Says are the ways to say it. Each is a row of conditions on one sentence, joined by &: a pattern must be there,
	// !pattern must not, ~pattern must be there or in the sentence before or after, @pattern anywhere in the text.
	Says []string
	// Hints are weaker ways to say it, read in the same way. They count only where the text does not weigh the child's
	// own facts (see weighed).
	Hints []string
	// Bars are concepts of the lexicon: using one as a bar is the fault, whatever the words (see relations).
	Bars []bar
	// Topics are concepts that name the reason where a text shows nothing at all (see bare).
	Topics []string
	// Unless are conditions that clear the reason, read as those of Says.
	Unless []string
	// Answers says which answers clear the reason.
	Answers answers
	// Softens gives the severity where the reason rests on evidence.
	Softens func(p *passage, at int) Severity
}

// bar is a concept with the ways in which it is turned into a condition for an assessment.
type bar struct {
	concept string
	firm    []relation // a bar wherever it stands
	hints   []relation // a bar where the text weighs no facts
}

// relation is a way to turn a fact into a bar. X stands for the concept.
type relation []string

var (
	// demanded: "the school must first …", "… is required before"
	demanded = relation{
		`$demand ... X & $order`, `$demand ... X & $return`, `X ... $isdemanded`, `$order ... X & $demand`, `$demand ... X & $gate ... $act`,
		`X ... $order & $demand & $act`, `$demand ... X & ~$decline`,
	}
	// awaited: "once X, we would look", "not until X"
	awaited = relation{
		`$gate ... X & $willact`, `$gate ... X & ~$return`, `$gate ... X & $decline`, `$gate ... X & ~$gateact`,
	}
	// lacking: "there is no X and so"
	lacking = relation{`$absent .. X & ~$decline`, `X .. $absent & ~$decline`, `$absent .. X & ~$return`, `$absent .. X & $cause ... $act`}
	// tooLittle: "only one X", "too soon"
	tooLittle  = relation{`$little .. X & ~$decline`, `$little .. X & ~$return`, `$little .. X & ~$order`, `X .. $little & ~$decline`, `X .. $little & ~$order`}
	conditions = []relation{demanded, awaited}
	shortfalls = []relation{lacking, tooLittle}
)

// answers are the ways in which a text can clear itself of a reason that it names.
type answers int

const (
	denied    answers = 1 << iota // "we do not require", "that is no reason"
	reported                      // said by the family or the school, not by the council
	conceded                      // "although no …"
	agreement                     // the council will assess: nothing bars anything
	evidenced                     // the text weighs facts: evidence, what was provided, what it did

	factual = denied | reported | conceded | agreement
)
