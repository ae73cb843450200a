package records

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"sendpanel/statute"
)

// readJSON is one read as an export shows it.
type readJSON struct {
	At      time.Time `json:"at"`
	By      string    `json:"by,omitempty"`
	Account string    `json:"account"`
	What    string    `json:"what"`
}

// reads takes who read the case.
func (e *export) reads(reads []Read) error {
	list := make([]readJSON, len(reads))
	for i, r := range reads {
		list[i] = readJSON{At: r.At, By: r.By, Account: r.Account, What: r.What}
	}
	data, err := indented(list)
	e.add(readsFile, data)
	return err
}

// write writes the archive: the README first, the manifest last, since it names all the others.
func (e *export) write(w io.Writer) error {
	files := append([]content{{readmeFile, e.readme()}}, e.files...)
	for _, f := range files {
		e.manifest.Files = append(e.manifest.Files, ExportedFile{Name: f.name, Size: int64(len(f.data)), SHA256: hexOf(f.data)})
	}
	manifest, err := indented(e.manifest)
	if err != nil {
		return err
	}
	archive := zip.NewWriter(w)
	for _, f := range append(files, content{manifestFile, manifest}) {
		if err := put(archive, f); err != nil {
			return fmt.Errorf("write %s: %w", f.name, err)
		}
	}
	return archive.Close()
}

// put adds a file to an archive. Its time is always the same, so that the same content makes the same archive.
func put(archive *zip.Writer, f content) error {
	header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)}
	header.SetMode(0o600)
	file, err := archive.CreateHeader(header)
	if err != nil {
		return err
	}
	_, err = file.Write(f.data)
	return err
}

func indented(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

// readme says in plain words what the archive is, before anybody passes it on.
func (e *export) readme() []byte {
	if e.manifest.Meeting != "" {
		return e.readmeOfMeeting()
	}
	at := e.manifest.At.In(statute.London())
	return fmt.Appendf(nil, `Case %s, exported on %s at %s by %s

WHAT THIS IS
Everything that SEND Panel's register holds of one case about a request for an education, health and care needs
assessment. It is a copy: the case itself stays in the register.

IT HOLDS PERSONAL DATA
It holds personal data of a child or young person and their family, much of it about health, and personal data of other
people: those who asked, who wrote reports, who care for the child, members of staff. Nothing has been taken out. It may
hold addresses that one parent must not learn from it, legal advice, and what could cause serious harm if it were shown.

Do not hand it on as it is, not even to the family. An answer to a subject access request is made from it by somebody
who reads all of it and takes out what must not be disclosed. Keep it encrypted, send it only in a secure way, and
delete it when it has served its purpose. That it was exported is recorded in the register.

WHAT IS IN IT
  manifest.json  every file with its size and SHA-256, and the register's chains for this case
  events.json    what happened, one event a line, exactly as it is stored. In the place of an event whose content was
                 destroyed on purpose is what was kept in its place, or null
  request.json   the request as it arrived (not there if it was destroyed on purpose)
  requests/      further requests for the same child, as they arrived, under the number of their event
  letters/       every letter, as it was sent (PDF) and as text
  reads.json     who has looked at the case, and when, this export among them

IS IT WHOLE AND UNCHANGED?
  starter export check FILE.zip
compares every file with the manifest and computes the chains again. That shows that nothing was changed by accident or
without skill. Somebody who writes the whole archive anew can only be found out against the register, or against a copy
of its seals: compare the last link of the case's chain with the register's.
`, e.ref, statute.DayOf(at).Long(), at.Format("15:04"), e.manifest.By)
}
