package records

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
)

// AlikeError is that another case, which may be about the same child, was opened while the request was on its way. Look at
// the cases named: join the request to one of them, or give them as [Receipt.Seen].
type AlikeError struct{ Refs []casework.Ref }

func (e AlikeError) Error() string {
	names := make([]string, len(e.Refs))
	for i, ref := range e.Refs {
		names[i] = string(ref)
	}
	return "another open case may be about the same child: " + strings.Join(names, ", ")
}

// nobodyAlike makes sure, to the end of the transaction, that no open case but those seen resembles the child.
func (t tx) nobodyAlike(ctx context.Context, in Receipt) error {
	if in.Child.UPN == "" && in.Child.DateOfBirth.IsZero() {
		return nil
	}
	if err := t.holdChild(ctx, in.Child); err != nil {
		return err
	}
	alike, err := t.resembling(ctx, in.Child)
	if err != nil {
		return fmt.Errorf("find cases about the same child: %w", err)
	}
	alike = slices.DeleteFunc(alike, func(ref casework.Ref) bool { return slices.Contains(in.Seen, ref) })
	if len(alike) > 0 {
		return AlikeError{alike}
	}
	return nil
}

// resembling is what [Register.Resembling] lists.
func (t tx) resembling(ctx context.Context, who casework.Identity) ([]casework.Ref, error) {
	const query = `SELECT ref FROM cases WHERE is_open = 1
		AND ((upn <> '' AND upn = ?) OR (born <> '' AND born = ? AND name_folded LIKE ?)) ORDER BY ref`
	return t.refs(ctx, query, storable(strings.ToUpper(who.UPN)), who.DateOfBirth.String(), casework.FoldedName(who.Surname)+" %")
}

// holdChild lets one transaction at a time ask about a child: about a unique pupil number, and about a date of birth with a
// surname. The locks are taken in their order, so that no two wait for each other. SQLite has one writer at a time and needs
// none.
func (t tx) holdChild(ctx context.Context, who casework.Identity) error {
	if t.d.hold == "" {
		return nil
	}
	var locks []int64
	if who.UPN != "" {
		locks = append(locks, lockOf("upn", strings.ToUpper(who.UPN)))
	}
	if !who.DateOfBirth.IsZero() {
		locks = append(locks, lockOf("born", who.DateOfBirth.String(), casework.FoldedName(who.Surname)))
	}
	slices.Sort(locks)
	for _, lock := range locks {
		if err := t.exec(ctx, t.d.hold, lock); err != nil {
			return fmt.Errorf("wait for another request about the same child: %w", err)
		}
	}
	return nil
}

// lockOf numbers what is locked. That two children share a number now and then only makes one request wait for the other.
func lockOf(parts ...string) int64 {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return int64(binary.BigEndian.Uint64(sum[:8]))
}
