package casework

// Cycle is one turn of the Graduated Response: assess, plan, do, review (Code of Practice 6.44 to 6.56).
type Cycle struct {
	Number        Text           `json:"number,omitempty" validate:"omitempty,whole=1:99" doc:"Its number, if the setting counts them."`
	Start         Text           `json:"start,omitempty" validate:"required,lived" doc:"First day."`
	Reviewed      Text           `json:"reviewed,omitempty" validate:"omitempty,lived" doc:"The day of the review; nothing while the cycle still runs."`
	Lead          Text           `json:"lead,omitempty" validate:"max=100" doc:"Who led it."`
	Assess        Text           `json:"assess,omitempty" validate:"max=4000" doc:"Assess: what was found out."`
	Baselines     []Baseline     `json:"baselines,omitempty" validate:"max=12,dive" doc:"Assess: where the child stood, measured."`
	Plan          Text           `json:"plan,omitempty" validate:"max=4000" doc:"Plan: what was aimed at."`
	Targets       []Target       `json:"targets,omitempty" validate:"max=8,dive" doc:"Plan: the targets one by one, and what came of each."`
	Interventions []Intervention `json:"do,omitempty" validate:"max=8,dive" doc:"Do: each thing that was done."`
	Review        Text           `json:"review,omitempty" validate:"max=4000" doc:"Review: what came of it."`
	Exits         []Baseline     `json:"exit_measures,omitempty" validate:"max=12,dive" doc:"Review: the same measures at the end."`
	ChildPart     Text           `json:"child_part,omitempty" validate:"max=4000" doc:"The child’s part in the review."`
	FamilyPart    Text           `json:"family_part,omitempty" validate:"max=4000" doc:"The family’s part in the review."`
	NextStep      Text           `json:"next_step,omitempty" validate:"max=2000" doc:"What was to be done next."`
}

// Baseline is one measure of the child on one day.
type Baseline struct {
	Scale Text `json:"scale,omitempty" validate:"required,max=200" doc:"What is measured, and on which scale."`
	Value Text `json:"value,omitempty" validate:"required,max=100" bare:"yes" doc:"The value."`
	Date  Text `json:"date,omitempty" validate:"omitempty,lived" doc:"When."`
}

// Target is one target of a cycle.
type Target struct {
	Target  Text `json:"target,omitempty" validate:"required,max=500" bare:"yes" doc:"Specific, measurable, and by when."`
	Area    Text `json:"area,omitempty" validate:"omitempty,oneof=communication_and_interaction cognition_and_learning social_emotional_and_mental_health sensory_and_physical" doc:"The broad area of need."`
	Outcome Text `json:"outcome,omitempty" validate:"omitempty,oneof=met part not" doc:"Met, met in part, or not met."`
	Comment Text `json:"comment,omitempty" validate:"max=2000" doc:"What was seen."`
}

// Intervention is one thing a setting did for the child within a cycle.
type Intervention struct {
	Name            Text `json:"name,omitempty" validate:"required,max=200" bare:"yes" doc:"What was done."`
	Area            Text `json:"area,omitempty" validate:"omitempty,oneof=communication_and_interaction cognition_and_learning social_emotional_and_mental_health sensory_and_physical" doc:"The broad area of need."`
	DeliveredBy     Text `json:"delivered_by,omitempty" validate:"max=200" doc:"By whom, in words."`
	Role            Text `json:"role,omitempty" validate:"omitempty,oneof=class_teacher subject_teacher teaching_assistant higher_level_teaching_assistant senco pastoral_staff specialist_teacher therapist psychologist nursery_practitioner volunteer other" doc:"The deliverer’s role."`
	GroupSize       Text `json:"group_size,omitempty" validate:"omitempty,whole=1:60" doc:"How many children share the adult; 1 is one to one."`
	Ratio           Text `json:"ratio,omitempty" validate:"omitempty,ratio" doc:"Adults to children. It goes before the group size."`
	SessionsPerWeek Text `json:"sessions_per_week,omitempty" validate:"omitempty,number=0:60" doc:"Sessions a week."`
	MinutesEach     Text `json:"minutes_each,omitempty" validate:"omitempty,number=0:480" doc:"Minutes of one session."`
	Weeks           Text `json:"weeks,omitempty" validate:"omitempty,number=0:60" doc:"For how many weeks."`
	Start           Text `json:"start,omitempty" validate:"omitempty,lived" doc:"First day."`
	End             Text `json:"end,omitempty" validate:"omitempty,civil_day" doc:"Last day."`
	HourlyRate      Text `json:"hourly_rate,omitempty" validate:"omitempty,pounds" doc:"Pounds for an hour of the adult’s time."`
	HoursPerYear    Text `json:"hours_per_year,omitempty" validate:"omitempty,number=0:3000" doc:"Hours of the adult’s time that are costed, in a year."`
	AnnualCost      Text `json:"annual_cost,omitempty" validate:"omitempty,pounds" doc:"Pounds in a year. For information; never a threshold."`
	Funding         Text `json:"funding,omitempty" validate:"omitempty,oneof=core element2 top_up eyif other" doc:"What pays for it: core budget, notional SEN budget (element 2), top-up, early years inclusion fund, other."`
	Entry           Text `json:"entry_measure,omitempty" validate:"max=200" doc:"Where the child stood before."`
	Exit            Text `json:"exit_measure,omitempty" validate:"max=200" doc:"Where the child stood after, on the same measure."`
	Outcome         Text `json:"outcome,omitempty" validate:"omitempty,oneof=met part not" doc:"Its target met, met in part, or not met."`
	Comment         Text `json:"comment,omitempty" validate:"max=2000" doc:"What was seen, and what next."`
}
