package casework

import (
	"fmt"
	"time"

	"sendpanel/statute"
)

// Opened is the first event of every case: a request was received. It holds who and when, the dates that follow from
// it, and an index of the evidence. What was written stays in the request's document.
type Opened struct {
	Ref         Ref            `json:"ref"`
	Received    statute.Day    `json:"received"`    // the day of first arrival, on which the clock starts
	ReceivedAt  time.Time      `json:"received_at"` // the moment of it
	Channel     string         `json:"channel"`
	Basis       string         `json:"basis"` // s36_1, brought_to_attention or s24_responsible
	RequestedBy Asker          `json:"requested_by"`
	Child       Identity       `json:"child"`
	Family      []Addressee    `json:"family"`
	School      *Addressee     `json:"school,omitempty"` // none where there is no school
	Setting     SettingID      `json:"setting,omitempty"`
	Evidence    []Evidence     `json:"evidence,omitempty"`
	Request     string         `json:"request"`            // SHA-256 of the request as it arrived, hexadecimal
	ToMend      []Mend         `json:"to_mend,omitempty"`  // what is wrong with the request; stands in nobody's way
	Officer     PersonID       `json:"officer"`            // who carries the case
	RuleSet     string         `json:"rule_set"`           // the law the case began under, and keeps
	Decide      statute.Dates  `json:"decide"`             // T04b: six weeks
	NoPlan      statute.Dates  `json:"no_plan"`            // T08: sixteen weeks, if the council assesses
	Plan        statute.Dates  `json:"plan"`               // T11: twenty weeks, if the council assesses
	Warnings    []WarningPoint `json:"warnings,omitempty"` // on the way to the decision
	// LaterWarnings are those on the way to the outcome of an assessment.
	LaterWarnings []RuleWarnings `json:"later_warnings,omitempty"`
	Shift         time.Duration  `json:"shift,omitempty"` // demonstrations only: case time less real time
	CouncilName   string         `json:"council"`
}

// Asker is who asked, as far as the case needs to know.
type Asker struct {
	Type    string    `json:"type"`
	Name    string    `json:"name"`
	Role    string    `json:"role,omitempty"`
	Setting SettingID `json:"setting,omitempty"`
}

// Identity says which child or young person the case is about.
type Identity struct {
	Surname     string      `json:"surname"`
	Forenames   string      `json:"forenames"`
	Preferred   string      `json:"preferred,omitempty"`
	DateOfBirth statute.Day `json:"date_of_birth,omitzero"`
	UPN         string      `json:"upn,omitempty"`
	Address     []string    `json:"address,omitempty"`
	Postcode    string      `json:"postcode,omitempty"`
}

// FullName is the child's name as it stands in a letter's facts.
func (i Identity) FullName() string { return joinWords(i.Forenames, i.Surname) }

// ShortName is the name the child goes by.
func (i Identity) ShortName() string {
	if i.Preferred != "" {
		return i.Preferred
	}
	if i.Forenames != "" {
		return i.Forenames
	}
	return i.Surname
}

// AgeOn is the child's age in whole years on the day, or -1 where the date of birth is not known.
func (i Identity) AgeOn(day statute.Day) int {
	if i.DateOfBirth.IsZero() {
		return -1
	}
	years := day.Year() - i.DateOfBirth.Year()
	if years > 0 && i.DateOfBirth.AddMonths(12*years).After(day) {
		years--
	}
	return years
}

// Standing says in which capacity a person is written to.
type Standing string

// The standings of an addressee (s.36, Education Act 1996 s.576, SEND Regulations 2014 Sch 3).
const (
	Parent            Standing = "parent"             // a parent, or a carer who is one by s.576
	YoungPerson       Standing = "young_person"       // over compulsory school age, in their own right
	AlternativePerson Standing = "alternative_person" // for a young person or parent who lacks capacity (s.80; Sch 3)
	Supporter         Standing = "supporter"          // has copies by the family's recorded authority; holds no right of their own
	Setting           Standing = "setting"            // the school, nursery or college
	Agency            Standing = "agency"             // health or social care
)

// Addressee is somebody to whom letters of the case go, and how they want to be reached.
type Addressee struct {
	ID           AddresseeID     `json:"id"`
	Standing     Standing        `json:"standing"`
	Name         string          `json:"name"`
	Relationship string          `json:"relationship,omitempty"`
	Address      []string        `json:"address,omitempty"`
	Postcode     string          `json:"postcode,omitempty"`
	Phone        string          `json:"phone,omitempty"`
	Email        string          `json:"email,omitempty"`
	Language     string          `json:"language,omitempty"`
	Interpreter  bool            `json:"interpreter,omitempty"`
	Format       string          `json:"format,omitempty"`
	CallFirst    bool            `json:"call_first,omitempty"`
	CallTimes    string          `json:"call_times,omitempty"` // when it is good, and safe, to ring
	Voicemail    string          `json:"voicemail,omitempty"`  // "yes" or "no"; empty where nobody has said
	Notices      bool            `json:"notices,omitempty"`    // wants a message when there is something to read in the portal
	SafeContact  string          `json:"safe_contact,omitempty"`
	SafeWord     string          `json:"safe_word,omitempty"` // by which they and the council’s caller know each other
	Channel      statute.Channel `json:"channel"`
}

// Evidence is one entry of the case's index of evidence.
type Evidence struct {
	ID     DocumentID  `json:"id"`
	Title  string      `json:"title"`
	Class  string      `json:"class"`
	Author string      `json:"author,omitempty"`
	Role   string      `json:"role,omitempty"`
	Date   statute.Day `json:"date,omitzero"`
	From   string      `json:"from"`           // who gave it: "school", "family", "child", "health", "social_care", or one addressee by their ID
	See    []Party     `json:"see,omitempty"`  // who may see it besides its giver and the council
	Know   []Party     `json:"know,omitempty"` // who may be told that it exists
	Of     *OfWhom     `json:"of,omitempty"`   // whom it says that it is about
	Held   bool        `json:"held,omitempty"` // it may be about another child: an officer looks first
}

// Cited is the entry as a letter names it.
func (e Evidence) Cited() string {
	s := e.Title
	if by := joinWords(e.Author, bracketed(e.Role)); by != "" {
		s += ", " + by
	}
	if !e.Date.IsZero() {
		s += ", " + e.Date.Long()
	}
	return s
}

// WarningPoint says how many days before the last day for sending somebody is told that a decision is still owed.
type WarningPoint struct {
	Days int  `json:"days"` // calendar days before send_by
	Tell Role `json:"tell"`
}

// RuleWarnings are the warning points on the limit of one rule.
type RuleWarnings struct {
	Rule   statute.RuleID `json:"rule" validate:"required"` // the rule, by its name in docs/law.md: "T08"
	Points []WarningPoint `json:"points" validate:"min=1"`  // each counted back from the last day for sending
}

// Intake is what the council knows on the day a request arrives and the request does not: its reference, its settings.
type Intake struct {
	Ref      Ref
	Council  string
	Officer  PersonID
	School   *Addressee // the setting's own address, from the council's settings
	Setting  SettingID
	Warnings []WarningPoint // on the way to the decision
	Later    []RuleWarnings // on the way to the outcome of an assessment
	Original string         // SHA-256 of the request as it arrived
	ToMend   []Mend
	Shift    time.Duration
	Post     statute.Channel // how letters to the family travel unless somebody asked for another way; first class unless set
}

// Open makes the first event of a case from a request.
//
// Its dates are computed under the law in force on the day of receipt (SEND Regulations 2014, reg 5(1), 10(1), 13(2)).
// The error is one of the three reasons of [ParseRequest], or says that the calendar does not reach far enough.
func Open(r Request, in Intake) (Event, error) {
	if err := r.openable(); err != nil {
		return Event{}, err
	}
	at, err := r.Received()
	if err != nil {
		return Event{}, err
	}
	o := Opened{
		Ref: in.Ref, Received: statute.DayOf(at), ReceivedAt: at.UTC(), Channel: r.Channel.Word(), Basis: r.basis(),
		RequestedBy: r.asker(), Child: r.identity(), School: in.School, Setting: in.Setting, Evidence: r.evidence(),
		Request: in.Original, ToMend: in.ToMend, Officer: in.Officer, Warnings: in.Warnings, LaterWarnings: in.Later, Shift: in.Shift, CouncilName: in.Council,
	}
	o.Family = by(r.addressees(o.Received, o.Child), in.Post)
	if err := o.setClocks(in.Post); err != nil {
		return Event{}, fmt.Errorf("compute the dates of %s: %w", in.Ref, err)
	}
	return Event{Seq: 1, FellOn: o.Received, RecordedAt: at.UTC(), By: Engine(), Body: o}, nil
}

// by sets the way in which letters travel to people who have not asked for another.
func by(people []Addressee, post statute.Channel) []Addressee {
	for i := range people {
		if post != "" && people[i].Channel == statute.FirstClass {
			people[i].Channel = post
		}
	}
	return people
}

// setClocks computes the limits that run from receipt, for notices that travel by the post; first class unless set.
func (o *Opened) setClocks(post statute.Channel) error {
	if post == "" {
		post = statute.FirstClass
	}
	law, err := statute.InForce(o.Received)
	if err != nil {
		return err
	}
	o.RuleSet = law.ID()
	for _, limit := range []struct {
		rule  statute.RuleID
		dates *statute.Dates
	}{{RuleDecide, &o.Decide}, {RuleNoPlan, &o.NoPlan}, {RulePlan, &o.Plan}} {
		duty, err := law.Duty(limit.rule)
		if err != nil {
			return err
		}
		if *limit.dates, err = duty.From(o.Received, statute.By(post)); err != nil {
			return err
		}
	}
	return nil
}

// The rules whose limits a request starts.
const (
	RuleDecide     statute.RuleID = "T04b" // whether to assess, six weeks (reg 5(1))
	RuleNoPlan     statute.RuleID = "T08"  // no plan, sixteen weeks (reg 10(1))
	RulePlan       statute.RuleID = "T11"  // the plan, twenty weeks (reg 13(2))
	RuleDraftReply statute.RuleID = "T09"  // the family’s time on the draft plan (reg 13(1)(a))
	RuleMediate    statute.RuleID = "T16"  // mediation is held (reg 36, 37)
	RuleRespond    statute.RuleID = "T19"  // the council’s response to an appeal (tribunal rule 21)
	RuleAgreed     statute.RuleID = "T20"  // what was agreed at mediation is done (reg 42)
	RuleCertify    statute.RuleID = "T17"  // certificate after mediation (reg 38, 39)
	RuleMediation  statute.RuleID = "T13"  // the family contacts the mediation adviser (reg 33)
	RuleAppeal     statute.RuleID = "T18"  // the family’s appeal (tribunal rule 20)
)
