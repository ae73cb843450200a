package casework

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// The widths of a timeline's columns, in characters: date, what happened, next limit, citation.
const (
	dateWidth  = len("Mon 23 Nov 2026")
	whatWidth  = 62
	limitWidth = len("no plan, or Mon 31 May 2027")
	citeWidth  = 24
)

// PrintTimeline writes a case's timeline under its title, in columns that anybody can read: the date, what happened, the next
// limit as it then stands, and the law it comes from.
func PrintTimeline(w io.Writer, title string, lines []Line) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n\n", title, strings.Repeat("=", utf8.RuneCountInString(title)))
	printRow(&b, "Date", "What happened", "Next limit", "Law")
	printRow(&b, dashes(dateWidth), dashes(whatWidth), dashes(limitWidth), dashes(citeWidth))
	for _, l := range lines {
		printRow(&b, l.On.Short(), l.What, nextLimit(l), l.Cite)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func nextLimit(l Line) string {
	if l.Next.IsZero() {
		return ""
	}
	return l.Limit + " " + l.Next.Short()
}

// printRow writes one row, over as many lines as its longest cell needs.
func printRow(b *strings.Builder, date, what, limit, cite string) {
	columns := []struct {
		lines []string
		width int
	}{{[]string{date}, dateWidth}, {wrap(what, whatWidth), whatWidth}, {wrap(limit, limitWidth), limitWidth}, {wrap(cite, citeWidth), citeWidth}}
	height := 1
	for _, c := range columns {
		height = max(height, len(c.lines))
	}
	for i := range height {
		var row strings.Builder
		for _, c := range columns {
			cell := ""
			if i < len(c.lines) {
				cell = c.lines[i]
			}
			row.WriteString(cell + strings.Repeat(" ", max(0, c.width-utf8.RuneCountInString(cell))+2))
		}
		b.WriteString(strings.TrimRight(row.String(), " ") + "\n")
	}
}

// wrap breaks a text between its words. A word longer than the width stands alone.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
	}
	return append(lines, line)
}

func dashes(n int) string { return strings.Repeat("-", n) }
