package letters

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"sendpanel/casework"
)

// TestRenderIsAPDF draws every letter. With LETTERS_OUT set, it leaves them there to be looked at.
func TestRenderIsAPDF(t *testing.T) {
	for name, l := range everyLetter(t) {
		pdf, err := Render(l)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !bytes.HasPrefix(pdf, []byte("%PDF-")) || !bytes.Contains(pdf[len(pdf)-32:], []byte("%%EOF")) {
			t.Errorf("%s does not begin and end as a PDF", name)
		}
		if dir := os.Getenv("LETTERS_OUT"); dir != "" {
			if err := os.WriteFile(filepath.Join(dir, name+".pdf"), pdf, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// everyLetter is each kind, each voice and each way of printing.
func everyLetter(t testing.TB) map[string]Letter {
	all := map[string]Letter{}
	for kind, facts := range kinds(t) {
		all[string(kind)] = composed(t, kind, facts)
		for _, p := range Prints()[1:] {
			other := all[string(kind)]
			other.Print = p
			all[string(kind)+"-"+string(p)] = other
		}
		if inTwoVoices(kind) {
			all[string(kind)+"-young-person"] = composed(t, kind, asYoungPerson(kinds(t)[kind]))
		}
	}
	return all
}

// TestRenderIsDeterministic draws one letter many times at once: the bytes are the same, and no font is shared.
func TestRenderIsDeterministic(t *testing.T) {
	l := composed(t, casework.NotAssessLetter, refused(t))
	want, err := Render(l)
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			got, err := Render(l)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("the same letter gave %d bytes, and before %d (%v)", len(got), len(want), err)
			}
		})
	}
	group.Wait()
}

// TestPDFReadsBack reads the words of a refusal from its PDF, as a screen or a copy would.
func TestPDFReadsBack(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed (Debian: poppler-utils): the words of the PDF are not read back")
	}
	pdf, err := Render(composed(t, casework.NotAssessLetter, refused(t)))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "letter.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tool, "-enc", "UTF-8", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	read := strings.Join(strings.Fields(string(out)), " ")
	for _, want := range []string{
		"Mrs Agnieszka Łukasz", "NM1 2AB", "decided not to carry out an EHC needs assessment for Zoë.", "Since they began in April her reading age",
		"You have the right to appeal against this decision", "one month from the date on your mediation certificate if that is later",
		"You have the right to mediation.", "You need a mediation certificate before you can appeal", "0808 157 0110", "you must tell us", "Tom Whitfield",
		"Common Ground Disagreement Resolution Service", "Northmere SENDIASS", "Monday 14 December 2026", "Priya Raman", "SAMPLE", "Page 2 of",
	} {
		if !strings.Contains(read, want) {
			t.Errorf("the PDF does not read %q", want)
		}
	}
}
