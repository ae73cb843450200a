package letters

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/letters/check"
)

// names are children’s names in scripts of their families, all invented.
var names = map[string]string{
	"pa": "ਮਨਪ੍ਰੀਤ ਕੌਰ ਢਿੱਲੋਂ", "hi": "प्रिया शर्मा", "bn": "রহিমা বেগম", "gu": "કૃષ્ણા પટેલ", "ta": "முருகன் செல்வி", "ur": "زینب ٹوانہ", "ar": "محمد عبد الرحمن", "ps": "ښکلا احمدزۍ",
}

// withNames is a refusal in which a name stands wherever names stand, and paragraphs are in its language.
func withNames(t testing.TB, lang string) Letter {
	t.Helper()
	facts := refused(t)
	facts.Case.Opened.Child.Preferred = names[lang]
	facts.Case.Family[0].Name = names[lang] + " Łukasz"
	l, err := Compose(keyOf(casework.NotAssessLetter), facts)
	if err != nil {
		t.Fatal(err)
	}
	words := strings.TrimSpace(strings.Repeat(names[lang]+"، ", 20))
	l.Blocks = append(l.Blocks, Paragraph{Text: Prose{{Text: words, Lang: lang}}}, Heading{Level: 2, Text: names[lang] + " (2026)"},
		Paragraph{Text: Prose{{Text: "The name "}, {Text: names[lang], Bold: true}, {Text: " in the middle of a long line that must be broken somewhere, and on."}}})
	return l
}

func TestNamesInEveryScriptPassTheGate(t *testing.T) {
	for lang := range names {
		for _, print := range Prints() {
			if print != Standard && lang != "pa" && lang != "ur" { // one from each side is enough for the other ways of printing
				continue
			}
			l := withNames(t, lang)
			l.Print = print
			pdf, err := Render(l)
			if err != nil {
				t.Fatalf("%s, %s: %v", lang, print, err)
			}
			for _, f := range check.Check(pdf) {
				t.Errorf("%s, %s: %v", lang, print, f)
			}
			again, err := Render(l)
			if err != nil || string(again) != string(pdf) {
				t.Errorf("%s, %s: drawn again it is another file: %v", lang, print, err)
			}
		}
	}
}

// TestNamesInEveryScriptAreReadBack takes the words out of the file, as a reader who copies them would.
func TestNamesInEveryScriptAreReadBack(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: the words are not read back")
	}
	for lang, name := range names {
		pdf, err := Render(withNames(t, lang))
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "letter.pdf")
		if err := os.WriteFile(file, pdf, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Join(strings.Fields(string(out)), " ")
		if strings.ContainsFunc(words, func(r rune) bool { return r >= 0xE000 && r <= 0xF8FF }) {
			t.Errorf("%s: private characters are read", lang)
		}
		if lang == "pa" && !strings.Contains(words, name) { // for scripts from right to left pdftotext adds marks of direction
			t.Errorf("%s: %s is not read back", lang, name)
		}
	}
}
