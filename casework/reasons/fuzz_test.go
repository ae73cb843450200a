package reasons

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// FuzzCheck: no text makes a check fail, and every quote is the text's own.
func FuzzCheck(f *testing.F) {
	for _, p := range pairs {
		f.Add(p.weak + " " + p.sound)
	}
	f.Add("don’t can't £6k E4. s.36(8) Dr. A. B. – “not” \x00\xff\ufeff \u202eשלום")
	f.Fuzz(func(t *testing.T, text string) { holds(t, text) })
}

type failer interface{ Errorf(string, ...any) }

func holds(t failer, text string) {
	found := Check(text, Options{})
	if found == nil {
		t.Errorf("findings are nil for %q", text)
	}
	for _, f := range found {
		if f.Quote == "" || !strings.Contains(text, f.Quote) {
			t.Errorf("%s quotes %q, which is not in %q", f.ID, f.Quote, text)
		}
	}
	if again := Check(text, Options{}); !reflect.DeepEqual(found, again) {
		t.Errorf("%q is checked in two ways", text)
	}
}

// TestAnyWords puts the words of the field into every order.
func TestAnyWords(t *testing.T) {
	words := strings.Fields("the school must not spend £6,000 two cycles before an assessment until no report . , ; but we because child's EP diagnosis E4 plan progress and however")
	rapid.Check(t, func(t *rapid.T) {
		holds(t, strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 60).Draw(t, "words"), " "))
	})
}

// TestLongSentences: 10,000 characters without a full stop are read quickly.
func TestLongSentences(t *testing.T) {
	for _, word := range []string{"school must not ", "a", "two cycles before the assessment and ", "no, ", "'", "£", "\n", "E4 ", "not not not "} {
		text := strings.Repeat(word, 10_000/len(word))
		start := time.Now()
		Check(text, Options{})
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%q repeated took %v", word, took)
		}
	}
}
