package evidence

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/casework"
)

var update = flag.Bool("update", false, "write the golden texts anew; read the difference before it is committed")

// example reads the request of an example.
func example(t testing.TB, name string) casework.Request {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "examples", name, "request.json"))
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(data))
}

func parse(t testing.TB, text string) casework.Request {
	t.Helper()
	r, _, err := casework.ParseRequest([]byte(text))
	if err != nil {
		t.Fatalf("read the request: %v", err)
	}
	return r
}

// thin is the least that a school may send, changed by change.
func thin(change func(*casework.Request)) casework.Request {
	r := casework.Request{ReceivedAt: "2026-11-23T09:15:00Z", Reason: "Mina cannot learn as the others do.",
		Requester: casework.Requester{Type: "school", Name: "Ines Castle", Setting: "dale-road"},
		Child:     casework.Child{Surname: "Hollis", Forenames: "Mina", DateOfBirth: "2017-05-02"}}
	if change != nil {
		change(&r)
	}
	return r
}

func reply(t testing.TB) SchoolReply {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "reply.json"))
	if err != nil {
		t.Fatal(err)
	}
	r, mends, err := ParseReply(data)
	if err != nil || len(mends) > 0 {
		t.Fatalf("read the reply: %v, to mend %v", err, mends)
	}
	return r
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("read the golden text: %v (go test -update writes it)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("it differs from %s (-golden +now):\n%s", path, diff)
	}
}

func indented(t *testing.T, v any) string {
	t.Helper()
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
