package reasons

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var release = flag.Bool("release", false, "also run the paragraphs that are kept apart")

// paragraph is one entry of the corpus.
type paragraph struct {
	file string
	ids  []string // the rules that should find it; in the sound half, those whose words it uses
	text string
}

// readCorpus reads the paragraphs of a folder. Each begins with a line "== " and the rules.
func readCorpus(t *testing.T, folder string) []paragraph {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no paragraphs in testdata/%s: %v", folder, err)
	}
	var out []paragraph
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, entries, _ := strings.Cut("\n"+string(content), "\n== ")
		for entry := range strings.SplitSeq(entries, "\n== ") {
			ids, text, _ := strings.Cut(entry, "\n")
			out = append(out, paragraph{filepath.Base(file), strings.Fields(ids), strings.TrimSpace(text)})
		}
	}
	return out
}

// tally counts how the paragraphs of one rule fared.
type tally struct{ weak, found, byName, sound, flagged int }

// score is a run over a weak and a sound folder.
type score struct {
	byRule              map[string]*tally
	all                 tally
	missed, falseAlarms []string
}

func (s *score) of(id string) *tally {
	if s.byRule[id] == nil {
		s.byRule[id] = &tally{}
	}
	return s.byRule[id]
}

// run checks both halves of a folder.
func run(t *testing.T, under string) *score {
	s := &score{byRule: map[string]*tally{}}
	for _, p := range readCorpus(t, filepath.Join(under, "weak")) {
		alarms := alarms(Check(p.text, Options{}))
		row := s.of(p.ids[0])
		row.weak, s.all.weak = row.weak+1, s.all.weak+1
		if len(alarms) == 0 {
			s.missed = append(s.missed, fmt.Sprintf("%s %v: %s", p.file, p.ids, p.text))
			continue
		}
		row.found, s.all.found = row.found+1, s.all.found+1
		if slices.ContainsFunc(alarms, func(f Finding) bool { return slices.Contains(p.ids, f.ID) }) {
			row.byName, s.all.byName = row.byName+1, s.all.byName+1
		}
	}
	for _, p := range readCorpus(t, filepath.Join(under, "sound")) {
		alarms := alarms(Check(p.text, Options{}))
		row := s.of(p.ids[0])
		row.sound, s.all.sound = row.sound+1, s.all.sound+1
		if len(alarms) > 0 {
			row.flagged, s.all.flagged = row.flagged+1, s.all.flagged+1
			s.falseAlarms = append(s.falseAlarms, fmt.Sprintf("%s %v: %s\n      %s", p.file, p.ids, p.text, brief(alarms)))
		}
	}
	return s
}

// alarms are the findings that count: a B or a W.
func alarms(findings []Finding) []Finding {
	return slices.DeleteFunc(findings, func(f Finding) bool { return f.Severity == Note })
}

func brief(findings []Finding) string {
	var out []string
	for _, f := range findings {
		out = append(out, fmt.Sprintf("%s: %s", f.ID, f.Quote))
	}
	return strings.Join(out, "\n      ")
}

// print writes the table of a release.
func (s *score) print(t *testing.T) {
	t.Logf("%-6s %6s %6s %8s %6s %8s", "rule", "weak", "found", "by name", "sound", "flagged")
	for _, id := range slices.Sorted(maps.Keys(s.byRule)) {
		r := s.byRule[id]
		t.Logf("%-6s %6d %6d %8d %6d %8d", id, r.weak, r.found, r.byName, r.sound, r.flagged)
	}
	t.Logf("%-6s %6d %6d %8d %6d %8d   recall %.1f%%, false alarms %.1f%%", "all", s.all.weak, s.all.found, s.all.byName,
		s.all.sound, s.all.flagged, s.recall(), s.alarmRate())
}

func (s *score) recall() float64    { return 100 * float64(s.all.found) / float64(s.all.weak) }
func (s *score) alarmRate() float64 { return 100 * float64(s.all.flagged) / float64(s.all.sound) }

// hold fails where too little is found or too much is flagged.
func (s *score) hold(t *testing.T, recall, alarms float64) {
	t.Helper()
	if s.recall() < recall {
		t.Errorf("weak reasons found: %.1f in 100, want at least %.1f", s.recall(), recall)
	}
	if s.alarmRate() > alarms {
		t.Errorf("sound reasons flagged: %.1f in 100, want at most %.1f", s.alarmRate(), alarms)
	}
}

// TestCorpus runs the paragraphs that the rules were written with.
func TestCorpus(t *testing.T) {
	s := run(t, "")
	s.print(t)
	for _, miss := range s.missed {
		t.Logf("missed   %s", miss)
	}
	for _, alarm := range s.falseAlarms {
		t.Logf("flagged  %s", alarm)
	}
	s.hold(t, 95, 7)
}

// TestHeldOut runs the paragraphs that the rules were not tuned on. It prints figures and no text, so that a run does
// not become tuning.
func TestHeldOut(t *testing.T) {
	if !*release {
		t.Skip("kept apart: run with -release")
	}
	s := run(t, "held-out")
	s.print(t)
	s.hold(t, 85, 15)
}
