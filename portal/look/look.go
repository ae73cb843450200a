package look

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"regexp"
	"strings"
)

//go:embed parts/*.html
var partFiles embed.FS

//go:embed css/*.css
var cssFiles embed.FS

//go:embed static
var staticFiles embed.FS

// Words says the text of a key of the word list, with names and values for what it fills in.
type Words interface {
	Say(key string, pairs ...any) (string, error)
}

// Look is the design system in one council's colour: parsed parts and hashed assets. It is safe for concurrent use.
type Look struct {
	parts  *template.Template
	assets *assets
	words  Words
	script string // what the script says, as JSON
}

// New makes the look in the council’s colour, written #rrggbb. What its parts and its script say comes from the words.
func New(colour string, words Words) (*Look, error) {
	c, err := ParseColour(colour)
	if err != nil {
		return nil, fmt.Errorf("the council’s colour: %w", err)
	}
	a, err := newAssets(NewPalette(c))
	if err != nil {
		return nil, err
	}
	l := &Look{assets: a, words: words}
	if l.script, err = ScriptWords(words); err != nil {
		return nil, err
	}
	l.parts, err = template.New("look").Funcs(l.Funcs()).ParseFS(partFiles, "parts/*.html")
	if err != nil {
		return nil, fmt.Errorf("parse the parts of pages: %w", err)
	}
	return l, nil
}

// Funcs are the functions that the parts need and that pages may use:
//
//	say "key" …    the text of a key of the word list
//	asset "name"   the address of an asset, with its hash
//	rich "text"    the text escaped, with **words** between double asterisks made strong
//	paras "text"   the text escaped, a paragraph for each block between empty lines
func (l *Look) Funcs() template.FuncMap {
	return template.FuncMap{"say": l.words.Say, "scriptWords": func() string { return l.script }, "asset": l.Asset, "rich": rich, "paras": paras}
}

// Page parses the page files that match the patterns together with the layout and all parts. Execute the template
// "layout". The files define "main", and may define further templates that they use; give each page its own set.
func (l *Look) Page(files fs.FS, funcs template.FuncMap, patterns ...string) (*template.Template, error) {
	t, err := l.parts.Clone()
	if err != nil {
		return nil, fmt.Errorf("clone the parts of pages: %w", err)
	}
	if t, err = t.Funcs(funcs).ParseFS(files, patterns...); err != nil {
		return nil, fmt.Errorf("parse %s: %w", strings.Join(patterns, ", "), err)
	}
	if t.Lookup("main") == nil {
		return nil, fmt.Errorf("parse %s: no template “main” is defined", strings.Join(patterns, ", "))
	}
	return t, nil
}

// Asset is the address of the asset of that name, as "style.css", with the hash of its content in it. An unknown name
// panics: it is a fault of the page, and every page is parsed and shown in tests.
func (l *Look) Asset(name string) string { return l.assets.address(name) }

// ServeHTTP serves the assets under /static/, to be kept by browsers for a year, compressed where they allow it.
func (l *Look) ServeHTTP(w http.ResponseWriter, r *http.Request) { l.assets.ServeHTTP(w, r) }

var strong = regexp.MustCompile(`\*\*(.+?)\*\*`)

func rich(s string) template.HTML {
	return template.HTML(strong.ReplaceAllString(template.HTMLEscapeString(s), "<strong>$1</strong>"))
}

func paras(s string) template.HTML {
	var b strings.Builder
	for _, p := range regexp.MustCompile(`\n\s*\n`).Split(strings.ReplaceAll(s, "\r", ""), -1) {
		if p = strings.TrimSpace(p); p != "" {
			b.WriteString("<p>" + strings.ReplaceAll(template.HTMLEscapeString(p), "\n", "<br>") + "</p>")
		}
	}
	return template.HTML(b.String())
}

// Say is the text of a key of the word list, filled in from pairs of name and value; the key itself where it has none.
func (l *Look) Say(key string, pairs ...any) string {
	text, err := l.words.Say(key, pairs...)
	if err != nil {
		return key
	}
	return text
}
