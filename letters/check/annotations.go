package check

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// annotationKinds are those that PDF/A-2 allows (6.3.1): those of PDF 1.7 without 3D, Sound, Screen and Movie; PDF/UA takes TrapNet.
var annotationKinds = setOf("Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline", "Squiggly", "StrikeOut",
	"Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Widget", "PrinterMark", "Watermark")

// The bits of /F.
const (
	flagInvisible = 1 << 0
	flagHidden    = 1 << 1
	flagPrint     = 1 << 2
	flagNoView    = 1 << 5
	flagToggle    = 1 << 8
)

// checkAnnotations looks at the annotations of every page.
func (in *inspection) checkAnnotations() {
	for i, p := range in.pages {
		list := in.array(p.dict["Annots"])
		if len(list) > 0 && in.name(p.dict["Tabs"]) != "S" {
			in.fail("28-008", place{i + 1, p.object}, "the page has annotations, and no order for the tab key")
		}
		for _, o := range list {
			in.checkAnnotation(o, place{i + 1, numberOf(o)})
		}
	}
}

func (in *inspection) checkAnnotation(o types.Object, at place) {
	d := in.dict(o)
	kind := in.name(d["Subtype"])
	if !annotationKinds[kind] {
		in.fail("A-6.3.1", at, "it is an annotation of the kind %q", kind)
	}
	flags, _ := in.integer(d["F"])
	if kind != "Popup" && (flags&flagPrint == 0 || flags&(flagInvisible|flagHidden|flagNoView|flagToggle) != 0) {
		in.fail("A-6.3.2", at, "the annotation is hidden, or is not printed (/F %d)", flags)
	}
	if d["OC"] != nil {
		in.fail("annot-layer", at, "the annotation is in a layer")
	}
	in.checkAppearance(d, kind, at)
	if kind == "PrinterMark" && (in.tree.objects[numberOf(o)] != nil || d["StructParent"] != nil) {
		in.fail("28-002", at, "a printer’s mark stands in the tag tree")
	}
	if kind == "Widget" && d["A"] != nil {
		in.fail("A-6.4.1", at, "a form field does something by itself (/A)")
	}
	if kind == "Popup" || kind == "PrinterMark" || in.empty(d) {
		return
	}
	in.checkTagged(numberOf(o), d, kind, at)
}

func (in *inspection) checkAppearance(d types.Dict, kind string, at place) {
	if kind == "Popup" || kind == "Link" || in.empty(d) {
		return
	}
	appearance := in.dict(d["AP"])
	if appearance["N"] == nil || len(appearance) != 1 {
		in.fail("A-6.3.3", at, "the %s has no appearance, or several", kind)
		return
	}
	field := in.name(d["FT"])
	if field == "" {
		field = in.name(in.dict(d["Parent"])["FT"])
	}
	_, isStream := in.stream(appearance["N"])
	switch button := kind == "Widget" && field == "Btn"; {
	case button && (isStream || len(in.dict(appearance["N"])) == 0):
		in.fail("A-6.3.3", at, "a button has one appearance for all of its states")
	case !button && !isStream:
		in.fail("A-6.3.3", at, "the %s has several appearances to choose from", kind)
	}
}

// empty reports whether an annotation takes no place on the page.
func (in *inspection) empty(d types.Dict) bool {
	r := in.array(d["Rect"])
	if len(r) != 4 {
		return false
	}
	var v [4]float64
	for i := range v {
		v[i], _ = in.number(r[i])
	}
	return v[0] == v[2] && v[1] == v[3]
}

// checkTagged looks at the way from an annotation into the tag tree, and at what it says.
func (in *inspection) checkTagged(number int, d types.Dict, kind string, at place) {
	e := in.tree.objects[number]
	_, keyed := in.integer(d["StructParent"])
	wanted := map[string]string{"Link": "Link", "Widget": "Form"}[kind]
	switch {
	case e == nil || !keyed:
		in.fail("28-002", at, "the %s is not tied into the tag tree", kind)
	case wanted != "" && !within(e, wanted), wanted == "" && !within(e, "Annot") && kind != "Watermark":
		in.fail("28-002", at, "the %s stands in a %s", kind, e.kind)
	}
	if kind == "Widget" {
		if e != nil && e.kind == "Form" && e.holds+len(e.kids) != 1 && in.name(in.attribute(e, "PrintField", "Role")) == "" {
			in.fail("28-002", at, "a Form holds more than the one field that it stands for")
		}
		if parent := in.dict(d["Parent"]); !in.says(d["TU"]) && !in.says(parent["TU"]) {
			in.fail("28-005", at, "a form field does not say what to fill in")
		}
		return
	}
	said := in.says(d["Contents"]) || kind != "Link" && e != nil && in.says(e.dict["Alt"])
	if !said {
		in.fail("28-004", at, "the %s does not say what it is for", kind)
	} else if in.languageOf(e) == "" {
		in.fail("11-001", at, "the /Contents of the %s is in no language", kind)
	}
}

func within(e *element, kind string) bool {
	for ; e != nil; e = e.parent {
		if e.kind == kind {
			return true
		}
	}
	return false
}

// languageOf is the language of an element, or of the document where there is none.
func (in *inspection) languageOf(e *element) string {
	if e != nil {
		return e.lang
	}
	lang, _ := in.text(in.catalog["Lang"])
	return lang
}
