package gallery

import (
	"bytes"
	"html/template"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp"

	"sendpanel/portal/browsertest"
	"sendpanel/portal/look"
)

// desk is a page on which everything of the script is at work, with the answers it asks for.
type desk struct {
	saves, sends atomic.Int32
	broken       atomic.Bool // saving fails
	saved        atomic.Value
}

const deskPage = `{{define "main"}}<h1>Try</h1>
<form method="post" action="/send" id="form">
{{template "textarea" .Reason}}
<div data-repeat="cycle"><div class="repeat"><h2>Cycle <span data-number>1</span></h2>{{template "field" .Cycle}}</div>{{template "button" .Add}}</div>
<div class="buttons">{{template "button" .Send}}</div></form>{{end}}`

func (d *desk) serve(t *testing.T) string {
	l, err := look.New("#0f4c4a", english(t))
	if err != nil {
		t.Fatal(err)
	}
	page, err := l.Page(fstest.MapFS{"desk.html": {Data: []byte(deskPage)}}, template.FuncMap{}, "desk.html")
	if err != nil {
		t.Fatal(err)
	}
	form := look.NewForm(nil, nil)
	cycle := form.Text("cycle.0.aim", "What was tried?")
	mux := http.NewServeMux()
	mux.Handle("GET "+look.StaticPath, l)
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		var b bytes.Buffer
		if err := page.ExecuteTemplate(&b, "layout", struct {
			look.Page
			Reason    look.Textarea
			Cycle     look.Field
			Add, Send look.Button
		}{look.Page{Title: "Try", Council: council()}, form.Textarea("reason", "Why?").AtMost(20).Saved("/save").Checked("/check"), cycle,
			look.Button{Text: "Add another", Kind: "quiet", Name: "add", Value: "cycle", Many: true, Add: true}, look.Button{Text: "Send"}}); err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'")
		_, _ = w.Write(b.Bytes())
	})
	mux.HandleFunc("POST /save", func(w http.ResponseWriter, r *http.Request) {
		if d.broken.Load() {
			http.Error(w, "no", http.StatusInternalServerError)
			return
		}
		d.saved.Store(r.PostFormValue("reason"))
		d.saves.Add(1)
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("POST /check", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"notes":["Name the evidence <that> this rests on"]}`))
	})
	mux.HandleFunc("POST /send", func(w http.ResponseWriter, _ *http.Request) {
		d.sends.Add(1)
		time.Sleep(500 * time.Millisecond) // long enough for a second press
		w.WriteHeader(http.StatusNoContent)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

// TestScript types, waits and presses in a real browser.
func TestScript(t *testing.T) {
	d := &desk{}
	address := d.serve(t)
	ctx := browsertest.Start(t)
	d.broken.Store(true)
	do := func(steps ...chromedp.Action[chromedp.Void]) {
		t.Helper()
		if err := chromedp.Do(ctx, steps...); err != nil {
			t.Fatal(err)
		}
	}
	until := func(script string) {
		t.Helper()
		if _, err := chromedp.Run(ctx, chromedp.Poll[bool](script, chromedp.WithPollingTimeout(15*time.Second))); err != nil {
			t.Fatalf("never true: %s: %v", script, err)
		}
	}
	do(chromedp.Navigate(address), chromedp.SendKeys("#f-reason", "Because of the report of June"))
	until(`document.querySelector("#f-reason-count").textContent === "9 too many"`)
	until(`document.querySelector("[data-check-for=f-reason]").textContent === "Name the evidence <that> this rests on"`)
	until(`document.querySelector(".saved").textContent === "Not saved yet. Trying again"`)
	d.broken.Store(false)
	until(`document.querySelector(".saved").textContent.startsWith("Saved at")`)
	if got := d.saved.Load(); got != "Because of the report of June" || d.saves.Load() != 1 {
		t.Errorf("saved %q, %d times", got, d.saves.Load())
	}
	do(chromedp.Click("[name=add]"))
	until(`document.querySelector("#f-cycle-1-aim")?.name === "cycle.1.aim" && document.activeElement.id === "f-cycle-1-aim"`)
	until(`document.querySelectorAll("[data-number]")[1].textContent === "2" && document.querySelectorAll("label[for=f-cycle-1-aim]").length === 1`)
	do(chromedp.Click(".buttons button"), chromedp.Click(".buttons button"), chromedp.Sleep(800*time.Millisecond))
	if n := d.sends.Load(); n != 1 {
		t.Errorf("two presses sent %d times", n)
	}
}
