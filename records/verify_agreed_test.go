package records

import (
	"bytes"
	"context"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// agreedBy is a mediation agreement of the day with a day that the parties set, its dates as the law gives them.
func agreedBy(t *testing.T, on, by statute.Day) (casework.MediationEnded, casework.Overturned) {
	t.Helper()
	due := func(rule statute.RuleID, start statute.Day, o ...statute.Option) statute.Dates {
		duty, err := law().Duty(rule)
		if err != nil {
			t.Fatal(err)
		}
		d, err := duty.From(start, append(o, statute.By(statute.FirstClass))...)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	certify := due(casework.RuleCertify, on)
	limits, err := law().AppealLimits(received().AddDays(3), certify.Due)
	if err != nil {
		t.Fatal(err)
	}
	ended := casework.MediationEnded{On: on, How: "agreed", Certify: certify, LastAppeal: limits.Appeal,
		Agreed: []casework.ToKeep{{Task: "agreed-1-1", What: "Pay for the taxi.", By: by, Due: due(casework.RuleAgreed+".agreed", on, statute.Second(by))}}}
	o := statute.Overturned{Matter: statute.AssessmentRefused, How: statute.ByMediation, On: on, Received: received(), Agreed: []statute.Agreed{{Stage: statute.FinalStage, By: by}}}
	clocks, err := law().AfterOverturn(o)
	if err != nil {
		t.Fatal(err)
	}
	return ended, casework.Overturned{How: statute.ByMediation, On: on, Agreed: o.Agreed, Clocks: clocks}
}

// TestDaysThatThePartiesSetAreVerified: T20.agreed is held to the day that the parties set, in what was agreed and in the dates of
// the assessment that follows.
func TestDaysThatThePartiesSetAreVerified(t *testing.T) {
	on, by := received().AddDays(60), received().AddDays(75)
	for name, change := range map[string]func(*casework.MediationEnded, *casework.Overturned){
		"": func(*casework.MediationEnded, *casework.Overturned) {},
		"a later day was set": func(m *casework.MediationEnded, o *casework.Overturned) {
			m.Agreed[0].By, o.Agreed[0].By = by.AddDays(7), by.AddDays(7)
		},
		"no day was set": func(m *casework.MediationEnded, o *casework.Overturned) {
			m.Agreed[0].By, o.Agreed[0].By = statute.Day{}, on
		},
		"agreed on another day": func(m *casework.MediationEnded, o *casework.Overturned) { m.On, o.On = on.AddDays(1), on.AddDays(1) },
		"due later than it gives": func(m *casework.MediationEnded, o *casework.Overturned) {
			m.Agreed[0].Due.Due, o.Clocks[planOf(*o)].WorkTo.Due = by.AddDays(9), by.AddDays(9)
		},
		"the proof is another’s": func(m *casework.MediationEnded, o *casework.Overturned) {
			m.Agreed[0].Due.Proof.Second, o.Clocks[planOf(*o)].WorkTo.Proof.Second = by.AddDays(1), by.AddDays(1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			ended, over := agreedBy(t, on, by)
			change(&ended, &over)
			for _, body := range []casework.Body{ended, over} {
				d := &dossier{}
				d.dates("here", saying(2, body), false)
				if (len(d.faults) > 0) != (name != "") {
					t.Errorf("%s: the faults are %v", body.Kind(), d.faults)
				}
			}
		})
	}
}

func planOf(o casework.Overturned) int {
	for i, c := range o.Clocks {
		if c.Stage == statute.FinalStage {
			return i
		}
	}
	return 0
}

// agreedTampered changes the day that the parties set in the register itself.
func agreedTampered(t *testing.T, p home) {
	r := p.open(t)
	ref := receive(t, r, "a")
	ended, _ := agreedBy(t, received().AddDays(60), received().AddDays(75))
	e := saying(2, ended)
	record(t, r, ref, e)
	mustBeSound(t, r)
	var content []byte
	if err := r.read(context.Background(), func(t tx) error {
		return t.row(context.Background(), `SELECT content FROM contents WHERE chain = ? AND n = 2`, caseChain(ref)).Scan(&content)
	}); err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(content, []byte(received().AddDays(75).String()), []byte(received().AddDays(82).String()), 1)
	p.tamper(t, `UPDATE contents SET content = ? WHERE chain = ? AND n = 2`, changed, caseChain(ref))
	mustName(t, r, place(caseChain(ref), 2))
}
