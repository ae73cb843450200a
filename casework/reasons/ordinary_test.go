package reasons

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write ordinary.txt again")

// ordinaryFrom is in how many weak paragraphs a word stands that is ordinary.
const ordinaryFrom = 2

// TestOrdinaryWords holds the list to the corpus it was counted in.
func TestOrdinaryWords(t *testing.T) {
	in := map[string]int{}
	for _, p := range readCorpus(t, "weak") {
		here := map[string]bool{}
		for _, s := range split(p.text) {
			for _, tok := range s.tokens {
				if tok.kind == wordToken && len(tok.stem) >= shortestParticular {
					here[tok.stem] = true
				}
			}
		}
		for w := range here {
			in[w]++
		}
	}
	var words []string
	for w, n := range in {
		if n >= ordinaryFrom {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	want := strings.Join(words, "\n") + "\n"
	if *update {
		if err := os.WriteFile("ordinary.txt", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if ordinaryText != want {
		t.Error("ordinary.txt is not what the corpus gives: run the tests with -update")
	}
}
