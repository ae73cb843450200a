// Package docs holds the project's documents. Its tests keep the decisions true: who imports whom, and why each library.
package docs

import (
	"encoding/json"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// rooms are the top folders, and the rooms that each may import besides itself (docs/adr/0007).
var rooms = map[string][]string{
	"statute":    {},
	"casework":   {"statute"},
	"council":    {"statute", "casework"},
	"letters":    {"statute", "casework", "council"},
	"records":    {"statute", "casework", "council"},
	"dispatch":   {"statute", "casework"},
	"activities": {"statute", "casework"},
	"workflows":  {"statute", "casework", "activities"},
	"portal":     {"statute", "casework", "council", "letters", "records", "activities", "workflows"},
	"service":    {"statute", "casework", "council", "letters", "records", "dispatch", "activities", "workflows", "portal"},
	"starter":    {"statute", "casework", "council", "letters", "records", "workflows", "service"},
	"worker":     {"service"},
	"docs":       {},
	"examples":   {"statute", "casework", "council", "letters"},
}

// outside are the libraries of the rooms that must stay light: the law and the case can be read, tested and replayed alone.
var outside = map[string][]string{
	"statute":   {},
	"casework":  {"github.com/go-playground/validator/v10", "golang.org/x/text/"},
	"workflows": {"go.temporal.io/", "google.golang.org/protobuf/"},
}

// imports lists what each package of this module imports, tests apart.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	c := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...")
	c.Dir = ".."
	out, err := c.Output()
	if err != nil {
		t.Skipf("go list does not run here: %v", err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		all[strings.TrimPrefix(words[0], "sendpanel/")] = words[1:]
	}
	return all
}

func TestWhoImportsWhom(t *testing.T) {
	seen := map[string]bool{}
	for from, list := range imports(t) {
		room, _, _ := strings.Cut(from, "/")
		may, known := rooms[room]
		if !known {
			t.Errorf("%s is in no room that docs/adr/0007 knows", from)
			continue
		}
		seen[room] = true
		for _, to := range list {
			other, ours := strings.CutPrefix(to, "sendpanel/")
			other, _, _ = strings.Cut(other, "/")
			if ours && other != room && !slices.Contains(may, other) {
				t.Errorf("%s imports %s: docs/adr/0007 has no such way", from, to)
			}
			light, isLight := outside[room]
			if !ours && isLight && strings.Contains(to, ".") && !slices.ContainsFunc(light, func(l string) bool { return strings.HasPrefix(to, l) }) && !strings.HasSuffix(from, "/casetest") {
				t.Errorf("%s imports %s: the room stays light (docs/adr/0007)", from, to)
			}
		}
	}
	for room := range rooms {
		if !seen[room] {
			t.Errorf("the room %s is gone: take it out of docs/adr/0007", room)
		}
	}
}

func TestEachLibraryIsJustified(t *testing.T) {
	adr, err := os.ReadFile("adr/0009-dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	for _, name := range regexp.MustCompile(`[a-z0-9.-]+\.[a-z]+(?:/[A-Za-z0-9._-]+)+`).FindAllString(string(adr), -1) {
		named[name] = true
	}
	for _, folder := range []string{"..", "../devserver"} {
		for _, module := range direct(t, folder) {
			if module != "sendpanel" && !named[module] {
				t.Errorf("%s/go.mod asks for %s, and docs/adr/0009 does not say why", folder, module)
			}
		}
	}
}

// direct lists the modules that a go.mod asks for itself.
func direct(t *testing.T, folder string) []string {
	t.Helper()
	c := exec.Command("go", "mod", "edit", "-json")
	c.Dir = folder
	out, err := c.Output()
	if err != nil {
		t.Skipf("go mod edit does not run here: %v", err)
	}
	var file struct {
		Require []struct {
			Path     string
			Indirect bool
		}
	}
	if err := json.Unmarshal(out, &file); err != nil {
		t.Fatalf("read go.mod: %v", err)
	}
	var list []string
	for _, r := range file.Require {
		if !r.Indirect {
			list = append(list, r.Path)
		}
	}
	return list
}
