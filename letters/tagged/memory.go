package tagged

import "sync"

// tree counts elements and contents as they are added. Its memory is used again for the next document.
type tree struct {
	root     *Element
	elements chunks[Element]
	contents chunks[Content]
	kids     chunks[kid]
}

func (t *tree) newElement() *Element {
	e := &t.elements.take(1)[0]
	e.tree, e.kids = t, e.first[:0]
	return e
}

func (t *tree) newContent() *Content {
	c := &t.contents.take(1)[0]
	c.Order, c.marks = t.contents.taken-1, c.first[:0]
	return c
}

var trees = sync.Pool{New: func() any { return &tree{} }}

func newTree() *tree {
	t := trees.Get().(*tree)
	t.root = t.newElement()
	t.root.kind = "Document"
	return t
}

// leave gives the memory back, with nothing of the document left in it.
func (t *tree) leave() {
	t.root = nil
	t.elements.clear()
	t.contents.clear()
	t.kids.clear()
	trees.Put(t)
}

// chunks hands out parts of pieces of memory that stay where they are.
type chunks[T any] struct {
	all   [][]T
	chunk int // that is handed out of
	used  int // of it
	taken int // altogether
}

// inChunk is how many a piece holds at the least, and mostChunks how many pieces are kept for the next document.
const (
	inChunk    = 128
	mostChunks = 32
)

// take gives so many empty ones.
func (c *chunks[T]) take(n int) []T {
	for c.chunk < len(c.all) && c.used+n > len(c.all[c.chunk]) {
		c.chunk, c.used = c.chunk+1, 0
	}
	if c.chunk == len(c.all) {
		c.all = append(c.all, make([]T, max(inChunk, n)))
	}
	c.used, c.taken = c.used+n, c.taken+n
	return c.all[c.chunk][c.used-n : c.used : c.used]
}

func (c *chunks[T]) clear() {
	for i := range min(c.chunk+1, len(c.all)) {
		clear(c.all[i])
	}
	c.all = c.all[:min(len(c.all), mostChunks)]
	c.chunk, c.used, c.taken = 0, 0, 0
}
