package disclosure

import (
	"errors"
	"fmt"
	"strings"

	"sendpanel/portal/legible"
)

// Why a file may not leave as it is.
var (
	ErrNoWay    = errors.New("nobody can make sure what is in a file of this kind")
	ErrDamaged  = errors.New("the file cannot be read")
	ErrLocked   = errors.New("the file is locked with a password")
	ErrLaidOver = errors.New("marks, notes, forms or layers are laid over the pages, and what is under them would leave too")
)

// StillThereError means that words are in a file that were to be taken out.
type StillThereError struct {
	Words []string
}

func (e StillThereError) Error() string {
	return fmt.Sprintf("%d words that are to be taken out are still in the file", len(e.Words))
}

// Cleaned is a file as it may leave, and what could be read in it.
type Cleaned struct {
	Content []byte
	Texts   []string // its words, in every way in which they can be read; empty for a picture or a scan
}

// AsWords reports whether of a file of the type only its words may leave: documents of office programs keep who wrote them, what
// was changed, and notes that nobody sees.
func AsWords(kind string) bool {
	return strings.HasPrefix(kind, "text/") || strings.HasPrefix(kind, "application/vnd.")
}

// Clean makes a file ready to leave: a PDF without its history, its notes about itself and what is attached to it; a picture
// without what the camera wrote into it. What cannot be made sure of is refused: see the errors of this package.
func Clean(kind string, content []byte) (Cleaned, error) {
	switch kind {
	case "application/pdf":
		return cleanPDF(content)
	case "image/jpeg", "image/png":
		picture, err := cleanPicture(kind, content)
		return Cleaned{Content: picture}, err
	}
	return Cleaned{}, ErrNoWay
}

// Leaving is a file as it leaves: clean, and without the words. The error is a [StillThereError] where one is still there.
func Leaving(kind string, content []byte, words []string) (Cleaned, error) {
	c, err := Clean(kind, content)
	if err != nil {
		return c, err
	}
	if found := Found(c.Texts, words); len(found) > 0 {
		return c, StillThereError{Words: found}
	}
	return c, nil
}

// readable are the words of a file in every way in which they can be read.
func readable(kind string, content []byte) []string {
	var texts []string
	for _, t := range legible.Words(kind, content) {
		if strings.TrimSpace(t) != "" {
			texts = append(texts, t)
		}
	}
	return texts
}
