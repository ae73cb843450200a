package portal

import (
	"fmt"
	"net/http"
	"net/url"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/identity"
	"sendpanel/records"
	"sendpanel/statute"
)

// eyeOnTheOffice looks at an officer’s pages of a case that much has happened in, and of one that nothing has.
func eyeOnTheOffice(e eye) {
	s := e.s
	b := s.as("amina.khan")
	e.look(b, "/cases", "/assessments", "/letters", "/unopened")
	ref := s.considered()
	s.printOwed(ref)
	s.do(ref, "amina.khan", casework.List{Panel: "send-panel", On: statute.Date(2026, 12, 8)})
	s.do(ref, "amina.khan", casework.MarkUrgent{Reason: casework.RiskOfExclusion, Facts: "Two suspensions in November."})
	for i, name := range []string{"Ada", "Ben", "Cai", "Dee"} {
		s.receive(millbrook(fmt.Sprintf("U87120002501%d", i), name))
	}
	s.now = s.now.Add(time.Hour)
	b = s.as("amina.khan")
	s.do(ref, "amina.khan", casework.Consult{Whom: "health", How: "email", Asked: statute.Date(2026, 11, 25)})
	_, err := s.register.KeepUnopened(e.t.Context(), s.now.AddDate(0, 0, -3), []byte("a letter about a child"), "it is unreadable")
	e.try(err)
	at := "/cases/" + string(ref)
	e.look(b, "/", "/cases", "/cases?stage=closed", at, at+"/dates", at+"/timeline", at+"/documents", at+"/letters", at+"/letters/acknowledgement/family-1/1/1",
		at+"/tasks", at+"/people", at+"/people/family-1/access", at+"/views", at+"/record", at+"/request", at+"/reply-links", "/letters", "/unopened", "/unopened/1", "/requests/paper", "/account")
	e.file(b, ref)
	for _, act := range []casework.ActKind{casework.ActConsult, casework.ActCall, casework.ActSetAddressee, casework.ActWithdraw, casework.ActAddEvidence} {
		e.look(b, at+"/record/"+string(act))
	}
	for _, act := range []casework.ActKind{casework.ActConsult, casework.ActClaim} {
		e.look(b, at+"/record/"+string(act))
		e.wrong(b, at+"/record/"+string(act), at+"/record/")
	}
	e.wrong(b, "/requests/paper", "/requests/paper")
	e.wrong(b, "/unopened/1", "/unopened/1")
	e.wrong(b, at+"/people/family-1/access", at+"/people/")
	e.lookAt(b, "/cases/SEN-2026-9999-X", http.StatusNotFound)
	e.lookAt(b, "/cases/find", http.StatusNotFound)
	other := s.receive(millbrook("U871200025031", "Fay")).Ref
	e.look(b, "/cases/"+string(other), "/cases/"+string(other)+"/letters", "/cases/"+string(other)+"/documents")
}

// file looks at the page of a paper that is kept with a case.
func (e eye) file(b *browser, ref casework.Ref) {
	e.t.Helper()
	u, err := e.s.register.KeepUpload(e.t.Context(), records.Upload{Owner: exhibitOwner(ref, "E1"), Name: "Report.pdf", Type: "application/pdf", By: "amina.khan", Checked: "clean"}, []byte(smallPDF))
	e.try(err)
	e.look(b, "/cases/"+string(ref)+"/documents", "/cases/"+string(ref)+"/files/"+u.ID+"/open")
}

// eyeOnDecisions looks at the pages on which a refusal and an agreement are written, checked and read as letters.
func eyeOnDecisions(e eye) {
	s := e.s
	s.noPanelMeets()
	ref := s.considered()
	b, decide := s.as("priya.raman"), "/cases/"+string(ref)+"/decide"
	e.look(b, "/cases", decide)
	e.wrong(b, decide, decide)
	b.post(decide+"/reasons", refusalForm())
	e.look(b, decide+"/reasons", decide+"/check", decide+"/letters/decision-not-to-assess/family-1", decide+"/letters/decision-not-to-assess-school/school")
	other := s.receive(millbrook("U871200025021", "Eve")).Ref
	b.post("/cases/"+string(other)+"/decide", url.Values{"outcome": {"assess"}})
	e.look(b, "/cases/"+string(other)+"/decide/reasons", "/cases/"+string(other)+"/decide/check")
	e.wrong(b, "/cases/"+string(other)+"/decide/reasons", "/cases/"+string(other)+"/decide/reasons")
}

// eyeOnManagers looks at the manager’s pages with nothing in the register, and with decisions that are late.
func eyeOnManagers(e eye) {
	b := e.s.as("margaret.ellis")
	paths := []string{"/", "/manager", "/manager/breaches", "/manager/workload", "/manager/workload/amina.khan", "/manager/meetings", "/manager/report", "/manager/find",
		"/manager/exports", "/people", "/school/tokens"}
	e.look(b, paths...)
	e.s.late(e.t)
	e.s.call(meetingDay())
	e.look(b, paths[1:]...)
	e.wrong(b, "/manager/find", "/manager/find")
	e.wrong(b, "/school/tokens", "/school/tokens")
	token := records.ServiceToken{Hash: identity.Hash("t"), ID: "t", Setting: "millbrook-primary", Name: "Our system", For: "lucy.hartley", By: "margaret.ellis", Expires: e.s.now.AddDate(0, 1, 0)}
	e.try(e.s.register.KeepToken(e.t.Context(), token))
	e.look(b, "/school/tokens")
}
