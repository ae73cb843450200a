package dispatch_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/dispatch"
	"sendpanel/statute"
)

const name = "SEN-2026-0412-K_decision-to-assess_family-1-7_1.pdf"

var key = dispatch.Key{Case: "SEN-2026-0412-K", Letter: casework.LetterKey{Kind: casework.AssessLetter, To: "family-1", For: 7, Version: 1}}

func open(t *testing.T, dir string) *dispatch.Folder {
	t.Helper()
	f, err := dispatch.PrintFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func hand(t *testing.T, f *dispatch.Folder, pdf string) dispatch.Receipt {
	t.Helper()
	r, err := f.Hand(t.Context(), dispatch.Item{Key: key, PDF: []byte(pdf)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func holds(t *testing.T, want string, path ...string) {
	t.Helper()
	got, err := os.ReadFile(filepath.Join(path...))
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q (%v), want %q", filepath.Join(path...), got, err, want)
	}
}

// onlyLetters wants nothing half written to lie in the folder.
func onlyLetters(t *testing.T, dir string) {
	t.Helper()
	for _, folder := range []string{dir, filepath.Join(dir, ".writing"), filepath.Join(dir, ".handed")} {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !e.IsDir() && !strings.HasSuffix(e.Name(), ".pdf") {
				t.Errorf("%s was left behind in %s", e.Name(), folder)
			}
		}
	}
}

func TestHandPutsOneFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out", "print")
	r := hand(t, open(t, dir), "a letter")
	if r.Name != name || r.Again || r.Channel != statute.FirstClass || len(r.SHA256) != 64 {
		t.Errorf("the receipt: %+v", r)
	}
	holds(t, "a letter", dir, name)
	onlyLetters(t, dir)
}

func TestHandAgain(t *testing.T) {
	taken := func(t *testing.T, dir string) { // the clerk has printed it and moved it away
		if err := os.Remove(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	unnoted := func(t *testing.T, dir string) { // the machine stopped before the note was written
		if err := os.Remove(filepath.Join(dir, ".handed", name)); err != nil {
			t.Fatal(err)
		}
	}
	tests := map[string]struct {
		meanwhile func(t *testing.T, dir string)
		there     bool
	}{
		"it lies there":             {func(*testing.T, string) {}, true},
		"the clerk took it":         {taken, false},
		"stopped before the note":   {unnoted, true},
		"a new process has started": {func(t *testing.T, dir string) { open(t, dir) }, true},
	}
	for title, test := range tests {
		t.Run(title, func(t *testing.T) {
			dir := t.TempDir()
			f := open(t, dir)
			first := hand(t, f, "a letter")
			test.meanwhile(t, dir)
			again := hand(t, f, "a letter")
			if !again.Again || again.SHA256 != first.SHA256 || again.Name != first.Name {
				t.Errorf("the receipt: %+v, want as the first and again", again)
			}
			if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != test.there {
				t.Errorf("lies there: %t, want %t", err == nil, test.there)
			}
			_, err := f.Hand(t.Context(), dispatch.Item{Key: key, PDF: []byte("another letter")})
			var other *dispatch.TakenError
			if !errors.As(err, &other) || other.Before != first.SHA256 {
				t.Errorf("another content: got %v, want that the key is taken", err)
			}
			onlyLetters(t, dir)
		})
	}
}

// TestHandAll: of letters handed over together each has its own answer, and one that cannot go holds up none.
func TestHandAll(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir)
	keys := make([]dispatch.Key, 4)
	items := make([]dispatch.Item, len(keys))
	for i := range keys {
		keys[i] = key
		keys[i].Letter.For = i + 1
		items[i] = dispatch.Item{Key: keys[i], PDF: fmt.Appendf(nil, "letter %d", i)}
	}
	keys[3].Case, items[3].Key.Case = "", ""
	for _, was := range []dispatch.Item{items[1], {Key: keys[2], PDF: []byte("another letter")}} {
		if _, err := f.Hand(t.Context(), was); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Withdraw(t.Context(), keys[1]); err != nil {
		t.Fatal(err)
	}
	for round, again := range []bool{false, true} {
		out := f.HandAll(t.Context(), items)
		if out[0].Err != nil || out[0].Again != again {
			t.Errorf("round %d, a letter that can go: %+v", round, out[0])
		}
		if !errors.As(out[1].Err, new(*dispatch.WithdrawnError)) {
			t.Errorf("round %d, one that was withdrawn: %v", round, out[1].Err)
		}
		if !errors.As(out[2].Err, new(*dispatch.TakenError)) {
			t.Errorf("round %d, one whose key is taken: %v", round, out[2].Err)
		}
		if out[3].Err == nil {
			t.Errorf("round %d: one without a case went", round)
		}
	}
	holds(t, "letter 0", dir, nameOf(keys[0]))
	onlyLetters(t, dir)
}

func nameOf(k dispatch.Key) string {
	name, _ := k.FileName()
	return name
}

// TestCrash: a machine that stopped between writing and naming leaves a part; the next worker puts the letter out.
func TestCrash(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir)
	part := filepath.Join(dir, ".writing", name+".part-123")
	if err := os.WriteFile(part, []byte("half a let"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := hand(t, f, "a letter"); r.Again {
		t.Error("half a letter was taken for a letter")
	}
	holds(t, "a letter", dir, name)
	onlyLetters(t, dir)
}

// TestOpenClearsOldParts: what is never handed over again is cleared when the folder is opened, unless somebody may be
// writing it now.
func TestOpenClearsOldParts(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	old, young := filepath.Join(dir, ".writing", "old.pdf.part-1"), filepath.Join(dir, ".writing", "young.pdf.part-1")
	note := filepath.Join(dir, ".writing", "note-old.pdf.part-1")
	for _, p := range []string{old, young, note} {
		if err := os.WriteFile(p, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-24 * time.Hour)
	for _, p := range []string{old, note} {
		if err := os.Chtimes(p, yesterday, yesterday); err != nil {
			t.Fatal(err)
		}
	}
	open(t, dir)
	for path, want := range map[string]bool{old: false, young: true, note: false} {
		if _, err := os.Stat(path); (err == nil) != want {
			t.Errorf("%s is there: %t, want %t", path, err == nil, want)
		}
	}
}

func TestWithdraw(t *testing.T) {
	dir := t.TempDir()
	f := open(t, dir)
	if err := f.Withdraw(t.Context(), key); err != nil {
		t.Errorf("a letter that never lay there: %v", err)
	}
	hand(t, f, "a letter")
	for range 2 {
		if err := f.Withdraw(t.Context(), key); err != nil {
			t.Fatal(err)
		}
		holds(t, "a letter", dir, "voided", name)
	}
	_, err := f.Hand(t.Context(), dispatch.Item{Key: key, PDF: []byte("a letter")})
	var gone *dispatch.WithdrawnError
	if !errors.As(err, &gone) {
		t.Errorf("handed over after all: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
		t.Error("a withdrawn letter lies among those to post")
	}
}

// TestConcurrent: several workers, each with its own view of the folder, hand the same letters over at once.
func TestConcurrent(t *testing.T) {
	const workers, letters = 8, 12
	dir := t.TempDir()
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		first = map[string]int{}
	)
	for range workers {
		f := open(t, dir)
		wg.Go(func() {
			for n := 1; n <= letters; n++ {
				k := key
				k.Letter.For = n
				r, err := f.Hand(context.Background(), dispatch.Item{Key: k, PDF: fmt.Appendf(nil, "letter %d", n)})
				if err != nil {
					t.Errorf("letter %d: %v", n, err)
					continue
				}
				if !r.Again {
					mu.Lock()
					first[r.Name]++
					mu.Unlock()
				}
			}
		})
	}
	wg.Wait()
	if len(first) != letters {
		t.Errorf("%d letters went out, want %d", len(first), letters)
	}
	for name, n := range first {
		if n != 1 {
			t.Errorf("%s went out %d times", name, n)
		}
	}
	onlyLetters(t, dir)
}

// TestConcurrentContents: of two letters under one key one goes out whole, and the other is an error.
func TestConcurrentContents(t *testing.T) {
	dir := t.TempDir()
	var (
		wg    sync.WaitGroup
		taken [4]bool
	)
	for i := range taken {
		f := open(t, dir)
		wg.Go(func() {
			_, err := f.Hand(context.Background(), dispatch.Item{Key: key, PDF: fmt.Appendf(nil, "letter %d", i)})
			var other *dispatch.TakenError
			taken[i] = errors.As(err, &other)
			if err != nil && !taken[i] {
				t.Errorf("letter %d: %v", i, err)
			}
		})
	}
	wg.Wait()
	for i, refused := range taken {
		if !refused {
			holds(t, fmt.Sprintf("letter %d", i), dir, name)
		}
	}
	onlyLetters(t, dir)
}

func TestFileNameHoldsNothingElse(t *testing.T) {
	letter := func(change func(*dispatch.Key)) dispatch.Key { k := key; change(&k); return k }
	tests := map[string]dispatch.Key{
		"path in the case":      letter(func(k *dispatch.Key) { k.Case = "../SEN-2026-0412-K" }),
		"name of a person":      letter(func(k *dispatch.Key) { k.Letter.To = "Mrs Kaur" }),
		"separator in the kind": letter(func(k *dispatch.Key) { k.Letter.Kind = "a/b" }),
		"no case":               letter(func(k *dispatch.Key) { k.Case = "" }),
		"no event":              letter(func(k *dispatch.Key) { k.Letter.For = 0 }),
		"no version":            letter(func(k *dispatch.Key) { k.Letter.Version = 0 }),
	}
	for title, k := range tests {
		t.Run(title, func(t *testing.T) {
			if name, err := k.FileName(); err == nil {
				t.Errorf("got the name %s", name)
			}
		})
	}
}

func TestStopped(t *testing.T) {
	f := open(t, t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := f.Hand(ctx, dispatch.Item{Key: key}); !errors.Is(err, context.Canceled) {
		t.Errorf("hand: got %v", err)
	}
	if err := f.Withdraw(ctx, key); !errors.Is(err, context.Canceled) {
		t.Errorf("withdraw: got %v", err)
	}
}
