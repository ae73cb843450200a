package portal

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"sendpanel/casework/casetest"
	"sendpanel/statute"
)

// contract is the description of the API as a test reads it.
type contract struct {
	Paths      map[string]map[string]contractOperation
	Components struct {
		Schemas map[string]map[string]any
	}
}

type contractOperation struct {
	Responses map[string]struct {
		Content map[string]struct{ Schema map[string]any }
	}
}

var readContract = sync.OnceValues(func() (contract, error) {
	var c contract
	data, err := openAPI()
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	return c, err
})

// operation finds the description of what answers a path.
func (c contract) operation(method, path string) (name string, op contractOperation, known bool) {
	for template, methods := range c.Paths {
		shape := regexp.MustCompile(`\\\{[a-z]+\\\}`).ReplaceAllString(regexp.QuoteMeta(template), `[^/]+`)
		if op, has := methods[strings.ToLower(method)]; has && regexp.MustCompile("^"+shape+"$").MatchString(path) {
			return method + " " + template, op, true
		}
	}
	return "", op, false
}

// asDescribed holds an answer of the API against its description: status, type and every field. Each call that any test
// makes comes through here.
func (b *browser) asDescribed(r *http.Request, got page) {
	b.s.t.Helper()
	c, err := readContract()
	if err != nil {
		b.s.t.Fatal(err)
	}
	name, op, known := c.operation(r.Method, r.URL.Path)
	kind, _, _ := strings.Cut(got.header.Get("Content-Type"), ";")
	if !known {
		if kind != "application/problem+json" && got.status != http.StatusMethodNotAllowed {
			b.s.t.Errorf("%s %s is not described and answers %d %s", r.Method, r.URL.Path, got.status, kind)
		}
		return
	}
	said, declared := op.Responses[fmt.Sprint(got.status)]
	if !declared && got.status >= http.StatusInternalServerError {
		said, declared = op.Responses["default"]
	}
	if !declared {
		b.s.t.Errorf("%s answers %d, which is not described: %s", name, got.status, got.body)
		return
	}
	of, right := said.Content[kind]
	if !right {
		b.s.t.Errorf("%s answers %d as %s, described as %v", name, got.status, kind, said.Content)
		return
	}
	b.s.mu.Lock()
	if b.s.answered == nil {
		b.s.answered = map[string]bool{}
	}
	b.s.answered[fmt.Sprint(name, " ", got.status)] = true
	b.s.mu.Unlock()
	if of.Schema == nil {
		return
	}
	var value any
	if err := json.Unmarshal([]byte(got.body), &value); err != nil {
		b.s.t.Errorf("%s: %v", name, err)
	}
	for _, wrong := range c.faults(of.Schema, value, "answer") {
		b.s.t.Errorf("%s %d is not as described: %s in %s", name, got.status, wrong, got.body)
	}
}

// faults lists where a value is not what a schema says.
func (c contract) faults(schema map[string]any, value any, at string) []string {
	if ref, is := schema["$ref"].(string); is {
		of, known := c.Components.Schemas[strings.TrimPrefix(ref, schemasAt)]
		if !known {
			return []string{at + " refers to " + ref + ", which is not there"}
		}
		return c.faults(of, value, at)
	}
	if !slices.Contains(typesOf(schema), jsonType(value)) {
		return []string{fmt.Sprintf("%s is %s, described as %v", at, jsonType(value), schema["type"])}
	}
	var wrong []string
	switch v := value.(type) {
	case map[string]any:
		known, _ := schema["properties"].(map[string]any)
		required, _ := schema["required"].([]any)
		for _, name := range required {
			if _, has := v[name.(string)]; !has {
				wrong = append(wrong, fmt.Sprintf("%s lacks %s", at, name))
			}
		}
		for name, inner := range v {
			of, described := known[name].(map[string]any)
			if !described {
				wrong = append(wrong, at+" has "+name+", which is not described")
				continue
			}
			wrong = append(wrong, c.faults(of, inner, at+"."+name)...)
		}
	case []any:
		of, _ := schema["items"].(map[string]any)
		for i, inner := range v {
			wrong = append(wrong, c.faults(of, inner, fmt.Sprintf("%s[%d]", at, i))...)
		}
	case string:
		if _, err := statute.ParseDay(v); schema["format"] == "date" && err != nil {
			wrong = append(wrong, at+" is no date: "+v)
		}
	}
	return wrong
}

func typesOf(schema map[string]any) []string {
	switch t := schema["type"].(type) {
	case string:
		if t == "integer" {
			return []string{"number"}
		}
		return []string{t}
	case []any:
		var all []string
		for _, one := range t {
			all = append(all, typesOf(map[string]any{"type": one})...)
		}
		return all
	}
	return []string{"string", "number", "boolean", "object", "array", "null"}
}

func jsonType(value any) string {
	switch value.(type) {
	case nil:
		return "null"
	case string:
		return "string"
	case float64:
		return "number"
	case bool:
		return "boolean"
	case []any:
		return "array"
	}
	return "object"
}

// TestEveryOperationAnswersAsDescribed calls each one well and badly.
func TestEveryOperationAnswersAsDescribed(t *testing.T) {
	s := newSite(t)
	b, nobody := s.system("canal-street-primary", "nicola.brandt"), s.browser()
	other := s.system("millbrook-primary", "lucy.hartley")
	told := s.refusedAt(statute.Date(2026, 12, 11).At(18, 0))
	got := b.sends(casetest.RequestJSON(t, func(r map[string]any) { canalStreet(r); r["child"].(map[string]any)["surname"] = "Another" }))
	var said apiReceived
	if err := json.Unmarshal([]byte(got.body), &said); err != nil || said.Request == nil {
		t.Fatalf("%v: %s", err, got.body)
	}
	at := "/api/requests/" + string(said.Request.Ref)
	add := []string{"Content-Disposition", "attachment; filename=log.pdf", "Document-Class", "action_taken"}
	b.get("/api/openapi.json")
	b.get("/api/requests")
	b.get("/api/requests?limit=0")
	b.get(at)
	b.get("/api/requests/" + string(told))
	b.call(http.MethodPost, at+"/documents", aPDF(), add...)
	b.call(http.MethodPut, at+"/documents", aPDF(), add...)
	b.call(http.MethodPut, at+"/documents", nil)
	b.get(at + "/letters")
	b.get("/api/requests/" + string(told) + "/letters")
	b.get("/api/requests/" + string(told) + "/letters/decision-not-to-assess-school.school." + decisionSeq(t, s, told) + ".1")
	b.sends([]byte(`{"requester":{"name":"A"}}`))
	b.call(http.MethodPost, "/api/requests", []byte("{}"), "Content-Type", "text/plain")
	for _, path := range []string{"/api/requests", at, at + "/letters", at + "/letters/x"} {
		nobody.get(path)
		other.get(path)
	}
	c, err := readContract()
	if err != nil {
		t.Fatal(err)
	}
	for path, methods := range c.Paths {
		for method := range methods {
			name := strings.ToUpper(method) + " " + path
			if !slices.ContainsFunc([]int{200, 201}, func(status int) bool { return s.answered[fmt.Sprint(name, " ", status)] }) {
				t.Errorf("%s was not answered well once", name)
			}
			if path != "/api/openapi.json" && !s.answered[name+" 401"] && method == "get" {
				t.Errorf("%s was not asked without a token", name)
			}
		}
	}
}

// TestTheExamplesOfTheAPIRun sends what docs/api.md shows, as it stands there but for the address and the reference.
func TestTheExamplesOfTheAPIRun(t *testing.T) {
	for _, tool := range []string{"curl", "sh"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("no %s", tool)
		}
	}
	text, err := os.ReadFile(filepath.Join("..", "docs", "api.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "```sh\n")
	script, _, shown := strings.Cut(rest, "```")
	if !shown || strings.Count(script, "curl ") < 2 {
		t.Fatalf("docs/api.md shows no calls: %q", script)
	}
	s := newSite(t)
	s.system("canal-street-primary", "nicola.brandt")
	ref := s.receive(canalStreet).Ref
	script = strings.NewReplacer("https://send.northmere.example", s.http.URL, "SEN-2026-0412-E", string(ref), "curl ", `curl -sS -w '%{http_code}\n' `).Replace(script)
	if _, err := exec.LookPath("uuidgen"); err != nil {
		script = "uuidgen() { echo 7b1f4d1e-3c52-4a39-9d56-0d0f6f3c9a11; }\n" + script
	}
	dir := t.TempDir()
	for name, content := range map[string][]byte{"request.json": casetest.RequestJSON(t, func(r map[string]any) { canalStreet(r); r["child"].(map[string]any)["surname"] = "Another" }), "map.pdf": aPDF()} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run := exec.CommandContext(t.Context(), "sh", "-eu", "-c", script)
	run.Dir, run.Env = dir, append(os.Environ(), "TOKEN="+tokenOf("canal-street-primary"))
	out, err := run.CombinedOutput()
	if err != nil || strings.Count(string(out), "201\n") != 2 {
		t.Errorf("the examples gave %v: %s", err, out)
	}
}
