package check

import (
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkMarks holds the content that pages have to the content that the tag tree claims. That content without an element is
// found while the pages are read.
func (in *inspection) checkMarks() {
	for m, e := range in.tree.marks {
		if !in.drawn[m] {
			in.fail("mcid-lost", place{in.pageOf(m.container), e.object}, "a %s points at marked content %d, which is nowhere", e.kind, m.mcid)
		}
	}
}

// checkParents reads the parent tree and holds it to the tag tree, both ways.
func (in *inspection) checkParents() {
	root := in.dict(in.catalog["StructTreeRoot"])
	if root == nil {
		return
	}
	numbers := map[int]types.Object{}
	in.readNumbers(root["ParentTree"], numbers, 0)
	if next, ok := in.integer(root["ParentTreeNextKey"]); ok {
		for key := range numbers {
			if key >= next {
				in.fail("parent-tree", place{object: in.tree.root}, "the parent tree has the key %d, and says that %d is the next", key, next)
			}
		}
	}
	used := map[int]bool{}
	containers := map[int]place{}
	for i, p := range in.pages {
		containers[p.object] = place{i + 1, p.object}
	}
	for form, page := range in.formOwner {
		containers[form] = place{page, form}
	}
	for _, object := range slices.Sorted(maps.Keys(containers)) {
		in.checkParentsOf(object, containers[object], numbers, used)
	}
	in.checkParentsOfAnnotations(numbers, used)
	for key := range numbers {
		if !used[key] {
			in.fail("parent-tree", place{object: in.tree.root}, "the parent tree has the key %d, which nothing names", key)
		}
	}
}

// readNumbers reads a number tree.
func (in *inspection) readNumbers(o types.Object, into map[int]types.Object, depth int) {
	d := in.dict(o)
	if d == nil || depth > deepest || len(into) > mostElements {
		in.fail("parent-tree", place{object: numberOf(o)}, "the parent tree is missing, leads in a ring, or is too large")
		return
	}
	for _, kid := range in.array(d["Kids"]) {
		in.readNumbers(kid, into, depth+1)
	}
	pairs := in.array(d["Nums"])
	for i := 0; i+1 < len(pairs); i += 2 {
		if key, ok := in.integer(pairs[i]); ok {
			into[key] = pairs[i+1]
		}
	}
}

// checkParentsOf looks at the marked content of one page or form.
func (in *inspection) checkParentsOf(object int, at place, numbers map[int]types.Object, used map[int]bool) {
	var here []int
	for m := range in.drawn {
		if m.container == object {
			here = append(here, m.mcid)
		}
	}
	slices.Sort(here)
	key, ok := in.integer(in.dict(*types.NewIndirectRef(object, 0))["StructParents"])
	if !ok {
		if len(here) > 0 {
			in.fail("parent-tree", at, "it has tagged content and no /StructParents")
		}
		return
	}
	if used[key] {
		in.fail("parent-tree", at, "its /StructParents %d is given twice", key)
	}
	used[key] = true
	parents := in.array(numbers[key])
	for _, mcid := range here {
		e := in.tree.marks[mark{object, mcid}]
		if e != nil && (mcid >= len(parents) || numberOf(parents[mcid]) != e.object) {
			in.fail("parent-tree", at, "the parent tree does not lead from marked content %d to the %s that holds it", mcid, e.kind)
		}
	}
	for mcid, parent := range parents {
		if in.get(parent) != nil && !in.drawn[mark{object, mcid}] {
			in.fail("parent-tree", at, "the parent tree names marked content %d, which is not there", mcid)
		}
	}
}

// checkParentsOfAnnotations looks at the annotations that name a key.
func (in *inspection) checkParentsOfAnnotations(numbers map[int]types.Object, used map[int]bool) {
	for i, p := range in.pages {
		for _, o := range in.array(p.dict["Annots"]) {
			key, ok := in.integer(in.dict(o)["StructParent"])
			if !ok {
				continue
			}
			at := place{i + 1, numberOf(o)}
			if used[key] {
				in.fail("parent-tree", at, "its /StructParent %d is given twice", key)
			}
			used[key] = true
			if e := in.tree.objects[numberOf(o)]; e != nil && numberOf(numbers[key]) != e.object {
				in.fail("parent-tree", at, "the parent tree does not lead from the annotation to the %s that holds it", e.kind)
			}
		}
	}
}
