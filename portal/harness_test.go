package portal

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/council"
	"sendpanel/letters"
	"sendpanel/records"
	"sendpanel/statute"
)

// site is the real portal on a real register with the invented council, at a moment that tests choose.
type site struct {
	*Portal
	t    testing.TB
	http *httptest.Server
	now  time.Time

	composed map[casework.LetterKey]letters.Letter

	mu   sync.Mutex
	sent []Notice

	answered map[string]bool // operations of the API by their route and status
	log      strings.Builder
}

// tuesday is when tests begin: a week after the invented request arrived.
func tuesday() time.Time { return statute.Date(2026, time.December, 1).At(10, 0) }

// newSite starts a portal; change may change its options before.
func newSite(t testing.TB, change ...func(*Options)) *site {
	t.Helper()
	s := &site{t: t, now: tuesday()}
	t.Cleanup(func() {
		for line := range strings.Lines(s.log.String()) {
			if t.Failed() && strings.Contains(line, "level=ERROR") {
				t.Log(line)
			}
		}
	})
	where := records.Options{URL: filepath.Join(t.TempDir(), "register.db"), Files: t.TempDir(), Clock: s.clockNow}
	if err := records.Migrate(t.Context(), where); err != nil {
		t.Fatal(err)
	}
	register, err := records.Open(t.Context(), where)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = register.Close() })
	if _, _, err := register.ApplySettings(t.Context(), council.InventedJSON(), "a test", "test"); err != nil {
		t.Fatal(err)
	}
	o := Options{Desk: paperDesk{s, register}, Register: register, Notifier: s, Demo: true, Clock: s.clockNow,
		Log: slog.New(slog.NewTextHandler(&lockedWriter{s: s}, nil))}
	for _, c := range change {
		c(&o)
	}
	if s.Portal, err = New(o); err != nil {
		t.Fatal(err)
	}
	s.beside = func(do func()) { do() } // tests look at what came of it
	s.serve(s.Handler())
	return s
}

func (s *site) serve(h http.Handler) {
	s.http = httptest.NewServer(h)
	s.base = s.http.URL
	s.t.Cleanup(s.http.Close)
}

func (s *site) clockNow() time.Time { return s.now }

// Notify keeps what was sent, for the test to read.
func (s *site) Notify(_ context.Context, n Notice) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent = append(s.sent, n)
	return nil
}

func (s *site) lastNotice() Notice {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.sent) == 0 {
		s.t.Fatal("nothing was sent")
	}
	return s.sent[len(s.sent)-1]
}

type lockedWriter struct{ s *site }

func (w *lockedWriter) Write(b []byte) (int, error) {
	w.s.mu.Lock()
	defer w.s.mu.Unlock()
	return w.s.log.Write(b)
}

// receive opens the invented request, changed by change, as the council receives one.
func (s *site) receive(change func(map[string]any)) casework.Case {
	s.t.Helper()
	got, err := s.desk.Receive(s.t.Context(), casetest.RequestJSON(s.t, change), 0)
	if err != nil {
		s.t.Fatal(err)
	}
	return got.Case
}

// do gives a command as the person.
func (s *site) do(ref casework.Ref, as casework.PersonID, act casework.Act) {
	s.t.Helper()
	if _, err := s.desk.Do(s.t.Context(), ref, as, statute.DayOf(s.now), "", act); err != nil {
		s.t.Fatal(err)
	}
}

// browser is somebody at the portal, with cookies of their own.
type browser struct {
	s    *site
	http *http.Client
}

// page is an answer: redirects are not followed.
type page struct {
	status int
	body   string
	header http.Header
}

func (p page) goesTo() string { return p.header.Get("Location") }

func (s *site) browser() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return &browser{s: s, http: &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// as is a browser at which the invented person is signed in.
func (s *site) as(person casework.PersonID) *browser {
	s.t.Helper()
	b := s.browser()
	if got := b.post("/sign-in/demo", url.Values{"person": {string(person)}}); got.status != http.StatusSeeOther {
		s.t.Fatalf("%s was not signed in: %d %s", person, got.status, got.body)
	}
	return b
}

// family is a browser at which the person addressed is signed in by a code, their contact confirmed before.
func (s *site) family(ref casework.Ref, id casework.AddresseeID) *browser {
	s.t.Helper()
	return s.familyIn("en", ref, id)
}

// familyIn signs somebody in who has chosen a language for the pages; an empty one leaves it to the case.
func (s *site) familyIn(language string, ref casework.Ref, id casework.AddresseeID) *browser {
	s.t.Helper()
	s.openTo(ref, id)
	b := s.browser()
	if language != "" {
		b.get("/sign-in/family?lang=" + language)
	}
	b.post("/sign-in/family", url.Values{"ref": {string(ref)}, "contact": {contactOf(id)}})
	text := s.lastNotice().Text
	_, rest, _ := strings.Cut(text, "code is ")
	got := b.post("/sign-in/family/code", url.Values{"code": {rest[:6]}})
	if got.goesTo() == "/sign-in/family/which" { // tests of several families use one contact
		got = b.post("/sign-in/family/which", url.Values{"which": {string(ref) + "/" + string(id)}})
	}
	if got.status != http.StatusSeeOther {
		s.t.Fatalf("%s was not signed in by the code in %q: %d", id, text, got.status)
	}
	return b
}

func contactOf(id casework.AddresseeID) string { return string(id) + "@example.org" }

// openTo confirms a person's contact, as an officer does.
func (s *site) openTo(ref casework.Ref, id casework.AddresseeID) {
	s.t.Helper()
	err := s.register.SetFamilyAccess(s.t.Context(), records.FamilyAccess{Ref: ref, Addressee: id, Channel: "email", Contact: contactOf(id), By: "amina.khan"})
	if err != nil {
		s.t.Fatal(err)
	}
}

func (b *browser) get(path string) page { return b.send(http.MethodGet, path, nil) }

func (b *browser) post(path string, form url.Values) page { return b.send(http.MethodPost, path, form) }

func (b *browser) send(method, path string, form url.Values) page {
	b.s.t.Helper()
	r, err := http.NewRequestWithContext(b.s.t.Context(), method, b.s.http.URL+path, strings.NewReader(form.Encode()))
	if err != nil {
		b.s.t.Fatal(err)
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", b.s.http.URL)
	}
	return b.do(r)
}

func (b *browser) do(r *http.Request) page {
	b.s.t.Helper()
	got, err := b.http.Do(r)
	if err != nil {
		b.s.t.Fatal(err)
	}
	defer got.Body.Close()
	body, err := io.ReadAll(got.Body)
	if err != nil {
		b.s.t.Fatal(err)
	}
	answer := page{status: got.StatusCode, body: string(body), header: got.Header}
	if strings.HasPrefix(r.URL.Path, apiPath) && got.StatusCode != http.StatusNoContent {
		b.asDescribed(r, answer)
	}
	return answer
}

// wantText fails where the page lacks one of the texts.
func (p page) wantText(t testing.TB, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(p.body, text) {
			t.Errorf("the page (%d) lacks %q:\n%s", p.status, text, p.body)
		}
	}
}

// paperDesk is a desk whose commands are carried out at once, by casework and the register themselves; in the product a
// workflow stands between.
type paperDesk struct {
	site     *site
	register *records.Register
}

func (d paperDesk) Council(ctx context.Context) (council.Council, error) {
	in, _, err := d.register.Settings(ctx)
	return in, err
}

func (d paperDesk) Case(ctx context.Context, ref casework.Ref) (casework.Case, error) {
	events, err := d.register.Events(ctx, ref)
	if err != nil {
		return casework.Case{}, err
	}
	return casework.Fold(events)
}

func (d paperDesk) Today(casework.Case) statute.Day { return statute.DayOf(d.site.now) }

func (d paperDesk) Do(ctx context.Context, ref casework.Ref, as casework.PersonID, on statute.Day, key string, act casework.Act) (activities.Done, error) {
	settings, err := d.Council(ctx)
	if err != nil {
		return activities.Done{}, err
	}
	by, err := settings.Actor(as, on, "portal")
	if err != nil {
		return activities.Done{}, err
	}
	c, err := d.Case(ctx, ref)
	if err != nil {
		return activities.Done{}, err
	}
	if act, err = d.Complete(ctx, c, act); err != nil {
		return activities.Done{}, err
	}
	if act, err = settings.CompleteIn(c, act, on); err != nil {
		return activities.Done{}, err
	}
	return d.give(ctx, c, casework.Command{Key: key, By: by, Act: act})
}

func (d paperDesk) DoAsFamily(ctx context.Context, ref casework.Ref, as casework.AddresseeID, key string, act casework.Act) (activities.Done, error) {
	c, err := d.Case(ctx, ref)
	if err != nil {
		return activities.Done{}, err
	}
	by, theirs := c.FamilyActor(as)
	if !theirs {
		return activities.Done{}, errors.New("the case is not addressed to them")
	}
	return d.give(ctx, c, casework.Command{Key: key, By: by, Act: act})
}

// Letter composes nothing: tests that want a composed letter put one into the site.
func (d paperDesk) Letter(_ context.Context, _ casework.Ref, key casework.LetterKey, _ statute.Day) (letters.Letter, error) {
	if l, ok := d.site.composed[key]; ok {
		return l, nil
	}
	return letters.Letter{}, errors.New("no letter is composed here")
}

func (d paperDesk) give(ctx context.Context, c casework.Case, cmd casework.Command) (activities.Done, error) {
	if cmd.Key == "" {
		cmd.Key = string(cmd.Act.Kind()) + d.site.now.String()
	}
	events, err := c.Do(cmd, d.site.now)
	if err != nil || len(events) == 0 {
		return activities.Done{Ref: c.Ref, Already: err == nil}, err
	}
	err = d.register.RecordChecked(ctx, c.Ref, events, func(in council.Council, before casework.Case, e casework.Event) error {
		return in.ConfirmsIn(before, e)
	})
	return activities.Done{Ref: c.Ref, First: events[0].Seq, Last: events[len(events)-1].Seq}, err
}

func (d paperDesk) Receive(ctx context.Context, data []byte, _ time.Duration) (Received, error) {
	request, mends, err := casework.ParseRequest(data)
	if err != nil {
		task, again := d.register.KeepUnopened(ctx, d.site.now, data, err.Error())
		return Received{}, errors.Join(&Kept{Task: task, Why: err}, again)
	}
	settings, err := d.Council(ctx)
	if err != nil {
		return Received{}, err
	}
	sum := sha256.Sum256(data)
	in := casework.Intake{ToMend: mends, Original: hex.EncodeToString(sum[:]), Council: settings.Name, Officer: settings.DefaultOfficer,
		Warnings: settings.Warnings, Setting: request.SettingOf(), School: settings.SchoolAddressee(request.SettingOf())}
	at, err := request.Received()
	if err != nil {
		return Received{}, err
	}
	ref, fresh, err := d.register.Receive(ctx, records.Receipt{Key: in.Original, Year: statute.DayOf(at).Year(), Original: data, Open: func(ref casework.Ref) ([]casework.Event, error) {
		in.Ref = ref
		return casework.Begin(request, in, settings.Standing(statute.DayOf(at)))
	}})
	if err != nil {
		return Received{}, err
	}
	c, err := d.Case(ctx, ref)
	return Received{Case: c, Fresh: fresh, ToMend: mends}, err
}
