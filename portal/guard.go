package portal

import (
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"sendpanel/casework"
	"sendpanel/portal/asked"
	"sendpanel/portal/form"
	"sendpanel/portal/words"
	"sendpanel/records"
	"sendpanel/statute"
)

// What a handler answers where there is no page to show.
var (
	ErrNotFound = errors.New("there is no such page")
	errGone     = errors.New("this is no longer here")
	errTooLarge = errors.New("more was sent than this page takes")
)

// bodyLimit is the most bytes of a page of text.
const bodyLimit = 1 << 20

// mostPassedOver is the most bytes of a page with too many files that are read to its end: its files are let go, its words are
// kept, and the browser hears why. Before the end it would not listen.
const mostPassedOver = 1 << 30

// answer is the handler of a route: it finds out who asks, lets them in or not, and shows what went wrong.
func (p *Portal) answer(route Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		limit := route.Body
		if limit == 0 {
			limit = bodyLimit
		}
		over := !route.api() && r.ContentLength > limit && r.ContentLength <= mostPassedOver && strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data")
		if over {
			limit = r.ContentLength
		}
		r.Body = http.MaxBytesReader(w, r.Body, limit)
		v := &Visit{W: w, R: r, over: over, Form: form.New(), p: p, route: route, id: requestID(r.Context()), voice: words.Plain(p.words)}
		v.Form.Say = v.say
		if err := p.attend(v); err != nil {
			if route.api() {
				v.problem(err)
				return
			}
			v.fail(err)
		}
	})
}

func (p *Portal) attend(v *Visit) error {
	var err error
	if v.Council, err = p.desk.Council(v.Context()); err != nil {
		return fmt.Errorf("read the council’s settings: %w", err)
	}
	v.Today = statute.DayOf(p.clock())
	if v.route.api() {
		if err := v.recogniseSystem(); err != nil {
			return err
		}
		return p.admit(v)
	}
	over := ""
	if v.Who, over, err = v.recognise(); err != nil {
		return fmt.Errorf("find out who is signed in: %w", err)
	}
	v.findVoice()
	if v.R.Method == http.MethodPost {
		if err := v.readForm(); err != nil {
			return err
		}
		if v.over && (v.Who.SignedIn() || v.route.For.Anyone) {
			return v.sentTooMuch()
		}
	}
	if v.Who.Family != nil && v.R.Method == http.MethodPost {
		v.dropKept(sessionTyped) // what is sent now stands for it
	}
	if !v.route.For.Anyone && !v.Who.SignedIn() {
		return v.askToSignIn(over)
	}
	return p.admit(v)
}

// readForm takes what was posted, files only from somebody who is known and sent no more than the page takes.
func (v *Visit) readForm() error {
	read := form.Read
	if v.over || !v.route.For.Anyone && !v.Who.SignedIn() && v.was == "" {
		read = form.ReadTexts // shown back, and nothing more comes of it
	}
	typed, err := read(v.R)
	if err != nil {
		return errors.Join(errTooLarge, err)
	}
	v.Form = typed
	v.Form.Say = v.say
	return nil
}

// sentTooMuch leads back to a page that was sent with more than it takes, with what was typed and without the files.
func (v *Visit) sentTooMuch() error {
	if !v.route.Keeps || !v.keepTyped("") {
		return errTooLarge // shown with what was typed
	}
	v.tellHeld(v.say("too-large-title") + ". " + v.say("too-large-text"))
	return v.Go(v.R.URL.Path)
}

// admit reads what the address names and lets the visitor in, or not.
func (p *Portal) admit(v *Visit) error {
	if err := p.lookUp(v); err != nil {
		return err
	}
	if !v.route.For.allows(v) {
		return ErrNotFound // a page that is not theirs looks like one that is not there
	}
	if v.Form.Get(languageChosen) != "" && v.route.Keeps {
		return v.changeLanguage()
	}
	return v.route.Handle(v)
}

// lookUp reads what the address names: the case, the meeting, or the case on the meeting's agenda.
func (p *Portal) lookUp(v *Visit) error {
	if namesMeeting(v.route.Pattern) {
		if err := p.lookUpMeeting(v); err != nil {
			return err
		}
	}
	if !namesCase(v.route.Pattern) {
		return nil
	}
	ref, err := casework.ParseRef(v.Path("ref"))
	if err != nil {
		return ErrNotFound
	}
	if namesMeeting(v.route.Pattern) {
		return v.takeItem(ref)
	}
	c, err := p.desk.Case(v.Context(), ref)
	if errors.Is(err, records.ErrNoCase) {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	v.Case, v.Today = c, p.desk.Today(c)
	return nil
}

// askToSignIn sends the browser to the sign-in page and remembers where it was going. A form that was posted when nobody
// was signed in any more is shown back, so that nothing typed is lost.
func (v *Visit) askToSignIn(over string) error {
	if v.R.Method != http.MethodGet {
		files, kept, err := v.keepPage()
		if err != nil {
			return err
		}
		again := strings.Join(files.again, ", ")
		if kept {
			v.p.sessions.Put(v.Context(), sessionNext, v.R.URL.Path)
			text := v.say("signed-out-kept")
			if len(files.held) > 0 {
				text += " " + v.say("signed-out-held", "names", strings.Join(files.held, ", "))
			}
			if again != "" {
				text += " " + v.say("signed-out-files", "names", again)
			}
			v.Tell(text)
			return v.Go(v.signInPath())
		}
		return v.Show(http.StatusUnauthorized, "signed-out", signedOut{Typed: typed(v.Form), Files: again, SignIn: v.signInPath()})
	}
	v.p.sessions.Put(v.Context(), sessionNext, v.R.URL.Path)
	if over != "" {
		v.Tell(v.say(over))
	}
	return v.Go(v.signInPath())
}

// signedOut is the page of a form that was sent when nobody was signed in any more: what was typed, and the names of files
// that have to be chosen again. A browser does not send a file twice by itself.
type signedOut struct {
	Typed  []asked.Said
	Files  string
	SignIn string
}

// signInPath is where whoever uses the route signs in.
func (v *Visit) signInPath() string {
	if v.route.For.Family {
		return "/sign-in/family"
	}
	return "/sign-in"
}

// fileNames are the names of the files that were chosen in a form.
func fileNames(f *form.Form) []string {
	var names []string
	for _, field := range slices.Sorted(maps.Keys(f.Files)) {
		for _, h := range f.Files[field] {
			if h.Filename != "" {
				names = append(names, tidyName(h.Filename))
			}
		}
	}
	return names
}

// localPath reports whether a path leads to a page of this portal and nowhere else.
func localPath(path string) bool {
	u, err := url.Parse(path)
	return err == nil && u.Scheme == "" && u.Host == "" && strings.HasPrefix(path, "/") &&
		!strings.HasPrefix(path, "//") && !strings.ContainsFunc(path, func(r rune) bool { return r == '\\' || unicode.IsControl(r) })
}
