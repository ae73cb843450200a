// Package gallery shows every part of the portal’s look in each of its states, and three whole pages made of them, with
// invented people. The portal serves it in demonstrations; tests run the accessibility checks over it.
package gallery

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"

	"sendpanel/portal/look"
	"sendpanel/portal/rail"
)

//go:embed pages/*.html
var files embed.FS

// page is one page of the gallery: its template and its data.
type page struct {
	name string
	data any
}

// Handler serves the gallery below prefix, as "/look", and its assets below look.StaticPath: the parts at prefix/, the
// pages at prefix/case, prefix/family, prefix/work and prefix/form.
func Handler(prefix string, l *look.Look) (http.Handler, error) {
	mux := http.NewServeMux()
	mux.Handle("GET "+look.StaticPath, l)
	for _, p := range pages(prefix, l.Say) {
		t, err := l.Page(files, template.FuncMap{}, "pages/"+p.name+".html")
		if err != nil {
			return nil, fmt.Errorf("make the gallery: %w", err)
		}
		address := prefix + "/" + p.name
		if p.name == "parts" {
			address = prefix + "/{$}"
		}
		mux.HandleFunc("GET "+address, func(w http.ResponseWriter, _ *http.Request) {
			var b bytes.Buffer
			if err := t.ExecuteTemplate(&b, "layout", p.data); err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
			_, _ = w.Write(b.Bytes()) // a reader who has gone is nobody’s fault
		})
	}
	return mux, nil
}

func pages(prefix string, say rail.Say) []page {
	return []page{
		{"parts", newParts(prefix, drawer(say))},
		{"form", newForm(prefix)},
		{"case", newCase(prefix, drawer(say))},
		{"family", newFamily(prefix)},
		{"work", newWork(prefix, drawer(say))},
	}
}

// Names lists the pages of the gallery as they stand in addresses; the parts have the empty name.
func Names() []string { return []string{"", "form", "case", "family", "work"} }

func council() look.Council {
	return look.Council{
		Name: "Northmere Borough Council", Service: "SEND Service", Phone: "01632 960 400", Email: "send@northmere.example",
		Accessibility: "/accessibility", Privacy: "/privacy", Cookies: "/cookies",
	}
}

const sample = "Northmere is an invented council. Do not enter anything about a real child."

func officer(prefix, title, current string) look.Page {
	nav := []look.NavItem{
		{Text: "My work", Href: prefix + "/work", Count: 7}, {Text: "Requests", Href: prefix + "/case"}, {Text: "Panel meetings", Href: "#meetings"},
		{Text: "Letters", Href: "#letters", Count: 2}, {Text: "Rules and dates", Href: "#rules"},
	}
	for i := range nav {
		nav[i].Current = nav[i].Text == current
	}
	return look.Page{
		Title: title, Council: council(), Home: prefix + "/", Sample: sample, Nav: nav,
		User: &look.User{Name: "Amina Khan", Role: "Casework officer", SignOut: prefix + "/"},
	}
}
