package portal

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"github.com/alexedwards/scs/v2"

	"sendpanel/portal/draft"
	"sendpanel/portal/identity"
	"sendpanel/portal/look"
	"sendpanel/portal/scan"
	"sendpanel/portal/words"
	"sendpanel/records"
)

// Options are what a portal is made of.
type Options struct {
	Desk     Desk
	Register *records.Register
	Notifier Notifier
	Log      *slog.Logger
	Base     string                 // the address people type, as "https://send.northmere.example"; links in messages begin with it
	Demo     bool                   // invented people sign in with one click
	Filling  func() (done, all int) // how far a demonstration has been filled; nil where it is not being filled
	Provider *identity.Provider     // of staff and schools; nil where there is none
	Scanner  scan.Scanner           // nil where none is configured
	Clock    func() time.Time       // time.Now where it is nil
	Proxies  []netip.Prefix         // what may stand before the portal and say for whom it asks; whoever else says so is not believed
}

// Portal is the web application.
type Portal struct {
	desk     Desk
	register *records.Register
	notifier Notifier
	log      *slog.Logger
	base     string
	demo     bool
	filling  func() (done, all int)
	secure   bool // served over TLS, here or by what stands before it
	provider *identity.Provider
	scanner  scan.Scanner
	clock    func() time.Time
	proxies  []netip.Prefix

	sessions *scs.SessionManager
	words    words.Words
	tongues  []words.Translation // of what families read
	asks     draft.Form          // what a school is asked
	wardrobe wardrobe
	tries    *tries
	beside   func(func()) // runs what a page does not wait for
}

// New puts a portal together. The error names what is missing, or a page that cannot be read.
func New(o Options) (*Portal, error) {
	if o.Desk == nil || o.Register == nil || o.Notifier == nil || o.Log == nil {
		return nil, errors.New("make the portal: it needs a desk, a register, a notifier and a log")
	}
	w, err := words.English()
	if err != nil {
		return nil, err
	}
	tongues, err := words.Translations()
	if err != nil {
		return nil, err
	}
	p := &Portal{
		desk: o.Desk, register: o.Register, notifier: o.Notifier, log: o.Log, base: o.Base, demo: o.Demo, filling: o.Filling,
		secure: len(o.Base) > 6 && o.Base[:6] == "https:", provider: o.Provider, scanner: o.Scanner, clock: o.Clock, proxies: o.Proxies, words: w, tongues: tongues,
	}
	if p.clock == nil {
		p.clock = time.Now
	}
	if p.asks, err = draft.Load(); err != nil {
		return nil, err
	}
	if _, err := p.dressed(plainColour); err != nil {
		return nil, err
	}
	p.tries = newTries(p.clock)
	p.beside = func(do func()) { go do() }
	p.sessions = newSessions(o.Register.Sessions(), p.secure)
	return p, nil
}

// Base is the address that people type.
func (p *Portal) Base() string { return p.base }

// Handler answers every address of the portal.
func (p *Portal) Handler() http.Handler { return p.handler(p.routes()) }

func (p *Portal) handler(routes []Route) http.Handler {
	mux := http.NewServeMux()
	for _, route := range routes {
		if route.api() {
			mux.Handle(route.Pattern, p.answer(route))
			continue
		}
		mux.Handle(route.Pattern, p.sessions.LoadAndSave(p.answer(route)))
	}
	mux.Handle("/", p.sessions.LoadAndSave(p.answer(Route{Pattern: "/", For: Anyone(), Handle: p.notFound})))
	mux.Handle(apiPath, p.answer(Route{Pattern: "GET " + apiPath, For: Anyone(), Handle: p.notFound}))
	mux.HandleFunc("GET "+look.StaticPath, p.assets)
	if p.demo {
		mux.HandleFunc("GET "+galleryPath+"/", p.gallery)
	}
	crossOrigin := http.NewCrossOriginProtection()
	crossOrigin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, p.say("cross-origin"), http.StatusForbidden)
	}))
	p.sessions.ErrorFunc = func(w http.ResponseWriter, r *http.Request, err error) {
		p.log.Error("a session was not read", "id", requestID(r.Context()), "error", err)
		p.broken(w, requestID(r.Context()))
	}
	return p.protect(crossOrigin.Handler(mux))
}

// Check makes sure that every route can be used by somebody and names its case where it asks for one.
func (p *Portal) Check() error {
	var faults []error
	for _, route := range p.routes() {
		a := route.For
		if !a.Anyone && !a.SignedIn && !a.Family && !a.System && len(a.Staff) == 0 && len(a.Meeting) == 0 {
			faults = append(faults, fmt.Errorf("%s: it is for nobody", route.Pattern))
		}
		if a.needsCase() && !namesCase(route.Pattern) {
			faults = append(faults, fmt.Errorf("%s: who may use it depends on a case, and it names none", route.Pattern))
		}
		if len(a.Meeting) > 0 && !namesMeeting(route.Pattern) {
			faults = append(faults, fmt.Errorf("%s: who may use it depends on a meeting, and it names none", route.Pattern))
		}
	}
	return errors.Join(faults...)
}
