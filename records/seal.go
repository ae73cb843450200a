package records

import (
	"context"
	"database/sql"
	"fmt"
)

// sealBatch is how many ends of chains are sealed in one transaction, so that nobody waits long for them.
const sealBatch = 200

// SealHeads seals the end of every chain that has grown since its last seal, in batches, and gives how many it sealed.
// Only one writer seals at a time; others wait their turn.
//
// An end that is sealed cannot be torn off without showing.
func (r *Register) SealHeads(ctx context.Context) (int, error) {
	total := 0
	for {
		n := 0
		err := r.write(ctx, func(t tx) (err error) {
			n, err = r.sealSome(ctx, t)
			return err
		})
		total += n
		if err != nil {
			return total, fmt.Errorf("seal the ends of chains: %w", err)
		}
		if n < sealBatch {
			return total, nil
		}
	}
}

// grown is the end of a chain that has grown since its last seal.
type grown struct {
	chain   string
	entries int64
	head    []byte
}

func (r *Register) sealSome(ctx context.Context, t tx) (int, error) {
	end, err := t.tailOrNew(ctx, sealLedger(), "")
	if err != nil {
		return 0, err
	}
	var ends []grown
	const unsealed = `SELECT name, entries, head FROM chains WHERE entries > sealed AND name <> ? ORDER BY name LIMIT ?`
	if err := t.each(ctx, func(rows *sql.Rows) error {
		var g grown
		err := rows.Scan(&g.chain, &g.entries, &g.head)
		ends = append(ends, g)
		return err
	}, unsealed, sealLedger().chain(""), sealBatch); err != nil {
		return 0, err
	}
	now := r.now()
	for _, g := range ends {
		if _, err := t.add(ctx, end, nil, g.chain, g.entries, g.head, now); err != nil {
			return 0, err
		}
		if err := t.exec(ctx, `UPDATE chains SET sealed = ? WHERE name = ?`, g.entries, g.chain); err != nil {
			return 0, err
		}
	}
	return len(ends), t.save(ctx, end)
}
