package casework

// RequestSchema names the shape of a request's JSON. A changed meaning takes a new number.
const RequestSchema = "sendpanel/request/1"

// Request is what a school, a family or anybody else sent to ask for an EHC needs assessment (s.36(1)), or to bring a
// child to the council's attention (s.24, s.36(3)).
//
// No form is prescribed by law, so a request is taken however thin it is: a bare letter opens a case. Every leaf is a
// [Text]: it holds what was typed, also when that is wrong, and [Request.ToMend] says what is wrong with it. The tags
// carry the rest: validate what is checked, doc what the field means. docs/request.md and docs/request.schema.json are
// written from them.
//
// The fields are the union of what councils' forms ask, less what no decision needs: religion, asylum status and
// registers are not asked for.
type Request struct {
	Schema           Text         `json:"schema,omitempty" validate:"required,eq=sendpanel/request/1" doc:"The shape of this JSON."`
	ReceivedAt       Text         `json:"received_at,omitempty" validate:"required,instant" doc:"First arrival anywhere in the council by any channel, a Sunday night included. The six weeks run from this day. Paper entered later keeps its true day."`
	EnteredAt        Text         `json:"entered_at,omitempty" validate:"omitempty,instant" doc:"When paper, a call or a message was typed in, where that was later than its arrival."`
	EnteredBy        Text         `json:"entered_by,omitempty" validate:"max=100" doc:"Who typed it in."`
	Channel          Text         `json:"channel,omitempty" validate:"required,oneof=portal email post phone in_person" doc:"How it arrived."`
	SendersReference Text         `json:"senders_reference,omitempty" validate:"max=60" doc:"The sender’s own reference, if there is one."`
	CompletedOn      Text         `json:"completed_on,omitempty" validate:"omitempty,past" doc:"The day on which the form or letter was written."`
	Revision         Text         `json:"revision,omitempty" validate:"omitempty,oneof=new updated" doc:"Whether this is a new request or brings an earlier one up to date."`
	Basis            Text         `json:"legal_basis,omitempty" validate:"omitempty,oneof=s36_1 brought_to_attention s24_responsible" doc:"s36_1: a parent, a young person, a school or a college asks. brought_to_attention: anybody else tells the council of a child. s24_responsible: the council has become responsible for the child in another way."`
	Sought           Text         `json:"sought,omitempty" validate:"omitempty,oneof=assessment reassessment" doc:"What is asked for; nothing means a first assessment."`
	Requester        Requester    `json:"requester,omitzero" validate:"required" doc:"Whoever asks."`
	Child            Child        `json:"child,omitzero" validate:"required" doc:"The child or young person the request is about."`
	Family           []Relative   `json:"family,omitempty" validate:"max=10,dive" doc:"Each parent within the meaning of s.576 of the Education Act 1996 (parental responsibility or care of the child), and the young person’s own entry."`
	Letter           Text         `json:"letter,omitempty" validate:"max=20000" doc:"A letter, e-mail or call in its own words. A bare letter needs nothing else to open a case."`
	Reason           Text         `json:"reason,omitempty" validate:"required_without=Letter,max=4000" doc:"Why the assessment is asked for."`
	ReasonLanguage   Text         `json:"reason_language,omitempty" validate:"max=60" doc:"The language that the reason is written in, as “Polish”; nothing means English."`
	Earlier          []Before     `json:"earlier_requests,omitempty" validate:"max=10,dive" doc:"Assessments asked for before."`
	Discussed        Talk         `json:"discussed_with_family,omitzero" doc:"Whether the request was talked over with the family. A school’s request stands without the family’s agreement."`
	Profile          Profile      `json:"profile,omitzero" doc:"The special educational needs as they are recorded, and what is known of the child."`
	Needs            []Need       `json:"needs,omitempty" validate:"max=8,dive" doc:"The needs in each broad area (Code of Practice 6.28 to 6.35)."`
	Cycles           []Cycle      `json:"cycles,omitempty" validate:"max=12,dive" doc:"The Graduated Response, one entry for each turn of assess, plan, do, review (Code of Practice 6.44 to 6.56), earliest first."`
	Attainment       []Measure    `json:"attainment,omitempty" validate:"max=40,dive" doc:"Attainment as a series: the same measure of the same subject on different days shows the rate of progress."`
	Attendance       []YearRate   `json:"attendance,omitempty" validate:"max=3,dive" doc:"Attendance, one entry for each school year."`
	Suspensions      []Suspension `json:"suspensions,omitempty" validate:"max=60,dive" doc:"Suspensions and exclusions."`
	Professionals    []Involved   `json:"professionals,omitempty" validate:"max=30,dive" doc:"Professionals who know the child, each with the date of the last report."`
	Health           Health       `json:"health,omitzero" doc:"What health services do for the child."`
	SocialCare       SocialCare   `json:"social_care,omitzero" doc:"What children’s social care and early help do for the child."`
	Views            Views        `json:"views,omitzero" doc:"The views, wishes and feelings of child and family (s.19, Code of Practice 9.12), and what the setting thinks is needed."`
	Evidence         []Evidenced  `json:"evidence,omitempty" validate:"max=60,dive" doc:"Each document sent with the request, or promised. The case numbers them E1, E2, … in this order."`
	Declaration      Text         `json:"declaration,omitempty" validate:"max=500" doc:"Who declares what, in one text."`
	Declarations     []Declared   `json:"declarations,omitempty" validate:"max=10,dive" doc:"Declarations one by one: head, SENCO, parent or young person."`
	Unplaced         []Unplaced   `json:"unplaced,omitempty" doc:"What was sent and has no place in this shape. The engine fills it; nothing in it is lost."`
}

// Requester is whoever asks, or brings the child to notice: a parent, a school, a nursery, a health visitor, a neighbour.
type Requester struct {
	Type         Text `json:"type,omitempty" validate:"required,oneof=parent young_person school post16 early_years health social_care other" doc:"In what capacity they ask."`
	Name         Text `json:"name,omitempty" validate:"required,max=100" bare:"yes" doc:"Their name."`
	Role         Text `json:"role,omitempty" validate:"max=100" doc:"Their post, or how they know the child."`
	Organisation Text `json:"organisation,omitempty" validate:"max=200" doc:"Where they work."`
	Setting      Text `json:"setting,omitempty" validate:"max=40" doc:"The council’s own name for the school, nursery or college, as its settings list it."`
	URN          Text `json:"urn,omitempty" validate:"omitempty,urn6" doc:"Unique reference number of the setting (Get Information about Schools)."`
	UKPRN        Text `json:"ukprn,omitempty" validate:"omitempty,ukprn" doc:"UK provider reference number of the setting."`
	LAEstab      Text `json:"la_estab,omitempty" validate:"omitempty,laestab" doc:"The council’s number and the setting’s number."`
	Email        Text `json:"email,omitempty" validate:"omitempty,email" doc:"E-mail address."`
	Phone        Text `json:"phone,omitempty" validate:"omitempty,phone" doc:"Telephone."`
}

// Before is an assessment that was asked for earlier. Councils ask because one made within the last six months need not
// be made again (SEND Regulations 2014, reg 24).
type Before struct {
	On      Text `json:"on,omitempty" validate:"omitempty,lived" doc:"The day of that request or of its outcome."`
	Outcome Text `json:"outcome,omitempty" validate:"omitempty,oneof=not_assessed no_plan plan withdrawn not_known" doc:"What came of it."`
	Council Text `json:"council,omitempty" validate:"max=100" doc:"The council that was asked."`
}

// Talk says whether a request was talked over with the family before it was sent.
type Talk struct {
	On     Text `json:"on,omitempty" validate:"omitempty,past" doc:"When."`
	Agrees Text `json:"agrees,omitempty" validate:"omitempty,oneof=yes no not_asked" doc:"Whether the family agrees."`
	Note   Text `json:"note,omitempty" validate:"max=2000" bare:"yes" doc:"What was said."`
}

// Declared is one declaration made with the request.
type Declared struct {
	By         Text `json:"by,omitempty" validate:"required,oneof=head senco parent young_person other" doc:"In what capacity."`
	Name       Text `json:"name,omitempty" validate:"required,max=100" bare:"yes" doc:"Who."`
	On         Text `json:"on,omitempty" validate:"omitempty,past" doc:"The day of the signature."`
	Agrees     Text `json:"agrees,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether they agree with the request."`
	MayShare   Text `json:"consents_to_share,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether they consent to further information being asked for and shared."`
	NoticeRead Text `json:"privacy_notice_read,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether they have read the council’s privacy notice."`
}

// Unplaced is something that was sent and has no place in the shape of a request: an unknown field, a list where words
// were expected, a field given twice. It is kept here and named among what is to be mended.
type Unplaced struct {
	Path  Text `json:"path,omitempty" doc:"Where it stood, as a path."`
	Fault Text `json:"fault,omitempty" doc:"Why it has no place."`
	How   Text `json:"how,omitempty" doc:"How to mend it."`
	Value Text `json:"value,omitempty" bare:"yes" doc:"What was sent."`
}
