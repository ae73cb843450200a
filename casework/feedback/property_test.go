package feedback

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"sendpanel/casework"
)

// TestASecretNeverComesThrough puts a name, a number, or words of the family into a sentence that cites the school's own
// paper, and looks for them in the note.
func TestASecretNeverComesThrough(t *testing.T) {
	x := parents(t)
	said := []string{x.r.Reason.Line(), x.r.Views.Family.Line(), x.said[0].Views}
	rapid.Check(t, func(t *rapid.T) {
		secret := rapid.OneOf(
			rapid.SampledFrom([]string{"Aidan", "AIDAN FRAYNE", "Mr Frayne", "Mrs  Frayne’s", "9 Tern Court", "nm2 7tc", "07700 900555", "Orla Keane", "the bereavement service’s counsellor"}),
			rapid.Custom(func(t *rapid.T) string {
				views := strings.Fields(rapid.SampledFrom(said).Draw(t, "text"))
				at := rapid.IntRange(0, len(views)-run).Draw(t, "at")
				return strings.Join(views[at:at+run], " ")
			}),
		).Draw(t, "secret")
		sentence := rapid.SampledFrom([]string{"The log shows ", "On most days, ", "Callum writes; "}).Draw(t, "before") + secret +
			rapid.SampledFrom([]string{" (evidence E4).", " and E4 agree.", ", as E3 to E5 say!"}).Draw(t, "after")
		step := rapid.Bool().Draw(t, "as a step")
		x.d.Findings = []casework.Finding{{Limb: casework.Limb8b, Answer: casework.NotMet, ReliedOn: []casework.DocumentID{"E4"}}}
		x.d.NextSteps = nil
		if step {
			x.d.NextSteps = []string{sentence}
		} else {
			x.d.Findings[0].Reason = sentence
		}
		n, err := Build(x.c, x.d, x.r, review(x), today(), x.said...)
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(n)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), secret) {
			t.Fatalf("the note says %q", secret)
		}
		if len(n.Withheld) == 0 {
			t.Fatalf("%q was left out and nobody is told", sentence)
		}
	})
}

// TestAnyDecisionMakesANote holds that whatever was written, a note is made, says that one may ask again, and cites no
// paper that the setting may not see.
func TestAnyDecisionMakesANote(t *testing.T) {
	x := parents(t)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("ab E1234. ?!“”\n’é🙂"))).Draw(t, "reason")
		x.d = casework.Decision{Outcome: casework.NotAssess, NextSteps: []string{text},
			Findings: []casework.Finding{{Limb: casework.Limb(rapid.SampledFrom([]string{"S1", "8a", "8b", ""}).Draw(t, "limb")), Answer: casework.NotMet, Reason: text,
				ReliedOn: []casework.DocumentID{casework.DocumentID("E" + rapid.StringOfN(rapid.SampledFrom([]rune("0123456")), 1, 2, -1).Draw(t, "paper"))}}}}
		n, err := Build(x.c, x.d, x.r, review(x), today(), x.said...)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range n.Findings {
			for _, e := range f.ReliedOn {
				if e.ID == "E1" || e.ID == "E2" {
					t.Fatalf("it cites %s", e.ID)
				}
			}
			for _, s := range f.Reasons {
				for _, id := range cited(s) {
					if id == "E1" || id == "E2" {
						t.Fatalf("%q rests on %s", s, id)
					}
				}
			}
		}
		if !strings.Contains(strings.Join(strings.Fields(n.Text()), " "), "again at any time") {
			t.Fatal("it does not say that one may ask again")
		}
	})
}
