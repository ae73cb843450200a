package records

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"sendpanel/casework"
)

// Dispose destroys the content of one entry of a case, where the law demands it: a document of another child, an
// adoption, the end of the time for keeping it. Entry 0 is the request as it arrived. That it happened, why and by whom
// is recorded; run again it does nothing.
//
// The chain still holds, for it covers only a salted digest, and the salt goes with the content. In the place of an
// event a stand-in is kept, with a digest of its own in a chain: its kind, its day and its references, and nothing that
// anybody wrote. [Register.Events] gives it from then on, so that the case still folds and goes on. Where it is the
// first event, the child also disappears from the case's row.
//
// Copies outside the register (backups, PostgreSQL's own log and the pages that VACUUM has yet to free) are not reached.
func (r *Register) Dispose(ctx context.Context, ref casework.Ref, seq int, why, by string) error {
	doing := fmt.Sprintf("dispose of entry %d of %s", seq, ref)
	return r.disposing(ctx, doing, why, by, func(t tx) error { return r.dispose(ctx, t, ref, seq, why, by) })
}

// disposing runs a disposal in a transaction and has the database leave no copy behind.
func (r *Register) disposing(ctx context.Context, doing, why, by string, do func(tx) error) error {
	if strings.TrimSpace(why) == "" || strings.TrimSpace(by) == "" {
		return fmt.Errorf("%s: say why and by whom", doing)
	}
	err := r.write(ctx, do)
	if err == nil && r.dialect.erase != "" {
		_, err = r.db.ExecContext(ctx, r.dialect.erase)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
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
	content, err := t.contentOf(ctx, ref, seq)
	if errors.As(err, new(DisposedError)) {
		return nil
	}
	if err != nil && !errors.As(err, new(DamageError)) { // what is damaged may still have to go
		return err
	}
	if err == nil && seq > 0 {
		if err := r.keepStandIn(ctx, t, ref, seq, content); err != nil {
			return err
		}
	}
	if err := r.destroy(ctx, t, caseChain(ref), int64(seq), why, by); err != nil || seq == 0 {
		return err
	}
	return t.refold(ctx, ref, seq)
}

// keepStandIn stores what is left of an event.
func (r *Register) keepStandIn(ctx context.Context, t tx, ref casework.Ref, seq int, content []byte) error {
	var e casework.Event
	if err := json.Unmarshal(content, &e); err != nil {
		return err
	}
	left, err := json.Marshal(standIn(e))
	if err != nil {
		return err
	}
	_, err = t.append(ctx, redactionLedger(), "", left, caseChain(ref), int64(seq), r.now())
	return err
}

// destroy removes a content and records that it was.
func (r *Register) destroy(ctx context.Context, t tx, chain string, n int64, why, by string) error {
	if err := t.exec(ctx, `DELETE FROM contents WHERE chain = ? AND n = ?`, chain, n); err != nil {
		return err
	}
	_, err := t.append(ctx, disposalLedger(), "", nil, chain, n, r.now(), by, why)
	return err
}

// refold makes the case's row again from what is left of its events. Where too little is left, the child goes from the
// row with the first event all the same.
func (t tx) refold(ctx context.Context, ref casework.Ref, seq int) error {
	t.kept.forget(ref)
	events, _, err := t.eventsAfter(ctx, ref, 0)
	if err == nil {
		if c, err := casework.Fold(events); err == nil {
			return t.putCase(ctx, c)
		}
	}
	if err != nil && !errors.As(err, new(DisposedError)) && !errors.As(err, new(DamageError)) {
		return err
	}
	if seq != 1 {
		return nil
	}
	const forget = `UPDATE cases SET child = '', name_folded = '', born = '', upn = '' WHERE ref = ?`
	return t.exec(ctx, forget, string(ref))
}

// DisposeLetter destroys a letter: its text and its file. That there was one, with its key, its date and the hash of
// its file, stays, and so do why and by whom it was destroyed. Run again it does nothing.
func (r *Register) DisposeLetter(ctx context.Context, ref casework.Ref, key casework.LetterKey, why, by string) error {
	doing, shared, sum := fmt.Sprintf("dispose of letter %s of %s", key, ref), 0, ""
	err := r.disposing(ctx, doing, why, by, func(t tx) error {
		end, err := t.tailOf(ctx, letterLedger(), string(ref))
		if errors.Is(err, errNoChain) {
			return ErrNoLetter
		}
		if err != nil {
			return err
		}
		var n int64
		err = t.row(ctx, `SELECT n, sha256 FROM letters WHERE ref = ? AND key = ?`, string(ref), key.String()).Scan(&n, &sum)
		if isMissing(err) {
			return ErrNoLetter
		}
		if err != nil {
			return err
		}
		chain, gone := end.ledger.chain(end.of), 0
		if err := t.row(ctx, `SELECT COUNT(*) FROM disposals WHERE chain = ? AND entry = ?`, chain, n).Scan(&gone); err != nil {
			return err
		}
		if gone == 0 {
			if err := r.destroy(ctx, t, chain, n, why, by); err != nil {
				return err
			}
		}
		return t.row(ctx, stillKept, sum, letterLedger().name+"/").Scan(&shared)
	})
	if err != nil || shared > 0 {
		return err
	}
	// The file goes last: where this is cut short, the disposal is recorded, and run again it removes the file.
	if err := r.files.Remove(ctx, sum); err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}

// stillKept counts the letters that have the same file and have not been disposed of.
const stillKept = `SELECT COUNT(*) FROM letters l WHERE l.sha256 = ?
	AND NOT EXISTS (SELECT 1 FROM disposals d WHERE d.chain = ? || l.ref AND d.entry = l.n)`
