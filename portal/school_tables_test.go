package portal

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"sendpanel/portal/browsertest"
)

// TestResultsAndYearsStandInTables: attainment and attendance are small tables whose every input has its own label, with the
// line it stands in, and what was typed into them is kept line by line, without scripts.
func TestResultsAndYearsStandInTables(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	for path, want := range map[string]struct {
		lines   int
		caption string
		columns []string
	}{
		"/attainment": {3, "Results, one on each line", []string{"Date: day, month, year", "Subject", "Measure", "Result"}},
		"/attendance": {2, "Attendance, a line for each school year", []string{"Year, as 2025/26", "Attendance in %", "Sessions of authorised absence", "Sessions of unauthorised absence"}},
	} {
		body := b.get(at + path).body
		if n := strings.Count(body, `<tbody class="repeat">`); n != want.lines {
			t.Errorf("%s begins with %d lines", path, n)
		}
		if !strings.Contains(body, "<caption>"+want.caption+"</caption>") {
			t.Errorf("%s has no caption", path)
		}
		for _, column := range want.columns {
			if !strings.Contains(body, `<th scope="col">`+column+`</th>`) {
				t.Errorf("%s has no column %q", path, column)
			}
		}
		for _, m := range regexp.MustCompile(`<input class="[^"]*" id="([^"]*)"`).FindAllStringSubmatch(body, -1) {
			if !strings.Contains(body, `<label class="label" for="`+m[1]+`"`) && !strings.Contains(body, `<label for="`+m[1]+`"`) {
				t.Errorf("%s: %s has no label", path, m[1])
			}
		}
	}
	b.get(at+"/attainment").wantText(t, `Subject<span class="hush">, result <span data-number>2</span></span></label>`, `Date<span class="hush">, result <span data-number>3</span></span></legend>`)

	filled := []string{"attainment.0.subject", "Reading", "attainment.0.value", "82", "attainment.2.subject", "Spelling", "attainment.2.value", "76"}
	if got := b.fill(at+"/attainment", append(filled, "add", "attainment")...); !strings.HasPrefix(got.goesTo(), at+"/attainment?add=attainment") {
		t.Fatalf("another line led to %q", got.goesTo())
	}
	page := b.get(at + "/attainment?add=attainment").body
	if n := strings.Count(page, `<tbody class="repeat">`); n != 4 {
		t.Errorf("there are %d lines after one was added", n)
	}
	for i, subject := range []string{"Reading", "Spelling"} { // the empty line between them is closed up
		if !strings.Contains(page, fmt.Sprintf(`name="attainment.%d.subject" type="text" value="%s"`, i, subject)) {
			t.Errorf("line %d is not %s", i+1, subject)
		}
	}
	if got := b.fill(at+"/attainment", "attainment.1.date-day", "40", "attainment.1.date-month", "1", "attainment.1.date-year", "2026"); got.status != 422 {
		t.Errorf("a day that is none was answered with %d", got.status)
	} else {
		got.wantText(t, `href="#f-attainment-1-date"`, `value="40"`)
	}
}

// TestALineIsAddedWithScripts: the new line has its own number in every label, and the page fits a phone.
func TestALineIsAddedWithScripts(t *testing.T) {
	s := newSite(t)
	b := s.as("nicola.brandt")
	at := b.newDraft()
	ctx := browsertest.Start(t)
	w := walker{t, ctx, s.http.URL}
	w.try("set up", chromedp.Do(ctx, browsertest.Width(320), browsertest.Script(true)))
	w.try("sign in", b.open(ctx, at+"/attainment"))
	w.click(`button[data-add]`)
	w.until("a fourth line", `document.querySelectorAll("tbody.repeat").length===4 && document.activeElement.name==="attainment.3.date-day"`)
	w.until("its labels", `[...document.querySelectorAll("tbody.repeat")].every((l,i)=>[...l.querySelectorAll("[data-number]")].every(n=>n.textContent==i+1))`)
	w.until("labels that are seen", `[...document.querySelectorAll("tbody.repeat tr:first-child label")].every(l=>l.getBoundingClientRect().height>10)`)
	w.until("a page that fits", `document.documentElement.scrollWidth<=320`)
	w.typeInto(`[name="attainment.3.subject"]`, "Number")
	w.click(`.buttons button[value="later"]`)
	w.until("the task list", `document.querySelector(".task")`)
	b.get(at+"/attainment").wantText(t, `name="attainment.0.subject" type="text" value="Number"`)
}
