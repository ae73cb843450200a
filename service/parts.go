package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/records"
	"sendpanel/service/metrics"
)

// caseRegister is the register as the case's activities want it: what a person did is looked up in the council's settings
// in the transaction that records it.
type caseRegister struct {
	*records.Register
	roll    *roll
	figures *metrics.Figures
	log     *slog.Logger
}

// MarkAwake notes that a workflow carries the case.
func (r caseRegister) MarkAwake(ref casework.Ref) { r.roll.call(ref) }

func (r caseRegister) Record(ctx context.Context, ref casework.Ref, events []casework.Event) error {
	began := time.Now()
	err := r.RecordChecked(ctx, ref, events, func(in council.Council, before casework.Case, e casework.Event) error {
		return in.ConfirmsIn(before, e)
	})
	r.figures.Recorded(time.Since(began))
	var conflict records.ConflictError
	if errors.As(err, &conflict) {
		return fmt.Errorf("%w: %w", activities.ErrConflict, err)
	}
	if err == nil {
		oweNotices(ctx, r.Register, r.log, ref, events)
	}
	return err
}
