// Package dispatch is where letters leave the house: today a folder from which the clerk prints and posts.
//
// A letter has one key, and leaves once. Whoever hands it over again, because a machine stopped between doing it and
// saying so, is told that it has gone. The same key with another content is an error and overwrites nothing: two
// different letters under one name would be two different notices.
package dispatch

import (
	"context"
	"fmt"
	"regexp"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Carrier is a way out of the house: a print folder, and in time GOV.UK Notify or the council's mail.
type Carrier interface {
	// Hand puts one letter out, once. Handed over again it changes nothing, and the receipt says so.
	Hand(ctx context.Context, item Item) (Receipt, error)
	// Withdraw takes back a letter that has been voided, as far as it has not left. It may be called again.
	Withdraw(ctx context.Context, key Key) error
}

// Item is one letter to hand over.
type Item struct {
	Key Key
	PDF []byte
}

// Receipt says what became of a letter that was handed over.
type Receipt struct {
	Name    string          // under which it can be found, as a file's name
	SHA256  string          // of the PDF, hexadecimal
	Channel statute.Channel // how it travels, which says when it is deemed to arrive
	Again   bool            // it had been handed over before, and nothing was done now
}

// Key names one letter of one case. It holds no name of a person.
type Key struct {
	Case   casework.Ref
	Letter casework.LetterKey
}

func (k Key) String() string { return string(k.Case) + "/" + k.Letter.String() }

// part is what a part of a file's name may be: no separator, no dot, nothing that a shell or a file system reads.
var part = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$`)

// FileName is the letter's name as a file, "SEN-2026-0412-K_decision-to-assess_family-1-7_1.pdf": the case, the letter,
// to whom and for which event, and the version. The error names a part that a file's name must not hold.
func (k Key) FileName() (string, error) {
	for _, p := range []string{string(k.Case), string(k.Letter.Kind), string(k.Letter.To)} {
		if !part.MatchString(p) {
			return "", fmt.Errorf("name the file of letter %s: %q is not made of letters, digits and hyphens", k, p)
		}
	}
	if k.Letter.For < 1 || k.Letter.Version < 1 {
		return "", fmt.Errorf("name the file of letter %s: its event and its version count from 1", k)
	}
	return fmt.Sprintf("%s_%s_%s-%d_%d.pdf", k.Case, k.Letter.Kind, k.Letter.To, k.Letter.For, k.Letter.Version), nil
}

// TakenError says that another letter went out under the same key. A person has to look at both; trying again does not
// help.
type TakenError struct {
	Key              Key
	Name             string
	Before, Attempts string // SHA-256 of the letter that went out, and of the one that was to
}

func (e *TakenError) Error() string {
	return fmt.Sprintf("letter %s has gone out with another content: %s has SHA-256 %s, and this one %s. Compare the two before anything is posted", e.Key, e.Name, e.Before, e.Attempts)
}

// WithdrawnError says that the letter was taken back and does not go out under this key again.
type WithdrawnError struct {
	Key  Key
	Name string
}

func (e *WithdrawnError) Error() string {
	return fmt.Sprintf("letter %s was withdrawn and lies in %s. Issue its next version", e.Key, e.Name)
}
