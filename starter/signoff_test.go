package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sendpanel/council"
)

// TestSignoffShowsWhatChanged lists everything once, and tells a changed, a new and a gone entry from the rest.
func TestSignoffShowsWhatChanged(t *testing.T) {
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"signoff", "--json"}, &out, &errs); status != 0 {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	var list []signable
	if err := json.Unmarshal(out.Bytes(), &list); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, s := range list {
		if seen[s.key()] || s.Law == "" || len(s.Read) != 64 || len(s.Text) == 0 {
			t.Errorf("%s stands there twice, or lacks its law, its digest or its text", s.key())
		}
		seen[s.key()] = true
	}
	if !seen["wording refusal.decision from 2014-09-01"] || len(list) < 200 {
		t.Errorf("%d entries, without the decision of a refusal among them", len(list))
	}
	saved := func(change func([]signable) []signable) string {
		data, err := json.Marshal(change(append([]signable(nil), list...)))
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "signed.json")
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	for name, tc := range map[string]struct {
		change func([]signable) []signable
		says   string
	}{
		"nothing changed": {func(l []signable) []signable { return l }, "0 of "},
		"a changed text": {func(l []signable) []signable {
			l[0].Read, l[0].Text = "0", map[string]string{"all": "As it was."}
			return l
		}, "- all: As it was."},
		"a new entry":  {func(l []signable) []signable { return l[1:] }, "new: " + list[0].key()},
		"a gone entry": {func(l []signable) []signable { l[0].ID = "of.old"; return l }, "gone: wording of.old"},
	} {
		t.Run(name, func(t *testing.T) {
			var out, errs bytes.Buffer
			if status := run(t.Context(), []string{"signoff", "--since", saved(tc.change)}, &out, &errs); status != 0 || !strings.Contains(out.String(), tc.says) {
				t.Errorf("status %d, %s%s; want %q", status, errs.String(), out.String(), tc.says)
			}
		})
	}
}

// TestSignoffReadsTheSettings: the lawyer's signatures count for the text that was read, and a changed text is named.
func TestSignoffReadsTheSettings(t *testing.T) {
	settings := council.Invented()
	file := filepath.Join(t.TempDir(), "settings.json")
	save := func() {
		data, err := json.Marshal(settings)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(args ...string) string {
		var out, errs bytes.Buffer
		run(t.Context(), append([]string{"signoff", "--settings", file}, args...), &out, &errs)
		return out.String() + errs.String()
	}
	save()
	if err := json.Unmarshal([]byte(ask("--sign", "rights.opening", "--sign", "T18")), &settings.Signatures); err != nil || len(settings.Signatures) != 6 {
		t.Fatalf("the signatures are %+v, %v", settings.Signatures, err)
	}
	save()
	if text := ask(); !strings.Contains(text, "signed by "+settings.Signatures[0].Name) || !strings.Contains(text, "6 of them signed") {
		t.Error("what the lawyer signed is not shown as signed")
	}
	settings.Signatures[0].Read = strings.Repeat("0", 64)
	save()
	if text := ask(); !strings.Contains(text, "CHANGED since it was signed by") || !strings.Contains(text, "5 of them signed") {
		t.Error("an entry that reads otherwise since is not named")
	}
	if text := ask("--sign", "T13/period"); strings.Count(text, `"read"`) != 1 || !strings.Contains(text, `"T13/period"`) {
		t.Errorf("one part of a rule was not signed by itself: %s", text)
	}
	if text := ask("--sign", "no.such"); !strings.Contains(text, "is called no.such") {
		t.Errorf("an unknown entry was signed: %s", text)
	}
}
