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
	in.checkLayers()
	in.checkEmbedded(names["EmbeddedFiles"], 0)
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
	}
}

// checkEmbedded walks through the names of attachments. What an attachment holds is not looked at, so one is a finding
// unless it says by its type that it is a PDF.
func (in *inspection) checkEmbedded(o types.Object, depth int) {
	d := in.dict(o)
	if d == nil || depth > deepest {
		return
	}
	for _, kid := range in.array(d["Kids"]) {
		in.checkEmbedded(kid, depth+1)
	}
	names := in.array(d["Names"])
	for i := 1; i < len(names); i += 2 {
		file, at := in.dict(names[i]), place{object: numberOf(names[i])}
		if !in.says(file["F"]) || !in.says(file["UF"]) {
			in.fail("A-6.8", at, "an attachment has no name (/F and /UF)")
		}
		content, _ := in.stream(in.dict(file["EF"])["F"])
		if kind := in.name(content.Dict["Subtype"]); kind != "application/pdf" {
			in.fail("A-6.8", at, "an attachment is of the type %q: PDF/A-2 allows PDF/A files only", kind)
		}
	}
}
