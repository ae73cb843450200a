package casework

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestCleanText(t *testing.T) {
	tests := map[string]struct{ typed, want string }{
		"emoji":               {"🌻 👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🌻 👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿"},
		"Urdu":                {"گُل‌نار", "گُل‌نار"},
		"Panjabi":             {"ਜਸਪ੍ਰੀਤ", "ਜਸਪ੍ਰੀਤ"},
		"markup":              {"<script>alert(1)</script> & “so on”", "<script>alert(1)</script> & “so on”"},
		"formula":             {"=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")"},
		"plus, minus, at":     {"+1 -1 @x", "+1 -1 @x"},
		"composed":            {"Zoe\u0308", "Zoë"},
		"composed once clean": {"Zoe\u200b\u0308", "Zoë"},
		"control":             {"a\x00b\x1b[31mc\x07", "ab[31mc"},
		"line ends":           {"a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"},
		"form feed":           {"a\fb", "a b"},
		"unseen direction":    {"not \u202Eelbisiv\u202C\u2066x\u2069\u200F", "not elbisivx"},
		"zero width":          {"Sm\u200Bith\uFEFF\u00AD", "Smith"},
		"no text":             {"a\xffb", "a\uFFFDb"},
		"no character":        {"a\uFFFFb\uFDD0", "a\uFFFDb\uFFFD"},
		"space at the ends":   {" \t a b \n", "a b"},
		"nothing":             {"\u200B\x00 ", ""},
	}
	for name, test := range tests {
		if got := CleanText(test.typed); string(got) != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
	name := strings.Repeat("Ζ", 10_000)
	if got := CleanText(name); string(got) != name {
		t.Error("a name of 10,000 letters was changed")
	}
}

func TestCleaningTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		typed := rapid.StringOf(rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("\u200b\u0301\u0308e\r\n\u202e \ufffd\u1100\u1161")))).Draw(rt, "typed")
		once := CleanText(typed)
		if twice := CleanText(string(once)); twice != once {
			rt.Fatalf("%q became %q, then %q", typed, once, twice)
		}
		for _, r := range string(once) {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
				rt.Fatalf("%q keeps %U", once, r)
			}
		}
	})
}
