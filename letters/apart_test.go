package letters

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

// TestNoLetterTellsASecondHousehold holds the later letters of the set to the rule for protected cases: to the father, of
// whom the mother lives apart, they name neither school nor place nor her, and give no cause that may tell of her.
func TestNoLetterTellsASecondHousehold(t *testing.T) {
	for _, kind := range []casework.LetterKind{casework.ConsideringLetter, casework.WithdrawalLetter, casework.DelayLetter, casework.DelayUpdateLetter, casework.DeferralLetter, casework.OverturnLetter, casework.PapersLetter, casework.TransferInLetter, casework.TransferOutLetter, casework.FeedbackLetter, casework.RetractionLetter, casework.OneWithdrawnLetter} {
		facts := kinds(t)[kind]
		facts.Case.Opened.RequestedBy = casework.Asker{Type: "school", Name: "Lucy Hartley", Setting: "millbrook-primary"}
		facts.Case.Family[0].SafeContact = "Only through the solicitor."
		facts.Case.Family = append(facts.Case.Family, casework.Addressee{ID: "family-2", Standing: casework.Parent, Name: "Piotr Łukasz", Address: []string{"9 Hill Street"}, Postcode: "NM4 4HS"})
		l, err := Compose(casework.LetterKey{Kind: kind, To: "family-2", For: 8, Version: 1}, facts)
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		text := strings.Join(strings.Fields(l.Text()), " ")
		for _, secret := range []string{"Millbrook", "Lucy Hartley", "Quay Lane", "NM1 2AB", "Agnieszka", "too few of its members", "language therapist", "a therapist’s report", "Southmere", "reading session"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s to the second household says %q:\n%s", kind, secret, text)
			}
		}
		if _, err := Compose(casework.LetterKey{Kind: kind, To: "family-1", For: 8, Version: 1}, facts); err != nil {
			t.Errorf("%s to the mother: %v", kind, err)
		}
	}
}

// apart has the letter go to the father, of whom the mother lives apart and is to be reached with care.
func apart(f Facts) Facts {
	f.Case.Family = append(slices.Clone(f.Case.Family), casework.Addressee{
		ID: "family-2", Standing: casework.Parent, Name: "Mrs Agnieszka Łukasz", Address: []string{"1 Far Road"}, Postcode: "NM8 8ZZ", SafeContact: "Only through the solicitor.",
	})
	return f
}

// TestACorrectionTellsNoHousehold withholds a correction whose words would tell one household of the other.
func TestACorrectionTellsNoHousehold(t *testing.T) {
	key, facts := mended(apart(deferred(t)), casework.DeferralLetter, casework.MendCorrected, "The panel has asked Millbrook Primary School, and not the clinic.")
	_, err := Compose(key, facts)
	wantGap(t, err, Safety, "which school")
	facts.Mended[0].Why = "We wrote the wrong day."
	if _, err := Compose(key, facts); err != nil {
		t.Errorf("a harmless correction is withheld: %v", err)
	}
}

// TestACopyIsForASupporterOfOne withholds a copy that would go to the wrong person, too early, or past a safe contact.
func TestACopyIsForASupporterOfOne(t *testing.T) {
	for name, tc := range map[string]struct {
		change func(*Facts)
		want   Element
		says   string
	}{
		"not a supporter": {func(f *Facts) { f.Case.Family[1].Standing = casework.Parent }, Addressee, "for a supporter only"},
		"two who hold rights": {func(f *Facts) {
			f.Case.Family = append(f.Case.Family, casework.Addressee{ID: "family-2", Standing: casework.Parent})
		}, Addressee, "at whose request"},
		"before the family":     {func(f *Facts) { f.Case.Letters[0].State = casework.LetterIssued }, Decision, "family has not been sent"},
		"past a safe contact":   {func(f *Facts) { f.Case.Family[0].SafeContact = "Only at school." }, Safety, "which school"},
		"no address":            {func(f *Facts) { f.Case.Family[1].Address = nil }, Addressee, "no address"},
		"an original with gaps": {func(f *Facts) { f.Decision.Findings = nil }, Reasons, "reasons for the decision"},
	} {
		t.Run(name, func(t *testing.T) {
			facts := copied(refused(t), casework.NotAssessLetter)
			tc.change(&facts)
			_, err := Compose(keyOf(casework.NotAssessCopy), facts)
			wantGap(t, err, tc.want, tc.says)
		})
	}
	l := composed(t, casework.NotAssessCopy, copied(refused(t), casework.NotAssessLetter))
	if text := l.Text(); strings.Contains(text, "Quay Lane") || !strings.Contains(text, "Sunday 14 February 2027") {
		t.Error("a copy tells an address, or counts the family’s time from its own day")
	}
}

// TestEveryNeedOfALetterIsHeld takes away, one by one, what the other letters must hold.
func TestEveryNeedOfALetterIsHeld(t *testing.T) {
	for kind, facts := range kinds(t) {
		if kind == casework.NotAssessLetter || kind == casework.NotAssessCopy {
			continue // TestRefusalIsWithheldForEachMissingPart
		}
		for _, n := range needsOf(kind) {
			var rest wordings
			for _, p := range embeddedWording() {
				if len(p.Holds) == 0 || p.Holds[0] != n.element {
					rest = append(rest, p)
				}
			}
			facts.Council.Contacts = nil
			if told, ok := facts.Owing.Body.(casework.DelayTold); ok {
				told.Why = ""
				facts.Owing.Body = told
			}
			if put, ok := facts.Owing.Body.(casework.Deferred); ok {
				put.Why, put.AskedFor = "", nil
				facts.Owing.Body = put
			}
			if mended, ok := facts.Owing.Body.(casework.LetterMended); ok && n.element == WhatChanged {
				mended.Why = ""
				facts.Owing.Body = mended
			}
			if n.element == FeedbackNote {
				facts.Feedback = nil
			}
			_, err := compose(keyOf(kind), facts, rest)
			wantGap(t, err, n.element, "")
		}
	}
}

// TestANewVersionSaysWhatItReplaces takes away, one by one, what a letter that takes another’s place must say.
func TestANewVersionSaysWhatItReplaces(t *testing.T) {
	for _, n := range mendedNeeds() {
		key, facts := mended(refused(t), casework.NotAssessLetter, casework.MendCorrected, "A number was wrong.")
		if n.element == WhatChanged {
			facts.Mended[0].Why = ""
		}
		var rest wordings
		for _, p := range embeddedWording() {
			if len(p.Holds) == 0 || p.Holds[0] != n.element {
				rest = append(rest, p)
			}
		}
		_, err := compose(key, facts, rest)
		wantGap(t, err, n.element, "")
	}
	key, facts := mended(refused(t), casework.NotAssessLetter, casework.MendCorrected, "A number was wrong.")
	facts.Mended[0].Posted = statute.Day{}
	l, err := Compose(key, facts)
	if err != nil || strings.Contains(l.Text(), "takes the place") {
		t.Errorf("a letter that never left is named to the family: %v", err)
	}
}

// TestALetterWantsTheEventThatOwesIt withholds a withdrawal and a delay of which the register tells nothing.
func TestALetterWantsTheEventThatOwesIt(t *testing.T) {
	for kind, want := range map[casework.LetterKind]Element{casework.WithdrawalLetter: WhoseWord, casework.DelayLetter: Cause, casework.DelayUpdateLetter: Cause, casework.DeferralLetter: Cause, casework.SchoolDeferralLetter: Cause, casework.OverturnLetter: Decision, casework.TransferInLetter: PlainDecision, casework.RetractionLetter: WhatReplaced, casework.OneWithdrawnLetter: WhatEnded, casework.FeedbackLetter: FeedbackNote, casework.SchoolFeedbackLetter: FeedbackNote} {
		_, err := Compose(keyOf(kind), acknowledged(t))
		var withheld *Withheld
		if !errors.As(err, &withheld) {
			t.Fatalf("%s was not withheld: %v", kind, err)
		}
		wantGap(t, err, want, "")
	}
}

// TestADelayNamesBothWays wants the council’s desk before the Ombudsman.
func TestADelayNamesBothWays(t *testing.T) {
	text := composed(t, casework.DelayLetter, delayed(t)).Text()
	desk, _ := council.Invented().Contact(council.ComplaintsDesk, delayed(t).On)
	first, then := strings.Index(text, desk.Name), strings.Index(text, "Local Government and Social Care Ombudsman")
	if first < 0 || then < first {
		t.Errorf("the complaints desk stands at %d, the Ombudsman at %d", first, then)
	}
}
