package check

import (
	"maps"
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The limits of PDF/A-2 (6.1.13).
const (
	longestString = 32767
	longestName   = 127
	deepestState  = 28 // q without Q
	mostObjects   = 8388607
)

// checkObjects looks at every object of the file, used or not: limits, streams, and what runs.
func (in *inspection) checkObjects() {
	for _, number := range slices.Sorted(maps.Keys(in.x.Table)) {
		entry := in.x.Table[number]
		if entry == nil || entry.Free {
			continue
		}
		o := in.get(*types.NewIndirectRef(number, generation(entry.Generation)))
		switch s := o.(type) {
		case types.StreamDict:
			in.checkStream(s, number)
			in.checkDrawable(s, number)
			in.checkLimits(s.Dict, number, 0)
		default:
			in.checkLimits(o, number, 0)
		}
	}
}

func generation(g *int) int {
	if g == nil {
		return 0
	}
	return *g
}

// checkLimits walks through one object, not through what it refers to.
func (in *inspection) checkLimits(o types.Object, number, depth int) {
	at := place{object: number}
	if depth > deepest {
		in.fail("A-6.1.13", at, "it is nested more than %d deep", deepest)
		return
	}
	switch v := o.(type) {
	case types.Dict:
		in.checkAction(v, number)
		in.checkKind(v, number)
		var room [24]string
		for _, key := range keysOf(v, room[:0]) {
			in.checkLimits(types.Name(key), number, depth+1)
			in.checkLimits(v[key], number, depth+1)
		}
	case types.Array:
		for _, item := range v {
			in.checkLimits(item, number, depth+1)
		}
	case types.Name:
		if len(v) > longestName {
			in.fail("A-6.1.13", at, "a name is longer than %d bytes", longestName)
		}
	case types.StringLiteral, types.HexLiteral:
		if len(in.raw(v)) > longestString {
			in.fail("A-6.1.13", at, "a string is longer than %d bytes", longestString)
		}
	case types.Integer:
		if int64(v) > math.MaxInt32 || int64(v) < math.MinInt32 {
			in.fail("A-6.1.13", at, "the number %d is too large", v)
		}
	case types.Float:
		if n := math.Abs(float64(v)); n > 3.403e38 || n != 0 && n < 1.175e-38 {
			in.fail("A-6.1.13", at, "the number %g is too large, or too near to nothing", float64(v))
		}
	}
}

// keysOf are a dictionary’s keys in their order.
func keysOf(d types.Dict, keys []string) []string {
	for key := range d {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// checkKind looks at dictionaries that may stand anywhere: signatures and attachments.
func (in *inspection) checkKind(d types.Dict, number int) {
	if d["ByteRange"] != nil {
		in.checkSignature(d, number)
	}
	if in.dict(d["EF"]) != nil {
		in.checkAttachment(d, number)
	}
}

// runs are actions that are known by their kind alone.
var runs = []string{"JavaScript", "Launch", "Named"}

// allowedActions are those of PDF 1.7 that PDF/A-2 leaves (6.5.1).
var allowedActions = []string{"GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"}

// checkAction looks whether a dictionary is an action, and one that may be.
func (in *inspection) checkAction(d types.Dict, number int) {
	at := place{object: number}
	if d["AA"] != nil {
		in.fail("A-6.5.2", at, "something runs by itself (/AA)")
	}
	if d["JS"] != nil {
		in.fail("A-6.5.1", at, "it runs JavaScript")
		return
	}
	action := in.name(d["S"])
	if in.name(d["Type"]) != "Action" && !slices.Contains(runs, action) {
		return
	}
	if !slices.Contains(allowedActions, action) {
		in.fail("A-6.5.1", at, "it has the action %q", action)
	}
	if n := in.name(d["N"]); action == "Named" && !slices.Contains([]string{"NextPage", "PrevPage", "FirstPage", "LastPage"}, n) {
		in.fail("A-6.5.1", at, "it has the named action %q", n)
	}
}

// checkDrawable looks at pictures and forms.
func (in *inspection) checkDrawable(s types.StreamDict, number int) {
	at, d := place{object: number}, s.Dict
	switch in.name(d["Subtype"]) {
	case "Image":
		in.checkPictureDict(s, at)
	case "PS":
		in.fail("A-6.2.9", at, "it is PostScript")
	case "Form":
		if d["OPI"] != nil || d["PS"] != nil || d["Ref"] != nil || in.name(d["Subtype2"]) == "PS" {
			in.fail("A-6.2.9", at, "the form has PostScript, or refers to another file")
		}
	}
}

func (in *inspection) checkIntent(intent string, at place) {
	if intent != "" && !slices.Contains([]string{"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"}, intent) {
		in.fail("A-6.2.6", at, "it has the rendering intent %q", intent)
	}
}
