package examples_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/examples"
)

var update = flag.Bool("update", false, "write the golden files anew")

func all(t *testing.T) []examples.Example {
	t.Helper()
	all, err := examples.Read(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestTimelines plays each example through casework and compares what it tells with the golden file beside it.
func TestTimelines(t *testing.T) {
	for i, e := range all(t) {
		t.Run(e.Name, func(t *testing.T) {
			events, err := examples.Play(e, council.Invented(), casework.NewRef(2026, i+1))
			if err != nil {
				t.Fatal(err)
			}
			lines, err := casework.Timeline(events)
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := casework.PrintTimeline(&got, e.Title, lines); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join(e.Name, examples.TimelineFile)
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("the timeline (-want +got; run with -update to accept):\n%s", diff)
			}
		})
	}
}

// TestRequestsHaveNothingToMend: all are filled in as a SENCO, or an officer who types in a letter, would wish to.
func TestRequestsHaveNothingToMend(t *testing.T) {
	files, err := filepath.Glob("*/request*.json")
	if err != nil || len(files) < len(all(t)) {
		t.Fatalf("found %d requests: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, mends, err := casework.ParseRequest(data)
		if err != nil {
			t.Errorf("%s: %v", file, err)
		}
		for _, m := range mends {
			t.Errorf("%s: %s", file, m)
		}
	}
}

// TestReadmeTellsOfEach: the table of what each case shows leaves none out.
func TestReadmeTellsOfEach(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all(t) {
		if !bytes.Contains(readme, []byte("| `"+e.Name+"` |")) {
			t.Errorf("README.md does not say what %s shows", e.Name)
		}
	}
}

// TestTheSecondRequestIsOfTheSameChild: the two who ask at once can be found to belong together.
func TestTheSecondRequestIsOfTheSameChild(t *testing.T) {
	var children []string
	for _, file := range []string{"15-both-ask/request.json", "15-both-ask/request-2.json"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, _, err := casework.ParseRequest(data)
		if err != nil {
			t.Fatal(err)
		}
		children = append(children, r.Child.Surname.Line()+" "+r.Child.DateOfBirth.Line())
	}
	if children[0] != children[1] {
		t.Errorf("%q and %q", children[0], children[1])
	}
}

// TestReadNamesFaults changes one thing in an example that is right, and wants it named with its file.
func TestReadNamesFaults(t *testing.T) {
	const journey, request = "01-agreed/journey.json", "01-agreed/request.json"
	tests := map[string]struct{ file, old, new, says string }{
		"unknown field":        {journey, `"about":`, `"abuot":`, `journey.json: "abuot" is not a field it knows`},
		"broken":               {journey, `"council": "invented",`, `"council": invented,`, "journey.json: line 5, column 14 is not valid JSON"},
		"no such day":          {journey, `"end": "2027-06-25"`, `"end": "2027-02-30"`, "is not a day"},
		"ends too early":       {journey, `"end": "2027-06-25"`, `"end": "2027-03-02"`, "journey.json: end: Tue 2 Mar 2027 lies before"},
		"another council":      {journey, `"invented"`, `"slough"`, "council: is \"slough\""},
		"newer schema":         {journey, `journey/1`, `journey/2`, "schema: is"},
		"no title":             {journey, `"title": "Agreed`, `"title": "", "about": "x", "council": "invented", "steps": [], "end": "2027-06-25"}`, "more after its end"},
		"out of order":         {journey, `"on": "2027-02-16"`, `"on": "2027-02-01"`, "steps[2].on: Mon 1 Feb 2027 lies before"},
		"nobody":               {journey, `"as": "ben.carter"`, `"as": "ben.cater"`, `steps[6].as: "ben.cater" is nobody`},
		"unknown act":          {journey, `"act": "recommend"`, `"act": "approve"`, `steps[7]: "approve" is not a kind of command`},
		"unknown body field":   {journey, `"outcome": "assess",`, `"outcom": "assess",`, "steps[7]: read the recommend"},
		"refusal of a posting": {journey, `"act": "post_all"}`, `"act": "post_all", "refused": ["letter"]}`, "steps[0].refused: does not belong to post_all"},
		"body of a posting":    {journey, `"act": "post_all"}`, `"act": "post_all", "body": {}}`, "steps[0].body: does not belong to post_all"},
		"a number for a child": {request, `"surname": "Ashworth", "forenames": "Theo James", "preferred_name": "Theo",`, `"sirname": "Ashworth",`, ""},
		"no moment of receipt": {request, `2027-02-08T08:52:00Z`, `yesterday`, "request.json: nobody who asks"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			files := fstest.MapFS{}
			for _, file := range []string{journey, request} {
				data, err := fs.ReadFile(os.DirFS("."), file)
				if err != nil {
					t.Fatal(err)
				}
				if file == test.file {
					if !bytes.Contains(data, []byte(test.old)) {
						t.Fatalf("%q is not in %s", test.old, file)
					}
					data = bytes.Replace(data, []byte(test.old), []byte(test.new), 1)
				}
				files[file] = &fstest.MapFile{Data: data}
			}
			_, err := examples.Read(files)
			if test.says == "" { // a child with a unique pupil number alone can be identified
				if err != nil {
					t.Errorf("got %v", err)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want an error that says %q", err, test.says)
			}
		})
	}
}

func TestReadWantsExamples(t *testing.T) {
	if _, err := examples.Read(fstest.MapFS{"README.md": {}}); err == nil {
		t.Error("no example was missed")
	}
	if _, err := examples.Read(fstest.MapFS{"04-new/journey.json": {Data: []byte("{}")}}); err == nil || !strings.Contains(err.Error(), "request.json") {
		t.Errorf("without a request: got %v", err)
	}
}

// TestPlayNamesTheStep: a step that casework refuses stops the example and is named, with what was said to it.
func TestPlayNamesTheStep(t *testing.T) {
	e := all(t)[0]
	e.Steps[1].As = "joe.marsh" // the clerk does not consult families
	_, err := examples.Play(e, council.Invented(), "SEN-2027-0001-A")
	if err == nil || !strings.Contains(err.Error(), "play 01-agreed: steps[1], consult on Tue 9 Feb 2027") || casework.AsRefused(err) == nil {
		t.Errorf("got %v, want the step and its refusal", err)
	}
}

// TestRefusedSteps: a step that is to be refused stops the example where it is recorded, where it is refused for
// something else, and where it fails for another reason than a refusal.
func TestRefusedSteps(t *testing.T) {
	refusal := &casework.Refused{Act: casework.ActDecide, Gaps: []casework.Gap{{Path: "findings[1].reason"}, {Path: "departure"}}}
	broken := errors.New("the register is away")
	tests := map[string]struct {
		refused []string
		err     error
		says    string
	}{
		"recorded as it should be":  {nil, nil, ""},
		"refused and should not be": {nil, refusal, "findings[1].reason"},
		"refused as it should be":   {[]string{"findings[1].reason"}, fmt.Errorf("decide: %w", refusal), ""},
		"refused for something else": {
			[]string{"findings[1].relied_on"}, refusal, "does not name findings[1].relied_on",
		},
		"recorded and should not be": {[]string{"departure"}, nil, "should have been refused for departure"},
		"another failure":            {[]string{"departure"}, broken, broken.Error()},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			err := examples.Step{Refused: test.refused}.Check(test.err)
			if test.says == "" && err != nil || test.says != "" && (err == nil || !strings.Contains(err.Error(), test.says)) {
				t.Errorf("got %v, want %q", err, test.says)
			}
		})
	}
}

// TestPlayWithoutTheRule: where the council has no rule on receipt, nothing is determined until an officer does so.
func TestPlayWithoutTheRule(t *testing.T) {
	e := all(t)[2]
	e.Steps = e.Steps[:1]
	c := council.Invented()
	c.DetermineOnReceipt = false
	events, err := examples.Play(e, c, "SEN-2026-0001-A")
	if err != nil {
		t.Fatal(err)
	}
	for _, event := range events {
		if event.Body.Kind() == casework.KindDetermined {
			t.Errorf("determined by %s", event.By.Name)
		}
	}
}
