package council_test

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

// by is somebody of the invented council as a command of the day carries them.
func by(t *testing.T, id casework.PersonID, on statute.Day) casework.Actor {
	t.Helper()
	a, err := council.Invented().Actor(id, on, "")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestConfirms(t *testing.T) {
	chair, officer := by(t, "helen.forsyth", term), by(t, "priya.raman", term)
	clerk, seconded := by(t, "joe.marsh", term), by(t, "tom.whitfield", term)
	present := []casework.PersonID{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter"}
	advised := casework.Recommended{Panel: "send-panel", Present: present, Quorum: 4}
	decided := casework.Decided{DecidedBy: officer.Name, Post: officer.Post, Delegation: *officer.Delegation}

	changed := func(a casework.Actor, change func(*casework.Actor)) casework.Actor { change(&a); return a }
	meeting := func(change func(*casework.Recommended)) casework.Recommended { r := advised; change(&r); return r }
	decision := func(change func(*casework.Decided)) casework.Decided { d := decided; change(&d); return d }

	tests := map[string]struct {
		by   casework.Actor
		on   statute.Day // term where none is given
		body casework.Body
		says []string // none: it is confirmed
	}{
		"the engine issues":    {by: casework.Engine(), body: casework.Issued{}},
		"the engine decides":   {by: casework.Engine(), body: decided, says: []string{"never recorded by the engine"}},
		"nobody at all":        {body: casework.Consulted{}, says: []string{"nobody in the council’s settings"}},
		"officer consults":     {by: by(t, "amina.khan", term), body: casework.Consulted{}},
		"a name that is not":   {by: changed(clerk, func(a *casework.Actor) { a.Name = "Joseph Marsh" }), body: casework.Posted{}, says: []string{"is recorded as Joseph Marsh"}},
		"a role they have not": {by: changed(clerk, func(a *casework.Actor) { a.Roles = append(a.Roles, casework.DecisionMaker) }), body: casework.Posted{}, says: []string{"Joe Marsh does not have the role decision_maker"}},
		"an interest left out": {by: changed(by(t, "lucy.hartley", term), func(a *casework.Actor) { a.Setting = "" }), body: casework.Viewed{Panel: "send-panel"}, says: []string{"works for millbrook-primary"}},

		"member's view":      {by: by(t, "ben.carter", term), body: casework.Viewed{Panel: "send-panel"}},
		"view for no panel":  {by: by(t, "ben.carter", term), body: casework.Viewed{Panel: "tea-party"}, says: []string{"tea-party"}},
		"view by a stranger": {by: by(t, "owen.price", term), body: casework.Viewed{Panel: "send-panel"}, says: []string{"owen.price does not belong"}},

		"recommendation":        {by: chair, body: advised},
		"quorum of another day": {by: chair, body: meeting(func(r *casework.Recommended) { r.Quorum = 3 }), says: []string{"is recorded as 3"}},
		"three and a stranger":  {by: chair, body: meeting(func(r *casework.Recommended) { r.Present = append(present[:3:3], "joe.marsh") }), says: []string{"joe.marsh does not belong", "3 of the Northmere SEND Panel were present"}},
		"three, one twice":      {by: chair, body: meeting(func(r *casework.Recommended) { r.Present = append(present[:3:3], "ben.cater") }), says: []string{"ben.cater is nobody", "3 of the"}},
		"one counted twice":     {by: chair, body: meeting(func(r *casework.Recommended) { r.Present = append(present[:3:3], "helen.forsyth") }), says: []string{"3 of the"}},
		"a substitute":          {by: chair, body: meeting(func(r *casework.Recommended) { r.Present = append(present[:3:3], "yusuf.hassan") })},
		"one seat, two people": {by: chair, body: meeting(func(r *casework.Recommended) {
			r.Present = []casework.PersonID{"helen.forsyth", "esther.boateng", "naomi.clarke", "ben.carter"}
		}), says: []string{"3 of the"}},
		"no psychologist": {by: chair, body: meeting(func(r *casework.Recommended) {
			r.Present = append([]casework.PersonID{"lucy.hartley", "helen.forsyth"}, present[2:]...)
		}), says: []string{"as educational psychologist"}},
		"no health, in writing perhaps": {by: chair, body: meeting(func(r *casework.Recommended) {
			r.Present = []casework.PersonID{"helen.forsyth", "esther.boateng", "lucy.hartley", "ben.carter"}
		})},
		"view by a substitute": {by: by(t, "naomi.clarke", term), body: casework.Viewed{Panel: "send-panel"}},
		"chair was not there": {by: chair, body: meeting(func(r *casework.Recommended) {
			r.Present = []casework.PersonID{"esther.boateng", "grace.mwangi", "ben.carter", "david.achebe"}
		}), says: []string{"does not name helen.forsyth"}},
		"listed":                 {by: clerk, body: casework.Listed{Panel: "send-panel", Name: "Northmere SEND Panel", On: term}},
		"listed for no panel":    {by: clerk, body: casework.Listed{Panel: "tea-party", Name: "Tea Party", On: term}, says: []string{"no panel of the council"}},
		"listed under another":   {by: clerk, body: casework.Listed{Panel: "send-panel", Name: "Tea Party", On: term}, says: []string{"is recorded as"}},
		"advice under another":   {by: chair, body: meeting(func(r *casework.Recommended) { r.Name = "Tea Party" }), says: []string{"is recorded as Tea Party"}},
		"deferred":               {by: chair, body: casework.Deferred{Panel: "send-panel"}},
		"deferred by a clerk":    {by: clerk, body: casework.Deferred{Panel: "send-panel"}, says: []string{"joe.marsh does not belong"}},
		"interest of nobody":     {by: clerk, body: casework.InterestDeclared{Member: "ghost"}, says: []string{"is nobody"}},
		"interest of a member":   {by: clerk, body: casework.InterestDeclared{Member: "ben.carter"}},
		"given to an officer":    {by: by(t, "margaret.ellis", term), body: casework.Reassigned{Officer: "daniel.osei"}},
		"given to a clerk":       {by: by(t, "margaret.ellis", term), body: casework.Reassigned{Officer: "joe.marsh"}, says: []string{"no casework officer"}},
		"given to one who left":  {by: by(t, "margaret.ellis", term), body: casework.Reassigned{Officer: "michelle.farrow"}, says: []string{"no casework officer"}},
		"the engine lists":       {by: casework.Engine(), body: casework.Listed{}},
		"the engine defers":      {by: casework.Engine(), body: casework.Deferred{}, says: []string{"never recorded by the engine"}},
		"decision":               {by: officer, body: decided},
		"decision in one's name": {by: officer, body: decision(func(d *casework.Decided) { d.DecidedBy = "Tom Whitfield" }), says: []string{"names Tom Whitfield"}},
		"delegation has ended": {by: seconded, on: afterPost, body: decision(func(d *casework.Decided) {
			d.DecidedBy, d.Post, d.Delegation = seconded.Name, seconded.Post, *seconded.Delegation
		}), says: []string{"no delegation in force on Wed 1 Sep 2027"}},
		"another paragraph":      {by: changed(officer, func(a *casework.Actor) { a.Delegation = seconded.Delegation }), body: decision(func(d *casework.Decided) { d.Delegation = *seconded.Delegation }), says: []string{"decides under"}},
		"reviewed by an officer": {by: officer, body: decision(func(d *casework.Decided) { d.WithoutPanel = &casework.WithoutPanel{ReviewedBy: "tom.whitfield"} })},
		"reviewed by a school":   {by: officer, body: decision(func(d *casework.Decided) { d.WithoutPanel = &casework.WithoutPanel{ReviewedBy: "owen.price"} }), says: []string{"no officer of the council"}},

		"rule on receipt":               {by: officer, body: casework.Determined{OnReceipt: true}},
		"rule on receipt by another":    {by: seconded, body: casework.Determined{OnReceipt: true}, says: []string{"no rule on receipt in the name of Tom Whitfield"}},
		"determined, and not by a rule": {by: seconded, body: casework.Determined{Why: "so"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			on := test.on
			if on.IsZero() {
				on = term
			}
			err := council.Invented().Confirms(casework.Event{Seq: 2, FellOn: on, RecordedAt: on.At(10, 0), By: test.by, Body: test.body})
			if len(test.says) == 0 {
				if err != nil {
					t.Fatalf("not confirmed: %v", err)
				}
				return
			}
			if casework.AsRefused(err) == nil {
				t.Fatalf("got %v, want a refusal", err)
			}
			for _, says := range test.says {
				if !strings.Contains(err.Error(), says) {
					t.Errorf("got %v, want it to say %q", err, says)
				}
			}
		})
	}
}
