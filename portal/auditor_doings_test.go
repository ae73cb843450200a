package portal

import (
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/statute"
)

// TestWhoDidWhatAcrossRequests: what was done is told in words, narrowed, paged, and reading it is itself in the ledger.
func TestWhoDidWhatAcrossRequests(t *testing.T) {
	s := newSite(t)
	ref := refused(t, s)
	other := s.receive(millbrook("U871200025009", "Rafael")).Ref
	s.as("daniel.osei").get("/cases/" + string(other) + "/timeline")
	b := s.as("graham.tully")
	all := b.get("/records/doings")
	all.wantText(t, "Decided not to assess", "Priya Raman", "Letter posted", string(ref))
	if strings.Contains(all.body, "worn out") {
		t.Error("the record says what was said at length")
	}
	b.get("/records/doings?who=daniel.osei&way=read").wantText(t, "Daniel Osei", "timeline", string(other))
	if got := b.get("/records/doings?way=sent&ref=" + string(ref)); !strings.Contains(mainText(t, got.body), "Letter posted") || strings.Contains(got.body, string(other)) {
		t.Errorf("what was sent of %s: %s", ref, mainText(t, got.body))
	}
	b.get("/records/doings?who=nobody").wantText(t, "Nothing was recorded")
	year, month, day := statute.DayOf(s.now).AddDays(9).Date()
	b.get(fmt.Sprintf("/records/doings?from-day=%d&from-month=%d&from-year=%d", day, month, year)).wantText(t, "Nothing was recorded")
	if got := b.get("/records/doings?from-day=77&from-month=1&from-year=2026&ref=zzz"); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a day that is none gives %d", got.status)
	}
	if got := b.get("/records/doings?after=nothing"); got.status != http.StatusNotFound {
		t.Errorf("a page that begins nowhere gives %d", got.status)
	}
	pages := 0
	for next := "/records/doings"; next != "" && pages < 20; pages++ {
		got := b.get(next)
		next = ""
		if m := regexp.MustCompile(`page-next" href="([^"]+)"`).FindStringSubmatch(got.body); m != nil {
			next = strings.ReplaceAll(m[1], "&amp;", "&")
		}
	}
	if pages < 2 || pages == 20 {
		t.Errorf("the record has %d pages", pages)
	}
	reads, err := s.register.Reads(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(mapped(reads), func(what string) bool {
		return what == "graham.tully: record of all requests, way read, of daniel.osei"
	}) {
		t.Errorf("the look at the record is not recorded: %v", mapped(reads))
	}
}

// BenchmarkTheRecord asks for the record of everything over twenty thousand cases, as it is narrowed, and reports the slowest of a
// hundred (p99) of each, in milliseconds.
func BenchmarkTheRecord(b *testing.B) {
	s := newSite(b)
	ref := s.many(20_000)
	graham := s.as("graham.tully")
	deep, err := s.register.Events(b.Context(), casework.NewRef(ref.Year(), 9000))
	if err != nil {
		b.Fatal(err)
	}
	after := strings.Join([]string{deep[0].RecordedAt.UTC().Format("2006-01-02T15:04:05.000000000Z"), "e", string(ref), "9"}, "_")
	for name, query := range map[string]string{"newest": "", "deep": "?after=" + after, "one person": "?who=amina.khan", "sent": "?way=sent", "one request": "?ref=" + string(ref)} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				if got := graham.get("/records/doings" + query); got.status != http.StatusOK {
					b.Fatalf("%d: %s", got.status, got.body)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}

func mapped(reads []records.Read) []string {
	var list []string
	for _, r := range reads {
		list = append(list, r.By+": "+r.What)
	}
	return list
}
