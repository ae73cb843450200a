package records

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/council"
)

func apply(t testing.TB, r *Register, data []byte) int {
	t.Helper()
	version, _, err := r.ApplySettings(context.Background(), data, "margaret.ellis", "mellis")
	if err != nil {
		t.Fatal(err)
	}
	return version
}

// withQuorum is the invented council with another quorum of its panel.
func withQuorum(n int) []byte {
	return bytes.Replace(council.InventedJSON(), []byte(`"quorum": 4`), fmt.Appendf(nil, `"quorum": %d`, n), 1)
}

func settingsVersions(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	if _, _, err := r.Settings(ctx); !errors.Is(err, ErrNoSettings) {
		t.Errorf("before any were applied: %v", err)
	}
	if _, _, err := r.ApplySettings(ctx, []byte(`{}`), "margaret.ellis", ""); council.AsFaulty(err) == nil {
		t.Errorf("settings that cannot be used: %v", err)
	}
	if _, _, err := r.ApplySettings(ctx, council.InventedJSON(), " ", ""); err == nil {
		t.Error("settings were applied in nobody’s name")
	}
	if version, changes, err := r.ApplySettings(ctx, council.InventedJSON(), "margaret.ellis", "mellis"); err != nil || version != 1 || changes != nil {
		t.Fatalf("the first gave %d, %v, %v", version, changes, err)
	}
	other := p.open(t)
	for want, data := range [][]byte{1: council.InventedJSON(), 2: withQuorum(5), 3: council.InventedJSON()} {
		if data == nil {
			continue
		}
		if version := apply(t, r, data); version != want {
			t.Errorf("applied as version %d, want %d", version, want)
		}
		for _, reader := range []*Register{r, other} {
			in, version, err := reader.Settings(ctx)
			panel, _ := in.Panel("send-panel", received())
			if err != nil || version != want || panel.Quorum != map[int]int{1: 4, 2: 5, 3: 4}[want] {
				t.Errorf("version %d reads as %d with quorum %d, %v", want, version, panel.Quorum, err)
			}
		}
	}
	_, changes, err := r.ApplySettings(ctx, withQuorum(6), "sunil.batra", "sbatra")
	if err != nil || len(changes) != 1 || changes[0].What != "Northmere SEND Panel: quorum changes from 4 to 6." {
		t.Errorf("the changes are %v, %v", changes, err)
	}
	if in, err := r.SettingsAt(ctx, 2); err != nil || in.Panels[0].Quorum != 5 {
		t.Errorf("version 2 came back with quorum %d, %v", in.Panels[0].Quorum, err)
	}
	if data, err := r.SettingsFile(ctx, 2); err != nil || !bytes.Equal(data, withQuorum(5)) {
		t.Errorf("the file of version 2 is not what was applied, or %v", err)
	}
	if _, err := r.SettingsAt(ctx, 9); !errors.Is(err, ErrNoSettings) {
		t.Errorf("version 9 gave %v", err)
	}
	want := SettingsVersion{Version: 4, SHA256: hexOf(withQuorum(6)), At: firstStored(), By: "sunil.batra", Account: "sbatra"}
	if list, err := r.SettingsVersions(ctx); err != nil || len(list) != 4 || cmp.Diff(want, list[3]) != "" {
		t.Errorf("listed %v, %v", list, err)
	}
	mustBeSound(t, r)
	p.tamper(t, `UPDATE contents SET content = salt WHERE chain = 'settings' AND n = 4`)
	if _, _, err := p.open(t).Settings(ctx); !errors.As(err, new(DamageError)) {
		t.Errorf("settings that were changed behind the register’s back gave %v", err)
	}
	mustName(t, r, "settings, entry 4")
	if version := apply(t, p.open(t), withQuorum(3)); version != 5 { // damage does not stand in the way
		t.Errorf("after damage, applied as version %d", version)
	}
}

func settingsAtOnce(t *testing.T, p home) {
	registers := []*Register{p.open(t), p.open(t)}
	var all sync.WaitGroup
	for i := range 12 {
		all.Go(func() { apply(t, registers[i%2], withQuorum(1+i%6)) })
	}
	all.Wait()
	list, err := registers[0].SettingsVersions(context.Background())
	if err != nil || len(list) < 6 {
		t.Errorf("listed %d versions, %v", len(list), err)
	}
	for i, v := range list {
		if v.Version != i+1 || i > 0 && v.SHA256 == list[i-1].SHA256 {
			t.Errorf("version %d follows on %v", v.Version, list[i-1])
		}
	}
	mustBeSound(t, registers[1])
}

func checkedRecording(t *testing.T, p home) {
	ctx, r := context.Background(), p.open(t)
	ref := receive(t, r, "a")
	if err := r.RecordChecked(ctx, ref, []casework.Event{next(2, "", "call")}, council.Council.ConfirmsIn); !errors.Is(err, ErrNoSettings) {
		t.Errorf("without settings: %v", err)
	}
	apply(t, r, council.InventedJSON())
	err := r.RecordChecked(ctx, ref, []casework.Event{next(2, "", "call")}, council.Council.ConfirmsIn)
	if refused, same := err.(*casework.Refused); !same || !strings.Contains(refused.Error(), "officer-1") {
		t.Errorf("an officer whom the settings do not know: %v", err)
	}
	var seen []int
	note := func(in council.Council, before casework.Case, e casework.Event) error {
		if in.Name != council.Invented().Name || before.Ref != ref || before.Seq != e.Seq-1 {
			t.Errorf("event %d is checked on %s at %d under %q", e.Seq, before.Ref, before.Seq, in.Name)
		}
		seen = append(seen, e.Seq)
		if e.Seq == 5 {
			return &casework.Refused{Act: casework.ActFinish}
		}
		return nil
	}
	two, three, four, five := next(2, "", "a"), next(3, "", "b"), next(4, "", "c"), next(5, "", "d")
	if err := r.RecordChecked(ctx, ref, []casework.Event{two, three}, note); err != nil {
		t.Fatal(err)
	}
	if err := r.RecordChecked(ctx, ref, []casework.Event{two, three, four, five}, note); casework.AsRefused(err) == nil {
		t.Errorf("the check was passed over: %v", err)
	}
	if d := cmp.Diff([]int{2, 3, 4, 5}, seen); d != "" {
		t.Errorf("what was checked, each once: %s", d)
	}
	if events, err := r.Events(ctx, ref); err != nil || len(events) != 3 {
		t.Errorf("after a refusal the case has %d events, %v", len(events), err)
	}
	broken := errors.New("broken")
	fails := func(council.Council, casework.Case, casework.Event) error { return broken }
	if err := r.RecordChecked(ctx, ref, []casework.Event{four}, fails); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if err := r.RecordChecked(ctx, ref, []casework.Event{three}, fails); err != nil {
		t.Errorf("what is recorded is not checked again: %v", err)
	}
	mustBeSound(t, r)
}

// checkedAtOnce has two registers record in one case at once what only one of them may: the second is told so.
func checkedAtOnce(t *testing.T, p home) {
	registers := []*Register{p.open(t), p.open(t)}
	ref := receive(t, registers[0], "a")
	apply(t, registers[0], council.InventedJSON())
	once := func(_ council.Council, before casework.Case, e casework.Event) error {
		if len(before.Tasks) > 0 {
			return &casework.Refused{Act: casework.ActFinish}
		}
		return nil
	}
	results := make([]error, len(registers))
	var all sync.WaitGroup
	for i, r := range registers {
		all.Go(func() {
			results[i] = r.RecordChecked(context.Background(), ref, []casework.Event{next(2, fmt.Sprint("k", i), fmt.Sprint("call ", i))}, once)
		})
	}
	all.Wait()
	if (results[0] == nil) == (results[1] == nil) {
		t.Errorf("got %v and %v, want one of them recorded", results[0], results[1])
	}
	mustBeSound(t, registers[0])
}
