package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/dispatch"
	"sendpanel/dispatch/notify/notifytest"
	"sendpanel/letters/check"
	"sendpanel/statute"
)

// TestWhatNotifyWouldNotTakeIsPrintedHere runs a council whose letters GOV.UK Notify prints, with a family that asked for
// coloured paper and a refusal of more than ten pages: both lie in the print folder on the day itself, dated that day, with a
// task that says why; Notify is not given them, and is given what it takes.
func TestWhatNotifyWouldNotTakeIsPrintedHere(t *testing.T) {
	server := notifytest.Start(t)
	settings := tempData(t)
	settings.Notify, settings.NotifyAt, settings.Follow = notifytest.APIKey, server.URL, 200*time.Millisecond
	st := stood(t, settings)
	st.apply(t, func(file []byte) []byte {
		return bytes.Replace(file, []byte(`"family": "first-class"`), []byte(`"family": "notify"`), 1)
	})
	got, err := st.desk.Receive(t.Context(), onColouredPaper(t), 0)
	if err != nil {
		t.Fatal(err)
	}
	c := st.settled(t, got.Case.Ref)
	letter := only(t, c, casework.Acknowledgement)
	byHand(t, st, c, letter, "coloured paper")

	c = st.received(t, 2, 1)
	st.settled(t, c.Ref)
	if given := only(t, st.settled(t, c.Ref), casework.Acknowledgement); given.By != statute.Notify {
		t.Errorf("what fits goes by %s", given.By)
	}
	st.do(t, c.Ref, toPanel(statute.DayOf(time.Now()))...)
	st.do(t, c.Ref, fiveViews()...)
	long := casetest.Refusal()
	for i := range long.Findings {
		long.Findings[i].Reason += strings.Repeat("\n\nHe reads with an adult every day, and the record of each session says what he read and what helped.", 90)
	}
	st.do(t, c.Ref, recommended(), step{"priya.raman", "decided", long}, called())
	c = st.settled(t, c.Ref)
	letter = only(t, c, casework.NotAssessLetter)
	byHand(t, st, c, letter, "pages, and a printer takes 10")
	for _, m := range server.Messages() {
		if findings := check.Check(m.PDF); len(findings) > 0 {
			t.Errorf("Notify was given a letter that does not pass the gate: %v", findings)
		}
	}

	st.do(t, c.Ref, step{"joe.marsh", "posted", casework.ConfirmPosted{Letter: letter.Key, On: statute.DayOf(time.Now())}})
	c = st.settled(t, c.Ref)
	if task := theTask(t, c, "by-hand:"); !task.Done {
		t.Error("the letter is posted and its task still open")
	}
	if c.NoticeGiven == nil {
		t.Error("the family’s notice was posted and the duty is not met")
	}
}

// onColouredPaper is a request of a family that asked for letters on coloured paper.
func onColouredPaper(t *testing.T) []byte {
	return casetest.RequestJSON(t, func(m map[string]any) {
		m["received_at"] = time.Now().AddDate(0, 0, -1).UTC().Format(time.RFC3339)
		delete(m["child"].(map[string]any), "upn")
		m["family"].([]any)[0].(map[string]any)["format"] = "coloured_paper"
	})
}

// only is the newest letter of a kind to the family.
func only(t *testing.T, c casework.Case, kind casework.LetterKind) casework.Letter {
	t.Helper()
	i := slices.IndexFunc(c.Letters, func(l casework.Letter) bool { return l.Key.Kind == kind })
	if i < 0 {
		t.Fatalf("there is no %s among %v", kind, c.Letters)
	}
	return c.Letters[i]
}

func theTask(t *testing.T, c casework.Case, prefix string) casework.Task {
	t.Helper()
	i := slices.IndexFunc(c.Tasks, func(task casework.Task) bool { return strings.HasPrefix(string(task.Task), prefix) })
	if i < 0 {
		t.Fatalf("there is no task %s… among %v", prefix, c.Tasks)
	}
	return c.Tasks[i]
}

// byHand looks whether a letter is printed here for a reason that its task gives with the clock in view.
func byHand(t *testing.T, st *stand, c casework.Case, l casework.Letter, why string) {
	t.Helper()
	if l.By != statute.FirstClass || l.State != casework.LetterIssued || l.Dated != st.desk.Today(c) {
		t.Errorf("%s goes by %s on %s: %s", l.Key, l.By, l.Dated, l.State)
	}
	name, err := dispatch.Key{Case: c.Ref, Letter: l.Key}.FileName()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(printFolder(st), name)); err != nil {
		t.Errorf("it is not in the print folder: %v", err)
	}
	task := theTask(t, c, "by-hand:"+string(l.Key.Kind))
	for _, want := range []string{why, "GOV.UK Notify would not take it", "posted by"} {
		if !strings.Contains(task.What, want) {
			t.Errorf("the task does not say %q: %s", want, task.What)
		}
	}
	if _, err := st.desk.Register.LetterHandover(t.Context(), c.Ref, l.Key); err == nil {
		t.Error("GOV.UK Notify was given it too")
	}
}

func printFolder(st *stand) string { return st.desk.Settings().Print }
