package letters

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/statute"
)

var update = flag.Bool("update", false, "write the golden letters anew; read the difference before it is committed")

// TestLettersRead compares each letter with its page under testdata, which a lawyer has read or can read.
func TestLettersRead(t *testing.T) {
	for kind, facts := range kinds(t) {
		t.Run(string(kind), func(t *testing.T) { compareGolden(t, string(kind), composed(t, kind, facts)) })
		if !inTwoVoices(kind) {
			continue
		}
		t.Run(string(kind)+"-young-person", func(t *testing.T) {
			compareGolden(t, string(kind)+"-young-person", composed(t, kind, asYoungPerson(facts)))
		})
	}
	t.Run("school asked by the family", func(t *testing.T) {
		facts := refused(t)
		facts.Case.Opened.RequestedBy = casework.Asker{Type: "parent", Name: "Mrs Agnieszka Łukasz"}
		compareGolden(t, "decision-not-to-assess-asked-by-parent", composed(t, casework.NotAssessLetter, facts))
	})
	for _, how := range statute.Overturns() {
		if how == statute.ByOrder {
			continue // the usual facts
		}
		t.Run(string(how), func(t *testing.T) {
			compareGolden(t, "decision-after-overturn-"+wayOf(how), composed(t, casework.OverturnLetter, overturned(t, how)))
		})
	}
	t.Run("other days agreed", func(t *testing.T) {
		compareGolden(t, "decision-after-overturn-agreed", composed(t, casework.OverturnLetter, agreedOtherwise(overturned(t, statute.ByMediation))))
		compareGolden(t, "decision-after-overturn-agreed-school", composed(t, casework.SchoolOverturnLetter, agreedOtherwise(overturned(t, statute.ByMediation))))
	})
	for name, mend := range map[string]struct {
		kind  casework.LetterKind
		facts Facts
		how   casework.Mending
		why   string
	}{
		"decision-not-to-assess-corrected": {casework.NotAssessLetter, refused(t), casework.MendCorrected, "The letter did not say whom at the council you can ask about mediation. It is Tom Whitfield; his number stands below."},
		"decision-not-to-assess-again":     {casework.NotAssessLetter, refused(t), casework.MendAgain, "The first one came back to us, because the number of your flat was missing."},
		"deferral-corrected":               {casework.DeferralLetter, deferred(t), casework.MendCorrected, "We wrote that the panel meets on 12 December. It meets on 15 December."},
	} {
		t.Run(name, func(t *testing.T) {
			key, facts := mended(mend.facts, mend.kind, mend.how, mend.why)
			l, err := Compose(key, facts)
			if err != nil {
				t.Fatal(err)
			}
			compareGolden(t, name, l)
		})
	}
	t.Run("delay untold", func(t *testing.T) {
		facts := delayed(t)
		facts.Case.Dispute, facts.Case.LimitPassed = []casework.AddresseeID{"family-1", "family-2"}, true
		compareGolden(t, "delay-untold", composed(t, casework.DelayLetter, facts))
	})
}

// inTwoVoices reports whether a letter speaks to a parent in one way and to a young person in another.
func inTwoVoices(kind casework.LetterKind) bool {
	_, copied := originalOf(kind)
	return !toSetting(kind) && !toBody(kind) && !copied && kind != casework.WelcomeLetter
}

func compareGolden(t *testing.T, name string, l Letter) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	got := l.Text()
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read the golden letter: %v (go test -run TestLettersRead -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the letter differs from %s (-golden +now):\n%s", path, diff)
	}
}
