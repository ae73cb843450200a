package check

import (
	"encoding/binary"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkOutput looks at the output intent, which says what the document’s colours are.
func (in *inspection) checkOutput() {
	var profile types.Object
	for _, o := range in.array(in.catalog["OutputIntents"]) {
		d := in.dict(o)
		if in.name(d["S"]) == "GTS_PDFX" && d["DestOutputProfileRef"] != nil {
			in.fail("A-6.2.3", place{object: numberOf(o)}, "an output intent’s profile is outside of the file")
		}
		if in.name(d["S"]) != "GTS_PDFA1" {
			continue
		}
		if !in.says(d["OutputConditionIdentifier"]) {
			in.fail("A-6.2.3", place{object: numberOf(o)}, "the output intent has no identifier")
		}
		if profile != nil && numberOf(profile) != numberOf(d["DestOutputProfile"]) {
			in.fail("A-6.2.3", place{object: numberOf(o)}, "two output intents name two profiles")
		}
		profile = d["DestOutputProfile"]
	}
	if profile == nil {
		in.fail("A-6.2.3", place{}, "the document has no output intent with a profile")
		return
	}
	s, ok := in.stream(profile)
	if !ok {
		in.fail("A-6.2.3-profile", place{object: numberOf(profile)}, "the output intent’s profile is no stream")
		return
	}
	in.intent = in.readProfile(s, place{object: numberOf(profile)}, "mntr prtr")
}

// components is the colour spaces of profiles by their number of components.
var components = map[string]int{"RGB": 3, "CMYK": 4, "GRAY": 1, "Lab": 3}

// readProfile looks at an ICC profile’s head (ICC.1, 7.2), and gives its colour space.
func (in *inspection) readProfile(s types.StreamDict, at place, classes string) string {
	icc, err := in.decoded(s)
	if err != nil || len(icc) < 132 || string(icc[36:40]) != "acsp" {
		in.fail("A-6.2.3-profile", at, "it is no ICC profile")
		return ""
	}
	if n := int(binary.BigEndian.Uint32(icc)); n != len(icc) {
		in.fail("A-6.2.3-profile", at, "the ICC profile says that it has %d bytes, and has %d", n, len(icc))
	}
	if icc[8] > 4 || icc[8] < 2 {
		in.fail("A-6.2.3-profile", at, "the ICC profile is of version %d", icc[8])
	}
	if class := string(icc[12:16]); !strings.Contains(classes, class) {
		in.fail("A-6.2.3-profile", at, "the ICC profile is of class %q", class)
	}
	space := strings.TrimSpace(string(icc[16:20]))
	n, _ := in.integer(s.Dict["N"])
	if components[space] == 0 || components[space] != n {
		in.fail("A-6.2.3-profile", at, "the ICC profile of colour space %q has /N %d", space, n)
	}
	return space
}

// checkDevice holds a colour of the device to the output intent. A grey one is served by any.
func (in *inspection) checkDevice(space string, at place) {
	switch {
	case in.intent == "", space == "DeviceGray", space == "DeviceRGB" && in.intent == "RGB", space == "DeviceCMYK" && in.intent == "CMYK":
		// without an intent at all has been told
	default:
		in.fail("A-6.2.4.3", at, "it is drawn in %s, and the output intent is for %s", space, in.intent)
	}
}

// checkColourSpace looks at a colour space by name or by array, not through the resources.
func (in *inspection) checkColourSpace(o types.Object, at place, depth int) {
	if depth > 8 {
		return
	}
	if n := in.name(o); strings.HasPrefix(n, "Device") {
		in.checkDevice(n, at)
		return
	}
	a := in.array(o)
	if len(a) < 2 {
		return
	}
	switch in.name(a[0]) {
	case "ICCBased":
		if s, ok := in.stream(a[1]); ok {
			in.readProfile(s, place{page: at.page, object: numberOf(a[1])}, "mntr prtr scnr spac")
		}
	case "Indexed", "I", "Pattern":
		in.checkColourSpace(a[1], at, depth+1)
	case "Separation", "DeviceN":
		if in.name(a[0]) == "Separation" {
			in.checkSeparation(a, at)
		} else {
			in.checkInks(a, at)
		}
		if len(a) > 2 {
			in.checkColourSpace(a[2], at, depth+1)
		}
	}
}
