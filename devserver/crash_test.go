package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/records/pgtest"
	"sendpanel/statute"
)

// TestNothingIsLost carries cases through power cuts and through the loss of Temporal's whole database, as a user of the
// programs would, and finds every case, letter and limit right.
func TestNothingIsLost(t *testing.T) {
	h := newHouse(t)
	running := h.service()

	refused := h.submit("Jaspreet", 20)
	late := h.submit("Wren", 43) // its limit passed yesterday, while nobody was looking
	running.kill()               // with its letters perhaps half printed

	offline := h.submit("Kit", 3) // received while nothing runs: the register is enough
	running = h.service()
	for _, ref := range []casework.Ref{refused, late, offline} {
		h.printedOnce(h.printed(ref))
	}
	h.must("posted", string(refused), "--as", "joe.marsh")
	h.must("consult", string(refused), "--as", "amina.khan", "--whom", "family", "--how", "call", "--views", "We are worn out.")
	h.act("do", refused, "amina.khan", casework.ReleaseEvidence{Evidence: []casework.DocumentID{"E1", "E2", "E3"}, See: []casework.Party{casework.TheFamily}})
	h.act("do", refused, "amina.khan", casework.List{Panel: "send-panel", On: statute.DayOf(time.Now())})
	h.act("view", refused, "esther.boateng", casework.RecordView{Panel: "send-panel", Findings: casetest.Refusal().Findings})
	h.act("recommend", refused, "helen.forsyth", casework.Recommend{
		Panel: "send-panel", Outcome: casework.NotAssess, Reasons: "The support works.",
		Present: []casework.PersonID{"helen.forsyth", "esther.boateng", "grace.mwangi", "ben.carter"},
	})
	h.act("decide", refused, "priya.raman", casetest.Refusal())
	running.kill() // the decision is recorded; its letters wait for a call to the family

	running = h.service()
	h.act("do", refused, "amina.khan", casework.RecordCall{Addressee: "family-1", Reached: true, Interpreter: "Northmere Interpreting", Said: "The decision was explained."})
	h.printedOnce(h.printed(refused))
	h.must("posted", string(refused), "--as", "joe.marsh")
	h.printedOnce(h.printed(refused)) // now the school's
	told := h.look(refused)
	if told.NoticeGiven == nil || told.NoticeGiven.Appeal == nil {
		t.Fatal("the family's notice was posted and the duty is not met")
	}
	if next, end := nextMoment(told), told.NoticeGiven.LastAppeal.Effective.AddDays(1); next.IsZero() || next.After(end) {
		t.Errorf("the next moment is %s, want one up to the day after the last on which an appeal could come, %s", next, end)
	}
	h.breachedOnItsDay(late)
	h.showsNothing("Jaspreet", "Dhillon", "Quay Lane")
	running.stop()

	h.deleteTemporal()
	running = h.service()
	for _, ref := range []casework.Ref{refused, late, offline} {
		h.printedOnce(h.printed(ref))
	}
	h.must("withdraw", string(offline), "--as", "amina.khan", "--confirmed-by", "family-1", "--suggested-by", "family")
	h.printed(offline)
	h.must("posted", string(offline), "--as", "joe.marsh")
	if c := h.look(offline); !c.Closed() {
		t.Errorf("the withdrawn case is %s after its letter was posted", c.Stage)
	}
	h.must("consult", string(late), "--as", "amina.khan", "--whom", "family", "--how", "call")
	h.breachedOnItsDay(late)
	if out := h.must("verify"); !strings.Contains(strings.ToLower(out), "sound") {
		t.Errorf("verify said:\n%s", out)
	}
	running.stop()
}

// TestTwoWorkers has two workers carry cases on one embedded server and kills one of them in the middle.
func TestTwoWorkers(t *testing.T) {
	t.Run("SQLite", func(t *testing.T) { twoWorkers(t, newHouse(t)) })
	t.Run("PostgreSQL", func(t *testing.T) { twoWorkers(t, newHouse(t, "SENDPANEL_REGISTER="+pgtest.Start(t))) })
}

func twoWorkers(t *testing.T, h *house) {
	cluster := h.start("devserver", nil, "cluster", "--home", h.home, "--temporal-port", "0", "--ui-port", "0")
	cluster.says("Temporal is running")
	_, said, _ := strings.Cut(cluster.out.String(), "TEMPORAL_ADDRESS=")
	env := []string{"TEMPORAL_ADDRESS=" + strings.Fields(said)[0], "TEMPORAL_NAMESPACE=" + namespace}
	first := h.start("worker", env)
	eventually(t, func() error { _, err := os.Stat(filepath.Join(h.data(), "service.json")); return err })
	second := h.start("worker", env)
	second.says("Started Worker")

	var refs []casework.Ref
	for i := range 6 {
		if i == 3 {
			first.kill()
		}
		refs = append(refs, h.submit(string(rune('A'+i))+"nna", i+1))
	}
	for _, ref := range refs {
		h.printed(ref)
		h.must("consult", string(ref), "--as", "amina.khan", "--whom", "family", "--how", "call")
		h.printedOnce(h.printed(ref))
	}
	if out := h.must("verify"); !strings.Contains(strings.ToLower(out), "sound") {
		t.Errorf("verify said:\n%s", out)
	}
	second.stop()
}

// TestLimitsFireAfterTheTemporalDatabaseIsDeleted plays the undecided example on a real server, loses the server's
// database in mid-case, and goes on: every warning and limit comes on its day, once.
func TestLimitsFireAfterTheTemporalDatabaseIsDeleted(t *testing.T) {
	data := t.TempDir()
	s := &stage{ctx: t.Context(), home: "..", out: &log{}, err: &log{}}
	var begun casework.Case
	middle := func(c casework.Case) statute.Day { return c.Opened.Decide.SendBy.AddDays(-5) }
	onStageOrFail(t, s, data, func(th *theatre) error {
		request := casetest.RequestJSON(t, nil)
		got, err := th.desk.Receive(t.Context(), request, time.Until(statute.Date(2026, time.November, 23).At(9, 15)))
		if err != nil {
			return err
		}
		begun = got.Case
		return th.until(t.Context(), begun, "", middle(begun))
	})
	deleteTemporal(t, data)
	onStageOrFail(t, s, data, func(th *theatre) error {
		return th.until(t.Context(), begun, "", begun.Opened.Decide.Due.AddDays(3))
	})
	onStageOrFail(t, s, data, func(th *theatre) error {
		events, err := th.desk.Register.Events(t.Context(), begun.Ref)
		if err != nil {
			return err
		}
		d := begun.Opened.Decide
		want := []string{
			"warned " + d.SendBy.AddDays(-14).String(), "warned " + d.SendBy.AddDays(-7).String(), "warned " + d.SendBy.AddDays(-3).String(),
			"warned " + d.SendBy.AddDays(-1).String(), "send_by_passed " + d.SendBy.AddDays(1).String(), "breached " + d.Due.AddDays(1).String(),
		}
		var got []string
		for _, e := range events {
			switch e.Body.Kind() {
			case casework.KindWarned, casework.KindSendByPassed, casework.KindBreached:
				got = append(got, fmt.Sprintf("%s %s", e.Body.Kind(), e.FellOn))
			}
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("what fell was\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		return nil
	})
}

func onStageOrFail(t *testing.T, s *stage, data string, play func(*theatre) error) {
	t.Helper()
	if err := onStage(t.Context(), s, data, play); err != nil {
		t.Fatalf("%v\n%s", err, s.err)
	}
}

func nextMoment(c casework.Case) statute.Day {
	next, _ := c.Next()
	return next.On
}

// printedOnce checks that each letter of the case that is to be posted, or was, lies in the print folder once, whole.
func (h *house) printedOnce(c casework.Case) {
	h.t.Helper()
	live := 0
	for _, l := range c.Letters {
		if l.State == casework.LetterIssued || l.State == casework.LetterPosted {
			live++
		}
		if l.State == casework.LetterStuck {
			h.t.Errorf("letter %s is stuck: %+v", l.Key, c.Tasks)
		}
	}
	var files []string
	eventually(h.t, func() (err error) { // a letter that was voided is taken out of the folder in its own time
		if files, err = filepath.Glob(filepath.Join(h.data(), "print", string(c.Ref)+"_*.pdf")); err != nil {
			return err
		}
		if live == 0 || len(files) != live {
			return fmt.Errorf("%s has %d letters out and the print folder holds %v", c.Ref, live, files)
		}
		return nil
	})
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil || !bytes.HasPrefix(data, []byte("%PDF")) || !bytes.Contains(data[max(0, len(data)-64):], []byte("%%EOF")) {
			h.t.Errorf("%s is not a whole PDF: %v", file, err)
		}
	}
}

// breachedOnItsDay checks that the breach is recorded once, on the day after the limit, whenever somebody was there to
// record it.
func (h *house) breachedOnItsDay(ref casework.Ref) {
	h.t.Helper()
	found := 0
	for _, e := range h.events(ref) {
		if b, ok := e.Body.(casework.Breached); ok {
			found++
			if e.FellOn != b.Due.AddDays(1) {
				h.t.Errorf("the breach of %s fell on %s, due was %s", ref, e.FellOn, b.Due)
			}
		}
	}
	if found != 1 {
		h.t.Errorf("the breach of %s is recorded %d times", ref, found)
	}
}

// showsNothing searches Temporal's files for words of a case, in both encodings that a program might have written them.
// The register, which does hold them, shows that the search can find something.
func (h *house) showsNothing(words ...string) {
	h.t.Helper()
	temporal, register := h.read("temporal-*"), h.read("register.db*")
	for _, word := range words {
		if !bytes.Contains(register, []byte(word)) {
			h.t.Errorf("the search is no good: it does not find %q in the register", word)
		}
		if bytes.Contains(temporal, []byte(word)) || bytes.Contains(temporal, utf16Of(word)) {
			h.t.Errorf("Temporal's files show %q", word)
		}
	}
	if !bytes.Contains(temporal, []byte("NeedsAssessment")) {
		h.t.Error("the search is no good: it does not find the workflow's name in Temporal's files")
	}
}

// read gives all bytes of the files in the data folder that match, the write-ahead files among them.
func (h *house) read(pattern string) []byte {
	h.t.Helper()
	files, err := filepath.Glob(filepath.Join(h.data(), pattern))
	if err != nil || len(files) == 0 {
		h.t.Fatalf("find %s: %v, %v", pattern, files, err)
	}
	var all []byte
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			h.t.Fatal(err)
		}
		all = append(all, data...)
	}
	return all
}

func utf16Of(s string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = append(b, byte(unit), byte(unit>>8))
	}
	return b
}

func (h *house) deleteTemporal() {
	h.t.Helper()
	deleteTemporal(h.t, h.data())
}

// deleteTemporal deletes the whole of Temporal's database.
func deleteTemporal(t *testing.T, data string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(data, "temporal-*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("find Temporal's database: %v, %v", files, err)
	}
	for _, file := range files {
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
	}
}
