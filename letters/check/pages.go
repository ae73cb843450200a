package check

import (
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// page is a page with what it inherits.
type page struct {
	object    int
	dict      types.Dict
	resources types.Dict
	inherits  bool // its resources are those of the page tree
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
		for _, key := range []string{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"} {
			in.checkBox(p.dict[key], key, at)
		}
	}
}

// checkBox looks how large a page is (6.1.13).
func (in *inspection) checkBox(o types.Object, key string, at place) {
	box := in.array(o)
	if len(box) != 4 {
		return
	}
	var v [4]float64
	for i := range v {
		v[i], _ = in.number(box[i])
	}
	for _, side := range []float64{math.Abs(v[2] - v[0]), math.Abs(v[3] - v[1])} {
		if side < 3 || side > 14400 {
			in.fail("A-6.1.13", at, "the page’s /%s is %.0f points long or high", key, side)
			return
		}
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
		in.pages = append(in.pages, page{object: number, dict: d, resources: resources, inherits: d["Resources"] == nil})
		return
	}
	in.checkBox(d["MediaBox"], "MediaBox", place{object: number})
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
