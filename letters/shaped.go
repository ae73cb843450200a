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

// shapedSize is the room in ems for words of which some must be shaped. They take no more between their characters: in Arabic
// writing that would tear the letters apart.
func (s scale) shapedSize(text, lang string, bold bool) script.Size {
	key := phraseKey{text, lang, bold, s.naskh}
	return sizes.get(key, func() script.Size { return script.SizeOf(key.set()) })
}

// higher is how much more than other lines a line takes, above and below: letters of some scripts reach further than Latin
// ones, those of nastaliq more than twice as far.
func (s scale) higher(l line, parts []stretch, size float64) (above, below tall) {
	for _, sp := range l {
		p := &parts[sp.part]
		text := p.text[sp.from:sp.to]
		if !script.Needs(text) {
			continue
		}
		room, height := s.shapedSize(text, p.lang, p.bold), s.lineHeight(size)
		for how := range height {
			half := height[how] / 2
			if over := (room.Up-baseline)*size*mmPerPoint - half; over > 0 {
				above[how] = max(above[how], over+clearance*size*mmPerPoint)
			}
			below[how] = max(below[how], (room.Down+baseline)*size*mmPerPoint-half)
		}
	}
	return above, below
}

// clearance is left free over letters that reach higher than others, in ems.
const clearance = 0.1

// isShaped reports whether words must be drawn glyph by glyph.
func (p *painter) isShaped(o *op) bool {
	return o.kind == opText && (script.Needs(o.text) || o.standing && !p.setter.Typeface.Prepared(o.text, o.bold))
}

// shapedLine is one line of shaped words with the way in which it is drawn.
type shapedLine struct {
	text  string
	width float64 // in points
	draw  func(page *tagged.Page, x float64)
}

// phrase is a line in small fonts of its own, where it stands in many letters or its glyphs have parts; else nil. What stands in
// this letter alone, as a name does, is forgotten with it.
func (p *painter) phrase(key phraseKey, standing bool) *phrase {
	if standing {
		return phraseOf(key)
	}
	if !script.Joins(key.lang) || key.naskh {
		return nil
	}
	ph, known := p.phrases[key]
	if !known {
		ph = newPhrase(key)
		p.phrases[key] = ph
	}
	return ph
}

// shapedLines are the lines of shaped words, of which there is one unless the words hold line ends of their own.
func (p *painter) shapedLines(o *op, lang string) (lines []shapedLine) {
	if ph := p.phrase(phraseKey{o.text, lang, o.bold, p.naskh}, o.standing); ph != nil {
		return []shapedLine{{ph.text, ph.width * o.size, func(page *tagged.Page, x float64) { page.Line(ph.line, o.size, x, points(o.y), o.colour) }}}
	}
	for _, l := range script.Set(phraseKey{o.text, lang, o.bold, p.naskh}.set(), o.size, 0) {
		lines = append(lines, shapedLine{l.Text, l.Width, func(page *tagged.Page, x float64) {
			for _, run := range l.Runs {
				p.glyphs(page, run, o, x)
			}
		}})
	}
	return lines
}

func (o *op) language() string {
	if o.lang != "" {
		return o.lang
	}
	return script.LanguageOf(o.text)
}

// shaped draws words glyph by glyph. Where they are read out, their element says them, each glyph says its own part, and a
// text beside the glyphs says them once more: glyphs do not stand in the order of the letters. Not so of words from right to
// left, because readers take a text beside glyphs as standing from left to right.
func (p *painter) shaped(page *tagged.Page, o *op) {
	x, lang := points(o.x), o.language()
	back := script.RightToLeft(lang)
	for _, l := range p.shapedLines(o, lang) {
		start := x
		if back {
			start = x + points(o.w) - l.width
		}
		switch {
		case o.content == nil:
			l.draw(page, start)
		case back:
			page.Begin(o.content)
			l.draw(page, start)
			page.End()
		case o.content.Owner.Is("Span"):
			page.BeginSaying(o.content, l.text, lang)
			l.draw(page, start)
			page.End()
		default: // only a Span may say something else than it shows
			page.Begin(o.content)
			page.Span(l.text, lang)
			l.draw(page, start)
			page.EndSpan()
			page.End()
		}
		x += l.width
	}
}

// naming is how glyphs of one font are named in a document: each once for each thing that it says.
type naming struct {
	chars map[saying]rune
	times map[rune]int // how often a glyph is named
}

func (p *painter) glyphs(page *tagged.Page, run script.Run, o *op, x float64) {
	family, style := run.Font.Names()
	v, known := p.names[run.Font]
	if !known {
		v = naming{map[saying]rune{}, map[rune]int{}}
		p.names[run.Font] = v
		run.Font.AddTo(p.doc)
	}
	for _, g := range script.Apart(run.Glyphs) {
		what := sayingOf(g)
		char, named := v.chars[what]
		if !named {
			if char, named = run.Font.Saying(g.Rune, v.times[g.Rune]); named {
				v.times[g.Rune]++
				p.doc.Say(family, style, char, g.Says)
			} else {
				char = g.Rune // the actual text beside it says what it says here
			}
			v.chars[what] = char
		}
		page.Text(tagged.Face{Family: family, Style: style}, o.size, 0, x+g.X, points(o.y)-g.Y, []byte(string(char)), o.colour)
	}
}
