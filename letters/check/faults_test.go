package check

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestEachFaultIsFound(t *testing.T) {
	text := good(t)
	for _, m := range mutants {
		t.Run(m.name, func(t *testing.T) {
			changed := mutated(t, text, m)
			findings := Check(made(t, changed))
			if !slices.Contains(rulesOf(findings), m.rule) {
				t.Errorf("%s did not find it; found %v", m.rule, findings)
			}
		})
	}
}

// mutated makes the mutant. Some faults need more than one change.
func mutated(t testing.TB, text string, m mutant) string {
	t.Helper()
	n := 1
	if m.name == "a subset tag in small letters" {
		n = -1
	}
	pairs := append([]string{m.from, m.to}, m.and...)
	for i := 0; i+1 < len(pairs); i += 2 {
		changed := strings.Replace(text, pairs[i], pairs[i+1], n)
		if changed == text && pairs[i] != pairs[i+1] {
			t.Fatalf("the good file has no %q", pairs[i])
		}
		text = changed
	}
	return text
}

func TestFaultsOfTheFrame(t *testing.T) {
	whole := made(t, good(t))
	for _, tc := range faultsOfTheFrame {
		t.Run(tc.name, func(t *testing.T) {
			changed := tc.change(bytes.Clone(whole))
			if bytes.Equal(changed, whole) {
				t.Fatal("nothing was changed")
			}
			if findings := Check(changed); !slices.Contains(rulesOf(findings), tc.rule) {
				t.Errorf("%s did not find it; found %v", tc.rule, findings)
			}
		})
	}
}

// faultsOfTheFrame change the bytes, not the objects.
var faultsOfTheFrame = []struct {
	name   string
	rule   Rule
	change func([]byte) []byte
}{
	{"no binary comment", "A-6.1.2", func(b []byte) []byte { return bytes.Replace(b, []byte("\xe2\xe3\xcf\xd3"), []byte("abcd"), 1) }},
	{"PDF 2.0", "A-6.1.2", func(b []byte) []byte { return bytes.Replace(b, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1) }},
	{"no ID", "A-6.1.3-id", func(b []byte) []byte { return bytes.Replace(b, []byte("/ID ["), []byte("/Id ["), 1) }},
	{"encrypted", "A-6.1.3-encrypt", func(b []byte) []byte {
		return bytes.Replace(b, []byte("/Info 70 0 R"), []byte("/Encrypt 70 0 R"), 1)
	}},
	{"more after the end", "A-6.1.3-end", func(b []byte) []byte { return append(b, "more\n"...) }},
	{"a wrong offset", "A-6.1.4", func(b []byte) []byte {
		return bytes.Replace(b, []byte("0000000015 00000 n"), []byte("0000000016 00000 n"), 1)
	}},
	{"a short entry", "A-6.1.4", func(b []byte) []byte {
		return bytes.Replace(b, []byte("0000000015 00000 n \n"), []byte("0000000015 00000 n\n"), 1)
	}},
	{"cut off", "unreadable", func(b []byte) []byte { return b[:400] }},
	{"nothing", "unreadable", func([]byte) []byte { return nil }},
	{"a picture", "unreadable", func([]byte) []byte { return []byte("\x89PNG\r\n\x1a\n") }},
	{"no catalog", "unreadable", func(b []byte) []byte { return bytes.Replace(b, []byte("/Root 1 0 R"), []byte("/Root 9 9 R"), 1) }},
	{"two line ends after xref", "A-6.1.4", func(b []byte) []byte { return bytes.Replace(b, []byte("xref\n0"), []byte("xref\n\n0"), 1) }},
	{"an object that begins on its own line", "A-6.1.9", func(b []byte) []byte { return bytes.Replace(b, []byte("\n2 0 obj\n"), []byte("\n2 0 obj "), 1) }},
	{"eight million objects", "A-6.1.13", func(b []byte) []byte { return bytes.Replace(b, []byte("xref\n0"), []byte("xref\n8388609 0\n0"), 1) }},
}

// TestEveryRuleIsTested wants a fault for each rule of the book, and no other.
func TestEveryRuleIsTested(t *testing.T) {
	tested := map[Rule]bool{"too-much": true} // TestBounds
	for _, f := range faultsOfTheFrame {
		tested[f.rule] = true
	}
	for _, m := range mutants {
		tested[m.rule] = true
	}
	for _, r := range Rules() {
		if !tested[r.Rule] {
			t.Errorf("no fault is made for %s", r.Rule)
		}
		if r.Clause == "" || r.Mend == "" {
			t.Errorf("%s has no clause, or does not say how it is mended", r.Rule)
		}
		if meaning(r.Rule) == "" {
			t.Errorf("%s does not say what it means", r.Rule)
		}
		delete(tested, r.Rule)
	}
	for r := range tested {
		t.Errorf("%s is not in the rulebook", r)
	}
}
