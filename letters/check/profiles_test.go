package check

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// ruleRow is a row of docs/pdf-rules.md: a rule of a profile, the rule here that looks at it, and the fault that proves it.
var ruleRow = regexp.MustCompile("(?m)^\\| ([0-9.]+-[0-9]+) \\| (.+) \\| `(.+)` \\| (.+) \\|$")

// TestEveryRuleOfTheProfilesIsLookedAt holds the tables of docs/pdf-rules.md to the rulebook and to the faults: each rule of
// veraPDF’s profiles has a row, and each row a fault that the rule it names tells of.
func TestEveryRuleOfTheProfilesIsLookedAt(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "pdf-rules.md"))
	if err != nil {
		t.Fatal(err)
	}
	proves := map[string]Rule{}
	for _, m := range mutants {
		if proves[m.name] != "" {
			t.Errorf("two faults are called %q", m.name)
		}
		proves[m.name] = m.rule
	}
	for _, f := range faultsOfTheFrame {
		proves[f.name] = f.rule
	}
	_, tables, found := strings.Cut(string(page), "\n## PDF/UA-1\n")
	ua, archive, both := strings.Cut(tables, "\n## PDF/A-2a\n")
	if !found || !both {
		t.Fatal("docs/pdf-rules.md has not the two tables")
	}
	for _, profile := range []struct {
		name, table string
		rules       int
	}{{"PDF/UA-1", ua, 106}, {"PDF/A-2a", archive, 153}} {
		rows := ruleRow.FindAllStringSubmatch(profile.table, -1)
		if len(rows) != profile.rules {
			t.Errorf("%s has %d rows, and the profile has %d rules", profile.name, len(rows), profile.rules)
		}
		seen := map[string]bool{}
		for _, row := range rows {
			if seen[row[1]] {
				t.Errorf("%s %s has two rows", profile.name, row[1])
			}
			seen[row[1]] = true
			if rule := proves[row[4]]; rule == "" || string(rule) != row[3] {
				t.Errorf("%s %s: the fault %q proves %q, not %s", profile.name, row[1], row[4], rule, row[3])
			}
		}
	}
}
