package check

import (
	"regexp"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkCatalog looks at what the catalog says of the document as a whole.
func (in *inspection) checkCatalog() {
	c := in.catalog
	info := in.dict(c["MarkInfo"])
	if !in.truth(info["Marked"]) {
		in.fail("06-marked", place{}, "the document does not say that it is tagged")
	}
	if in.truth(info["Suspects"]) {
		in.fail("01-007", place{}, "the document says that its tags are suspect")
	}
	if !in.truth(in.dict(c["ViewerPreferences"])["DisplayDocTitle"]) {
		in.fail("07-001", place{}, "a reader shows the file’s name, not the letter’s title")
	}
	if !in.says(c["Lang"]) {
		in.fail("11-006", place{}, "the document has no language")
	}
	in.checkLang(c["Lang"], place{})
	if c["Requirements"] != nil {
		in.fail("A-6.11", place{}, "the document asks readers for more than the standard gives")
	}
	names := in.dict(c["Names"])
	if names["JavaScript"] != nil {
		in.fail("A-6.5.1", place{}, "the document has JavaScript of its own")
	}
	if names["AlternatePresentations"] != nil {
		in.fail("A-6.10", place{}, "the document has alternate presentations")
	}
	in.checkForms()
	in.checkPermissions()
	in.checkLayers()
	in.checkNamed(names["EmbeddedFiles"], 0)
}

// tag is a language as BCP 47 writes it: a language, a script, a region, variants.
var tag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// checkLang looks at how a language is written, where there is one.
func (in *inspection) checkLang(o types.Object, at place) {
	if o == nil {
		return
	}
	if lang, ok := in.text(o); !ok || lang != "" && !tag.MatchString(lang) {
		in.fail("lang-form", at, "the language %q is none", lang)
	}
}

func (in *inspection) checkForms() {
	form := in.dict(in.catalog["AcroForm"])
	if form["XFA"] != nil || in.catalog["NeedsRendering"] != nil {
		in.fail("A-6.4.2", place{}, "the document has an XFA form")
	}
	if in.truth(form["NeedAppearances"]) {
		in.fail("A-6.4.1", place{}, "the form’s fields have no appearance of their own")
	}
}

// checkLayers looks at optional content.
func (in *inspection) checkLayers() {
	layers := in.dict(in.catalog["OCProperties"])
	if layers == nil {
		return
	}
	configurations := append(types.Array{layers["D"]}, in.array(layers["Configs"])...)
	seen := map[string]bool{}
	for _, o := range configurations {
		d := in.dict(o)
		name, _ := in.text(d["Name"])
		switch {
		case name == "":
			in.fail("A-6.9", place{object: numberOf(o)}, "a configuration of layers has no name")
		case seen[name]:
			in.fail("A-6.9", place{object: numberOf(o)}, "two configurations of layers have the name %q", name)
		}
		seen[name] = true
		if d["AS"] != nil {
			in.fail("A-6.9", place{object: numberOf(o)}, "layers switch by themselves")
		}
		if d["Order"] != nil {
			in.checkOrder(d["Order"], layers, place{object: numberOf(o)})
		}
	}
}

// checkOrder wants a list of layers to have all of them.
func (in *inspection) checkOrder(order types.Object, layers types.Dict, at place) {
	listed := map[int]bool{}
	in.list(order, listed, 0)
	for _, o := range in.array(layers["OCGs"]) {
		if !listed[numberOf(o)] {
			in.fail("A-6.9", at, "a list of layers leaves one out")
		}
	}
}

// list notes the objects that a list refers to, and those of the lists within it.
func (in *inspection) list(o types.Object, listed map[int]bool, depth int) {
	listed[numberOf(o)] = true
	if depth > deepest {
		return
	}
	for _, item := range in.array(o) {
		in.list(item, listed, depth+1)
	}
}
