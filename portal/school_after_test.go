package portal

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/records"
	"sendpanel/statute"
)

// refusedAt puts the invented refused case into the register as Canal Street's, up to and with what had happened by the
// moment, and moves the clock there.
func (s *site) refusedAt(at time.Time) casework.Ref {
	s.t.Helper()
	s.now = at
	var rest []casework.Event
	original := casetest.RequestJSON(s.t, nil)
	sum := sha256.Sum256(original)
	ref, _, err := s.register.Receive(s.t.Context(), records.Receipt{Year: 2026, Original: original, Open: func(ref casework.Ref) ([]casework.Event, error) {
		rest = casetest.RefusedEvents(s.t)
		opened := rest[0].Body.(casework.Opened)
		opened.Ref, opened.Setting, opened.Officer, opened.Request = ref, "canal-street-primary", "amina.khan", hex.EncodeToString(sum[:])
		rest[0].Body = opened
		return rest[:1], nil
	}})
	if err != nil {
		s.t.Fatal(err)
	}
	for _, e := range rest[1:] {
		if e.RecordedAt.After(at) {
			break
		}
		if err := s.register.Record(s.t.Context(), ref, []casework.Event{e}); err != nil {
			s.t.Fatal(err)
		}
	}
	c, err := s.desk.Case(s.t.Context(), ref)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, l := range c.Letters {
		text := "Northmere Borough Council\nSEND Service\n\n9 December 2026\nOur reference: " + string(ref) + "\n\n# The decision\n\nThe council has decided not to assess, and this letter gives its reasons in full.\n\n- One reason,\n  on two lines\n- Another\n"
		if _, err := s.register.SaveLetter(s.t.Context(), ref, l.Key, []byte("%PDF-1.7 "+l.Key.String()), l.Dated, text); err != nil {
			s.t.Fatal(err)
		}
	}
	return ref
}

// TestTheSchoolIsToldAfterTheFamily holds that nothing of a decision reaches the school before the family's letter is
// deemed to have come: posted on Wednesday 9 December first class, it has come on Friday 11 December.
func TestTheSchoolIsToldAfterTheFamily(t *testing.T) {
	for name, c := range map[string]struct {
		on   int
		told bool
	}{"the day of posting": {9, false}, "the day before it is deemed to have come": {10, false}, "the day it has come": {11, true}} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			ref := s.refusedAt(statute.Date(2026, time.December, c.on).At(18, 0))
			b := s.as("nicola.brandt")
			path := "/school/requests/" + string(ref)
			page := b.get(path)
			letter := path + "/letters/decision-not-to-assess-school.school." + decisionSeq(t, s, ref) + ".1"
			for what, got := range map[string]bool{
				"the page": strings.Contains(page.body, "Go on with support"), "the note": b.get(path+"/feedback").status == 200,
				"the letter": b.get(letter).status == 200, "the letter as PDF": b.get(letter+"/pdf").status == 200,
			} {
				if got != c.told {
					t.Errorf("%s tells the decision: %v, want %v", what, got, c.told)
				}
			}
			if home := b.get("/school"); strings.Contains(home.body, "The letter to the school is here") != c.told {
				t.Error("the list of requests tells it too soon, or not")
			}
			page.wantText(t, "The council has the request")
		})
	}
}

func decisionSeq(t *testing.T, s *site, ref casework.Ref) string {
	t.Helper()
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(letterID(casework.LetterKey{Kind: "x", To: "y", For: c.Decided.Seq, Version: 1}), ".y.")
	seq, _, _ := strings.Cut(rest, ".")
	return seq
}

func TestLettersAndTheNoteAsPages(t *testing.T) {
	s := newSite(t)
	ref := s.refusedAt(statute.Date(2026, time.December, 15).At(10, 0))
	b := s.as("nicola.brandt")
	path := "/school/requests/" + string(ref)
	letter := path + "/letters/decision-not-to-assess-school.school." + decisionSeq(t, s, ref) + ".1"
	b.get(letter).wantText(t, "<h1>The decision</h1>", "<li>One reason, on two lines</li>", "Council<br>SEND Service")
	if pdf := b.get(letter + "/pdf"); !strings.HasPrefix(pdf.body, "%PDF") || !strings.HasPrefix(pdf.header.Get("Content-Disposition"), "attachment") {
		t.Errorf("the PDF came as %v", pdf.header)
	}
	family := strings.Replace(letter, "decision-not-to-assess-school.school", "decision-not-to-assess.family-1", 1)
	if got := b.get(family); got.status != 404 {
		t.Errorf("the school read the family’s letter: %d", got.status)
	}
	b.get(path+"/feedback").wantText(t, "A note on your evidence", "What would help a new request", "Provision map", "at any time")
	if other := s.as("owen.price").get(path); other.status != 404 {
		t.Errorf("another school read the request: %d", other.status)
	}
	reads, err := s.register.Reads(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	seen := ""
	for _, r := range reads {
		seen += r.What + "; "
	}
	for _, want := range []string{"letter decision-not-to-assess-school", "feedback note"} {
		if !strings.Contains(seen, want) {
			t.Errorf("nobody recorded that the %s was read: %s", want, seen)
		}
	}
}

func TestAccessEndsWhenTheChildLeaves(t *testing.T) {
	s := newSite(t)
	ref := s.receive(func(r map[string]any) { r["child"].(map[string]any)["setting"] = "canal-street-primary" }).Ref
	b := s.as("nicola.brandt")
	path := "/school/requests/" + string(ref)
	if got := b.get(path); got.status != 200 {
		t.Fatalf("the request answered %d", got.status)
	}
	s.do(ref, "amina.khan", casework.TransferOut{To: "Another council", On: statute.DayOf(s.now)})
	for _, at := range []string{path, path + "/sent", path + "/feedback", path + "/documents/E1", path + "/reply", path + "/more"} {
		if got := b.get(at); got.status != 404 {
			t.Errorf("%s answered %d after the child left", at, got.status)
		}
	}
	if strings.Contains(b.get("/school").body, string(ref)) {
		t.Error("the list has the request still")
	}
}
