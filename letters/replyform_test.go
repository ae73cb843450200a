package letters

import (
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
)

// askers are the letters that end with a form to answer on.
func askers(t testing.TB) map[string]Letter {
	all := map[string]Letter{}
	for kind, facts := range kinds(t) {
		l, err := Compose(keyOf(kind), facts)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(l.Blocks, func(b Block) bool { _, ok := b.(Answer); return ok }) {
			all[string(kind)] = l
		}
	}
	return all
}

// TestReplyFormIsOneSheet lays out each letter that asks somebody what they know: its form is one page, begins the front of
// a sheet and holds the reference, so that it can be taken off and sent back.
func TestReplyFormIsOneSheet(t *testing.T) {
	letters := askers(t)
	for _, kind := range []casework.LetterKind{casework.Acknowledgement, casework.ConsideringLetter, casework.SchoolConsideringLetter, casework.AgencyConsideringLetter, casework.SchoolDeferralLetter} {
		if _, ok := letters[string(kind)]; !ok {
			t.Errorf("%s asks for something and has no form", kind)
		}
	}
	if len(letters) != 5 {
		t.Errorf("%d letters have a form, want 5", len(letters))
	}
	for name, l := range letters {
		for _, print := range []Print{Standard, ColouredPaper} {
			l.Print = print
			_, sheets, err := prepare(l, rooms.Get().(*room))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			last := sheets[len(sheets)-1]
			if len(sheets)%2 == 0 {
				t.Errorf("%s, %s: the form is on page %d, the back of a sheet", name, print, len(sheets))
			}
			lines, words := 0, ""
			for _, o := range last.ops {
				words += o.text + " "
				if o.kind == opBar && o.w == right-left && o.h == 0.25 {
					lines++
				}
			}
			if !strings.Contains(words, "Reply form") || !strings.Contains(words, string(l.Ref)) || lines < 8 {
				t.Errorf("%s, %s: the last page is not the whole form (%d lines): %s", name, print, lines, words)
			}
		}
	}
}

// TestNoFormWhereNothingIsAsked looks at the letter to a school of which the panel asked nothing.
func TestNoFormWhereNothingIsAsked(t *testing.T) {
	f := deferred(t)
	f.Owing.Body = casework.Deferred{Until: f.On.AddDays(7), Why: "The health report is awaited."}
	if text := composed(t, casework.SchoolDeferralLetter, f).Text(); strings.Contains(text, "Reply form") {
		t.Error("a school of which nothing is asked has a form to fill in")
	}
}
