package casework_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

func TestTheAddresseeTurnsByDateOfBirth(t *testing.T) {
	// Turns 16 in the school year 2026/27, whose last Friday in June is the 25th.
	for born, want := range map[string]bool{"2010-09-01": true, "2011-08-31": true, "2011-09-01": false} {
		day, err := statute.ParseDay(born)
		if err != nil {
			t.Fatal(err)
		}
		if casework.IsYoungPerson(day, statute.Date(2027, time.June, 25)) {
			t.Errorf("born %s: a young person on the last Friday in June itself", born)
		}
		if got := casework.IsYoungPerson(day, statute.Date(2027, time.June, 26)); got != want {
			t.Errorf("born %s: young person on 26 June 2027 is %v, want %v", born, got, want)
		}
	}
	if casework.IsYoungPerson(statute.Day{}, statute.Date(2027, time.June, 26)) {
		t.Error("somebody without a date of birth is a young person")
	}
}

func TestWhoIsWrittenTo(t *testing.T) {
	person := func(name, relationship string, more ...string) map[string]any {
		p := map[string]any{"name": name, "relationship": relationship, "address": []any{"1 Weavers Row"}, "postcode": "NM1 2AB"}
		for i := 0; i+1 < len(more); i += 2 {
			p[more[i]] = more[i+1]
		}
		return p
	}
	self, mother := person("Amara Diallo", "self"), person("Fatou Diallo", "mother")
	deputy := person("J Marsh", "deputy", "standing", "representative")
	friend := person("Family Friend", "friend", "standing", "supporter")
	lacks := map[string]any{"status": "assessed_lacks", "decision": "asking for an assessment", "on": "2026-10-01"}
	tests := map[string]struct {
		born, asks string
		capacity   map[string]any
		family     []any
		want       []string
	}{
		"a child":                          {"2018-03-14", "school", nil, []any{mother, person("Omar Diallo", "father")}, []string{"parent Fatou Diallo", "parent Omar Diallo"}},
		"a child named in the list":        {"2018-03-14", "school", nil, []any{self, mother}, []string{"parent Fatou Diallo"}},
		"a supporter waits for an officer": {"2018-03-14", "school", nil, []any{mother, friend}, []string{"parent Fatou Diallo"}},
		"a young person":                   {"2009-03-14", "school", nil, []any{mother, self}, []string{"young_person Amara Diallo"}},
		"not in the list":                  {"2009-03-14", "young_person", nil, []any{mother}, []string{"young_person Jaspreet Dhillon"}},
		"who lacks capacity":               {"2009-03-14", "parent", lacks, []any{self, mother}, []string{"alternative_person Fatou Diallo"}},
		"with a deputy":                    {"2009-03-14", "parent", lacks, []any{mother, deputy}, []string{"alternative_person J Marsh"}},
		"capacity only doubted":            {"2009-03-14", "parent", map[string]any{"status": "not_assessed"}, []any{self, mother}, []string{"young_person Amara Diallo"}},
		"no date of birth":                 {"", "school", nil, []any{mother}, []string{"parent Fatou Diallo"}},
		"none, and asks in person":         {"", "young_person", nil, []any{mother}, []string{"young_person Jaspreet Dhillon"}},
	}
	for name, test := range tests {
		r, _ := reading(t, func(m map[string]any) {
			part(m, "child")["date_of_birth"], part(m, "requester")["type"], m["family"] = test.born, test.asks, test.family
			if test.capacity != nil {
				part(m, "child")["capacity"] = test.capacity
			}
		})
		var got []string
		for _, a := range begun(t, r).Family {
			got = append(got, string(a.Standing)+" "+a.Name)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestTwoHouseholdsAreNeverTakenForOne: the child's address is a parent's only where the request says so.
func TestTwoHouseholdsAreNeverTakenForOne(t *testing.T) {
	r, _ := reading(t, func(m map[string]any) {
		part(m, "child")["address"] = []any{"4 Quay Lane"}
		m["family"] = []any{
			map[string]any{"name": "A", "relationship": "mother", "lives_with_child": "Yes", "interpreter": true, "format": "Large print"},
			map[string]any{"name": "B", "relationship": "father", "safe_contact": "By e-mail.", "contact_restrictions": "Must not be told the school."},
		}
	})
	family := begun(t, r).Family
	if a := family[0]; len(a.Address) != 1 || a.Postcode != "NM1 2AB" || !a.Interpreter || a.Format != "large_print" {
		t.Errorf("who lives with the child is %+v", a)
	}
	if b := family[1]; len(b.Address) != 0 || b.Postcode != "" || b.SafeContact != "By e-mail. Must not be told the school." {
		t.Errorf("who does not is %+v", b)
	}
}

func TestADocumentIsOfWhoeverGaveIt(t *testing.T) {
	for asks, want := range map[string]string{"school": "school", "parent": "family", "health": "health", "early_years": "school", "other": "other"} {
		r, _ := reading(t, func(m map[string]any) {
			part(m, "requester")["type"] = asks
			m["evidence"].([]any)[1].(map[string]any)["given_by"] = "child"
		})
		evidence := begun(t, r).Evidence
		if evidence[0].From != want || evidence[1].From != "child" {
			t.Errorf("%s asks: the documents are of %s and %s", asks, evidence[0].From, evidence[1].From)
		}
	}
}

func begun(t *testing.T, r casework.Request) casework.Opened {
	t.Helper()
	e, err := casework.Open(r, casework.Intake{Ref: casetest.Ref})
	if err != nil {
		t.Fatal(err)
	}
	return e.Body.(casework.Opened)
}
