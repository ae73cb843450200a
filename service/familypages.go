package service

import (
	"fmt"
	"strings"

	"sendpanel/portal/words"
)

// FamilyPart is a part of what families read in another language, to be read and signed as a whole.
type FamilyPart struct {
	ID      string            // as signatures name it: "pl/family"
	Tag     string            // BCP 47
	English map[string]string // by key
	Text    map[string]string // what is translated of today’s English
	Stays   []string          // the keys that stay English
	Read    string            // the digest that a signature names
}

// FamilyPages are the parts of a language, by its tag or its English name.
func FamilyPages(language string) ([]FamilyPart, error) {
	all, err := words.Translations()
	if err != nil {
		return nil, err
	}
	var have []string
	for _, l := range all {
		if len(l.Parts) == 0 {
			continue
		}
		have = append(have, l.Tag+" ("+l.Name+")")
		if !strings.EqualFold(language, l.Tag) && !strings.EqualFold(language, l.Name) {
			continue
		}
		var parts []FamilyPart
		for _, p := range l.Parts {
			english, err := words.EnglishPart(p.Name)
			if err != nil {
				return nil, err
			}
			parts = append(parts, FamilyPart{ID: l.Of(p), Tag: l.Tag, English: english, Text: p.Words, Stays: p.Stays, Read: p.Read})
		}
		return parts, nil
	}
	return nil, fmt.Errorf("families’ pages are not in %q; there are %s", language, strings.Join(have, ", "))
}
