package portal

import (
	"encoding/csv"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/statute"
)

// lateSite has a case that is late, one that has to go soon, and one with time.
func lateSite(t testing.TB) (s *site, late, soon, fresh casework.Ref) {
	t.Helper()
	s = newSite(t)
	refs := s.late(t)
	return s, refs[0], refs[1], refs[2]
}

// late receives a case that is late by now, one that has to go soon, and one with time.
func (s *site) late(t testing.TB) []casework.Ref {
	t.Helper()
	var refs []casework.Ref
	for i, received := range []string{"2026-10-15T09:00:00Z", "2026-10-27T09:00:00Z", "2026-11-30T09:00:00Z"} {
		c := s.receive(func(r map[string]any) {
			r["received_at"] = received
			child := r["child"].(map[string]any)
			delete(child, "upn")
			child["setting"], child["surname"] = "millbrook-primary", []string{"=Aldous", "Birtwell", "Crane"}[i]
		})
		if err := s.register.Record(t.Context(), c.Ref, c.Pass(s.now)); err != nil {
			t.Fatal(err)
		}
		refs = append(refs, c.Ref)
	}
	return refs
}

func TestTheManagerSeesWhatWillBeLateAndWhy(t *testing.T) {
	s, late, soon, fresh := lateSite(t)
	b := s.as("margaret.ellis")
	home := b.get("/manager")
	home.wantText(t, "The council owes 3 decisions: 1 is late, and 1 has to go within a fortnight.", string(late), string(soon), "days late", "The family has not been heard yet")
	if strings.Contains(home.body, string(fresh)) {
		t.Error("a request with time is told of")
	}
	b.get("/manager/breaches").wantText(t, "1 decision is late", "Has not been told yet.", "Service manager, since", "Tell the family", string(late))
	b.get("/manager/workload").wantText(t, "3, 1 late", "What each figure counts", "The duty is broken until")
	s.do(late, "margaret.ellis", casework.TellDelay{Why: "The officer is ill.", ExpectBy: statute.DayOf(s.now).AddDays(5)})
	b.get("/manager/breaches").wantText(t, "The officer is ill.", "Was told on Tuesday 1 December 2026")
	b.get("/manager/report").wantText(t, "1 decision that passed the six weeks", "1 notice of a delay", "The officer is ill.")
	b.get("/manager/meetings").wantText(t, "No meeting is called.")
	reads, err := s.register.Reads(t.Context(), late)
	if err != nil || len(reads) == 0 || reads[0].What != "overview" || reads[0].By != "margaret.ellis" {
		t.Errorf("the overview’s read is not recorded: %v, %v", reads, err)
	}
}

func TestRequestsAreHandedOverInBulk(t *testing.T) {
	s, late, soon, fresh := lateSite(t)
	b := s.as("margaret.ellis")
	b.get("/manager/workload").wantText(t, "Amina Khan", "carries the most: 3 decisions", "Daniel Osei")
	const path = "/manager/workload/amina.khan"
	b.get(path).wantText(t, string(late), string(soon), string(fresh))
	b.post(path, url.Values{"once": {"k0"}}).wantText(t, "Choose the requests", "Choose the officer", "Say why")
	form := url.Values{"once": {"k1"}, "case": {string(late), string(soon)}, "to": {"daniel.osei"}, "why": {"Amina is away."}}
	if got := b.post(path, form); got.goesTo() != "/manager/workload" {
		t.Fatalf("%d %s", got.status, got.body)
	}
	for ref, want := range map[casework.Ref]casework.PersonID{late: "daniel.osei", soon: "daniel.osei", fresh: "amina.khan"} {
		if c, err := s.desk.Case(t.Context(), ref); err != nil || c.Officer != want {
			t.Errorf("%s is carried by %s, want %s (%v)", ref, c.Officer, want, err)
		}
	}
	b.get("/manager/workload").wantText(t, "2 handed over.")
}

func TestSearchNotesReadsAndHasALimit(t *testing.T) {
	s, _, soon, _ := lateSite(t)
	b := s.as("margaret.ellis")
	b.get("/manager/find").wantText(t, "recorded as read by you")
	b.post("/manager/find", url.Values{"find": {"b"}}).wantText(t, "two letters or more")
	b.post("/manager/find", url.Values{"find": {"birt"}}).wantText(t, string(soon), "Birtwell")
	b.post("/manager/find", url.Values{"find": {"nobody"}}).wantText(t, "Nothing was found.")
	reads, err := s.register.Reads(t.Context(), soon)
	if err != nil || len(reads) != 1 || reads[0].What != "search" {
		t.Errorf("the search is not recorded as a read: %v, %v", reads, err)
	}
	for range findFirst {
		b.post("/manager/find", url.Values{"find": {"birt"}})
	}
	if got := b.post("/manager/find", url.Values{"find": {"birt"}}); got.status != http.StatusTooManyRequests {
		t.Errorf("after more than %d searches another is answered with %d", findFirst, got.status)
	}
}

func TestTheWorkListIsTakenAwayWithoutFormulas(t *testing.T) {
	s, late, _, _ := lateSite(t)
	b := s.as("sunil.batra")
	got := b.get("/manager/exports/work-list.csv")
	if got.status != http.StatusOK || !strings.HasPrefix(got.header.Get("Content-Disposition"), "attachment") {
		t.Fatalf("%d %v", got.status, got.header)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(got.body, "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 4 || rows[1][0] != string(late) {
		t.Fatalf("%v, %v", rows, err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t", rune(cell[0])) {
				t.Errorf("the cell %q is a formula", cell)
			}
		}
	}
	if x := b.get("/manager/exports/figures.xlsx"); x.status != http.StatusOK || !strings.HasPrefix(x.body, "PK") {
		t.Errorf("the workbook: %d", x.status)
	}
	figures := b.get("/manager/exports/figures.csv").body
	if !strings.Contains(figures, "fewer than 5") || strings.Contains(figures, ",3\n") {
		t.Errorf("the table for reports holds figures of few children: %s", figures)
	}
	if whole := b.get("/manager/exports/figures-whole.csv").body; !strings.Contains(whole, "Requests received,3\n") {
		t.Errorf("the table of the return is not whole: %s", whole)
	}
	b.get("/manager/exports").wantText(t, "fewer than 5", "Requests received in 2026")
	for _, other := range []string{"work-list.pdf", "cases.csv"} {
		if got := b.get("/manager/exports/" + other); got.status != http.StatusNotFound {
			t.Errorf("%s is answered with %d", other, got.status)
		}
	}
}

// TestWhatIsNotLateIsNotCalledLate: a decision that can still be delivered in time, and one under an exception, are told by
// themselves, and one that was sent late with the day.
func TestWhatIsNotLateIsNotCalledLate(t *testing.T) {
	s := newSite(t)
	p := s.Portal
	for name, c := range map[string]struct {
		load records.Load
		want string
	}{
		"all":  {records.Load{Cases: 9, Late: 2, Passed: 1, Excepted: 3, Soon: 1}, "The council owes 9 decisions: 2 are late, 1 is past its last day for posting, 3 are past the limit under an exception, and 1 has to go within a fortnight."},
		"none": {records.Load{Cases: 1}, "The council owes 1 decision: none is late, and none has to go within a fortnight."},
	} {
		if got := p.owedSentence(c.load); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
