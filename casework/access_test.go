package casework_test

import (
	"flag"
	"os"
	"slices"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/meeting"
)

var updateAccess = flag.Bool("update-access", false, "write docs/access.md from the table of commands")

const accessPage = "../docs/access.md"

// TestThePageOfCommandsIsCurrent compares docs/access.md with the table that is enforced.
func TestThePageOfCommandsIsCurrent(t *testing.T) {
	want := "# Who may do what, and when\n\nMade from `casework.Rules` by `go test ./casework -run ThePageOfCommands -update-access`.\n" +
		"A command is refused in any other stage and to anybody else, wherever it comes from.\n\n" + casework.AccessTable() +
		"\n## Meetings of panels\n\nMade from `meeting.Rules`. A meeting is called first; the other commands follow.\n\n" + meeting.AccessTable()
	if *updateAccess {
		if err := os.WriteFile(accessPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(accessPage); err != nil || string(got) != want {
		t.Errorf("%s is not what the table says (%v). Write it again with -update-access", accessPage, err)
	}
}

// TestEveryCommandHasARule: no command can be read without a row in the table, and no row is without stages and roles.
func TestEveryCommandHasARule(t *testing.T) {
	seen := map[casework.ActKind]bool{}
	for _, r := range casework.Rules() {
		if len(r.In) == 0 || len(r.By) == 0 || r.Words == "" || seen[r.Act] {
			t.Errorf("the rule of %s is empty or doubled: %+v", r.Act, r)
		}
		seen[r.Act] = true
		act, err := casework.ReadAct(r.Act, []byte("{}"))
		if err != nil || act.Kind() != r.Act {
			t.Errorf("%s reads as %v, %v", r.Act, act, err)
		}
		challenges := r.Act == casework.ActAppeal || r.Act == casework.ActMediation // a case is taken up again for these alone
		if slices.Contains(r.In, casework.StageClosed) != challenges {
			t.Errorf("%s may be given in a closed case", r.Act)
		}
	}
}
