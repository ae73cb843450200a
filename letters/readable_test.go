package letters

import (
	"strings"
	"testing"

	"sendpanel/casework"
	reading "sendpanel/casework/plain"
)

// TestOwnWordsAreTheOfficers tells what somebody wrote for this case from the fixed wording, which reads plainly by itself.
func TestOwnWordsAreTheOfficers(t *testing.T) {
	all, own := composed(t, casework.NotAssessLetter, inPolishRefusal(t)).Words()
	for _, want := range []string{"nine months in seven", "It was written in March", "daily reading session"} {
		if !strings.Contains(own, want) || !strings.Contains(all, want) {
			t.Errorf("%q is the officer’s and is not among the own words", want)
		}
	}
	for _, not := range []string{"You have the right to appeal", "Dear "} {
		if strings.Contains(own, not) {
			t.Errorf("%q is fixed wording and is among the own words", not)
		}
	}
	if !strings.Contains(all, "You have the right to appeal") || strings.Contains(all, "w języku polskim") {
		t.Error("the fixed words are not read, or words of another language are")
	}
}

func inPolishRefusal(t *testing.T) Facts { return inPolish(t, "") }

// TestLettersReadPlainly holds the letters to families to a reading age: half of the adults in England read as an
// eleven-year-old is expected to, or less well.
func TestLettersReadPlainly(t *testing.T) {
	const most = 12.0
	for kind, facts := range kinds(t) {
		if !inTwoVoices(kind) {
			continue
		}
		words, _ := composed(t, kind, facts).Words()
		if report := reading.Check(words); report.ReadingAge > most {
			t.Errorf("%s reads at an age of %.1f, and should at %.1f at most", kind, report.ReadingAge, most)
		} else {
			t.Logf("%s: %.1f", kind, report.ReadingAge)
		}
	}
}
