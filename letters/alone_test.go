package letters

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/letters/tagged"
)

// TestNothingStandsAlone lays out every letter in every way of printing, and with paragraphs before its end that move it
// over the page line by line: no page begins or ends with one line of a paragraph that goes on elsewhere, none ends with
// a heading or with what only leads to what comes next, and none has a signature without words above it.
func TestNothingStandsAlone(t *testing.T) {
	all := everyLetter(t)
	for name, l := range all {
		nothingAlone(t, name, l)
	}
	for _, print := range Prints() {
		l := all[string(casework.NotAssessLetter)]
		l.Print = print
		for n := range 24 {
			longer := l
			longer.Blocks = append(append([]Block{}, l.Blocks[:6]...), Paragraph{Text: plain(strings.Repeat("Words that take room. ", 4*n+1))})
			longer.Blocks = append(longer.Blocks, l.Blocks[6:]...)
			nothingAlone(t, fmt.Sprintf("%s with %d words more", print, 16*n+4), longer)
		}
	}
}

func nothingAlone(t *testing.T, name string, l Letter) {
	t.Helper()
	_, sheets, err := prepare(l, &room{})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	heads, closes := map[string]bool{}, ""
	for _, b := range l.Blocks {
		switch b := b.(type) {
		case Heading:
			heads[b.Text] = true
		case Signature:
			closes = b.Close
		}
	}
	onPages := map[*tagged.Content]int{}
	for i, s := range sheets {
		rows := map[*tagged.Content]map[int]bool{}
		last, first := op{y: -1}, op{y: math.Inf(1)}
		for _, o := range s.ops {
			if o.kind != opText || o.content == nil || i == 0 && o.y < bodyTop {
				continue
			}
			if rows[o.content] == nil {
				rows[o.content] = map[int]bool{}
			}
			rows[o.content][int(100*o.y)] = true
			if o.y > last.y {
				last = o
			}
			if o.y < first.y {
				first = o
			}
		}
		for c := range rows {
			if at, before := onPages[c]; before && len(rows[c]) == 1 || before && at == 1 {
				t.Errorf("%s: a line stands alone on page %d or the one before it", name, i+1)
			}
			onPages[c] = len(rows[c])
		}
		for h := range heads {
			if last.bold && strings.HasSuffix(h, strings.TrimSpace(last.text)) && last.size > scaleOf(l.Print).body {
				t.Errorf("%s: page %d ends with the heading %q", name, i+1, h)
			}
		}
		if closes != "" && strings.TrimSpace(first.text) == closes {
			t.Errorf("%s: page %d begins with the signature", name, i+1)
		}
	}
}
