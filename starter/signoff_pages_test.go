package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"sendpanel/council"
)

// TestPagesAreSignedByWhoReadsTheLanguage: the words stand beside the English, and a signature names what was read.
func TestPagesAreSignedByWhoReadsTheLanguage(t *testing.T) {
	var out, errs bytes.Buffer
	if status := run(t.Context(), []string{"signoff", "--pages", "pl"}, &out, &errs); status != 0 {
		t.Fatalf("%d: %s", status, errs.String())
	}
	for _, want := range []string{"pl/family\n  read: ", "nobody has signed it", "en: Your rights\n    pl: Państwa prawa"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the list lacks %q", want)
		}
	}
	if status := run(t.Context(), []string{"signoff", "--pages", "pl", "--sign", "all"}, &out, &errs); status == 0 {
		t.Error("somebody without a name signed")
	}
	out.Reset()
	if status := run(t.Context(), []string{"signoff", "--pages", "pl", "--sign", "pl/family", "--reader", "Anna Zielińska", "--post", "Translator"}, &out, &errs); status != 0 {
		t.Fatalf("%d: %s", status, errs.String())
	}
	var signed []council.Signature
	if err := json.Unmarshal(out.Bytes(), &signed); err != nil || len(signed) != 1 || signed[0].What != "page" || signed[0].ID != "pl/family" || len(signed[0].Read) != 64 {
		t.Errorf("the signatures are %+v, %v", signed, err)
	}
	for _, wrong := range [][]string{{"--pages", "xx"}, {"--pages", "pl", "--sign", "pl/none", "--reader", "A", "--post", "B"}} {
		if status := run(t.Context(), append([]string{"signoff"}, wrong...), &out, &errs); status == 0 {
			t.Errorf("%v was taken", wrong)
		}
	}
}
