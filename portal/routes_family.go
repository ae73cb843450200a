package portal

// routesFamily are the pages of the person addressed, and those on which a family comes in.
func (p *Portal) routesFamily() []Route {
	at := "/family/{ref}"
	return []Route{
		{Pattern: "GET /sign-in/family/which", For: Anyone(), Handle: p.familyWhich},
		{Pattern: "POST /sign-in/family/which", For: Anyone(), Handle: p.familyChosen},
		{Pattern: "GET /ask", For: Anyone(), Handle: p.publicAsk},
		{Pattern: "POST /ask", For: Anyone(), Handle: p.publicSend},
		{Pattern: "GET /ask/{page}", For: Anyone(), Handle: p.publicQuestion},
		{Pattern: "POST /ask/{page}", For: Anyone(), Handle: p.publicAnswer, Body: askLimit, Keeps: true},
		{Pattern: "GET /ask/check", For: Anyone(), Handle: p.publicCheck},
		{Pattern: "GET /ask/kept", For: Anyone(), Handle: p.publicKept},
		{Pattern: "GET /ask/return", For: Anyone(), Handle: p.publicReturnForm},
		{Pattern: "POST /ask/return", For: Anyone(), Handle: p.publicReturn},
		{Pattern: "POST /ask/drop", For: Anyone(), Handle: p.publicDrop},
		{Pattern: "GET /ask/received", For: Anyone(), Handle: p.publicReceipt},
		{Pattern: "GET " + at, For: Family(), Handle: p.familyHome},
		{Pattern: "GET " + at + "/dates", For: Family(), Handle: p.familyDates},
		{Pattern: "GET " + at + "/letters", For: Family(), Handle: p.familyLettersPage},
		{Pattern: "GET " + at + "/letters/{kind}/{seq}/{version}", For: Family(), Handle: p.familyLetter},
		{Pattern: "GET " + at + "/letters/{kind}/{seq}/{version}/pdf", For: Family(), Handle: p.familyLetterPDF},
		{Pattern: "GET " + at + "/papers", For: Family(), Handle: p.familyPapersPage},
		{Pattern: "GET " + at + "/papers/{id}", For: Family(), Handle: p.familyPaper},
		{Pattern: "GET " + at + "/school-note", For: Family(), Handle: p.familyNote},
		{Pattern: "GET " + at + "/rights", For: Family(), Handle: p.familyRights},
		{Pattern: "GET " + at + "/views", For: Family(), Handle: whileOpen(p.familyViewsForm)},
		{Pattern: "POST " + at + "/views", For: Family(), Handle: p.familyViews, Keeps: true},
		{Pattern: "GET " + at + "/add", For: Family(), Handle: whileOpen(p.familyAddForm)},
		{Pattern: "POST " + at + "/add", For: Family(), Handle: p.familyAdd, Body: UploadBody, Keeps: true},
		{Pattern: "GET " + at + "/tell/{about}", For: Family(), Handle: whileOpen(p.familyTellForm)},
		{Pattern: "POST " + at + "/tell/{about}", For: Family(), Handle: p.familyTell, Keeps: true},
		{Pattern: "GET " + at + "/held", For: Family(), Handle: p.familyHeldForm},
		{Pattern: "POST " + at + "/held", For: Family(), Handle: p.familyHeld, Keeps: true},
		{Pattern: "GET " + at + "/reach", For: Family(), Handle: whileOpen(p.familyReachForm)},
		{Pattern: "POST " + at + "/reach", For: Family(), Handle: p.familyReach, Keeps: true},
		{Pattern: "GET " + at + "/reach/contact", For: Family(), Handle: p.familyContactForm},
		{Pattern: "POST " + at + "/reach/contact", For: Family(), Handle: p.familyContact},
		{Pattern: "GET " + at + "/reach/contact/codes", For: Family(), Handle: p.familyContactCodes},
		{Pattern: "POST " + at + "/reach/contact/codes", For: Family(), Handle: p.familyContactConfirm},
	}
}
