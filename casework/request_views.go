package casework

// Views are the views, wishes and feelings of the child and the family (s.19, Code of Practice 9.12), and what the
// setting thinks is needed.
type Views struct {
	Child            Text `json:"child,omitempty" validate:"max=4000" doc:"The child’s views, in the child’s own words where that can be."`
	ChildOn          Text `json:"child_on,omitempty" validate:"omitempty,lived" doc:"When they were given."`
	ChildMethod      Text `json:"child_method,omitempty" validate:"max=400" doc:"How: talking, drawing, pictures, signing, observation."`
	ChildSupportedBy Text `json:"child_supported_by,omitempty" validate:"max=200" doc:"Who helped the child to give them."`
	ChildHopes       Text `json:"child_aspirations,omitempty" validate:"max=4000" doc:"What the child hopes for."`
	ChildHelps       Text `json:"child_what_helps,omitempty" validate:"max=4000" doc:"What the child says helps."`

	Family         Text         `json:"family,omitempty" validate:"max=4000" doc:"The family’s views, in their own words where that can be."`
	FamilyHopes    Text         `json:"family_hopes,omitempty" validate:"max=4000" doc:"What they hope for."`
	FamilyConcerns Text         `json:"family_concerns,omitempty" validate:"max=4000" doc:"What worries them."`
	Parents        []ParentView `json:"parents,omitempty" validate:"max=6,dive" doc:"Each parent’s views apart, where they differ. Neither stands for the other."`

	School   Text   `json:"school,omitempty" validate:"max=4000" doc:"What the setting thinks is needed."`
	Outcomes []Text `json:"outcomes_sought,omitempty" validate:"max=8,dive,max=500" doc:"The outcomes the setting seeks for the child."`
	Beyond   Text   `json:"beyond_ordinarily_available,omitempty" validate:"max=4000" doc:"What the setting thinks is needed and cannot give from what is ordinarily available."`
}

// ParentView is the view of one parent.
type ParentView struct {
	Name  Text `json:"name,omitempty" validate:"required,max=100" doc:"Whose."`
	Views Text `json:"views,omitempty" validate:"required,max=4000" bare:"yes" doc:"Their views."`
	On    Text `json:"on,omitempty" validate:"omitempty,lived" doc:"When they were given."`
}

// Evidenced is one document sent with the request, or promised. Until an officer releases it, it may be seen by its
// giver and the council only.
type Evidenced struct {
	Title       Text `json:"title,omitempty" validate:"required,max=200" bare:"yes" doc:"What it is called."`
	Class       Text `json:"class,omitempty" validate:"required,oneof=attainment needs action_taken progress_with_support physical_emotional_social family_views child_views other" doc:"What it is evidence of, by the Code’s bullets (9.14)."`
	Type        Text `json:"type,omitempty" validate:"omitempty,oneof=apdr_plan provision_map iep costed_provision professional_report attainment_data attendance_printout behaviour_log risk_assessment views_form parent_report medical_letter other" doc:"What kind of document it is."`
	Author      Text `json:"author,omitempty" validate:"max=100" doc:"Who wrote it."`
	Role        Text `json:"author_role,omitempty" validate:"max=100" doc:"What they are."`
	Date        Text `json:"date,omitempty" validate:"omitempty,civil_day" doc:"Its date."`
	GivenBy     Text `json:"given_by,omitempty" validate:"omitempty,oneof=school family child health social_care other" doc:"Who gave it; nothing means whoever asks."`
	Says        Text `json:"says,omitempty" validate:"max=2000" doc:"What it shows, in the sender’s words."`
	File        Text `json:"file,omitempty" validate:"max=200" doc:"The name of the file beside the request; nothing while it is promised."`
	Pages       Text `json:"pages,omitempty" validate:"omitempty,whole=1:2000" doc:"Pages."`
	SHA256      Text `json:"sha256,omitempty" validate:"omitempty,sha256hex" doc:"SHA-256 of the file."`
	Sensitivity Text `json:"sensitivity,omitempty" validate:"omitempty,oneof=ordinary health social_care third_party" doc:"What care it needs."`
	ToFamily    Text `json:"disclose_to_family,omitempty" validate:"omitempty,oneof=yes no ask" doc:"Whether its giver thinks that the family may see it. An officer decides."`
	Harm        Text `json:"serious_harm,omitempty" validate:"omitempty,oneof=yes no" doc:"Whether its giver fears serious harm if it were seen."`
}
