package tagged

import "fmt"

// writeTree writes the structure tree, and the way back from each page’s marked content to the elements.
func (r *rewriter) writeTree() error {
	r.begin(r.treeRoot)
	r.str("<</Type/StructTreeRoot/K[")
	r.ref(r.doc.tree.root.object)
	r.str("]/ParentTree ")
	r.ref(r.parents)
	r.str("/ParentTreeNextKey ")
	r.b = appendInt(r.b, len(r.doc.pages)+len(r.doc.links))
	r.str(">>")
	r.end()
	r.writeElement(r.doc.tree.root, r.treeRoot)
	return r.writeParents()
}

func (r *rewriter) writeElement(e *Element, parent int) {
	r.begin(e.object)
	r.str("<</Type/StructElem/S/")
	r.str(e.kind)
	r.str("/P ")
	r.ref(parent)
	for _, entry := range [...]struct{ name, text string }{{"/Alt", e.alt}, {"/ActualText", e.actual}, {"/Lang", e.lang}} {
		if entry.text != "" {
			r.str(entry.name)
			r.b = appendText(r.b, entry.text)
		}
	}
	if e.attrs != "" {
		r.str("/A")
		r.str(e.attrs)
	}
	r.writeKids(e)
	r.str(">>")
	r.end()
	for _, k := range e.kids {
		if k.element != nil {
			r.writeElement(k.element, e.object)
		}
	}
}

// writeKids names the page once where all marked content stands on it.
func (r *rewriter) writeKids(e *Element) {
	if len(e.kids) == 0 {
		return
	}
	page := onlyPage(e)
	if page > 0 {
		r.str("/Pg ")
		r.ref(pageObject(page))
	}
	r.str("/K[")
	for i, k := range e.kids {
		if i > 0 {
			r.str(" ")
		}
		switch {
		case k.element != nil:
			r.ref(k.element.object)
		case k.link != nil:
			r.str("<</Type/OBJR/Pg ")
			r.ref(k.link.pageRef)
			r.str("/Obj ")
			r.ref(k.link.object)
			r.str(">>")
		default:
			r.writeMarks(k.content.marks, page)
		}
	}
	r.str("]")
}

func (r *rewriter) writeMarks(marks []mark, page int) {
	for i, m := range marks {
		if i > 0 {
			r.str(" ")
		}
		if page > 0 {
			r.b = appendInt(r.b, m.id)
			continue
		}
		r.str("<</Type/MCR/Pg ")
		r.ref(pageObject(m.page))
		r.str("/MCID ")
		r.b = appendInt(r.b, m.id)
		r.str(">>")
	}
}

// onlyPage is the page on which all of an element’s own content stands, or 0.
func onlyPage(e *Element) int {
	page := 0
	for _, k := range e.kids {
		if k.content == nil {
			continue
		}
		for _, m := range k.content.marks {
			if page != 0 && page != m.page {
				return 0
			}
			page = m.page
		}
	}
	return page
}

func (r *rewriter) writeParents() error {
	r.begin(r.parents)
	r.str("<</Nums[")
	for i, p := range r.doc.pages {
		r.b = append(appendInt(r.b, i), '[')
		for n, c := range p.contents {
			if c.Owner.object == 0 {
				return fmt.Errorf("page %d shows an element of another document", i+1)
			}
			if n > 0 {
				r.str(" ")
			}
			r.ref(c.Owner.object)
		}
		r.str("]\n")
	}
	for _, l := range r.doc.links {
		r.b = append(appendInt(r.b, l.key), ' ')
		r.ref(l.owner.object)
		r.str("\n")
	}
	r.str("]>>")
	r.end()
	return nil
}

// writeLinks writes the links with what they say to those who do not see them.
func (r *rewriter) writeLinks() {
	for _, l := range r.doc.links {
		r.begin(l.object)
		r.str("<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[")
		r.b = appendNumbers(r.b, l.box[:]...)
		r.str("]/P ")
		r.ref(l.pageRef)
		r.str("/StructParent ")
		r.b = appendInt(r.b, l.key)
		r.str("/Contents")
		r.b = appendText(r.b, l.says)
		r.str("/A<</S/URI/URI")
		r.b = appendString(r.b, l.uri)
		r.str(">>>>")
		r.end()
	}
}
