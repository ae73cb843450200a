package feedback

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/statute"
)

var update = flag.Bool("update", false, "write the golden notes anew; read the difference before it is committed")

// decided is a case with its decision, as a note is made from it.
type decided struct {
	c       casework.Case
	d       casework.Decision
	r       casework.Request
	replies []evidence.SchoolReply
	said    []casework.Consulted
}

func (x decided) note(t testing.TB) Note {
	t.Helper()
	n, err := Build(x.c, x.d, x.r, evidence.ReviewOf(x.r, x.c.Evidence, x.replies...), today(), x.said...)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// journey is what this package reads of an example.
type journey struct {
	Steps []struct {
		On   statute.Day
		Act  string
		Body json.RawMessage
	}
}

// example carries an example to the day after its decision's letters were posted to the family.
func example(t testing.TB, name string) decided {
	t.Helper()
	folder := filepath.Join("..", "..", "examples", name)
	x := decided{r: request(t, filepath.Join(folder, "request.json"))}
	data, err := os.ReadFile(filepath.Join(folder, "journey.json"))
	if err != nil {
		t.Fatal(err)
	}
	var j journey
	if err := json.Unmarshal(data, &j); err != nil {
		t.Fatal(err)
	}
	for _, s := range j.Steps {
		switch s.Act {
		case "consult":
			var said casework.Consulted
			if err := json.Unmarshal(s.Body, &said); err != nil {
				t.Fatal(err)
			}
			x.said = append(x.said, said)
		case "decide":
			if err := json.Unmarshal(s.Body, &x.d); err != nil {
				t.Fatal(err)
			}
			x.c = carried(t, x.r, x.d.Outcome, s.On)
		}
	}
	return x
}

func request(t testing.TB, path string) casework.Request {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := casework.ParseRequest(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// carried is the case of a request, decided on a day, with the family's letters posted on it.
func carried(t testing.TB, r casework.Request, o casework.Outcome, on statute.Day) casework.Case {
	t.Helper()
	school := casework.Addressee{ID: casework.School, Standing: casework.Setting, Name: "The school"}
	first, err := casework.Open(r, casework.Intake{Ref: casework.NewRef(2026, 412), School: &school, Setting: r.SettingOf(), Council: "Northmere Borough Council"})
	if err != nil {
		t.Fatal(err)
	}
	c, err := casework.Fold([]casework.Event{first})
	if err != nil {
		t.Fatal(err)
	}
	kind := casework.AssessLetter
	if o == casework.NotAssess {
		kind = casework.NotAssessLetter
	}
	c.Decided = &casework.DecidedOn{Seq: 7, On: on, Outcome: o}
	c.NoticeGiven = &casework.NoticeGiven{On: on}
	c.Letters = []casework.Letter{{Key: casework.LetterKey{Kind: kind, To: "family-1", For: 7, Version: 1}, State: casework.LetterPosted, Posted: on, By: statute.FirstClass}}
	return c
}

// parents is a father's request about Callum, answered by his school on one page, and refused.
func parents(t testing.TB) decided {
	t.Helper()
	folder := filepath.Join("..", "evidence", "testdata")
	data, err := os.ReadFile(filepath.Join(folder, "reply.json"))
	if err != nil {
		t.Fatal(err)
	}
	reply, _, err := evidence.ParseReply(data)
	if err != nil {
		t.Fatal(err)
	}
	x := decided{r: request(t, filepath.Join(folder, "parent.json")), replies: []evidence.SchoolReply{reply}}
	x.c = carried(t, x.r, casework.NotAssess, statute.Date(2026, 12, 22))
	for i, e := range reply.Evidence() {
		e.ID = casework.DocumentID([]string{"E3", "E4", "E5"}[i])
		x.c.Evidence = append(x.c.Evidence, e)
	}
	x.said = []casework.Consulted{{Whom: "family", Received: true, Views: "Mr Frayne rang. He sleeps in the day and his sister brings Callum in."}}
	x.d = casework.Decision{
		Outcome: casework.NotAssess,
		Findings: []casework.Finding{
			{Limb: casework.Limb8a, Answer: casework.Met, ReliedOn: []casework.DocumentID{"E3", "E5"}, Reason: "Callum has difficulty with writing and with managing how he feels."},
			{Limb: casework.Limb8b, Answer: casework.NotMet, ReliedOn: []casework.DocumentID{"E1", "E2", "E3", "E4", "E5"},
				Reason: "The quiet place and the card began in the summer, and Callum now asks for the quiet place himself, about twice a day (E3). His writing score has stayed where it was (evidence E5).\n\n" +
					"The bereavement counsellor sees him each week (E2). His father works at night and mornings are hard (E1).\n\n" +
					"Callum left the room on most days after lunch in the weeks when the assistant was away (E3 and E4). He told us that he would rather be ill than go in after dinner.\n\n" +
					"We are not of the opinion that a plan may be necessary.",
				NotReliedOn: []casework.SetAside{{Evidence: "E1", Why: "Mr Frayne’s letter shows how hard the evenings are since they moved."}}, AnswerToFamily: "You told us about the evenings. The school will look at the time after lunch with Callum."},
		},
		NextSteps: []string{"The school asks the specialist teacher to look at Callum’s writing by the end of January. Callum’s aunt is told of it.", "You can ring us in January.",
			"The assistant stays with the class after lunch."},
	}
	return x
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read the golden note: %v (go test -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("it differs from %s (-golden +now):\n%s", path, diff)
	}
}

// heldBack is the officer's list, for a golden file.
func heldBack(n Note) string {
	var all writer
	for _, w := range n.Withheld {
		all.wrap("", "  ", w.Where+": "+w.Sentence)
		all.wrap("    ", "    ", "It "+w.Why+".")
	}
	return all.b.String()
}

func review(x decided) evidence.Review {
	return evidence.ReviewOf(x.r, x.c.Evidence, x.replies...)
}

// today is the day of whose wording the notes are made.
func today() statute.Day { return statute.Date(2027, 1, 15) }
