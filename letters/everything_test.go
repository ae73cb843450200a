package letters

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/letters/check"
	"sendpanel/letters/languages"
)

// TestEverythingPassesTheGate checks letters with all that can come together: each language’s strap-lines and page on the
// rights, names in every script wherever a name stands, tables that go on over pages, long words; in each way of printing.
// With LETTERS_OUT set it leaves them there for other validators.
func TestEverythingPassesTheGate(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes minutes: every language in every way of printing")
	}
	for name, l := range everything(t) {
		pdf, err := Render(l)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, f := range check.Check(pdf) {
			t.Errorf("%s: %s", name, f)
		}
		if dir := os.Getenv("LETTERS_OUT"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// everything is letters in which much comes together.
func everything(t testing.TB) map[string]Letter {
	all := map[string]Letter{}
	for name, l := range awkward(t) {
		for _, p := range Prints() {
			l.Print = p
			all[fmt.Sprintf("%s-%s", name, p)] = l
		}
	}
	for i, text := range languages.All().On(refusedOn()) {
		for k, p := range Prints() {
			l := inLanguage(t, text)
			l.Print = p
			all[fmt.Sprintf("language-%s-%s", text.Code, p)] = l
			if k == i%len(Prints()) {
				all[fmt.Sprintf("language-%s-with-all-scripts-%s", text.Code, p)] = withEvidence(withEveryName(l))
			}
		}
	}
	return all
}

// inLanguage is a refusal for a family that reads a language, with the strap-lines of all languages.
func inLanguage(t testing.TB, text languages.Text) Letter {
	t.Helper()
	facts := refused(t)
	facts.Council.Languages = nil
	for _, other := range languages.All().On(facts.On) {
		facts.Council.Languages = append(facts.Council.Languages, other.ForSettings("01632 960160"))
	}
	facts.Case.Family = slices.Clone(facts.Case.Family)
	facts.Case.Family[0].Language = text.Name
	return composed(t, casework.NotAssessLetter, facts)
}

// withEveryName puts a name in each script into the address, a heading, a list, a table, a contact and a signature.
func withEveryName(l Letter) Letter {
	l.To = slices.Clone(l.To)
	l.To[0] = names["ur"] + " " + names["ta"]
	l.Head.Address = slices.Clone(l.Head.Address)
	blocks := []Block{l.Blocks[0]}
	for _, lang := range []string{"pa", "hi", "bn", "gu", "ta", "ur", "ar", "ps"} {
		name := names[lang]
		blocks = append(blocks,
			Heading{Level: 2, Text: "About " + name + " and others"},
			List{Items: []Item{{Text: plain(name)}, {Text: Prose{{Text: "Before " + name + ", after. "}, {Text: name, Bold: true}}}}},
			FactTable{Rows: []Fact{{Label: name, Value: name + " (" + lang + ")"}, {Label: "Name", Value: strings.Repeat(name+" ", 9)}}},
			Steps{Rows: []Step{{When: "On " + name, What: plain("Call " + name + " on 01632 960111, or read https://example.org/" + lang + ".")}}},
			Contact{Name: name, Ways: []Fact{{Label: "Phone", Value: "01632 960111"}, {Label: "Address", Value: name + " House"}}},
		)
	}
	l.Blocks = append(blocks, l.Blocks[1:]...)
	for i, b := range l.Blocks {
		if s, is := b.(Signature); is {
			s.Name, s.Lines = names["gu"], append([]string{names["ar"]}, s.Lines...)
			l.Blocks[i] = s
		}
	}
	return l
}

// withEvidence adds forty papers by people with names in every script, some with a reason across the table.
func withEvidence(l Letter) Letter {
	var list EvidenceList
	tongues := []string{"pa", "hi", "bn", "gu", "ta", "ur", "ar", "ps"}
	for i := range 40 {
		name := names[tongues[i%len(tongues)]]
		x := Exhibit{Number: fmt.Sprintf("E%d", i+1), Title: "Report by " + name + " of an assessment", Author: name, Date: "2 October 2026"}
		if i%3 == 0 {
			x.Note = strings.Repeat("It was written by "+name+" long ago. ", 1+i%4)
		}
		list.Rows = append(list.Rows, x)
	}
	l.Blocks = append(slices.Clone(l.Blocks), list)
	return l
}

// TestOtherProgramsReadEverything has other programs open a few of them: no fault is found in their syntax, no private
// character is read, and no name is lost.
func TestOtherProgramsReadEverything(t *testing.T) {
	for _, tool := range []string{"qpdf", "mutool", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed: other programs do not read the letters", tool)
		}
	}
	for name, l := range everything(t) {
		if !strings.Contains(name, "with-all-scripts") {
			continue
		}
		pdf, err := Render(l)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		file := saved(t, pdf)
		if out, err := exec.Command("qpdf", "--check", file).CombinedOutput(); err != nil {
			t.Errorf("%s: qpdf: %v\n%s", name, err, out)
		}
		var told bytes.Buffer
		cmd := exec.Command("mutool", "draw", "-F", "txt", file)
		cmd.Stderr = &told
		read, err := cmd.Output()
		warnings := strings.ReplaceAll(told.String(), "warning: ICC support is not available", "") // in how Debian builds it
		if err != nil || strings.Contains(warnings, "warning") || strings.Contains(warnings, "error") {
			t.Errorf("%s: mutool: %v\n%s", name, err, warnings)
		}
		words := strings.Join(strings.Fields(string(read)), " ")
		if strings.ContainsFunc(words, func(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r == '\uFFFD' }) {
			t.Errorf("%s: characters are read that say nothing", name)
		}
		for lang, someone := range names {
			if n := strings.Count(words, someone); n < 5 {
				t.Errorf("%s: %s is read %d times (%s)", name, someone, n, lang)
			}
		}
	}
}
