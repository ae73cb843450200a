package words

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// Parts of the words that families read. Each is a file of its own in every language, read and signed as a whole.
const (
	Frame  = "frame"  // what stands around every page, dates, faults
	Family = "family" // the pages of a request, and signing in to them
	Ask    = "ask"    // asking for an assessment
	Public = "public" // the first page, how requests work, dates and rights
	About  = "about"  // the statements on privacy, cookies and accessibility
)

// Parts are all parts, in the order in which they are read. Without the first two a language is not offered.
func Parts() []string { return []string{Frame, Family, Ask, Public, About} }

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
	Words Words    // what is translated of today’s English
	Stays []string // the keys that stay English: not translated, or translated from an English that reads otherwise now
	Read  string   // SHA-256 over every English sentence of the part and its translation, hexadecimal: what a signature names
}

// sentence is a translation beside the English that it was made from. Where the English has changed since, it no longer
// counts: nobody reads rights or days in their own language that the English page does not give.
type sentence struct {
	English string `json:"en"`
	Text    string `json:"text"`
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
		made := map[string]sentence{}
		err := read(t.Tag+"-"+name+".json", &made)
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
		t.Parts = append(t.Parts, partOf(name, english, made))
	}
	return nil
}

func partOf(name string, english Words, made map[string]sentence) Part {
	part := Part{Name: name, Words: Words{}}
	for key, text := range english {
		if s := made[key]; s.English == text && strings.TrimSpace(s.Text) != "" {
			part.Words[key] = s.Text
			continue
		}
		part.Stays = append(part.Stays, key)
	}
	slices.Sort(part.Stays)
	part.Read = digest(english, part.Words)
	return part
}

// EnglishPart is one part in English.
func EnglishPart(name string) (Words, error) {
	w := Words{}
	return w, read("en-GB-"+name+".json", &w)
}

func read(name string, into any) error {
	data, err := files.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read the words: %w", err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
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
		maps.Copy(own, part.Words)
	}
	return Voice{Tag: t.Tag, Dir: t.Dir, Of: of, own: own, english: english}
}
