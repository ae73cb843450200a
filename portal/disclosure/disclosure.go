// Package disclosure answers a subject access request: it lays the parts of a case's record side by side, holds what somebody
// decides of each, takes words out, and writes the bundle that may leave.
//
// Words are only ever taken out, never written: what is left is what the record says. Nothing counts as decided that nobody
// decided, and a bundle is written only when everything is.
package disclosure

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Part is one part of the record.
type Part struct {
	ID    string // stays the same while the record grows
	Title string
	Text  string // what it says; empty for a file
	File  string // the name of the file, where the part is one
}

// Ground is why something is not given.
type Ground string

// The grounds, from the Data Protection Act 2018.
const (
	ThirdParty Ground = "third_party" // Schedule 2, paragraph 16: the rights of others
	Privilege  Ground = "privilege"   // Schedule 2, paragraph 19: legal professional privilege
	Harm       Ground = "harm"        // Schedule 3, paragraphs 5, 11 and 19: serious harm to somebody’s health
	Opinion    Ground = "opinion"     // Schedule 3, paragraph 6: the health professional has not been asked yet
	Abuse      Ground = "abuse"       // Schedule 3, paragraph 21: child abuse data that would not be in the child’s interests to give
)

// Grounds are all of them, in the order in which they are offered.
func Grounds() []Ground { return []Ground{ThirdParty, Privilege, Harm, Opinion, Abuse} }

// Choice is what is decided of one part. The zero Choice is nothing decided.
type Choice struct {
	Give   bool     `json:"give,omitempty"`   // it is given, without the words below
	Ground Ground   `json:"ground,omitempty"` // it is not given, and why; or why words are taken out
	Hide   []string `json:"hide,omitempty"`   // words to take out of this part
	Copy   string   `json:"copy,omitempty"`   // the upload that stands in for a file: a copy in which words are blacked out
	By     string   `json:"by,omitempty"`     // who decided
}

// Decided reports whether somebody decided.
func (c Choice) Decided() bool { return c.Give || c.Ground != "" }

// Draft is what is decided so far.
type Draft struct {
	Hide  []string          `json:"hide,omitempty"` // words to take out of every part
	Parts map[string]Choice `json:"parts,omitempty"`
	Asked string            `json:"asked,omitempty"` // what was asked for, in the words of whoever asked; empty for everything
}

// Read reads a draft as it is kept.
func Read(body []byte) (Draft, error) {
	var d Draft
	if err := json.Unmarshal(body, &d); err != nil {
		return d, fmt.Errorf("read a disclosure: %w", err)
	}
	if d.Parts == nil {
		d.Parts = map[string]Choice{}
	}
	return d, nil
}

// Bytes is the draft as it is kept.
func (d Draft) Bytes() ([]byte, error) {
	body, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("keep a disclosure: %w", err)
	}
	return body, nil
}

// Left counts the parts of which nothing is decided.
func (d Draft) Left(parts []Part) int {
	n := 0
	for _, p := range parts {
		if !d.Parts[p.ID].Decided() {
			n++
		}
	}
	return n
}

// Hidden are the words to be taken out of a part, the longest first.
func (d Draft) Hidden(id string) []string {
	words := slices.Concat(d.Hide, d.Parts[id].Hide)
	words = slices.DeleteFunc(words, func(w string) bool { return strings.TrimSpace(w) == "" })
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(words)
}

// Taken is what stands in place of words that were taken out.
const Taken = "█████"

var spaces = regexp.MustCompile(`\s+`)

// Without takes words out of a text, whatever their capitals and however their spaces are written, and says how often.
func Without(text string, words []string) (string, int) {
	taken := 0
	for _, w := range words {
		w = strings.TrimSpace(w)
		if w == "" {
			continue
		}
		like := spaces.ReplaceAllString(regexp.QuoteMeta(spaces.ReplaceAllString(w, " ")), `\s+`)
		pattern, err := regexp.Compile(`(?i)` + like)
		if err != nil {
			continue // quoted text always compiles
		}
		text = pattern.ReplaceAllStringFunc(text, func(string) string { taken++; return Taken })
	}
	return text, taken
}
