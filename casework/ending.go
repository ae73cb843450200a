package casework

// Ending is how a case came to its end.
type Ending string

// The endings. A case that goes on has none.
const (
	EndedWithdrawn Ending = "withdrawn" // at the family's word
	EndedMoved     Ending = "moved"     // another council is responsible
	EndedDeath     Ending = "death"     // the child died: nothing more is sent, and nothing more is asked of anybody
	EndedAssessed  Ending = "assessed"  // the family has the outcome of the assessment, and its time for an appeal has passed
	EndedUnopposed Ending = "unopposed" // a refusal whose time for an appeal has passed; the Tribunal alone can still take one
)

// whyDied is why a case closes whose child died.
const whyDied = "The child died. Nothing more is sent."

// Ending says how the case ended, from when it ended on; empty where it goes on.
func (c Case) Ending() Ending {
	switch {
	case c.Stage == StageWithdrawn:
		return EndedWithdrawn
	case c.Stage != StageEnded && c.Stage != StageClosed:
		return ""
	case c.Moved != nil:
		return EndedMoved
	case c.Stage == StageEnded || c.ClosedWhy == whyDied:
		return EndedDeath
	case c.ClosedWhy == whyAssessed:
		return EndedAssessed
	case c.ClosedWhy == whyAppealTime:
		return EndedUnopposed
	}
	return EndedWithdrawn
}
