package letters

import (
	"strings"
	"unicode/utf8"
)

// piece is a stretch of a word in one face. A word may have several: “**by Monday**.” ends in a full stop that is not
// bold.
type piece struct {
	text string
	bold bool
}

type word []piece

// words cuts prose at its spaces. A no-break space cuts nothing.
func words(p Prose) []word {
	var all []word
	open := false // the last word goes on in the next run
	for _, run := range p {
		for i, part := range strings.Split(run.Text, " ") {
			if i > 0 {
				open = false
			}
			if part == "" {
				continue
			}
			if open {
				all[len(all)-1] = append(all[len(all)-1], piece{part, run.Bold})
			} else {
				all = append(all, word{{part, run.Bold}})
			}
			open = true
		}
	}
	return all
}

func (f faces) wordWidth(w word, size float64) float64 {
	var sum float64
	for _, p := range w {
		sum += f.width(p.text, p.bold, size)
	}
	return sum
}

// span is a stretch of a line in one face, at its distance from the line’s start in mm.
type span struct {
	x    float64
	text string
	bold bool
}

type line []span

// wrap breaks prose into lines of at most the width, in mm. A word wider than a line is cut, never lost.
func (f faces) wrap(p Prose, size, width float64) []line {
	var (
		lines []line
		row   line
		x     float64
	)
	flush := func() {
		if len(row) > 0 {
			lines = append(lines, row)
		}
		row, x = nil, 0
	}
	for _, w := range words(p) {
		for _, part := range f.fitted(w, size, width) {
			wide, space := f.wordWidth(part, size), 0.0
			if len(row) > 0 {
				space = f.width(" ", row[len(row)-1].bold, size)
			}
			if len(row) > 0 && x+space+wide > width+0.01 {
				flush()
				space = 0
			}
			row, x = f.place(row, x, space > 0, part, size)
		}
	}
	flush()
	return lines
}

// place sets a word at the end of a line; pieces of the same face become one span.
func (f faces) place(row line, x float64, spaced bool, w word, size float64) (line, float64) {
	for i, p := range w {
		text := p.text
		if n := len(row); n > 0 && spaced && i == 0 {
			if row[n-1].bold == p.bold {
				text = " " + text
			} else {
				x += f.width(" ", row[n-1].bold, size)
			}
		}
		if n := len(row); n > 0 && row[n-1].bold == p.bold {
			row[n-1].text += text
		} else {
			row = append(row, span{x: x, text: text, bold: p.bold})
		}
		x += f.width(text, p.bold, size)
	}
	return row, x
}

// fitted cuts a word that is wider than the width into words that are not, after a mark such as @ or . where there is
// one late enough.
func (f faces) fitted(w word, size, width float64) []word {
	if f.wordWidth(w, size) <= width {
		return []word{w}
	}
	var parts []word
	for _, p := range w {
		for _, s := range f.cut(p.text, p.bold, size, width) {
			parts = append(parts, word{{s, p.bold}})
		}
	}
	return parts
}

func (f faces) cut(s string, bold bool, size, width float64) []string {
	var parts []string
	for s != "" {
		end, mark, x := 0, 0, 0.0
		for i, r := range s {
			x += f.width(string(r), bold, size)
			if i > 0 && x > width {
				break
			}
			end = i + utf8.RuneLen(r)
			if strings.ContainsRune("@./-_,", r) {
				mark = end
			}
		}
		if end < len(s) && mark > end/2 {
			end = mark
		}
		parts, s = append(parts, s[:end]), s[end:]
	}
	return parts
}
