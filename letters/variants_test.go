package letters

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
)

// TestOtherFormsRead compares the web page and the text to be read aloud of each kind of letter with their goldens.
func TestOtherFormsRead(t *testing.T) {
	for kind, facts := range kinds(t) {
		l := composed(t, kind, facts)
		for name, got := range map[string]string{string(kind) + ".html": string(HTML(l)), string(kind) + "-aloud.txt": Text(l)} {
			path := filepath.Join("testdata", "forms", name)
			if *update {
				if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s differs (-golden +now):\n%s", path, diff)
			}
		}
	}
}

// TestOtherFormsSayTheSame looks for every word of every letter in its web page and in its text to be read aloud.
func TestOtherFormsSayTheSame(t *testing.T) {
	for name, l := range everyLetter(t) {
		page := wordsOf(t, string(HTML(l)))
		aloud := squeeze(strings.ReplaceAll(Text(l), ",", ""))
		title, page0, aloud0 := l.Title, 0, 0
		l.eachText(func(place string, s *string, _ bool) {
			if *s == title && place == "the title" {
				return
			}
			want := squeeze(*s)
			if !strings.Contains(page, want) {
				t.Errorf("%s: the web page lacks %q (%s)", name, *s, place)
			}
			if !strings.Contains(aloud, strings.ReplaceAll(want, ",", "")) {
				t.Errorf("%s: the text to be read aloud lacks %q (%s)", name, *s, place)
			}
			if place == "the address" || place == "the letter head" || place == "the sample mark" {
				return // they stand where each form has them
			}
			inOrder(t, name+", web page", page, want, &page0)
			inOrder(t, name+", aloud", aloud, strings.ReplaceAll(want, ",", ""), &aloud0)
		})
	}
}

// inOrder wants words no earlier than those before them, and moves on to where they end.
func inOrder(t *testing.T, where, whole, words string, from *int) {
	t.Helper()
	at := strings.Index(whole[*from:], words)
	if at < 0 {
		t.Errorf("%s: %q does not come after what stands before it in the letter", where, words)
		return
	}
	*from += at + len(words)
}

// TestNothingBreaksOutOfThePage puts markup into the words of a letter.
func TestNothingBreaksOutOfThePage(t *testing.T) {
	l := composed(t, casework.NotAssessLetter, refused(t))
	l.To[0] = `<script>alert("x")</script>`
	l.Blocks = append(l.Blocks, Paragraph{Text: Prose{{Text: `"><img src=x>`, Lang: `pl" onload="x`}, {Text: " javascript:alert(1) https://example.org/\"onclick=x"}}})
	page := string(HTML(l))
	if strings.Contains(page, "<script") || strings.Contains(page, "<img") {
		t.Error("markup in somebody’s words is markup in the page")
	}
	wordsOf(t, page)
	if strings.Contains(page, `onload="x`) || strings.Contains(page, `href="javascript`) {
		t.Error("words became an attribute")
	}
}

// wordsOf reads the words of a page, which must be well formed.
func wordsOf(t *testing.T, page string) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(strings.ReplaceAll(page, "<br>", "<br/>")))
	d.Entity = xml.HTMLEntity
	var words strings.Builder
	for {
		token, err := d.Token()
		if err == io.EOF {
			return squeeze(words.String())
		}
		if err != nil {
			t.Fatalf("the web page is not well formed: %v", err)
		}
		if text, ok := token.(xml.CharData); ok {
			words.Write(text)
		}
	}
}

// squeeze is a text without its spaces.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == nbsp || r == '\n' {
			return -1
		}
		return r
	}, s)
}
