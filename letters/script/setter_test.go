package script

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// lines are a sentence in each language, for setting: what it says is “ask us for this letter in” the language.
var sentences = map[string]string{
	"pa": "ਜੇ ਤੁਹਾਨੂੰ ਇਹ ਚਿੱਠੀ ਪੰਜਾਬੀ ਵਿੱਚ ਚਾਹੀਦੀ ਹੈ ਤਾਂ ਸਾਨੂੰ ਦੱਸੋ।",
	"hi": "यदि आपको यह पत्र हिन्दी में चाहिए तो हमें बताएँ।",
	"bn": "এই চিঠিটি বাংলায় পেতে চাইলে আমাদের জানান।",
	"gu": "આ પત્ર ગુજરાતીમાં જોઈતો હોય તો અમને જણાવો.",
	"ta": "இந்தக் கடிதம் தமிழில் வேண்டுமானால் எங்களிடம் கேளுங்கள்.",
	"ur": "اگر آپ کو یہ خط اردو میں چاہیے تو ہمیں بتائیں۔",
	"ar": "إذا كنت تريد هذه الرسالة باللغة العربية فأخبرنا.",
	"ps": "که تاسو دا لیک په پښتو ژبه غواړئ، موږ ته ووایاست.",
	"pl": "Jeśli chcą Państwo otrzymać ten list po polsku, prosimy o kontakt.",
	"ro": "Dacă doriți această scrisoare în limba română, spuneți-ne.",
}

func setter(t testing.TB) *Setter {
	t.Helper()
	s, err := NewSetter()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryLanguageHasItsGlyphs(t *testing.T) {
	s := setter(t)
	for lang, words := range sentences {
		if lost := s.Lost(words); len(lost) > 0 {
			t.Errorf("%s: no font has %q", lang, lost)
		}
		lines := s.Lines(Text{Words: words, Lang: lang, RightToLeft: RightToLeft(lang)}, 14, 0)
		if len(lines) != 1 || lines[0].Text != words || lines[0].Width < 100 || len(lines[0].Runs) == 0 {
			t.Errorf("%s: %d lines, the first %+v", lang, len(lines), lines)
		}
	}
}

// TestShapingMoves looks at what a font alone would get wrong.
func TestShapingMoves(t *testing.T) {
	s := setter(t)
	glyphs := func(words, lang string) []Glyph {
		var all []Glyph
		for _, l := range s.Lines(Text{Words: words, Lang: lang, RightToLeft: RightToLeft(lang)}, 14, 0) {
			for _, r := range l.Runs {
				all = append(all, r.Glyphs...)
			}
		}
		return all
	}
	alone := func(r string) rune { return glyphs(r, "")[0].Rune }
	if g := glyphs("ਕਿ", "pa"); len(g) != 2 || g[1].Rune != alone("ਕ") {
		t.Errorf("the i-sign of Gurmukhi does not stand before its letter: %v", g)
	}
	if g := glyphs("क्ष", "hi"); len(g) != 1 {
		t.Errorf("क्ष is %d glyphs, not one conjunct", len(g))
	}
	if g := glyphs("مح", "ar"); len(g) != 2 || g[0].Rune == alone("م") {
		t.Errorf("Arabic letters are not joined: %v", g)
	}
	if g := glyphs("سلام", "ur"); g[0].X < g[len(g)-1].X {
		t.Errorf("what is read first does not stand on the right: %v", g)
	}
}

// TestGlyphsSayTheWords puts together what the glyphs of each line say, in the order in which they are drawn.
func TestGlyphsSayTheWords(t *testing.T) {
	s := setter(t)
	awkward := map[string]string{"en": "Q محمد 12 Z", "ar": "رسالة Q ثم 0800 (محمد) Z", "hi": "ne\u200Dxt क्\u200Dष र्क", "": "\u200Dx"}
	for lang, words := range sentences {
		awkward[lang+"-x"] = words + " (" + words + ") SEN-2026, " + words
	}
	for lang, words := range awkward {
		for _, width := range []float64{0, 100, 300} {
			for _, l := range s.Lines(Text{Words: words, Lang: lang, RightToLeft: RightToLeft(lang)}, 14, width) {
				var said strings.Builder
				for _, r := range l.Runs {
					for _, g := range r.Glyphs {
						said.WriteString(g.Says)
					}
				}
				if got, want := visible(norm.NFC.String(said.String())), visible(l.Text); got != want {
					t.Errorf("%s: the glyphs say %q, and the words are %q", lang, got, want)
				}
			}
		}
	}
}

// visible is a text without joiners at its start, which no glyph before them can say.
func visible(s string) string { return strings.TrimLeft(s, "\u200D") }

// TestAGlyphHasSeveralNames holds the characters by which a glyph can be named again to the font’s own map.
func TestAGlyphHasSeveralNames(t *testing.T) {
	fonts, err := prepared.regular()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fonts {
		if _, ok := f.Saying(firstPrivate+3, 1); !ok && f.glyphs < mostGlyphs/2 {
			t.Errorf("%s: a glyph has one name only", f.family)
		}
		for nth := 0; ; nth++ {
			char, ok := f.Saying(firstPrivate+3, nth)
			if !ok {
				break
			}
			if char < firstPrivate || char >= firstPrivate+mostGlyphs {
				t.Errorf("%s: %U is no private character", f.family, char)
			}
		}
	}
}

// TestMixedDirections sets an Arabic name in English words, and English words in an Arabic sentence.
func TestMixedDirections(t *testing.T) {
	s := setter(t)
	place := func(t Text, of string) (x float64) {
		want := s.Lines(Text{Words: of, Lang: t.Lang}, 10, 0)[0].Runs[0].Glyphs[0].Rune
		for _, r := range s.Lines(t, 10, 0)[0].Runs {
			for _, g := range r.Glyphs {
				if g.Rune == want {
					return g.X
				}
			}
		}
		return -1
	}
	english := Text{Words: "Q محمد Z", Lang: "en"}
	if place(english, "Q") > place(english, "Z") {
		t.Error("in an English line the first word is not on the left")
	}
	arabic := Text{Words: "رسالة Q ثم Z", Lang: "ar", RightToLeft: true}
	if place(arabic, "Q") < place(arabic, "Z") {
		t.Error("in an Arabic line the first word is not on the right")
	}
}

func TestLinesBreak(t *testing.T) {
	s := setter(t)
	for lang, words := range sentences {
		text := Text{Words: strings.TrimSpace(strings.Repeat(words+" ", 5)), Lang: lang, RightToLeft: RightToLeft(lang)}
		lines := s.Lines(text, 14, 300)
		if len(lines) < 4 {
			t.Errorf("%s: %d lines", lang, len(lines))
		}
		var whole strings.Builder
		for _, l := range lines {
			whole.WriteString(l.Text)
			if l.Width > 300 {
				t.Errorf("%s: a line is %.1f wide", lang, l.Width)
			}
			if len(l.Runs) == 0 {
				t.Errorf("%s: a line shows nothing", lang)
			}
		}
		if whole.String() != text.Words {
			t.Errorf("%s: the lines say %q", lang, whole.String())
		}
	}
}

func TestLostIsNamed(t *testing.T) {
	s := setter(t)
	for words, want := range map[string]string{"Zoë Łukasz": "", "ਮਨਪ੍ਰੀਤ ਕੌਰ": "", "李 Wei": "李", "Sam 😀 😀": "😀", "a\xffb": "\uFFFD", "ne\u200Dxt\n": "", "ყ": "ყ"} {
		if got := string(s.Lost(words)); got != want {
			t.Errorf("of %q %q is lost, not %q", words, got, want)
		}
	}
}

func TestLanguageOf(t *testing.T) {
	for words, want := range map[string]string{"Anna": "", "ਮਨਪ੍ਰੀਤ": "pa", "अनिता": "hi", "রহিম": "bn", "પટેલ": "gu", "முருகன்": "ta", "محمد": "ar", "ڈار": "ur", "ښکلا": "ps"} {
		if got := LanguageOf(words); got != want {
			t.Errorf("%s is taken for %q, not %q", words, got, want)
		}
		if Needs(words) != (want != "") {
			t.Errorf("Needs(%s) is %v", words, Needs(words))
		}
	}
}

// TestNothingIsLeftOut sets any text at any width: every line says its words, and together they say them all.
func TestNothingIsLeftOut(t *testing.T) {
	s := setter(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.StringOf(rapid.RuneFrom([]rune("ab ,مح د ਕਿ ੍ਰक्षতஇગ1٣‍‌\u202e\u0301\n-"))).Draw(t, "words")
		width := rapid.Float64Range(1, 200).Draw(t, "width")
		text := Text{Words: words, RightToLeft: rapid.Bool().Draw(t, "rtl"), Bold: rapid.Bool().Draw(t, "bold")}
		var whole, alone strings.Builder
		for _, l := range s.Lines(text, 12, width) {
			whole.WriteString(l.Text)
		}
		for _, l := range s.Lines(text, 12, 0) {
			alone.WriteString(l.Text)
		}
		if whole.String() != alone.String() {
			t.Fatalf("in lines %q, in one line %q", whole.String(), alone.String())
		}
	})
}

func FuzzLines(f *testing.F) {
	for _, words := range sentences {
		f.Add(words, 100.0)
	}
	f.Add("\xff\xfe\u0000😀", 3.0)
	f.Add(strings.Repeat("م", 400), 10.0)
	s := setter(f)
	f.Fuzz(func(t *testing.T, words string, width float64) {
		if utf8.RuneCountInString(words) > 2000 {
			return
		}
		s.Lost(words)
		s.Lines(Text{Words: words, Lang: LanguageOf(words)}, 14, width)
	})
}

func BenchmarkALine(b *testing.B) {
	s := setter(b)
	b.ReportAllocs()
	for b.Loop() {
		s.Lines(Text{Words: sentences["pa"], Lang: "pa"}, 14, 400)
	}
}
