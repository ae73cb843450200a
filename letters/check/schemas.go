package check

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// forms says what form each property of the schemas has that documents use most (XMP 2005; ISO 19005-2, 6.6.4). A schema
// that is not here and is known all the same is not looked into.
var forms = map[string]map[string]string{
	nsDC:                                  formsOf("bag contributor language publisher relation subject type, seq creator date, alt description rights title, text coverage format identifier source"),
	nsXMP:                                 formsOf("bag Advisory Identifier, date CreateDate MetadataDate ModifyDate, text BaseURL CreatorTool Label Nickname Rating, any Thumbnails"),
	nsPDF:                                 formsOf("text Keywords PDFVersion Producer Trapped"),
	nsA:                                   formsOf("integer part, text amd conformance corr"),
	"http://ns.adobe.com/xap/1.0/rights/": formsOf("text Certificate Marked WebStatement, bag Owner, alt UsageTerms"),
	"http://ns.adobe.com/xap/1.0/mm/": formsOf("any DerivedFrom RenditionOf ManagedFrom, seq History Versions, text DocumentID InstanceID Manager ManageTo ManageUI ManagerVariant " +
		"RenditionClass RenditionParams VersionID LastURL SaveID"),
	nsExtension: formsOf("bag schemas"),
}

func formsOf(list string) map[string]string {
	all := map[string]string{}
	for _, part := range strings.Split(list, ", ") {
		words := strings.Fields(part)
		for _, name := range words[1:] {
			all[name] = words[0]
		}
	}
	return all
}

var (
	xmpDate = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$`)
	xmpInt  = regexp.MustCompile(`^[+-]?\d+$`)
)

// hasForm reports whether a property has its form.
func (n *node) hasForm(form string) bool {
	kind, items := n.container()
	switch form {
	case "bag":
		return kind == "Bag"
	case "seq":
		return kind == "Seq"
	case "alt":
		if kind != "Alt" {
			return false
		}
		for _, item := range items {
			if item.attribute(xml.Name{Space: nsXML, Local: "lang"}) == "" {
				return false
			}
		}
		return true
	case "date":
		return n.plain() && xmpDate.MatchString(strings.TrimSpace(n.text))
	case "integer":
		return n.plain() && xmpInt.MatchString(strings.TrimSpace(n.text))
	case "boolean":
		return n.plain() && (n.text == "True" || n.text == "False")
	case "text":
		return n.plain()
	}
	return true
}

func (n *node) attribute(name xml.Name) string {
	for _, a := range n.attr {
		if a.Name == name || name.Space == nsXML && a.Name.Space == "xml" && a.Name.Local == name.Local {
			return a.Value
		}
	}
	return ""
}

// checkProperties wants each property to be one of a schema that is known, or that the packet describes, in its form.
func (in *inspection) checkProperties(p packet, at place) {
	described := map[string]map[string]string{}
	for _, n := range p.properties {
		if n.is(nsExtension, "schemas") {
			in.readSchemas(n, described, at)
		}
	}
	for _, n := range p.properties {
		space, name := n.name.Space, n.name.Local
		all := forms[space]
		if all == nil {
			all = described[space]
		}
		form, has := all[name]
		switch {
		case all == nil && !known(space):
			in.fail("A-6.6.2.3", at, "the XMP does not describe the schema %s", space)
		case all != nil && !has:
			in.fail("A-6.6.2.3", at, "the XMP has the property %s, which its schema (%s) does not have", name, space)
		case !n.hasForm(form):
			in.fail("A-6.6.2.3", at, "the property %s of the XMP is not of its form (%s)", name, form)
		}
	}
}

// checkIdentifiers looks at how the file says which standards it keeps.
func (in *inspection) checkIdentifiers(p packet, at place) {
	for _, wrong := range p.prefixes {
		in.fail("xmp-prefix", at, "in the XMP the namespace %s", wrong)
	}
	for _, n := range p.properties {
		if n.name.Space == nsUA && n.name.Local != "part" && n.name.Local != "amd" && n.name.Local != "corr" {
			in.fail("06-002", at, "the XMP has pdfuaid:%s, which there is not", n.name.Local)
		}
	}
}
