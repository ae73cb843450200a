package service

import (
	"context"
	"errors"
	"slices"
	"sync"

	"sendpanel/casework"
	"sendpanel/records"
)

// roll is the roll-call of the cases whose workflows have begun here. It is brought to the register now and then, many in
// one transaction, so that no workflow waits for it: a case that was not noted yet when the machine stopped is started once
// more, which changes nothing.
type roll struct {
	register *records.Register
	mu       sync.Mutex
	seen     []casework.Ref
}

// call notes that a case is carried.
func (r *roll) call(refs ...casework.Ref) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.seen = append(r.seen, refs...)
}

// bring notes in the register who was called since the last time.
func (r *roll) bring(ctx context.Context) error {
	r.mu.Lock()
	seen := r.seen
	r.seen = nil
	r.mu.Unlock()
	var all error
	for some := range slices.Chunk(seen, rollAtOnce) {
		if err := r.register.MarkAwake(ctx, some...); err != nil {
			r.call(some...) // the next time
			all = errors.Join(all, err)
		}
	}
	return all
}

// rollAtOnce is how many cases are noted in one transaction, so that nobody waits long for it.
const rollAtOnce = 200
