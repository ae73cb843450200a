package feedback

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sendpanel/statute"
)

// lineWidth is the longest line of a plain note, in characters.
const lineWidth = 96

// Text is the note as a head or a SENCO reads it. A paper has its title where it is first named.
func (n Note) Text() string {
	w := writer{named: map[Exhibit]bool{}}
	w.wrap("", "", "Feedback on "+n.Child+", "+string(n.Case))
	w.wrap("", "", "")
	w.wrap("", "", n.Decision+decidedOn(n.DecidedOn))
	w.section("What the council found")
	for _, f := range n.Findings {
		w.finding(f)
	}
	w.points("What was strong", n.Strong, false)
	w.points("What we did not find", n.Missing, false)
	w.points("What to do next", n.Next, true)
	w.points("What the assessment needs from you", n.Assessment, true)
	w.points("What would help a new request", n.NewRequest, false)
	w.points("Good to know", n.Standing, true)
	return w.b.String()
}

// writer writes a note and remembers which papers it has named.
type writer struct {
	b     strings.Builder
	named map[Exhibit]bool
}

func decidedOn(day statute.Day) string {
	if day.IsZero() {
		return ""
	}
	return " It decided this on " + long(day) + "."
}

func long(day statute.Day) string {
	year, month, d := day.Date()
	return fmt.Sprintf("%d %s %d", d, month, year)
}

func (w *writer) finding(f Finding) {
	w.wrap("", "", f.Question)
	w.wrap("  ", "  ", f.Said)
	for _, r := range f.Reasons {
		w.wrap("  ", "  ", r)
	}
	if len(f.ReliedOn) > 0 {
		w.wrap("  ", "  ", "Of your evidence it relied on "+w.papers(f.ReliedOn)+".")
	}
}

// points writes a list, with the law behind each entry where that is a duty or a right.
func (w *writer) points(title string, all []Point, sources bool) {
	if len(all) == 0 {
		return
	}
	w.section(title)
	for _, p := range all {
		text := p.Text
		if len(p.Evidence) > 0 {
			text += " (" + w.papers(p.Evidence) + ")"
		}
		if sources && p.Source != "" {
			text += " [" + p.Source + "]"
		}
		w.wrap("- ", "  ", text)
	}
}

func (w *writer) section(title string) {
	w.wrap("", "", "")
	w.wrap("", "", "# "+title)
}

// papers names papers by number, and by title the first time.
func (w *writer) papers(all []Exhibit) string {
	names := make([]string, len(all))
	for i, x := range all {
		names[i] = string(x.ID)
		if !w.named[x] && x.Title != "" {
			names[i] += " " + x.Title
		}
		w.named[x] = true
	}
	return strings.Join(names, "; ")
}

// wrap writes a text in lines, the first after one indent and the others after another.
func (w *writer) wrap(first, others, text string) {
	line := first
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
			line += word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > lineWidth:
			w.b.WriteString(line + "\n")
			line = others + word
		default:
			line += " " + word
		}
	}
	w.b.WriteString(line + "\n")
}
