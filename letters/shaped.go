package letters

import (
	"sendpanel/letters/script"
	"sendpanel/letters/tagged"
)

// shows reports whether a way of printing can show a character: in its own typeface, or shaped in that of another script.
func shows(p Print) func(rune) bool {
	typeface := typefaceOf(p)
	return func(r rune) bool { return typeface.Has(r) || script.Has(r) }
}

// shapedWidth is the width in mm of words of which some must be shaped. They take no more room between their characters:
// in Arabic writing that would tear the letters apart.
func shapedWidth(text string, bold bool, size float64) float64 {
	return size * mmPerPoint * widths.get(phraseKey{text: text, bold: bold}, func() float64 {
		return script.Width(script.Text{Words: text, Bold: bold})
	})
}

// shaped draws words glyph by glyph, under a text that says them.
func (p *painter) shaped(page *tagged.Page, o op) {
	lang := o.lang
	if lang == "" {
		lang = script.LanguageOf(o.text)
	}
	if o.standing {
		if ph := phraseOf(phraseKey{o.text, lang, o.bold}); ph != nil {
			x := points(o.x)
			if script.RightToLeft(lang) {
				x += points(o.w) - ph.width*o.size
			}
			page.Span(ph.text, lang)
			page.Line(ph.line, o.size, x, points(o.y), o.colour)
			page.EndSpan()
			return
		}
	}
	x := points(o.x)
	for _, l := range script.Set(script.Text{Words: o.text, Lang: lang, Bold: o.bold, RightToLeft: script.RightToLeft(lang)}, o.size, 0) {
		start := x
		if script.RightToLeft(lang) {
			start = x + points(o.w) - l.Width
		}
		page.Span(l.Text, lang)
		for _, run := range l.Runs {
			p.glyphs(page, run, o, start)
		}
		page.EndSpan()
		x += l.Width
	}
}

func (p *painter) glyphs(page *tagged.Page, run script.Run, o op, x float64) {
	family, style := run.Font.Names()
	if !p.scripts[run.Font] {
		p.scripts[run.Font] = true
		run.Font.AddTo(p.doc)
	}
	for _, g := range run.Glyphs {
		page.Text(tagged.Face{Family: family, Style: style}, o.size, 0, x+g.X, points(o.y)-g.Y, []byte(string(g.Rune)), o.colour)
	}
}

// mirrored sets a paragraph of a language that is written from right to left against the right edge.
func mirrored(parts []stretch, boxes []box, from, width float64) {
	for _, p := range parts {
		if !script.RightToLeft(p.lang) {
			return
		}
	}
	for _, b := range boxes {
		for i := range b.ops {
			b.ops[i].x = from + width - (b.ops[i].x - from) - b.ops[i].w
		}
	}
}
