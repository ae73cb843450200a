package letters

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// digestsTo names, in the environment of another process of this test, the file that it writes.
const digestsTo = "LETTERS_DIGESTS_TO"

// digests draws every kind of letter in every way of printing, and letters with names in every script, in the order of their
// names or the other way round, and gives the digest of each file.
func digests(t *testing.T, backwards bool) map[string]string {
	t.Helper()
	all := everyLetter(t)
	for lang := range names {
		for _, print := range Prints() {
			l := withNames(t, lang)
			l.Print = print
			all["names-"+lang+"-"+string(print)] = l
		}
	}
	order := slices.Sorted(maps.Keys(all))
	if backwards {
		slices.Reverse(order)
	}
	got := map[string]string{}
	for _, name := range order {
		pdf, err := Render(all[name])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		sum := sha256.Sum256(pdf)
		got[name] = hex.EncodeToString(sum[:])
	}
	return got
}

// TestAnotherProcessDrawsTheSameBytes draws all letters here and in a new process, where nothing is remembered yet, where they
// are drawn in the other order and where one processor does all.
func TestAnotherProcessDrawsTheSameBytes(t *testing.T) {
	if file := os.Getenv(digestsTo); file != "" {
		data, err := json.Marshal(digests(t, true))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if testing.Short() {
		t.Skip("a short test draws no letter twice")
	}
	file := filepath.Join(t.TempDir(), "digests.json")
	other := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	other.Env = append(os.Environ(), digestsTo+"="+file, "GOMAXPROCS=1", "TZ=Pacific/Auckland", "LANG=tr_TR.UTF-8")
	if said, err := other.CombinedOutput(); err != nil {
		t.Fatalf("the other process: %v\n%s", err, said)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var theirs map[string]string
	if err := json.Unmarshal(data, &theirs); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(digests(t, false), theirs); diff != "" {
		t.Errorf("another process draws other bytes:\n%s", diff)
	}
}
