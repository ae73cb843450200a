package disclosure

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"sendpanel/statute"
)

func parts() []Part {
	return []Part{{ID: "request", Title: "The request", Text: "Ada and her brother Ben are tired."}, {ID: "e1", Title: "A report", File: "Ben_Okoro, report.pdf"},
		{ID: "e2", Title: "Advice about Ben’s uncle", Text: "Ben."}, {ID: "e3", Title: "A note of the nurse", Text: "It hurts."}, {ID: "e4", Title: "A letter", File: "letter.docx", Text: "Ben wrote this."}}
}

// decided is a draft in which the parts are decided as they stand.
func decided(hide []string, choices map[string]Choice) Draft {
	d := Draft{Hide: hide, Parts: map[string]Choice{}}
	for _, p := range parts() {
		if c, is := choices[p.ID]; is {
			d.Decide(p, c)
		}
	}
	return d
}

func bundle(t *testing.T, d Draft) Bundle {
	return Bundle{Title: "What we hold", Parts: parts(), Draft: d, HeldSilent: "some is withheld", Rights: []string{"You may complain."},
		Held:  func(g Ground, n int) string { return strings.Repeat("withheld: "+string(g)+".", n) },
		Taken: func(g Ground) string { return "taken out: " + string(g) },
		File: func(p Part, c Choice) (string, string, []byte, error) {
			if c.Copy != "" {
				return "copy.pdf", "application/pdf", paper(t, "all black"), nil
			}
			return p.File, "application/pdf", paper(t, "Ada Okoro and Ben"), nil
		}}
}

func TestNothingLeavesUndecided(t *testing.T) {
	all := map[string]Choice{"request": {Give: true}, "e1": {Give: true}, "e2": {Give: true}, "e3": {Give: true}, "e4": {Give: true}}
	for name, b := range map[string]Bundle{
		"a part is left":           bundle(t, decided(nil, map[string]Choice{"request": {Give: true}, "e1": {Give: true}})),
		"it has changed since":     changed(bundle(t, decided(nil, all))),
		"it may be another's":      held(bundle(t, decided(nil, all))),
		"a name is still in a PDF": bundle(t, decided([]string{"Ben"}, all)),
	} {
		t.Run(name, func(t *testing.T) {
			var w bytes.Buffer
			err := b.Write(&w)
			if want := name != "a name is still in a PDF"; w.Len() > 0 || errors.Is(err, ErrUndecided) != want || !want && !errors.As(err, new(StillThereError)) {
				t.Errorf("it gave %v and %d bytes", err, w.Len())
			}
		})
	}
}

func changed(b Bundle) Bundle {
	b.Parts[0].Text += " And so is Grace."
	return b
}

func held(b Bundle) Bundle {
	b.Parts[1].Held = true
	return b
}

func TestABundleHoldsWhatIsGivenAndNothingElse(t *testing.T) {
	d := decided([]string{"Ben"}, map[string]Choice{"request": {Give: true, Ground: ThirdParty, Hide: []string{"tired"}}, "e1": {Give: true, Copy: "u1", Ground: ThirdParty},
		"e2": {Ground: Privilege}, "e3": {Ground: Harm}, "e4": {Give: true}})
	held := unpacked(t, bundle(t, d))
	text := held["read-this.html"]
	for _, gone := range []string{"Ben", "tired", "Advice about", "nurse", "hurts", "harm", "Okoro"} {
		for name, content := range held {
			if strings.Contains(name, gone) || strings.Contains(content, gone) {
				t.Errorf("%s holds %q", name, gone)
			}
		}
	}
	for _, want := range []string{"Ada and her brother " + Taken, "withheld: privilege.", "some is withheld", "taken out: third_party", "You may complain.", Taken + " wrote this."} {
		if !strings.Contains(text, want) {
			t.Errorf("it does not say %q: %s", want, text)
		}
	}
	if len(held) != 2 || !strings.HasPrefix(held["002-copy.pdf"], "%PDF") {
		t.Errorf("it holds %d files", len(held))
	}
}

// TestANameOfAFileSaysNothing: the name of a file holds the child's brother as often as its words do.
func TestANameOfAFileSaysNothing(t *testing.T) {
	for name, want := range map[string]string{"Ben_Okoro report.pdf": "paper.pdf", "Ada.pdf": "Ada.pdf", "../../etc/Ada.pdf": "Ada.pdf", "Ben-Okoro.docx": "paper.docx"} {
		if got := namedWithout(name, []string{"Ben Okoro"}); got != want {
			t.Errorf("%s is named %s, want %s", name, got, want)
		}
	}
}

func unpacked(t *testing.T, b Bundle) map[string]string {
	t.Helper()
	var w bytes.Buffer
	if err := b.Write(&w); err != nil {
		t.Fatal(err)
	}
	archive, err := zip.NewReader(bytes.NewReader(w.Bytes()), int64(w.Len()))
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		held[f.Name] = string(content)
	}
	return held
}

// TestAnOpinionIsGoodForSixMonths: Data Protection Act 2018, Schedule 3, paragraph 6(3) and (4).
func TestAnOpinionIsGoodForSixMonths(t *testing.T) {
	said := statute.Date(2026, 5, 31)
	d := decided(nil, map[string]Choice{"e3": {Give: true, Health: AskedFirst, Asked: "Dr Grace Mwangi", Said: said}, "request": {Give: true, Health: NoHealth}})
	for day, want := range map[statute.Day]int{said.AddDays(-1): 1, said: 0, statute.Date(2026, 11, 29): 0, statute.Date(2026, 11, 30): 1} {
		if got := len(d.Opinions(parts(), day)); got != want {
			t.Errorf("on %s %d opinions are not good, want %d", day, got, want)
		}
	}
}
