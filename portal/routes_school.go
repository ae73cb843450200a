package portal

import "sendpanel/casework"

// routesSchool are the pages of schools, nurseries and colleges.
func (p *Portal) routesSchool() []Route {
	school := Staff(casework.SchoolStaff)
	return []Route{
		{Pattern: "GET /school", For: school, Handle: p.schoolHome},

		{Pattern: "POST /school/drafts", For: school, Handle: p.beginDraft},
		{Pattern: "GET /school/drafts/{draft}", For: school, Handle: p.draftTasks},
		{Pattern: "GET /school/drafts/{draft}/{section}", For: school, Handle: p.draftSection},
		{Pattern: "POST /school/drafts/{draft}/{section}", For: school, Handle: p.saveSection, Keeps: true},
		{Pattern: "POST /school/drafts/{draft}/{section}/autosave", For: school, Handle: p.autosaveSection},
		{Pattern: "POST /school/drafts/{draft}/{section}/choose", For: school, Handle: p.choose},
		{Pattern: "POST /school/drafts/{draft}/cycles", For: school, Handle: p.changeCycles},
		{Pattern: "POST /school/drafts/{draft}/documents", For: school, Handle: p.addDocuments, Body: UploadBody},
		{Pattern: "POST /school/drafts/{draft}/documents/promise", For: school, Handle: p.promiseDocument},
		{Pattern: "POST /school/drafts/{draft}/documents/remove", For: school, Handle: p.removeDocument},
		{Pattern: "GET /school/drafts/{draft}/documents/{file}", For: school, Handle: p.draftFile},
		{Pattern: "GET /school/drafts/{draft}/review", For: school, Handle: p.draftReview},
		{Pattern: "GET /school/drafts/{draft}/check", For: school, Handle: p.draftCheck},
		{Pattern: "POST /school/drafts/{draft}/send", For: school, Handle: p.sendDraft},
		{Pattern: "GET /school/drafts/{draft}/drop", For: school, Handle: p.dropDraftForm},
		{Pattern: "POST /school/drafts/{draft}/drop", For: school, Handle: p.dropDraft},

		{Pattern: "GET /school/requests/{ref}", For: OwnSchool(), Handle: p.schoolRequest},
		{Pattern: "GET /school/requests/{ref}/sent", For: OwnSchool(), Handle: p.requestSent},
		{Pattern: "GET /school/requests/{ref}/documents/{document}", For: OwnSchool(), Handle: p.schoolFile},
		{Pattern: "GET /school/requests/{ref}/letters/{letter}", For: OwnSchool(), Handle: p.schoolLetter},
		{Pattern: "GET /school/requests/{ref}/letters/{letter}/pdf", For: OwnSchool(), Handle: p.schoolLetterPDF},
		{Pattern: "GET /school/requests/{ref}/feedback", For: OwnSchool(), Handle: p.schoolFeedback},
	}
}
