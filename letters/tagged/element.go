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
}

// kid is one of an element, a stretch of content or a link.
type kid struct {
	element *Element
	content *Content
	link    *link
}

// Content is a stretch of an element’s content. On every page that it reaches it is one marked-content sequence.
type Content struct {
	Owner *Element
	Order int // its place in the reading order of the whole document
	marks []mark
}

// mark is a marked-content sequence of a page.
type mark struct{ page, id int }

// tree counts contents in the order in which they are added.
type tree struct {
	root     *Element
	contents int
	elements int
}

func newTree() *tree {
	t := &tree{}
	t.root = &Element{kind: "Document", tree: t}
	t.elements = 1
	return t
}

// Add adds an element of a standard structure type: P, H1, L, LI, Table, TR, …
func (e *Element) Add(kind string) *Element {
	child := &Element{kind: kind, parent: e, tree: e.tree}
	e.kids = append(e.kids, kid{element: child})
	e.tree.elements++
	return child
}

// Content adds a stretch of content, to be drawn between [Page.Begin] and [Page.End].
func (e *Element) Content() *Content {
	c := &Content{Owner: e, Order: e.tree.contents}
	e.tree.contents++
	e.kids = append(e.kids, kid{content: c})
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
