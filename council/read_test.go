package council_test

import (
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/council"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestReadNamesEveryFault reads settings with one fault of each kind and compares the list with its golden file.
func TestReadNamesEveryFault(t *testing.T) {
	_, err := council.ReadFile(filepath.Join("testdata", "faulty.json"))
	faulty := council.AsFaulty(err)
	if faulty == nil {
		t.Fatalf("got %v, want a list of faults", err)
	}
	golden := filepath.Join("testdata", "faulty.txt")
	got := faulty.Error() + "\n"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the list of faults (-want +got; run with -update to accept):\n%s", diff)
	}
}

// TestReadOneFault changes one thing in settings that are right, and wants that one thing named.
func TestReadOneFault(t *testing.T) {
	tests := map[string]struct {
		old, new string
		path     string
		says     string
	}{
		"unknown field":           {`"web": "https://www.northmere.example/send",`, `"webb": "https://www.northmere.example/send",`, "webb", "not a field"},
		"missing field":           {`"invented": true,`, ``, "invented", "is missing"},
		"field twice":             {`"invented": true,`, `"invented": true, "invented": false,`, "invented", "twice"},
		"wrong kind":              {`"quorum": 4`, `"quorum": "4"`, "panels[0].quorum", "a text where a whole number was expected"},
		"half a person":           {`"quorum": 4`, `"quorum": 4.5`, "panels[0].quorum", "the number 4.5"},
		"no such day":             {`"from": "2023-04-17"`, `"from": "2023-02-30"`, "people[7].from", `"2023-02-30" is not a date`},
		"day the English way":     {`"from": "2023-04-17"`, `"from": "17/04/2023"`, "people[7].from", "year, month, day"},
		"ends before it begins":   {`"until": "2027-08-31"`, `"until": "2026-03-31"`, "people[3].delegation.until", "lies before"},
		"colour by name":          {`"#1d4f91"`, `"navy"`, "colour", "is not a colour"},
		"page without https":      {`"privacy": "https:`, `"privacy": "http:`, "privacy", "https://"},
		"postcode":                {`"postcode": "NM1 1AA"`, `"postcode": "Northmere"`, "postcode", "is not a postcode"},
		"empty text":              {`"service": "SEND Service"`, `"service": " \u200b "`, "service", "is empty"},
		"standing officer absent": {`"standing_officer": "priya.raman",`, ``, "standing_officer", "determine_on_receipt is true"},
		"standing officer clerk":  {`"standing_officer": "priya.raman"`, `"standing_officer": "joe.marsh"`, "standing_officer", "does not have the role"},
		"nobody":                  {`"default_officer": "amina.khan"`, `"default_officer": "amina.kahn"`, "default_officer", "nobody in people"},
		"quorum too large":        {`"quorum": 4`, `"quorum": 7`, "panels[0].quorum", "the panel has 6"},
		"no quorum":               {`"quorum": 4`, `"quorum": 0`, "panels[0].quorum", "1 or more"},
		"member nobody":           {`"ben.carter", "lucy.hartley", "david.achebe"]`, `"ben.cater", "lucy.hartley", "david.achebe"]`, "panels[0].members[3]", "nobody in people"},
		"no such setting":         {`"setting": "st-wilfrids-primary"`, `"setting": "st-wilfreds"`, "people[14].setting", "no setting in settings"},
		"warning after the limit": {`{"days": 14,`, `{"days": 44,`, "warnings[0].days", "six weeks"},
		"warning twice":           {`{"days": 3,`, `{"days": 7,`, "warnings[2].days", "already"},
		"warning to nobody":       {`"tell": "director"`, `"tell": "headteacher"`, "warnings[3].tell", "not a role"},
		"two of one kind":         {`"kind": "disagreement_resolution"`, `"kind": "mediation_adviser"`, "contacts[2].from", "at the same time as contacts[0]"},
		"kind missing":            {`"kind": "duty_line"`, `"kind": "mediation_officer"`, "contacts", "none of the kind duty_line"},
		"two with one ID":         {`"id": "daniel.osei"`, `"id": "amina.khan"`, "people[1].id", "at the same time"},
		"the engine's own name":   {`"id": "daniel.osei"`, `"id": "engine"`, "people[1].id", "happens by itself"},
		"status":                  {`"status": "employed"`, `"status": "agency"`, "people[2].delegation.status", "employed or seconded"},
		"role":                    {`"roles": ["clerk"]`, `"roles": ["clerk", "chief"]`, "people[6].roles[1]", "not one of the choices"},
		"nobody to sign off":      {`"legal_sign_off": "catherine.oyelaran"`, `"legal_sign_off": "joe.marsh"`, "legal_sign_off", "does not have the role legal_adviser"},
		"family by e-mail":        {`"family": "first-class"`, `"family": "email"`, "channels.family", "own consent"},
		"chair who cannot decide": {`"type": "advisory"`, `"type": "chair_decides"`, "panels[0].chair", "has no delegation"},
		"substitute cannot chair": {`{"person": "paul.denholm", "for": "helen.forsyth"}`, `{"person": "anita.deol", "for": "helen.forsyth"}`, "panels[0].substitutes[0].person", "does not have the role panel_chair"},
		"nobody knows":            {`"panel_roles": ["virtual_school"]`, `"panel_roles": ["post16", "post16"]`, "people[27].panel_roles", "twice"},
		"role nobody has":         {`{"role": "early_years"}`, `{"role": "parent_representative"}`, "panels[1].required_roles[1].role", "nobody on the panel"},
		"newer schema":            {`sendpanel/council/1`, `sendpanel/council/2`, "schema", "This version reads sendpanel/council/1"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(string(council.InventedJSON()), test.old, test.new, 1)
			if text == string(council.InventedJSON()) {
				t.Fatalf("%q is not in the settings", test.old)
			}
			_, err := council.Read([]byte(text))
			faulty := council.AsFaulty(err)
			if faulty == nil {
				t.Fatalf("got %v, want a list of faults", err)
			}
			for _, f := range faulty.Faults {
				if f.Path == test.path && strings.Contains(f.String(), test.says) {
					return
				}
			}
			t.Errorf("nothing at %s says %q; got:\n%v", test.path, test.says, err)
		})
	}
}

func TestReadWhatIsNoSettings(t *testing.T) {
	tests := map[string]struct{ data, says string }{
		"nothing":      {"  ", "empty"},
		"broken":       {"{\n  \"name\": }", "Line 2, column 11"},
		"a list":       {"[]", "object in braces"},
		"null":         {"null", "object in braces"},
		"two objects":  {"{} {}", "not valid JSON"},
		"Latin-1":      {"{\"name\": \"Si\xe2n\"}", "UTF-8"},
		"deep":         {`{"name":` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + "}", "not valid JSON"},
		"too large":    {"{" + strings.Repeat(" ", council.MaxSize) + "}", "at most"},
		"empty object": {"{}", "people: is missing"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := council.Read([]byte(test.data))
			if council.AsFaulty(err) == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want a fault that says %q", err, test.says)
			}
		})
	}
}

func TestReadFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "council.json")
	if _, err := council.ReadFile(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: got %v", err)
	}
	if err := os.WriteFile(path, append([]byte("\uFEFF"), council.InventedJSON()...), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := council.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(council.Invented(), got); diff != "" {
		t.Errorf("from a file with a byte order mark (-want +got):\n%s", diff)
	}
}

// TestReadIsWhatIsWritten: settings written as JSON read back as they were.
func TestReadIsWhatIsWritten(t *testing.T) {
	data, err := json.Marshal(council.Invented())
	if err != nil {
		t.Fatal(err)
	}
	got, err := council.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(council.Invented(), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// FuzzRead: whatever is read, there are settings that read back the same, or a list of faults; never a panic.
func FuzzRead(f *testing.F) {
	f.Add(council.InventedJSON())
	faulty, err := os.ReadFile(filepath.Join("testdata", "faulty.json"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(faulty)
	f.Add([]byte(`{"people":[null,{"delegation":[]}],"panels":{},"contacts":[1],"contacts":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := council.Read(data)
		if err != nil {
			if faulty := council.AsFaulty(err); faulty == nil || len(faulty.Faults) == 0 {
				t.Fatalf("an error without a list of faults: %v", err)
			}
			return
		}
		written, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		back, err := council.Read(written)
		if err != nil {
			t.Fatalf("read, but not read back: %v", err)
		}
		if diff := cmp.Diff(c, back); diff != "" {
			t.Fatalf("read back otherwise (-first +second):\n%s", diff)
		}
	})
}
