package records

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
)

// TestRegister runs every test of the suite on every database.
func TestRegister(t *testing.T) {
	suite := []struct {
		name string
		run  func(*testing.T, home)
	}{
		{"only a register of the right version is opened", versionsChecked},
		{"services that start together set up one register", setUpTogether},
		{"the same key is the same case", sameKeySameCase},
		{"a receipt that fails uses up no reference", failedReceiptUsesNothing},
		{"fifty at once get fifty references", fiftyAtOnce},
		{"one key sent many times at once is one case", oneKeyAtOnce},
		{"many requests about one child at once are one case", oneChildAtOnce},
		{"a case that was looked at stands in nobody’s way", seenBefore},
		{"events come back as they were recorded", eventsComeBack},
		{"damage shows when events are read", damageShows},
		{"text that no database takes does not stop a receipt", unstorableText},
		{"recording again does nothing", recordingAgain},
		{"what contradicts is refused", contradictions},
		{"two registers write one database", twoRegisters},
		{"two processes write one register", twoProcesses},
		{"what was told to a process that was killed is there", killed},
		{"any order of retries gives the same case", anyRetries},
		{"cases are listed and paged", casesListed},
		{"cases about the same child are found", sameChild},
		{"a case nobody has seen awake is listed", notAwake},
		{"meetings are kept with their agenda", meetingsKept},
		{"a meeting is exported whole", meetingExported},
		{"a meeting and what it tells cases are recorded together", meetingAndCasesTogether},
		{"of clerks who record at once one is faster", twoClerksAtOnce},
		{"a day that the parties set is changed", agreedTampered},
		{"of cases that take a last place at once one gets it", lastPlace},
		{"a letter is stored once", letterOnce},
		{"what cannot be opened is kept", unopenedKept},
		{"reads have a chain for each day", readsNoted},
		{"a sound register has no faults", soundRegister},
		{"every change of every column shows", everyColumn},
		{"what is taken away or moved shows", takenOrMoved},
		{"a tail that was torn off shows once it is sealed", tornTail},
		{"a disposal is accepted and reported", disposal},
		{"a case goes on after any of its events is disposed of", disposedAndGoesOn},
		{"a letter is disposed of", letterDisposal},
		{"settings are kept in versions", settingsVersions},
		{"settings applied at once have each their version", settingsAtOnce},
		{"a check is made on the case and the settings in force", checkedRecording},
		{"a check and its recording are one", checkedAtOnce},
		{"ends are sealed once", sealedOnce},
		{"dates that the law does not give are named", datesRecomputed},
		{"a case is exported whole", exportedWhole},
		{"letters at a carrier are found again", handoversKept},
		{"a letter is begun once by many", handoversBegunAtOnce},
		{"a case with gaps is exported, a damaged one is not", exportedGaps},
		{"every change of an export shows", exportChanged},
		{"files are backed up", filesBackedUp},
		{"assessments are listed by their plans", assessmentsListed},
	}
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		for _, c := range suite {
			t.Run(c.name, func(t *testing.T) { c.run(t, fresh(t)) })
		}
	})
}

func sameKeySameCase(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	first, fresh, err := r.Receive(ctx, receipt("a"))
	if err != nil || !fresh || first != casework.NewRef(2026, 1) {
		t.Fatalf("the first receipt gave %s, %v, %v", first, fresh, err)
	}
	again, fresh, err := r.Receive(ctx, receipt("a"))
	if err != nil || fresh || again != first {
		t.Errorf("the same key again gave %s, %v, %v; want %s", again, fresh, err, first)
	}
	unkeyed := receipt("b")
	unkeyed.Key = ""
	second, fresh, err := r.Receive(ctx, unkeyed)
	if err != nil || !fresh || second != casework.NewRef(2026, 2) {
		t.Errorf("another request gave %s, %v, %v", second, fresh, err)
	}
	if again, fresh, err := r.Receive(ctx, unkeyed); err != nil || fresh || again != second {
		t.Errorf("the same request without a key gave %s, %v, %v", again, fresh, err)
	}
	original, err := r.Request(ctx, first)
	if err != nil || string(original) != `{"invented": "a"}` {
		t.Errorf("the request as it arrived is %q, %v", original, err)
	}
}

func failedReceiptUsesNothing(t *testing.T, p home) {
	r, broken := p.open(t), errors.New("broken")
	in := receipt("a")
	in.Open = func(casework.Ref) ([]casework.Event, error) { return nil, broken }
	if _, _, err := r.Receive(context.Background(), in); !errors.Is(err, broken) {
		t.Fatalf("got %v", err)
	}
	in.Open = func(casework.Ref) ([]casework.Event, error) {
		return []casework.Event{opened(casework.NewRef(2026, 99))}, nil
	}
	if _, _, err := r.Receive(context.Background(), in); err == nil {
		t.Error("events for another reference were taken")
	}
	if ref := receive(t, r, "a"); ref != casework.NewRef(2026, 1) {
		t.Errorf("the first case to succeed is %s", ref)
	}
}

func fiftyAtOnce(t *testing.T, p home) {
	registers := []*Register{p.open(t), p.open(t)}
	refs := make([]casework.Ref, 50)
	var all sync.WaitGroup
	for i := range refs {
		all.Go(func() {
			ref, _, err := registers[i%2].Receive(context.Background(), receipt(fmt.Sprint("key ", i)))
			if err != nil {
				t.Error(err)
			}
			refs[i] = ref
		})
	}
	all.Wait()
	seen := map[casework.Ref]bool{}
	for _, ref := range refs {
		seen[ref] = true
	}
	for n := 1; n <= len(refs); n++ {
		if !seen[casework.NewRef(2026, n)] {
			t.Errorf("nobody got reference %d", n)
		}
	}
}

func oneKeyAtOnce(t *testing.T, p home) {
	registers := []*Register{p.open(t), p.open(t)}
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			ref, _, err := registers[i%2].Receive(context.Background(), receipt("one"))
			if err != nil || ref != casework.NewRef(2026, 1) {
				t.Errorf("got %s, %v", ref, err)
			}
		})
	}
	all.Wait()
}

func eventsComeBack(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	want := []casework.Event{opened(ref), next(2, "k2", "call"), next(3, "", "write")}
	record(t, r, ref, want[1:]...)
	got, err := r.Events(ctx, ref)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if _, err := r.Events(ctx, casework.NewRef(2026, 7)); !errors.Is(err, ErrNoCase) {
		t.Errorf("the events of an unknown case gave %v", err)
	}
	if err := r.Record(ctx, casework.NewRef(2026, 7), want[1:]); !errors.Is(err, ErrNoCase) {
		t.Errorf("recording in an unknown case gave %v", err)
	}
}

func recordingAgain(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	for _, events := range [][]casework.Event{
		{next(2, "k2", "call"), next(3, "", "write")},
		{next(2, "k2", "call"), next(3, "", "write")},
		{next(3, "", "write")},
		{opened(ref), next(2, "k2", "call"), next(3, "", "write"), next(4, "", "one more")},
	} {
		record(t, r, ref, events...)
	}
	record(t, r, ref)
	got, err := r.Events(ctx, ref)
	if err != nil || len(got) != 4 {
		t.Errorf("the case has %d events, %v; want 4", len(got), err)
	}
}

func contradictions(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	record(t, r, ref, next(2, "k2", "call"))
	for name, c := range map[string]struct {
		events []casework.Event
		seq    int
	}{
		"another event under the number": {[]casework.Event{next(2, "k2", "something else")}, 2},
		"a gap":                          {[]casework.Event{next(4, "", "late")}, 4},
		"a gap between two":              {[]casework.Event{next(3, "", "x"), next(5, "", "y")}, 5},
		"number 0":                       {[]casework.Event{next(0, "", "x")}, 0},
		"one command twice":              {[]casework.Event{next(3, "k3", "x"), next(4, "k3", "y")}, 4},
		"the command of another event":   {[]casework.Event{next(3, "k2", "call again")}, 3},
	} {
		err := r.Record(ctx, ref, c.events)
		var conflict ConflictError
		if !errors.As(err, &conflict) || conflict.Ref != ref || conflict.Seq != c.seq {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if events, err := r.Events(ctx, ref); err != nil || len(events) != 2 {
		t.Errorf("the case has %d events, %v", len(events), err)
	}
}

// Two registers on one database add to the same cases at once: each event is tried by both, and stored once.
func twoRegisters(t *testing.T, p home) {
	ctx, registers := context.Background(), []*Register{p.open(t), p.open(t)}
	refs := []casework.Ref{receive(t, registers[0], "a"), receive(t, registers[1], "b")}
	var all sync.WaitGroup
	for _, r := range registers {
		for _, ref := range refs {
			all.Go(func() {
				for seq := 2; seq <= 20; seq++ {
					if err := r.Record(ctx, ref, []casework.Event{next(seq, fmt.Sprint("k", seq), "call")}); err != nil {
						t.Errorf("event %d of %s: %v", seq, ref, err)
					}
				}
			})
		}
	}
	all.Wait()
	for _, ref := range refs {
		if events, err := registers[1].Events(ctx, ref); err != nil || len(events) != 20 {
			t.Errorf("%s has %d events, %v", ref, len(events), err)
		}
	}
}

func damageShows(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	for i, damage := range []string{
		`UPDATE contents SET salt = content WHERE n = 2 AND chain = ?`,
		`DELETE FROM contents WHERE n = 2 AND chain = ?`,
		`DELETE FROM entries WHERE seq = 2 AND 'case/' || ref = ?`,
	} {
		ref := receive(t, r, fmt.Sprint(i))
		record(t, r, ref, next(2, "", "call"), next(3, "", "write"))
		p.tamper(t, damage, caseChain(ref))
		var d DamageError
		if _, err := r.Events(ctx, ref); !errors.As(err, &d) || d.Where != place(caseChain(ref), 2) {
			t.Errorf("after %s, reading gave %v", damage, err)
		}
		if err := r.Record(ctx, ref, []casework.Event{next(4, "", "decide")}); !errors.As(err, &d) {
			t.Errorf("after %s, recording gave %v", damage, err)
		}
	}
}

func unstorableText(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a\x00\xff", func(o *casework.Opened) {
		o.Child.Surname, o.Child.UPN, o.Officer = "Fen\x00wick", "\x00", "officer\x00"
	})
	record(t, r, ref, next(2, "k\x00", "call\x00"))
	if again := receive(t, r, "a\x00\xff"); again != ref {
		t.Errorf("the same key gave %s and %s", ref, again)
	}
	if events, err := r.Events(ctx, ref); err != nil || events[1].Key != "k\x00" {
		t.Errorf("the event came back as %v, %v", events, err)
	}
	if err := r.NoteRead(ctx, "officer\x00", "\xff", ref, "summary"); err != nil {
		t.Error(err)
	}
	if _, err := r.Resembling(ctx, casework.Identity{UPN: "\x00", Surname: "\x00"}); err != nil {
		t.Error(err)
	}
	mustBeSound(t, r)
}
