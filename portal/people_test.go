package portal

import (
	"encoding/json"
	"testing"

	"sendpanel/council"
)

// applyPeople puts settings with more people in force.
func applyPeople(t testing.TB, s *site, more ...council.Person) {
	t.Helper()
	in, err := s.desk.Council(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	in.People = append(in.People, more...)
	putSettings(t, s, in)
}

func putSettings(t testing.TB, s *site, in council.Council) {
	t.Helper()
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.register.ApplySettings(t.Context(), data, "a test", "test"); err != nil {
		t.Fatal(err)
	}
}
