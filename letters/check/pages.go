package check

import (
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// page is a page with what it inherits.
type page struct {
	object    int
	dict      types.Dict
	resources types.Dict
}

// readPages walks the page tree.
func (in *inspection) readPages() {
	in.walkPages(in.catalog["Pages"], nil, map[int]bool{}, 0)
	if len(in.pages) == 0 {
		in.fail("unreadable", place{}, "it has no pages")
	}
	for i, p := range in.pages {
		at := place{i + 1, p.object}
		if p.dict["PresSteps"] != nil {
			in.fail("A-6.10", at, "the page is made for presenting")
		}
		group := in.dict(p.dict["Group"])
		in.checkColourSpace(group["CS"], at, 0)
		in.checkLang(p.dict["Lang"], at)
	}
}

func (in *inspection) walkPages(o types.Object, resources types.Dict, seen map[int]bool, depth int) {
	d, number := in.dict(o), numberOf(o)
	if d == nil || depth > deepest || number != 0 && seen[number] {
		in.fail("page-tree", place{object: number}, "the page tree leads in a ring, or to no page")
		return
	}
	if len(in.pages) >= mostPages {
		in.fail("too-much", place{}, "it has more than %d pages", mostPages)
		return
	}
	seen[number] = true
	if r := in.dict(d["Resources"]); r != nil {
		resources = r
	}
	if d["Kids"] == nil {
		in.pages = append(in.pages, page{object: number, dict: d, resources: resources})
		return
	}
	for _, kid := range in.array(d["Kids"]) {
		in.walkPages(kid, resources, seen, depth+1)
	}
}

// content is the page’s content: one stream, or several that are read as one.
func (in *inspection) content(p page) ([]byte, error) {
	var whole []byte
	for _, o := range in.items(p.dict["Contents"]) {
		s, ok := in.stream(o)
		if !ok {
			continue
		}
		part, err := in.decoded(s)
		if err != nil {
			return nil, err
		}
		whole = append(slices.Grow(whole, len(part)+1), part...)
		whole = append(whole, '\n')
	}
	return whole, nil
}

// pageOf gives the number of a page by its object, 0 where it is none.
func (in *inspection) pageOf(object int) int {
	return 1 + slices.IndexFunc(in.pages, func(p page) bool { return p.object == object && object != 0 })
}
