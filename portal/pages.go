package portal

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/asked"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/portal/words"
	"sendpanel/statute"
)

//go:embed pages/*.html
var pageFiles embed.FS

// sharedFile holds templates that several pages use.
const sharedFile = "pages/shared.html"

// Page is what a template works with. The layout reads the embedded look.Page; what the page itself is about is in Data.
type Page struct {
	look.Page
	Visit *Visit
	Form  look.Form // makes the fields of the page, with what was typed
	Once  string    // makes its form one act: {{template "once" .}}
	Data  any
}

// dress is every page in one council's colour, and what families read in other languages, made when first asked for.
type dress struct {
	look    *look.Look
	pages   map[string]*template.Template
	tongues map[string]map[string]*template.Template
}

// wardrobe keeps the dress of the colour that is in force.
type wardrobe struct {
	mu     sync.Mutex
	colour string
	last   *dress
}

// plainColour is for settings without a colour, or with one that is none.
const plainColour = "#1d4f91"

// dressed gives the pages in the colour, read afresh where the settings have changed it.
func (p *Portal) dressed(colour string) (*dress, error) {
	if _, err := look.ParseColour(colour); err != nil {
		colour = plainColour
	}
	w := &p.wardrobe
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.last != nil && w.colour == colour {
		return w.last, nil
	}
	l, err := look.New(colour, p.words)
	if err != nil {
		return nil, err
	}
	all, err := readPages(l, words.Plain(p.words), func(string) bool { return true })
	if err != nil {
		return nil, err
	}
	w.colour, w.last = colour, &dress{l, all, map[string]map[string]*template.Template{}}
	return w.last, nil
}

// readPages reads each page that is wanted with the layout, the parts and what pages share, in one language.
func readPages(l *look.Look, voice words.Voice, wanted func(page string) bool) (map[string]*template.Template, error) {
	calls, err := functions(voice)
	if err != nil {
		return nil, err
	}
	files, err := fs.Glob(pageFiles, "pages/*.html")
	if err != nil {
		return nil, err
	}
	all := map[string]*template.Template{}
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".html")
		if file == sharedFile || !wanted(name) {
			continue
		}
		t, err := l.Page(pageFiles, calls, sharedFile, file)
		if err != nil {
			return nil, err
		}
		if t.Lookup("title") == nil {
			return nil, fmt.Errorf("read %s: it has no “title”", file)
		}
		all[name] = t
	}
	return all, nil
}

// functions are what templates may call besides those of look.
func functions(w words.Voice) (template.FuncMap, error) {
	script, err := look.ScriptWords(w)
	if err != nil {
		return nil, err
	}
	return template.FuncMap{
		"say":         w.Say,
		"english":     func(text any) string { return w.InEnglish(fmt.Sprint(text)) }, // words of the law, of letters and papers, which stay English
		"whole":       func(text any) string { return w.Whole(fmt.Sprint(text)) },     // a name or a number, which keeps its own direction
		"long":        w.Day,
		"scriptWords": func() string { return script },
		"dict":        dict,
		"role":        func(r casework.Role) (string, error) { return w.Say("role-" + string(r)) },
		"day":         func(at time.Time) string { return statute.DayOf(at).Long() },
		"button":      func(text string) look.Button { return look.Button{Text: text} },
		"quiet":       func(text, about string) look.Button { return look.Button{Text: text, Hidden: about, Kind: "quiet"} },
		"leads":       func(text, to string) look.Button { return look.Button{Text: text, Href: to} },
		"again":       func(text string) look.Button { return look.Button{Text: text, Many: true} },
		"nothing":     func(title string) look.Empty { return look.Empty{Title: title} },
		"notice":      func(text string) look.Notice { return look.Notice{Text: text, Tone: look.Soon} },
	}, nil
}

// dict makes the argument of a template from pairs of name and value.
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
	t, err := v.template(name)
	if err != nil {
		return err
	}
	errs := faults(v.Form)
	page := Page{Page: v.frame(), Visit: v, Form: look.NewForm(shown(v.Form), errs), Once: v.Form.Key(), Data: data}
	page.Errors = errs
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "title", page); err != nil {
		return fmt.Errorf("show the title of %s: %w", name, err)
	}
	page.Title = html.UnescapeString(strings.TrimSpace(b.String()))
	b.Reset()
	if err := t.ExecuteTemplate(&b, "layout", page); err != nil {
		return fmt.Errorf("show the page %s: %w", name, err)
	}
	if err := v.noteOtherwise(status, name); err != nil {
		return err
	}
	v.W.Header().Set("Content-Type", "text/html; charset=utf-8")
	v.W.WriteHeader(status)
	if _, err := v.W.Write(asked.Into(words.Show(b.Bytes()))); err != nil {
		v.p.log.Debug("a page was not taken", "id", v.id, "error", err)
	}
	return nil
}

// noteOtherwise records that a page of a case was read where its handler has not said what was: no page of a case goes out
// that the ledger of reads does not know. Pages of errors tell nothing of the case.
func (v *Visit) noteOtherwise(status int, name string) error {
	if v.Case.Ref == "" || v.noted || name == "error" || status != http.StatusOK && status != http.StatusUnprocessableEntity {
		return nil
	}
	return v.Read("page " + name)
}

// frame is what stands around a page.
func (v *Visit) frame() look.Page {
	c := v.Council
	f := look.Page{Narrow: v.Narrow, Back: v.Back, Crumbs: v.Crumbs, Nav: v.p.nav(v), Council: look.Council{
		Name: c.Name, Service: v.say("service"), Phone: c.Phone, Email: c.Email, Accessibility: "/accessibility", Privacy: "/privacy", Cookies: "/cookies"}}
	f.Foot = []look.Link{{Text: v.say("how-title"), Href: "/how-requests-work"}, {Text: v.say("timetable-title"), Href: "/dates-and-rights"}}
	if c.Invented {
		f.Sample = v.say("invented")
	}
	if v.Who.Actor.Person == "" {
		v.sized(&f)
		v.spoken(&f)
	}
	if v.Who.SignedIn() {
		f.User = &look.User{Name: v.Who.Name(), SignOut: "/sign-out"}
		f.Session = look.Session{Seconds: int(idleLimit / time.Second), Stay: "/still-here"}
		if roles := v.Who.Actor.Roles; len(roles) > 0 {
			f.User.Role = v.p.say("role-" + string(roles[0]))
		}
	}
	if text := v.flash(); text != "" {
		f.Flash = []look.Notice{{Title: text, Tone: look.Done}}
	}
	if v.R.Header.Get("Sec-Fetch-Dest") != "empty" {
		for text := range strings.Lines(v.p.sessions.PopString(v.Context(), sessionHeld)) {
			f.Flash = append(f.Flash, look.Notice{Title: strings.TrimSpace(text), Tone: look.Soon})
		}
	}
	f.Flash = append(f.Flash, v.elsewhere()...)
	if left := v.until.Sub(v.p.clock()); v.Who.SignedIn() && left < warnBefore {
		f.Flash = append(f.Flash, look.Notice{Title: v.say("session-ends", "time", v.until.In(statute.London()).Format("15:04")), Text: v.say("session-ends-text"), Tone: look.Soon})
	}
	if v.p.filling != nil {
		if done, all := v.p.filling(); done < all {
			f.Flash = append(f.Flash, look.Notice{Title: v.say("filling", "percent", 100*done/all), Tone: look.Info})
		}
	}
	return f
}

// flash is what the last act told, once. The script that sends files follows the redirect before the browser goes there
// itself: what it is handed is not yet seen by anybody.
func (v *Visit) flash() string {
	if v.R.Header.Get("Sec-Fetch-Dest") == "empty" {
		return v.p.sessions.GetString(v.Context(), sessionFlash)
	}
	return v.p.sessions.PopString(v.Context(), sessionFlash)
}

// secretFields are never shown back.
func secretFields() []string {
	return []string{form.KeyField, "password", "password-again", "code", "code-old", "code-new", "token"}
}

func shown(f *form.Form) url.Values {
	values := url.Values{}
	for field, typed := range f.Values {
		if !slices.Contains(secretFields(), field) {
			values[field] = typed
		}
	}
	return values
}

func faults(f *form.Form) look.Errors {
	var errs look.Errors
	for _, e := range f.Errors {
		errs.Add(e.Field, e.Text)
	}
	return errs
}

// plain shows a page that needs no data.
func (p *Portal) plain(name string) func(*Visit) error {
	return func(v *Visit) error {
		v.Narrow = true
		return v.Page(name, nil)
	}
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

// chartWords is what every drawing says.
func (p *Portal) chartWords() look.ChartWords {
	return look.ChartWords{Beside: p.say("chart-beside"), TooFew: p.say("chart-too-few")}
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

// broken answers where nothing else can be said any more.
func (p *Portal) broken(w http.ResponseWriter, id string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	fmt.Fprintf(w, "<!doctype html><html lang=\"en-GB\"><title>%s</title><main><h1>%s</h1><p>%s</p></main></html>",
		p.say("error-title"), p.say("error-title"), p.say("error-reference", "id", id))
}
