package legible

import (
	"errors"
	"strings"
	"unicode/utf8"
)

// readingLimit is how much of a file is given to be read, in bytes of text.
const readingLimit = 1 << 20

// ErrUnreadable says that no words for a person could be got out of a file.
var ErrUnreadable = errors.New("no words can be read in it")

// Reading is what a file of an office program says, in its order, one line for each paragraph or row: plain text, without
// anything that a browser could take for more. What was deleted or hidden in the file is not among it, nor are comments.
type Reading struct {
	Text string
	Cut  bool // there is more in the file than was read
}

// Reads reports whether files of a media type can be given as a [Reading].
func Reads(kind string) bool {
	switch kind {
	case typeWord, typeText, typeSlides, typeSheet:
		return true
	}
	return false
}

// The media types of which a reading can be made.
const (
	typeWord   = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	typeSheet  = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	typeSlides = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
	typeText   = "application/vnd.oasis.opendocument.text"
)

// Read reads a file for a person. The error is ErrUnreadable where the type is none of those that are read, the file is
// damaged from its beginning, or it holds no word.
func Read(kind string, content []byte) (Reading, error) {
	w := &writer{}
	switch kind {
	case typeSheet:
		w.workbook(content)
	case typeWord, typeText, typeSlides:
		w.archive(kind, content)
	}
	text := strings.TrimSpace(w.text.String())
	if text == "" {
		return Reading{}, ErrUnreadable
	}
	return Reading{Text: text, Cut: w.less}, nil
}

// writer puts a reading together, up to its limit.
type writer struct {
	text strings.Builder
	full bool // nothing more is taken
	less bool // there is less in it than in the file
}

func (w *writer) put(s string) {
	if w.full {
		return
	}
	if room := readingLimit - w.text.Len(); len(s) > room {
		for room > 0 && !utf8.RuneStart(s[room]) {
			room--
		}
		s, w.full, w.less = s[:room], true, true
	}
	w.text.WriteString(s)
}
