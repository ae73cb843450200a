package casework_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// reading parses a request that must open, with change made to a sound one.
func reading(t *testing.T, change func(map[string]any)) (casework.Request, []casework.Mend) {
	t.Helper()
	r, mends, err := casework.ParseRequest(casetest.RequestJSON(t, change))
	if err != nil {
		t.Fatalf("ParseRequest: %v", err)
	}
	return r, mends
}

func part(m map[string]any, name string) map[string]any { return m[name].(map[string]any) }

func TestWhatIsToMendIsNamedWithItsPath(t *testing.T) {
	cycle := func(start, reviewed string) map[string]any {
		return map[string]any{"start": start, "reviewed": reviewed}
	}
	tests := map[string]struct {
		change func(map[string]any)
		path   string
		says   string // in what is wrong or how to mend it
	}{
		"unknown within the child": {func(m map[string]any) { part(m, "child")["sirname"] = "x" }, "child.sirname", "Did you mean surname?"},
		"unknown within a list": {func(m map[string]any) {
			m["needs"] = []any{map[string]any{"area": "cognition_and_learning", "score": 3}}
		}, "needs[0].score", "not a field"},
		"unknown three deep": {func(m map[string]any) {
			m["cycles"] = []any{map[string]any{"start": "2026-01-05", "do": []any{map[string]any{"name": "x", "minutes": 3}}}}
		}, "cycles[0].do[0].minutes", "not a field"},
		"words where a list belongs": {func(m map[string]any) { m["family"].([]any)[0].(map[string]any)["address"] = "4 Quay Lane" }, "family[0].address", "a text where a list"},
		"words where a part belongs": {func(m map[string]any) { m["attendance"] = []any{"poor"} }, "attendance[0]", "a text where an object"},
		"a list where words belong":  {func(m map[string]any) { m["reason"] = []any{"a", "b"} }, "reason", "a list where words"},
		"no such day":                {func(m map[string]any) { m["completed_on"] = "2026-02-30" }, "completed_on", "not a day of the calendar"},
		"written after it arrived":   {func(m map[string]any) { m["completed_on"] = "2026-11-24" }, "completed_on", "after the day of receipt"},
		"entered before it arrived":  {func(m map[string]any) { m["entered_at"] = "2026-11-20" }, "entered_at", "before the day of receipt"},
		"born tomorrow":              {func(m map[string]any) { part(m, "child")["date_of_birth"] = "2026-11-24" }, "child.date_of_birth", "after the day of receipt"},
		"26 for months":              {func(m map[string]any) { part(m, "child")["date_of_birth"] = "2000-09-01" }, "child.date_of_birth", "makes them 26"},
		"tested before birth": {func(m map[string]any) {
			m["attainment"] = []any{map[string]any{"date": "2017-01-01", "subject": "reading", "measure": "x", "value": "1"}}
		}, "attainment[0].date", "before the date of birth"},
		"two values on one day": {func(m map[string]any) {
			m["attainment"] = []any{map[string]any{"date": "2026-01-01", "subject": "reading", "measure": "x", "value": "1"}, map[string]any{"date": "2026-01-01", "subject": "Reading", "measure": "x", "value": "2"}}
		}, "attainment[1].value", "differs"},
		"a cycle out of order": {func(m map[string]any) { m["cycles"] = []any{cycle("2026-04-01", ""), cycle("2026-01-05", "")} }, "cycles[1].start", "before the start of the cycle above"},
		"cycles that overlap": {func(m map[string]any) {
			m["cycles"] = []any{cycle("2026-01-05", "2026-04-01"), cycle("2026-03-01", "")}
		}, "cycles[1].start", "before the review of the cycle above"},
		"reviewed before it began": {func(m map[string]any) { m["cycles"] = []any{cycle("2026-04-01", "2026-03-01")} }, "cycles[0].reviewed", "does not lie after the start"},
		"more than all sessions": {func(m map[string]any) {
			m["attendance"] = []any{map[string]any{"school_year": "2025/26", "percent": "101"}}
		}, "attendance[0].percent", "between 0 and 100"},
		"sessions that do not add up": {func(m map[string]any) {
			m["attendance"] = []any{map[string]any{"school_year": "2025/26", "percent": "75", "possible": 380, "attended": 285, "authorised": 90, "unauthorised": 4}}
		}, "attendance[0].possible", "together, which are 379"},
		"another percentage": {func(m map[string]any) {
			m["attendance"] = []any{map[string]any{"school_year": "2025/26", "percent": "80", "possible": 380, "attended": 285}}
		}, "attendance[0].percent", "which is 75.0"},
		"more attended than possible": {func(m map[string]any) {
			m["attendance"] = []any{map[string]any{"school_year": "2025/26", "possible": 100, "attended": 101}}
		}, "attendance[0].attended", "more than the sessions possible"},
		"persistently absent": {func(m map[string]any) {
			m["attendance"] = []any{map[string]any{"school_year": "2025/26", "percent": "85", "persistent_absence": "no"}}
		}, "attendance[0].persistent_absence", "does not go with"},
		"two school years in one": {func(m map[string]any) {
			m["attendance"] = []any{map[string]any{"school_year": "2024/26", "percent": "85"}}
		}, "attendance[0].school_year", "not one school year"},
		"a school year to come": {func(m map[string]any) {
			m["attendance"] = []any{map[string]any{"school_year": "2027/28", "percent": "85"}}
		}, "attendance[0].school_year", "after the day of receipt"},
		"back before it began": {func(m map[string]any) {
			m["suspensions"] = []any{map[string]any{"type": "suspension", "from": "2026-03-04", "to": "2026-03-02"}}
		}, "suspensions[0].to", "lies before from"},
		"a report before the first": {func(m map[string]any) {
			m["professionals"] = []any{map[string]any{"role": "camhs", "first_involved": "2026-03-04", "last_report": "2026-03-02"}}
		}, "professionals[0].last_report", "lies before first_involved"},
		"a cost that is another": {func(m map[string]any) {
			m["cycles"] = []any{map[string]any{"start": "2026-01-05", "do": []any{map[string]any{"name": "x", "hourly_rate": "15", "hours_per_year": "100", "annual_cost": "2500"}}}}
		}, "cycles[0].do[0].annual_cost", "which is £1,500"},
		"fewer than the ratio": {func(m map[string]any) {
			m["cycles"] = []any{map[string]any{"start": "2026-01-05", "do": []any{map[string]any{"name": "x", "ratio": "1:4", "group_size": "2"}}}}
		}, "cycles[0].do[0].group_size", "fewer than the ratio"},
		"no such need":             {func(m map[string]any) { m["profile"] = map[string]any{"secondary_needs": []any{"SLCN", "ADHD"}} }, "profile.secondary_needs[1]", "not one of the choices"},
		"a child of no household":  {func(m map[string]any) { delete(m["family"].([]any)[0].(map[string]any), "postcode") }, "family[0].postcode", "missing"},
		"nobody to write to":       {func(m map[string]any) { m["family"] = []any{} }, "family", "nobody to write to"},
		"a school without a name":  {func(m map[string]any) { delete(part(m, "requester"), "setting") }, "requester.setting", "is missing"},
		"what could not be read":   {func(m map[string]any) { m["views"] = map[string]any{"child": "I like \uFFFDart"} }, "views.child", "could not be read"},
		"a name of 10,000 letters": {func(m map[string]any) { part(m, "child")["forenames"] = strings.Repeat("Ж", 10_000) }, "child.forenames", "longer than 100"},
		"too many documents": {func(m map[string]any) {
			m["evidence"] = slices.Repeat([]any{map[string]any{"title": "x", "class": "other"}}, 61)
		}, "evidence", "more than 60 entries"},
		"far too many": {func(m map[string]any) { m["needs"] = slices.Repeat([]any{map[string]any{}}, 4000) }, "needs", "more entries than are read"},
	}
	for name, test := range tests {
		r, mends := reading(t, test.change)
		at := slices.IndexFunc(mends, func(m casework.Mend) bool {
			return m.Path == test.path && strings.Contains(m.What+" "+m.How, test.says)
		})
		if at < 0 {
			t.Errorf("%s: %s is not to mend with %q: %v", name, test.path, test.says, mends)
		}
		for _, m := range mends {
			if m.What == "" || m.How == "" || len(m.What) > 400 {
				t.Errorf("%s: %+v does not say shortly what is wrong and how to mend it", name, m)
			}
		}
		stable(t, r)
	}
}

// TestTheRestIsKept: a fault in one place loses nothing of another, and what has no place is kept.
func TestTheRestIsKept(t *testing.T) {
	r, mends := reading(t, func(m map[string]any) {
		m["family"] = []any{
			map[string]any{"name": "Ann", "relationship": "mother", "address": "4 Quay Lane", "postcode": "NM1 2AB"},
			"Uncle Bob", 7,
			map[string]any{"name": "Cal", "relationship": "father", "address": []any{"9 Mill Road"}, "postcode": "NM1 2AB"},
		}
		m["views"] = "he hates school"
		m["colour"] = map[string]any{"green": true}
	})
	if len(r.Family) != 4 || r.Family[0].Address[0] != "4 Quay Lane" || r.Family[1].Name != "Uncle Bob" || r.Family[3].Name != "Cal" {
		t.Errorf("the family became %+v", r.Family)
	}
	kept := map[casework.Text]casework.Text{}
	for _, u := range r.Unplaced {
		kept[u.Path] = u.Value
	}
	want := map[casework.Text]casework.Text{"family[0].address": `"4 Quay Lane"`, "family[1]": `"Uncle Bob"`, "family[2]": "7", "views": `"he hates school"`, "colour": `{"green":true}`}
	if diff := cmp.Diff(want, kept); diff != "" {
		t.Errorf("unplaced (-want +got):\n%s\n%v", diff, mends)
	}
}

func TestAFieldGivenTwiceIsNamed(t *testing.T) {
	data := []byte(`{"received_at":"2026-11-23","requester":{"name":"A Parent"},"child":{"forenames":"Sam","forenames":"Samuel","Forenames":"Sami"},"child":{"forenames":"Tom"}}`)
	r, mends, err := casework.ParseRequest(data)
	if err != nil || r.Child.Forenames != "Tom" {
		t.Fatalf("the child is %q, %v", r.Child.Forenames, err)
	}
	var paths []string
	for _, m := range mends[:3] {
		paths = append(paths, m.Path+" "+m.What)
	}
	want := []string{"child.forenames is given twice.", "child.forenames is given twice.", "child is given twice."}
	if diff := cmp.Diff(want, paths); diff != "" {
		t.Errorf("to mend (-want +got):\n%s", diff)
	}
	if r.Unplaced[0].Value != `"Sam"` {
		t.Errorf("the first one was lost: %+v", r.Unplaced)
	}
}

func TestAnybodyMayAskInAnyWay(t *testing.T) {
	tests := map[string]struct {
		json, received, basis string
	}{
		"a letter":                    {`{"received_at":"2026-11-23","channel":"post","requester":{"type":"parent","name":"Mrs D"},"letter":"My son Theo cannot keep up."}`, "2026-11-23", "s36_1"},
		"paper typed in later":        {`{"received_at":"2026-11-20T16:55","entered_at":"2026-11-23T09:00:00Z","channel":"post","requester":{"name":"Mrs D","type":"Parent"},"child":{"forenames":"Theo"}}`, "2026-11-20", "s36_1"},
		"a call that describes":       {`{"received_at":"2026-11-23T10:00:00Z","channel":"phone","requester":{"type":"other","role":"neighbour"},"child":{"description":"The boy of about six at 4 Quay Lane"}}`, "2026-11-23", "brought_to_attention"},
		"a child in words":            {`{"received_at":"2026-11-23","requester":"A health visitor","child":"Sam, three, at Acorns Nursery"}`, "2026-11-23", "brought_to_attention"},
		"a young person":              {`{"received_at":"2026-11-23","requester":{"type":"young_person","name":"Amara"},"child":{"surname":"Diallo"}}`, "2026-11-23", "s36_1"},
		"a nursery":                   {`{"received_at":"2026-11-23","requester":{"type":"early_years","name":"Acorns"},"child":{"surname":"Lee"}}`, "2026-11-23", "brought_to_attention"},
		"a number alone":              {`{"received_at":"2026-11-23","requester":{"email":"gp@surgery.example"},"child":{"nhs_number":"943 476 5870"}}`, "2026-11-23", "brought_to_attention"},
		"before midnight in London":   {`{"received_at":"2026-06-30T22:30:00Z","requester":{"name":"x"},"child":{"surname":"Lee"}}`, "2026-06-30", "brought_to_attention"},
		"after midnight in London":    {`{"received_at":"2026-06-30T23:30:00Z","requester":{"name":"x"},"child":{"surname":"Lee"}}`, "2026-07-01", "brought_to_attention"},
		"names written in their way":  {`{"Received at":"2026-11-23","REQUESTER":{"Name":"x"},"Child":{"Date of birth":"2018-03-14","Sur-name":"Lee"}}`, "2026-11-23", "brought_to_attention"},
		"with a byte order mark":      {"\uFEFF" + `{"received_at":"2026-11-23","requester":{"name":"x"},"child":{"surname":"Lee"}}`, "2026-11-23", "brought_to_attention"},
		"numbers where words belong":  {`{"received_at":"2026-11-23","requester":{"name":7},"child":{"surname":true}}`, "2026-11-23", "brought_to_attention"},
		"a child without a household": {`{"received_at":"2026-11-23","requester":{"type":"social_care","name":"x"},"child":{"surname":"Lee"},"family":null}`, "2026-11-23", "brought_to_attention"},
	}
	for name, test := range tests {
		r, _, err := casework.ParseRequest([]byte(test.json))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		e, err := casework.Open(r, casework.Intake{Ref: casetest.Ref})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		o := e.Body.(casework.Opened)
		if o.Received.String() != test.received || o.Basis != test.basis {
			t.Errorf("%s: received %s on the basis %s, want %s, %s", name, o.Received, o.Basis, test.received, test.basis)
		}
		stable(t, r)
	}
}

func TestAnUnreadableRequestSaysWhyAndHow(t *testing.T) {
	sound := string(casetest.RequestJSON(t, nil))
	wide := func(order func(uint16) []byte, mark bool) []byte {
		var b []byte
		if mark {
			b = order(0xFEFF)
		}
		for _, u := range utf16.Encode([]rune(sound)) {
			b = append(b, order(u)...)
		}
		return b
	}
	little := func(u uint16) []byte { return []byte{byte(u), byte(u >> 8)} }
	big := func(u uint16) []byte { return []byte{byte(u >> 8), byte(u)} }
	tests := map[string]struct {
		data []byte
		says []string
	}{
		"UTF-16 with a mark":     {wide(little, true), []string{"UTF-16", "Save as", "UTF-8"}},
		"UTF-16 of the other":    {wide(big, true), []string{"UTF-16", "UTF-8"}},
		"UTF-16 without":         {wide(little, false), []string{"UTF-16"}},
		"Latin-1":                {[]byte("{\n\"reason\": \"Zo\xeb\"}"), []string{"line 2, column 14", "Latin-1", "UTF-8"}},
		"Windows-1252":           {[]byte("{\"reason\": \"\x93no\x94\"}"), []string{"line 1, column 13", "Windows-1252"}},
		"cut within a letter":    {[]byte("{\"reason\": \"Zo\xc3"), []string{"cut short"}},
		"cut short":              {[]byte(sound[:len(sound)/2]), []string{"breaks off"}},
		"more behind":            {[]byte(sound + "x"), []string{"more after its end"}},
		"two in one":             {[]byte(sound + sound), []string{"more after its end"}},
		"NUL":                    {[]byte("{\"reason\":\"a\x00b\"}"), []string{"line 1, column 13", "a NUL character"}},
		"NUL behind":             {[]byte("{\"reason\":\x00}"), []string{"a NUL character"}},
		"a line break in quotes": {[]byte("{\"reason\":\"a\nb\"}"), []string{"line 1, column 13", "a line break", `\n`}},
		"curly quotation marks":  {[]byte(`{“reason”: "x"}`), []string{"line 1, column 2", "curly"}},
		"a comma too many":       {[]byte("{\n  \"reason\": \"é\",\n}"), []string{"line 3, column 1 "}},
		"after an accent":        {[]byte(`{"reason": "ééé" x}`), []string{"line 1, column 18 "}},
		"single quotes":          {[]byte(`{'reason': 1}`), []string{"line 1, column 2 "}},
		"deep":                   {[]byte(`{"a":` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`), []string{"line 1, column 37", "more than 32 deep"}},
		"very deep":              {bytes.Repeat([]byte("["), casework.MaxRequest), []string{"more than 32 deep"}},
		"a text":                 {[]byte(`"My son"`), []string{"not an object"}},
		"null":                   {[]byte(`null`), []string{"not an object"}},
		"blank":                  {[]byte(" \n\t"), []string{"empty"}},
		"only a mark":            {[]byte("\uFEFF"), []string{"empty"}},
		"too large":              {bytes.Repeat([]byte(" "), casework.MaxRequest+1), []string{"at most 2097152"}},
	}
	for name, test := range tests {
		_, _, err := casework.ParseRequest(test.data)
		if !errors.Is(err, casework.ErrUnreadable) {
			t.Errorf("%s: %v, want ErrUnreadable", name, err)
			continue
		}
		for _, says := range test.says {
			if !strings.Contains(err.Error(), says) {
				t.Errorf("%s: %q does not say %q", name, err, says)
			}
		}
	}
}

func TestADayThatCannotBeCountedIsASlip(t *testing.T) {
	_, last := statute.Coverage()
	for _, on := range []string{"1998-11-23T09:00:00Z", "2035-11-23T09:00:00Z", "0026-11-23", "9999-12-31", last.AddDays(-30).String()} {
		_, _, err := casework.ParseRequest(casetest.RequestJSON(t, func(m map[string]any) { m["received_at"] = on }))
		if !errors.Is(err, casework.ErrNoReceiptFacts) || !strings.Contains(fmt.Sprint(err), "surely a slip") {
			t.Errorf("received on %s: %v, want ErrNoReceiptFacts and a slip", on, err)
		}
	}
	r, _ := reading(t, func(m map[string]any) { m["received_at"] = last.AddWeeks(-20).String() })
	if _, err := casework.Open(r, casework.Intake{Ref: casetest.Ref}); err != nil {
		t.Errorf("the last day that can be counted: %v", err)
	}
}
