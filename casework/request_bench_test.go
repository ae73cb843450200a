package casework

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// fullPart fills in every field of a part; lists have as many entries as a long request has.
func fullPart(p *partShape, entries int) map[string]any {
	part := map[string]any{}
	for _, f := range p.fields {
		one := func(rules []tagRule) any {
			if f.part != nil {
				return fullPart(f.part, max(entries/2, 1))
			}
			for _, r := range rules {
				if c, ok := checkOf(r.tag); ok {
					return c.like
				}
			}
			if word, ok := tagParam(rules, "oneof"); ok {
				return strings.Fields(word)[0]
			}
			words := strings.Repeat("Follows a two-part instruction in 4 of 5 trials. ", 4)
			return words[:min(len(words), most(rules, len(words)))]
		}
		if f.name == "unplaced" {
			continue
		}
		if !f.list {
			part[f.name] = one(f.own)
			continue
		}
		list := make([]any, min(entries, most(f.own, entries)))
		for i := range list {
			list[i] = one(f.entry)
		}
		part[f.name] = list
	}
	return part
}

func most(rules []tagRule, otherwise int) int {
	if param, ok := tagParam(rules, "max"); ok {
		if n, err := strconv.Atoi(param); err == nil {
			return n
		}
	}
	return otherwise
}

// BenchmarkParseRequest reads a request in which every field is filled in, longer than a real one: those have 20 to
// 80 KB. It should stay well under 2 ms.
func BenchmarkParseRequest(b *testing.B) {
	request := fullPart(requestShape(), 6)
	request["received_at"], request["channel"], request["schema"] = "2026-11-23T09:15:00Z", "portal", RequestSchema
	for i, cycle := range request["cycles"].([]any) {
		c := cycle.(map[string]any)
		c["start"], c["reviewed"] = fmt.Sprintf("2025-%02d-06", i+1), fmt.Sprintf("2025-%02d-01", i+2)
		for _, done := range c["do"].([]any) {
			for _, name := range []string{"annual_cost", "ratio", "end"} {
				delete(done.(map[string]any), name) // where the examples of two fields do not agree
			}
		}
	}
	data, err := json.Marshal(request)
	if err != nil {
		b.Fatal(err)
	}
	if _, mends, _ := ParseRequest(data); len(mends) > 20 {
		b.Fatalf("%d things are to mend, so that it is not the usual case: %v", len(mends), mends)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := ParseRequest(data); err != nil {
			b.Fatal(err)
		}
	}
}
