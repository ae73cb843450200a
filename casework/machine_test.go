package casework_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// TestWhateverPeopleDo lets people give commands in any order on any day, and holds the case against a simple model: what
// a lawyer would say may never happen.
func TestWhateverPeopleDo(t *testing.T) {
	whole := casetest.RefusedEvents(t)
	begun, recommended := casetest.Begun(t), whole[:casetest.Until(t, casework.KindRecommended).Seq]
	rapid.Check(t, func(r *rapid.T) {
		m := newMachine(r, rapid.SampledFrom([][]casework.Event{begun, recommended}).Draw(r, "start"))
		r.Repeat(map[string]func(*rapid.T){
			"a day or more passes": m.passDays,
			"letters are printed":  m.print,
			"letters are posted":   m.post,
			"somebody acts":        m.act,
			"":                     m.invariants,
		})
	})
}

// machine is the case as it goes, and the little that the model remembers.
type machine struct {
	c      casework.Case
	events []casework.Event
	now    time.Time
	n      int
}

func newMachine(r *rapid.T, begun []casework.Event) *machine {
	c, err := casework.Fold(begun)
	if err != nil {
		r.Fatal(err)
	}
	return &machine{c: c, events: append([]casework.Event(nil), begun...), now: begun[len(begun)-1].RecordedAt}
}

func (m *machine) happen(r *rapid.T, events []casework.Event) {
	after, err := m.c.Apply(events...)
	if err != nil {
		r.Fatalf("what was given does not follow: %v", err)
	}
	m.c, m.events = after, append(m.events, events...)
}

func (m *machine) passDays(r *rapid.T) {
	m.now = m.now.AddDate(0, 0, rapid.IntRange(1, 9).Draw(r, "days"))
	for {
		events := m.c.Pass(m.now)
		if len(events) == 0 {
			return
		}
		m.happen(r, events)
	}
}

func (m *machine) print(r *rapid.T) {
	for _, owing := range m.c.Owed() {
		for _, key := range owing.Letters {
			m.happen(r, m.c.Record([]casework.Body{casework.Issued{Letter: key, SHA256: "0", Dated: statute.DayOf(m.now), By: statute.FirstClass}}, casework.Engine(), m.now))
		}
	}
}

func (m *machine) post(r *rapid.T) {
	for _, key := range m.c.Printed() {
		if m.c.Closed() {
			return
		}
		m.n++
		events, err := m.c.Do(casework.Command{Key: fmt.Sprint("key ", m.n), By: casetest.Clerk(), Act: casework.ConfirmPosted{Letter: key, On: statute.DayOf(m.now)}}, m.now)
		if err != nil {
			r.Fatalf("a printed letter cannot be posted: %v", err)
		}
		m.happen(r, events)
	}
}

// act lets somebody do something, lawful or not. What is refused must say why, and change nothing.
func (m *machine) act(r *rapid.T) {
	for range rapid.IntRange(1, 8).Draw(r, "acts") {
		m.actOnce(r)
	}
}

func (m *machine) actOnce(r *rapid.T) {
	m.n++
	act := rapid.SampledFrom(m.acts(r, statute.DayOf(m.now))).Draw(r, "act")
	key := m.n
	if rapid.IntRange(0, 9).Draw(r, "an old key") == 0 {
		key = rapid.IntRange(1, m.n).Draw(r, "key")
	}
	cmd := casework.Command{Key: fmt.Sprint("key ", key), By: m.somebody(r, act), Act: act}
	events, err := m.c.Do(cmd, m.now)
	if err != nil {
		by, refused := cmd.By, casework.AsRefused(err)
		if refused == nil || len(refused.Gaps) == 0 || len(events) != 0 {
			r.Fatalf("%s by %s: %d events and %v, want a refusal that names its gaps", act.Kind(), by.Person, len(events), err)
		}
		return
	}
	m.happen(r, events)
}

// somebody is mostly a person whose act it is, and now and then another.
func (m *machine) somebody(r *rapid.T, act casework.Act) casework.Actor {
	people := []casework.Actor{casetest.Officer(), casetest.Clerk(), casetest.Chair(), casetest.Decider(), manager()}
	if rapid.IntRange(0, 4).Draw(r, "the wrong person") > 0 {
		people = slices.DeleteFunc(people, func(a casework.Actor) bool {
			rule := casework.Rules()[slices.IndexFunc(casework.Rules(), func(r casework.Rule) bool { return r.Act == act.Kind() })]
			return !slices.ContainsFunc(rule.By, func(g casework.Grant) bool { return a.Has(g.Role) })
		})
	}
	return rapid.SampledFrom(people).Draw(r, "by")
}

func manager() casework.Actor {
	return casework.Actor{Person: "margaret.ellis", Name: "Margaret Ellis", Roles: []casework.Role{casework.ServiceManager}}
}

func (m *machine) acts(r *rapid.T, today statute.Day) []casework.Act {
	soon := today.AddDays(rapid.IntRange(0, 10).Draw(r, "soon"))
	acts := []casework.Act{
		casework.ServeDraft{On: today, By: statute.Email}, casework.EndAssessment{How: casework.FinalPlan, On: today}, casework.EndAssessment{How: casework.NoPlan, On: today},
		casework.Determine{}, casework.Consult{Whom: "family", How: "call", Asked: today}, casework.MarkUrgent{Reason: casework.InHospital, Facts: "In hospital."},
		casework.List{Panel: "panel", On: soon}, casework.DeclareInterest{What: "A friend of the family."},
		casework.RecordView{Panel: "panel", Findings: casetest.Refusal().Findings}, casework.Defer{Panel: "panel", Until: soon, Why: "A report is awaited."},
		casework.Recommend{Panel: "panel", Outcome: casework.NotAssess, Present: []casework.PersonID{"a", "b"}, Quorum: 2, Reasons: "The support works."},
		casetest.Refusal(), casework.Decide{Decision: casework.Decision{Outcome: casework.Assess, Findings: []casework.Finding{
			{Limb: casework.Limb8a, Answer: casework.Met, Reason: "Needs are plain."}, {Limb: casework.Limb8b, Answer: casework.Met, ReliedOn: []casework.DocumentID{"E1"}}}}},
		casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2", "E3"}, See: []casework.Party{casework.TheFamily}},
		casework.RecordCall{Addressee: "family-1"}, casework.EndAddressee{Addressee: "family-1", Why: "An order of the court."},
		casework.SetAddressee{Why: "Confirmed by telephone.", Addressee: casework.Addressee{Standing: casework.Parent, Name: "B Carer", Address: []string{"1 Mill Road"}, Postcode: "NM1 2AB"}},
		casework.RecordCertificate{On: today}, casework.Reassign{Officer: "daniel.osei"},
		casework.TellDelay{Why: "It takes longer.", ExpectBy: soon}, casework.StopUpdates{Addressee: "family-1", Resume: today.Sub(soon)%2 == 0},
	}
	if rapid.IntRange(0, 40).Draw(r, "an end") == 0 {
		acts = append(acts, casework.Withdraw{ConfirmedBy: "family-1", SuggestedBy: "family"}, casework.RecordDeath{On: today}, casework.TransferOut{On: today, To: "Another council"})
	}
	for _, key := range m.c.Printed() {
		acts = append(acts, casework.ConfirmPosted{Letter: key, On: today})
	}
	if n := len(m.c.Letters); n > 0 {
		letter := m.c.Letters[rapid.IntRange(0, n-1).Draw(r, "letter")].Key
		how := rapid.SampledFrom([]casework.Mending{casework.MendCorrected, casework.MendAgain, casework.MendWithdrawn}).Draw(r, "how")
		acts = append(acts, casework.MendLetter{Letter: letter, How: how, Why: "A number was wrong."})
	}
	return acts
}

// invariants is the model.
func (m *machine) invariants(r *rapid.T) {
	count := map[casework.Kind]int{}
	noticeAt, decidedAt := 0, 0
	assessment := map[casework.Kind]int{}
	for i, e := range m.events {
		kind := e.Body.Kind()
		count[kind]++
		if ofAssessment(e.Body) {
			assessment[kind]++
			count[kind]--
		}
		if e.Seq != i+1 {
			r.Fatalf("event %d stands in place %d", e.Seq, i+1)
		}
		switch b := e.Body.(type) {
		case casework.Decided:
			decidedAt = e.Seq
		case casework.NoticeGiven:
			noticeAt = e.Seq
			if decidedAt == 0 {
				r.Fatal("notice was given of a decision that was not made")
			}
		case casework.Breached:
			if !e.FellOn.After(b.Due) || noticeAt > 0 && b.For == "" {
				r.Fatalf("a breach fell on %s; due %s, notice in event %d", e.FellOn, b.Due, noticeAt)
			}
		case casework.Issued:
			if b.Letter.Kind == casework.SchoolNotAssessLetter && noticeAt == 0 {
				r.Fatal("the school was told before the family")
			}
		}
	}
	for _, once := range []casework.Kind{casework.KindOpened, casework.KindDecided, casework.KindNoticeGiven, casework.KindBreached, casework.KindSendByPassed, casework.KindClosed, casework.KindAgeSwitched} {
		if count[once] > 1 {
			r.Fatalf("%s happened %d times", once, count[once])
		}
	}
	if assessment[casework.KindBreached] > 1 || assessment[casework.KindSendByPassed] > 2 || count[casework.KindAssessmentEnded] > 1 {
		r.Fatalf("of the assessment happened %v, and it ended %d times", assessment, count[casework.KindAssessmentEnded])
	}
	if plan, owed := m.c.OutcomeBy(casework.FinalPlan); owed && statute.DayOf(m.now).After(plan.Due) && m.c.At(casework.FinalPlan).Breached.IsZero() && len(m.c.Pass(m.now)) == 0 {
		r.Fatalf("on %s, after %s, nothing says that the plan is late", statute.DayOf(m.now), plan.Due)
	}
	if m.c.Closed() && (len(m.c.Owed()) > 0 || len(m.c.Printed()) > 0 && m.c.NoticeGiven == nil) {
		r.Fatalf("a closed case still owes %v or has printed %v", m.c.Owed(), m.c.Printed())
	}
	if due := m.c.Opened.Decide.Due; m.c.NoticeGiven == nil && !m.c.Closed() && m.c.Stage != casework.StageWithdrawn && m.c.Stage != casework.StageEnded && statute.DayOf(m.now).After(due) && m.c.BreachedOn.IsZero() {
		if len(m.c.Pass(m.now)) == 0 {
			r.Fatalf("on %s, after %s, nothing says that the limit was missed", statute.DayOf(m.now), due)
		}
	}
	m.sameFromTheStart(r)
}

// ofAssessment reports whether what a limit brought is about the outcome of an assessment, not about the decision.
func ofAssessment(b casework.Body) bool {
	switch b := b.(type) {
	case casework.SendByPassed:
		return b.For != ""
	case casework.Breached:
		return b.For != ""
	}
	return false
}

// sameFromTheStart rebuilds the case from its events as the register keeps them, and from the light ones that a workflow
// carries: all three are the same case.
func (m *machine) sameFromTheStart(r *rapid.T) {
	want := mustJSON(r, m.c)
	var stored, light []casework.Event
	for _, e := range m.events {
		var back casework.Event
		if err := json.Unmarshal(mustJSON(r, e), &back); err != nil {
			r.Fatal(err)
		}
		stored, light = append(stored, back), append(light, e.Light())
	}
	for name, events := range map[string][]casework.Event{"stored": stored, "light": light} {
		c, err := casework.Fold(events)
		if err != nil {
			r.Fatalf("fold the %s events: %v", name, err)
		}
		if got := mustJSON(r, c); string(got) != string(want) {
			r.Fatalf("the case from the %s events differs:\n%s\n%s", name, got, want)
		}
	}
}

func mustJSON(r *rapid.T, v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		r.Fatal(err)
	}
	return data
}
