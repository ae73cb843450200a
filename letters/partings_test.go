package letters

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestWhereWordsAreParted marks with | the places at which a line may end within a word.
func TestWhereWordsAreParted(t *testing.T) {
	for _, want := range []string{
		"word", "full stop.", "“Zoë’s”", "don’t", "(s)he", "he/s", "e-mail", "x-ray", "T-shirt",
		"Featherstonehaugh-|Cholmondeley", "Łukasz-|O’Brien", "and/|or", "mother-|in-|law", "school–|home", "well—|almost", "yes/|no/|perhaps",
		"SEN-2026-0001-F", "01632-960-111", "2024/25", "9–12", "12/03/2026", "36(5)/(8)", "9am–5pm", "£5–£10", "NM1",
		"send-panel@northmere-borough.example", "https://www.example.org/a-long/way-to/go", "-", "--", "–", "/", "what?", "no!",
		"ਮਨਪ੍ਰੀਤ", "محمد",
	} {
		word, at := strings.ReplaceAll(want, "|", ""), 0
		var got strings.Builder
		if mayPart(word) {
			for _, n := range partings(word) {
				got.WriteString(word[at:at+n] + "|")
				at += n
			}
		}
		got.WriteString(word[at:])
		if got.String() != want {
			t.Errorf("%s is parted as %s", want, got.String())
		}
	}
}

// linesOf breaks a text to a width in mm, in the standard way of printing.
func linesOf(p Prose, width float64) (texts []string) {
	parts := stretches(p)
	for _, l := range (&wrapper{scale: scaleOf(Standard), room: &room{}}).wrap(parts, 14, width) {
		var s strings.Builder
		for _, sp := range l {
			s.WriteString(sp.words(parts))
		}
		texts = append(texts, s.String())
	}
	return texts
}

// TestWhatIsOneIsOnOneLine sets what must not be parted at every place of a line.
func TestWhatIsOneIsOnOneLine(t *testing.T) {
	for _, whole := range []string{"SEN-2026-0001-F", "send-panel@northmere.example", "01632 960 111", "NM1 2RW", "14 December 2026", "section 36(8)", "https://north-mere.example"} {
		for n := range 40 {
			text := unbroken(strings.Repeat("x", n) + " see " + whole + " and more of this")
			if !slices.ContainsFunc(linesOf(plain(text), 75), func(l string) bool {
				return strings.Contains(strings.ReplaceAll(l, string(nbsp), " "), whole)
			}) {
				t.Fatalf("%s is parted: %q", whole, linesOf(plain(text), 75))
			}
		}
	}
}

func TestNoLineBeginsWithADash(t *testing.T) {
	for n := range 40 {
		for _, l := range linesOf(plain(strings.Repeat("x", n)+" call us – or write – today"), 60) {
			if strings.HasPrefix(l, "–") {
				t.Fatalf("a line begins with a dash: %q", l)
			}
		}
	}
}

// TestLinesSayEverything breaks any text at any width: the lines together say it all, but for spaces at their ends.
func TestLinesSayEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOf(rapid.RuneFrom([]rune("ab-/–’ .@1é مਕਿक\u00A0"))).Draw(t, "words")
		bold := rapid.StringOf(rapid.RuneFrom([]rune("ab-/– "))).Draw(t, "bold")
		width := rapid.Float64Range(3, 90).Draw(t, "width")
		got := strings.Join(linesOf(Prose{{Text: words}, {Text: bold, Bold: true}}, width), "")
		if squeezed(got) != squeezed(words+bold) {
			t.Fatalf("of %q the lines say %q", words+bold, got)
		}
	})
}

func squeezed(s string) string { return strings.ReplaceAll(s, " ", "") }
