package portal

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/statute"
)

// holdsLater is a desk that does not take a hold for some times.
type holdsLater struct {
	Desk
	not *atomic.Int32
}

func (d holdsLater) Do(ctx context.Context, ref casework.Ref, as casework.PersonID, on statute.Day, key string, act casework.Act) (activities.Done, error) {
	if _, is := act.(casework.HoldPaper); is && d.not.Add(-1) >= 0 {
		return activities.Done{}, errors.New("the service is away")
	}
	return d.Desk.Do(ctx, ref, as, on, key, act)
}

// TestAHoldThatFailsIsTriedAgain: the paper is taken at once, and held as soon as it can be, by whichever process runs then.
func TestAHoldThatFailsIsTriedAgain(t *testing.T) {
	var not atomic.Int32
	not.Store(2)
	var options Options
	s := newSite(t, func(o *Options) { o.Desk = holdsLater{o.Desk, &not}; options = *o })
	s.receive(func(r map[string]any) {
		child := r["child"].(map[string]any)
		child["surname"], child["upn"], child["forenames"], child["date_of_birth"] = "Okoro", "U871200025003", "Ada", "2017-02-11"
	})
	ref := s.receive(nil).Ref
	if got := s.family(ref, "family-1").giveFile(familyPath(ref)+"/add", "one.txt", []byte("Report on Ada Okoro, born 11 February 2017."), url.Values{"about": {"A paper"}}); got.goesTo() == "" {
		t.Fatalf("not taken: %d", got.status)
	}
	again, err := New(options) // the service was started anew: nothing is in its memory
	if err != nil {
		t.Fatal(err)
	}
	for try, want := range []struct {
		wait time.Duration
		done int
		held bool
	}{{0, 0, false}, {2 * time.Minute, 0, false}, {2 * time.Minute, 1, true}, {2 * time.Minute, 0, true}} {
		s.now = s.now.Add(want.wait)
		done, err := again.LookAgain(t.Context())
		c, wrong := s.desk.Case(t.Context(), ref)
		if wrong != nil {
			t.Fatal(wrong)
		}
		if held := c.Evidence[len(c.Evidence)-1].Held; done != want.done || held != want.held || (err != nil) != (try == 1) {
			t.Errorf("try %d: %d looked at, held %v, %v", try, done, held, err)
		}
	}
}

// TestAPaperThatNamesAChildOfAnotherRequestIsHeld: whoever gives it, and by its words, its title or its file’s name;
// nobody is told of the other request, and a paper about this child that mentions somebody is not held.
func TestAPaperThatNamesAChildOfAnotherRequestIsHeld(t *testing.T) {
	s := newSite(t)
	other := s.receive(func(r map[string]any) {
		child := r["child"].(map[string]any)
		child["surname"], child["upn"], child["forenames"], child["date_of_birth"] = "Okoro", "U871200025003", "Ada", "2017-02-11"
	})
	ref := s.receive(nil).Ref
	family := s.family(ref, "family-1")
	for name, tc := range map[string]struct {
		file, words string
		held        bool
	}{
		"about the other":      {"one.txt", "Report on Ada Okoro, born 11 February 2017.", true},
		"by its number":        {"two.txt", "UPN U871200025003", true},
		"by the file’s name":   {"Okoro_Ada_SALT.txt", "She says few words.", true},
		"about this child":     {"four.txt", "Jaspreet Dhillon sits beside Ada Okoro.", false},
		"about nobody by name": {"five.txt", "He likes drawing.", false},
	} {
		t.Run(name, func(t *testing.T) {
			before, err := s.desk.Case(t.Context(), ref)
			if err != nil {
				t.Fatal(err)
			}
			if got := family.giveFile(familyPath(ref)+"/add", tc.file, []byte(tc.words), url.Values{"about": {"A paper"}}); got.goesTo() == "" {
				t.Fatalf("not taken: %d %s", got.status, got.body)
			}
			c, err := s.desk.Case(t.Context(), ref)
			if err != nil {
				t.Fatal(err)
			}
			e := c.Evidence[len(c.Evidence)-1]
			if len(c.Evidence) != len(before.Evidence)+1 || e.Held != tc.held {
				t.Fatalf("held %v, want %v: %+v", e.Held, tc.held, e)
			}
			for _, task := range c.Tasks {
				if strings.Contains(task.What, string(other.Ref)) || strings.Contains(task.What, "Okoro") {
					t.Errorf("a task tells of the other request: %s", task.What)
				}
			}
		})
	}
	page := family.get(familyPath(ref) + "/papers")
	page.wantText(t, "A paper (one)")
	if said := mainText(t, page.body); strings.Contains(said, "held") || strings.Contains(said, "another") {
		t.Error("the giver is told of the hold")
	}
	officer := s.as("amina.khan")
	officer.giveFileIn("file", "/cases/"+string(ref)+"/record/add_evidence", "x.txt", []byte("Ada Okoro"), url.Values{"what": {"A note"}, "class": {"needs"}, "from": {"school"}})
	officer.get("/cases/"+string(ref)+"/documents").wantText(t, "Held: may be another child’s")
	c, err := s.desk.Case(t.Context(), ref)
	if err != nil {
		t.Fatal(err)
	}
	if e := c.Evidence[len(c.Evidence)-1]; !e.Held || e.MaySee(casework.TheFamily) {
		t.Errorf("what an officer added is %+v", e)
	}
}
