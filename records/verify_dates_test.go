package records

import (
	"context"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// datesRecomputed records events whose chain is in order and whose dates are not what the law gives: each is named.
func datesRecomputed(t *testing.T, p home) {
	r := p.open(t)
	ref := receive(t, r, "as the law has it")
	limits, err := law().AppealLimits(received().AddDays(3), statute.Day{})
	if err != nil {
		t.Fatal(err)
	}
	notice := casework.NoticeGiven{Rule: casework.RuleDecide, On: received().AddDays(3),
		Mediation: &limits.Mediation, Appeal: &limits.Appeal, LastAppeal: &limits.Appeal}
	late, moved := notice, notice
	late.Appeal, moved.On = later(limits.Appeal), notice.On.AddDays(1)
	tested, err := from(casework.RuleDecide).Test(statute.Claim{
		Limb: "reg 5(4)(c)", Ground: statute.Circumstances, Facts: "the child was in hospital", From: received().AddDays(2),
		ImpracticalBecause: "nobody could see the child", Evidence: []string{"E1"}, Author: "Odette Marsh", ClaimedOn: received().AddDays(4),
	})
	if err != nil {
		t.Fatal(err)
	}
	record(t, r, ref, saying(2, notice),
		saying(3, casework.ExceptionClaimed{Tested: tested}))
	if report := verified(t, r); !report.Sound() || report.Dates != 7 {
		t.Errorf("dates as the law has them give %+v", report)
	}
	if err := r.Dispose(context.Background(), ref, 3, "adoption", "records-manager"); err != nil {
		t.Fatal(err)
	}
	if report := verified(t, r); !report.Sound() || report.Dates != 6 {
		t.Errorf("with the facts of the exception destroyed: %+v", report)
	}
	for name, c := range map[string]struct {
		change func(*casework.Opened)
		body   casework.Body
		says   string
	}{
		"a later due day":               {change: func(o *casework.Opened) { o.Decide.Due = o.Decide.Due.AddDays(7) }, says: "opened.Decide do not come out the same"},
		"another day for posting":       {change: func(o *casework.Opened) { o.Plan.SendBy = o.Plan.SendBy.AddDays(-1) }, says: "opened.Plan do not come out the same"},
		"a proof with a step taken out": {change: func(o *casework.Opened) { o.NoPlan.Proof.Steps = o.NoPlan.Proof.Steps[1:] }, says: "opened.NoPlan do not come out the same"},
		"a rule set that never was":     {change: func(o *casework.Opened) { o.Decide.Proof.RuleSet = "invented" }, says: "opened.Decide do not come out the same"},
		"dates of another day":          {change: func(o *casework.Opened) { o.Received = o.Received.AddDays(1) }, says: "the event says"},
		"no date where one belongs":     {change: func(o *casework.Opened) { o.Plan = statute.Dates{} }, says: "opened.Plan do not come out the same"},
		"a family's limit":              {body: late, says: "Appeal do not come out the same"},
		"an appeal from another day":    {body: moved, says: "the event says"},
		"a certificate's limit":         {body: casework.CertificateIssued{On: received().AddDays(9), Appeal: limits.Appeal}, says: "the certificate of"},
		"an exception that was widened": {body: casework.ExceptionClaimed{Tested: widened(tested)}, says: "its exception does not come out the same"},
	} {
		t.Run(name, func(t *testing.T) {
			ref, changes, entry := casework.Ref(""), []func(*casework.Opened){}, int64(1)
			if c.change != nil {
				changes = append(changes, c.change)
			}
			ref = receive(t, r, name, changes...)
			if c.body != nil {
				record(t, r, ref, saying(2, c.body))
				entry = 2
			}
			mustSay(t, r, place(caseChain(ref), entry), c.says)
		})
	}
}

// saying is an event with a body of its own.
func saying(seq int, body casework.Body) casework.Event {
	e := next(seq, "", "")
	e.Body = body
	return e
}

func later(d statute.Dates) *statute.Dates {
	d.Due = d.Due.AddDays(1)
	return &d
}

func widened(t statute.Tested) statute.Tested {
	t.Qualifies = !t.Qualifies
	return t
}

func mustSay(t testing.TB, r *Register, where, what string) {
	t.Helper()
	faults := verified(t, r).Faults
	for _, f := range faults {
		if f.Where == where && strings.Contains(f.What, what) {
			return
		}
	}
	t.Errorf("nothing says %q of %s among the faults %v", what, where, faults)
}

// TestDatesOfACaseAsItIsMade holds the dates of a whole refused case, made as the service makes it.
func TestDatesOfACaseAsItIsMade(t *testing.T) {
	d := &dossier{}
	for _, e := range casetest.RefusedEvents(t) {
		for _, as := range []casework.Event{e, standIn(e)} { // what is left after a disposal has its dates still
			d.dates("here", as, false)
		}
	}
	if len(d.faults) > 0 || d.recomputed < 6 {
		t.Errorf("%d dates were recomputed, with the faults %v", d.recomputed, d.faults)
	}
}
