package disclosure

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWordsAreTakenOut(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		words []string
		want  string
		taken int
	}{
		"none":               {"Ada came.", nil, "Ada came.", 0},
		"capitals":           {"ADA came with ada.", []string{"Ada"}, Taken + " came with " + Taken + ".", 2},
		"over a line":        {"Mrs Grace\nOkoro said", []string{"Grace Okoro"}, "Mrs " + Taken + " said", 1},
		"signs":              {"(a+b) is kept", []string{"(a+b)"}, Taken + " is kept", 1},
		"apostrophes":        {"Tom O’Neill and Tom O'Neill", []string{"tom o'neill"}, Taken + " and " + Taken, 2},
		"dashes":             {"Ada King\u2011Noel", []string{"King-Noel"}, "Ada " + Taken, 1},
		"accents apart":      {"Zoe\u0308 came, Zoë left", []string{"Zoë"}, Taken + " came, " + Taken + " left", 2},
		"a space that holds": {"Grace\u00a0Okoro", []string{"Grace Okoro"}, Taken, 1},
		"nothing in them":    {"as it is", []string{"", "  "}, "as it is", 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got, taken := Without(c.text, c.words); got != c.want || taken != c.taken {
				t.Errorf("got %q, %d; want %q, %d", got, taken, c.want, c.taken)
			}
		})
	}
}

// TestWhatIsTakenOutIsNowhere: whatever the text and the words, no word is left, and nothing else is changed.
func TestWhatIsTakenOutIsNowhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-zà-ü]{2,8}`).Draw(t, "word")
		text := rapid.StringMatching(`([a-zà-ü ,.]{0,20}`+word+`)*[a-z .]{0,20}`).Draw(t, "text")
		got, taken := Without(text, []string{word})
		if strings.Contains(got, word) || strings.ReplaceAll(text, word, Taken) != got || strings.Count(got, Taken) != taken {
			t.Fatalf("%q without %q is %q", text, word, got)
		}
	})
}

// TestWordsAreFoundInFiles: a PDF may set gaps anywhere, and a short name is no part of a long word.
func TestWordsAreFoundInFiles(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"as it is":             {"her brother Ben Okoro", []string{"Ben", "Ben Okoro"}},
		"within another word":  {"the benefit of Bengal", nil},
		"with gaps":            {"B en Ok oro was there", []string{"Ben Okoro"}},
		"without a space":      {"BenOkoro", []string{"Ben Okoro"}},
		"over a line, capital": {"BEN\nOKORO", []string{"Ben", "Ben Okoro"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Found([]string{c.text}, []string{"Ben", "Ben Okoro", " "}); !slices.Equal(got, c.want) {
				t.Errorf("found %q, want %q", got, c.want)
			}
		})
	}
}
