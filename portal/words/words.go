// Package words holds the text of pages: en-GB.json what pages share, en-GB-AREA.json what one area says. What families read
// is in other languages too, TAG-PART.json beside en-GB-PART.json; see [Translation].
package words

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed *.json
var files embed.FS

// Words is the text of one language by its keys.
type Words map[string]string

// English reads the British English files. A key that two of them have with different words is an error.
func English() (Words, error) {
	names, err := fs.Glob(files, "en-GB*.json")
	if err != nil {
		return nil, fmt.Errorf("read the words: %w", err)
	}
	all := Words{}
	for _, name := range names {
		data, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read the words: %w", err)
		}
		var w Words
		if err := json.Unmarshal(data, &w); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		for key, text := range w {
			if before, twice := all[key]; twice && before != text {
				return nil, fmt.Errorf("read %s: %q stands in another file too, with other words", name, key)
			}
			all[key] = text
		}
	}
	return all, nil
}

// Say is the text of a key. What stands in braces is filled in from pairs of name and value: Say("hello", "name", "Amina").
// A value is put in as it is, whatever braces stand in it. The error names a key that is not in the file, and a name in
// braces that was not given; it never holds a value.
func (w Words) Say(key string, pairs ...any) (string, error) {
	text, known := w[key]
	if !known {
		return "", fmt.Errorf("the word list has no %q", key)
	}
	if len(pairs)%2 != 0 {
		return "", fmt.Errorf("the words of %q: names and values do not pair", key)
	}
	var fill []string
	for i := 0; i < len(pairs); i += 2 {
		fill = append(fill, fmt.Sprintf("{%v}", pairs[i]), fmt.Sprint(pairs[i+1]))
	}
	if err := filled(key, text, fill); err != nil {
		return "", err
	}
	return strings.NewReplacer(fill...).Replace(text), nil
}

// filled tells of the first name in braces that nothing fills.
func filled(key, text string, fill []string) error {
	for rest := text; ; {
		_, after, open := strings.Cut(rest, "{")
		name, next, closed := strings.Cut(after, "}")
		switch {
		case !open:
			return nil
		case !closed || !given(fill, "{"+name+"}"):
			return fmt.Errorf("the words of %q lack a value: %s", key, text)
		}
		rest = next
	}
}

func given(fill []string, name string) bool {
	for i := 0; i < len(fill); i += 2 {
		if fill[i] == name {
			return true
		}
	}
	return false
}
