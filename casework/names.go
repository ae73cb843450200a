package casework

// PersonID names a person who works for the council, a school or a partner, as the council's settings know them.
type PersonID string

// SettingID is the council's own name for a school, nursery or college. It says nothing about a child.
type SettingID string

// DocumentID names one piece of evidence within its case, as "E1", "E2" in the order in which it came.
type DocumentID string

// AddresseeID names one person to whom letters of a case go, as "family-1", "family-2" or "school". It holds no name,
// so that it may stand in file names and keys.
type AddresseeID string

// School is the addressee of the letters that go to the child's school, nursery or college.
const School AddresseeID = "school"

// The bodies that are told of an assessment besides the setting (reg 4(2), reg 5(2)). Who answers for each, and where, is
// in the council's settings on the day of the letter.
const (
	HealthBody     AddresseeID = "health"      // the integrated care board
	SocialCareBody AddresseeID = "social-care" // the council's own officers
)

// Role is what somebody does for the council or on its panel. A person may have several.
type Role string

// The roles that this engine knows.
const (
	SchoolStaff     Role = "school"           // asks for assessments on behalf of a setting
	CaseworkOfficer Role = "casework_officer" // carries the case, consults the family
	PanelMember     Role = "panel_member"     // records an own view of each case on the agenda
	PanelChair      Role = "panel_chair"      // records the panel's recommendation
	DecisionMaker   Role = "decision_maker"   // decides for the council under its scheme of delegation
	Clerk           Role = "clerk"            // prints and posts
	ServiceManager  Role = "service_manager"  // answers for the limits being kept
	Director        Role = "director"         // is told when a limit is about to be missed
	FamilyMember    Role = "family"           // somebody to whom a case is addressed, in that case alone; never in the settings
)

// Actor is the person who gives a command, with the facts that make it theirs to give.
//
// The facts are looked up in the council's settings when the command is made, and looked up again when it is recorded.
type Actor struct {
	Person     PersonID    `json:"person"`
	Name       string      `json:"name"`
	Post       string      `json:"post,omitempty"`
	Roles      []Role      `json:"roles,omitempty"`
	Setting    SettingID   `json:"setting,omitempty"`    // the setting they work for, which is an interest
	Delegation *Delegation `json:"delegation,omitempty"` // what lets them decide for the council
	Account    string      `json:"account,omitempty"`    // the account on the machine that was used
}

// Has reports whether the actor has the role.
func (a Actor) Has(r Role) bool {
	for _, have := range a.Roles {
		if have == r {
			return true
		}
	}
	return false
}

// Delegation is the paragraph of the council's scheme under which an officer may decide.
type Delegation struct {
	Scheme    string `json:"scheme"`    // the scheme of delegation, by its name
	Paragraph string `json:"paragraph"` // the paragraph within it
	Status    string `json:"status"`    // "employed" or "seconded"
}

// Engine is the actor of what happens by itself: a limit that passes, a letter that is issued.
func Engine() Actor { return Actor{Person: "engine", Name: "SEND Panel"} }
