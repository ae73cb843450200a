package records

import (
	"context"
	"database/sql"
	"fmt"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Figures say how many, never who.
type Figures struct {
	ByStage  map[casework.Stage]int // open cases
	ByClock  map[string]int         // open cases, by [casework.Case.Clock]
	DueSoon  int                    // open cases on a running clock to be sent by a day or earlier
	Unsealed int                    // entries of all chains that no seal covers yet
}

// Figures counts the open cases, from their rows, and the end of the chains that no seal covers yet. Soon is the day up to
// which a case counts as due soon.
func (r *Register) Figures(ctx context.Context, soon statute.Day) (Figures, error) {
	const cases = `SELECT stage, clock, COUNT(*), SUM(CASE WHEN send_by <= ? THEN 1 ELSE 0 END) FROM cases WHERE is_open = 1 GROUP BY stage, clock`
	const unsealed = `SELECT COALESCE(SUM(entries - sealed), 0) FROM chains WHERE entries > sealed`
	var f Figures
	err := r.read(ctx, func(t tx) error {
		f = Figures{ByStage: map[casework.Stage]int{}, ByClock: map[string]int{}}
		err := t.each(ctx, func(rows *sql.Rows) error {
			var stage casework.Stage
			var clock string
			var n, near int
			err := rows.Scan(&stage, &clock, &n, &near)
			f.ByStage[stage] += n
			f.ByClock[clock] += n
			switch clock {
			case "met", "met late", "ended":
			default:
				f.DueSoon += near
			}
			return err
		}, cases, soon.String())
		if err != nil {
			return err
		}
		return t.row(ctx, unsealed).Scan(&f.Unsealed)
	})
	if err != nil {
		return Figures{}, fmt.Errorf("count the open cases: %w", err)
	}
	return f, nil
}
