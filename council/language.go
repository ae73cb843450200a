package council

import (
	"slices"
	"strings"
	"unicode"

	"sendpanel/statute"
)

// Script is the ISO 15924 code of a script.
type Script string

// Language is a language in which the council offers help.
type Language struct {
	Code        string      `json:"code" validate:"required,language"`                // BCP 47: "pa", "pa-Arab"
	Name        string      `json:"name" validate:"required"`                         // in English
	OwnName     string      `json:"own_name" validate:"required"`                     // in the language itself
	Script      Script      `json:"script" validate:"required,choice"`                // ISO 15924, the script of the strap-line
	Interpreter string      `json:"interpreter,omitempty" validate:"omitempty,phone"` // the line on which an interpreter is called in
	Strap       string      `json:"strap" validate:"required"`                        // the line that offers help, in the language
	Help        string      `json:"help,omitempty"`                                   // the line that offers help on families' pages, in the language
	Rights      []string    `json:"rights,omitempty" validate:"dive,required"`        // a page on the rights, in the language, a paragraph each; the English letter decides
	CheckedBy   string      `json:"checked_by"`                                       // who reads the language and checked the words; while empty, no letter carries them
	Checked     statute.Day `json:"checked,omitzero"`                                 // when
}

// CheckedOn reports whether somebody who reads the language had checked the words by the day. Words that nobody has checked
// stay out of letters.
func (l Language) CheckedOn(day statute.Day) bool {
	return strings.TrimSpace(l.CheckedBy) != "" && !l.Checked.IsZero() && !l.Checked.After(day)
}

// Straps are the languages whose strap-lines letters of the day carry: the checked ones, and in the letters of an invented
// council, which are samples, all.
func (c Council) Straps(day statute.Day) []Language {
	var carried []Language
	for _, l := range c.Languages {
		if c.Invented || l.CheckedOn(day) {
			carried = append(carried, l)
		}
	}
	return carried
}

// Helped are the languages whose lines of help families' pages of the day carry: by the same rule as [Council.Straps].
func (c Council) Helped(day statute.Day) []Language {
	return slices.DeleteFunc(c.Straps(day), func(l Language) bool { return strings.TrimSpace(l.Help) == "" })
}

// RightToLeft reports whether the language's script runs from right to left.
func (l Language) RightToLeft() bool { return l.Script == "Arab" }

// Language finds a language by its code or by either of its names, as a family may have written it.
func (c Council) Language(written string) (Language, bool) {
	written = strings.TrimSpace(written)
	for _, l := range c.Languages {
		if strings.EqualFold(written, l.Code) || strings.EqualFold(written, l.Name) || strings.EqualFold(written, l.OwnName) {
			return l, true
		}
	}
	return Language{}, false
}

// scripts are the letters of each script that a strap-line may be in.
func scripts() map[Script]*unicode.RangeTable {
	return map[Script]*unicode.RangeTable{
		"Latn": unicode.Latin, "Arab": unicode.Arabic, "Guru": unicode.Gurmukhi, "Deva": unicode.Devanagari, "Gujr": unicode.Gujarati,
		"Beng": unicode.Bengali, "Taml": unicode.Tamil, "Cyrl": unicode.Cyrillic, "Ethi": unicode.Ethiopic, "Hans": unicode.Han,
	}
}

// written reports whether a text has a letter of the script.
func written(text string, script Script) bool {
	table := scripts()[script]
	return table != nil && strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(table, r) })
}
