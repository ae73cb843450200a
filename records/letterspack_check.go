package records

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"sendpanel/casework"
	"sendpanel/statute"
)

// LettersReport is what a check of a folder of letters found.
type LettersReport struct {
	Manifest LettersManifest
	Letters  int    // how many were read
	Disposed int    // how many had been destroyed on purpose
	Head     string // the last link of the letters' chain, to be compared with the register's; hexadecimal
	CaseHead string // and of the case's
	Faults   []Fault
}

// Sound reports whether the letters are whole and unchanged, as far as they can say by themselves.
func (r LettersReport) Sound() bool { return len(r.Faults) == 0 }

// CheckLetters holds a folder of letters against its manifest and computes their chain, without a register. The error says
// that the folder could not be read, or holds no such manifest.
func CheckLetters(folder fs.FS) (LettersReport, error) {
	c := &exportCheck{files: map[string][]byte{}}
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		c.files[name], err = readLimited(folder, name)
		return err
	})
	var m LettersManifest
	if err == nil {
		err = json.Unmarshal(c.files[manifestFile], &m)
	}
	if err != nil || m.Schema != LettersSchema {
		return LettersReport{}, errors.Join(errors.New("check letters: the folder has no manifest that this program knows. Give it one that starter letters export wrote"), err)
	}
	c.report.Manifest = m.ExportManifest
	c.manifest()
	report := LettersReport{Manifest: m}
	for _, chain := range m.Chains {
		switch chain.Name {
		case letterChain(m.Ref):
			c.chain(chain, nil)
			report.Head = lastLink(chain)
		case caseChain(m.Ref):
			c.history(chain, m.Letters)
			report.CaseHead = lastLink(chain)
		default:
			c.faultf(chain.Name, "such a chain does not belong here")
		}
	}
	if report.CaseHead == "" {
		c.faultf(manifestFile, "the chain of the case is missing")
	}
	c.listed(m)
	report.Letters, report.Disposed, report.Faults = c.report.Letters, c.report.Disposed, c.report.Faults
	return report, nil
}

func lastLink(chain ExportedChain) string {
	if len(chain.Entries) == 0 {
		return ""
	}
	return chain.Entries[len(chain.Entries)-1].Link
}

// listed holds the list of letters against their chain.
func (c *exportCheck) listed(m LettersManifest) {
	told := map[string]PackedLetter{}
	for _, l := range m.Letters {
		told[l.Key.String()] = l
	}
	for _, entry := range m.lettersChain().Entries {
		key := entry.Values["key"]
		if l, listed := told[key]; !listed || l.SHA256 != entry.Values["sha256"] || l.Dated.String() != entry.Values["dated"] {
			c.faultf(manifestFile, "what it says of the letter %s is not what was recorded", key)
		}
		delete(told, key)
	}
	for key := range told {
		c.faultf(manifestFile, "the letter %s is in no chain", key)
	}
}

// history computes the case's chain and holds what the list says became of each letter against the events.
func (c *exportCheck) history(chain ExportedChain, letters []PackedLetter) {
	previous := []byte{}
	issued, posted := map[casework.LetterKey]casework.Issued{}, map[casework.LetterKey]statute.Day{}
	for i, entry := range chain.Entries {
		where := place(chain.Name, entry.N)
		link, err := linkOf(previous, chain.Name, caseLedger().first+int64(i), entry.linked(caseLedger()))
		if err != nil || hex.EncodeToString(link) != entry.Link {
			c.faultf(where, "it is not what was recorded: its link does not fit")
		}
		previous, _ = hex.DecodeString(entry.Link)
		for _, file := range entry.Files {
			c.holds(where, entry, c.files[file])
			var event casework.Event
			if err := json.Unmarshal(c.files[file], &event); err != nil {
				continue // its bytes were checked
			}
			switch b := event.Body.(type) {
			case casework.Issued:
				issued[b.Letter] = b
			case casework.Posted:
				posted[b.Letter] = b.On
			}
		}
	}
	for _, l := range letters {
		if was := issued[l.Key]; l.Posted != posted[l.Key] || l.Channel != was.By || was.SHA256 != "" && was.SHA256 != l.SHA256 {
			c.faultf(manifestFile, "what it says became of the letter %s is not what was recorded", l.Key)
		}
	}
}

func readLimited(folder fs.FS, name string) ([]byte, error) {
	in, err := folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, exportLimit+1))
	if err == nil && len(data) > exportLimit {
		err = fmt.Errorf("%s is too large", name)
	}
	return data, err
}
