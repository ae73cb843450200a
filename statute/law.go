package statute

import "time"

// The days from which the law of this table has been in force.
var (
	actInForce     = Date(2014, time.September, 1) // Children and Families Act 2014, Part 3; SI 2014/1530
	amendment2015  = Date(2015, time.March, 23)    // SI 2015/359
	checkedAll     = Confirmed{Period: true, Trigger: true, Exceptions: true, Recipients: true}
	checkedButTold = Confirmed{Period: true, Trigger: true, Exceptions: true}
	notChecked     = Confirmed{}
)

// The events that start clocks.
const (
	RequestReceived    Fact = "request received, or becoming responsible for the child or young person"
	AssessmentInView   Fact = "the authority is considering securing an assessment"
	MayBeNecessary     Fact = "the authority determines that a plan may be necessary (s.36(6))"
	RefusalSent        Fact = "decision not to assess is notified"
	DecisionToAssess   Fact = "decision to assess"
	AdviceRequested    Fact = "the body receives the authority's request"
	DraftServed        Fact = "draft plan served"
	SchoolConsulted    Fact = "consultation sent to the school or institution"
	PlanFinalised      Fact = "final plan sent"
	NoticeSent         Fact = "written notice of the decision sent"
	CertificateIssued  Fact = "mediation certificate issued"
	AdviserTold        Fact = "family tells the mediation adviser that it will not mediate"
	MediationIssues    Fact = "family tells the authority that it wants mediation on health"
	MediationWanted    Fact = "family tells the authority that it wants mediation"
	MediationEnded     Fact = "mediation ends"
	AppealRegistered   Fact = "the Tribunal sends its registration directions"
	MediationAgreed    Fact = "mediation agreement made"
	DayAgreed          Fact = "day that the parties agreed"
	OrderMade          Fact = "the Tribunal's order is sent out"
	TribunalNotified   Fact = "the authority tells the Tribunal that it does not oppose the appeal"
	PlanMadeOrReviewed Fact = "plan first made, or last reviewed"
	ReviewMeeting      Fact = "review meeting"
	AmendmentServed    Fact = "amendment notice served"
	AmendmentSent      Fact = "amendment notice sent"
	TransferOfPhase    Fact = "transfer to the next phase"
	ReassessmentAsked  Fact = "request for a re-assessment received"
	ReassessmentBegun  Fact = "notice under reg 25(1), or own decision under s.44(3)"
	MoveKnown          Fact = "the old authority becomes aware of the move"
	Moved              Fact = "day of the move"
	PlanTransferred    Fact = "plan transferred to the new authority"
	LastReviewed       Fact = "plan made, or last reviewed"
	AssessmentEnded    Fact = "last assessment or re-assessment concluded"
	Always             Fact = "at all times"
)

// Instrument is the enactment, or the guidance, that a rule stands in.
type Instrument string

// The instruments.
const (
	Act         Instrument = "Children and Families Act 2014, Part 3"
	Regulations Instrument = "Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)"
	HESCRules   Instrument = "Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008 (SI 2008/2699)"
	Code        Instrument = "SEND Code of Practice, January 2015 (guidance)"
)

// law is every rule in the order of the instruments, so that a lawyer can read down it beside them.
func law() []Rule {
	rules := in(Act, act())
	rules = append(rules, in(Regulations, assessmentRegulations())...)
	rules = append(rules, in(Regulations, transferAndReviewRegulations())...)
	rules = append(rules, in(Regulations, mediationRegulations())...)
	rules = append(rules, in(Regulations, tribunalRegulations())...)
	rules = append(rules, in(HESCRules, tribunalRules())...)
	return append(rules, in(Code, codeOfPractice())...)
}

func in(i Instrument, rules []Rule) []Rule {
	for n := range rules {
		rules[n].Instrument = i
	}
	return rules
}
