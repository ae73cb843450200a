package rail

import (
	"encoding/xml"
	"flag"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sendpanel/portal/words/wordstest"
	"sendpanel/statute"
)

var update = flag.Bool("update", false, "rewrite the golden drawings")

func day(t testing.TB, s string) statute.Day {
	t.Helper()
	d, err := statute.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func clocks(t testing.TB) map[string]Clock {
	start := day(t, "2026-11-23")
	six := Clock{
		Name: "Decision within six weeks", Start: start, Due: start.AddWeeks(6), Today: day(t, "2026-12-21"),
		Marks: []Mark{{day(t, "2026-12-22"), Event, "Panel"}, {day(t, "2026-12-29"), Limit, "Send by"}},
	}
	late := six
	late.Today = day(t, "2027-01-12")
	sent := six
	sent.Finish = day(t, "2026-12-23")
	sentLate := six
	sentLate.Today, sentLate.Finish = day(t, "2027-01-20"), day(t, "2027-01-08")
	excepted := late
	excepted.Excepted = true
	excepted.Spans = []Span{{day(t, "2026-12-28"), day(t, "2027-01-15"), "Exception: school closed for the holidays"}}
	sixteen := Clock{
		Name: "Told within sixteen weeks if no plan", Start: start, Due: start.AddWeeks(16), Today: day(t, "2027-02-01"),
		Marks: []Mark{{day(t, "2027-01-04"), Event, "Decided to assess"}, {day(t, "2027-02-15"), Limit, "Advice by"}, {day(t, "2027-03-08"), Limit, "Send by"}},
		Spans: []Span{{day(t, "2027-01-11"), day(t, "2027-01-25"), "Exception: the family was away for four weeks"}},
	}
	twenty := Clock{
		Name: "Plan within twenty weeks", Start: start, Due: start.AddWeeks(20), Today: day(t, "2027-03-22"),
		Marks: []Mark{{day(t, "2027-02-15"), Limit, "Advice by"}, {day(t, "2027-03-08"), Event, "Draft plan"}, {day(t, "2027-03-29"), Event, "Meeting with the family"}, {day(t, "2027-04-07"), Limit, "Send by"}},
	}
	first := six
	first.Today = start
	crowded := six
	crowded.Today = day(t, "2026-12-22")
	crowded.Marks = append(crowded.Marks, Mark{day(t, "2026-12-23"), Event, "Chair’s notes & reasons"}, Mark{day(t, "2026-12-24"), Event, "Call the family"}, Mark{day(t, "2026-12-31"), Limit, "Counter closes"})
	all := map[string]Clock{"six": six, "late": late, "excepted": excepted, "sent": sent, "sent-late": sentLate, "sixteen": sixteen, "twenty": twenty, "first-day": first, "crowded": crowded}
	for name, c := range all {
		c.Say = wordstest.Say(t)
		all[name] = c
	}
	return all
}

// TestDrawings compares each drawing, with its words, to its golden file.
func TestDrawings(t *testing.T) {
	for name, clock := range clocks(t) {
		for form, svg := range map[string]template.HTML{"wide": clock.Wide(), "upright": clock.Upright(), "thin": clock.Thin()} {
			t.Run(name+"/"+form, func(t *testing.T) {
				wellFormed(t, string(svg))
				got := strings.ReplaceAll(string(svg), "><", ">\n<") + "\n"
				path := filepath.Join("testdata", name+"."+form+".svg")
				if *update {
					if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Errorf("%s differs; run with -update and read the difference", path)
				}
			})
		}
	}
}

func wellFormed(t testing.TB, svg string) {
	t.Helper()
	if svg == "" {
		t.Fatal("nothing was drawn")
	}
	if strings.Contains(svg, "style=") {
		t.Error("a drawing may carry no style: the content security policy forbids it")
	}
	decoder := xml.NewDecoder(strings.NewReader(svg))
	for {
		if _, err := decoder.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
	}
}

func TestStanding(t *testing.T) {
	want := map[string]string{
		"six": "14 days left", "late": "8 days late", "excepted": "Past the limit, under an exception", "sent": "Sent in time", "sent-late": "Sent 4 days late",
		"sixteen": "42 days left", "twenty": "21 days left", "first-day": "42 days left", "crowded": "13 days left",
	}
	for name, clock := range clocks(t) {
		if got := clock.Standing(); got != want[name] {
			t.Errorf("%s: %q, want %q", name, got, want[name])
		}
	}
	six := clocks(t)["six"]
	six.Today = six.Due
	if got := six.Standing(); got != "Due today" {
		t.Errorf("on the last day: %q", got)
	}
}

func TestWordsSayEverything(t *testing.T) {
	c := clocks(t)["six"]
	c.Spans = []Span{{c.Start.AddDays(7), c.Start.AddDays(14), "Exception: the school is closed"}}
	c.Marks = append(c.Marks, Mark{c.Due.AddDays(30), Event, "Next panel"})
	want := "Decision within six weeks. Received Monday 23 November 2026. Today Monday 21 December 2026. " +
		"Panel Tuesday 22 December 2026. Send by Tuesday 29 December 2026. Due Monday 4 January 2027. " +
		"Next panel Wednesday 3 February 2027, outside these weeks. " +
		"Exception: the school is closed, from Monday 30 November 2026 to Monday 7 December 2026. 14 days left."
	if got := c.Words(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func someClock(t *rapid.T, say Say) Clock {
	start := statute.Date(2026, 9, 1).AddDays(rapid.IntRange(0, 400).Draw(t, "start"))
	weeks := rapid.SampledFrom([]int{6, 16, 20}).Draw(t, "weeks")
	c := Clock{Say: say, Name: "Clock", Start: start, Due: start.AddWeeks(weeks), Today: start.AddDays(rapid.IntRange(0, weeks*7+60).Draw(t, "today"))}
	if rapid.Bool().Draw(t, "finished") {
		c.Finish = start.AddDays(rapid.IntRange(0, weeks*7+40).Draw(t, "finish"))
	}
	for i := range rapid.IntRange(0, 5).Draw(t, "marks") {
		kind := rapid.SampledFrom([]Kind{Event, Limit}).Draw(t, "kind")
		text := rapid.SampledFrom([]string{"Panel", "Send by", "Advice by", "Draft plan", "Meeting with the family", "W&M <b>"}).Draw(t, "text")
		c.Marks = append(c.Marks, Mark{start.AddDays(rapid.IntRange(-5, weeks*7+20).Draw(t, fmt.Sprint("day", i))), kind, text})
	}
	return c
}

// TestLabelsNeverTouch places labels at the narrowest width and looks at that and at wider rails: boxes of a row are
// apart, and no line runs through a label.
func TestLabelsNeverTouch(t *testing.T) {
	say := wordstest.Say(t)
	rapid.Check(t, func(t *rapid.T) {
		c := someClock(t, say)
		for _, side := range []bool{true, false} {
			var marks []Mark
			for _, m := range c.marks() {
				if m.Kind.below() == side {
					marks = append(marks, m)
				}
			}
			placed, _, ok := place(c.labels(marks), MinWidth, maxRows)
			if !ok {
				if c.Wide() != "" {
					t.Fatal("labels without a place were drawn")
				}
				continue
			}
			for _, width := range []float64{MinWidth, 900, 1400} {
				apart(t, placed, width/MinWidth)
			}
		}
	})
}

func apart(t *rapid.T, placed []label, grown float64) {
	for i, a := range placed {
		a.at *= grown
		left, right := a.box()
		if left < 0 || right > MinWidth*grown {
			t.Fatalf("label %d leaves the rail: %.0f to %.0f", i, left, right)
		}
		for j, b := range placed {
			b.at *= grown
			bLeft, bRight := b.box()
			if i < j && a.row == b.row && left < bRight && bLeft < right {
				t.Fatalf("labels %d and %d touch", i, j)
			}
			if i != j && a.row > b.row && a.at > bLeft && a.at < bRight {
				t.Fatalf("the line of label %d runs through label %d", i, j)
			}
		}
	}
}

func TestUprightLabelsNeverTouch(t *testing.T) {
	say := wordstest.Say(t)
	rapid.Check(t, func(t *rapid.T) {
		c := someClock(t, say)
		marks := c.marks()
		length := max(c.Weeks()*uprightWeek, (len(marks)-1)*uprightRow)
		ys := spread(c.places(marks, float64(length)), uprightRow, float64(length))
		for i, y := range ys {
			if y < 0 || y > float64(length) || i > 0 && y-ys[i-1] < uprightRow-0.001 {
				t.Fatalf("label %d at %.1f of %d, after %v", i, y, length, ys[:i])
			}
		}
		wellFormedRapid(t, string(c.Upright()))
		wellFormedRapid(t, string(c.Thin()))
	})
}

func wellFormedRapid(t *rapid.T, svg string) {
	var v struct{}
	if err := xml.Unmarshal([]byte(svg), &v); err != nil {
		t.Fatalf("%v in %s", err, svg)
	}
}

func BenchmarkWide(b *testing.B) {
	c := clocks(b)["twenty"]
	for b.Loop() {
		_ = c.Wide()
	}
}
