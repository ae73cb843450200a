package casework

// Profile is what is recorded of the child's special educational needs, and what is known of the child.
type Profile struct {
	Status     Text        `json:"sen_status,omitempty" validate:"omitempty,oneof=none K E" doc:"none, K (SEN support) or E (education, health and care plan)."`
	Since      Text        `json:"sen_support_since,omitempty" validate:"omitempty,lived" doc:"Since when the child has had SEN support."`
	Primary    Text        `json:"primary_need,omitempty" validate:"omitempty,oneof=SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH" doc:"Primary type of need, in the SEN2 codes."`
	Secondary  []Text      `json:"secondary_needs,omitempty" validate:"max=6,dive,oneof=SPLD MLD SLD PMLD SEMH SLCN HI VI MSI PD ASD DS OTH" doc:"Further types of need, most important first."`
	Diagnoses  []Diagnosis `json:"diagnoses,omitempty" validate:"max=12,dive" doc:"Diagnoses. None is needed for an assessment."`
	Portrait   Text        `json:"pen_portrait,omitempty" validate:"max=4000" doc:"Who the child is, in a few sentences."`
	History    Text        `json:"history,omitempty" validate:"max=4000" doc:"What has happened since the child joined the setting."`
	Medical    Text        `json:"medical,omitempty" validate:"max=4000" doc:"Medical matters."`
	Sensory    Text        `json:"sensory,omitempty" validate:"max=4000" doc:"Hearing, sight and other senses."`
	Safety     Text        `json:"safety,omitempty" validate:"max=4000" doc:"Risk and safety."`
	Moves      Text        `json:"changes_and_losses,omitempty" validate:"max=4000" doc:"Moves, illness, bereavement and other events that bear on learning."`
	Ordinarily Text        `json:"ordinarily_available,omitempty" validate:"max=4000" doc:"What of the council’s ordinarily available provision has been used, and what came of it."`
}

// Diagnosis is one diagnosis, or a referral towards one.
type Diagnosis struct {
	Name   Text `json:"name,omitempty" validate:"required,max=200" bare:"yes" doc:"What was diagnosed."`
	Status Text `json:"status,omitempty" validate:"omitempty,oneof=confirmed waiting queried" doc:"confirmed, waiting for an assessment, or queried."`
	On     Text `json:"on,omitempty" validate:"omitempty,lived" doc:"When."`
	By     Text `json:"by,omitempty" validate:"max=100" doc:"Who diagnosed it."`
	Report Text `json:"report,omitempty" validate:"max=200" doc:"The report that says so."`
}

// Need describes one broad area of need (Code of Practice 6.28 to 6.35).
type Need struct {
	Area         Text `json:"area,omitempty" validate:"required,oneof=communication_and_interaction cognition_and_learning social_emotional_and_mental_health sensory_and_physical" doc:"The broad area."`
	Strengths    Text `json:"strengths,omitempty" validate:"max=4000" doc:"What goes well."`
	Difficulties Text `json:"difficulties,omitempty" validate:"max=4000" bare:"yes" doc:"What is hard."`
	Impact       Text `json:"impact,omitempty" validate:"max=4000" doc:"What follows from it, in learning and in life."`
}

// Involved is a professional who knows the child.
type Involved struct {
	Role         Text   `json:"role,omitempty" validate:"required,oneof=educational_psychologist speech_and_language_therapist occupational_therapist physiotherapist paediatrician camhs specialist_teacher_hearing specialist_teacher_vision specialist_teacher_multisensory specialist_teacher_autism specialist_teacher_other social_worker early_help health_visitor school_nurse education_welfare_officer youth_offending_team virtual_school other" doc:"What they are."`
	Name         Text   `json:"name,omitempty" validate:"max=100" bare:"yes" doc:"Their name."`
	Organisation Text   `json:"organisation,omitempty" validate:"max=200" doc:"Where they work."`
	Address      []Text `json:"address,omitempty" validate:"max=7,dive,max=100" doc:"Address, line by line."`
	Phone        Text   `json:"phone,omitempty" validate:"omitempty,phone" doc:"Telephone."`
	Email        Text   `json:"email,omitempty" validate:"omitempty,email" doc:"E-mail address."`
	First        Text   `json:"first_involved,omitempty" validate:"omitempty,lived" doc:"When they first saw the child."`
	Last         Text   `json:"last_involved,omitempty" validate:"omitempty,lived" doc:"When they last saw the child."`
	LastReport   Text   `json:"last_report,omitempty" validate:"omitempty,lived" doc:"The date of their last report."`
	Report       Text   `json:"report,omitempty" validate:"max=200" doc:"Which document that is."`
	Still        Text   `json:"still_involved,omitempty" validate:"omitempty,oneof=yes no waiting" doc:"Whether they are involved now, or waited for."`
}

// Health is what health services do for the child.
type Health struct {
	Open       Text       `json:"open_to_service,omitempty" validate:"omitempty,oneof=yes no waiting" doc:"Whether a health service sees the child now."`
	Services   Text       `json:"services,omitempty" validate:"max=2000" bare:"yes" doc:"Which."`
	Conditions Text       `json:"conditions,omitempty" validate:"max=2000" doc:"Conditions."`
	Medication Text       `json:"medication,omitempty" validate:"max=2000" doc:"Medication."`
	Equipment  Text       `json:"equipment,omitempty" validate:"max=2000" doc:"Equipment and aids."`
	Hearing    Text       `json:"hearing,omitempty" validate:"max=1000" doc:"Hearing, and when it was tested."`
	Sight      Text       `json:"sight,omitempty" validate:"max=1000" doc:"Sight, and when it was tested."`
	Plans      []CarePlan `json:"plans,omitempty" validate:"max=8,dive" doc:"Health care plans."`
}

// SocialCare is what children's social care and early help do for the child.
type SocialCare struct {
	Open          Text       `json:"open_to_service,omitempty" validate:"omitempty,oneof=yes no waiting" doc:"Whether children’s social care or early help is involved now."`
	Status        Text       `json:"status,omitempty" validate:"omitempty,oneof=none early_help child_in_need child_protection looked_after care_leaver" doc:"In what way."`
	Plans         []CarePlan `json:"plans,omitempty" validate:"max=8,dive" doc:"Plans, by type and date."`
	WorkerName    Text       `json:"social_worker,omitempty" validate:"max=100" doc:"Social worker."`
	WorkerCouncil Text       `json:"social_workers_council,omitempty" validate:"max=100" doc:"The social worker’s council."`
	WorkerPhone   Text       `json:"social_workers_phone,omitempty" validate:"omitempty,phone" doc:"The social worker’s telephone."`
	WorkerEmail   Text       `json:"social_workers_email,omitempty" validate:"omitempty,email" doc:"The social worker’s e-mail address."`
	ShortBreaks   Text       `json:"short_breaks,omitempty" validate:"max=1000" doc:"Short breaks and respite."`
	Notes         Text       `json:"notes,omitempty" validate:"max=2000" bare:"yes" doc:"What else is known."`
}

// CarePlan is a plan of a health service or of social care.
type CarePlan struct {
	Type Text `json:"type,omitempty" validate:"required,max=100" bare:"yes" doc:"What kind of plan."`
	On   Text `json:"on,omitempty" validate:"omitempty,lived" doc:"Its date."`
}
