package records

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"

	"sendpanel/casework"
	"sendpanel/statute"
)

// dates recomputes every statutory date that the event says, from its facts and its rule set, and notes what does not
// come out the same, byte for byte. A link proves only that the event is the one that was recorded; this proves that
// what was recorded is what the law gives.
func (d *dossier) dates(where string, e casework.Event, left bool) {
	for _, found := range datesIn(reflect.ValueOf(e.Body), string(e.Body.Kind())) {
		d.recomputed++
		if found.dates.Verify() != nil {
			d.faultf(where, "its dates %s do not come out the same when they are recomputed: %s", found.at, differs(found.dates))
		}
	}
	for _, f := range factsOf(e.Body) {
		if f.stored != f.fact {
			d.faultf(where, "its dates %s were computed from %s, and the event says %s", f.at, f.stored, f.fact)
		}
	}
	switch b := e.Body.(type) {
	case casework.Opened:
		d.runs(b.Decide, b.NoPlan, b.Plan)
	case casework.FurtherRequest:
		if b.Clock != nil {
			d.runs(b.Clock.Decide, b.Clock.NoPlan, b.Clock.Plan)
		}
	case casework.Overturned:
		for _, c := range b.Clocks {
			d.runs(c.WorkTo)
		}
	case casework.ExceptionClaimed:
		if left {
			return // its facts were destroyed, so that nobody can hold them against the dates again
		}
		d.recomputed++
		if !testsAs(d.limits[b.Tested.Rule], b.Tested) {
			d.faultf(where, "its exception does not come out the same when it is tested again against the case's dates")
		}
	}
}

// runs notes limits that run from now on.
func (d *dossier) runs(limits ...statute.Dates) {
	if d.limits == nil {
		d.limits = map[statute.RuleID]statute.Dates{}
	}
	for _, l := range limits {
		d.limits[l.Rule] = l
	}
}

func (d *dossier) faultf(where, what string, args ...any) {
	d.faults = append(d.faults, Fault{Where: where, What: fmt.Sprintf(what, args...)})
}

// differs says in a few words in what way dates are not what their facts give.
func differs(d statute.Dates) string {
	again, err := d.Proof.Recompute()
	switch {
	case err != nil:
		return err.Error()
	case again.Due != d.Due:
		return fmt.Sprintf("%s from %s is due on %s, and %s is stored", d.Proof.Rule, d.Proof.Start, again.Due, d.Due)
	case again.SendBy != d.SendBy:
		return fmt.Sprintf("%s from %s is to be sent by %s, and %s is stored", d.Proof.Rule, d.Proof.Start, again.SendBy, d.SendBy)
	}
	return fmt.Sprintf("%s from %s is due on the day that is stored, and the rest or its proof is another", d.Proof.Rule, d.Proof.Start)
}

// testsAs reports whether a claim held against the dates again gives what is stored, byte for byte.
func testsAs(d statute.Dates, stored statute.Tested) bool {
	again, err := d.Test(stored.Claim)
	if err != nil {
		return false
	}
	was, err1 := json.Marshal(stored)
	is, err2 := json.Marshal(again)
	return err1 == nil && err2 == nil && bytes.Equal(was, is)
}

// datesAt are dates with their place in an event.
type datesAt struct {
	at    string
	dates statute.Dates
}

// datesIn finds dates wherever they are in a value, so that a kind of event that comes later is verified too.
func datesIn(v reflect.Value, at string) []datesAt {
	if !v.IsValid() || !v.CanInterface() {
		return nil
	}
	if d, ok := v.Interface().(statute.Dates); ok {
		return []datesAt{{at, d}}
	}
	var found []datesAt
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			found = datesIn(v.Elem(), at)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			found = append(found, datesIn(v.Field(i), at+"."+v.Type().Field(i).Name)...)
		}
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return nil
		}
		for i := range v.Len() {
			found = append(found, datesIn(v.Index(i), fmt.Sprintf("%s[%d]", at, i))...)
		}
	case reflect.Map:
		for i := v.MapRange(); i.Next(); {
			found = append(found, datesIn(i.Value(), fmt.Sprintf("%s[%v]", at, i.Key()))...)
		}
	}
	return found
}

// fact is what dates were computed from, beside what the event itself says of it.
type fact struct{ at, stored, fact string }

// factsOf ties the dates of an event to its own facts. Dates that agree with themselves can still be those of another
// day or another rule.
func factsOf(body casework.Body) []fact {
	from := func(at string, d statute.Dates, rule statute.RuleID, start statute.Day) fact {
		return fact{at, fmt.Sprintf("%s of %s", d.Proof.Rule, d.Proof.Start), fmt.Sprintf("%s of %s", rule, start)}
	}
	clocks := func(received statute.Day, decide, noPlan, plan statute.Dates) []fact {
		return []fact{
			from("Decide", decide, casework.RuleDecide, received), from("NoPlan", noPlan, casework.RuleNoPlan, received),
			from("Plan", plan, casework.RulePlan, received),
		}
	}
	switch b := body.(type) {
	case casework.Opened:
		return clocks(b.Received, b.Decide, b.NoPlan, b.Plan)
	case casework.FurtherRequest:
		if b.Clock != nil {
			return clocks(b.Received, b.Clock.Decide, b.Clock.NoPlan, b.Clock.Plan)
		}
	case casework.NoticeGiven:
		var facts []fact
		for _, d := range []*statute.Dates{b.Mediation, b.Appeal, b.LastAppeal} {
			if d != nil {
				facts = append(facts, from(string(d.Rule), *d, d.Rule, b.On))
			}
		}
		return facts
	case casework.DraftServed:
		served, err := b.By.Deemed(b.On)
		if err != nil {
			return []fact{{"Reply", string(b.By), "a way to send it"}}
		}
		return []fact{from("Reply", b.Reply, casework.RuleDraftReply, served)}
	case casework.AssessmentEnded:
		return []fact{from("Mediation", b.Mediation, casework.RuleMediation, b.On), from("Appeal", b.Appeal, casework.RuleAppeal, b.On), from("LastAppeal", b.LastAppeal, casework.RuleAppeal, b.On)}
	case casework.NoticeCorrected:
		var facts []fact
		for _, d := range []*statute.Dates{b.Mediation, b.Appeal, b.LastAppeal, b.Certified} {
			if d != nil {
				facts = append(facts, from(string(d.Rule), *d, d.Rule, b.On))
			}
		}
		return facts
	case casework.MediationRecorded:
		return []fact{from("Held", b.Held, casework.RuleMediate, b.On)}
	case casework.MediationEnded:
		return endingFacts(b)
	case casework.AppealRecorded:
		if b.Respond != nil {
			return []fact{from("Respond", *b.Respond, casework.RuleRespond, b.On)}
		}
	case casework.Overturned:
		var facts []fact
		if b.Tell != nil {
			facts = append(facts, from("Tell", *b.Tell, b.Tell.Rule, b.On))
		}
		for _, c := range b.Clocks {
			for _, r := range c.Readings {
				if r.Dates.Rule != casework.RuleNoPlan && r.Dates.Rule != casework.RulePlan { // those run from the request
					facts = append(facts, from(string(c.Stage), r.Dates, r.Dates.Rule, b.On))
				}
			}
		}
		return append(facts, agreedFacts(b)...)
	case casework.CertificateIssued:
		return []fact{{"Appeal", "the certificate of " + b.Appeal.Proof.Second.String(), "the certificate of " + b.On.String()}}
	}
	return nil
}
