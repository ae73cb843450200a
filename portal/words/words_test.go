package words

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestEveryKeyIsUsedAndDefined reads the portal's own sources: pages and Go.
func TestEveryKeyIsUsedAndDefined(t *testing.T) {
	w, err := English()
	if err != nil {
		t.Fatal(err)
	}
	text := sources(t)
	for _, m := range regexp.MustCompile(`say "([a-z][a-z_-]*)"|\.say\("([a-z][a-z_-]*)"`).FindAllStringSubmatch(text, -1) {
		key := m[1] + m[2]
		if key == "key" || strings.HasSuffix(key, "-") {
			continue // of the documentation, or put together with what follows
		}
		if w[key] == "" {
			t.Errorf("%q is said and not defined", key)
		}
	}
	var families []string // as the code puts their names together: say("remind-" + what)
	for _, m := range regexp.MustCompile(`"([a-z][a-z_-]*-)"`).FindAllStringSubmatch(text, -1) {
		families = append(families, m[1])
	}
	for key := range w {
		inFamily := slices.ContainsFunc(families, func(f string) bool { return strings.HasPrefix(key, f) })
		if !strings.Contains(text, `"`+key+`"`) && !inFamily && !madeUp(key) {
			t.Errorf("%q is defined and nobody says it", key)
		}
	}
}

// madeUp are keys whose names are put together where they are said.
func madeUp(key string) bool {
	for _, family := range []string{"role-", "stage-", "count-", "account-", "act-", "letter-", "party-", "clock-", "format-", "how-", "standing-", "answer-", "ground-", "interest-", "urgent-", "channel-", "date-", "field-", "decide-is-", "panel-", "question-", "finding-", "outcome-", "from-", "interest-from-", "help-target-", "script-"} {
		if strings.HasPrefix(key, family) {
			return true
		}
	}
	for _, ending := range []string{"-title", "-text", "-subject", "-message", "-lead", "-missing", "-means"} {
		if strings.HasSuffix(key, ending) {
			return true
		}
	}
	return false
}

func TestTheWordsAreWrittenWell(t *testing.T) {
	w, err := English()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for key, text := range w {
		switch {
		case strings.ContainsAny(text, `'"`):
			t.Errorf("%s has a straight apostrophe or quotation mark: %s", key, text)
		case american.MatchString(text):
			t.Errorf("%s is not British English: %s", key, text)
		case len(text) > 20 && seen[text] != "":
			t.Errorf("%s and %s say the same: %s", key, seen[text], text)
		}
		seen[text] = key
	}
}

// TestThePartsHaveNoWordsOfTheirOwn reads the parts that every page is made of.
func TestThePartsHaveNoWordsOfTheirOwn(t *testing.T) {
	files, err := filepath.Glob("../look/parts/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no parts: %v", err)
	}
	code, tag := regexp.MustCompile(`\{\{[^}]*\}\}`), regexp.MustCompile(`<[^>]*>`)
	label := regexp.MustCompile(`(?:aria-label|title|placeholder|alt)="([^"]*)"`)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		page := code.ReplaceAllString(string(data), "·")
		own := tag.ReplaceAllString(page, " ")
		for _, m := range label.FindAllStringSubmatch(page, -1) {
			own += " " + m[1]
		}
		for _, word := range regexp.MustCompile(`\pL[\pL’]+`).FindAllString(own, -1) {
			t.Errorf("%s says %q itself", filepath.Base(file), word)
		}
	}
}

// TestNoPageSaysTheSameTwice finds sentences that stand in more than one page and so belong into the word list.
func TestNoPageSaysTheSameTwice(t *testing.T) {
	seen := map[string]string{}
	tag, code := regexp.MustCompile(`<[^>]*>`), regexp.MustCompile(`\{\{[^}]*\}\}`)
	files, err := filepath.Glob("../pages/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		plain := tag.ReplaceAllString(code.ReplaceAllString(string(data), "\n"), "\n")
		for _, line := range strings.Split(plain, "\n") {
			line = strings.TrimSpace(line)
			if strings.ContainsAny(line, `'`) {
				t.Errorf("%s has a straight apostrophe: %s", filepath.Base(file), line)
			}
			if len(line) < 15 {
				continue
			}
			if before := seen[line]; before != "" && before != file {
				t.Errorf("%s and %s both say: %s", filepath.Base(before), filepath.Base(file), line)
			}
			seen[line] = file
		}
	}
}

func sources(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(path, "_test.go") || filepath.Ext(path) != ".go" && filepath.Ext(path) != ".html" {
			return err
		}
		data, err := os.ReadFile(path)
		all.Write(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// TestSayFillsIn keeps what a person wrote as it is, and never puts it into an error.
func TestSayFillsIn(t *testing.T) {
	w := Words{"hello": "Hello, {name}. {more}", "broken": "Hello, {name"}
	for _, c := range []struct {
		key, want string
		pairs     []any
	}{
		{"hello", "Hello, Amina. 3", []any{"name", "Amina", "more", 3}},
		{"hello", "Hello, {more}. uses {braces}", []any{"name", "{more}", "more", "uses {braces}"}},
	} {
		if got, err := w.Say(c.key, c.pairs...); err != nil || got != c.want {
			t.Errorf("Say(%q, %v) is %q, %v; want %q", c.key, c.pairs, got, err, c.want)
		}
	}
	for _, c := range []struct {
		key   string
		pairs []any
	}{{"unknown", nil}, {"hello", []any{"name", "Amina"}}, {"hello", []any{"name"}}, {"broken", []any{"name", "Amina"}}} {
		if got, err := w.Say(c.key, c.pairs...); err == nil || strings.Contains(err.Error(), "Amina") {
			t.Errorf("Say(%q, %v) is %q, %v", c.key, c.pairs, got, err)
		}
	}
}
