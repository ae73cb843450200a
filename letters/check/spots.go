package check

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// mostInks is how many inks a colour space may have (PDF/A-2, 6.1.13).
const mostInks = 32

// processInks need no description of their own.
var processInks = setOf("Cyan", "Magenta", "Yellow", "Black", "None", "All")

// checkSeparation looks at a colour space of one ink: the same ink is described in the same way throughout the file.
func (in *inspection) checkSeparation(a types.Array, at place) {
	name := in.name(a[1])
	in.checkName(name, "colour", at)
	if name == "All" || name == "None" || len(a) < 4 {
		return
	}
	described := in.described(a[2], 0) + " " + in.described(a[3], 0)
	if before, known := in.inks[name]; known && before != described {
		in.fail("A-6.2.4.4", at, "the ink %q is described in two ways", name)
	}
	in.inks[name] = described
}

// checkInks looks at a colour space of several inks: each that is not a printer’s usual one is described.
func (in *inspection) checkInks(a types.Array, at place) {
	names := in.array(a[1])
	if len(names) > mostInks {
		in.fail("A-6.1.13", at, "a colour has %d inks, and %d is the most", len(names), mostInks)
	}
	var attributes types.Dict
	if len(a) > 4 {
		attributes = in.dict(a[4])
	}
	inks := in.dict(attributes["Colorants"])
	for _, o := range names {
		name := in.name(o)
		in.checkName(name, "colour", at)
		if !processInks[name] && inks[name] == nil {
			in.fail("A-6.2.4.4", at, "the ink %q is not described (/Colorants)", name)
		}
	}
	for _, o := range inks {
		if one := in.array(o); len(one) > 1 && in.name(one[0]) == "Separation" {
			in.checkSeparation(one, at)
		}
	}
}

// described is an object as a text, references followed, so that two can be compared.
func (in *inspection) described(o types.Object, depth int) string {
	if depth > 8 {
		return ""
	}
	switch v := in.get(o).(type) {
	case nil:
		return "null"
	case types.StreamDict:
		content, _ := in.decoded(v)
		return v.Dict.PDFString() + string(content)
	case types.Array:
		var all string
		for _, item := range v {
			all += " " + in.described(item, depth+1)
		}
		return "[" + all + "]"
	default:
		return v.PDFString()
	}
}
