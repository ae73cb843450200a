package portal

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/words"
	"sendpanel/statute"
)

//go:embed pages/*.html
var pageFiles embed.FS

// Page is what a template works with. What the page itself is about is in Data.
type Page struct {
	Visit *Visit
	Form  *form.Form
	Data  any
	Flash string
	Nav   []Link
	Demo  bool
}

// Link is a place in the portal with its name.
type Link struct {
	Path    string
	Name    string
	Current bool
}

// pages are the templates by the name of their file.
type pages map[string]*template.Template

// readPages reads the layout and the parts once, and each page on a copy of them.
func readPages(w words.Words, parts ...fs.FS) (pages, error) {
	shared := template.New("").Funcs(functions(w)).Option("missingkey=error")
	for _, from := range parts {
		if _, err := shared.ParseFS(from, "*.html"); err != nil {
			return nil, fmt.Errorf("read the parts of pages: %w", err)
		}
	}
	if _, err := shared.ParseFS(pageFiles, "pages/layout.html"); err != nil {
		return nil, fmt.Errorf("read the layout: %w", err)
	}
	files, err := fs.Glob(pageFiles, "pages/*.html")
	if err != nil {
		return nil, err
	}
	all := pages{}
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".html")
		if name == "layout" {
			continue
		}
		own, err := shared.Clone()
		if err == nil {
			own, err = own.ParseFS(pageFiles, file)
		}
		if err != nil {
			return nil, fmt.Errorf("read the page %s: %w", name, err)
		}
		for _, part := range []string{"title", "main"} {
			if own.Lookup(part) == nil {
				return nil, fmt.Errorf("read the page %s: it has no %q", name, part)
			}
		}
		all[name] = own
	}
	return all, nil
}

// functions are what templates may call.
func functions(w words.Words) template.FuncMap {
	return template.FuncMap{
		"say":  w.Say,
		"dict": dict,
		"role": func(r casework.Role) (string, error) { return w.Say("role-" + string(r)) },
		"day":  func(at time.Time) string { return statute.DayOf(at).Long() },
		"list": func(items ...any) []any { return items },
	}
}

// dict makes the argument of a part from pairs of name and value.
func dict(pairs ...any) (map[string]any, error) {
	if len(pairs)%2 != 0 {
		return nil, errors.New("dict: names and values do not pair")
	}
	m := make(map[string]any, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("dict: %v is no name", pairs[i])
		}
		m[name] = pairs[i+1]
	}
	return m, nil
}

// Show writes a page. It is made whole before anything is sent, so that nobody sees half of one.
func (v *Visit) Show(status int, name string, data any) error {
	t, known := v.p.pages[name]
	if !known {
		return fmt.Errorf("show a page: there is no %s.html", name)
	}
	page := Page{Visit: v, Form: v.Form, Data: data, Nav: v.p.nav(v), Demo: v.p.demo,
		Flash: v.p.sessions.PopString(v.Context(), sessionFlash)}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "layout", page); err != nil {
		return fmt.Errorf("show the page %s: %w", name, err)
	}
	return v.send(status, b.Bytes())
}

func (v *Visit) send(status int, page []byte) error {
	v.W.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.W.WriteHeader(status)
	_, err := v.W.Write(page)
	if err != nil {
		v.p.log.Debug("a page was not taken", "id", v.id, "error", err)
	}
	return nil
}

// plain shows a page that needs no data.
func (p *Portal) plain(name string) func(*Visit) error {
	return func(v *Visit) error { return v.Page(name, nil) }
}

// say is the text of a key. A key that is not there shows as itself, and the tests find it.
func (p *Portal) say(key string, pairs ...any) string {
	text, err := p.words.Say(key, pairs...)
	if err != nil {
		p.log.Error("words", "error", err)
		return key
	}
	return text
}

// nav are the places that the person can go to, from every page.
func (p *Portal) nav(v *Visit) []Link {
	if !v.Who.SignedIn() {
		return nil
	}
	var links []Link
	for _, at := range p.places() {
		if at.For.allows(v.Who, nil) {
			links = append(links, Link{Path: at.Path, Name: p.say(at.Key), Current: v.R.URL.Path == at.Path})
		}
	}
	return links
}

// place is an entry of the navigation: where it leads, the key of its name, and who has it.
type place struct {
	Path string
	Key  string
	For  Access
}

// places are the entries of the navigation, in their order. Each leads to a route that its people may use.
func (p *Portal) places() []place {
	return []place{
		{"/", "nav-home", SignedIn()},
		{"/people", "nav-people", Staff(casework.ServiceManager, casework.Director)},
		{"/account", "nav-account", SignedIn()},
	}
}

// notFound answers an address that no route has.
func (p *Portal) notFound(v *Visit) error { return ErrNotFound }

// broken answers where nothing else can be said any more.
func (p *Portal) broken(w http.ResponseWriter, id string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	fmt.Fprintf(w, "<!doctype html><html lang=\"en-GB\"><title>%s</title><main><h1>%s</h1><p>%s</p></main></html>",
		p.say("error-title"), p.say("error-title"), p.say("error-reference", "id", id))
}

// count says how many there are of a thing: “1 request”, “12 requests”, “no requests”.
func (p *Portal) count(thing string, n int) string {
	switch n {
	case 0:
		return p.say("count-" + thing + "-none")
	case 1:
		return p.say("count-" + thing + "-one")
	}
	return p.say("count-"+thing+"-many", "n", n)
}

// namesCase reports whether a pattern has a case in its address.
func namesCase(pattern string) bool { return strings.Contains(pattern, "{ref}") }

// lookFiles serves the style sheet.
func (p *Portal) lookFiles() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
	})
}
