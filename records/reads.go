package records

import (
	"context"
	"fmt"

	"sendpanel/casework"
	"sendpanel/statute"
)

// NoteRead records that somebody looked at a case: who, from which account on the machine, and at what ("summary",
// "letter decision-to-assess/family-1/7/1"). Reads have a chain for each day in London.
func (r *Register) NoteRead(ctx context.Context, by, account string, ref casework.Ref, what string) error {
	err := r.write(ctx, func(t tx) error {
		now := r.clock()
		_, err := t.append(ctx, readLedger(), statute.DayOf(now).String(), nil, stamped(now), by, account, string(ref), what)
		return err
	})
	if err != nil {
		return fmt.Errorf("record a read of %s: %w", ref, err)
	}
	return nil
}
