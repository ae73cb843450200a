package vector

import (
	"strings"
	"testing"
)

func TestPath(t *testing.T) {
	for d, want := range map[string]string{
		"M1 2L3 4Z":                "1.000 2.000 m 3.000 4.000 l h",
		"m1,2 3,4z":                "1.000 2.000 m 4.000 6.000 l h",
		"M0 0H5V6h-1v-1":           "0.000 0.000 m 5.000 0.000 l 5.000 6.000 l 4.000 6.000 l 4.000 5.000 l",
		"M0 0C1 1 2 1 3 0S5-1 6 0": "0.000 0.000 m 1.000 1.000 2.000 1.000 3.000 0.000 c 4.000 -1.000 5.000 -1.000 6.000 0.000 c",
		"M0 0Q3 3 6 0T12 0":        "0.000 0.000 m 2.000 2.000 4.000 2.000 6.000 0.000 c 8.000 -2.000 10.000 -2.000 12.000 0.000 c",
		"M1.5.5l1e1-.5":            "1.500 0.500 m 11.500 0.000 l",
	} {
		got, err := Path(d)
		if words := strings.Join(strings.Fields(string(got)), " "); err != nil || words != want {
			t.Errorf("%s gives %q (%v), not %q", d, words, err, want)
		}
	}
	for d, want := range map[string]string{
		"": "is empty", "L1 1": "begin with a move", "M1": "a number is missing", "M0 0A1 1 0 0 1 2 2": "is no command", "M0 0L1 x": "a number is missing", "hello": "begin with a move",
	} {
		if _, err := Path(d); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v does not say %q", d, err, want)
		}
	}
}

func FuzzPath(f *testing.F) {
	for _, s := range []string{"M0 0L1 1Z", "m1e999 0", "M0 0C1", "M..", "MMMM", "M0 0z1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, d string) {
		out, err := Path(d)
		if err == nil && (len(out) == 0 || strings.ContainsAny(string(out), "NI")) {
			t.Errorf("%q gives %q", d, out)
		}
	})
}
