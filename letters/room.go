package letters

import "sync"

// room is memory for laying out a letter, used again for the next one.
type room struct {
	boxes []box
	marks arena[op]
	rows  arena[span]
	lines arena[line]
}

var rooms = sync.Pool{New: func() any { return &room{boxes: make([]box, 0, 256)} }}

// leave gives the room back, with nothing of the letter left in it.
func (r *room) leave() {
	clear(r.boxes[:cap(r.boxes)])
	r.boxes = r.boxes[:0]
	r.marks.clear()
	r.rows.clear()
	r.lines.clear()
	rooms.Put(r)
}

// arena hands out parts of one piece of memory.
type arena[T any] struct {
	all  []T
	used int
}

// take gives so many empty ones. What was taken before stays as it is.
func (a *arena[T]) take(n int) []T {
	const few = 256
	if a.used+n > len(a.all) {
		a.all, a.used = make([]T, max(few, 2*len(a.all), n)), 0
	}
	a.used += n
	return a.all[a.used-n : a.used : a.used]
}

func (a *arena[T]) clear() {
	clear(a.all[:a.used])
	a.used = 0
}
