package casework

// RequestSchema names the shape of a request's JSON. A changed meaning takes a new number.
const RequestSchema = "sendpanel/request/1"

// Request is what a school, a family or anybody else sent to ask for an EHC needs assessment (s.36(1)), or to bring a
// child to the council's attention (s.24).
//
// No form is prescribed by law, so a request is taken however thin it is. Every leaf is a [Text]: it holds what was
// typed, also when that is wrong, and [Request.ToMend] says what is wrong with it.
type Request struct {
	Schema      Text        `json:"schema" validate:"required,eq=sendpanel/request/1"`
	ReceivedAt  Text        `json:"received_at" validate:"required,instant"` // first arrival anywhere in the council, RFC 3339
	Channel     Text        `json:"channel" validate:"required,oneof=portal email post phone in_person"`
	Basis       Text        `json:"legal_basis" validate:"omitempty,oneof=s36_1 brought_to_attention s24_responsible"`
	Requester   Requester   `json:"requester"`
	Child       Child       `json:"child"`
	Family      []Relative  `json:"family" validate:"min=1,dive"`
	Reason      Text        `json:"reason" validate:"required,max=4000"`
	Needs       []Need      `json:"needs" validate:"dive"`
	Cycles      []Cycle     `json:"cycles" validate:"dive"`
	Attainment  []Measure   `json:"attainment" validate:"dive"`
	Attendance  []YearRate  `json:"attendance" validate:"dive"`
	Views       Views       `json:"views"`
	Evidence    []Evidenced `json:"evidence" validate:"max=60,dive"`
	Declaration Text        `json:"declaration" validate:"omitempty,max=500"`
}

// Requester is whoever asks.
type Requester struct {
	Type    Text `json:"type" validate:"required,oneof=parent young_person school post16 early_years health social_care other"`
	Name    Text `json:"name" validate:"required,max=100"`
	Role    Text `json:"role" validate:"max=100"`
	Setting Text `json:"setting" validate:"omitempty,max=40"` // the council's own name for the setting
	Email   Text `json:"email" validate:"omitempty,email"`
	Phone   Text `json:"phone" validate:"omitempty,max=40"`
}

// Child is the child or young person the request is about.
type Child struct {
	Surname       Text   `json:"surname" validate:"required_without=Forenames,max=100"`
	Forenames     Text   `json:"forenames" validate:"max=100"`
	PreferredName Text   `json:"preferred_name" validate:"max=100"`
	DateOfBirth   Text   `json:"date_of_birth" validate:"required,civil_day"`
	Sex           Text   `json:"sex" validate:"omitempty,oneof=F M"`
	UPN           Text   `json:"upn" validate:"omitempty,upn"` // unique pupil number, permanent or temporary
	UPNUnknown    Text   `json:"upn_unknown" validate:"max=200"`
	Address       []Text `json:"address" validate:"max=7,dive,max=100"`
	Postcode      Text   `json:"postcode" validate:"omitempty,postcode"`
	FirstLanguage Text   `json:"first_language" validate:"max=60"`
	Setting       Text   `json:"setting" validate:"omitempty,max=40"`
	YearGroup     Text   `json:"year_group" validate:"max=20"`
	LookedAfter   Text   `json:"looked_after" validate:"omitempty,oneof=no s20 s31 other"`
}

// Relative is a parent within the meaning of s.576 of the Education Act 1996 (parental responsibility or care of the
// child), or the young person's own entry.
type Relative struct {
	Name           Text   `json:"name" validate:"required,max=100"`
	Relationship   Text   `json:"relationship" validate:"required,max=60"`
	Responsibility Text   `json:"parental_responsibility" validate:"omitempty,oneof=yes no unknown"`
	Address        []Text `json:"address" validate:"min=1,max=6,dive,max=100"`
	Postcode       Text   `json:"postcode" validate:"required,postcode"`
	Email          Text   `json:"email" validate:"omitempty,email"`
	Phone          Text   `json:"phone" validate:"omitempty,max=40"`
	Language       Text   `json:"language" validate:"max=60"` // the language they would like to be written or spoken to in
	Interpreter    Text   `json:"interpreter" validate:"omitempty,oneof=yes no"`
	Format         Text   `json:"format" validate:"omitempty,oneof=standard large_print easier_to_read coloured_paper audio"`
	CallFirst      Text   `json:"call_before_letter" validate:"omitempty,oneof=yes no"`
	SafeContact    Text   `json:"safe_contact" validate:"max=500"` // how it is safe to reach them, and how not
}

// Need describes one broad area of need (Code of Practice 6.28 to 6.35).
type Need struct {
	Area         Text `json:"area" validate:"required,oneof=communication_and_interaction cognition_and_learning social_emotional_and_mental_health sensory_and_physical"`
	Strengths    Text `json:"strengths" validate:"max=4000"`
	Difficulties Text `json:"difficulties" validate:"max=4000"`
	Impact       Text `json:"impact" validate:"max=4000"`
}

// Cycle is one turn of the Graduated Response: assess, plan, do, review (Code of Practice 6.44 to 6.56).
type Cycle struct {
	Start         Text           `json:"start" validate:"required,civil_day"`
	Reviewed      Text           `json:"reviewed" validate:"omitempty,civil_day"`
	Assess        Text           `json:"assess" validate:"max=4000"`
	Plan          Text           `json:"plan" validate:"max=4000"`
	Interventions []Intervention `json:"do" validate:"max=8,dive"`
	Review        Text           `json:"review" validate:"max=4000"`
	FamilyPart    Text           `json:"family_part" validate:"max=4000"`
}

// Intervention is one thing a setting did for the child within a cycle.
type Intervention struct {
	Name            Text `json:"name" validate:"required,max=200"`
	DeliveredBy     Text `json:"delivered_by" validate:"max=200"`
	SessionsPerWeek Text `json:"sessions_per_week" validate:"omitempty,numeric"`
	MinutesEach     Text `json:"minutes_each" validate:"omitempty,numeric"`
	Weeks           Text `json:"weeks" validate:"omitempty,numeric"`
	AnnualCost      Text `json:"annual_cost" validate:"omitempty,numeric"` // pounds; for information, never a threshold
	Outcome         Text `json:"outcome" validate:"omitempty,oneof=met part not"`
}

// Measure is one point of a child's attainment.
type Measure struct {
	Date    Text `json:"date" validate:"required,civil_day"`
	Subject Text `json:"subject" validate:"required,max=60"`
	Measure Text `json:"measure" validate:"required,max=100"`
	Value   Text `json:"value" validate:"required,max=100"`
}

// YearRate is the child's attendance in one school year, in per cent of possible sessions.
type YearRate struct {
	SchoolYear Text `json:"school_year" validate:"required,max=9"`
	Percent    Text `json:"percent" validate:"required,numeric"`
}

// Views are the views, wishes and feelings of the child and the family (s.19, Code of Practice 9.12), and what the
// setting thinks is needed.
type Views struct {
	Child  Text `json:"child" validate:"max=4000"`
	Family Text `json:"family" validate:"max=4000"`
	School Text `json:"school" validate:"max=4000"`
}

// Evidenced is one document sent with the request, or promised.
type Evidenced struct {
	Title  Text `json:"title" validate:"required,max=200"`
	Class  Text `json:"class" validate:"required,oneof=attainment needs action_taken progress_with_support physical_emotional_social family_views child_views other"`
	Author Text `json:"author" validate:"max=100"`
	Role   Text `json:"author_role" validate:"max=100"`
	Date   Text `json:"date" validate:"omitempty,civil_day"`
	Says   Text `json:"says" validate:"max=2000"` // what it shows, in the sender's words
	File   Text `json:"file" validate:"max=200"`
}
