package script

import (
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// segmenters are kept for whoever needs one next.
var segmenters = sync.Pool{New: func() any { return &segmenter.Segmenter{} }}

// Breaks are the places within a text, in bytes, at which a line may end by the Unicode line breaking algorithm (UAX 14).
func Breaks(text string) []int {
	s := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(s)
	s.Init([]rune(text))
	var places []int
	at := 0
	for lines := s.LineIterator(); lines.Next(); {
		if at > 0 {
			places = append(places, at)
		}
		at += bytesOf(lines.Line().Text)
	}
	return places
}

// Clusters are the places within a text, in bytes, that part what a reader takes for one character from the next (UAX 29):
// a letter keeps its signs.
func Clusters(text string) []int {
	s := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(s)
	s.Init([]rune(text))
	var places []int
	at := 0
	for clusters := s.GraphemeIterator(); clusters.Next(); {
		if at > 0 {
			places = append(places, at)
		}
		at += bytesOf(clusters.Grapheme().Text)
	}
	return places
}

func bytesOf(runes []rune) (n int) {
	for _, r := range runes {
		n += max(1, utf8.RuneLen(r))
	}
	return n
}
