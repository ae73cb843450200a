package check

import (
	"bytes"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// level is one marked content that is open.
type level struct {
	artifact bool
	real     bool   // it has a number, by which an element claims it
	lang     string // of the words in it
	actual   bool   // what it says is said by an ActualText
	inText   bool   // it was opened within a text object
}

// canvas is a content stream being read: a page’s, or that of a form that a page draws.
type canvas struct {
	in        *inspection
	at        place
	container int // whose numbers of marked content count here
	resources types.Dict
	borrowed  bool    // the resources are of another object
	outer     *canvas // where this form is drawn
	depth     int

	over   overprint
	open   []level
	fonts  []*font // the current font; one more for each q
	inText bool
	told   map[string]bool // what has been told of this stream
}

// readContent reads the content of every page.
func (in *inspection) readContent() {
	for i, p := range in.pages {
		content, err := in.content(p)
		if err != nil {
			in.fail("unreadable", place{i + 1, p.object}, "the page’s content cannot be decoded: %v", err)
			continue
		}
		c := &canvas{in: in, at: place{i + 1, p.object}, container: p.object, resources: p.resources, borrowed: p.inherits, fonts: []*font{nil}, told: map[string]bool{}}
		c.read(content)
		c.closeAll()
	}
}

// once tells the same of one stream only once.
func (c *canvas) once(r Rule, what string, args ...any) {
	if key := string(r) + what; !c.told[key] {
		c.told[key] = true
		c.in.fail(r, c.at, what, args...)
	}
}

// read reads a content stream, operator by operator.
func (c *canvas) read(content []byte) {
	l := newLexer(content)
	if c.in.words == nil {
		c.in.words, c.in.names = l.words, l.names
	}
	l.words, l.names = c.in.words, c.in.names
	var stack []any
	for {
		v, ok := l.next(0)
		if !ok {
			return
		}
		op, isOp := v.(keyword)
		if !isOp {
			if stack = append(stack, v); len(stack) > 4096 {
				c.once("operator", "the content has operands without an operator")
				return
			}
			continue
		}
		if c.in.operators--; c.in.operators < 0 {
			c.once("too-much", "the pages have more than %d operators", mostOperators)
			return
		}
		if op == "BI" {
			c.inlineImage(l)
		} else {
			c.do(op, stack)
		}
		stack = stack[:0]
	}
}

// do looks at one operator.
func (c *canvas) do(op keyword, args []any) {
	want, known := operands[op]
	if !known {
		c.once("operator", "the content has the operator %q, which there is not", string(op))
		return
	}
	if want >= 0 && len(args) != want {
		c.once("operator", "the operator %s has %d operands, not %d", string(op), len(args), want)
		if len(args) < want {
			return
		}
		args = args[len(args)-want:]
	}
	if paints[op] && op != "Do" {
		c.painted(string(op))
	}
	if space, ok := colours[op]; ok {
		c.device(space)
	}
	switch op {
	case "BMC", "BDC":
		c.begin(op, args)
	case "EMC":
		c.end()
	case "BT":
		c.inText = true
	case "ET":
		c.inText = false
	case "q":
		if c.fonts = append(c.fonts, c.font()); len(c.fonts) > deepestState+1 {
			c.once("A-6.1.13", "q is nested more than %d deep", deepestState)
			c.fonts = c.fonts[:len(c.fonts)-1]
		}
	case "Q":
		if len(c.fonts) > 1 {
			c.fonts = c.fonts[:len(c.fonts)-1]
		} else {
			c.once("operator", "Q has no q")
		}
	case "Tf":
		c.setFont(args[0])
	case "Tj", "'":
		c.show(args[0])
	case "\"":
		c.show(args[2])
	case "TJ":
		if list, ok := args[0].([]any); ok {
			for _, item := range list {
				c.show(item)
			}
		}
	case "Do":
		c.draw(args[0])
	case "gs":
		c.setState(args[0])
	case "ri":
		n, _ := args[0].(symbol)
		c.in.checkIntent(string(n), c.at)
	case "cs", "CS":
		c.setSpace(args[0])
	case "sh":
		if d := c.in.dict(c.resource("Shading", args[0])); d != nil {
			c.in.checkColourSpace(d["ColorSpace"], c.at, 0)
		}
	}
}

func (c *canvas) font() *font { return c.fonts[len(c.fonts)-1] }

func (c *canvas) device(space string) {
	if key := "device " + space; !c.told[key] {
		c.told[key] = true
		c.in.checkDevice(space, c.at)
	}
}

// resource looks a name up in one of the resource dictionaries.
func (c *canvas) resource(kind string, name any) types.Object {
	n, ok := name.(symbol)
	o := c.in.dict(c.resources[kind])[string(n)]
	if !ok || o == nil {
		c.once("resource", "the "+kind+" %q is not in the page’s resources", string(n))
	} else if c.borrowed {
		c.once("resource", "the "+kind+" %q is in the resources of another object, not in its own", string(n))
	}
	return o
}

func (c *canvas) setSpace(name any) {
	n, _ := name.(symbol)
	switch n {
	case "DeviceGray", "DeviceRGB", "DeviceCMYK":
		c.device(string(n))
	case "Pattern":
	default:
		o := c.resource("ColorSpace", name)
		if c.in.isInksByProfile(o) {
			c.over.cmyk = true
			c.checkOverprint()
		}
		if key := "space " + string(n); !c.told[key] {
			c.told[key] = true
			c.in.checkColourSpace(o, c.at, 0)
		}
	}
}

// inlineImage skips a picture’s bytes, and looks at how they are compressed.
func (c *canvas) inlineImage(l *lexer) {
	c.painted("BI")
	var key symbol
	for {
		v, ok := l.next(0)
		if !ok {
			return
		}
		if v == keyword("ID") {
			break
		}
		key = c.inlineEntry(key, v)
	}
	for l.at < len(l.b) {
		end := bytes.Index(l.b[l.at:], []byte("EI"))
		if end < 0 {
			l.at = len(l.b)
			return
		}
		before := l.at + end - 1
		l.at += end + 2
		if isSpace(l.b[max(before, 0)]) && (l.at >= len(l.b) || isSpace(l.b[l.at])) {
			return
		}
	}
}

// inlineFilters are those that a picture within a page’s content may have (6.1.10), by either of their names.
var inlineFilters = setOf("ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "DCTDecode", "AHx", "A85", "Fl", "RL", "CCF", "DCT")

// inlineEntry looks at one key or value of such a picture, and gives the key that the next value belongs to.
func (c *canvas) inlineEntry(key symbol, v any) symbol {
	if key == "" {
		name, _ := v.(symbol)
		return name
	}
	switch list, isList := v.([]any); {
	case (key == "F" || key == "Filter") && isList:
		for _, one := range list {
			c.inlineEntry(key, one)
		}
	case key == "F" || key == "Filter":
		if n, _ := v.(symbol); !inlineFilters[string(n)] {
			c.once("A-6.1.10", "a picture in the page’s content is compressed with %q", string(n))
		}
	case key == "I" || key == "Interpolate":
		if v == true {
			c.once("A-6.2.8", "a picture in the page’s content is smoothed by the reader")
		}
	case key == "Intent":
		n, _ := v.(symbol)
		c.in.checkIntent(string(n), c.at)
	case key == "CS" || key == "ColorSpace":
		if n, _ := v.(symbol); inlineSpaces[n] != "" {
			c.device(inlineSpaces[n])
		}
	}
	return ""
}

// inlineSpaces are the short names of the device’s colour spaces there.
var inlineSpaces = map[symbol]string{"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "DeviceGray": "DeviceGray", "DeviceRGB": "DeviceRGB", "DeviceCMYK": "DeviceCMYK"}
