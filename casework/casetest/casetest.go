// Package casetest builds invented cases for tests: a request, the people, and a case carried to where a test needs it.
package casetest

import (
	"encoding/json"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Ref is the reference of the invented case.
var Ref = casework.NewRef(2026, 412)

// Officer carries the case.
func Officer() casework.Actor {
	return casework.Actor{Person: "amina.khan", Name: "Amina Khan", Post: "SEND casework officer", Roles: []casework.Role{casework.CaseworkOfficer}}
}

// Clerk posts its letters.
func Clerk() casework.Actor {
	return casework.Actor{Person: "joe.marsh", Name: "Joe Marsh", Post: "SEND clerk", Roles: []casework.Role{casework.Clerk}}
}

// Chair chairs its panel.
func Chair() casework.Actor {
	return casework.Actor{Person: "ruth.okafor", Name: "Ruth Okafor", Post: "Principal educational psychologist", Roles: []casework.Role{casework.PanelChair, casework.PanelMember}}
}

// Decider decides it for the council.
func Decider() casework.Actor {
	return casework.Actor{Person: "helen.shaw", Name: "Helen Shaw", Post: "Head of SEND", Roles: []casework.Role{casework.DecisionMaker},
		Delegation: &casework.Delegation{Scheme: "Scheme of Delegation 2026", Paragraph: "4.12", Status: "employed"}}
}

// RequestJSON is a sound request, changed by change.
func RequestJSON(t testing.TB, change func(map[string]any)) []byte {
	t.Helper()
	person := map[string]any{"name": "Harpreet Dhillon", "relationship": "mother", "parental_responsibility": "yes",
		"address": []any{"4 Quay Lane", "Northmere"}, "postcode": "NM1 2AB", "language": "Panjabi", "interpreter": "yes", "call_before_letter": "yes"}
	request := map[string]any{
		"schema": casework.RequestSchema, "received_at": "2026-11-23T09:15:00Z", "channel": "portal", "legal_basis": "s36_1",
		"requester": map[string]any{"type": "school", "name": "Dana Whitlock", "role": "SENCO", "setting": "st-brigids", "email": "senco@stbrigids.example"},
		"child": map[string]any{"surname": "Dhillon", "forenames": "Jaspreet", "date_of_birth": "2018-03-14", "upn": "U871200025001",
			"postcode": "NM1 2AB", "setting": "st-brigids", "year_group": "4"},
		"family": []any{person},
		"reason": "Jaspreet’s reading and talking have not moved on in spite of three cycles of support.",
		"evidence": []any{
			map[string]any{"title": "Provision map", "class": "action_taken", "author": "D Whitlock", "author_role": "SENCO", "date": "2026-10-02"},
			map[string]any{"title": "Speech and language report", "class": "needs", "author": "M Osei", "author_role": "speech and language therapist", "date": "2026-06-11"},
			map[string]any{"title": "Reading ages, 2024 to 2026", "class": "attainment", "date": "2026-10-02"},
		},
	}
	if change != nil {
		change(request)
	}
	data, err := json.Marshal(request)
	if err != nil {
		t.Fatalf("write the request: %v", err)
	}
	return data
}

// Begun is the events with which the invented case begins, its determination on receipt among them.
func Begun(t testing.TB) []casework.Event {
	t.Helper()
	return BegunAs(t, Ref)
}

// BegunAs is [Begun] under another reference.
func BegunAs(t testing.TB, ref casework.Ref) []casework.Event {
	t.Helper()
	request, mends, err := casework.ParseRequest(RequestJSON(t, nil))
	if err != nil {
		t.Fatalf("read the request: %v", err)
	}
	school := casework.Addressee{ID: casework.School, Standing: casework.Setting, Name: "St Brigid’s Primary School", Address: []string{"Mill Road", "Northmere"}, Postcode: "NM2 3CD", Channel: statute.FirstClass}
	decider := Decider()
	events, err := casework.Begin(request, casework.Intake{
		Ref: ref, Council: "Northmere Borough Council", Officer: Officer().Person, School: &school, Setting: "st-brigids", ToMend: mends, Original: "0",
		Warnings: []casework.WarningPoint{{Days: 14, Tell: casework.CaseworkOfficer}, {Days: 7, Tell: casework.ServiceManager}, {Days: 1, Tell: casework.Director}},
		Later: []casework.RuleWarnings{
			{Rule: casework.RuleNoPlan, Points: []casework.WarningPoint{{Days: 28, Tell: casework.CaseworkOfficer}}},
			{Rule: casework.RulePlan, Points: []casework.WarningPoint{{Days: 28, Tell: casework.CaseworkOfficer}, {Days: 7, Tell: casework.ServiceManager}}},
		},
	}, &decider)
	if err != nil {
		t.Fatalf("begin the case: %v", err)
	}
	return events
}

// Considering is the case as it stands on the day of receipt, with an assessment being considered.
func Considering(t testing.TB) casework.Case {
	t.Helper()
	return fold(t, Begun(t))
}

// Until is the case of [RefusedEvents] up to and with the first event of the kind.
func Until(t testing.TB, kind casework.Kind) casework.Case {
	t.Helper()
	events := RefusedEvents(t)
	for i, e := range events {
		if e.Body.Kind() == kind {
			return fold(t, events[:i+1])
		}
	}
	t.Fatalf("the refused case has no event of the kind %s", kind)
	return casework.Case{}
}

func fold(t testing.TB, events []casework.Event) casework.Case {
	t.Helper()
	c, err := casework.Fold(events)
	if err != nil {
		t.Fatalf("fold the case: %v", err)
	}
	return c
}

// Refusal is a reasoned decision not to assess the invented child.
func Refusal() casework.Decide {
	return casework.Decide{Decision: casework.Decision{
		Outcome: casework.NotAssess,
		Findings: []casework.Finding{
			{Limb: casework.Limb8a, Answer: casework.Met, Reason: "Jaspreet has speech, language and reading needs.", ReliedOn: []casework.DocumentID{"E2"}},
			{Limb: casework.Limb8b, Answer: casework.NotMet, Reason: "The support Jaspreet has now is what the school can keep giving, and since it was changed in the spring the reading ages rise steadily.",
				ReliedOn: []casework.DocumentID{"E1", "E3"}, NotReliedOn: []casework.SetAside{{Evidence: "E2", Why: "It was written before the spring’s changes."}},
				AnswerToFamily: "You told us on 27 November that Jaspreet comes home worn out. The school will shorten the afternoon sessions."},
		},
		NextSteps: []string{"The school keeps the daily reading sessions and looks at them with you in March."},
	}}
}

// RefusedEvents is a case from receipt to the day its time for an appeal has ended.
func RefusedEvents(t testing.TB) []casework.Event {
	t.Helper()
	p := &player{t: t, events: Begun(t)}
	november := func(day, hour int) time.Time { return statute.Date(2026, time.November, day).At(hour, 0) }
	december := func(day, hour int) time.Time { return statute.Date(2026, time.December, day).At(hour, 0) }
	p.issue(november(23, 10))
	p.post(november(23, 15))
	p.do(november(24, 10), Officer(), casework.Consult{Whom: "family", How: "call", Asked: statute.Date(2026, time.November, 24)})
	p.do(november(27, 10), Officer(), casework.Consult{Whom: "family", How: "call", Asked: statute.Date(2026, time.November, 24), Received: true, Views: "Jaspreet comes home worn out."})
	p.do(november(27, 11), Officer(), casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2", "E3"}, See: []casework.Party{casework.TheFamily}})
	p.do(november(30, 10), Officer(), casework.List{Panel: "send-panel", Name: "Northmere SEND Panel", On: statute.Date(2026, time.December, 8)})
	p.do(december(4, 10), Chair(), casework.RecordView{Panel: "send-panel", Findings: Refusal().Findings})
	p.do(december(8, 11), Chair(), casework.Recommend{Panel: "send-panel", Outcome: casework.NotAssess, Present: []casework.PersonID{"ruth.okafor", "a", "b", "c"}, Quorum: 4, Reasons: "The support works."})
	p.do(december(9, 10), Decider(), Refusal())
	p.do(december(9, 10), Officer(), casework.RecordCall{Addressee: "family-1", Reached: true, Interpreter: "Northmere Interpreting", Said: "The decision and the right to appeal were explained."})
	p.issue(december(9, 11))
	p.post(december(9, 15))
	p.issue(december(9, 16))
	p.post(december(9, 17))
	p.pass(statute.Date(2027, time.June, 30))
	return p.events
}

// player carries a case forward as the workflow would.
type player struct {
	t      testing.TB
	events []casework.Event
}

func (p *player) add(events []casework.Event, err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatalf("play the case: %v", err)
	}
	p.events = append(p.events, events...)
}

func (p *player) do(at time.Time, by casework.Actor, act casework.Act) {
	p.t.Helper()
	key := string(act.Kind()) + at.Format(time.RFC3339)
	p.add(fold(p.t, p.events).Do(casework.Command{Key: key, By: by, Act: act}, at))
}

func (p *player) issue(at time.Time) {
	p.t.Helper()
	c := fold(p.t, p.events)
	for _, owing := range c.Owed() {
		for _, key := range owing.Letters {
			issued := casework.Issued{Letter: key, SHA256: "0", Dated: statute.DayOf(at), By: statute.FirstClass}
			p.add(fold(p.t, p.events).Record([]casework.Body{issued}, casework.Engine(), at), nil)
		}
	}
}

func (p *player) post(at time.Time) {
	p.t.Helper()
	for _, l := range fold(p.t, p.events).Letters {
		if l.State == casework.LetterIssued {
			p.add(fold(p.t, p.events).Do(casework.Command{Key: "post " + l.Key.String(), By: Clerk(), Act: casework.ConfirmPosted{Letter: l.Key, On: statute.DayOf(at)}}, at))
		}
	}
}

func (p *player) pass(until statute.Day) {
	p.t.Helper()
	for {
		c := fold(p.t, p.events)
		next, ok := c.Next()
		if !ok || next.On.After(until) {
			return
		}
		p.add(c.Pass(next.On.Start()), nil)
	}
}
