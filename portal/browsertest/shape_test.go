package browsertest

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestShapeFinds gives Shape pages with one fault each, and one without any.
func TestShapeFinds(t *testing.T) {
	ctx := Start(t)
	const words = "<p>Some words that are long enough to be worth a page of their own.</p>"
	for name, c := range map[string]struct{ page, want string }{
		"nothing":            {words + `<style>@media print{button{display:none}}</style><button>Send it to the council</button>`, ""},
		"a wide table":       {words + `<div style="width:900px">wide</div>`, "on a phone: it is 9"},
		"wide when spaced":   {words + `<div style="width:min-content;font:15px monospace;white-space:nowrap">` + strings.Repeat("x", 33) + `</div>`, "on a phone, spaced: "},
		"wide when large":    {words + `<div style="width:45rem">wide</div><style>@media(max-width:1000px),print{div{width:auto!important}}</style>`, "on a desk, twice as large: "},
		"stuck to the left":  {words + `<div style="position:absolute;left:300px;width:min-content;white-space:nowrap"></div><div style="margin-left:-40px">out</div>`, "from right to left: "},
		"tiny targets":       {words + `<div><button style="width:14px;height:14px;padding:0"></button><button style="width:14px;height:14px;padding:0"></button></div>`, "the target is 14 by 14"},
		"a covered focus":    {words + `<div style="position:sticky;top:0;height:100px;background:#fff">Stuck</div>` + strings.Repeat("<p style=height:40px><a href=#x>A link to a place</a></p>", 60), "what is stuck hides the focus"},
		"an unseen focus":    {words + `<button style="outline:0">Send</button>`, "the focus is not seen"},
		"one’s page unseen":  {words + `<div class="nav"><a href="#a" aria-current="page">One page of two</a> <a href="#b">The other page of two</a></div>`, "looks like the others"},
		"a tag of one tint":  {words + `<span class="tag">Late</span>`, "no line round it"},
		"what moves":         {words + `<div style="transition:opacity 1s">Moves</div>`, "it moves"},
		"a folded text":      {words + `<details class="more"><summary>More</summary><div>Folded words</div></details>`, "it stays folded"},
		"a button on paper":  {words + `<button>Send it to the council</button>`, "paper cannot be clicked"},
		"nothing on paper":   {`<style>@media print{p{display:none}}</style>` + words, "nothing is printed"},
		"wide only on paper": {`<style>@media print{p{width:900px}}</style>` + words, "on paper: it is 9"},
	} {
		t.Run(name, func(t *testing.T) {
			page := `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><body><main>` + c.page + `</main></body></html>`
			if err := chromedp.Do(ctx, chromedp.Navigate("data:text/html;charset=utf-8,"+url.PathEscape(page))); err != nil {
				t.Fatal(err)
			}
			found, err := Shape(ctx)
			if err != nil {
				t.Fatal(err)
			}
			if all := strings.Join(found, "\n"); c.want == "" && all != "" || !strings.Contains(all, c.want) {
				t.Errorf("found %q, want %q", all, c.want)
			}
		})
	}
}
