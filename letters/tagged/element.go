package tagged

// Element is a node of the structure tree: a paragraph, a list, the cell of a table. Its kids are in reading order,
// which is the order in which they were added.
type Element struct {
	kind   string
	parent *Element
	kids   []kid
	alt    string
	actual string
	lang   string
	attrs  string
	tree   *tree
	object int
	first  [1]kid // room for an only kid
}

// kid is one of an element, a stretch of content or a link.
type kid struct {
	element *Element
	content *Content
	link    *link
}

// Is reports whether the element is of a structure type.
func (e *Element) Is(kind string) bool { return e.kind == kind }

// hold adds a kid, in the tree’s memory where it has more than one.
func (e *Element) hold(k kid) {
	if n := len(e.kids); n == cap(e.kids) {
		more := e.tree.kids.take(max(4, 2*n))
		copy(more, e.kids)
		clear(e.kids)
		e.kids = more[:n]
	}
	e.kids = append(e.kids, k)
}

// Content is a stretch of an element’s content. Each time that it is begun on a page it is one marked-content sequence.
type Content struct {
	Owner *Element
	Order int // its place in the reading order of the whole document
	marks []mark
	first [1]mark // room for an only mark
}

// mark is a marked-content sequence of a page.
type mark struct{ page, id int }

// Add adds an element of a standard structure type: P, H1, L, LI, Table, TR, …
func (e *Element) Add(kind string) *Element {
	child := e.tree.newElement()
	child.kind, child.parent = kind, e
	e.hold(kid{element: child})
	return child
}

// Content adds a stretch of content, to be drawn between [Page.Begin] and [Page.End].
func (e *Element) Content() *Content {
	c := e.tree.newContent()
	c.Owner = e
	e.hold(kid{content: c})
	return c
}

// Alt describes a figure to those who do not see it.
func (e *Element) Alt(text string) *Element { e.alt = text; return e }

// Actual is the text that the element’s glyphs stand for.
func (e *Element) Actual(text string) *Element { e.actual = text; return e }

// Lang is the language of the element’s words where it is not the document’s, as “pl”.
func (e *Element) Lang(tag string) *Element { e.lang = tag; return e }

// HeadsColumn says that the element, a TH, heads its column.
func (e *Element) HeadsColumn() *Element { e.attrs = "<</O/Table/Scope/Column>>"; return e }

// HeadsRow says that the element, a TH, heads its row.
func (e *Element) HeadsRow() *Element { e.attrs = "<</O/Table/Scope/Row>>"; return e }

// Spans says that the element, a TD, reaches over so many columns.
func (e *Element) Spans(columns int) *Element {
	e.attrs = string(appendInt([]byte("<</O/Table/ColSpan "), columns)) + ">>"
	return e
}

// Bulleted says that the items of the element, an L, are marked with bullets.
func (e *Element) Bulleted() *Element { e.attrs = "<</O/List/ListNumbering/Disc>>"; return e }

// Box is where the element, a Figure, stands: left, bottom, right and top in points from the page’s lower left corner.
func (e *Element) Box(left, bottom, right, top float64) *Element {
	b := appendNumbers([]byte("<</O/Layout/Placement/Block/BBox["), left, bottom, right, top)
	e.attrs = string(b) + "]>>"
	return e
}
