package letters

import (
	"sort"
	"strings"
	"unicode/utf8"

	"sendpanel/letters/script"
	"sendpanel/letters/tagged"
)

// stretch is words of one face that are read out as one.
type stretch struct {
	text     string
	bold     bool
	lang     string
	standing bool // words that stand in many letters, as those of the settings in another language do
	link     *linkTo
	content  *tagged.Content
}

// piece is a part of a stretch that no line break cuts.
type piece struct {
	part, from, to int
	width          float64
}

// span is a part of a stretch on a line, at its distance from the line’s start in mm.
type span struct {
	part, from, to int
	x, width       float64
	spaced         bool // the line was broken at a space after it, which belongs to its words
}

type line []span

// wrapper breaks stretches into lines, one text after the other.
type wrapper struct {
	scale  scale
	parts  []stretch
	size   float64
	width  float64
	lines  []line
	row    line
	x      float64
	word   []piece // what is glued together so far
	spaced bool    // there is a space before the word
	spaces [2]float64
	room   *room
}

// wrap breaks stretches into lines of at most the width, in mm, at their spaces and where a word may be parted. A no-break
// space breaks nothing, and a word wider than a line is cut, never lost.
func (w *wrapper) wrap(parts []stretch, size, width float64) []line {
	if len(parts) > 0 && parts[0].standing {
		return w.standing(parts, size, width)
	}
	return w.afresh(parts, size, width)
}

func (w *wrapper) afresh(parts []stretch, size, width float64) []line {
	w.parts, w.size, w.width, w.spaced = parts, size, width, false
	w.lines = w.room.lines.take(4)[:0]
	w.spaces = [2]float64{w.scale.width(" ", false, size), w.scale.width(" ", true, size)}
	for i := range parts {
		w.part(i)
	}
	w.commit()
	w.breakLine(false)
	return w.lines
}

// part goes through a stretch, from one place where a line may end to the next.
func (w *wrapper) part(i int) {
	p := &w.parts[i]
	for at := 0; at < len(p.text); {
		if p.text[at] == ' ' {
			w.commit()
			w.spaced = true
			at++
			continue
		}
		end := endOfWord(p.text, at)
		if p.link == nil && mayPart(p.text[at:end]) {
			for _, place := range partings(p.text[at:end]) {
				w.add(i, at, at+place)
				w.commit()
				at += place
			}
		}
		w.add(i, at, end)
		at = end
	}
}

func (w *wrapper) add(i, from, to int) {
	p := &w.parts[i]
	w.word = append(w.word, piece{i, from, to, w.scale.widthIn(p.lang, p.text[from:to], p.bold, w.size)})
}

// commit sets the word that is complete.
func (w *wrapper) commit() {
	var wide float64
	for _, p := range w.word {
		wide += p.width
	}
	if wide <= w.width {
		w.place(w.word, wide)
	} else {
		for _, p := range w.word {
			w.cut(p)
		}
	}
	w.word = w.word[:0]
}

func (w *wrapper) place(word []piece, wide float64) {
	if len(word) == 0 {
		return
	}
	space := 0.0
	if n := len(w.row); n > 0 && w.spaced {
		space = w.spaces[0]
		if w.parts[w.row[n-1].part].bold {
			space = w.spaces[1]
		}
	}
	if len(w.row) > 0 && w.x+space+wide > w.width+0.01 {
		w.breakLine(w.spaced)
		space = 0
	}
	w.x += space
	for _, p := range word {
		if n := len(w.row); n > 0 && w.row[n-1].part == p.part {
			w.row[n-1].to, w.row[n-1].width = p.to, w.x+p.width-w.row[n-1].x
		} else {
			if n > 0 && space > 0 {
				w.row[n-1].spaced = true
			}
			w.row = append(w.row, span{part: p.part, from: p.from, to: p.to, x: w.x, width: p.width})
		}
		w.x += p.width
		space = 0
	}
	w.spaced = false
}

func (w *wrapper) breakLine(atSpace bool) {
	if n := len(w.row); n > 0 {
		w.row[n-1].spaced = atSpace
		kept := w.room.rows.take(n)
		copy(kept, w.row)
		w.lines = append(w.lines, kept)
	}
	w.row, w.x = w.row[:0], 0
}

// cut sets a piece that is wider than a line: it breaks at the last place that fits, at a space or after a mark such as @
// or . where one is late enough, else between any two characters.
func (w *wrapper) cut(p piece) {
	text := w.parts[p.part].text
	for from := p.from; from < p.to; {
		end, wide := w.fits(text[from:p.to], p.part)
		w.place([]piece{{p.part, from, from + end, wide}}, wide)
		from += end
	}
}

// fits is how much of a text fits a line, in bytes and in mm: one character at the least.
func (w *wrapper) fits(text string, part int) (end int, wide float64) {
	width := func(end int) float64 {
		return w.scale.widthIn(w.parts[part].lang, text[:end], w.parts[part].bold, w.size)
	}
	places := append(script.Clusters(text), len(text))
	fitting := sort.Search(len(places), func(i int) bool { return width(places[i]) > w.width })
	end = places[max(0, fitting-1)]
	mark := 0
	for i, r := range text[:end] {
		if r == nbsp || strings.ContainsRune(" @./-_,", r) {
			mark = i + utf8.RuneLen(r)
		}
	}
	if end < len(text) && mark > end/3 {
		end = mark
	}
	return end, width(end)
}

// words is what a span shows, with the space at which it was broken off.
func (s span) words(parts []stretch) string {
	text := parts[s.part].text
	if !s.spaced {
		return text[s.from:s.to]
	}
	if s.to < len(text) && text[s.to] == ' ' {
		return text[s.from : s.to+1]
	}
	return text[s.from:s.to] + " "
}
