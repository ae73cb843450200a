// Package disclosure answers a subject access request: it lays the parts of a case's record side by side, holds what somebody
// decides of each, takes words out, takes out of files what nobody sees in them, and writes the bundle that may leave.
//
// Words are only ever taken out, never written: what is left is what the record says. Nothing counts as decided that nobody
// decided as it now stands, and a bundle is written only when everything is. A file leaves only as far as it can be made sure
// what is in it: a document of an office program leaves as its words, a PDF without its history, and nothing leaves in which a
// word is still found that was to be taken out.
package disclosure

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"sendpanel/statute"
)

// Part is one part of the record.
type Part struct {
	ID    string // stays the same while the record grows
	Title string
	Text  string // what it says; of a file, its words, where only they may leave
	File  string // the name of the file, where the part is one
	Held  bool   // it is perhaps about another child, and cannot be given until somebody has found out
}

// sum tells one state of a part from every other, so that nothing leaves that came after it was decided.
func (p Part) sum() string {
	all := sha256.Sum256([]byte(p.ID + "\x00" + p.Title + "\x00" + p.Text + "\x00" + p.File))
	return hex.EncodeToString(all[:8])
}

// Ground is why something is not given.
type Ground string

// The grounds, from the Data Protection Act 2018.
const (
	ThirdParty Ground = "third_party" // Schedule 2, paragraph 16: the rights of others
	Privilege  Ground = "privilege"   // Schedule 2, paragraph 19: legal professional privilege
	Harm       Ground = "harm"        // Schedule 3, paragraphs 5, 11 and 19: serious harm to somebody’s health
	Opinion    Ground = "opinion"     // Schedule 3, paragraph 6: the health professional has not been asked yet
	Wishes     Ground = "wishes"      // Schedule 3, paragraphs 4 and 10: given in the expectation that whoever asks now is not told
	Abuse      Ground = "abuse"       // Schedule 3, paragraph 21: child abuse data that would not be in the child’s interests to give
)

// Grounds are all of them, in the order in which they are offered.
func Grounds() []Ground { return []Ground{ThirdParty, Privilege, Harm, Opinion, Wishes, Abuse} }

// silent reports whether to name the ground could itself do the harm that it is there to prevent.
func (g Ground) silent() bool { return g == Harm || g == Opinion || g == Wishes || g == Abuse }

// Health says whether a part may be given as far as it tells of somebody's health. A council is no health professional: it
// may give such data only after one has said that it does no serious harm, or where whoever asks knows it already (Data
// Protection Act 2018, Schedule 3, paragraph 6).
type Health string

// What is said of a part's health data.
const (
	NoHealth   Health = "none"    // there is none in it
	KnownToAll Health = "known"   // whoever asks has seen it or knows it: paragraph 6(2)
	AskedFirst Health = "opinion" // a health professional says that it does no serious harm: paragraph 6(1)
)

// Choice is what is decided of one part. The zero Choice is nothing decided.
type Choice struct {
	Give   bool     `json:"give,omitempty"`   // it is given, without the words below
	Ground Ground   `json:"ground,omitempty"` // it is not given, and why; or why words are taken out
	Hide   []string `json:"hide,omitempty"`   // words to take out of this part
	Copy   string   `json:"copy,omitempty"`   // the upload that stands in for a file: a copy in which words are blacked out
	By     string   `json:"by,omitempty"`     // who decided
	Seen   string   `json:"seen,omitempty"`   // the part as it stood then

	Health Health      `json:"health,omitempty"`
	Asked  string      `json:"asked,omitempty"`  // the health professional who was asked
	Said   statute.Day `json:"said_on,omitzero"` // and the day of the opinion
	Looked bool        `json:"looked,omitempty"` // somebody has looked at a file whose words cannot be read
}

// Draft is what is decided so far.
type Draft struct {
	Asked  string            `json:"asked,omitempty"` // what was asked for, in the words of whoever asked; empty for everything
	Hide   []string          `json:"hide,omitempty"`  // words to take out of every part
	HideBy []string          `json:"hide_by,omitempty"`
	Parts  map[string]Choice `json:"parts,omitempty"`
	Who    Who               `json:"who,omitzero"`
	Clock  Clock             `json:"clock,omitzero"`
	Sent   *Sent             `json:"sent,omitempty"`
}

// Sent is that the bundle left, to whom and how.
type Sent struct {
	On  statute.Day `json:"on"`
	To  string      `json:"to"`
	How string      `json:"how"`
	By  string      `json:"by"`
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

// Decide keeps what is decided of a part as it stands now.
func (d Draft) Decide(p Part, c Choice) {
	c.Seen = p.sum()
	d.Parts[p.ID] = c
}

// Decided reports whether somebody decided of the part as it stands now. A part that has changed since is to be read again.
func (d Draft) Decided(p Part) bool {
	c := d.Parts[p.ID]
	return (c.Give || c.Ground != "") && c.Seen == p.sum() && !(c.Give && p.Held)
}

// Changed reports whether a part was decided and has changed since.
func (d Draft) Changed(p Part) bool {
	c := d.Parts[p.ID]
	return (c.Give || c.Ground != "") && c.Seen != p.sum()
}

// Left counts the parts of which nothing is decided.
func (d Draft) Left(parts []Part) int {
	n := 0
	for _, p := range parts {
		if !d.Decided(p) {
			n++
		}
	}
	return n
}

// Opinions are the parts that are given on a health professional's opinion which no longer counts on the day: an opinion is
// good for six months (Schedule 3, paragraph 6(3) and (4)).
func (d Draft) Opinions(parts []Part, today statute.Day) []Part {
	return slices.DeleteFunc(slices.Clone(parts), func(p Part) bool {
		c := d.Parts[p.ID]
		return !c.Give || c.Health != AskedFirst || Good(c.Said, today)
	})
}

// Good reports whether a health professional's opinion of one day may still be relied on at another.
func Good(said, today statute.Day) bool {
	return !said.After(today) && monthsAfter(said, opinionMonths).After(today)
}

const opinionMonths = 6

// Hidden are the words to be taken out of a part, the longest first.
func (d Draft) Hidden(id string) []string {
	words := slices.Concat(d.Hide, d.Parts[id].Hide)
	words = slices.DeleteFunc(words, func(w string) bool { return strings.TrimSpace(w) == "" })
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(words)
}

// Hands are the people who had a hand in what is decided, so that another has to confirm it.
func (d Draft) Hands() []string {
	hands := slices.Clone(d.HideBy)
	for _, c := range d.Parts {
		hands = append(hands, c.By)
	}
	slices.Sort(hands)
	return slices.Compact(hands)
}
