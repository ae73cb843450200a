package casework_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// TestHostileRequestsAreReadInTime: twice the size takes about twice the time, whatever the shape.
func TestHostileRequestsAreReadInTime(t *testing.T) {
	head := `{"received_at":"2026-11-23","requester":{"name":"x"},"child":{"surname":"x"},`
	fill := func(open, each, end string) []byte {
		n := (casework.MaxRequest - len(head) - len(open) - len(end) - 8) / len(each)
		return []byte(head + open + strings.TrimSuffix(strings.Repeat(each, n), ",") + end)
	}
	for name, data := range map[string][]byte{
		"unknown fields":   fill("", `"abc":1,`, `}`),
		"one field often":  fill("", `"reason":"x",`, `}`),
		"one child often":  fill("", `"child":{"surname":"x"},`, `}`),
		"empty entries":    fill(`"cycles":[`, `{},`, `]}`),
		"entries within":   fill(`"cycles":[`, `{"do":[{},{},{},{}]},`, `]}`),
		"lone texts":       fill(`"family":[`, `"x",`, `]}`),
		"a long text":      fill(`"reason":"`, `x`, `"}`),
		"escapes":          fill(`"reason":"`, `\u202e`, `"}`),
		"accents":          fill(`"reason":"e`, `\u0301\u0316`, `"}`),
		"a long name":      fill(`"`, `x`, `":1}`),
		"nothing readable": fill(`"reason":"`, `\ud800`, `"}`),
		"unplaced":         fill(`"unplaced":[`, `{"value":1},`, `]}`),
		"unplaced wrongly": fill(`"unplaced":[`, `{"x":1},`, `]}`),
	} {
		began := time.Now()
		r, mends, err := casework.ParseRequest(data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%s: %d bytes took %s", name, len(data), took)
		}
		if len(mends) > 210 {
			t.Errorf("%s: %d things to mend, more than a person reads", name, len(mends))
		}
		stable(t, r)
	}
}

// stable holds that a request written and read again is the same.
func stable(t testing.TB, r casework.Request) {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatalf("write the request: %v", err)
	}
	if len(data) > casework.MaxRequest {
		return
	}
	again, mends, _ := casework.ParseRequest(data)
	if diff := cmp.Diff(r, again); diff != "" {
		t.Errorf("written and read again (-first +again):\n%s", diff)
	}
	if diff := cmp.Diff(r.ToMend(), mends); diff != "" {
		t.Errorf("to mend, read again (-first +again):\n%s", diff)
	}
}

func FuzzParseRequest(f *testing.F) {
	files, _ := filepath.Glob("../examples/*/request.json")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(casetest.RequestJSON(f, nil))
	f.Add([]byte(`{"received_at":"2026-11-23","requester":"x","child":{"surname":"\ud800","upn":"U871200025001"},"child":{"do":[[]]},"family":"x","cycles":{"start":[]},"unplaced":[{"path":3},4]}`))
	f.Add([]byte("\xff\xfe{\x00}\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, mends, err := casework.ParseRequest(data)
		if err != nil && !errors.Is(err, casework.ErrUnreadable) && !errors.Is(err, casework.ErrNoChild) && !errors.Is(err, casework.ErrNoReceiptFacts) {
			t.Fatalf("none of the three reasons: %v", err)
		}
		if errors.Is(err, casework.ErrUnreadable) {
			return
		}
		for _, m := range mends {
			if m.What == "" {
				t.Errorf("%+v does not say what is wrong", m)
			}
		}
		stable(t, r)
		if err == nil {
			if _, err := casework.Open(r, casework.Intake{Ref: casetest.Ref}); err != nil {
				t.Errorf("it parsed, and does not open: %v", err)
			}
		}
	})
}
