package casework_test

import (
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

func TestSameChild(t *testing.T) {
	born, other := statute.Date(2016, time.February, 8), statute.Date(2016, time.August, 2)
	bea := casework.Identity{Surname: "O’Hara-Holroyd", Forenames: "Beatrice Anne", Preferred: "Bea", DateOfBirth: born, UPN: "W999400320019"}
	for name, test := range map[string]struct {
		who  casework.Identity
		want bool
	}{
		"the same number, another name":     {casework.Identity{Surname: "Smith", Forenames: "B", UPN: bea.UPN}, true},
		"the name she goes by":              {casework.Identity{Surname: "O'Hara Holroyd", Forenames: "BEA", DateOfBirth: born}, true},
		"the first forename":                {casework.Identity{Surname: "Ohara-Holroyd", Forenames: "Béatrice", DateOfBirth: born}, true},
		"a twin":                            {casework.Identity{Surname: bea.Surname, Forenames: "Clara", DateOfBirth: born}, false},
		"a twin with the number of her own": {casework.Identity{Surname: bea.Surname, Forenames: "Beatrice", DateOfBirth: born, UPN: "B801200005001"}, false},
		"another day":                       {casework.Identity{Surname: bea.Surname, Forenames: "Bea", DateOfBirth: other}, false},
		"no day":                            {casework.Identity{Surname: bea.Surname, Forenames: "Bea"}, false},
		"no name":                           {casework.Identity{DateOfBirth: born}, false},
	} {
		if got := casework.SameChild(bea, test.who); got != test.want || casework.SameChild(test.who, bea) != got {
			t.Errorf("%s: got %v, want %v, both ways round", name, got, test.want)
		}
	}
}
