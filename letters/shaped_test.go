package letters

import (
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

// TestNamesInEveryScriptAreReadBack takes the words out of the file as a reader who copies or searches them does, and the tags
// with their words.
func TestNamesInEveryScriptAreReadBack(t *testing.T) {
	for _, tool := range []string{"pdftotext", "pdfinfo"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed: the words are not read back", tool)
		}
	}
	for lang, name := range names {
		l := withNames(t, lang)
		l.Blocks = l.Blocks[len(l.Blocks)-3:] // pdfinfo takes long over long letters
		pdf, err := Render(l)
		if err != nil {
			t.Fatal(err)
		}
		file := saved(t, pdf)
		for _, cmd := range []*exec.Cmd{exec.Command("pdftotext", "-enc", "UTF-8", file, "-"), exec.Command("pdfinfo", "-struct-text", file)} {
			out, err := cmd.Output()
			if err != nil {
				t.Fatal(err)
			}
			words := strings.Join(strings.Fields(strings.Map(plainlyRead, string(out))), " ")
			// Poppler turns the two letters of lam-alef round, which are one glyph, in copied words; in tags it does not.
			if strings.Contains(name, "لا") && filepath.Base(cmd.Path) == "pdftotext" {
				words = strings.ReplaceAll(words, "ال", "لا")
			}
			if n := strings.Count(words, name); n < 20 {
				t.Errorf("%s: %s reads %s %d times", lang, cmd.Path, name, n)
			}
			if strings.ContainsFunc(words, func(r rune) bool { return r >= 0xE000 && r <= 0xF8FF }) {
				t.Errorf("%s: %s reads private characters", lang, cmd.Path)
			}
		}
	}
}

// plainlyRead leaves out the marks of direction that poppler adds to words from right to left, and joiners.
func plainlyRead(r rune) rune {
	if r >= 0x202A && r <= 0x202E || r == 0x2060 {
		return -1
	}
	return r
}
