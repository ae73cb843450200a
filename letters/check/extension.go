package check

import (
	"slices"
	"strings"
)

// simpleTypes are the types of values that a described property may have without a description of their own (XMP 2005), with
// the form that is looked at.
var simpleTypes = map[string]string{
	"text": "text", "integer": "integer", "boolean": "boolean", "date": "date", "uri": "text", "url": "text", "real": "text", "propername": "text",
	"agentname": "text", "mimetype": "text", "locale": "text", "guid": "text", "renditionclass": "text", "rational": "text", "xpath": "text", "any": "any",
	"lang alt": "alt", "resourceref": "any", "resourceevent": "any", "version": "any", "job": "any", "dimensions": "any", "thumbnail": "any", "font": "any", "colorant": "any",
}

// formOf is the form of a type of values; false where the type is not known.
func formOf(valueType string, own map[string]bool) (string, bool) {
	t := strings.ToLower(strings.TrimSpace(valueType))
	for _, choice := range []string{"open choice of ", "closed choice of ", "open choice ", "closed choice "} {
		t = strings.TrimPrefix(t, choice)
	}
	for _, list := range []string{"bag", "seq", "alt"} {
		if item, is := strings.CutPrefix(t, list+" "); is {
			_, known := formOf(item, own)
			return list, known
		}
		if t == list {
			return list, true
		}
	}
	if own[t] {
		return "any", true
	}
	form, known := simpleTypes[t]
	return form, known
}

// readSchemas reads the schemas that a packet describes (ISO 19005-2, 6.6.2.3.3), and looks whether each description is whole.
func (in *inspection) readSchemas(n *node, described map[string]map[string]string, at place) {
	kind, schemas := n.container()
	if kind != "Bag" {
		in.fail("A-6.6.2.3.3", at, "the XMP’s description of schemas is no list")
	}
	for _, s := range schemas {
		in.checkFields(s, nsSchema, "schema", []string{"schema", "namespaceURI", "prefix"}, []string{"property", "valueType"}, at)
		own := in.readTypes(s, at)
		all := map[string]string{}
		for _, p := range in.listed(s, nsSchema, "property", at) {
			in.checkFields(p, nsProperty, "property", []string{"name", "valueType", "category", "description"}, nil, at)
			form, known := formOf(p.said(nsProperty, "valueType"), own)
			if !known {
				in.fail("A-6.6.2.3.3", at, "the XMP describes a property of the type %q, which there is not", p.said(nsProperty, "valueType"))
			}
			if c := p.said(nsProperty, "category"); c != "internal" && c != "external" {
				in.fail("A-6.6.2.3.3", at, "the XMP describes a property of the category %q", c)
			}
			all[p.said(nsProperty, "name")] = form
		}
		described[s.said(nsSchema, "namespaceURI")] = all
	}
}

// readTypes reads the types of values that a schema describes.
func (in *inspection) readTypes(s *node, at place) map[string]bool {
	own := map[string]bool{}
	types := in.listed(s, nsSchema, "valueType", at)
	for _, t := range types {
		in.checkFields(t, nsType, "type", []string{"type", "namespaceURI", "prefix", "description"}, []string{"field"}, at)
		own[strings.ToLower(t.said(nsType, "type"))] = true
	}
	for _, t := range types {
		for _, f := range in.listed(t, nsType, "field", at) {
			in.checkFields(f, nsField, "field", []string{"name", "valueType", "description"}, nil, at)
			if _, known := formOf(f.said(nsField, "valueType"), own); !known {
				in.fail("A-6.6.2.3.3", at, "the XMP describes a field of the type %q, which there is not", f.said(nsField, "valueType"))
			}
		}
	}
	return own
}

// listed is the items of a field that is a list in order, where there is one.
func (in *inspection) listed(n *node, space, local string, at place) []*node {
	f := n.field(space, local)
	if f == nil {
		return nil
	}
	kind, items := f.container()
	if kind != "Seq" {
		in.fail("A-6.6.2.3.3", at, "the XMP’s %s is no list in order", local)
	}
	return items
}

// checkFields looks whether a description has each of its texts, and nothing that does not belong to it.
func (in *inspection) checkFields(n *node, space, what string, texts, lists []string, at place) {
	for _, name := range texts {
		if f := n.field(space, name); !f.plain() || strings.TrimSpace(f.text) == "" {
			in.fail("A-6.6.2.3.3", at, "the XMP’s description of a %s has no %s", what, name)
		}
	}
	for _, f := range n.fields() {
		if f.name.Space != space || !slices.Contains(texts, f.name.Local) && !slices.Contains(lists, f.name.Local) {
			in.fail("A-6.6.2.3.3", at, "the XMP’s description of a %s has %s, which does not belong to it", what, f.name.Local)
		}
	}
}

// said is the text of a field, empty where there is none.
func (n *node) said(space, local string) string {
	if f := n.field(space, local); f != nil {
		return strings.TrimSpace(f.text)
	}
	return ""
}
