package portal

import (
	"sendpanel/casework"
	"sendpanel/council"
)

// routesAuditor are the pages of those who answer for the record: who read, changed and sent what, whether it is whole, and
// answers to subject access requests. The records manager prepares an answer; another person confirms it.
func (p *Portal) routesAuditor() []Route {
	prepares := Staff(council.RecordsManager)
	sees := prepares.Or(Staff(casework.ServiceManager))
	const trail = "/records/cases/{ref}"
	const one = trail + "/answers/{answer}"
	return []Route{
		{Pattern: "GET /records", For: sees, Handle: p.recordsHome},
		{Pattern: "GET /records/doings", For: sees, Handle: p.doings},
		{Pattern: "POST /records/find", For: sees, Handle: p.recordsFind},
		{Pattern: "POST /records/verify", For: sees, Handle: p.recordsVerify},
		{Pattern: "GET /records/verification", For: sees, Handle: p.verification},
		{Pattern: "GET " + trail, For: sees, Handle: p.trail},
		{Pattern: "GET " + trail + "/answers", For: prepares, Handle: p.answerBegin},
		{Pattern: "POST " + trail + "/answers", For: prepares, Handle: p.beginAnswer},
		{Pattern: "GET " + one, For: sees, Handle: p.answerParts},
		{Pattern: "POST " + one, For: prepares, Handle: p.hideEverywhere},
		{Pattern: "POST " + one + "/who", For: prepares, Handle: p.answerWho},
		{Pattern: "POST " + one + "/clock", For: prepares, Handle: p.answerClock},
		{Pattern: "POST " + one + "/sent", For: sees, Handle: p.answerSent},
		{Pattern: "GET " + one + "/parts/{part}", For: sees, Handle: p.answerPart},
		{Pattern: "POST " + one + "/parts/{part}", For: prepares, Handle: p.decidePart, Body: UploadBody},
		{Pattern: "GET " + one + "/parts/{part}/file", For: sees, Handle: p.answerPartFile},
		{Pattern: "GET " + one + "/parts/{part}/leaves", For: sees, Handle: p.answerPartLeaves},
		{Pattern: "POST " + one + "/confirm", For: sees, Handle: p.confirmAnswer},
		{Pattern: "GET " + one + "/bundle", For: sees, Handle: p.answerBundle},
	}
}
