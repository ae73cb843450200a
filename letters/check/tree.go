package check

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// element is a structure element: one tag.
type element struct {
	object int
	kind   string // the standard type that it is, or is mapped to
	dict   types.Dict
	parent *element
	kids   []*element
	holds  int // marked content and annotations
	page   int // of its first content, 0 where it has none of its own
	lang   string
	actual bool // it, or one that holds it, has an ActualText
}

// mark is a piece of marked content: the object of its page or form, and its number there.
type mark struct{ container, mcid int }

// tree is the tag tree.
type tree struct {
	root     int
	elements []*element
	roles    types.Dict
	marks    map[mark]*element // which element claims which content
	objects  map[int]*element  // which element claims which annotation
	byObject map[int]*element
}

// readTree reads the tag tree from its root.
func (in *inspection) readTree() {
	in.tree = tree{marks: map[mark]*element{}, objects: map[int]*element{}, byObject: map[int]*element{}}
	root := in.dict(in.catalog["StructTreeRoot"])
	if root == nil {
		in.fail("01-000", place{}, "the document has no tags")
		return
	}
	in.tree.root = numberOf(in.catalog["StructTreeRoot"])
	in.tree.roles = in.dict(root["RoleMap"])
	lang, _ := in.text(in.catalog["Lang"])
	top := &element{object: in.tree.root, lang: lang}
	for _, kid := range in.items(root["K"]) {
		in.readElement(kid, top, nil, 0)
	}
	if len(in.tree.elements) == 0 {
		in.fail("01-000", place{}, "the tag tree is empty")
	}
}

// readElement reads one kid of an element: another element, marked content, or an annotation.
func (in *inspection) readElement(o types.Object, parent *element, page types.Object, depth int) {
	if mcid, ok := in.get(o).(types.Integer); ok {
		in.claim(parent, numberOf(page), int(mcid))
		return
	}
	d := in.dict(o)
	if d == nil || depth > 2*deepest || len(in.tree.elements) >= mostElements {
		in.fail("tree-link", place{object: parent.object}, "an element holds nothing that can be read")
		return
	}
	if d["Pg"] != nil {
		page = d["Pg"]
	}
	switch in.name(d["Type"]) {
	case "MCR":
		container := numberOf(page)
		if d["Stm"] != nil {
			container = numberOf(d["Stm"])
		}
		mcid, ok := in.integer(d["MCID"])
		if !ok {
			mcid = -1
		}
		in.claim(parent, container, mcid)
	case "OBJR":
		in.tree.objects[numberOf(d["Obj"])] = parent
		parent.holds++
	default:
		in.addElement(o, d, parent, page, depth)
	}
}

func (in *inspection) claim(e *element, container, mcid int) {
	m := mark{container, mcid}
	if other := in.tree.marks[m]; other != nil {
		in.fail("mcid-twice", place{in.pageOf(container), e.object}, "marked content %d is claimed by two elements", mcid)
	}
	in.tree.marks[m] = e
	e.holds++
	if e.page == 0 {
		e.page = in.pageOf(container)
	}
}

func (in *inspection) addElement(o types.Object, d types.Dict, parent *element, page types.Object, depth int) {
	number := numberOf(o)
	if number != 0 && in.tree.byObject[number] != nil {
		in.fail("tree-link", place{object: number}, "two elements hold it")
		return
	}
	if numberOf(d["P"]) != parent.object {
		in.fail("tree-link", place{object: number}, "it names object %d as its parent, and object %d holds it", numberOf(d["P"]), parent.object)
	}
	e := &element{object: number, dict: d, parent: parent, lang: parent.lang, actual: parent.actual || d["ActualText"] != nil}
	in.checkName(in.name(d["S"]), "structure type", place{object: number})
	e.kind = in.standard(in.name(d["S"]), number)
	if lang, ok := in.text(d["Lang"]); ok {
		e.lang = lang
	}
	in.checkLang(d["Lang"], place{object: number})
	in.tree.elements = append(in.tree.elements, e)
	in.tree.byObject[number] = e
	parent.kids = append(parent.kids, e)
	for _, kid := range in.items(d["K"]) {
		in.readElement(kid, e, page, depth+1)
	}
	for _, kid := range e.kids {
		if e.page == 0 {
			e.page = kid.page
		}
	}
}

// kinds are the standard structure types (ISO 32000-1, 14.8.4).
var kinds = setOf("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2",
	"H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry",
	"Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form")

func setOf(words ...string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}

// standard follows the role map from a type to the standard one.
func (in *inspection) standard(kind string, number int) string {
	for range deepest {
		if kinds[kind] {
			return kind
		}
		next := in.name(in.tree.roles[kind])
		if next == "" {
			in.fail("02-001", place{object: number}, "the structure type %q is not standard, and is mapped to none", kind)
			return kind
		}
		kind = next
	}
	return kind // a ring, which checkRoles tells of
}

// checkRoles looks at the role map itself.
func (in *inspection) checkRoles() {
	for _, from := range slices.Sorted(maps.Keys(in.tree.roles)) {
		if kinds[from] {
			in.fail("02-004", place{object: in.tree.root}, "the standard type %s is mapped to %s", from, in.name(in.tree.roles[from]))
		}
		seen := map[string]bool{}
		for kind := from; kind != "" && !kinds[kind]; kind = in.name(in.tree.roles[kind]) {
			if seen[kind] {
				in.fail("02-003", place{object: in.tree.root}, "the type %s is mapped in a ring", from)
				break
			}
			seen[kind] = true
		}
	}
}
