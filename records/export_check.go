package records

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"sendpanel/casework"
)

// ExportReport is what a check of an export found.
type ExportReport struct {
	Manifest ExportManifest
	Events   int    // how many events it has
	Letters  int    // how many letters, each as PDF and text
	Disposed int    // how many contents had been destroyed on purpose
	Head     string // the last link of the case's chain, to be compared with the register's; hexadecimal
	Faults   []Fault
}

// Sound reports whether the export is whole and unchanged, as far as it can say by itself.
func (r ExportReport) Sound() bool { return len(r.Faults) == 0 }

// exportLimit is the most that one file of an export may hold, in bytes, so that a hostile archive fills no memory.
const exportLimit = 256 << 20

// CheckExport holds an export against its manifest and computes its chains, without a register. What is wrong stands in
// the report; the error says that the archive could not be read, or is no export.
func CheckExport(archive io.ReaderAt, size int64) (ExportReport, error) {
	c := &exportCheck{files: map[string][]byte{}}
	if err := c.open(archive, size); err != nil {
		return ExportReport{}, fmt.Errorf("check an export: %w", err)
	}
	m := &c.report.Manifest
	if err := json.Unmarshal(c.files[manifestFile], m); err != nil || m.Schema != ExportSchema && m.Schema != MeetingExportSchema {
		return ExportReport{}, errors.Join(errors.New("check an export: it has no manifest that this program knows. Give it a file made by starter export"), err)
	}
	c.manifest()
	lines, err := c.events()
	if err != nil {
		c.faultf(eventsFile, "it is not a list of events: %v", err)
	}
	if m.Schema == MeetingExportSchema {
		c.meetingEvents(lines)
		return c.report, nil
	}
	if len(m.Chains) == 0 || m.Chains[0].Name != caseChain(m.Ref) {
		c.faultf(manifestFile, "the chain of the case is missing")
	}
	for _, chain := range m.Chains {
		c.chain(chain, lines)
	}
	return c.report, nil
}

// exportCheck is a report in the making.
type exportCheck struct {
	files  map[string][]byte
	report ExportReport
}

func (c *exportCheck) faultf(where, what string, args ...any) {
	c.report.Faults = append(c.report.Faults, Fault{Where: where, What: fmt.Sprintf(what, args...)})
}

func (c *exportCheck) open(archive io.ReaderAt, size int64) error {
	read, err := zip.NewReader(archive, size)
	if err != nil {
		return fmt.Errorf("%w. Give it a file made by starter export", err)
	}
	for _, f := range read.File {
		if _, twice := c.files[f.Name]; twice {
			c.faultf(f.Name, "it is there twice")
		}
		if c.files[f.Name], err = unpacked(f); err != nil {
			c.faultf(f.Name, "it cannot be read: %v", err)
		}
	}
	return nil
}

func unpacked(f *zip.File) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, exportLimit+1))
	if err == nil && len(data) > exportLimit {
		return nil, errors.New("it is too large")
	}
	return data, err
}

// manifest holds every file against its line.
func (c *exportCheck) manifest() {
	listed := map[string]bool{manifestFile: true}
	for _, f := range c.report.Manifest.Files {
		listed[f.Name] = true
		data, ok := c.files[f.Name]
		switch {
		case !ok:
			c.faultf(f.Name, "it is missing")
		case int64(len(data)) != f.Size || hexOf(data) != f.SHA256:
			c.faultf(f.Name, "it is not the file that was exported")
		}
	}
	for name := range c.files {
		if !listed[name] {
			c.faultf(name, "it is in no manifest: it was added later")
		}
	}
	slices.SortStableFunc(c.report.Faults, func(a, b Fault) int { return bytes.Compare([]byte(a.Where), []byte(b.Where)) })
}

// events are the lines of the file of events, each with the bytes that it has.
func (c *exportCheck) events() ([][]byte, error) {
	var list []json.RawMessage
	if err := json.Unmarshal(c.files[eventsFile], &list); err != nil {
		return nil, err
	}
	lines := make([][]byte, len(list))
	for i, line := range list {
		lines[i] = line
	}
	return lines, nil
}

// chain computes a chain from its first entry to its end.
func (c *exportCheck) chain(chain ExportedChain, lines [][]byte) {
	l, of, ok := ledgerOf(chain.Name)
	ofCase := l.name == caseLedger().name
	if !ok || of != string(c.report.Manifest.Ref) || !ofCase && l.name != letterLedger().name {
		c.faultf(chain.Name, "such a chain does not belong here")
		return
	}
	if !ofCase {
		c.links(chain, l, c.letter)
		return
	}
	c.links(chain, l, func(where string, entry ExportedEntry) { c.event(where, entry, lines) })
	if len(lines) != len(chain.Entries)-1 {
		c.faultf(eventsFile, "it has %d events and the chain %d", len(lines), len(chain.Entries)-1)
	}
}

// links computes each link of a chain from the one before, and looks at each entry. The last link of the chain of a case or a
// meeting is the head.
func (c *exportCheck) links(chain ExportedChain, l ledger, look func(where string, entry ExportedEntry)) {
	previous := []byte{}
	for i, entry := range chain.Entries {
		where := place(chain.Name, entry.N)
		link, err := linkOf(previous, chain.Name, l.first+int64(i), entry.linked(l))
		if err != nil || hex.EncodeToString(link) != entry.Link {
			c.faultf(where, "it is not what was recorded: its link does not fit")
		}
		previous, _ = hex.DecodeString(entry.Link)
		if entry.Disposed != nil {
			c.report.Disposed++
		}
		look(where, entry)
	}
	if l.name != letterLedger().name {
		c.report.Head = hex.EncodeToString(previous)
	}
}

// linked are the values that a link covers.
func (e ExportedEntry) linked(l ledger) []any {
	values := make([]any, len(l.columns))
	for i, column := range l.columns {
		values[i] = e.Values[column]
	}
	if digest, err := hex.DecodeString(e.Values["digest"]); err == nil {
		values[len(values)-1] = digest
	}
	return values
}

// holds makes sure that a content is the one of which the chain has a digest.
func (c *exportCheck) holds(where string, e ExportedEntry, content []byte) {
	salt, err := hex.DecodeString(e.Salt)
	if err != nil || hex.EncodeToString(digestOf(salt, content)) != e.Values["digest"] {
		c.faultf(where, "its content is not what was stored")
	}
}

func (c *exportCheck) event(where string, e ExportedEntry, lines [][]byte) {
	switch {
	case e.N == 0 && e.Disposed == nil:
		c.holds(where, e, c.files[requestFile])
	case e.N < 1:
	case e.N > int64(len(lines)):
		c.faultf(where, "the event is missing")
	default:
		c.report.Events++
		line := lines[e.N-1]
		if e.Disposed == nil {
			c.holds(where, e, line)
		}
		var event casework.Event
		if err := json.Unmarshal(line, &event); err != nil {
			return // of another version, or gone: its bytes were checked
		}
		if b, ok := event.Body.(casework.FurtherRequest); ok && !bytes.Equal(c.files[furtherFile(e.N)], b.Original) {
			c.faultf(furtherFile(e.N), "it is not the request that came with the event")
		}
	}
}

func (c *exportCheck) letter(where string, e ExportedEntry) {
	c.report.Letters++
	if e.Disposed != nil {
		return
	}
	name := letterFile(e.N, e.Values["key"])
	c.holds(where, e, c.files[name+".txt"])
	if hexOf(c.files[name+".pdf"]) != e.Values["sha256"] {
		c.faultf(name+".pdf", "it is not the letter that was stored")
	}
}
