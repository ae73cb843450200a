package council

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/statute"
)

// PanelType says what a panel's recommendation is followed by.
type PanelType string

// The two types of panel. In both a named officer decides for the council, and a letter says who.
const (
	Advisory     PanelType = "advisory"      // the panel advises, and an officer who need not be there decides
	ChairDecides PanelType = "chair_decides" // the panel advises, and its chair decides as an officer with a delegation
)

// PanelRole is what a panel asks somebody to know.
type PanelRole string

// What members of panels know.
const (
	EducationalPsychologist PanelRole = "educational_psychologist"
	Health                  PanelRole = "health" // the designated officer or doctor, or a therapist
	SocialCare              PanelRole = "social_care"
	EarlyYears              PanelRole = "early_years"
	PrimarySchool           PanelRole = "primary_school"
	SecondarySchool         PanelRole = "secondary_school"
	SpecialSchool           PanelRole = "special_school"
	Post16                  PanelRole = "post16"
	SpecialistTeacher       PanelRole = "specialist_teacher"
	VirtualSchool           PanelRole = "virtual_school"
	ParentRepresentative    PanelRole = "parent_representative"
	SENDOfficer             PanelRole = "send_officer"
)

// Panel is one multi-agency panel: it advises, and meets only with a quorum. The chair belongs to it whether or not the
// members repeat the name; the clerk does not.
type Panel struct {
	ID          string              `json:"id" validate:"required,id"`
	Name        string              `json:"name" validate:"required"`
	Type        PanelType           `json:"type" validate:"required,choice"` // who decides after it
	Chair       casework.PersonID   `json:"chair" validate:"required"`
	Members     []casework.PersonID `json:"members" validate:"min=1,unique,dive,required"`
	Substitutes []Substitute        `json:"substitutes,omitempty" validate:"dive"` // who may take whose seat
	Clerk       casework.PersonID   `json:"clerk,omitempty"`
	Quorum      int                 `json:"quorum" validate:"min=1"`                       // how many of the panel must be present, the chair among them
	Required    []RequiredRole      `json:"required_roles,omitempty" validate:"dive"`      // what somebody present must know
	Meets       *Meets              `json:"meets,omitempty"`                               // none for a panel that meets when it is called
	Meetings    []statute.Day       `json:"meetings,omitempty"`                            // the days planned, the earliest first
	PackDays    int                 `json:"pack_days" validate:"min=0,max=28"`             // how many days before a meeting its papers are released
	Capacity    int                 `json:"capacity,omitempty" validate:"min=0,max=60"`    // how many cases a meeting takes; 12 where nothing is said
	TakesUnder  int                 `json:"takes_under,omitempty" validate:"min=0,max=25"` // takes children younger than so many years on the day of the request; all ages where nothing is said
	From        statute.Day         `json:"from" validate:"required"`                      // first day
	Until       statute.Day         `json:"until,omitzero"`                                // last day, none while it goes on
}

// Substitute takes the seat of a member who is away. Where both are there the seat counts once.
type Substitute struct {
	Person casework.PersonID `json:"person" validate:"required"` // who has no seat of their own
	For    casework.PersonID `json:"for" validate:"required"`    // the member, or the chair
}

// RequiredRole is what somebody present must know for the panel to advise on a case.
type RequiredRole struct {
	Role        PanelRole `json:"role" validate:"required,choice"` // what they know: see panel_roles of a person
	WrittenView bool      `json:"written_view,omitempty"`          // a member's own view of the case, recorded before, is enough
}

// Meets says when and where a panel usually meets.
type Meets struct {
	Weekday string `json:"weekday" validate:"required,oneof=monday tuesday wednesday thursday friday"` // its usual day
	From    string `json:"from" validate:"required,clock"`                                             // as 09:30, in London
	Until   string `json:"until" validate:"required,clock"`                                            // as 12:00, in London
	Place   string `json:"place,omitempty"`
}

// Panel finds the panel as it stands on the day.
func (c Council) Panel(id string, on statute.Day) (Panel, bool) {
	for _, p := range c.Panels {
		if p.ID == id && inForce(p.From, p.Until, on) {
			return p, true
		}
	}
	return Panel{}, false
}

// Everyone is the chair and the members, each once, the chair first. Substitutes are not among them.
func (p Panel) Everyone() []casework.PersonID {
	all := []casework.PersonID{p.Chair}
	for _, m := range p.Members {
		if !slices.Contains(all, m) {
			all = append(all, m)
		}
	}
	return all
}

// Seat is the member whose seat the person has or may take: their own, or that of the member whose substitute they are.
func (p Panel) Seat(id casework.PersonID) (casework.PersonID, bool) {
	if slices.Contains(p.Everyone(), id) {
		return id, true
	}
	for _, s := range p.Substitutes {
		if s.Person == id {
			return s.For, true
		}
	}
	return "", false
}

// NextMeeting is the first meeting planned on or after the day, and false where none is planned.
func (p Panel) NextMeeting(on statute.Day) (statute.Day, bool) {
	for _, m := range p.Meetings {
		if !m.Before(on) {
			return m, true
		}
	}
	return statute.Day{}, false
}

// PackRelease is the day on which the papers of a meeting are released to its members.
func (p Panel) PackRelease(meeting statute.Day) statute.Day { return meeting.AddDays(-p.PackDays) }
