package check

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// node is an element of an XMP packet.
type node struct {
	name xml.Name
	attr []xml.Attr
	kids []*node
	text string
}

// packet is the XMP of a document: its properties in the order in which they stand, and what is wrong with its prefixes.
type packet struct {
	properties []*node
	prefixes   []string // namespaces that must have one prefix, and have another
}

// prefixOf are the namespaces whose prefix is laid down (ISO 19005-2, 6.6.2.3.3 and 6.6.4; ISO 14289-1, 5).
var prefixOf = map[string]string{
	nsA: "pdfaid", nsUA: "pdfuaid", nsExtension: "pdfaExtension", nsSchema: "pdfaSchema", nsProperty: "pdfaProperty", nsType: "pdfaType", nsField: "pdfaField",
}

const mostNodes = 20_000

// readPacket reads an XMP packet. The decoder of encoding/xml resolves no entities of its own and reads nothing from outside.
func readPacket(content []byte) (packet, error) {
	var p packet
	dec := xml.NewDecoder(bytes.NewReader(content))
	path := []*node{{}}
	nodes := 0
	for {
		token, err := dec.Token()
		if err == io.EOF {
			p.properties = propertiesOf(path[0])
			return p, nil
		}
		if err != nil {
			return p, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name, attr: t.Copy().Attr}
			p.checkPrefixes(n.attr)
			above := path[len(path)-1]
			above.kids, path = append(above.kids, n), append(path, n)
			if nodes++; nodes > mostNodes || len(path) > deepest {
				return p, errTooLarge
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			if words := strings.TrimSpace(string(t)); words != "" {
				path[len(path)-1].text += words
			}
		}
	}
}

// checkPrefixes looks at the namespaces that an element declares.
func (p *packet) checkPrefixes(attr []xml.Attr) {
	for _, a := range attr {
		prefix := a.Name.Local
		if a.Name.Space == "" && prefix == "xmlns" {
			prefix = "none"
		} else if a.Name.Space != "xmlns" {
			continue
		}
		if want := prefixOf[a.Value]; want != "" && prefix != want {
			p.prefixes = append(p.prefixes, fmt.Sprintf("%s has the prefix %s, not %s", a.Value, prefix, want))
		}
	}
}

func (n *node) is(space, local string) bool { return n.name == (xml.Name{Space: space, Local: local}) }

// propertiesOf are the properties of the document: what the descriptions right within the RDF hold, as elements and as
// attributes.
func propertiesOf(top *node) (all []*node) {
	for _, n := range top.kids {
		if !n.is(nsRDF, "RDF") {
			all = append(all, propertiesOf(n)...)
			continue
		}
		for _, d := range n.kids {
			if d.is(nsRDF, "Description") {
				all = append(all, d.fields()...)
			}
		}
	}
	return all
}

// fields are the fields of a structure, as elements and as attributes.
func (n *node) fields() []*node {
	if len(n.kids) == 1 && n.kids[0].is(nsRDF, "Description") {
		return n.kids[0].fields()
	}
	var all []*node
	for _, a := range n.attr {
		if a.Name.Space != "" && a.Name.Space != "xmlns" && a.Name.Space != nsRDF && a.Name.Space != nsXML {
			all = append(all, &node{name: a.Name, text: a.Value})
		}
	}
	return append(all, n.kids...)
}

// field is a field of a structure, nil where it has none of that name.
func (n *node) field(space, local string) *node {
	for _, f := range n.fields() {
		if f.is(space, local) {
			return f
		}
	}
	return nil
}

// container is the list that a property is, “Alt”, “Bag” or “Seq”, with its items; empty for any other.
func (n *node) container() (kind string, items []*node) {
	if n == nil || len(n.kids) != 1 || n.kids[0].name.Space != nsRDF {
		return "", nil
	}
	switch kind := n.kids[0].name.Local; kind {
	case "Alt", "Bag", "Seq":
		return kind, n.kids[0].kids
	}
	return "", nil
}

// words is the text of a property: its own, or that of its first item.
func (n *node) words() string {
	if _, items := n.container(); len(items) > 0 {
		return items[0].text
	}
	return n.text
}

// plain reports whether a property is a text and nothing else.
func (n *node) plain() bool { return n != nil && len(n.kids) == 0 }

func (p packet) first(space, local string) string {
	for _, n := range p.properties {
		if n.is(space, local) {
			return strings.TrimSpace(n.words())
		}
	}
	return ""
}
