package asked

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const page = `<form method="get"><label for="s">Search</label><input id="s" name="s"></form>
<form method="post" action="/x"><input type="hidden" name="once" value="k">
<label for="f-name">Name <span class="hush">as on the register</span></label><input id="f-name" name="name" type="text">
<fieldset class="repeat"><legend class="label">Person <span data-number>1</span></legend>
<label for="f-family-0-phone">Telephone</label><input id="f-family-0-phone" name="family.0.phone" type="tel">
<fieldset class="field"><legend>Do they live with “Ada”?</legend><input type="radio" id="r1" name="family.0.lives" value="yes"><label for="r1">Yes</label><input type="radio" id="r2" name="family.0.lives" value="part"><label for="r2">Part of the time</label></fieldset>
<fieldset class="field"><legend>Since when?</legend><label for="d1">Day</label><input id="d1" name="family.0.since-day"><label for="d2">Month</label><input id="d2" name="family.0.since-month"><label for="d3">Year</label><input id="d3" name="family.0.since-year"></fieldset>
</fieldset>
<label for="p">Password</label><input id="p" name="password" type="password">
<label for="c">What it shows</label><select id="c" name="class"><option value="">Choose</option><option value="action_taken">What the school has done</option></select>
<textarea name="why" aria-label="Why"></textarea><button name="go" value="later">Later</button></form>`

var carried = regexp.MustCompile(`<input type="hidden" name="questions-asked" value="([^"]*)">`)

func questionsOf(t *testing.T, page string) Questions {
	t.Helper()
	all := carried.FindAllStringSubmatch(string(Into([]byte(page))), -1)
	if len(all) != 1 {
		t.Fatalf("%d forms carry their questions", len(all))
	}
	return Read(html.UnescapeString(all[0][1]))
}

func TestWhatWasTypedIsSaidUnderItsQuestion(t *testing.T) {
	typed := url.Values{"name": {"Grace"}, "family.0.phone": {"01632 960111"}, "family.0.lives": {"part"}, "family.0.since-day": {"1"}, "family.0.since-month": {"9"}, "family.0.since-year": {"2026"},
		"family.1.phone": {"01632 960112"}, "family.1.since-month": {"10"}, "class": {"action_taken"}, "why": {"Because."}, "once": {"k"}, "go": {"later"}, "base": {"xyz"}}
	want := []Said{{"Name as on the register", "Grace"}, {"Person 1: Telephone", "01632 960111"}, {"Person 1: Do they live with “Ada”?", "Part of the time"},
		{"Person 1: Since when?", "1 9 2026"}, {"What it shows", "What the school has done"}, {"Why", "Because."}, {"Person 2: Telephone", "01632 960112"}, {"Person 2: Since when?", "10"}}
	if diff := cmp.Diff(want, questionsOf(t, page).Of(typed)); diff != "" {
		t.Errorf("it is said as (-want +got):\n%s", diff)
	}
}

func TestWithoutQuestionsNothingIsLost(t *testing.T) {
	got := Read("no JSON").Of(url.Values{"child.first_name": {"Ada"}, "reason": {"Reading.", ""}})
	if diff := cmp.Diff([]Said{{"First name", "Ada"}, {"Reason", "Reading."}}, got); diff != "" {
		t.Errorf("it is said as (-want +got):\n%s", diff)
	}
}

func TestAPageIsOtherwiseUnchanged(t *testing.T) {
	with := string(Into([]byte(page)))
	if got := carried.ReplaceAllString(with, ""); got != page {
		t.Errorf("the page became\n%s", got)
	}
	if strings.Contains(with[:strings.Index(with, "</form>")], Field) {
		t.Error("a form that is not posted carries questions into its address")
	}
	if plain := "<p>Nothing is asked.</p>"; string(Into([]byte(plain))) != plain {
		t.Error("a page without a form changed")
	}
}

func FuzzInto(f *testing.F) {
	f.Add(page)
	f.Add(`<form method="post"><legend>x</fieldset><option value=1><label>`)
	f.Fuzz(func(t *testing.T, page string) {
		for _, m := range carried.FindAllStringSubmatch(string(Into([]byte(page))), -1) {
			Read(html.UnescapeString(m[1])).Of(url.Values{"a.0.b": {"x"}, "c": {"y"}})
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(`[{"n":"a.0.b-","q":"Person 1","d":true,"o":[["x","y"]]}]`, "a.1.b--day=3&c=4")
	f.Fuzz(func(t *testing.T, text, posted string) {
		if values, err := url.ParseQuery(posted); err == nil {
			Read(text).Of(values)
		}
	})
}

func BenchmarkInto(b *testing.B) {
	large := []byte(strings.Repeat(page, 60))
	b.SetBytes(int64(len(large)))
	for b.Loop() {
		Into(large)
	}
}
