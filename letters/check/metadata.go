package check

import (
	"regexp"
	"time"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// The namespaces of XMP that are read here.
const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsXMP       = "http://ns.adobe.com/xap/1.0/"
	nsPDF       = "http://ns.adobe.com/pdf/1.3/"
	nsUA        = "http://www.aiim.org/pdfua/ns/id/"
	nsA         = "http://www.aiim.org/pdfa/ns/id/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
	nsType      = "http://www.aiim.org/pdfa/ns/type#"
	nsField     = "http://www.aiim.org/pdfa/ns/field#"
	nsXML       = "http://www.w3.org/XML/1998/namespace"
)

// knownSchemas need no description in a PDF/A-2 file (ISO 19005-2, 6.6.2.3.1; XMP 2005).
var knownSchemas = []string{
	nsDC, nsXMP, nsPDF, nsA, nsExtension, "http://ns.adobe.com/xap/1.0/rights/", "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/bj/",
	"http://ns.adobe.com/xap/1.0/t/pg/", "http://ns.adobe.com/xmp/1.0/DynamicMedia/", "http://ns.adobe.com/photoshop/1.0/", "http://ns.adobe.com/tiff/1.0/",
	"http://ns.adobe.com/exif/1.0/", "http://ns.adobe.com/exif/1.0/aux/", "http://ns.adobe.com/camera-raw-settings/1.0/", nsRDF, nsXML,
}

// badHeader is a packet header with attributes that PDF/A-2 forbids.
var badHeader = regexp.MustCompile(`<\?xpacket[^>]*\b(bytes|encoding)=`)

// checkMetadata looks at the XMP and holds the document’s properties to it.
func (in *inspection) checkMetadata() {
	s, ok := in.stream(in.catalog["Metadata"])
	if !ok {
		in.fail("06-001", place{}, "the document has no XMP metadata")
		return
	}
	at := place{object: numberOf(in.catalog["Metadata"])}
	if in.name(s.Dict["Type"]) != "Metadata" || in.name(s.Dict["Subtype"]) != "XML" {
		in.fail("A-6.6.2.1", at, "the metadata stream does not say that it is metadata in XML")
	}
	content, err := in.decoded(s)
	if err != nil || !utf8.Valid(content) || badHeader.Match(content) {
		in.fail("A-6.6.2.1", at, "the XMP is not plain UTF-8, or its header has attributes of old")
	}
	p, err := readPacket(content)
	if err != nil {
		in.fail("A-6.6.2.1", at, "the XMP is not well-formed: %v", err)
		return
	}
	if p.first(nsUA, "part") != "1" {
		in.fail("06-002", at, "the XMP does not say pdfuaid:part 1")
	}
	if p.first(nsDC, "title") == "" {
		in.fail("06-003", at, "the XMP has no dc:title")
	}
	in.part = p.first(nsA, "part")
	if part, level := in.part, p.first(nsA, "conformance"); part != "2" || level != "A" {
		in.fail("A-6.6.4", at, "the XMP says PDF/A part %q, conformance %q", part, level)
	}
	in.checkIdentifiers(p, at)
	in.checkProperties(p, at)
	in.compareInfo(p)
}

func known(space string) bool {
	for _, k := range knownSchemas {
		if k == space {
			return true
		}
	}
	return false
}

// compareInfo holds each of the document’s properties, where it is set, to the XMP.
func (in *inspection) compareInfo(p packet) {
	if in.x.Info == nil {
		return
	}
	at, info := place{object: int(in.x.Info.ObjectNumber)}, in.dict(*in.x.Info)
	for _, pair := range []struct{ key, space, local string }{
		{"Title", nsDC, "title"}, {"Author", nsDC, "creator"}, {"Subject", nsDC, "description"}, {"Keywords", nsPDF, "Keywords"},
		{"Creator", nsXMP, "CreatorTool"}, {"Producer", nsPDF, "Producer"},
	} {
		if said, _ := in.text(info[pair.key]); said != "" && said != p.first(pair.space, pair.local) {
			in.fail("info-differs", at, "the property %s is %q, in the XMP %q", pair.key, said, p.first(pair.space, pair.local))
		}
	}
	for key, local := range map[string]string{"CreationDate": "CreateDate", "ModDate": "ModifyDate"} {
		if said, _ := in.text(info[key]); said != "" && !sameMoment(said, p.first(nsXMP, local)) {
			in.fail("info-differs", at, "the property %s is %q, in the XMP %q", key, said, p.first(nsXMP, local))
		}
	}
}

// sameMoment compares a date of PDF (D:20261121090000Z, with +01'00' for a zone) with one of XMP. A date of PDF without a
// zone is compared with the clock time alone.
func sameMoment(ofPDF, ofXMP string) bool {
	xmp, err := time.Parse(time.RFC3339, ofXMP)
	if err != nil {
		return false
	}
	pdf, ok := types.DateTime(ofPDF, true)
	if !ok {
		return false
	}
	if len(ofPDF) <= len("D:20261121090000") {
		return pdf.Format(time.DateTime) == xmp.Format(time.DateTime)
	}
	return pdf.Equal(xmp)
}
