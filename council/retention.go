package council

import "sendpanel/statute"

// RecordKind is a kind of paper with its own time of keeping.
type RecordKind string

// What is kept.
const (
	PlanFile         RecordKind = "plan_file"         // a request that led to a plan
	NoPlanFile       RecordKind = "no_plan_file"      // an assessment without a plan
	RefusedRequest   RecordKind = "refused_request"   // a request on which the council did not assess
	WithdrawnRequest RecordKind = "withdrawn_request" // a request that the family withdrew
	PanelMinutes     RecordKind = "panel_minutes"     // meetings, with who was there
	AccessLog        RecordKind = "access_log"        // who read what
	UnopenedArrival  RecordKind = "unopened"          // what arrived and could not be opened as a case
)

// RecordKinds returns every kind.
func RecordKinds() []RecordKind {
	return []RecordKind{PlanFile, NoPlanFile, RefusedRequest, WithdrawnRequest, PanelMinutes, AccessLog, UnopenedArrival}
}

// Retention says how long one kind of paper is kept. What has to be kept longer, for a dispute say, is held by a person.
type Retention struct {
	Record RecordKind `json:"record" validate:"required,choice"` // what is kept
	Years  int        `json:"years" validate:"min=1,max=100"`
	After  string     `json:"after" validate:"required,oneof=birth closure recording"` // what the years are counted from
	Basis  string     `json:"basis" validate:"required"`                               // the schedule or the law that says so
}

// Kept finds how long a kind of paper is kept.
func (c Council) Kept(record RecordKind) (Retention, bool) {
	for _, r := range c.Retention {
		if r.Record == record {
			return r, true
		}
	}
	return Retention{}, false
}

// Until is the last day of keeping, counted from the day that [Retention.After] names.
func (r Retention) Until(from statute.Day) statute.Day { return from.AddMonths(12 * r.Years) }
