package check

import "slices"

// inside says which elements must stand directly in which (ISO 32000-1, 14.8.4).
var inside = map[string]map[string]bool{
	"TR": setOf("Table", "THead", "TBody", "TFoot"), "TH": setOf("TR"), "TD": setOf("TR"), "THead": setOf("Table"), "TBody": setOf("Table"), "TFoot": setOf("Table"),
	"LI": setOf("L"), "LBody": setOf("LI"), "Lbl": setOf("LI", "Note", "Reference", "BibEntry", "TOCI", "Formula", "Figure", "Form", "Link", "P"),
	"TOCI": setOf("TOC"), "RB": setOf("Ruby"), "RT": setOf("Ruby"), "RP": setOf("Ruby"), "WT": setOf("Warichu"), "WP": setOf("Warichu"),
}

// holds says what an element may hold, and nothing else.
var holds = map[string]map[string]bool{
	"Table": setOf("TR", "THead", "TBody", "TFoot", "Caption"), "THead": setOf("TR"), "TBody": setOf("TR"), "TFoot": setOf("TR"), "TR": setOf("TH", "TD"),
	"L": setOf("L", "LI", "Caption"), "LI": setOf("Lbl", "LBody"), "TOC": setOf("TOC", "TOCI", "Caption"), "Ruby": setOf("RB", "RT", "RP"), "Warichu": setOf("WT", "WP"),
}

// mayBeEmpty are elements without content of their own that mean something all the same.
var mayBeEmpty = setOf("TD", "TH", "Private", "NonStruct")

// checkTree looks at each element by itself and with what it holds.
func (in *inspection) checkTree() {
	in.checkRoles()
	ids := map[string]bool{}
	for _, e := range in.tree.elements {
		at := place{e.page, e.object}
		if len(e.kids) == 0 && e.holds == 0 && !mayBeEmpty[e.kind] {
			in.fail("element-empty", at, "a %s holds nothing", e.kind)
		}
		in.checkNesting(e, at)
		if id := string(in.raw(e.dict["ID"])); id != "" {
			if ids[id] {
				in.fail("id-twice", at, "the /ID %q is given twice", id)
			}
			ids[id] = true
		} else if e.kind == "Note" {
			in.fail("19-003", at, "a note has no /ID")
		}
		in.checkPicture(e, at)
		in.checkWords(e, at)
	}
}

func (in *inspection) checkNesting(e *element, at place) {
	outer := e.parent
	for outer.kind == "NonStruct" && outer.parent != nil { // it is passed over: it means nothing of its own
		outer = outer.parent
	}
	if within := inside[e.kind]; within != nil && !within[outer.kind] {
		in.fail("09-004", at, "a %s stands in a %s", e.kind, outer.kind)
	}
	allowed := holds[e.kind]
	if allowed == nil {
		return
	}
	if e.holds > 0 {
		in.fail("09-004", at, "a %s holds text of its own", e.kind)
	}
	for _, kid := range e.kids {
		if !allowed[kid.kind] && inside[kid.kind] == nil && kid.kind != "NonStruct" { // what stands where it must not is told of there
			in.fail("09-004", place{kid.page, kid.object}, "a %s holds a %s", e.kind, kid.kind)
		}
	}
	if e.kind == "Table" || e.kind == "L" || e.kind == "TOC" {
		in.checkCaption(e)
	}
	if e.kind == "Table" {
		in.checkSections(e, at)
	}
}

// checkSections wants one head and one foot at the most, and beside either a body.
func (in *inspection) checkSections(table *element, at place) {
	n := map[string]int{}
	for _, kid := range table.kids {
		n[kid.kind]++
	}
	if n["THead"] > 1 || n["TFoot"] > 1 {
		in.fail("09-004", at, "a Table holds %d THead and %d TFoot", n["THead"], n["TFoot"])
	}
	if n["THead"]+n["TFoot"] > 0 && n["TBody"] == 0 {
		in.fail("09-004", at, "a Table holds a THead or a TFoot, and no TBody")
	}
}

// checkCaption wants a caption first, or last.
func (in *inspection) checkCaption(e *element) {
	n := 0
	for i, kid := range e.kids {
		if kid.kind != "Caption" {
			continue
		}
		if n++; n > 1 || i != 0 && (e.kind != "Table" || i != len(e.kids)-1) {
			in.fail("09-004", place{kid.page, kid.object}, "a caption stands in the middle of a %s", e.kind)
		}
	}
}

func (in *inspection) checkPicture(e *element, at place) {
	if e.kind != "Figure" && e.kind != "Formula" {
		return
	}
	if !in.says(e.dict["Alt"]) && !in.says(e.dict["ActualText"]) {
		in.fail("13-004", at, "a %s has no alternative text", e.kind)
	}
	if e.kind == "Figure" && e.holds > 0 && len(in.array(in.attribute(e, "Layout", "BBox"))) != 4 {
		in.fail("figure-box", at, "a Figure does not say where it stands")
	}
}

// checkWords wants a language for what is said in the tags themselves, and the right one for its script.
func (in *inspection) checkWords(e *element, at place) {
	for _, key := range []string{"Alt", "ActualText", "E"} {
		words, ok := in.text(e.dict[key])
		if !ok || words == "" {
			continue
		}
		if e.lang == "" {
			in.fail("11-001", at, "the /%s of a %s is in no language", key, e.kind)
			continue
		}
		in.checkScript(words, e.lang, at)
	}
}

// checkHeadings looks at the headings in the order of the document.
func (in *inspection) checkHeadings() {
	last, plain := 0, false
	for _, e := range in.tree.elements {
		at := place{e.page, e.object}
		if e.kind == "H" {
			plain = true
			if slices.ContainsFunc(e.parent.kids, func(k *element) bool { return k.kind == "H" && k != e }) {
				in.fail("14-007", at, "two H stand in one element")
			}
			continue
		}
		if len(e.kind) != 2 || e.kind[0] != 'H' {
			continue
		}
		level := int(e.kind[1] - '0')
		switch {
		case last == 0 && level != 1:
			in.fail("14-002", at, "the first heading is %s", e.kind)
		case last > 0 && level > last+1:
			in.fail("14-003", at, "after a heading H%d comes %s", last, e.kind)
		}
		last = level
	}
	if plain && last > 0 {
		in.fail("14-007", place{}, "the document has both H and numbered headings")
	}
}
