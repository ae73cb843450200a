package words

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Parts of the words that families read. Each is a file of its own in every language, read and signed as a whole.
const (
	Frame  = "frame"  // what stands around every page, dates, faults
	Family = "family" // the pages of a request, and signing in to them
	Ask    = "ask"    // asking for an assessment
	Public = "public" // how requests work, dates and rights, privacy, cookies, accessibility
)

// Parts are all parts, in the order in which they are read. Without the first two a language is not offered.
func Parts() []string { return []string{Frame, Family, Ask, Public} }

// Translation is what families’ pages say in one language.
type Translation struct {
	Tag     string `json:"tag"`           // BCP 47: "pl", "pa"
	Name    string `json:"name"`          // in English
	OwnName string `json:"own_name"`      // in the language
	Dir     string `json:"dir,omitempty"` // "rtl", or empty
	Parts   []Part `json:"-"`             // those that there are, in the order of [Parts]
}

// Part is one file of a language.
type Part struct {
	Name  string
	Words Words
	Read  string // SHA-256 over every English sentence of the part and its translation, hexadecimal: what a signature names
}

// Of names a part as signatures do: "pl/family".
func (t Translation) Of(p Part) string { return t.Tag + "/" + p.Name }

// Translations reads every language that there is beside English.
func Translations() ([]Translation, error) {
	data, err := files.ReadFile("languages.json")
	if err != nil {
		return nil, fmt.Errorf("read the languages: %w", err)
	}
	var all []Translation
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("read the languages: %w", err)
	}
	for i := range all {
		if err := all[i].load(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (t *Translation) load() error {
	for _, name := range Parts() {
		words, err := read(t.Tag + "-" + name + ".json")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		english, err := EnglishPart(name)
		if err != nil {
			return err
		}
		t.Parts = append(t.Parts, Part{Name: name, Words: words, Read: digest(english, words)})
	}
	return nil
}

// EnglishPart is one part in English.
func EnglishPart(name string) (Words, error) { return read("en-GB-" + name + ".json") }

func read(name string) (Words, error) {
	data, err := files.ReadFile(path.Base(name))
	if err != nil {
		return nil, fmt.Errorf("read the words: %w", err)
	}
	var w Words
	if err := json.Unmarshal(data, &w); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return w, nil
}

// digest is of each sentence beside its translation, in the order of the keys. A sentence that is not translated counts too:
// whoever signs has seen that it stays English.
func digest(english, translated Words) string {
	pairs := map[string][2]string{}
	for key, text := range english {
		pairs[key] = [2]string{text, translated[key]}
	}
	data, err := json.Marshal(pairs) // by key, in order
	if err != nil {
		return "" // strings are always written
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Voice speaks the language with the parts that are good to be shown, and English for the rest.
func (t Translation) Voice(english Words, shown func(Part) bool) Voice {
	own, of := Words{}, t.Tag
	for _, part := range t.Parts {
		if !shown(part) {
			continue
		}
		of += "/" + part.Name
		for key, text := range part.Words {
			if strings.TrimSpace(text) != "" {
				own[key] = text
			}
		}
	}
	return Voice{Tag: t.Tag, Dir: t.Dir, Of: of, own: own, english: english}
}
