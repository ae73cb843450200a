package words

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// literal is a string in the portal’s own Go files.
type literal struct {
	at   string // file:line
	text string
	kept keep
}

// keep says why a string may stand in Go.
type keep int

const (
	shown  keep = iota // it may not: a page could show it
	named              // a constant, or a note in the record of reads: it has one place
	traced             // for the log or a chain of errors
)

// TestNoPageTextStandsInGo reads the strings of the portal’s Go files: what a page shows stands in the word list.
func TestNoPageTextStandsInGo(t *testing.T) {
	w, err := English()
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]string{}
	for key, text := range w {
		said[text] = key
	}
	for _, l := range literals(t) {
		switch {
		case straight.MatchString(l.text):
			t.Errorf("%s has a straight apostrophe: %q", l.at, l.text)
		case american.MatchString(l.text) && prose(l.text):
			t.Errorf("%s is not British English: %q", l.at, l.text)
		case said[l.text] != "" && prose(l.text):
			t.Errorf("%s says what the word list has as %q: %q", l.at, said[l.text], l.text)
		case l.kept == shown && prose(l.text):
			t.Errorf("%s is page text and belongs into the word list: %q", l.at, l.text)
		}
	}
}

// TestNoStringOfGoSaysTheSameTwice covers what stays in Go too: names, and what the record of reads is told.
func TestNoStringOfGoSaysTheSameTwice(t *testing.T) {
	seen := map[string]string{}
	for _, l := range literals(t) {
		if before := seen[l.text]; before != "" && l.kept != traced && len(l.text) >= 10 && prose(l.text) {
			t.Errorf("%s and %s both say: %q", before, l.at, l.text)
		}
		seen[l.text] = l.at
	}
}

// TestProse keeps apart what people read and what machines read.
func TestProse(t *testing.T) {
	for text, want := range map[string]bool{
		"too few to show": true, ", aged ": true, " has said so": true, "The child’s part: ": true, "%s weeks": true,
		"GET /cases/{ref}": false, "text/html; charset=utf-8": false, `<text class="a" y="2">`: false, "2 January 2006": false,
		"received": false, "%s, %s": false, "camera=(), microphone=()": false, "chart chart-bars": false, "%d KB": false, "": false,
	} {
		if prose(text) != want {
			t.Errorf("prose(%q) is %t", text, !want)
		}
	}
}

var (
	american = regexp.MustCompile(`(?i)\b(\w*(ization|izing|ized|izes|color|center|behavior|favor|enrollment)|programs?|fulfill|gotten)\b`)
	straight = regexp.MustCompile(`\pL'\pL`)
	machine  = regexp.MustCompile(`^(GET|POST|PUT|DELETE) |^<|[a-z]+/[a-z]+;|=\(?|-src '|^chart |\([^)]*\\d|^(\W*\d+)+ January|\b2006\b|sandbox$|^Bearer |^(rail|stem|number) [a-z]+-|\[a-zA-Z\]|^stream: $|^ FOUND$|^2 Jan 06$`)
	measure  = regexp.MustCompile(`^%[.\w]+ [KM]B$`)
)

// prose reports whether a string is words that somebody reads: a word beside a space or another word.
func prose(text string) bool {
	if machine.MatchString(text) || measure.MatchString(text) || !strings.Contains(text, " ") {
		return false
	}
	plain := regexp.MustCompile(`%[-+#.\d]*[a-zA-Z]`).ReplaceAllString(text, "")
	return strings.ContainsFunc(plain, unicode.IsLetter)
}

// literals are the strings of the portal and of every package below it, but for those that only tests use and the gallery,
// which shows invented content.
func literals(t *testing.T) []literal {
	t.Helper()
	var all []literal
	packages := 0
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "gallery" || entry.Name() == "testdata" || strings.HasSuffix(entry.Name(), "test")):
			return filepath.SkipDir
		case entry.IsDir():
			packages++
		case filepath.Ext(path) == ".go" && !strings.HasSuffix(path, "_test.go"):
			all = append(all, literalsOf(t, path)...)
		}
		return nil
	})
	if err != nil || packages < 10 {
		t.Fatalf("%d packages were read: %v", packages, err)
	}
	return all
}

func literalsOf(t *testing.T, path string) []literal {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var all []literal
	add := func(x *ast.BasicLit, kept keep) {
		if text, err := strconv.Unquote(x.Value); err == nil && x.Kind == token.STRING {
			all = append(all, literal{at: path + ":" + strconv.Itoa(set.Position(x.Pos()).Line), text: text, kept: kept})
		}
	}
	var walk func(n ast.Node, kept keep)
	walk = func(n ast.Node, kept keep) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.BasicLit:
				add(x, kept)
			case *ast.GenDecl:
				if x.Tok == token.CONST && kept == shown {
					walk(x, named)
					return false
				}
			case *ast.Field:
				if x.Tag != nil && kept == shown {
					walk(x, named)
					return false
				}
			case *ast.CallExpr:
				if why := unshown(x); why > kept {
					walk(x, why)
					return false
				}
			case *ast.FuncDecl:
				if kept == shown && x.Name.Name == "Error" && x.Recv != nil {
					walk(x, traced)
					return false
				}
			}
			return true
		})
	}
	if strings.HasPrefix(filepath.Base(path), "api") { // what the API’s document says is no page’s
		walk(file, named)
	} else {
		walk(file, shown)
	}
	return all
}

// unshown tells the calls that take words which no page shows.
func unshown(call *ast.CallExpr) keep {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		if f.Name == "panic" {
			return traced
		}
	case *ast.SelectorExpr:
		from, chained := f.X.(*ast.SelectorExpr)
		switch {
		case chained && from.Sel.Name == "log", f.Sel.Name == "Errorf", f.Sel.Name == "New" && packageOf(f) == "errors":
			return traced
		case slices.Contains([]string{"Read", "noteRead", "ownRead", "NoteRead"}, f.Sel.Name):
			return named
		}
	}
	return shown
}

func packageOf(f *ast.SelectorExpr) string {
	if x, named := f.X.(*ast.Ident); named {
		return x.Name
	}
	return ""
}
