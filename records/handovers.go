package records

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"sendpanel/casework"
)

// Handover is one letter given to a carrier outside: begun before it is given, so that nobody gives it twice, and
// followed until the carrier says no more.
type Handover struct {
	Reference string // under which the carrier knows it: made by chance, and says nothing of anybody
	Ref       casework.Ref
	Letter    casework.LetterKey
	Way       string // the carrier, as "notify"
	SHA256    string // of the PDF, hexadecimal
	Begun     time.Time
	Carrier   string    // the carrier's own ID; empty while nobody knows whether it was taken
	Status    string    // what the carrier said last
	Told      time.Time // when it did
	Final     bool      // and that it will say no more
	Recalled  bool      // it was voided after it had been given
}

// ErrNoHandover says that no letter was given to a carrier under that reference or ID.
var ErrNoHandover = errors.New("no letter was handed over under this reference")

// BeginHandover notes that a letter is about to be given to a carrier, and under which reference. Begun before, it gives
// what was noted then: fresh is false.
func (r *Register) BeginHandover(ctx context.Context, ref casework.Ref, key casework.LetterKey, way, sha string) (h Handover, fresh bool, err error) {
	var chance [16]byte
	if _, err := rand.Read(chance[:]); err != nil {
		return Handover{}, false, fmt.Errorf("begin to hand over letter %s of %s: %w", key, ref, err)
	}
	reference := hex.EncodeToString(chance[:])
	err = r.write(ctx, func(t tx) error {
		var known string
		err := t.row(ctx, `SELECT reference FROM handovers WHERE ref = ? AND letter = ?`, string(ref), key.String()).Scan(&known)
		if err == nil || !errors.Is(err, sql.ErrNoRows) {
			fresh = false
			return err
		}
		fresh = true
		const add = `INSERT INTO handovers (reference, ref, letter, way, sha256, begun_at, carrier, status, told_at, final, recalled) VALUES (?, ?, ?, ?, ?, ?, '', '', '', 0, 0)`
		return t.exec(ctx, add, reference, string(ref), key.String(), way, sha, r.now())
	})
	if r.dialect.duplicate(err) { // another worker was faster
		err, fresh = nil, false
	}
	if err == nil {
		h, err = r.handover(ctx, `ref = ? AND letter = ?`, string(ref), key.String())
	}
	if err != nil {
		return Handover{}, false, fmt.Errorf("begin to hand over letter %s of %s: %w", key, ref, err)
	}
	return h, fresh, nil
}

// TakeHandover notes that the carrier took the letter, and its own ID for it.
func (r *Register) TakeHandover(ctx context.Context, reference, carrier string) error {
	return r.changeHandover(ctx, `UPDATE handovers SET carrier = ? WHERE reference = ? AND carrier IN ('', ?)`, carrier, reference, carrier)
}

// ReleaseHandover forgets a letter that the carrier surely did not take.
func (r *Register) ReleaseHandover(ctx context.Context, reference string) error {
	return r.changeHandover(ctx, `DELETE FROM handovers WHERE reference = ? AND carrier = ''`, reference)
}

// TellHandover notes what the carrier said of a letter, and whether it will say more.
func (r *Register) TellHandover(ctx context.Context, reference, status string, final bool) error {
	return r.changeHandover(ctx, `UPDATE handovers SET status = ?, told_at = ?, final = ? WHERE reference = ?`, status, r.now(), flag(final), reference)
}

// RecallHandover notes that a letter was voided after it had been given to a carrier. It reports whether there is one.
func (r *Register) RecallHandover(ctx context.Context, ref casework.Ref, key casework.LetterKey) (bool, error) {
	err := r.changeHandover(ctx, `UPDATE handovers SET recalled = 1 WHERE ref = ? AND letter = ?`, string(ref), key.String())
	if errors.Is(err, ErrNoHandover) {
		return false, nil
	}
	return err == nil, err
}

func (r *Register) changeHandover(ctx context.Context, update string, args ...any) error {
	err := r.write(ctx, func(t tx) error {
		done, err := t.ExecContext(ctx, t.d.rebind(update), args...)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, ErrNoHandover)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("note what became of a letter: %w", err)
	}
	return nil
}

// Handover finds a letter that was given to a carrier, by its reference or by the carrier's ID.
func (r *Register) Handover(ctx context.Context, referenceOrID string) (Handover, error) {
	if referenceOrID == "" {
		return Handover{}, ErrNoHandover
	}
	return r.handover(ctx, `reference = ? OR carrier = ?`, referenceOrID, referenceOrID)
}

// LetterHandover is what became of one letter at its carrier. The error is [ErrNoHandover] where none has had it.
func (r *Register) LetterHandover(ctx context.Context, ref casework.Ref, key casework.LetterKey) (Handover, error) {
	return r.handover(ctx, `ref = ? AND letter = ?`, string(ref), key.String())
}

// CaseHandovers lists the letters of a case that were given to a carrier, the oldest first.
func (r *Register) CaseHandovers(ctx context.Context, ref casework.Ref) ([]Handover, error) {
	list, err := r.handovers(ctx, `ref = ? ORDER BY begun_at`, string(ref))
	if err != nil {
		return nil, fmt.Errorf("list the letters of %s at carriers: %w", ref, err)
	}
	return list, nil
}

// OpenHandovers lists the letters that a carrier has and will say more of, the oldest first.
func (r *Register) OpenHandovers(ctx context.Context, way string) ([]Handover, error) {
	list, err := r.handovers(ctx, `way = ? AND final = 0 AND carrier <> '' ORDER BY begun_at`, way)
	if err != nil {
		return nil, fmt.Errorf("list the letters on their way: %w", err)
	}
	return list, nil
}

func (r *Register) handover(ctx context.Context, where string, args ...any) (Handover, error) {
	list, err := r.handovers(ctx, where, args...)
	if err == nil && len(list) == 0 {
		err = ErrNoHandover
	}
	if err != nil {
		return Handover{}, err
	}
	return list[0], nil
}

func (r *Register) handovers(ctx context.Context, where string, args ...any) ([]Handover, error) {
	var list []Handover
	err := r.read(ctx, func(t tx) error {
		list = nil
		const query = `SELECT reference, ref, letter, way, sha256, begun_at, carrier, status, told_at, final, recalled FROM handovers WHERE `
		return t.each(ctx, func(rows *sql.Rows) error {
			h, err := scanHandover(rows)
			list = append(list, h)
			return err
		}, query+where, args...)
	})
	return list, err
}

func scanHandover(rows *sql.Rows) (Handover, error) {
	var (
		h                        Handover
		ref, letter, begun, told string
		final, recalled          int
	)
	if err := rows.Scan(&h.Reference, &ref, &letter, &h.Way, &h.SHA256, &begun, &h.Carrier, &h.Status, &told, &final, &recalled); err != nil {
		return Handover{}, err
	}
	h.Ref, h.Final, h.Recalled = casework.Ref(ref), final != 0, recalled != 0
	if err := h.Letter.UnmarshalText([]byte(letter)); err != nil {
		return Handover{}, err
	}
	var err error
	if h.Begun, err = unstamped(begun); err == nil && told != "" {
		h.Told, err = unstamped(told)
	}
	return h, err
}

func flag(on bool) int {
	if on {
		return 1
	}
	return 0
}
