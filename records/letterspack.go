package records

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// LettersSchema is the shape of the manifest of a case's letters.
const LettersSchema = "sendpanel/letters/1"

// LettersManifest says what a folder of a case's letters holds: every version of every letter, what became of it, and the
// chains by which it can be checked without the register: that of the letters, and that of the case with the events that
// tell of letters. Of every other event it has the digest alone.
type LettersManifest struct {
	ExportManifest
	Letters []PackedLetter `json:"letters"` // in the order in which they were made
}

// PackedLetter is one version of one letter.
type PackedLetter struct {
	Key      casework.LetterKey    `json:"key"`
	PDF      string                `json:"pdf,omitempty"` // the names of its files; none where it was destroyed on purpose
	Text     string                `json:"text,omitempty"`
	SHA256   string                `json:"sha256"` // of the PDF, hexadecimal
	Dated    statute.Day           `json:"dated"`  // the date printed on it
	State    casework.LetterState  `json:"state,omitempty"`
	Posted   statute.Day           `json:"posted,omitzero"`
	Channel  statute.Channel       `json:"channel,omitempty"`
	Replaces *casework.LetterKey   `json:"replaces,omitempty"` // the version before it
	Wording  *casework.WordingUsed `json:"wording,omitempty"`
}

// ExportLetters hands every version of every letter of a case to put, as PDF and as text, and last the manifest, by which
// [CheckLetters] checks them without the register. By says in whose name, at is the moment to be written into it. Noting
// the read is for the caller, before this.
//
// The error is [ErrNoCase] where there is no such case, and a [DamageError] where a letter is not what was stored.
func (r *Register) ExportLetters(ctx context.Context, put func(name string, data []byte) error, ref casework.Ref, by string, at time.Time) (LettersManifest, error) {
	m := LettersManifest{ExportManifest: ExportManifest{Schema: LettersSchema, Ref: ref, By: by, At: at.UTC()}, Letters: []PackedLetter{}}
	events, err := r.Events(ctx, ref)
	if err != nil {
		return m, err
	}
	e := &export{ref: ref, manifest: m.ExportManifest}
	if err := r.read(ctx, func(t tx) error {
		if err := e.letters(ctx, t, r.files); err != nil {
			return err
		}
		if err := e.lettersEvents(ctx, t); err != nil {
			return err
		}
		return e.seal(ctx, t)
	}); err != nil {
		return m, fmt.Errorf("export the letters of %s: %w", ref, err)
	}
	m.ExportManifest = e.manifest
	if err := m.list(events); err != nil {
		return m, fmt.Errorf("export the letters of %s: %w", ref, err)
	}
	for _, f := range append(e.files, content{readmeFile, m.readme()}) {
		m.Files = append(m.Files, ExportedFile{Name: f.name, Size: int64(len(f.data)), SHA256: hexOf(f.data)})
		if err := put(f.name, f.data); err != nil {
			return m, fmt.Errorf("export the letters of %s: write %s: %w", ref, f.name, err)
		}
	}
	data, err := indented(m)
	if err == nil {
		err = put(manifestFile, data)
	}
	if err != nil {
		return m, fmt.Errorf("export the letters of %s: write the manifest: %w", ref, err)
	}
	return m, nil
}

// list says of each letter in the chain what the case's events tell of it.
func (m *LettersManifest) list(events []casework.Event) error {
	c, err := casework.Fold(events)
	if err != nil {
		return err
	}
	known, wording := map[casework.LetterKey]casework.Letter{}, map[casework.LetterKey]*casework.WordingUsed{}
	for _, l := range c.Letters {
		known[l.Key] = l
	}
	for _, e := range events {
		if issued, ok := e.Body.(casework.Issued); ok {
			wording[issued.Letter] = issued.Wording
		}
	}
	for _, entry := range m.lettersChain().Entries {
		l := PackedLetter{SHA256: entry.Values["sha256"]}
		if err := errors.Join(l.Key.UnmarshalText([]byte(entry.Values["key"])), l.Dated.UnmarshalText([]byte(entry.Values["dated"]))); err != nil {
			return err
		}
		if len(entry.Files) == 2 {
			l.PDF, l.Text = entry.Files[0], entry.Files[1]
		}
		if before := l.Key; before.Version > 1 {
			before.Version--
			l.Replaces = &before
		}
		was := known[l.Key]
		l.State, l.Posted, l.Channel, l.Wording = was.State, was.Posted, was.By, wording[l.Key]
		m.Letters = append(m.Letters, l)
	}
	return nil
}

// lettersChain is the chain of the letters; one without entries where no letter was made.
func (m *LettersManifest) lettersChain() ExportedChain {
	for _, chain := range m.Chains {
		if chain.Name == letterChain(m.Ref) {
			return chain
		}
	}
	return ExportedChain{Name: letterChain(m.Ref)}
}

// lettersEvents takes the case's chain: the events that tell of letters whole, of the others the digest alone.
func (e *export) lettersEvents(ctx context.Context, t tx) error {
	chain := ExportedChain{Name: caseChain(e.ref)}
	if err := t.entries(ctx, caseLedger(), string(e.ref), func(f found) error {
		entry, err := exported(caseLedger(), chain.Name, f)
		if err != nil {
			return err
		}
		if entry.Disposed == nil && f.n > 0 && tellsOfLetter(f.content) {
			name := fmt.Sprintf("events/%04d.json", f.n)
			e.add(name, f.content)
			entry.Files = []string{name}
		} else {
			entry.Salt = ""
		}
		chain.Entries = append(chain.Entries, entry)
		return nil
	}); err != nil {
		return err
	}
	e.manifest.Chains = append(e.manifest.Chains, chain)
	return nil
}

func tellsOfLetter(line []byte) bool {
	var event casework.Event
	if json.Unmarshal(line, &event) != nil {
		return false
	}
	switch event.Body.(type) {
	case casework.Issued, casework.Posted, casework.Voided, casework.LetterMended:
		return true
	}
	return false
}

func (m *LettersManifest) readme() []byte {
	return fmt.Appendf(nil, `Letters of case %s, exported on %s by %s

WHAT THIS IS
Every version of every letter that SEND Panel made in one case about a request for an education, health and care needs
assessment, as PDF and as text: also those that were voided before they left, replaced or withdrawn. manifest.json says of each
when it is dated, what became of it, which version it replaces and of which wording it was made; events holds what the register
recorded of them.

HOW TO CHECK IT
starter verify FOLDER says whether every file is as it was exported and whether it is what the register recorded when the
letter was made. No register is needed. To make sure that nothing was left out, have the council compare the last links
of the two chains with its own.

It holds personal data of the child, the family and other people, and nothing has been taken out.
`, m.Ref, m.At.In(statute.London()).Format("2 January 2006 at 15:04"), m.By)
}
