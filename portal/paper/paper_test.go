package paper

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/council"
	"sendpanel/letters"
	"sendpanel/statute"
)

// refusal is the invented family's refusal, as it was issued on its day.
func refusal(t *testing.T) letters.Letter {
	t.Helper()
	events := casetest.RefusedEvents(t)
	c, err := casework.Fold(events)
	if err != nil {
		t.Fatal(err)
	}
	decided := events[c.Decided.Seq-1].Body.(casework.Decided)
	key := casework.LetterKey{Kind: casework.NotAssessLetter, To: "family-1", For: c.Decided.Seq, Version: 1}
	l, err := letters.Compose(key, letters.Facts{Case: c, Decision: &decided, Council: council.Invented(), On: statute.Date(2026, 12, 9), Owing: events[c.Decided.Seq-1]})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestThePageSaysEveryWordOfTheLetter compares the words of the page with those of the text that is stored.
func TestThePageSaysEveryWordOfTheLetter(t *testing.T) {
	l := refusal(t)
	page, err := HTML(l)
	if err != nil {
		t.Fatal(err)
	}
	shown := words(html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(page), " ")))
	for _, line := range strings.Split(l.Text(), "\n") {
		for _, word := range strings.Fields(words(line)) {
			if !strings.Contains(shown, word) {
				t.Errorf("the page lacks %q of the line %q", word, line)
			}
		}
	}
	if strings.Contains(string(page), "<h1") || !strings.Contains(string(page), "<h2>") {
		t.Error("the letter’s first heading must be an h2: the page has an h1 of its own")
	}
}

func words(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \n\u00a0#-;:", r) }), " ")
}

func TestWhatWasStoredWins(t *testing.T) {
	l := refusal(t)
	page, err := Issued("Other <words>", l, nil)
	if err != nil || !strings.Contains(string(page), "Other &lt;words&gt;") {
		t.Errorf("%v: %s", err, page)
	}
	if page, err = Issued(l.Text(), l, nil); err != nil || !strings.Contains(string(page), "<h2>") {
		t.Errorf("%v: %s", err, page)
	}
}
