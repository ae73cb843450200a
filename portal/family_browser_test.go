package portal

import (
	"net/http"
	"net/url"
	"strings"

	"sendpanel/casework"
)

// familyPages are the paths of a family’s pages, under the case.
func familyPages() []string {
	return strings.Fields("/dates /letters /papers /school-note /rights /views /add /reach /reach/contact /tell/call /tell/urgent /tell/withdraw /tell/helper /tell/other /held")
}

// eyeOnFamilies looks at the pages of a family that has been refused, and of one that waits.
func eyeOnFamilies(e eye) {
	young := e.s.receive(millbrook("U871200025001", "Harjit")).Ref
	ref := refused(e.t, e.s)
	c, err := e.s.desk.Case(e.t.Context(), ref)
	e.try(err)
	b, at := e.s.family(ref, "family-1"), familyPath(ref)
	e.look(b, at)
	for _, path := range familyPages() {
		e.look(b, at+path)
	}
	for _, l := range c.Letters {
		if l.Key.Kind == casework.NotAssessLetter {
			e.look(b, letterPath(ref, l.Key))
		}
	}
	e.look(b, "/account", "/accessibility")
	for _, path := range strings.Fields("/views /reach/contact /tell/other") {
		e.wrong(b, at+path, at+path)
	}
	e.lookAt(b, at+"/letters/none/1/1", http.StatusNotFound)
	if got := b.post(at+"/reach/contact", url.Values{"channel": {"email"}, "contact": {"new@example.org"}}); got.status == http.StatusSeeOther {
		e.look(b, got.goesTo())
		e.wrong(b, got.goesTo(), at+"/reach/contact/codes")
	} else {
		e.t.Errorf("a new contact is answered with %d: %s", got.status, got.body)
	}
	ended := e.s.receive(millbrook("U871200025003", "Manjit")).Ref
	e.s.post(ended)
	e.s.do(ended, "amina.khan", casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family"})
	e.s.post(ended)
	gone := e.s.family(ended, "family-1")
	e.look(gone, familyPath(ended), familyPath(ended)+"/tell/call")
	e.look(e.s.family(young, "family-1"), familyPath(young), familyPath(young)+"/letters", familyPath(young)+"/papers")
}

// eyeOnFamiliesIn looks at the pages of a family that reads another language, signed out, signed in and refused.
func eyeOnFamiliesIn(language string) func(eye) {
	return func(e eye) {
		ref := refused(e.t, e.s)
		outside := e.s.browser()
		outside.get("/?lang=" + language)
		e.look(outside, "/", "/sign-in/family", "/ask", "/how-requests-work", "/dates-and-rights", "/cookies")
		b, at := e.s.familyIn(language, ref, "family-1"), familyPath(ref)
		e.look(b, at)
		for _, path := range familyPages() {
			e.look(b, at+path)
		}
		e.wrong(b, at+"/views", at+"/views")
		e.lookAt(b, at+"/letters/none/1/1", http.StatusNotFound)
	}
}

// eyeOnAsking looks at the questions of somebody who asks without an account, and at the receipt.
func eyeOnAsking(e eye) {
	b := e.s.browser()
	e.look(b, "/ask", "/ask/return")
	e.wrong(b, "/ask/return", "/ask/return")
	if got := b.post("/ask", nil); got.status != http.StatusUnprocessableEntity {
		e.t.Errorf("nothing was sent and is answered with %d", got.status)
	}
	b.asks(e.t, aParent()...)
	for _, name := range strings.Fields("who name reach address child born school reason speak safe") {
		e.look(b, "/ask/"+name)
	}
	e.look(b, "/ask/check")
	b.post("/ask/safe", url.Values{"then": {"later"}})
	e.look(b, "/ask/kept")
	b.post("/ask", url.Values{"once": {"one"}})
	e.look(b, "/ask/received")
}
