package workflows_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/testsuite"
	"go.temporal.io/sdk/workflow"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
	"sendpanel/workflows"
)

// shelf is a register in memory. It fails as often as it is told to.
type shelf struct {
	mu       sync.Mutex
	events   []casework.Event
	failures int
	left     casework.PersonID // somebody who no longer works for the council
	before   func(s *shelf)    // runs once, before the next recording
}

func (s *shelf) Events(context.Context, casework.Ref) ([]casework.Event, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]casework.Event(nil), s.events...), nil
}

func (s *shelf) Record(_ context.Context, ref casework.Ref, events []casework.Event) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.failures > 0 {
		s.failures--
		return errors.New("the register is away")
	}
	if s.before != nil {
		before := s.before
		s.before = nil
		before(s)
	}
	for _, e := range events {
		if s.left != "" && e.By.Person == s.left {
			return &casework.Refused{Gaps: []casework.Gap{{Path: "by", What: e.By.Name + " no longer works here."}}}
		}
	}
	if events[0].Seq != len(s.events)+1 {
		return fmt.Errorf("event %d of %s: %w", events[0].Seq, ref, activities.ErrConflict)
	}
	s.events = append(s.events, events...)
	return nil
}

func (s *shelf) MarkAwake(casework.Ref) {}

func (s *shelf) kinds() []casework.Kind {
	var kinds []casework.Kind
	for _, e := range s.events {
		kinds = append(kinds, e.Body.Kind())
	}
	return kinds
}

// press writes and posts letters, but for those it cannot.
type press struct {
	mu      sync.Mutex
	cannot  casework.LetterKind
	look    casework.LetterKind // to be looked at before it goes
	far     bool                // a carrier outside takes the letters
	fails   int                 // how often writing fails before it does not
	writes  int
	printed []string
	taken   []string
}

func (p *press) Write(_ context.Context, _ casework.Ref, keys []casework.LetterKey, on statute.Day) ([]activities.Written, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.writes++; p.writes <= p.fails {
		return nil, errors.New("the disk is full")
	}
	written := make([]activities.Written, len(keys))
	for i, key := range keys {
		written[i] = activities.Written{PDF: []byte("%PDF"), SHA256: "0", Dated: on}
		if key.Kind == p.cannot {
			written[i] = activities.Written{Cannot: &activities.CannotIssue{Why: "The mediation adviser is missing."}}
		}
		if key.Kind == p.look {
			written[i].Look = "Nobody has confirmed the mediation adviser."
		}
	}
	return written, nil
}

func (p *press) Hand(_ context.Context, _ casework.Ref, letters []activities.Outgoing) ([]activities.Handed, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	handed := make([]activities.Handed, len(letters))
	for i, l := range letters {
		p.printed = append(p.printed, l.Letter.String())
		handed[i].By = statute.FirstClass
	}
	return handed, nil
}

func (p *press) Near(context.Context, casework.Ref, []casework.LetterKey) (bool, error) {
	return !p.far, nil
}

func (p *press) Withdraw(_ context.Context, _ casework.Ref, key casework.LetterKey) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.taken = append(p.taken, key.String())
	return nil
}

// stage is one case on the test environment.
type stage struct {
	*testsuite.TestWorkflowEnvironment
	t     *testing.T
	shelf *shelf
	press *press
}

func newStage(t *testing.T) *stage {
	t.Helper()
	var suite testsuite.WorkflowTestSuite
	s := &stage{TestWorkflowEnvironment: suite.NewTestWorkflowEnvironment(), t: t, shelf: &shelf{events: casetest.Begun(t)}, press: &press{}}
	s.SetStartTime(statute.Date(2026, time.November, 23).At(9, 30))
	return s
}

func (s *stage) play() error {
	s.t.Helper()
	cases := &activities.Cases{Register: s.shelf}
	s.RegisterWorkflowWithOptions(workflows.NeedsAssessment, workflow.RegisterOptions{Name: workflows.Journey})
	s.RegisterActivity(cases)
	s.RegisterActivity(&activities.Letters{Writer: s.press, Door: s.press, Cases: cases})
	s.ExecuteWorkflow(workflows.Journey, workflows.Opening{Ref: casetest.Ref, Resume: len(s.shelf.events)})
	return s.GetWorkflowError()
}

// at gives a command on a day at ten in the morning, and keeps what became of it.
func (s *stage) at(on statute.Day, by casework.Actor, act casework.Act) *answer {
	return s.keyed(string(act.Kind())+" "+on.String()+fmt.Sprint(act), on, by, act)
}

func (s *stage) keyed(key string, on statute.Day, by casework.Actor, act casework.Act) *answer {
	a := &answer{}
	s.RegisterDelayedCallback(func() {
		s.UpdateWorkflow(workflows.Do, key, a, casework.Command{Key: key, By: by, Act: act})
	}, on.At(10, 0).Sub(statute.Date(2026, time.November, 23).At(9, 30)))
	return a
}

// answer is what somebody who gave a command was told.
type answer struct {
	rejected error
	failed   error
	done     activities.Done
}

func (a *answer) Accept()          {}
func (a *answer) Reject(err error) { a.rejected = err }
func (a *answer) Complete(value any, err error) {
	a.failed = err
	if done, ok := value.(activities.Done); ok {
		a.done = done
	}
}

func november(day int) statute.Day { return statute.Date(2026, time.November, day) }
func december(day int) statute.Day { return statute.Date(2026, time.December, day) }
func january(day int) statute.Day  { return statute.Date(2027, time.January, day) }

func (s *stage) postAll(on statute.Day) {
	s.RegisterDelayedCallback(func() {
		c, _ := casework.Fold(s.shelf.events)
		for _, l := range c.Letters {
			if l.State == casework.LetterIssued {
				s.UpdateWorkflow(workflows.Do, "post "+l.Key.String(), &answer{}, casework.Command{Key: "post " + l.Key.String(), By: casetest.Clerk(), Act: casework.ConfirmPosted{Letter: l.Key, On: on}})
			}
		}
	}, on.At(15, 0).Sub(statute.Date(2026, time.November, 23).At(9, 30)))
}

// refuse carries the case to a refusal.
func (s *stage) refuse() {
	s.postAll(november(24))
	s.at(november(25), casetest.Officer(), casework.Consult{Whom: "family", How: "call", Asked: november(25)})
	s.at(november(26), casetest.Officer(), casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2", "E3"}, See: []casework.Party{casework.TheFamily}})
	s.at(november(27), casetest.Officer(), casework.List{Panel: "Panel", On: december(8)})
	s.at(december(8), casetest.Chair(), casework.Recommend{Panel: "Panel", Outcome: casework.NotAssess, Present: []casework.PersonID{"a", "b"}, Quorum: 2, Reasons: "The support works."})
	s.at(december(9), casetest.Decider(), casetest.Refusal())
	s.at(december(10), casetest.Officer(), casework.RecordCall{Addressee: "family-1", Reached: true, Interpreter: "Northmere Interpreting", Said: "Explained."})
	s.postAll(december(10))
}

func TestARefusalRunsToTheEndOfTheTimeForAnAppeal(t *testing.T) {
	s := newStage(t)
	s.refuse()
	s.postAll(december(11)) // the school's letters, printed once the family's had gone, and voided because they bear the day before
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	c, err := casework.Fold(s.shelf.events)
	if err != nil {
		t.Fatal(err)
	}
	last := s.shelf.events[len(s.shelf.events)-1]
	if last.Body.Kind() != casework.KindClosed || last.FellOn != c.NoticeGiven.LastAppeal.Effective.AddDays(1) {
		t.Errorf("the case ended with %s on %s, want closed on the day after the last on which an appeal could come", last.Body.Kind(), last.FellOn)
	}
	if c.Clock() != "met" || len(c.WarnedDays) != 0 {
		t.Errorf("the clock is %s with warnings %v, want met without any", c.Clock(), c.WarnedDays)
	}
}

func TestACaseLeftAloneIsWarnedEscalatedAndBreached(t *testing.T) {
	s := newStage(t)
	s.at(january(20), casetest.Officer(), casework.RecordDeath{On: january(20)})
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	type fell struct {
		Kind casework.Kind
		On   string
	}
	var got []fell
	for _, e := range s.shelf.events {
		switch e.Body.Kind() {
		case casework.KindWarned, casework.KindSendByPassed, casework.KindBreached:
			got = append(got, fell{e.Body.Kind(), e.FellOn.Short()})
			if e.RecordedAt.Sub(e.FellOn.Start()) > time.Minute {
				t.Errorf("%s fell on %s and was recorded at %s", e.Body.Kind(), e.FellOn, e.RecordedAt)
			}
		}
	}
	want := []fell{
		{casework.KindWarned, "Wed 16 Dec 2026"}, {casework.KindWarned, "Wed 23 Dec 2026"}, {casework.KindWarned, "Tue 29 Dec 2026"},
		{casework.KindSendByPassed, "Thu 31 Dec 2026"}, {casework.KindBreached, "Tue 5 Jan 2027"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("what fell when (-want +got):\n%s", diff)
	}
}

func TestARefusedCommandWritesNothing(t *testing.T) {
	s := newStage(t)
	early := s.at(november(25), casetest.Decider(), casetest.Refusal())
	stranger := s.at(november(26), casetest.Clerk(), casework.Consult{Whom: "family", How: "call", Asked: november(25)})
	s.at(november(30), casetest.Officer(), casework.RecordDeath{On: november(30)})
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	for name, a := range map[string]*answer{"a refusal before anybody was asked": early, "a consultation by the clerk": stranger} {
		var failed *temporal.ApplicationError
		if !errors.As(a.rejected, &failed) || failed.Type() != activities.TypeRefused {
			t.Errorf("%s: rejected with %v, want a refusal", name, a.rejected)
		}
	}
	for _, k := range s.shelf.kinds() {
		if k == casework.KindDecided || k == casework.KindConsulted {
			t.Errorf("a refused command left a %s in the register", k)
		}
	}
}

func TestTheSameFormSentTwiceIsOneAct(t *testing.T) {
	s := newStage(t)
	act := casework.Consult{Whom: "family", How: "call", Asked: november(24)}
	s.keyed("form-1", november(25), casetest.Officer(), act)
	s.keyed("form-1", november(26), casetest.Officer(), act)
	s.at(november(30), casetest.Officer(), casework.RecordDeath{On: november(30)})
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(fmt.Sprint(s.shelf.kinds()), string(casework.KindConsulted)); n != 1 {
		t.Errorf("the form was recorded %d times, want once", n)
	}
}

func TestTheRegisterBeingAwayLosesNothing(t *testing.T) {
	s := newStage(t)
	s.shelf.failures = 7
	consulted := s.at(november(25), casetest.Officer(), casework.Consult{Whom: "family", How: "call", Asked: november(24)})
	s.at(november(30), casetest.Officer(), casework.RecordDeath{On: november(30)})
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	if consulted.rejected != nil || consulted.failed != nil || consulted.done.First == 0 {
		t.Errorf("the command was told %+v, want that it was recorded", consulted)
	}
}

func TestSomebodyWhoHasLeftCannotRecord(t *testing.T) {
	s := newStage(t)
	s.shelf.left = casetest.Officer().Person
	consulted := s.at(november(25), casetest.Officer(), casework.Consult{Whom: "family", How: "call", Asked: november(24)})
	stays := casetest.Officer()
	stays.Person = "other.officer"
	s.at(november(30), stays, casework.RecordDeath{On: november(30)})
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	if consulted.failed == nil || !strings.Contains(consulted.failed.Error(), "no longer works here") {
		t.Errorf("the command was told %+v, want that the person has left", consulted)
	}
}

func TestACaseThatMovedOnIsLookedAtAgain(t *testing.T) {
	s := newStage(t)
	s.shelf.before = func(s *shelf) {
		c, _ := casework.Fold(s.events)
		task := casework.TaskRaised{Task: "elsewhere", For: casework.CaseworkOfficer, What: "Recorded by another program."}
		s.events = append(s.events, c.Record([]casework.Body{task}, casework.Engine(), november(23).At(9, 30))...)
	}
	s.at(november(30), casetest.Officer(), casework.RecordDeath{On: november(30)})
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	c, err := casework.Fold(s.shelf.events)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Tasks) == 0 || c.Tasks[0].Task != "elsewhere" || len(c.Letters) == 0 {
		t.Errorf("after a conflict the case has tasks %v and %d letters, want the other's task and the letters owed", c.Tasks, len(c.Letters))
	}
}

func TestALetterThatCannotGoBecomesATaskAndHoldsUpNoOther(t *testing.T) {
	s := newStage(t)
	s.press.cannot = casework.Acknowledgement
	s.at(november(30), casetest.Officer(), casework.RecordDeath{On: november(30)})
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(s.press.printed)
	if diff := cmp.Diff([]string{"considering-agency/health/2/1", "considering-agency/social-care/2/1", "school-acknowledgement/school/1/1"}, s.press.printed); diff != "" {
		t.Errorf("printed (-want +got):\n%s", diff)
	}
	c, _ := casework.Fold(s.shelf.events)
	if len(c.Tasks) != 1 || !strings.Contains(c.Tasks[0].What, "mediation adviser") {
		t.Errorf("the tasks are %+v, want one that says what is missing", c.Tasks)
	}
}

func TestALetterToLookAtIsATaskAndIsPrinted(t *testing.T) {
	s := newStage(t)
	s.press.look = casework.Acknowledgement
	s.at(november(30), casetest.Officer(), casework.RecordDeath{On: november(30)})
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	c, _ := casework.Fold(s.shelf.events)
	if !slices.Contains(s.press.printed, "acknowledgement/family-1/1/1") {
		t.Errorf("printed %v: what is to be looked at was held back", s.press.printed)
	}
	if len(c.Tasks) != 1 || c.Tasks[0].Task != "look:acknowledgement/family-1/1/1" || !strings.Contains(c.Tasks[0].What, "mediation adviser") {
		t.Errorf("the tasks are %+v, want one that says what to look at", c.Tasks)
	}
}

func TestPrintedLettersOfAChildWhoMovedAreTakenBack(t *testing.T) {
	s := newStage(t)
	s.at(november(25), casetest.Officer(), casework.TransferOut{On: november(25), To: "Another council"})
	// The family is told of the move in writing, and the case ends with that.
	s.at(november(26), casetest.Officer(), casework.ConfirmPosted{Letter: casework.LetterKey{Kind: casework.TransferOutLetter, To: "family-1", For: 7, Version: 1}, On: november(25)})
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(s.press.taken)
	if diff := cmp.Diff([]string{"acknowledgement/family-1/1/1", "considering-agency/health/2/1", "considering-agency/social-care/2/1", "school-acknowledgement/school/1/1"}, s.press.taken); diff != "" {
		t.Errorf("taken back (-want +got):\n%s", diff)
	}
}

func TestAResumedCaseCatchesUp(t *testing.T) {
	s := newStage(t)
	s.SetStartTime(january(10).At(9, 30)) // the service was away over Christmas and New Year
	s.RegisterDelayedCallback(func() {
		s.UpdateWorkflow(workflows.Do, "w", &answer{}, casework.Command{Key: "w", By: casetest.Officer(), Act: casework.RecordDeath{On: january(10)}})
	}, time.Hour)
	if err := s.play(); err != nil {
		t.Fatal(err)
	}
	for _, e := range s.shelf.events {
		if b, ok := e.Body.(casework.Breached); ok {
			if e.FellOn != b.Due.AddDays(1) || statute.DayOf(e.RecordedAt) != january(10) {
				t.Errorf("the breach fell on %s, recorded %s; want the day after %s, recorded on 10 January", e.FellOn, e.RecordedAt, b.Due)
			}
			return
		}
	}
	t.Error("the breach that fell while the service was away was not recorded")
}
