package portal

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"sendpanel/portal/browsertest"
)

// heaviest is how many bytes a page may have.
const heaviest = 150 << 10

// noPages are the routes that answer with a file or nothing: there is no page for axe-core to look at.
func noPages() map[string]string {
	at := "GET /family/{ref}"
	return map[string]string{
		"GET /still-here":                                               "no content: the page’s script asks",
		"GET /sign-in/provider":                                         "leads to the provider’s own pages",
		"GET /sign-in/provider/back":                                    "leads on",
		"GET /school/request.xlsx":                                      "a file",
		"GET /school/request.schema.json":                               "a file",
		"GET /school/drafts/{draft}/documents/{file}":                   "a file",
		"GET /school/requests/{ref}/documents/{document}":               "a file",
		"GET /school/requests/{ref}/letters/{letter}/pdf":               "a file",
		"GET /manager/exports/{file}":                                   "a file",
		"GET /cases/{ref}/files/{file}":                                 "a file",
		"GET /cases/{ref}/files/{file}/raw":                             "a file",
		"GET /cases/{ref}/decide/letters/{kind}/{to}/pdf":               "a file",
		"GET /cases/{ref}/letters/{kind}/{to}/{for}/{version}/pdf":      "a file",
		at + "/letters/{kind}/{seq}/{version}/pdf":                      "a file",
		"GET /records/cases/{ref}/answers/{answer}/bundle":              "a file",
		"GET /records/cases/{ref}/answers/{answer}/parts/{part}/file":   "a file",
		"GET /records/cases/{ref}/answers/{answer}/parts/{part}/leaves": "a file",
		at + "/papers/{id}":                                             "a file",
	}
}

// eyes are those who look at every page, area by area, each with a site and a browser of their own.
func eyes() map[string]func(eye) {
	return map[string]func(eye){
		"public": eyeOnPublicPages, "sign-in": eyeOnSignIn, "school": eyeOnSchools, "school-after": eyeOnSchoolsAfter, "family": eyeOnFamilies, "family-ur": eyeOnFamiliesIn("ur"), "family-pl": eyeOnFamiliesIn("pl"), "ask": eyeOnAsking,
		"panel": eyeOnPanels, "office": eyeOnTheOffice, "decision": eyeOnDecisions, "manager": eyeOnManagers, "record": eyeOnTheRecord,
	}
}

// TestEveryPage opens every page as somebody who may, at the width of a phone and of a desk, with scripts and without, and
// has axe-core look at it. No route is left out. It also weighs each page, and reads it as a person does.
func TestEveryPage(t *testing.T) {
	seen := &pagesSeen{known: map[string]bool{}}
	ran := 0
	t.Run("areas", func(t *testing.T) {
		for name, look := range eyes() {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				ctx := browsertest.Start(t)
				browsertest.NeedsAxe(t)
				seen.mu.Lock()
				ran++
				seen.mu.Unlock()
				look(eye{t: t, ctx: ctx, s: newSite(t), area: name, seen: seen})
			})
		}
	})
	if ran < len(eyes()) {
		t.Skipf("%d of %d areas were looked at", ran, len(eyes()))
	}
	left := noPages()
	for _, route := range newSite(t).routes() {
		_, none := left[route.Pattern]
		delete(left, route.Pattern)
		page := strings.HasPrefix(route.Pattern, "GET ") && !route.api() && !none
		if page && !seen.known[route.Pattern] {
			t.Errorf("nobody looked at %s", route.Pattern)
		}
		if none && seen.known[route.Pattern] {
			t.Errorf("%s is a page: it was looked at", route.Pattern)
		}
	}
	delete(left, "GET /sign-in/provider") // there with a provider alone
	delete(left, "GET /sign-in/provider/back")
	for pattern := range left {
		t.Errorf("%s is no route", pattern)
	}
}

// pagesSeen are the patterns of the routes whose pages were looked at.
type pagesSeen struct {
	mu    sync.Mutex
	known map[string]bool
}

// eye is somebody at a real browser who looks at pages.
type eye struct {
	t    *testing.T
	ctx  context.Context
	s    *site
	area string
	seen *pagesSeen
}

// look opens pages as somebody, each of which must be there.
func (e eye) look(b *browser, paths ...string) {
	e.t.Helper()
	for _, path := range paths {
		e.lookAt(b, path, http.StatusOK)
	}
}

// lookAt opens a page that is answered with the status.
func (e eye) lookAt(b *browser, path string, status int) {
	e.t.Helper()
	got := b.get(path)
	if got.status != status || !strings.HasPrefix(got.header.Get("Content-Type"), "text/html") {
		e.t.Errorf("%s is answered with %d %s, want a page with %d: %s", path, got.status, got.header.Get("Location"), status, got.header.Get("Content-Type"))
		return
	}
	e.weigh(path, got)
	if status == http.StatusOK {
		e.seen.note(e.s, path)
	}
	e.try(b.open(e.ctx))
	for _, script := range []bool{true, false} {
		e.try(chromedp.Do(e.ctx, browsertest.Width(320), browsertest.Script(script), chromedp.Navigate(e.s.http.URL+path)))
		e.atBothWidths(path, script)
		if script {
			e.shape(path)
		}
	}
}

// shape looks whether the page can be read and worked however its reader has set the browser, and on paper.
func (e eye) shape(path string) {
	e.t.Helper()
	found, err := browsertest.Shape(e.ctx)
	e.try(err)
	for _, f := range found {
		e.t.Errorf("%s, %s", path, f)
	}
}

// wrong sends the form of a page as it stands, empty, and looks at what comes back. It must tell what is wrong.
func (e eye) wrong(b *browser, path, action string) {
	e.t.Helper()
	e.try(b.open(e.ctx))
	for _, script := range []bool{true, false} {
		e.try(chromedp.Do(e.ctx, browsertest.Width(320), browsertest.Script(script), chromedp.Navigate(e.s.http.URL+path)))
		form := fmt.Sprintf(`document.querySelector("main form[method=post][action^='%s'],main form[method=post]:not([action])")`, action)
		if ok, err := chromedp.Run(e.ctx, chromedp.Evaluate[bool](`(()=>{const f=`+form+`;if(!f)return false;window.gone=1;HTMLFormElement.prototype.submit.call(f);return true})()`)); err != nil || !ok {
			e.t.Errorf("%s has no form for %s (%v)", path, action, err)
			return
		}
		if !e.until(`!window.gone && document.querySelector(".error-summary")`) {
			e.t.Errorf("%s sent empty shows no summary of what is wrong", path)
			return
		}
		e.atBothWidths(path+" sent empty", script)
	}
}

// atBothWidths has axe-core look at the page in the tab as a phone and as a desk show it.
func (e eye) atBothWidths(path string, script bool) {
	e.t.Helper()
	for _, width := range []int64{320, 1280} {
		e.try(chromedp.Do(e.ctx, browsertest.Width(width)))
		if wide, err := chromedp.Run(e.ctx, chromedp.Evaluate[int64]("document.documentElement.scrollWidth")); err != nil || wide > width {
			e.t.Errorf("%s is %d px wide on %d px, %v", path, wide, width, err)
		}
		if dir := os.Getenv("SENDPANEL_PICTURES"); dir != "" && script {
			name := e.area + regexp.MustCompile(`[^A-Za-z0-9]+`).ReplaceAllString(path, "-")
			e.try(browsertest.Picture(e.ctx, filepath.Join(dir, fmt.Sprintf("%s-%d.png", name, width))))
		}
		for _, f := range browsertest.Axe(e.t, e.ctx) {
			e.t.Errorf("%s, %d px, scripts %v: %s", path, width, script, f)
		}
	}
	e.read(path)
}

// read looks for what no page may say to a person: names of fields and IDs, and words that were not filled in.
func (e eye) read(path string) {
	e.t.Helper()
	text, err := chromedp.Run(e.ctx, chromedp.Evaluate[string](`(()=>{const m=document.querySelector("main").cloneNode(true);m.querySelectorAll("code").forEach(c=>c.remove());document.body.append(m);const t=m.innerText;m.remove();return t})()`))
	e.try(err)
	for line := range strings.Lines(text) {
		if bad := unsayable().FindString(line); bad != "" {
			e.t.Errorf("%s says %q: %s", path, bad, strings.TrimSpace(line))
		}
	}
}

func unsayable() *regexp.Regexp {
	return regexp.MustCompile(`\b[a-z]+_[a-z_]+\b|\bfamily-\d|\{[a-z]+\}|%!|<nil>|0001-01-01|1 January 0001|'`)
}

// weigh finds a page that is too heavy, or that asks another place for something.
func (e eye) weigh(path string, got page) {
	e.t.Helper()
	if len(got.body) > heaviest {
		e.t.Errorf("%s has %d bytes, at most %d", path, len(got.body), heaviest)
	}
	for _, m := range regexp.MustCompile(`<(?:link|script|img|iframe|source|object|form|use)\b[^>]*?\s(?:href|src|srcset|data|action)="([^"]+)"`).FindAllStringSubmatch(got.body, -1) {
		if strings.HasPrefix(m[1], "data:image/") {
			continue // a picture that the page brings with it
		}
		if strings.Contains(m[1], "//") || !strings.HasPrefix(m[1], "/") && !strings.HasPrefix(m[1], "#") && !strings.HasPrefix(m[1], "?") {
			e.t.Errorf("%s asks for %s", path, m[1])
		}
	}
	if regexp.MustCompile(`<style|\sstyle="|\son[a-z]+="|<script>`).MatchString(got.body) {
		e.t.Errorf("%s has code or style in the page", path)
	}
}

func (e eye) until(condition string) bool {
	for range 250 {
		if ok, err := chromedp.Run(e.ctx, chromedp.Evaluate[bool](`document.readyState==="complete" && !!(`+condition+`)`)); err == nil && ok {
			return true
		}
		time.Sleep(20 * time.Millisecond)
	}
	return false
}

func (e eye) try(err error) {
	e.t.Helper()
	if err != nil {
		e.t.Fatal(err)
	}
}

// note finds out which route answers the path.
func (p *pagesSeen) note(s *site, path string) {
	mux := http.NewServeMux()
	for _, route := range s.routes() {
		mux.HandleFunc(route.Pattern, func(http.ResponseWriter, *http.Request) {})
	}
	_, pattern := mux.Handler(httptest.NewRequest(http.MethodGet, path, nil))
	p.mu.Lock()
	defer p.mu.Unlock()
	p.known[pattern] = true
}
