package portal

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/casework/casetest"
)

// TestTheListComesPageByPage follows “next” through all requests of a school, each of which comes once.
func TestTheListComesPageByPage(t *testing.T) {
	s := newSite(t)
	b := s.system("canal-street-primary", "nicola.brandt")
	var sent []casework.Ref
	for i := range 7 {
		s.now = s.now.AddDate(0, 0, i%3)
		got := b.sends(casetest.RequestJSON(t, func(r map[string]any) {
			canalStreet(r)
			child := r["child"].(map[string]any)
			delete(child, "upn")
			child["surname"] = fmt.Sprint("Child", string(rune('A'+i)))
		}))
		var said apiReceived
		if err := json.Unmarshal([]byte(got.body), &said); err != nil || said.Request == nil {
			t.Fatalf("%v: %s", err, got.body)
		}
		sent = append(sent, said.Request.Ref)
	}
	var listed []casework.Ref
	at := "/api/requests?limit=3"
	for page := 1; at != ""; page++ {
		var list apiCases
		if err := json.Unmarshal([]byte(b.get(at).body), &list); err != nil || len(list.Requests) > 3 || page > 3 {
			t.Fatalf("page %d at %s: %v, %+v", page, at, err, list)
		}
		for _, c := range list.Requests {
			listed = append(listed, c.Ref)
		}
		at = list.Next
	}
	slices.Sort(sent)
	slices.Sort(listed)
	if !slices.Equal(sent, listed) {
		t.Errorf("sent %v, listed %v", sent, listed)
	}
	for query, path := range map[string]string{"limit=0": "limit", "limit=many": "limit", "limit=201": "limit", "after=x": "after", "after=2026-12-01.SEN-1": "after"} {
		got := b.get("/api/requests?" + query)
		if got.status != http.StatusBadRequest {
			t.Errorf("%s is answered with %d", query, got.status)
		}
		got.wantText(t, `"path":"`+path+`"`, `"mend":"`)
	}
}

// TestWrongTokensAreSlowedDown: a flood of wrong tokens from one address is told to wait, and the good one opens from there
// all the same.
func TestWrongTokensAreSlowedDown(t *testing.T) {
	s := newSite(t)
	good, wrong := s.system("canal-street-primary", "nicola.brandt"), s.browser()
	wrong.http.Transport = withToken{tokenOf("somebody")}
	for range firstMisses {
		if got := wrong.get("/api/requests"); got.status != http.StatusUnauthorized {
			t.Fatalf("a wrong token is answered with %d", got.status)
		}
	}
	if got := wrong.get("/api/requests"); got.status != http.StatusTooManyRequests || got.header.Get("Retry-After") == "" {
		t.Errorf("the flood is answered with %d", got.status)
	}
	if got := good.get("/api/requests"); got.status != http.StatusOK {
		t.Errorf("the good token is shut out: %d", got.status)
	}
	s.now = s.now.Add(missEvery + time.Second)
	if got := wrong.get("/api/requests"); got.status != http.StatusUnauthorized {
		t.Errorf("later a wrong token is answered with %d", got.status)
	}
}

// TestEveryReferenceInTheDescriptionLeadsSomewhere, and the request is described in full.
func TestEveryReferenceInTheDescriptionLeadsSomewhere(t *testing.T) {
	data, err := openAPI()
	if err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	schemas := doc["components"].(map[string]any)["schemas"].(map[string]any)
	refs := 0
	var walk func(any)
	walk = func(at any) {
		switch at := at.(type) {
		case []any:
			for _, item := range at {
				walk(item)
			}
		case map[string]any:
			for key, value := range at {
				if text, is := value.(string); key == "$ref" && is {
					refs++
					if _, there := schemas[strings.TrimPrefix(text, schemasAt)]; !there {
						t.Errorf("%s leads nowhere", text)
					}
				}
				walk(value)
			}
		}
	}
	walk(doc)
	var whole struct {
		Properties map[string]any
		Defs       map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(casework.RequestSchemaJSON(), &whole); err != nil {
		t.Fatal(err)
	}
	described := schemas[requestSchemaName].(map[string]any)["properties"].(map[string]any)
	for name := range whole.Properties {
		if described[name] == nil {
			t.Errorf("%s of a request is not described", name)
		}
	}
	for name := range whole.Defs {
		if schemas[requestSchemaName+name] == nil {
			t.Errorf("%s of a request is not described", name)
		}
	}
	if refs < 20 {
		t.Errorf("only %d references", refs)
	}
}
