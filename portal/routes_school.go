package portal

import (
	"sendpanel/casework"
	"sendpanel/council"
)

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
		{Pattern: "POST /school/drafts/{draft}/documents", For: school, Handle: p.addDocuments, Body: UploadBody, Keeps: true},
		{Pattern: "POST /school/drafts/{draft}/documents/promise", For: school, Handle: p.promiseDocument},
		{Pattern: "POST /school/drafts/{draft}/documents/remove", For: school, Handle: p.removeDocument},
		{Pattern: "GET /school/drafts/{draft}/documents/{file}", For: school, Handle: p.draftFile},
		{Pattern: "GET /school/drafts/{draft}/review", For: school, Handle: p.draftReview},
		{Pattern: "GET /school/drafts/{draft}/check", For: school, Handle: p.draftCheck},
		{Pattern: "GET /school/drafts/{draft}/uploaded", For: school, Handle: p.uploaded},
		{Pattern: "POST /school/drafts/{draft}/send", For: school, Handle: p.sendDraft},
		{Pattern: "GET /school/drafts/{draft}/drop", For: school, Handle: p.dropDraftForm},
		{Pattern: "POST /school/drafts/{draft}/drop", For: school, Handle: p.dropDraft},

		{Pattern: "GET /school/upload", For: school, Handle: p.uploadForm},
		{Pattern: "POST /school/upload", For: school, Handle: p.uploadRequest, Body: 2 * mostSheet},
		{Pattern: "GET /school/request.xlsx", For: school, Handle: p.template},
		{Pattern: "GET /school/request.schema.json", For: school, Handle: p.requestSchema},
		{Pattern: "GET /school/colleagues", For: school, Handle: p.colleagues},
		{Pattern: "POST /school/colleagues", For: Staff(council.SchoolLead), Handle: p.inviteColleague},
		{Pattern: "POST /school/colleagues/{person}/remove", For: Staff(council.SchoolLead), Handle: p.removeColleague},

		{Pattern: "GET /school/requests/{ref}", For: OwnSchool(), Handle: p.schoolRequest},
		{Pattern: "GET /school/requests/{ref}/sent", For: OwnSchool(), Handle: p.requestSent},
		{Pattern: "GET /school/requests/{ref}/documents/{document}", For: OwnSchool(), Handle: p.schoolFile},
		{Pattern: "GET /school/requests/{ref}/letters/{letter}", For: OwnSchool(), Handle: p.schoolLetter},
		{Pattern: "GET /school/requests/{ref}/letters/{letter}/pdf", For: OwnSchool(), Handle: p.schoolLetterPDF},
		{Pattern: "GET /school/requests/{ref}/feedback", For: OwnSchool(), Handle: p.schoolFeedback},
		{Pattern: "GET /school/requests/{ref}/reply", For: OwnSchool(), Handle: p.replyForm},
		{Pattern: "POST /school/requests/{ref}/reply", For: OwnSchool(), Handle: p.reply, Body: UploadBody, Keeps: true},
		{Pattern: "GET /school/requests/{ref}/more", For: OwnSchool(), Handle: p.moreForm},
		{Pattern: "POST /school/requests/{ref}/more", For: OwnSchool(), Handle: p.more, Body: UploadBody, Keeps: true},

		{Pattern: "GET /answer", For: Anyone(), Handle: p.answerForm},
		{Pattern: "POST /answer", For: Anyone(), Handle: p.answerByLink, Body: UploadBody},
	}
}
