package portal

import (
	"slices"

	"sendpanel/casework"
)

// routesOfficer are the pages of officers, decision-makers and clerks.
func (p *Portal) routesOfficer() []Route {
	return slices.Concat(p.routesWork(), p.routesCase(), p.routesDecide())
}

// routesWork are the lists of work, and what is no case yet.
func (p *Portal) routesWork() []Route {
	office := Office()
	return []Route{
		{Pattern: "GET /cases", For: office, Handle: p.officerHome},
		{Pattern: "GET /assessments", For: office, Handle: p.officerAssessments},
		{Pattern: "POST /cases/find", For: office, Handle: p.officerFind},
		{Pattern: "GET /letters", For: office, Handle: p.postRoom},
		{Pattern: "POST /letters", For: office, Handle: p.postLetters},
		{Pattern: "GET /unopened", For: office, Handle: p.unopenedList},
		{Pattern: "GET /unopened/{task}", For: office, Handle: p.unopenedForm},
		{Pattern: "POST /unopened/{task}", For: office, Handle: p.settleUnopened},
		{Pattern: "GET /requests/paper", For: office, Handle: p.paperForm},
		{Pattern: "POST /requests/paper", For: office, Handle: p.paperRequest, Body: UploadBody},
		{Pattern: "POST /requests/paper/save", For: office, Handle: p.paperSave},
	}
}

// routesCase are the pages of one case, and what is recorded in it.
func (p *Portal) routesCase() []Route {
	office := Office()
	return []Route{
		{Pattern: "GET /cases/{ref}", For: office, Handle: p.officerCase},
		{Pattern: "GET /cases/{ref}/dates", For: office, Handle: p.officerDates},
		{Pattern: "GET /cases/{ref}/timeline", For: office, Handle: p.officerTimeline},
		{Pattern: "GET /cases/{ref}/documents", For: office, Handle: p.officerDocuments},
		{Pattern: "GET /cases/{ref}/request", For: office, Handle: p.officerRequest},
		{Pattern: "GET /cases/{ref}/files/{file}", For: office, Handle: p.officerFile},
		{Pattern: "GET /cases/{ref}/files/{file}/open", For: office, Handle: p.officerFileOpen},
		{Pattern: "GET /cases/{ref}/files/{file}/raw", For: office, Handle: p.officerFileRaw},
		{Pattern: "POST /cases/{ref}/files/{file}/entry", For: Staff(casework.CaseworkOfficer), Handle: p.tieFile},
		{Pattern: "GET /cases/{ref}/letters", For: office, Handle: p.officerLetters},
		{Pattern: "GET /cases/{ref}/letters/{kind}/{to}/{for}/{version}", For: office, Handle: p.officerLetter},
		{Pattern: "GET /cases/{ref}/letters/{kind}/{to}/{for}/{version}/pdf", For: office, Handle: p.officerLetterPDF},
		{Pattern: "GET /cases/{ref}/tasks", For: office, Handle: p.officerTasks},
		{Pattern: "POST /cases/{ref}/tasks", For: office, Handle: p.finishTask},
		{Pattern: "GET /cases/{ref}/people", For: office, Handle: p.officerPeople},
		{Pattern: "GET /cases/{ref}/people/{addressee}/access", For: office, Handle: p.accessForm},
		{Pattern: "POST /cases/{ref}/people/{addressee}/access", For: office, Handle: p.access},
		{Pattern: "GET /cases/{ref}/views", For: office, Handle: p.officerViews},
		{Pattern: "GET /cases/{ref}/record", For: office, Handle: p.officerRecord},
		{Pattern: "GET /cases/{ref}/record/{act}", For: office, Handle: p.recordForm},
		{Pattern: "POST /cases/{ref}/record/{act}", For: office, Handle: p.record, Body: UploadBody, Keeps: true},
		{Pattern: "POST /cases/{ref}/plain", For: office, Handle: p.plainLook},
		{Pattern: "GET /cases/{ref}/reply-links", For: office, Handle: p.replyLinks},
		{Pattern: "POST /cases/{ref}/reply-links", For: office, Handle: p.sendReplyLink},
	}
}

// routesDecide are the pages on which a decision is written, checked and made.
func (p *Portal) routesDecide() []Route {
	decider := When(casework.DecisionMaker, casework.Delegated, casework.Impartial)
	return []Route{
		{Pattern: "GET /cases/{ref}/decide", For: decider, Handle: p.decideForm},
		{Pattern: "POST /cases/{ref}/decide", For: decider, Handle: p.decideOutcome},
		{Pattern: "GET /cases/{ref}/decide/reasons", For: decider, Handle: p.reasonsForm},
		{Pattern: "POST /cases/{ref}/decide/reasons", For: decider, Handle: p.takeReasons},
		{Pattern: "POST /cases/{ref}/decide/save", For: decider, Handle: p.saveReasons},
		{Pattern: "POST /cases/{ref}/decide/look", For: decider, Handle: p.reasonLook},
		{Pattern: "GET /cases/{ref}/decide/check", For: decider, Handle: p.decideCheck},
		{Pattern: "GET /cases/{ref}/decide/letters/{kind}/{to}", For: decider, Handle: p.previewLetter},
		{Pattern: "GET /cases/{ref}/decide/letters/{kind}/{to}/pdf", For: decider, Handle: p.previewPDF},
		{Pattern: "POST /cases/{ref}/decide/now", For: decider, Handle: p.decideNow},
	}
}
