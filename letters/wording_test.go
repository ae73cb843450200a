package letters

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestWordingIsWhole checks each paragraph for what a reader and a lawyer need of it.
func TestWordingIsWhole(t *testing.T) {
	seen := map[string]bool{}
	voices := map[voice]bool{toAnybody: true, toParent: true, toYoungPerson: true, toSchool: true, toAgency: true}
	panelDecides := regexp.MustCompile(`(?i)panel (decided|refused|felt|agreed)`)
	for _, p := range embeddedWording() {
		if seen[p.ID] {
			t.Errorf("%s is there twice: a new edition needs the days of each", p.ID)
		}
		seen[p.ID] = true
		if p.From.IsZero() || p.Source == "" || len(p.Text) == 0 {
			t.Errorf("%s lacks its first day, its source or its text", p.ID)
		}
		for v, text := range p.Text {
			if !voices[v] {
				t.Errorf("%s speaks to %q, whom nobody knows", p.ID, v)
			}
			if strings.ContainsAny(text, "'\"") || strings.Contains(text, "  ") {
				t.Errorf("%s has a straight quotation mark or a double space: %s", p.ID, text)
			}
			if strings.Count(text, "**")%2 != 0 {
				t.Errorf("%s opens bold and does not close it: %s", p.ID, text)
			}
			if panelDecides.MatchString(text) {
				t.Errorf("%s lets a panel decide: %s", p.ID, text)
			}
		}
	}
}

// TestWordingIsUsed finds paragraphs that no letter holds any more.
func TestWordingIsUsed(t *testing.T) {
	used := map[string]bool{"close": true, "close.delegation": true, "sample": true, "rights.when.certificate": true}
	gather := func(l Letter) {
		for _, b := range l.Blocks {
			for _, m := range marksIn(b) {
				used[m.Wording] = true
			}
		}
	}
	collect := func(kind casework.LetterKind, f Facts) { gather(composed(t, kind, f)) }
	for kind, facts := range kinds(t) {
		collect(kind, facts)
		if kind == casework.SchoolNotAssessLetter {
			facts.Decision.Findings[1].ReliedOn = []casework.DocumentID{"E4"} // the family’s own
			collect(kind, facts)
		}
		if kind == casework.OverturnLetter {
			for _, how := range statute.Overturns() {
				collect(kind, overturned(t, how))
			}
			collect(kind, agreedOtherwise(overturned(t, statute.ByMediation)))
		}
		if kind == casework.PapersLetter {
			f := kinds(t)[kind]
			f.Case.Evidence, f.Case.Consulted = nil, nil
			collect(kind, f)
		}
		if kind == casework.TransferInLetter {
			f := kinds(t)[kind]
			f.Owing.Body = casework.TransferredIn{From: "Southmere Council", On: received(), Papers: true}
			collect(kind, f)
		}
		if kind == casework.NotAssessLetter {
			for _, how := range []casework.Mending{casework.MendCorrected, casework.MendAgain} {
				for _, later := range []int{0, 21} {
					key, f := mended(kinds(t)[kind], kind, how, "A number was wrong.")
					f.On = f.Mended[0].Posted.AddDays(later)
					l, err := Compose(key, f)
					if err != nil {
						t.Fatal(err)
					}
					gather(l)
				}
			}
		}
		if kind == casework.SchoolDeferralLetter {
			f := kinds(t)[kind]
			f.Owing.Body = casework.Deferred{Until: f.On.AddDays(7)}
			collect(kind, f)
		}
		if kind == casework.TransferOutLetter || kind == casework.TransferInLetter {
			collect(kind, apart(kinds(t)[kind]))
		}
		if kind == casework.TransferOutLetter {
			f := kinds(t)[kind]
			f.Owing.Body = casework.TransferredOut{To: "Southmere Council", On: received(), Papers: true}
			f.Case.Decided = &casework.DecidedOn{On: received(), Outcome: casework.NotAssess}
			collect(kind, f)
		}
		if kind == casework.FeedbackLetter {
			f := apart(kinds(t)[kind])
			collect(kind, f)
			f = kinds(t)[kind]
			note := *f.Feedback
			note.Assessment = note.Next
			f.Feedback = &note
			collect(kind, f)
		}
		if kind == casework.RetractionLetter {
			f := kinds(t)[kind]
			f.Case.Decided = &casework.DecidedOn{On: f.On}
			collect(kind, f)
		}
		if kind == casework.WelcomeLetter {
			facts.Case.Decided = &casework.DecidedOn{On: received()}
			collect(kind, facts)
		}
		if !inTwoVoices(kind) {
			continue
		}
		for _, f := range variants(t, kind) {
			collect(kind, f)
		}
		collect(kind, asYoungPerson(kinds(t)[kind]))
	}
	collect(casework.NotAssessLetter, inPolish(t, ""))
	own := inPolish(t, "")
	for i := range own.Council.Languages {
		own.Council.Languages[i].Rights = []string{"The council’s own words, of which there is no English."}
	}
	collect(casework.NotAssessLetter, own)
	for _, p := range embeddedWording() {
		if !used[p.ID] {
			t.Errorf("no letter uses %s", p.ID)
		}
	}
}

// variants change what the usual facts leave unsaid: a home-educated child, another basis, the first stage of the test.
func variants(t *testing.T, kind casework.LetterKind) []Facts {
	f := kinds(t)[kind]
	o := &f.Case.Opened
	o.School, o.Setting, o.Basis, o.Family[0].Language = nil, "", "brought_to_attention", ""
	if kind == casework.NotAssessLetter {
		f.Decision.Findings = []casework.Finding{
			{Limb: casework.LimbS1, Answer: casework.NotMet, Reason: "He has the help that he needs.", ReliedOn: []casework.DocumentID{"E1"}},
			{Limb: casework.Limb8a, Answer: casework.NotReached},
		}
		f.Decision.Departure, f.Decision.Over18 = "The new report came after it met.", "No more time than most."
	}
	undetermined := f
	undetermined.Case.Determined = false
	if kind == casework.WithdrawalLetter {
		return append(whoseWords(f), f)
	}
	weekday := f
	weekday.On = f.On.AddDays(1)
	apart := weekday
	apart.Case.Dispute = []casework.AddresseeID{"family-1", "family-2"}
	late := f
	late.Case.LimitPassed = true
	excepted := f
	excepted.Case.Exceptions = []casework.ExceptionAt{{Limb: "reg 5(4)(c)", Stand: true}}
	return append([]Facts{f, undetermined, weekday, apart, late, excepted}, kept(f)...)
}

// whoseWords are the withdrawals that another confirmed, or that nobody known did.
func whoseWords(f Facts) []Facts {
	f.Case.Family = append(slices.Clone(f.Case.Family), casework.Addressee{ID: "family-2", Standing: casework.Parent, Name: "Piotr Łukasz"})
	other, agreed, unknown := f, f, f
	other.Owing.Body = casework.Withdrawn{ConfirmedBy: "family-2"}
	agreed.Owing.Body = casework.Withdrawn{ConfirmedBy: "family-2", AgreedBy: []casework.AddresseeID{"family-1"}}
	unknown.Owing.Body = casework.Withdrawn{ConfirmedBy: "family-3"}
	return []Facts{other, agreed, unknown}
}

// kept is the news of a delay that changes no day.
func kept(f Facts) []Facts {
	told, ok := f.Owing.Body.(casework.DelayTold)
	if !ok {
		return nil
	}
	told.Expected = told.ExpectBy
	f.Owing.Body = told
	return []Facts{f}
}
