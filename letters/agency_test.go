package letters

import (
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/council"
)

// TestAgenciesReadNothingOfTheFamily holds the letters to health and social care to what they need: whom it is about.
func TestAgenciesReadNothingOfTheFamily(t *testing.T) {
	for _, kind := range []casework.LetterKind{casework.AgencyConsideringLetter, casework.AgencyAssessLetter, casework.AgencyNotAssessLetter} {
		for _, to := range []casework.AddresseeID{casework.HealthBody, casework.SocialCareBody} {
			key := keyOf(kind)
			key.To = to
			l, err := Compose(key, kinds(t)[kind])
			if err != nil {
				t.Errorf("%s to %s: %v", kind, to, err)
				continue
			}
			text := l.Text()
			for _, secret := range []string{"Agnieszka", "Quay Lane", "NM1 2AB", "Polish", "Millbrook", "Lucy Hartley", "reading session", "E1"} {
				if strings.Contains(text, secret) {
					t.Errorf("%s to %s says %q:\n%s", kind, to, secret, text)
				}
			}
		}
	}
}

// TestABodyWithoutAnAddressIsAGap names what is missing in the council's settings.
func TestABodyWithoutAnAddressIsAGap(t *testing.T) {
	facts := considered(t)
	unreachable(&facts, council.HealthDesk)
	_, err := Compose(keyOf(casework.AgencyConsideringLetter), facts)
	wantGap(t, err, Addressee, "no postal address")
	_, err = Compose(casework.LetterKey{Kind: casework.AgencyConsideringLetter, To: "family-1", For: 8, Version: 1}, facts)
	wantGap(t, err, Addressee, "not a letter for")
}

// TestAnAgencyIsToldAfterTheFamily keeps the letter back until the family's notice has gone.
func TestAnAgencyIsToldAfterTheFamily(t *testing.T) {
	for kind, facts := range map[casework.LetterKind]Facts{casework.AgencyAssessLetter: agreed(t), casework.AgencyNotAssessLetter: refused(t)} {
		_, err := Compose(keyOf(kind), facts)
		wantGap(t, err, Decision, "family has not been sent its notice")
	}
}
