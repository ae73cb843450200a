package letters

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/feedback"
	"sendpanel/council"
	"sendpanel/statute"
)

// TestRefusalIsWithheldForEachMissingPart takes one thing away at a time. The letter is withheld, and the gap is named.
func TestRefusalIsWithheldForEachMissingPart(t *testing.T) {
	without := func(kind council.ContactKind) func(*Facts) {
		return func(f *Facts) {
			f.Council.Contacts = slices.DeleteFunc(slices.Clone(f.Council.Contacts), func(c council.Contact) bool { return c.Kind == kind })
		}
	}
	for _, tc := range []struct {
		name   string
		change func(*Facts)
		want   Element
		says   string
	}{
		{"nobody to address", func(f *Facts) { f.Case.Family = nil }, Addressee, "nobody to address"},
		{"no name", func(f *Facts) { f.Case.Family[0].Name = " " }, Addressee, "no name"},
		{"no address", func(f *Facts) { f.Case.Family[0].Address = nil }, Addressee, "no address"},
		{"no postcode", func(f *Facts) { f.Case.Family[0].Postcode = "" }, Addressee, "no postcode"},
		{"a school as the family", func(f *Facts) { f.Case.Family[0].Standing = casework.Setting }, Addressee, "not a letter for"},
		{"no decision", func(f *Facts) { f.Decision = nil }, Decision, "no decision is recorded"},
		{"another decision", func(f *Facts) { f.Decision.Outcome = casework.Assess }, Decision, "another one"},
		{"no officer", func(f *Facts) { f.Decision.DecidedBy = "" }, Decision, "officer who decided"},
		{"no delegation", func(f *Facts) { f.Decision.Delegation = casework.Delegation{} }, Decision, "delegation"},
		{"no reason", func(f *Facts) { f.Decision.Findings[1].Reason = "\n" }, Reasons, "reasons for the decision"},
		{"light decision", func(f *Facts) { f.Decision.Findings = nil }, Reasons, "reasons for the decision"},
		{"unknown evidence", func(f *Facts) { f.Decision.Findings[1].ReliedOn = []casework.DocumentID{"E99"} }, Reasons, "E99"},
		{"no mediation adviser", without(council.MediationAdviser), AdviserDetails, "mediation adviser"},
		{"no mediation officer", without(council.MediationOfficer), CouncilContact, "whom to contact at the council"},
		{"no disagreement resolution", without(council.DisagreementResolution), Disagreement, "disagreement resolution"},
		{"no SENDIASS", without(council.AdviceService), AdviceService, "information and advice"},
		{"no Tribunal", without(council.Tribunal), AppealRight, "Tribunal’s contact details"},
		{"a contact that cannot be reached", func(f *Facts) { unreachable(f, council.MediationAdviser) }, AdviserDetails, "mediation adviser"},
		{"a contact of another time", func(f *Facts) { expired(f, council.AdviceService) }, AdviceService, "information and advice"},
		{"no day", func(f *Facts) { f.On = statute.Day{} }, DateOfSending, "day of sending"},
		{"dated before the decision", func(f *Facts) { f.On = statute.Date(2026, time.December, 9) }, DateOfSending, "before the decision"},
		{"no rule set", func(f *Facts) { f.Case.Opened.RuleSet = "none" }, AppealTime, "cannot be computed"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			facts := refused(t)
			tc.change(&facts)
			_, err := Compose(keyOf(casework.NotAssessLetter), facts)
			wantGap(t, err, tc.want, tc.says)
		})
	}
}

func wantGap(t *testing.T, err error, element Element, says string) {
	t.Helper()
	var withheld *Withheld
	if !errors.As(err, &withheld) {
		t.Fatalf("the letter was not withheld: %v", err)
	}
	for _, g := range withheld.Gaps {
		if g.Element == element && strings.Contains(g.What, says) && g.Mend != "" {
			return
		}
	}
	t.Errorf("no gap %s says %q: %v", element, says, withheld)
}

// TestASchoolIsToldAfterTheFamily keeps the school’s letter back until the family’s notice has gone.
func TestASchoolIsToldAfterTheFamily(t *testing.T) {
	for kind, facts := range map[casework.LetterKind]Facts{casework.SchoolAssessLetter: agreed(t), casework.SchoolNotAssessLetter: refused(t)} {
		_, err := Compose(keyOf(kind), facts)
		wantGap(t, err, Decision, "family has not been sent its notice")
	}
}

// TestAnAgreementNamesItsDates never prints a date that is not there.
func TestAnAgreementNamesItsDates(t *testing.T) {
	facts := agreed(t)
	facts.Case.Opened.Plan = statute.Dates{}
	_, err := Compose(keyOf(casework.AssessLetter), facts)
	wantGap(t, err, ApprovedWording, "assess.plan has no day")
}

// TestTwoHouseholdsAreReadFirst warns where one of two households has asked to be reached with care.
func TestTwoHouseholdsAreReadFirst(t *testing.T) {
	facts := refused(t)
	facts.Case.Family = append(facts.Case.Family, casework.Addressee{
		ID: "family-2", Standing: casework.Parent, Name: "Piotr Łukasz", Address: []string{"9 Hill Street"}, Postcode: "NM4 4HS", SafeContact: "Never by text.",
	})
	if l := composed(t, casework.NotAssessLetter, facts); len(l.Warnings) != 1 || !strings.Contains(l.Warnings[0].What, "households") {
		t.Errorf("two households, one of them to be reached with care, gave the warnings %v", l.Warnings)
	}
}

// TestWhoeverActsForAYoungPersonIsWrittenTo speaks of the young person by name (CFA 2014 s.80).
func TestWhoeverActsForAYoungPersonIsWrittenTo(t *testing.T) {
	facts := asYoungPerson(refused(t))
	facts.Case.Family[0].Standing, facts.Case.Family[0].Name = casework.AlternativePerson, "Fatou Diallo"
	if text := composed(t, casework.NotAssessLetter, facts).Text(); !strings.Contains(text, "Amara Diallo asked us") || !strings.Contains(text, "assessment for Amara.") {
		t.Error("the letter does not speak of the young person by name")
	}
}

func unreachable(f *Facts, kind council.ContactKind) {
	f.Council.Contacts = slices.Clone(f.Council.Contacts)
	for i, c := range f.Council.Contacts {
		if c.Kind == kind {
			f.Council.Contacts[i] = council.Contact{Kind: kind, Name: c.Name, Checked: c.Checked, From: c.From}
		}
	}
}

func expired(f *Facts, kind council.ContactKind) {
	f.Council.Contacts = slices.Clone(f.Council.Contacts)
	for i, c := range f.Council.Contacts {
		if c.Kind == kind {
			f.Council.Contacts[i].Until = refusedOn().AddDays(-1)
		}
	}
}

// TestEveryPartOfTheNoticeIsInTheWording takes each paragraph out of the wording in turn: no paragraph of a refusal can
// go missing unseen, and one that holds a part of the notice is missed by that part’s name.
func TestEveryPartOfTheNoticeIsInTheWording(t *testing.T) {
	whole := composed(t, casework.NotAssessLetter, refused(t))
	for _, b := range whole.Blocks {
		for _, m := range marksIn(b) {
			if m.Wording == "" {
				continue
			}
			rest := slices.DeleteFunc(slices.Clone(embeddedWording()), func(p paragraph) bool { return p.ID == m.Wording })
			_, err := compose(keyOf(casework.NotAssessLetter), refused(t), rest)
			wantGap(t, err, ApprovedWording, m.Wording)
			for _, e := range m.Holds {
				wantGap(t, err, e, "")
			}
		}
	}
}

// TestEveryNeedIsHeldByTheRefusal reads the list of needs against a whole letter, part by part.
func TestEveryNeedIsHeldByTheRefusal(t *testing.T) {
	blocks := composed(t, casework.NotAssessLetter, refused(t)).Blocks
	if gaps := unheld(blocks, refusalNeeds()); len(gaps) > 0 {
		t.Errorf("a whole refusal lacks %v", gaps)
	}
	if gaps := unheld(nil, refusalNeeds()); len(gaps) != len(refusalNeeds()) {
		t.Errorf("an empty letter lacks %d parts of %d", len(gaps), len(refusalNeeds()))
	}
}

func TestAStaleContactIsAWarning(t *testing.T) {
	facts := refused(t)
	facts.Council.Contacts = slices.Clone(facts.Council.Contacts)
	facts.Council.Contacts[0].Checked = refusedOn().AddMonths(-13)
	l := composed(t, casework.NotAssessLetter, facts)
	if len(l.Warnings) != 1 || !strings.Contains(l.Warnings[0].What, facts.Council.Contacts[0].Name) {
		t.Errorf("a contact confirmed 13 months ago gave the warnings %v", l.Warnings)
	}
}

// TestNothingHoldsBackAnAgreement takes away every contact and the officer: a family is told all the same.
func TestNothingHoldsBackAnAgreement(t *testing.T) {
	facts := agreed(t)
	facts.Council.Contacts, facts.Case.Opened.Officer = nil, "somebody.else"
	l := composed(t, casework.AssessLetter, facts)
	if len(l.Warnings) != 2 {
		t.Errorf("want a warning for the officer and one for SENDIASS, have %v", l.Warnings)
	}
}

func TestUnsignedWordingIsForAnInventedCouncilOnly(t *testing.T) {
	facts := refused(t)
	facts.Council.Invented = false
	_, err := Compose(keyOf(casework.NotAssessLetter), facts)
	wantGap(t, err, ApprovedWording, "rights.opening")

	l := composed(t, casework.NotAssessLetter, refused(t))
	if !strings.HasPrefix(l.Sample, "SAMPLE") {
		t.Errorf("an invented council’s letter is not marked as a sample: %q", l.Sample)
	}
	for _, p := range Signables() {
		facts.Council.Signatures = append(facts.Council.Signatures, council.Signature{What: "wording", ID: p.ID, Name: "A Lawyer", Post: "Solicitor", On: received(), Read: p.Read})
	}
	_, err = Compose(keyOf(casework.NotAssessLetter), facts)
	wantGap(t, err, ApprovedRule, "T04b, T13, T18")
	law, err := statute.RuleSetByID(facts.Case.Opened.RuleSet)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range law.Rules() {
		for _, p := range r.Parts() {
			facts.Council.Signatures = append(facts.Council.Signatures, council.Signature{What: "rule", ID: statute.PartID(r.ID, p.Name), Name: "A Lawyer", Post: "Solicitor", On: received(), Read: p.Read})
		}
	}
	partly := facts
	partly.Council.Signatures = slices.DeleteFunc(slices.Clone(facts.Council.Signatures), func(s council.Signature) bool { return s.ID == "T18/exceptions" })
	_, err = Compose(keyOf(casework.NotAssessLetter), partly)
	wantGap(t, err, ApprovedRule, "T18/exceptions")
	if l, err = Compose(keyOf(casework.NotAssessLetter), facts); err != nil || l.Sample != "" {
		t.Errorf("signed-off wording gave sample mark %q and %v", l.Sample, err)
	}
	for kind, facts2 := range map[casework.LetterKind]Facts{casework.OverturnLetter: overturned(t, statute.ByOrder), casework.AssessLetter: agreed(t)} {
		facts2.Council = facts.Council
		if _, err := Compose(keyOf(kind), facts2); err != nil {
			t.Errorf("%s with everything signed: %v", kind, err)
		}
	}
	note := noted(t)
	note.Council = facts.Council
	note.Feedback.Wording = []casework.Edition{{ID: "note.next", From: received(), Read: "another text"}}
	_, err = Compose(keyOf(casework.SchoolFeedbackLetter), note)
	wantGap(t, err, ApprovedWording, "note.next")
	for _, w := range feedback.Wording() {
		note.Feedback.Wording = append(note.Feedback.Wording[:0], w.Edition())
		if _, err = Compose(keyOf(casework.SchoolFeedbackLetter), note); err != nil {
			t.Errorf("a note with everything signed: %v", err)
		}
	}
	changed := slices.Clone(embeddedWording())
	for i := range changed {
		if changed[i].ID == "rights.opening" {
			changed[i].digest = "another text"
		}
	}
	_, err = compose(keyOf(casework.NotAssessLetter), facts, changed)
	wantGap(t, err, ApprovedWording, "rights.opening")
	facts.Council.Signatures[0].On = facts.On.AddDays(1)
	if facts.Council.Signed(facts.Council.Signatures[0].Read, facts.On) {
		t.Error("a signature counts before its day")
	}
}

// TestTheFamilysDates pins the two dates of a refusal, and the words round them, to the day of sending.
func TestTheFamilysDates(t *testing.T) {
	for _, tc := range []struct {
		name                      string
		sent                      statute.Day
		mediation, appeal, raised string
	}{
		{"rule 12 at a weekend", statute.Date(2026, time.December, 14), "Sunday 14 February 2027:", "Monday 15 February 2027, or later with your certificate:", "Sunday 14 February 2027, and the"},
		{"no rule 12", statute.Date(2026, time.December, 15), "Monday 15 February 2027:", "Monday 15 February 2027, or later with your certificate:", ""},
		{"August", statute.Date(2027, time.June, 14), "Saturday 14 August 2027:", "Wednesday 1 September 2027, or later with your certificate:", "Saturday 14 August 2027, and the"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			facts := refused(t)
			facts.On = tc.sent
			got := strings.Join(strings.Fields(composed(t, casework.NotAssessLetter, facts).Text()), " ")
			for _, want := range []string{tc.mediation, tc.appeal, tc.raised, "2 months from the day this notice was sent", "or one month from the date on your mediation certificate if that is later", "August and Christmas do not extend this", "For that you only have to contact the adviser"} {
				if !strings.Contains(got, want) {
					t.Errorf("the letter does not say %q", want)
				}
			}
		})
	}
}

// TestASchoolReadsNoMoreThanItNeeds looks for everything about a family in every letter to a school.
func TestASchoolReadsNoMoreThanItNeeds(t *testing.T) {
	for kind, facts := range kinds(t) {
		if !toSetting(kind) {
			continue
		}
		text := strings.Join(strings.Fields(composed(t, kind, facts).Text()), " ")
		for _, secret := range []string{"Agnieszka", "Quay Lane", "NM1 2AB", "Polish", "Diary", "worn out", "year 5"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s tells the school %q", kind, secret)
			}
		}
		if outcomeOf(kind) != "" && !strings.Contains(text, "The family has been told") {
			t.Errorf("%s does not say that the family has been told", kind)
		}
	}
}

// TestASchoolReadsAReasonThatIsItsOwn sets the reason out where it rests on what is the school’s own, and only there.
func TestASchoolReadsAReasonThatIsItsOwn(t *testing.T) {
	const reason = "nine months in seven"
	facts := told(refused(t))
	if text := composed(t, casework.SchoolNotAssessLetter, facts).Text(); !strings.Contains(text, reason) {
		t.Error("a reason that rests on the school’s own evidence is kept from it")
	}
	facts.Case.Evidence[1].Class = "family_views"
	if text := composed(t, casework.SchoolNotAssessLetter, facts).Text(); strings.Contains(text, reason) || strings.Contains(text, "spelling ages") {
		t.Error("the school reads what the family said, or the reason that rests on it")
	}
	facts = told(refused(t))
	facts.Decision.Findings[1].ReliedOn = append(facts.Decision.Findings[1].ReliedOn, "E4")
	if text := composed(t, casework.SchoolNotAssessLetter, facts).Text(); strings.Contains(text, reason) {
		t.Error("the school reads a reason that rests on the family’s evidence")
	}
}

// TestASecondHouseholdLearnsNothingOfTheFirst: the mother is reached with care; the father's letters name no school, no
// place of hers, and are withheld where somebody wrote one into the reasons.
func TestASecondHouseholdLearnsNothingOfTheFirst(t *testing.T) {
	protected := func() Facts {
		facts := refused(t)
		facts.Case.Opened.Setting = "millbrook-primary"
		facts.Case.Opened.RequestedBy = casework.Asker{Type: "school", Name: "Lucy Hartley", Setting: "millbrook-primary"}
		facts.Case.Family[0].SafeContact = "Only through the solicitor."
		facts.Case.Family = append(facts.Case.Family, casework.Addressee{ID: "family-2", Standing: casework.Parent, Name: "Piotr Łukasz", Address: []string{"9 Hill Street"}, Postcode: "NM4 4HS"})
		return facts
	}
	for _, kind := range []casework.LetterKind{casework.Acknowledgement, casework.NotAssessLetter} {
		facts := protected()
		l, err := Compose(casework.LetterKey{Kind: kind, To: "family-2", For: 1, Version: 1}, facts)
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		for _, secret := range []string{"Millbrook", "Lucy Hartley", "Quay Lane", "NM1 2AB"} {
			if strings.Contains(l.Text(), secret) {
				t.Errorf("%s to the second household says %q:\n%s", kind, secret, l.Text())
			}
		}
	}
	facts := protected()
	facts.Decision.NextSteps = []string{"Millbrook Primary School keeps the daily reading."}
	_, err := Compose(casework.LetterKey{Kind: casework.NotAssessLetter, To: "family-2", For: 1, Version: 1}, facts)
	var withheld *Withheld
	if !errors.As(err, &withheld) || withheld.Gaps[0].Element != Safety {
		t.Errorf("a next step that names the school gave %v, want that the letter is withheld for safety", err)
	}
	if _, err := Compose(casework.LetterKey{Kind: casework.NotAssessLetter, To: "family-1", For: 1, Version: 1}, facts); err != nil {
		t.Errorf("the mother may read the school’s name: %v", err)
	}
}
