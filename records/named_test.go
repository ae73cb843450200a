package records

import (
	"context"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/statute"
)

// TestWhomWordsName: children of other open cases, by name in either order or by number; not of the case itself, and not of
// one whose name only begins alike.
func TestWhomWordsName(t *testing.T) {
	forEachStore(t, func(t *testing.T, fresh func(testing.TB) home) {
		ctx, r := context.Background(), fresh(t).open(t)
		own := receive(t, r, "own")
		ada := casework.Identity{Surname: "Okoro-Bell", Forenames: "Ada Grace", DateOfBirth: statute.Date(2017, 2, 11), UPN: "U871200025003"}
		receive(t, r, "ada", func(o *casework.Opened) { o.Child = ada })
		for text, want := range map[string]int{
			"A report on Ada Okoro-Bell.":         1,
			"OKORO BELL Ada":                      1,
			"U871200025003":                       1,
			"Ad Okoro-Bell":                       0,
			"Tobias Fenwick":                      0, // the case itself
			"Nothing of anybody.":                 0,
			strings.Repeat("Anna Berta Cara ", 2): 0,
		} {
			found, err := r.Named(ctx, casework.ReadNames(text), own)
			if err != nil || len(found) != want {
				t.Errorf("%q names %+v, %v; want %d", text, found, err, want)
			}
			if len(found) == 1 && (found[0].Surname != "Okoro-Bell" || found[0].Forenames != "Ada Grace" || found[0].DateOfBirth != ada.DateOfBirth) {
				t.Errorf("%q names %+v", text, found[0])
			}
		}
	})
}
