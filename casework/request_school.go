package casework

// Measure is one point of a child's attainment.
type Measure struct {
	Date          Text `json:"date,omitempty" validate:"required,lived" doc:"When it was measured."`
	Subject       Text `json:"subject,omitempty" validate:"required,max=60" doc:"Reading, writing, maths, science, phonics, spelling …"`
	Measure       Text `json:"measure,omitempty" validate:"required,max=100" doc:"On what: a key stage result, a standardised or scaled score, a reading age, an early years area, teacher assessment. The same words each time, so that the points make a series."`
	Value         Text `json:"value,omitempty" validate:"required,max=100" doc:"The value in words or figures. A reading age is years and months."`
	Number        Text `json:"number,omitempty" validate:"omitempty,number=-1000:1000" doc:"The value as a number, where value is in words."`
	AgeEquivalent Text `json:"age_equivalent,omitempty" validate:"omitempty,years_months" doc:"The age for which it would be usual, in years and months."`
	Expected      Text `json:"expected,omitempty" validate:"max=100" doc:"What is usual at the child’s age."`
	AssessedBy    Text `json:"assessed_by,omitempty" validate:"max=100" doc:"Who assessed, or with which test."`
}

// YearRate is the child's attendance in one school year. A session is half a school day.
type YearRate struct {
	SchoolYear   Text `json:"school_year,omitempty" validate:"required,school_year" doc:"The school year."`
	Percent      Text `json:"percent,omitempty" validate:"required_without=Possible,omitempty,percent" doc:"Sessions attended, in per cent of those possible."`
	Possible     Text `json:"possible,omitempty" validate:"omitempty,whole=0:400" doc:"Sessions possible."`
	Attended     Text `json:"attended,omitempty" validate:"omitempty,whole=0:400" doc:"Sessions attended."`
	Authorised   Text `json:"authorised,omitempty" validate:"omitempty,whole=0:400" doc:"Sessions of authorised absence."`
	Unauthorised Text `json:"unauthorised,omitempty" validate:"omitempty,whole=0:400" doc:"Sessions of unauthorised absence."`
	Persistent   Text `json:"persistent_absence,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether a tenth or more of the sessions was missed."`
	PartTime     Text `json:"part_time_timetable,omitempty" validate:"max=400" doc:"A part-time timetable, and since when."`
	Reasons      Text `json:"reasons,omitempty" validate:"max=2000" doc:"What keeps the child away."`
}

// Suspension is one suspension or permanent exclusion.
type Suspension struct {
	Type      Text `json:"type,omitempty" validate:"required,oneof=suspension permanent" doc:"A suspension (fixed term) or a permanent exclusion."`
	From      Text `json:"from,omitempty" validate:"required,lived" doc:"First day."`
	To        Text `json:"to,omitempty" validate:"omitempty,civil_day" doc:"Last day of a suspension."`
	Sessions  Text `json:"sessions,omitempty" validate:"omitempty,whole=1:90" doc:"Sessions (half days) missed."`
	Code      Text `json:"reason_code,omitempty" validate:"omitempty,oneof=PP PA VP VA OW BU RA LG DS SM DA TH DB MT PH" doc:"The school census’s reason code."`
	Reason    Text `json:"reason,omitempty" validate:"max=1000" bare:"yes" doc:"What happened."`
	Rescinded Text `json:"rescinded,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether it was taken back."`
}
