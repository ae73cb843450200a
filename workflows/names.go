package workflows

import (
	"strings"

	"sendpanel/casework"
)

// The names by which workflows, updates and queries are known to the cluster. They outlive any version of the program.
const (
	TaskQueue = "sendpanel"       // where the worker listens
	Journey   = "NeedsAssessment" // the workflow type of a case
	Sitting   = "PanelMeeting"    // the workflow type of a meeting
	Do        = "do"              // the update that takes a command
	Again     = "look-again"      // the signal that something was recorded in the register by another
	Look      = "case"            // the query for the case as the workflow holds it

	LookMeeting = "meeting" // the query for a meeting as its workflow holds it
)

// WorkflowID names the workflow of a case. It says nothing about the child.
func WorkflowID(ref casework.Ref) string { return "case/" + string(ref) }

// RefOf is the case that a workflow of this name carries.
func RefOf(workflowID string) (casework.Ref, bool) {
	rest, ok := strings.CutPrefix(workflowID, "case/")
	return casework.Ref(rest), ok
}

// MeetingID names the workflow of a meeting.
func MeetingID(ref casework.MeetingRef) string { return "meeting/" + string(ref) }

// MeetingOf is the meeting that a workflow of this name carries.
func MeetingOf(workflowID string) (casework.MeetingRef, bool) {
	rest, ok := strings.CutPrefix(workflowID, "meeting/")
	return casework.MeetingRef(rest), ok
}
