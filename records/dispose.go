package records

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sendpanel/casework"
)

// Dispose destroys the content of one entry of a case, where the law demands it: a document of another child, an
// adoption, the end of the time for keeping it. Entry 0 is the request as it arrived. That it happened, why and by whom
// is recorded; run again it does nothing.
//
// The chain still holds, for it covers only a salted digest, and the salt goes with the content. From then on
// [Register.Events] and [Register.Record] give a [DisposedError] where the entry is an event. Where it is the first,
// the child also disappears from the case's row.
//
// Copies outside the register (backups, PostgreSQL's own log and the pages that VACUUM has yet to free) are not reached.
func (r *Register) Dispose(ctx context.Context, ref casework.Ref, seq int, why, by string) error {
	if strings.TrimSpace(why) == "" || strings.TrimSpace(by) == "" {
		return fmt.Errorf("dispose of entry %d of %s: say why and by whom", seq, ref)
	}
	err := r.write(ctx, func(t tx) error { return r.dispose(ctx, t, ref, seq, why, by) })
	if err == nil && r.dialect.erase != "" {
		_, err = r.db.ExecContext(ctx, r.dialect.erase)
	}
	if err != nil {
		return fmt.Errorf("dispose of entry %d of %s: %w", seq, ref, err)
	}
	return nil
}

func (r *Register) dispose(ctx context.Context, t tx, ref casework.Ref, seq int, why, by string) error {
	_, err := t.tailOf(ctx, caseLedger(), string(ref)) // nobody adds to the case meanwhile
	if errors.Is(err, errNoChain) {
		return ErrNoCase
	}
	if err != nil {
		return err
	}
	_, err = t.contentOf(ctx, ref, seq)
	if errors.As(err, new(DisposedError)) {
		return nil
	}
	if err != nil && !errors.As(err, new(DamageError)) { // what is damaged may still have to go
		return err
	}
	chain := caseChain(ref)
	if err := t.exec(ctx, `DELETE FROM contents WHERE chain = ? AND n = ?`, chain, seq); err != nil {
		return err
	}
	if seq == 1 {
		const forget = `UPDATE cases SET child = '', name_folded = '', born = '', upn = '' WHERE ref = ?`
		if err := t.exec(ctx, forget, string(ref)); err != nil {
			return err
		}
	}
	_, err = t.append(ctx, disposalLedger(), "", nil, chain, int64(seq), r.now(), by, why)
	return err
}
