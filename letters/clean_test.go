package letters

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"sendpanel/casework"
	"sendpanel/letters/check"
	"sendpanel/letters/face"
)

func TestClean(t *testing.T) {
	for _, tc := range []struct{ name, in, want, lost string }{
		{"plain", "Zoë Łukasz-O’Brien", "Zoë Łukasz-O’Brien", ""},
		{"composed", "Zoe\u0308", "Zoë", ""},
		{"lines", "one\r\ntwo\tthree", "one  two three", ""},
		{"soft hyphen and marks of direction", "a\u00ADb\u200Ec\u202Ed", "abcd", ""},
		{"emoji", "Sam 🙂", "Sam ?", "🙂"},
		{"Gurmukhi", "ਜਸ", "??", "ਜਸ"},
		{"Latin-1 byte", "Zo\xeb", "Zo?", "\uFFFD"},
		{"cut-off character", "Zo\xc3", "Zo?", "\uFFFD"},
		{"telephone", "Call 01632 960 111 now", "Call 01632\u00A0960\u00A0111 now", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, lost := clean(tc.in, face.Atkinson().Has)
			if got != tc.want || string(lost) != tc.lost {
				t.Errorf("have %q, lost %q; want %q, lost %q", got, string(lost), tc.want, tc.lost)
			}
		})
	}
}

// TestEuropeanNamesAreDrawn lists names of families that English councils write to.
func TestEuropeanNamesAreDrawn(t *testing.T) {
	for _, name := range []string{"Łukasz Żółć", "Ștefan Țepeș", "Siân Llŷr", "João Gonçalves", "Çağrı Şahin", "Žydrūnas Ģirts Ļaudis", "Gëzim", "Őry Űri", "Ngô Đình", "Ó Súilleabháin", "Ðóra Þór", "Dvořák"} {
		if _, lost := clean(name, face.Atkinson().Has); len(lost) > 0 {
			t.Errorf("%s: the typeface lacks %q", name, string(lost))
		}
	}
}

func TestALostCharacterStopsTheLetter(t *testing.T) {
	facts := refused(t)
	facts.Case.Opened.Child.Preferred = "李娜"
	_, err := Compose(keyOf(casework.NotAssessLetter), facts)
	wantGap(t, err, Typeface, "U+674E")
	if strings.Contains(err.Error(), "Agnieszka") {
		t.Errorf("the error names somebody: %v", err)
	}

	l := composed(t, casework.NotAssessLetter, refused(t))
	l.To[0] = "Sam 🙂"
	var withheld *Withheld
	if _, err := Render(l); !errors.As(err, &withheld) {
		t.Errorf("a letter changed after it was composed was drawn: %v", err)
	}
}

// FuzzNames puts any text where a person’s words go. Nothing panics, and a letter either holds every word or is refused.
func FuzzNames(f *testing.F) {
	for _, s := range []string{"Zoë", "🙂", "\xff", "", strings.Repeat("W", 300), "a\u0000b", "ਜਸ", "{child} **bold**", "\u2028", "D’Arcy–Jones", "<b>", "\\(", strings.Repeat("long words ", 80), "زینب ٹوانہ", strings.Repeat("م", 300),
		strings.Repeat("ਕਿ", 200), "\u202eabc", "e\u0301\u0301\u0327", "محمد (Zoë) 12", "a-b/c–d", "\u00ad\u200b\u200d", strings.Repeat("ٹو", 150) + "-" + strings.Repeat("W", 200), "x\t\n\ry"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, name, words string) {
		facts := refused(t)
		facts.Case.Family[0].Name, facts.Case.Opened.Child.Preferred = name, name
		facts.Decision.Findings[1].Reason = words
		l, err := Compose(keyOf(casework.NotAssessLetter), facts)
		if err != nil {
			var withheld *Withheld
			if !errors.As(err, &withheld) {
				t.Fatalf("not a Withheld: %v", err)
			}
			return
		}
		if _, sheets, err := prepare(l, &room{}); err == nil {
			wantEveryWord(t, l, sheets)
		}
		if pdf, err := Render(l); err == nil {
			if found := check.Check(pdf); len(found) > 0 {
				t.Fatalf("it is drawn and does not pass the gate: %v", found)
			}
		} else if err != nil && strings.Contains(err.Error(), "library failed") {
			t.Fatal(err)
		}
	})
}

// wantEveryWord compares the characters that were laid out with those of the letter’s own words.
func wantEveryWord(t *testing.T, l Letter, sheets []sheet) {
	t.Helper()
	var drawn strings.Builder
	for _, s := range sheets {
		for _, o := range s.ops {
			drawn.WriteString(o.text)
		}
	}
	has := map[rune]int{}
	for _, r := range drawn.String() {
		has[r]++
	}
	l.eachText(func(_ string, s *string, _ bool) {
		for _, r := range *s {
			if !strings.ContainsRune(" \u00A0", r) {
				has[r]--
			}
		}
	})
	// The title is for the document’s properties and is not drawn.
	for _, r := range l.Title {
		has[r]++
	}
	for r, n := range has {
		if n < 0 && utf8.ValidRune(r) {
			t.Fatalf("%d of %q were lost on the way to the page", -n, r)
		}
	}
}
