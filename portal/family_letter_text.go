package portal

import (
	"strings"
	"unicode/utf8"
)

// letterBlock is a piece of a letter's stored text: a heading, a list or lines. What the text broke only because its line
// was full is one line again.
type letterBlock struct {
	Level int // of a heading; 0 for none
	Items []string
	Lines []string
}

// letterWidth is the longest line of a stored letter, in characters.
const letterWidth = 96

// letterBlocks reads the plain text of a letter back into what it is made of.
func letterBlocks(text string) []letterBlock {
	var blocks []letterBlock
	for part := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		lines := joined(strings.Split(strings.Trim(part, "\n"), "\n"))
		if len(lines) == 0 {
			continue
		}
		b := letterBlock{}
		hashes := len(lines[0]) - len(strings.TrimLeft(lines[0], "#"))
		switch {
		case hashes > 0:
			b.Level, b.Lines = hashes, []string{strings.TrimSpace(strings.Join(lines, " ")[hashes:])}
		case strings.HasPrefix(lines[0], "- "):
			for _, l := range lines {
				b.Items = append(b.Items, strings.TrimPrefix(l, "- "))
			}
		default:
			b.Lines = lines
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// joined puts together what was broken because the next word did not fit.
func joined(rows []string) []string {
	var lines []string
	last := 0 // the length of the row before, as it stood
	for _, row := range rows {
		word, _, _ := strings.Cut(strings.TrimSpace(row), " ")
		full := last > 0 && last+1+utf8.RuneCountInString(word) > letterWidth
		if trimmed := strings.TrimSpace(row); full && !strings.HasPrefix(row, "- ") {
			lines[len(lines)-1] += " " + trimmed
		} else if trimmed != "" {
			lines = append(lines, trimmed)
		}
		last = utf8.RuneCountInString(row)
	}
	return lines
}
