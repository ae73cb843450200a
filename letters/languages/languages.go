// Package languages holds what letters say in other languages, as drafts for those who read them: a strap-line (“if you
// would like this letter in …, call us”), the same for families’ pages, and, for some, a page on the rights.
//
// Nobody has checked them, so no letter carries them. A council gives a text to somebody who reads the language, and puts
// it into its settings with that person’s name and the day ([Text.ForSettings]); only then do its letters carry it. The
// English words decide, always.
package languages

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"sendpanel/council"
	"sendpanel/statute"
)

//go:embed texts.json
var file []byte

// Texts is all drafts, with the English that they translate.
type Texts struct {
	English   English `json:"english"`
	Languages []Text  `json:"languages"`
}

// English is what the drafts translate, sentence by sentence.
type English struct {
	Strap  string   `json:"strap"`
	Help   string   `json:"help"`
	Rights []string `json:"rights"`
}

// Text is what letters would say in one language.
type Text struct {
	From      statute.Day    `json:"from"`
	Until     statute.Day    `json:"until,omitzero"`
	Code      string         `json:"code"` // BCP 47
	Name      string         `json:"name"`
	OwnName   string         `json:"own_name"`
	Script    council.Script `json:"script"`
	Strap     string         `json:"strap"`            // with {phone}
	Help      string         `json:"help"`             // on a page: help in the language, with {phone}
	Rights    []string       `json:"rights,omitempty"` // a page, as long as the English; none where nobody has written it
	CheckedBy string         `json:"checked_by"`       // who reads the language and checked it; empty: nobody
}

// All reads the drafts, once.
var All = sync.OnceValue(func() Texts {
	var t Texts
	if err := json.Unmarshal(file, &t); err != nil {
		// The file is compiled in and tested: only a damaged program can come here.
		panic(fmt.Sprintf("languages: the drafts cannot be read: %v", err))
	}
	return t
})

// On are the drafts in force on a day.
func (t Texts) On(day statute.Day) []Text {
	var current []Text
	for _, l := range t.Languages {
		if !day.Before(l.From) && (l.Until.IsZero() || !day.After(l.Until)) {
			current = append(current, l)
		}
	}
	return current
}

// ForSettings is the draft as an entry of a council’s settings, with the council’s telephone. Who checked it is still to be
// filled in: until then letters do not carry it.
func (t Text) ForSettings(phone string) council.Language {
	return council.Language{Code: t.Code, Name: t.Name, OwnName: t.OwnName, Script: t.Script, Strap: strings.ReplaceAll(t.Strap, "{phone}", phone),
		Help: strings.ReplaceAll(t.Help, "{phone}", phone), Rights: t.Rights, CheckedBy: t.CheckedBy}
}
