package portal

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// schoolPages are the pages of the school's journey on a draft that has something on each, by the name of their picture.
func schoolPages(s *site, b *browser) map[string]string {
	s.t.Helper()
	at := b.newDraft()
	b.fill(at+"/child", "child.forenames", "Ada", "child.surname", "Okoro", "child.date_of_birth-day", "11", "child.date_of_birth-month", "2", "child.date_of_birth-year", "2018", "child.upn", "U8712")
	b.fill(at+"/family", "family.0.name", "Grace Okoro", "family.0.relationship", "mother", "family.0.lives_with_child", "yes")
	b.fill(at+"/reason", "reason", "Ada’s reading has not moved on in spite of two cycles of support.")
	b.fill(at+"/cycle-0", "cycles.0.start-day", "1", "cycles.0.start-month", "9", "cycles.0.start-year", "2026", "cycles.0.do.0.name", "Phonics in a small group")
	b.fill(at+"/attainment", "attainment.0.subject", "Reading", "attainment.0.value", "82")
	b.upload(at+"/documents", "files", "Provision map.pdf", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
	sent := b.newDraft()
	b.fill(sent+"/child", "child.forenames", "Theo", "child.surname", "Lind", "child.date_of_birth-day", "3", "child.date_of_birth-month", "5", "child.date_of_birth-year", "2017")
	request := strings.TrimSuffix(b.post(sent+"/send", b.opened(sent+"/check")).goesTo(), "/sent")
	pages := map[string]string{"home": "/school", "draft": at, "request": request, "sent": request + "/sent"}
	for _, part := range []string{"child", "family", "needs", "cycles", "cycle-0", "attainment", "attendance", "documents", "document-0", "profile", "services", "review", "check", "drop"} {
		pages[part] = at + "/" + part
	}
	one, two := b.opened(at+"/outcomes"), b.opened(at+"/outcomes")
	one.Set("views.school", "A small class.")
	two.Set("views.school", "A speech therapist in school.")
	b.post(at+"/outcomes", one)
	pages["choose"] = b.post(at+"/outcomes", two).goesTo()
	for name, path := range map[string]string{"colleagues": "/school/colleagues", "upload": "/school/upload", "more": request + "/more"} {
		pages[name] = path
	}
	asked := s.receive(func(r map[string]any) {
		byParent(r)
		r["child"].(map[string]any)["upn"], r["child"].(map[string]any)["forenames"] = "U871200025002", "Harjit"
	})
	pages["reply"] = "/school/requests/" + string(asked.Ref) + "/reply"
	return pages
}

// eyeOnSchools looks at a school’s pages before it has anything, and on the way from a draft to a request.
func eyeOnSchools(e eye) {
	b := e.s.as("nicola.brandt")
	e.look(b, "/", "/school", "/school/tokens")
	pages := schoolPages(e.s, b)
	for _, path := range pages {
		e.look(b, path)
	}
	e.wrong(b, "/school/colleagues", "/school/colleagues")
	e.wrong(b, "/school/upload", "/school/upload")
	e.wrong(b, "/school/tokens", "/school/tokens")
	e.wrong(b, pages["more"], pages["more"])
	e.wrong(b, pages["reply"], pages["reply"])
	unread := b.sendFiles("/school/upload", nil, "request", "from-mis.json", `{"child": {"forenames": "Ada", "surname": "Okoro"}, "religion": "none"}`)
	e.look(b, unread.goesTo(), "/school", "/account")
	e.lookAt(b, "/school/drafts/NONE", http.StatusNotFound)
}

// eyeOnSchoolsAfter looks at what a school has once the family has been told, and at what a link for a reply opens.
func eyeOnSchoolsAfter(e eye) {
	s := e.s
	ref := string(s.refusedAt(statute.Date(2026, time.December, 15).At(10, 0)))
	path := "/school/requests/" + ref
	letter := path + "/letters/decision-not-to-assess-school.school." + decisionSeq(e.t, s, casework.Ref(ref)) + ".1"
	e.look(s.as("nicola.brandt"), path, letter, path+"/feedback")
	officer := s.as("amina.khan")
	e.look(officer, "/cases/"+ref+"/reply-links", "/cases/"+ref)
	asked := s.receive(func(r map[string]any) {
		byParent(r)
		r["child"].(map[string]any)["upn"], r["child"].(map[string]any)["forenames"] = "U871200025002", "Harjit"
	}).Ref
	links := "/cases/" + string(asked) + "/reply-links"
	e.wrong(officer, links, links)
	officer.post(links, url.Values{"whom": {"health"}, "to": {"therapies@nhs.example"}, "once": {"l1"}})
	e.look(officer, links)
	_, query, found := strings.Cut(s.lastNotice().Text, "/answer?token=")
	if !found {
		e.t.Fatalf("no link in %q", s.lastNotice().Text)
	}
	answers := s.browser()
	answers.get("/answer?token=" + strings.Fields(query)[0]) // moves the secret into the session
	e.look(answers, "/answer")
	e.wrong(answers, "/answer", "/answer")
	e.lookAt(s.browser(), "/answer", http.StatusGone)
}
