package reasons

import (
	"slices"
	"strings"
	"testing"
)

// pairs are weak and sound reasons that differ in a word or two.
var pairs = []struct{ id, weak, sound string }{
	{"U01", "We require two cycles before we assess.", "We do not require two cycles before we assess."},
	{"U01", "Two more terms of targeted work are needed before an assessment.", "Two more terms of targeted work are not needed before an assessment."},
	{"U02", "The school must spend £6,000 before we can assess.", "The school need not spend £6,000 before we can assess."},
	{"U02", "The notional budget has not been used and this is the reason for refusing.", "The notional budget has not been used and this is not a reason for refusing."},
	{"U03", "A report by an educational psychologist is required before an assessment.", "A report by an educational psychologist is not required before an assessment."},
	{"U03", "As no psychologist has seen her, we cannot assess.", "Although no psychologist has seen her, we will assess."},
	{"U04", "A diagnosis is needed for an assessment.", "No diagnosis is needed for an assessment."},
	{"U04", "We must wait for the outcome of the autism pathway before we assess.", "We need not wait for the outcome of the autism pathway before we assess."},
	{"U05", "He is only one year behind, so we will not assess.", "He is only one year behind, but that does not decide the question."},
	{"U06", "She is making good progress and we will not assess.", "She is making good progress, but only with two adults, and we will assess."},
	{"U07", "Her needs can be met from the resources ordinarily available.", "Her needs can be met from the resources ordinarily available: the word mats and daily reading group of plan E4 brought her score from 71 to 88 (E5)."},
	{"U08", "The threshold is not met.", "There is no threshold to be met."},
	{"U08", "She does not need an EHC plan.", "She need not prove that she needs an EHC plan."},
	{"U09", "The panel decided not to assess.", "The panel advised me not to assess."},
	{"U10", "We set the private report aside.", "We did not set the private report aside."},
	{"U11", "His behaviour is caused by parenting at home.", "His behaviour is not caused by parenting at home, and we did not treat it as such."},
	{"U12", "We do not assess children who are home educated.", "We do assess children who are home educated."},
	{"U12", "Being in Year 11 puts him outside our policy.", "Being in Year 11 does not put him outside the Act."},
	{"U13", "This is a health need, and he should go back to the GP.", "This is a health need, and we asked whether it affects his learning."},
	{"U14", "There was not enough information and we refuse.", "There was not enough information, so we asked the school on 4 May and it sent the tracker (E4)."},
	{"U15", "The shortage of psychologists is why we cannot assess.", "The shortage of psychologists has played no part in this."},
	{"U19", "You can appeal within 20 working days of receipt of this letter.", "You can appeal within two months of the day this letter was sent."},
	{"U19", "School holidays stop the clock.", "School holidays do not stop the clock."},
	{"U21", "She is coping, and next year can be looked at when the time comes.", "She is coping; we looked ahead to next year, and her new school has named a tutor and a quiet room (E6)."},
	{"U22", "His outbursts are behavioural choices.", "We do not say that his outbursts are behavioural choices."},
	{"U23", "You may reapply when two cycles have been completed.", "You may reapply at any time."},
	{"U24", "Attendance must rise before we can assess.", "Attendance need not rise before we can assess."},
	// Negation and its scope.
	{"U03", "An educational psychologist's report is something a family must bring before we assess.", "An educational psychologist's report is not something a family must bring before the council assesses."},
	{"U02", "Every school must show first that the notional budget is spent.", "Nobody has to show that the notional budget is spent."},
	{"U02", "The school has to exhaust its notional budget before we assess.", "No school has to exhaust its notional budget."},
	// Questions, quotations and what was considered.
	{"U03", "A family must first obtain a psychologist's report.", "Must a family first obtain a psychologist's report? No. We asked her teacher, whose notes of 4 May show what she can do."},
	{"U22", "We regard it as poor behavioural choices.", "“Poor behavioural choices” is what the log says. We asked Mr Lamb, who found on 3 May that the noise frightens him."},
	{"U01", "He needs a further cycle of support before we assess.", "We considered whether he needs a further cycle of support before we assess, and he does not."},
	// The balance: the same sign with and without what speaks for the text, and a demand that no merit outweighs.
	{"U05", "She is a little behind her peers in writing and many children are.", "She is a little behind her peers in writing. We asked Mrs Bell, whose report of 3 May shows that with a word mat her score rose from 80 to 92."},
	{"R02", "A child's needs must be exceptional.", "A child's needs need not be exceptional."},
	{"R06", "Under our criteria a child must be two years behind.", "Our criteria are only a guideline, and no child has to be two years behind."},
	{"R07", "All special school places are full and we refuse.", "All special school places are full, but that is not a reason to refuse."},
	{"R09", "His sister has a plan and managed without it.", "His sister came to the meeting with him, and we will assess."},
}

func TestPairs(t *testing.T) {
	for _, p := range pairs {
		t.Run(p.id, func(t *testing.T) {
			weak := alarms(Check(p.weak, Options{}))
			if !slices.ContainsFunc(weak, func(f Finding) bool { return f.ID == p.id }) {
				t.Errorf("%q: want %s, found %s", p.weak, p.id, brief(weak))
			}
			if sound := alarms(Check(p.sound, Options{})); len(sound) > 0 {
				t.Errorf("%q: flagged %s", p.sound, brief(sound))
			}
		})
	}
}

func TestNothingToSay(t *testing.T) {
	for _, text := range []string{"", " \n ", ".", "…", "£", "- \n- ", "Dear Mrs Shah,"} {
		if found := Check(text, Options{}); found == nil || len(found) != 0 {
			t.Errorf("%q: %v", text, found)
		}
	}
}

func TestFindingsStandInTheOrderOfTheText(t *testing.T) {
	text := "The panel decided. The budget is overspent. You may reapply when two cycles are done."
	last := -1
	for _, f := range Check(text, Options{}) {
		at := strings.Index(text, f.Quote)
		if at < last {
			t.Errorf("%s stands before an earlier quote", f.ID)
		}
		last = at
	}
	if last < 0 {
		t.Error("nothing found")
	}
}

func TestJargonIsForInformation(t *testing.T) {
	found := Check("We agree to assess. APDR was used.", Options{})
	if len(found) != 1 || found[0].ID != "R08" || found[0].Severity != Note {
		t.Errorf("found %+v", found)
	}
}

func TestAGapIsGraverWhereNobodyAsked(t *testing.T) {
	never := Check("There was insufficient evidence in the request.", Options{})
	if len(never) == 0 || never[0].Severity != Block {
		t.Errorf("never asked: %+v", never)
	}
}

// A title of the evidence counts as a reference, as E4 does.
func TestTitlesAreReferences(t *testing.T) {
	text := "Her needs can be met from the resources ordinarily available, as Moving On Together sets out."
	bare := Check(text, Options{})
	named := Check(text, Options{Evidence: []string{"Moving on together"}})
	if len(bare) == 0 || bare[0].Severity != Block {
		t.Errorf("without titles: %+v", bare)
	}
	if len(named) > 0 && named[0].Severity == Block {
		t.Errorf("with titles: %+v", named)
	}
}

func TestLimbOf(t *testing.T) {
	for text, want := range map[string]Limb{
		"She has or may have special educational needs.":         HasNeeds,
		"It may not be necessary to make it under an EHC plan.":  MayNeedPlan,
		"This is decided under section 36(5).":                   MayNeedPlan1,
		"He has or may have needs and it may be necessary.":      NoLimb,
		"The school must spend its budget first.":                NoLimb,
		"We answer section 36(8)(b): the help that he has works": MayNeedPlan,
	} {
		if got := LimbOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Every rule says what it catches, why, what to write and on what authority, in words that a family could read.
func TestRulesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] {
			t.Errorf("%s stands twice", r.ID)
		}
		seen[r.ID] = true
		for part, text := range map[string]string{"catches": r.Catches, "why": r.Why, "ask": r.Ask, "source": r.Source} {
			if text == "" {
				t.Errorf("%s does not say: %s", r.ID, part)
			}
		}
		for _, s := range split(r.Why + " " + r.Ask) {
			if len(s.tokens) > 32 {
				t.Errorf("%s: a sentence of %d words is hard to read", r.ID, len(s.tokens))
			}
		}
	}
	for _, id := range strings.Fields("U01 U02 U03 U04 U05 U06 U07 U08 U09 U10 U11 U12 U13 U14 U15 U19 U21 U22 U23 U24 R02 R06 R07 R08 R09") {
		if !seen[id] {
			t.Errorf("there is no rule %s", id)
		}
	}
}

// TestNoMeritOutweighsADemand keeps a bar in a text that is otherwise full of evidence.
func TestNoMeritOutweighsADemand(t *testing.T) {
	text := "We asked the school, and Mrs Bell's report of 3 May shows that with a daily reading group his score rose from 80 to 92. " +
		"The school must complete two more cycles before we will assess."
	found := alarms(Check(text, Options{}))
	if !slices.ContainsFunc(found, func(f Finding) bool { return f.ID == "U01" }) {
		t.Errorf("found %s, want U01", brief(found))
	}
}
