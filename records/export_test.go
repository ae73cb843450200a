package records

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
)

// exportOf saves a case.
func exportOf(t testing.TB, r *Register, ref casework.Ref) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := r.Export(context.Background(), &b, ref, "omarsh", firstStored()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func checked(t testing.TB, archive []byte) ExportReport {
	t.Helper()
	report, err := CheckExport(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// withFurther is the furnished register with a further request in the case.
func withFurther(t testing.TB, p home) (*Register, casework.Ref, []byte) {
	t.Helper()
	r, ref := furnished(t, p)
	original := []byte(`{"invented": "the school asks too"}`)
	record(t, r, ref, saying(4, casework.FurtherRequest{Received: received().AddDays(4), Channel: "post", Request: hexOf(original), Original: original}))
	return r, ref, original
}

func exportedWhole(t *testing.T, p home) {
	ctx := context.Background()
	r, ref, further := withFurther(t, p)
	archive := exportOf(t, r, ref)
	if !bytes.Equal(archive, exportOf(t, r, ref)) {
		t.Error("the same state gives two archives")
	}
	report := checked(t, archive)
	for _, f := range report.Faults {
		t.Errorf("fault in a sound export: %s", f)
	}
	if report.Events != 4 || report.Letters != 1 || report.Head == "" || report.Manifest.LastSeal.N == 0 || report.Manifest.By != "omarsh" {
		t.Errorf("the report says %+v", report)
	}
	files := unzipped(t, archive)
	request, err := r.Request(ctx, ref)
	if err != nil || string(files["request.json"]) != string(request) {
		t.Errorf("the request is %s, %v", files["request.json"], err)
	}
	letter := "letters/001-acknowledgement_family-1_1_1"
	if string(files["requests/event-0004.json"]) != string(further) || string(files[letter+".pdf"]) != "%PDF invented" || string(files[letter+".txt"]) != "Dear Ms Fenwick" {
		t.Errorf("a file is not what was stored: %q", files)
	}
	var events []casework.Event
	if err := json.Unmarshal(files["events.json"], &events); err != nil || len(events) != 4 {
		t.Errorf("%d events, %v", len(events), err)
	}
	if readme := string(files["README.txt"]); !strings.Contains(readme, "personal data") || !strings.Contains(readme, "24 November 2026") {
		t.Errorf("the README says %s", readme)
	}
	if _, err := r.Export(ctx, io.Discard, casework.NewRef(2026, 999), "omarsh", firstStored()); !errors.Is(err, ErrNoCase) {
		t.Errorf("a case that is not there gave %v", err)
	}
}

// exportedGaps exports a case of which something was destroyed on purpose, and one that was damaged.
func exportedGaps(t *testing.T, p home) {
	r, ref := furnished(t, p)
	if err := r.DisposeLetter(context.Background(), ref, letterKey(1), "the wrong family", "records-manager"); err != nil {
		t.Fatal(err)
	}
	other := casework.NewRef(2026, 2) // its request and its third event were destroyed
	for _, ref := range []casework.Ref{ref, other} {
		archive := exportOf(t, r, ref)
		if report := checked(t, archive); !report.Sound() || report.Disposed == 0 {
			t.Errorf("%s: the report says %+v", ref, report)
		}
	}
	if files := unzipped(t, exportOf(t, r, other)); files["request.json"] != nil {
		t.Error("a request that was destroyed is there")
	}
	p.tamper(t, `UPDATE contents SET content = salt WHERE chain = ? AND n = 2`, caseChain(ref))
	if _, err := r.Export(context.Background(), io.Discard, ref, "omarsh", firstStored()); !errors.As(err, new(DamageError)) {
		t.Errorf("a damaged case gave %v", err)
	}
}

// exportChanged changes one thing after another in an export: each shows, also where the manifest was made to fit.
func exportChanged(t *testing.T, p home) {
	r, ref, _ := withFurther(t, p)
	archive := exportOf(t, r, ref)
	for name := range unzipped(t, archive) {
		if name != manifestFile {
			for _, how := range []func([]byte) []byte{func(b []byte) []byte { return append(b, ' ', 'x') }, func([]byte) []byte { return nil }} {
				if checked(t, rezipped(t, archive, name, how, false)).Sound() {
					t.Errorf("a change of %s does not show", name)
				}
			}
		}
	}
	for name, change := range map[string]func([]byte) []byte{
		eventsFile:                 func(b []byte) []byte { return bytes.Replace(b, []byte("Odette"), []byte("Ottilie"), 1) },
		requestFile:                func([]byte) []byte { return []byte(`{}`) },
		"requests/event-0004.json": func([]byte) []byte { return []byte(`{}`) },
		"letters/001-acknowledgement_family-1_1_1.pdf": func([]byte) []byte { return []byte("%PDF another") },
		"letters/001-acknowledgement_family-1_1_1.txt": func([]byte) []byte { return []byte("Dear Mr Fenwick") },
	} {
		if checked(t, rezipped(t, archive, name, change, true)).Sound() {
			t.Errorf("a change of %s does not show once the manifest fits it", name)
		}
	}
	if _, err := CheckExport(strings.NewReader("no archive"), 10); err == nil {
		t.Error("what is no archive was taken")
	}
}

func unzipped(t testing.TB, archive []byte) map[string][]byte {
	t.Helper()
	read, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range read.File {
		if !f.Modified.Equal(time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)) {
			t.Errorf("%s has the time %s", f.Name, f.Modified)
		}
		if files[f.Name], err = unpacked(f); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// rezipped is the archive with one file changed, or left out, and the manifest made to fit it where that is asked.
func rezipped(t testing.TB, archive []byte, name string, change func([]byte) []byte, fit bool) []byte {
	t.Helper()
	files := unzipped(t, archive)
	if files[name] = change(files[name]); files[name] == nil {
		delete(files, name)
	}
	if fit {
		var m ExportManifest
		if err := json.Unmarshal(files[manifestFile], &m); err != nil {
			t.Fatal(err)
		}
		for i := range m.Files {
			if m.Files[i].Name == name {
				m.Files[i].Size, m.Files[i].SHA256 = int64(len(files[name])), hexOf(files[name])
			}
		}
		files[manifestFile], _ = indented(m)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, data := range files {
		if err := put(w, content{name, data}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
