package gallery

import (
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"sendpanel/portal/browsertest"
	"sendpanel/portal/look"
	"sendpanel/portal/words"
)

var pictures = flag.String("pictures", "", "a folder for pictures of the gallery")

func serve(t *testing.T) *httptest.Server {
	t.Helper()
	l, err := look.New("#1d4f91", english(t))
	if err != nil {
		t.Fatal(err)
	}
	h, err := Handler("/look", l)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s
}

func get(t *testing.T, address string) string {
	t.Helper()
	res, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v: %s", address, res.Status, err, body)
	}
	return string(body)
}

// TestPagesAreWellFormed looks at each page as it is sent: every tag closed, ids only once, labels and descriptions
// leading somewhere, no inline style or script.
func TestPagesAreWellFormed(t *testing.T) {
	s := serve(t)
	for _, name := range Names() {
		t.Run("page "+name, func(t *testing.T) {
			body := get(t, s.URL+"/look/"+name)
			if len(body) > 150<<10 {
				t.Errorf("the page has %d KB, 150 at most", len(body)>>10)
			}
			balanced(t, body)
			references(t, body)
		})
	}
}

func balanced(t *testing.T, body string) {
	t.Helper()
	void := map[string]bool{"meta": true, "link": true, "input": true, "br": true, "img": true, "hr": true}
	var open []string
	z := html.NewTokenizer(strings.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF || len(open) > 0 {
				t.Errorf("ends with %v open: %v", open, z.Err())
			}
			return
		case html.StartTagToken:
			if name, _ := z.TagName(); !void[string(name)] {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				t.Fatalf("</%s> closes %v", name, open)
			}
			open = open[:len(open)-1]
		}
	}
}

func references(t *testing.T, body string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	ids, wanted := map[string]int{}, map[string]string{}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				ids[a.Val]++
			case "for", "aria-describedby", "aria-labelledby", "data-count-for", "data-check-for":
				for _, id := range strings.Fields(a.Val) {
					wanted[id] = a.Key
				}
			case "style", "onclick", "onsubmit":
				t.Errorf("<%s> has %s, which the content security policy forbids", n.Data, a.Key)
			}
		}
		if n.Data == "script" && n.FirstChild != nil {
			t.Error("a script stands in the page")
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("the id %q is there %d times", id, n)
		}
	}
	for id, key := range wanted {
		if ids[id] == 0 {
			t.Errorf("%s leads to %q, which is not there", key, id)
		}
	}
}

// TestAccessible runs axe-core over each page on a phone, a tablet and a desk, and looks that nothing sticks out
// sideways, that targets are large enough and that words on rails do not touch.
func TestAccessible(t *testing.T) {
	s := serve(t)
	ctx := browsertest.Start(t)
	for _, name := range Names() {
		for _, width := range []int64{320, 768, 1280} {
			t.Run(fmt.Sprintf("%s at %d", name, width), func(t *testing.T) {
				if err := chromedp.Do(ctx, browsertest.Width(width), chromedp.Navigate(s.URL+"/look/"+name), chromedp.WaitReady("footer")); err != nil {
					t.Fatal(err)
				}
				for what, script := range map[string]string{"sticks out": sticking, "target too small": smallTargets, "labels": touchingLabels} {
					found, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](script))
					if err != nil {
						t.Fatal(err)
					}
					for _, f := range found {
						t.Errorf("%s: %s", what, f)
					}
				}
				if *pictures != "" {
					file := filepath.Join(*pictures, fmt.Sprintf("%s-%d.png", strings.TrimPrefix(name+"-look", "-"), width))
					if err := browsertest.Picture(ctx, file); err != nil {
						t.Fatal(err)
					}
				}
				for _, fault := range browsertest.Axe(t, ctx) {
					t.Error(fault)
				}
			})
		}
	}
}

const sticking = `Array.from(document.querySelectorAll("main *, header *, footer *")).filter(e => {
	const r = e.getBoundingClientRect();
	return r.width > 0 && !e.closest(".hush,.table-box,svg,thead") && (r.right > innerWidth + 1 || r.left < -1);
}).slice(0, 5).map(e => e.outerHTML.slice(0, 120))`

// Buttons, fields and navigation are 44 pixels high; links inside a sentence are exempt.
const smallTargets = `Array.from(document.querySelectorAll("button,.button,.input,summary,.nav a,.pages a,.choice input,.foot a,.back")).filter(e => {
	const r = e.getBoundingClientRect();
	return r.width > 0 && r.height < 43.5;
}).slice(0, 5).map(e => e.outerHTML.slice(0, 120) + " " + e.getBoundingClientRect().height)`

const touchingLabels = `Array.from(document.querySelectorAll("svg.rail")).filter(s => getComputedStyle(s).display !== "none").flatMap(s => {
	const boxes = Array.from(s.querySelectorAll("text")).map(e => [e.textContent, e.getBoundingClientRect()]);
	const found = [], frame = s.getBoundingClientRect();
	boxes.forEach(([a, r], i) => {
		if (r.left < frame.left - 2 || r.right > frame.right + 2) found.push(a + " leaves the rail");
		boxes.slice(i + 1).forEach(([b, q]) => { if (r.left < q.right && q.left < r.right && r.top + 4 < q.bottom && q.top + 4 < r.bottom) found.push(a + " / " + b); });
	});
	return found;
})`

func english(t *testing.T) words.Words {
	t.Helper()
	w, err := words.English()
	if err != nil {
		t.Fatal(err)
	}
	return w
}
