package portal

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"slices"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
	"sendpanel/records"
	"sendpanel/statute"
)

// BenchmarkTheOffice asks for the pages that officers open most over twenty thousand cases, and reports the slowest of a
// hundred (p99) of each, in milliseconds.
func BenchmarkTheOffice(b *testing.B) {
	s := newSite(b)
	ref := s.many(20_000)
	amina := s.as("amina.khan")
	for _, page := range []struct {
		name string
		ask  func() page
	}{
		{"list", func() page { return amina.get("/cases") }},
		{"list of all", func() page { return amina.get("/cases?whose=all&page=700") }},
		{"case", func() page { return amina.get("/cases/" + string(ref)) }},
		{"search", func() page { return amina.post("/cases/find", url.Values{"find": {"Namecsd Ch"}}) }},
	} {
		b.Run(page.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				if got := page.ask(); got.status != 200 {
					b.Fatalf("%d: %s", got.status, got.body)
				}
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}

// many receives so many requests, each for a child of its own and a few for each day, and gives the last.
func (s *site) many(n int) casework.Ref {
	s.t.Helper()
	in, err := s.desk.Council(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	officers := []casework.PersonID{"amina.khan", "daniel.osei", "michelle.farrow", "rosa.delgado"}
	var last casework.Ref
	for i := range n {
		data := casetest.RequestJSON(s.t, func(r map[string]any) {
			millbrook(fmt.Sprintf("U%012d", i), fmt.Sprint("Child", i%70))(r)
			r["child"].(map[string]any)["surname"] = fmt.Sprintf("Name%cs%cm", 'a'+rune(i%26), 'a'+rune(i/26%26))
			r["received_at"] = statute.Date(2026, 11, 30).AddDays(-i%60).String() + "T09:00:00Z"
		})
		request, mends, err := casework.ParseRequest(data)
		if err != nil {
			s.t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		intake := casework.Intake{ToMend: mends, Original: hex.EncodeToString(sum[:]), Council: in.Name, Officer: officers[i%len(officers)], Setting: request.SettingOf(), School: in.SchoolAddressee(request.SettingOf())}
		last, _, err = s.register.Receive(s.t.Context(), records.Receipt{Key: intake.Original, Year: 2026, Original: data, Open: func(ref casework.Ref) ([]casework.Event, error) {
			intake.Ref = ref
			return casework.Begin(request, intake, nil)
		}})
		if err != nil {
			s.t.Fatal(err)
		}
	}
	return last
}
