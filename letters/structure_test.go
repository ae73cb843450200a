package letters

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/letters/languages"
)

// TestStructureReads compares the tags of every kind of letter, with the words in them in reading order as another
// program finds them, with their goldens.
func TestStructureReads(t *testing.T) {
	tool, err := exec.LookPath("pdfinfo")
	if err != nil {
		t.Skip("pdfinfo is not installed (Debian: poppler-utils): the tags are not read back")
	}
	letters := map[string]Letter{}
	for kind, facts := range kinds(t) {
		facts.Council.Languages = nil // once is enough: poppler takes seconds over lines in other scripts
		letters[string(kind)] = composed(t, kind, facts)
	}
	for _, text := range languages.All().On(refusedOn()) {
		if text.Code == "ur" || text.Code == "pa" {
			letters["decision-not-to-assess-in-"+text.Code] = inLanguage(t, text)
		}
	}
	for name, l := range letters {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pdf, err := Render(l)
			if err != nil {
				t.Fatal(err)
			}
			got, err := exec.Command(tool, "-struct-text", saved(t, pdf)).Output()
			if err != nil {
				t.Fatal(err)
			}
			compareStructure(t, name, got)
		})
	}
}

// objectNumber is where a link stands in the file, which says nothing of the letter.
var objectNumber = regexp.MustCompile(`Object \d+ 0`)

func compareStructure(t *testing.T, name string, got []byte) {
	t.Helper()
	got = objectNumber.ReplaceAll(got, []byte("Object"))
	path := filepath.Join("testdata", "structure", name+".txt")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read the golden structure: %v (go test -run TestStructureReads -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("the tags differ from %s (-golden +now):\n%s", path, diff)
	}
}

// TestAnotherProgramFindsNoFault has qpdf look at the syntax of each kind of letter and of the awkward ones.
func TestAnotherProgramFindsNoFault(t *testing.T) {
	tool, err := exec.LookPath("qpdf")
	if err != nil {
		t.Skip("qpdf is not installed (Debian: qpdf): no other program looks at the files’ syntax")
	}
	all := awkward(t)
	for kind, facts := range kinds(t) {
		all[string(kind)] = composed(t, kind, facts)
	}
	for name, l := range all {
		pdf, err := Render(l)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if out, err := exec.Command(tool, "--check", saved(t, pdf)).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}

func saved(t *testing.T, pdf []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "letter.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
