package disclosure

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWordsAreTakenOut(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		words []string
		want  string
		taken int
	}{
		"none":            {"Ada came.", nil, "Ada came.", 0},
		"capitals":        {"ADA came with ada.", []string{"Ada"}, Taken + " came with " + Taken + ".", 2},
		"over a line":     {"Mrs Grace\nOkoro said", []string{"Grace Okoro"}, "Mrs " + Taken + " said", 1},
		"signs":           {"(a+b) is kept", []string{"(a+b)"}, Taken + " is kept", 1},
		"nothing in them": {"as it is", []string{"", "  "}, "as it is", 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got, taken := Without(c.text, c.words); got != c.want || taken != c.taken {
				t.Errorf("got %q, %d; want %q, %d", got, taken, c.want, c.taken)
			}
		})
	}
}

// TestWhatIsTakenOutIsNowhere: whatever the text and the words, no word is left, and nothing else is changed.
func TestWhatIsTakenOutIsNowhere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-zà-ü]{2,8}`).Draw(t, "word")
		text := rapid.StringMatching(`([a-zà-ü ,.]{0,20}`+word+`)*[a-z .]{0,20}`).Draw(t, "text")
		got, taken := Without(text, []string{word})
		if strings.Contains(got, word) || strings.ReplaceAll(text, word, Taken) != got || strings.Count(got, Taken) != taken {
			t.Fatalf("%q without %q is %q", text, word, got)
		}
	})
}

func parts() []Part {
	return []Part{{ID: "request", Title: "The request", Text: "Ada and her brother Ben are tired."}, {ID: "e1", Title: "A report", File: "report.pdf"}, {ID: "e2", Title: "About Ben", Text: "Ben."}}
}

func bundle(d Draft) Bundle {
	return Bundle{Title: "What we hold", Parts: parts(), Draft: d, Words: func(g Ground) string { return "withheld: " + string(g) },
		File: func(p Part, c Choice) (string, []byte, error) {
			if c.Copy != "" {
				return "copy.pdf", []byte("blacked"), nil
			}
			return p.File, []byte("whole"), nil
		}}
}

func TestNothingLeavesUndecided(t *testing.T) {
	var w bytes.Buffer
	d := Draft{Parts: map[string]Choice{"request": {Give: true}, "e1": {Give: true}}}
	if err := bundle(d).Write(&w); !errors.Is(err, ErrUndecided) || w.Len() > 0 {
		t.Errorf("an undecided bundle gave %v and %d bytes", err, w.Len())
	}
}

func TestABundleHoldsWhatIsGivenAndNothingElse(t *testing.T) {
	d := Draft{Hide: []string{"Ben"}, Parts: map[string]Choice{"request": {Give: true, Ground: ThirdParty, Hide: []string{"tired"}}, "e1": {Give: true, Copy: "u1"}, "e2": {Ground: Privilege}}}
	var w bytes.Buffer
	if err := bundle(d).Write(&w); err != nil {
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
	text := held["read-this.html"]
	if len(held) != 2 || held["002-copy.pdf"] != "blacked" || strings.Contains(text, "Ben are") || strings.Contains(text, "tired") || !strings.Contains(text, "Ada and her brother "+Taken) ||
		!strings.Contains(text, "withheld: privilege") || !strings.Contains(text, "withheld: third_party") {
		t.Errorf("it holds %v", held)
	}
}
