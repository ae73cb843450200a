package records

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"time"

	"sendpanel/casework"
)

// ExportSchema is the shape of an export's manifest.
const ExportSchema = "sendpanel/export/1"

// The names of the files that every export has.
const (
	manifestFile = "manifest.json"
	eventsFile   = "events.json"
	readsFile    = "reads.json"
	requestFile  = "request.json"
	readmeFile   = "README.txt"
)

// ExportManifest says what an export holds, and the chains by which it can be checked without the register.
type ExportManifest struct {
	Schema string       `json:"schema"`
	Ref    casework.Ref `json:"ref,omitempty"` // of a case
	// Meeting is the meeting of a meeting's export, which has no case.
	Meeting  casework.MeetingRef `json:"meeting,omitempty"`
	At       time.Time           `json:"exported_at"` // in real time
	By       string              `json:"exported_by"`
	LastSeal Seal                `json:"last_seal"` // of the register when the case was read; the zero Seal for none
	Chains   []ExportedChain     `json:"chains"`    // the case's, and its letters' where it has any
	Files    []ExportedFile      `json:"files"`     // in the order of the archive, the manifest itself left out
}

// ExportedFile is one file of an export or a backup.
type ExportedFile struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"`   // in bytes
	SHA256 string `json:"sha256"` // hexadecimal
}

// ExportedChain is a chain of the register with all that its links cover.
type ExportedChain struct {
	Name    string          `json:"name"`
	Entries []ExportedEntry `json:"entries"`
}

// ExportedEntry is one entry of a chain.
type ExportedEntry struct {
	N        int64             `json:"n"`
	Values   map[string]string `json:"values"`             // what the link covers, the digest in hexadecimal
	Salt     string            `json:"salt,omitempty"`     // with the content it makes the digest; hexadecimal
	Link     string            `json:"link"`               // hexadecimal
	Sealed   bool              `json:"sealed,omitempty"`   // a seal names this link
	Disposed *Disposal         `json:"disposed,omitempty"` // its content was destroyed on purpose
	Files    []string          `json:"files,omitempty"`    // the files of the export that hold its content
}

// Export writes everything that the register holds of a case as a ZIP archive: its events exactly as they are stored, the
// requests as they arrived, its letters, who read it, and the chains by which [CheckExport] checks it without the
// register. By says in whose name, at is the moment to be written into it: for the same state of the register, moment
// and name the bytes are the same.
//
// It holds personal data of the child, the family and others. Noting the read is for the caller, before this.
//
// The error is [ErrNoCase] where there is no such case, and a [DamageError] where something of it is not what was stored:
// then nothing should leave, and the register be verified.
func (r *Register) Export(ctx context.Context, w io.Writer, ref casework.Ref, by string, at time.Time) (ExportManifest, error) {
	e := &export{ref: ref, manifest: ExportManifest{Schema: ExportSchema, Ref: ref, By: by, At: at.UTC()}}
	err := r.read(ctx, func(t tx) error {
		if err := t.known(ctx, ref); err != nil {
			return err
		}
		if err := e.events(ctx, t); err != nil {
			return err
		}
		if err := e.letters(ctx, t, r.files); err != nil {
			return err
		}
		return e.seal(ctx, t)
	})
	if err == nil {
		err = e.readsOf(ctx, r, ref)
	}
	if err == nil {
		err = e.write(w)
	}
	if err != nil {
		return ExportManifest{}, fmt.Errorf("export %s: %w", ref, err)
	}
	return e.manifest, nil
}

// seal notes the last seal of the register.
func (e *export) seal(ctx context.Context, t tx) error {
	err := t.row(ctx, `SELECT n, link FROM seals ORDER BY n DESC LIMIT 1`).Scan(&e.manifest.LastSeal.N, hexed{&e.manifest.LastSeal.Link})
	if isMissing(err) {
		return nil
	}
	return err
}

// readsOf takes who read the case, or exported the meeting.
func (e *export) readsOf(ctx context.Context, r *Register, ref casework.Ref) error {
	reads, err := r.Reads(ctx, ref)
	if err != nil {
		return err
	}
	return e.reads(reads)
}

// export is an archive in the making.
type export struct {
	ref      casework.Ref
	manifest ExportManifest
	files    []content
}

// content is a file with what it holds.
type content struct {
	name string
	data []byte
}

func (e *export) add(name string, data []byte) {
	e.files = append(e.files, content{name, data})
}

// events takes the case's chain: the request as it arrived, the events, and the requests that came with later ones.
func (e *export) events(ctx context.Context, t tx) error {
	chain := ExportedChain{Name: caseChain(e.ref)}
	left, err := t.standIns(ctx, chain.Name)
	if err != nil {
		return err
	}
	var lines [][]byte
	if err := t.entries(ctx, caseLedger(), string(e.ref), func(f found) error {
		entry, err := exported(caseLedger(), chain.Name, f)
		if err != nil {
			return err
		}
		line := f.content
		if entry.Disposed != nil {
			line = left[f.n] // nothing where no stand-in could be kept
		}
		if f.n == 0 {
			if entry.Disposed == nil {
				e.add(requestFile, f.content)
				entry.Files = []string{requestFile}
			}
		} else if lines, err = append(lines, line), e.further(f.n, line); err != nil {
			return err
		}
		chain.Entries = append(chain.Entries, entry)
		return nil
	}); err != nil {
		return err
	}
	e.manifest.Chains = append(e.manifest.Chains, chain)
	e.add(eventsFile, asList(lines))
	return nil
}

// further takes the original of a request that came with an event.
func (e *export) further(n int64, line []byte) error {
	if line == nil {
		return nil
	}
	var event casework.Event
	if err := json.Unmarshal(line, &event); err != nil {
		return err
	}
	if b, ok := event.Body.(casework.FurtherRequest); ok && b.Original != nil {
		e.add(furtherFile(n), b.Original)
	}
	return nil
}

func furtherFile(n int64) string { return fmt.Sprintf("requests/event-%04d.json", n) }

// letters takes the chain of the letters, each as PDF and as text.
func (e *export) letters(ctx context.Context, t tx, files Files) error {
	chain := ExportedChain{Name: letterChain(e.ref)}
	if err := t.entries(ctx, letterLedger(), string(e.ref), func(f found) error {
		entry, err := exported(letterLedger(), chain.Name, f)
		if err != nil {
			return err
		}
		if entry.Disposed == nil {
			pdf, err := files.Get(ctx, entry.Values["sha256"])
			if err != nil {
				return err
			}
			name := letterFile(f.n, entry.Values["key"])
			e.add(name+".pdf", pdf)
			e.add(name+".txt", f.content)
			entry.Files = []string{name + ".pdf", name + ".txt"}
		}
		chain.Entries = append(chain.Entries, entry)
		return nil
	}); err != nil {
		return err
	}
	if len(chain.Entries) > 0 {
		e.manifest.Chains = append(e.manifest.Chains, chain)
	}
	return nil
}

// letterFile is the name of a letter's files without their ending. The number keeps two of them apart.
func letterFile(n int64, key string) string {
	return fmt.Sprintf("letters/%03d-%s", n, regexp.MustCompile(`[^A-Za-z0-9-]+`).ReplaceAllString(key, "_"))
}

// exported is an entry for the manifest. It refuses one whose content is not what was stored.
func exported(l ledger, chain string, f found) (ExportedEntry, error) {
	out := ExportedEntry{N: f.n, Values: map[string]string{}, Link: hex.EncodeToString(f.link), Sealed: f.sealed != nil}
	for i, column := range l.columns {
		switch v := f.values[i].(type) {
		case string:
			out.Values[column] = v
		case []byte:
			out.Values[column] = hex.EncodeToString(v)
		default:
			return out, DamageError{Where: place(chain, f.n), What: "its column " + column + " is not what was stored"}
		}
	}
	if f.disposedAt.Valid && f.salt == nil {
		at, err := unstamped(f.disposedAt.String)
		out.Disposed = &Disposal{Where: place(chain, f.n), Entry: f.n, At: at, By: f.disposedBy.String, Why: f.why.String}
		return out, err
	}
	if !f.whole() {
		return out, DamageError{Where: place(chain, f.n), What: "its content is missing or is not what was stored"}
	}
	out.Salt = hex.EncodeToString(f.salt)
	return out, nil
}

// asList writes JSON values as a list, one a line and each with the bytes that it has; null for one that is gone.
func asList(lines [][]byte) []byte {
	var b bytes.Buffer
	b.WriteString("[\n")
	for i, line := range lines {
		if i > 0 {
			b.WriteString(",\n")
		}
		if line == nil {
			line = []byte("null")
		}
		b.Write(line)
	}
	b.WriteString("\n]\n")
	return b.Bytes()
}

// hexed reads bytes from a column as hexadecimal.
type hexed struct{ *string }

// Scan takes what the database gives.
func (h hexed) Scan(from any) error {
	raw, ok := from.([]byte)
	if !ok {
		return fmt.Errorf("read bytes: the column holds %T", from)
	}
	*h.string = hex.EncodeToString(raw)
	return nil
}
