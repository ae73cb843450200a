package casework

// Child is the child or young person the request is about. Whichever of a name, a number or a description is given
// identifies them.
type Child struct {
	Surname       Text `json:"surname,omitempty" validate:"required_without_all=Forenames Description,max=100" doc:"Legal surname. A person with a single name has it here or in forenames."`
	Forenames     Text `json:"forenames,omitempty" validate:"max=100" doc:"Legal forenames."`
	PreferredName Text `json:"preferred_name,omitempty" validate:"max=100" doc:"The name the child goes by."`
	KnownAs       Text `json:"known_as,omitempty" validate:"max=100" doc:"Other or earlier names under which papers may be filed."`
	Description   Text `json:"description,omitempty" validate:"max=1000" bare:"yes" doc:"Where no name is known: who the child is, so that they can be found."`
	DateOfBirth   Text `json:"date_of_birth,omitempty" validate:"required,born" doc:"Date of birth. The Act covers ages 0 to 25."`
	Sex           Text `json:"sex,omitempty" validate:"omitempty,oneof=F M" doc:"Sex, as the SEN2 return has it."`
	Gender        Text `json:"gender,omitempty" validate:"max=40" doc:"Gender, in the child’s or family’s own word."`
	Ethnicity     Text `json:"ethnicity,omitempty" validate:"omitempty,ethnicity" doc:"The Department for Education’s code."`

	UPN        Text `json:"upn,omitempty" validate:"omitempty,upn" doc:"Unique pupil number, permanent or temporary."`
	UPNUnknown Text `json:"upn_unknown,omitempty" validate:"max=200" doc:"Why there is no unique pupil number, or why it is not known."`
	FormerUPN  Text `json:"former_upn,omitempty" validate:"omitempty,upn" doc:"An earlier unique pupil number."`
	ULN        Text `json:"uln,omitempty" validate:"omitempty,uln" doc:"Unique learner number, from 14."`
	NHSNumber  Text `json:"nhs_number,omitempty" validate:"omitempty,nhs" doc:"NHS number."`

	Address  []Text `json:"address,omitempty" validate:"max=7,dive,max=100" doc:"Where the child lives, line by line."`
	Postcode Text   `json:"postcode,omitempty" validate:"omitempty,postcode" doc:"Postcode."`
	UPRN     Text   `json:"uprn,omitempty" validate:"omitempty,uprn" doc:"Unique property reference number."`
	Phone    Text   `json:"phone,omitempty" validate:"omitempty,phone" doc:"A young person’s own telephone, from 16."`
	Email    Text   `json:"email,omitempty" validate:"omitempty,email" doc:"A young person’s own e-mail address, from 16."`

	FirstLanguage Text `json:"first_language,omitempty" validate:"max=60" doc:"First language, British Sign Language among them. A home language other than English is not a learning difficulty (s.20(4))."`
	HomeLanguage  Text `json:"home_language,omitempty" validate:"max=60" doc:"The language spoken at home."`
	Interpreter   Text `json:"interpreter,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether the child needs an interpreter or a signer."`
	EALStage      Text `json:"eal_stage,omitempty" validate:"omitempty,oneof=A B C D E N" doc:"Proficiency in English, A (new to English) to E (fluent); N not yet assessed."`

	Setting          Text          `json:"setting,omitempty" validate:"max=40" doc:"The council’s own name for the school, nursery or college the child attends, as its settings list it. Nothing where there is none."`
	SettingName      Text          `json:"setting_name,omitempty" validate:"max=200" doc:"Its name, where the council does not list it."`
	URN              Text          `json:"urn,omitempty" validate:"omitempty,urn6" doc:"Its unique reference number."`
	UKPRN            Text          `json:"ukprn,omitempty" validate:"omitempty,ukprn" doc:"Its UK provider reference number."`
	LAEstab          Text          `json:"la_estab,omitempty" validate:"omitempty,laestab" doc:"The council’s number and the setting’s number."`
	Admitted         Text          `json:"admission_date,omitempty" validate:"omitempty,lived" doc:"When the child joined it."`
	YearGroup        Text          `json:"year_group,omitempty" validate:"max=20" doc:"National Curriculum year the child is taught in."`
	ActualYear       Text          `json:"actual_year,omitempty" validate:"max=20" doc:"The year that goes with the child’s age, where it is another."`
	OutOfYear        Text          `json:"out_of_year_reason,omitempty" validate:"max=400" doc:"Why the two differ."`
	PartTime         Text          `json:"part_time_hours,omitempty" validate:"omitempty,number=0:40" doc:"Hours a week in school, where the timetable is part-time."`
	HomeEducated     Text          `json:"home_educated,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether the child is educated at home by the family’s choice."`
	PreviousSettings []PastSetting `json:"previous_settings,omitempty" validate:"max=12,dive" doc:"Schools, nurseries and colleges before this one."`

	CouncilOfResidence Text `json:"council_of_residence,omitempty" validate:"max=100" doc:"The council in whose area the child lives, where it is another."`
	BelongingCouncil   Text `json:"belonging_council,omitempty" validate:"max=100" doc:"The council to which a looked-after child belongs, where it is another."`
	LookedAfter        Text `json:"looked_after,omitempty" validate:"omitempty,oneof=no s20 s31 other" doc:"Whether a council looks after the child: s20 by agreement, s31 by a care order."`
	CourtOrders        Text `json:"court_orders,omitempty" validate:"max=1000" doc:"Court orders that bear on who may be written to or told."`
	ForcesFamily       Text `json:"forces_family,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether a parent serves in the armed forces (reg 6: advice of the Ministry of Defence)."`
	FreeMeals          Text `json:"free_school_meals,omitempty" validate:"omitempty,oneof=yes no" doc:"Free school meals."`
	PupilPremium       Text `json:"pupil_premium,omitempty" validate:"omitempty,oneof=yes no" doc:"Pupil premium."`
	YoungCarer         Text `json:"young_carer,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether the child cares for somebody."`
	YouthAccommodation Text `json:"youth_accommodation,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether the child is detained in relevant youth accommodation (SI 2015/62)."`

	Agrees           Text     `json:"agrees_with_request,omitempty" validate:"omitempty,oneof=yes no not_asked" doc:"Young person: whether they agree with the request."`
	MayShare         Text     `json:"consents_to_share,omitempty" validate:"omitempty,oneof=yes no" doc:"Young person: whether they consent to further information being asked for and shared."`
	WantsParentsTold Text     `json:"wants_parents_copied,omitempty" validate:"omitempty,oneof=yes no" doc:"Young person: whether their parents are to have copies. Theirs to choose."`
	Capacity         Capacity `json:"capacity,omitzero" doc:"Young person: a finding about capacity for this request. Nothing means that capacity is presumed (Mental Capacity Act 2005, s.1)."`
}

// PastSetting is a school, nursery or college that the child attended before.
type PastSetting struct {
	Name Text `json:"name,omitempty" validate:"required,max=200" bare:"yes" doc:"Its name."`
	URN  Text `json:"urn,omitempty" validate:"omitempty,urn6" doc:"Its unique reference number."`
	From Text `json:"from,omitempty" validate:"omitempty,lived" doc:"First day."`
	To   Text `json:"to,omitempty" validate:"omitempty,lived" doc:"Last day."`
	Why  Text `json:"why_left,omitempty" validate:"max=400" doc:"Why the child left."`
}

// Capacity is a finding about a young person's mental capacity. It is of one decision on one day (Mental Capacity Act
// 2005, s.2), and decides who is written to (SEND Regulations 2014, reg 64).
type Capacity struct {
	Status   Text `json:"status,omitempty" validate:"omitempty,oneof=presumed assessed_lacks not_assessed" doc:"presumed, assessed_lacks, or not_assessed where there is a doubt."`
	Decision Text `json:"decision,omitempty" validate:"max=200" doc:"The decision it is about."`
	On       Text `json:"on,omitempty" validate:"omitempty,lived" doc:"The day of the assessment."`
	By       Text `json:"by,omitempty" validate:"max=100" doc:"Who assessed."`
}

// Relative is a parent within the meaning of s.576 of the Education Act 1996 (parental responsibility or care of the
// child), or the young person's own entry.
type Relative struct {
	Title          Text `json:"title,omitempty" validate:"max=20" doc:"Mrs, Mr, Mx, Dr, as they like it."`
	Name           Text `json:"name,omitempty" validate:"required,max=100" bare:"yes" doc:"Name as it stands on an envelope."`
	Relationship   Text `json:"relationship,omitempty" validate:"required,max=60" doc:"Mother, father, foster carer, special guardian …; “self” is the young person."`
	Standing       Text `json:"standing,omitempty" validate:"omitempty,oneof=parent carer young_person representative supporter" doc:"In what capacity they are written to. representative: deputy or attorney. supporter: has copies by the family’s authority."`
	Responsibility Text `json:"parental_responsibility,omitempty" validate:"omitempty,oneof=yes no unknown" doc:"Parental responsibility (Children Act 1989, s.3)."`
	LivesWith      Text `json:"lives_with_child,omitempty" validate:"omitempty,oneof=yes no part" doc:"Whether the child lives with them. yes: the child’s address is theirs where none is given."`

	Address    []Text `json:"address,omitempty" validate:"max=6,dive,max=100" doc:"Address, line by line."`
	Postcode   Text   `json:"postcode,omitempty" validate:"omitempty,postcode" doc:"Postcode."`
	Email      Text   `json:"email,omitempty" validate:"omitempty,email" doc:"E-mail address."`
	Phone      Text   `json:"phone,omitempty" validate:"omitempty,phone" doc:"Telephone."`
	OtherPhone Text   `json:"other_phone,omitempty" validate:"omitempty,phone" doc:"Another telephone."`

	Language     Text `json:"language,omitempty" validate:"max=60" doc:"The language, and script, they would like to be written or spoken to in."`
	Interpreter  Text `json:"interpreter,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether an interpreter is needed. Never a child or a relative."`
	Format       Text `json:"format,omitempty" validate:"omitempty,oneof=standard large_print easier_to_read coloured_paper audio" doc:"How letters are to be made."`
	CallFirst    Text `json:"call_before_letter,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether they would like a call before a letter with a decision."`
	CallTimes    Text `json:"call_times,omitempty" validate:"max=200" doc:"When it is good and safe to call."`
	Voicemail    Text `json:"voicemail,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether a message may be left."`
	SafeContact  Text `json:"safe_contact,omitempty" validate:"max=500" doc:"How it is safe to reach them, and how not."`
	Restrictions Text `json:"contact_restrictions,omitempty" validate:"max=1000" doc:"What a court or a risk forbids: to be told of an address, a school, another adult."`
	CopyLetters  Text `json:"copy_of_letters,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether they are to have their own copy of the letters."`
	MayShare     Text `json:"consents_to_share,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether they consent to further information being asked for and shared."`
}
