package feedback

import (
	"sendpanel/casework"
	"sendpanel/statute"
)

// Schema names the shape of a note's JSON. A changed meaning takes a new number.
const Schema = "sendpanel/feedback-note/1"

// Note is what a setting is told after a decision, as data.
type Note struct {
	Schema     string             `json:"schema"`
	Case       casework.Ref       `json:"case"`
	Child      string             `json:"child"` // as the setting knows them
	Setting    casework.SettingID `json:"setting,omitempty"`
	Outcome    casework.Outcome   `json:"outcome"`
	DecidedOn  statute.Day        `json:"decided_on,omitzero"`
	Opens      statute.Day        `json:"opens,omitzero"` // none while the family's letters have not all gone
	Decision   string             `json:"decision"`
	Findings   []Finding          `json:"findings"`
	Strong     []Point            `json:"strong"`
	Missing    []Point            `json:"missing"`
	Next       []Point            `json:"what_to_do_next"`
	NewRequest []Point            `json:"what_would_help_a_new_request,omitempty"` // after a refusal
	Assessment []Point            `json:"what_the_assessment_needs,omitempty"`     // after an agreement
	Standing   []Point            `json:"good_to_know"`                            // what holds in every case

	// Wording is the fixed wording that the note is made of.
	Wording []casework.Edition `json:"wording"`

	// Withheld is what was left out and why. It is for the officer alone.
	Withheld []Withheld `json:"-"`
}

// Finding is the council's answer to one question of the law, as far as it rests on what the setting may see.
type Finding struct {
	Limb     casework.Limb   `json:"limb"`
	Question string          `json:"question"`
	Answer   casework.Answer `json:"answer"`
	Said     string          `json:"answer_in_words"`
	Reasons  []string        `json:"reasons,omitempty"` // whole sentences of the decision
	ReliedOn []Exhibit       `json:"relied_on,omitempty"`
}

// Point is one thing the note says, the papers that it is about and the source of what it asks.
type Point struct {
	Text     string    `json:"text"`
	Evidence []Exhibit `json:"evidence,omitempty"`
	Source   string    `json:"source,omitempty"`
}

// Exhibit is a paper that the setting may see, by its number in the case and, where it gives nobody away, its title.
type Exhibit struct {
	ID    casework.DocumentID `json:"id"`
	Title string              `json:"title,omitempty"`
}

// Withheld is one sentence of the decision that is not in the note.
type Withheld struct {
	Where    string // as a path in the decision: "findings[1].reason"
	Sentence string
	Why      string
}

// OpenOn reports whether the setting may read the note on a day by the post alone. Where an officer has told the family
// before, it may open earlier; that is for the caller to know.
func (n Note) OpenOn(day statute.Day) bool { return !n.Opens.IsZero() && !day.Before(n.Opens) }

// opens is the day on which the last of the family's letters is deemed to have come, or none while one has not gone. Where
// none can be counted, an officer opens the note.
func opens(c casework.Case) statute.Day {
	told, _ := c.FamilyToldOn()
	return told
}
