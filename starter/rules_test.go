package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sendpanel/statute"
)

var updateLaw = flag.Bool("update-law", false, "write docs/law.md from the rules")

func rules(t *testing.T, cmd RulesCmd) string {
	t.Helper()
	var out bytes.Buffer
	if err := cmd.Run(&Streams{Out: &out}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestLawPageIsCurrent fails when a rule was changed and docs/law.md was not made again:
// go test ./starter -run LawPage -update-law.
func TestLawPageIsCurrent(t *testing.T) {
	path := filepath.Join("..", "docs", "law.md")
	want := rules(t, RulesCmd{Format: "markdown"})
	if *updateLaw {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("docs/law.md is not what starter rules prints (-rules +page); make it again with -update-law\n%s", diff)
	}
}

func TestRulesPrintsEveryRule(t *testing.T) {
	sets := statute.RuleSets()
	for _, format := range []string{"text", "markdown"} {
		text := rules(t, RulesCmd{Format: format})
		for _, r := range sets[len(sets)-1].Rules() {
			if !strings.Contains(text, string(r.ID)) || !strings.Contains(text, r.Cite) || !strings.Contains(text, r.Name) {
				t.Errorf("%s: %s is not whole", format, r.ID)
			}
		}
		if !strings.Contains(text, "unconfirmed") || !strings.Contains(text, "nobody yet") {
			t.Errorf("%s does not say what is unconfirmed and unsigned", format)
		}
	}
}

func TestRulesAsJSON(t *testing.T) {
	var got lawJSON
	if err := json.Unmarshal([]byte(rules(t, RulesCmd{Format: "json"})), &got); err != nil {
		t.Fatal(err)
	}
	if got.Schema != "sendpanel/law/1" || len(got.Rules) < 44 || len(got.Holidays) != 56 || got.Rules[0].ID != "T01" {
		t.Errorf("%s, %d rules, %d holidays", got.Schema, len(got.Rules), len(got.Holidays))
	}
}

func TestRulesOfAnEarlierDay(t *testing.T) {
	if text := rules(t, RulesCmd{Format: "text", On: "2014-12-01"}); !strings.Contains(text, "reg 45(4) as made") || strings.Contains(text, "T29.final") {
		t.Error("reg 45 of December 2014 is not the one that was made")
	}
	for _, on := range []string{"2014-08-31", "1 May"} {
		if err := (&RulesCmd{Format: "text", On: on}).Run(&Streams{Out: &bytes.Buffer{}}); err == nil {
			t.Errorf("rules were found for %q", on)
		}
	}
}
