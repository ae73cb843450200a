package tagged

import (
	"strings"
	"time"
)

func (r *rewriter) writeMetadata() {
	r.begin(r.metadata)
	r.stream("/Type/Metadata/Subtype/XML", []byte(packet(r.doc.about)))
	r.begin(r.profile)
	r.stream("/N 3/Filter/FlateDecode", profile())
}

// packet is the metadata: what the document is, and that it keeps PDF/UA-1 and PDF/A-2a. It says the same as the
// information dictionary, which older readers show.
func packet(a About) string {
	at := a.At.UTC().Format(time.RFC3339)
	return packetHead +
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml(a.Title) + "</rdf:li></rdf:Alt></dc:title>\n" +
		optional("<dc:creator><rdf:Seq><rdf:li>", a.Author, "</rdf:li></rdf:Seq></dc:creator>\n") +
		optional("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", a.Subject, "</rdf:li></rdf:Alt></dc:description>\n") +
		"<dc:language><rdf:Bag><rdf:li>" + xml(a.Lang) + "</rdf:li></rdf:Bag></dc:language>\n" +
		optional("<xmp:CreatorTool>", a.Creator, "</xmp:CreatorTool>\n") +
		"<xmp:CreateDate>" + at + "</xmp:CreateDate><xmp:ModifyDate>" + at + "</xmp:ModifyDate>\n" +
		"<pdf:Producer>" + producer + "</pdf:Producer>\n" + packetTail
}

func optional(before, text, after string) string {
	if text == "" {
		return ""
	}
	return before + xml(text) + after
}

func xml(s string) string { return xmlEscapes.Replace(s) }

var xmlEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

const packetHead = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
	`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
`

// packetTail claims the two standards, and describes the schema of one of them, which the other does not know.
const packetTail = `<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the document keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
