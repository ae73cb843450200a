package check

import (
	"encoding/hex"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// properties gives the properties of a marked content, written there or named in the resources, as objects of the file.
func (c *canvas) properties(v any) types.Dict {
	switch p := v.(type) {
	case map[string]any:
		return objectsOf(p, 0)
	case symbol:
		return c.in.dict(c.resource("Properties", p))
	}
	return nil
}

// objectsOf makes objects of the file from operands, so that both are read alike.
func objectsOf(m map[string]any, depth int) types.Dict {
	d := types.Dict{}
	for key, v := range m {
		switch v := v.(type) {
		case literal:
			d[key] = types.HexLiteral(hex.EncodeToString(v))
		case symbol:
			d[key] = types.Name(v)
		case float64:
			d[key] = types.Float(v)
		case bool:
			d[key] = types.Boolean(v)
		case map[string]any:
			if depth < deepest {
				d[key] = objectsOf(v, depth+1)
			}
		}
	}
	return d
}

// begin opens a marked content.
func (c *canvas) begin(op keyword, args []any) {
	tag, _ := args[0].(symbol)
	l := level{artifact: tag == "Artifact", inText: c.inText}
	if op == "BDC" {
		c.describe(&l, c.properties(args[1]))
	}
	if l.artifact && c.isReal() {
		c.once("01-003", "an artifact stands inside tagged content")
	}
	if l.real && c.isArtifact() {
		c.once("01-004", "tagged content stands inside an artifact")
	}
	if c.open = append(c.open, l); len(c.open) > 4*deepest {
		c.once("marked-nesting", "marked content is nested too deep")
		c.open = c.open[:1]
	}
}

// describe reads a marked content’s properties: its number, its language, what it says.
func (c *canvas) describe(l *level, d types.Dict) {
	if d["MCID"] != nil && !l.artifact {
		if mcid, ok := c.in.integer(d["MCID"]); ok {
			c.claimed(l, mcid)
		}
	}
	c.in.checkLang(d["Lang"], c.at)
	if lang, ok := c.in.text(d["Lang"]); ok {
		l.lang = lang
	}
	words, ok := c.in.text(d["ActualText"])
	if l.actual = ok; ok && !l.artifact && !c.isArtifact() {
		lang := l.lang
		if lang == "" {
			lang = c.lang()
		}
		c.in.checkScript(words, lang, c.at)
	}
}

// claimed looks at a numbered piece of content: an element must claim it, and no other have its number.
func (c *canvas) claimed(l *level, mcid int) {
	m := mark{c.container, mcid}
	l.real = true
	if c.in.drawn[m] {
		c.in.fail("mcid-twice", c.at, "the number %d of marked content is given twice", mcid)
	}
	c.in.drawn[m] = true
	e := c.in.tree.marks[m]
	if e == nil {
		c.in.fail("01-005", c.at, "marked content %d is in no element", mcid)
		return
	}
	if l.lang = e.lang; e.actual {
		l.actual = true
	}
}

func (c *canvas) end() {
	if len(c.open) == 0 {
		c.once("marked-nesting", "EMC closes nothing")
		return
	}
	if top := c.open[len(c.open)-1]; top.inText != c.inText {
		c.once("marked-nesting", "marked content begins in a text object and ends outside of it, or the other way round")
	}
	c.open = c.open[:len(c.open)-1]
}

// closeAll looks at what the end of the stream leaves open.
func (c *canvas) closeAll() {
	if len(c.open) > 0 {
		c.once("marked-nesting", "%d marked contents are not closed", len(c.open))
	}
	if len(c.fonts) > 1 {
		c.once("operator", "q has no Q")
	}
}

func (c *canvas) any(is func(level) bool) bool {
	for ; c != nil; c = c.outer {
		for _, l := range c.open {
			if is(l) {
				return true
			}
		}
	}
	return false
}

func (c *canvas) isReal() bool     { return c.any(func(l level) bool { return l.real }) }
func (c *canvas) isArtifact() bool { return c.any(func(l level) bool { return l.artifact }) }
func (c *canvas) isSpoken() bool   { return c.any(func(l level) bool { return l.actual }) }

// lang is the language of what is drawn now: the innermost that is said, or the document’s.
func (c *canvas) lang() string {
	for ; c != nil; c = c.outer {
		for i := len(c.open) - 1; i >= 0; i-- {
			if c.open[i].lang != "" {
				return c.open[i].lang
			}
		}
		if c.outer == nil {
			return c.in.languageOf(nil)
		}
	}
	return ""
}

// painted looks whether something drawn is tagged, or an artifact.
func (c *canvas) painted(by string) {
	if !c.isReal() && !c.isArtifact() {
		c.once("01-005", "something is drawn (%s) that is neither tagged nor an artifact", by)
	}
}
