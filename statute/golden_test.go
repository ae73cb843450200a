package statute

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden cases as the code now computes them, for a person to read")

const (
	factsEnd = "----------"
	caseEnd  = "==========\n"
)

// TestGoldenCases reads every case under testdata/cases. A case is a comment that says what it shows, a rule, its
// facts, a line, and the dates that follow, each with its reason.
func TestGoldenCases(t *testing.T) {
	golden(t, filepath.Join("testdata", "cases"), computeCase)
}

// TestGoldenClosures reads closure windows in the same form.
func TestGoldenClosures(t *testing.T) {
	golden(t, filepath.Join("testdata", "closures"), computeClosure)
}

func golden(t *testing.T, folder string, compute func([]string) (string, error)) {
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in %s: %v", folder, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { goldenFile(t, file, compute) })
	}
}

func goldenFile(t *testing.T, file string, compute func([]string) (string, error)) {
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, text := range strings.Split(string(want), caseEnd) {
		facts, _, found := strings.Cut(text, factsEnd+"\n")
		if !found {
			t.Fatalf("no line %s after the facts:\n%s", factsEnd, text)
		}
		result, err := compute(strings.Split(strings.TrimSpace(facts), "\n"))
		if err != nil {
			result = err.Error() + "\n"
		}
		got = append(got, facts+factsEnd+"\n"+result)
	}
	text := strings.Join(got, caseEnd)
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), text); diff != "" {
		t.Errorf("(-golden +computed)\n%s", diff)
	}
}

// fact is a line such as "request received    Mon 23 Nov 2026".
func fact(line string) (label string, day Day, err error) {
	fields := strings.Fields(line)
	if len(fields) < 5 {
		return line, Day{}, nil
	}
	n := len(fields) - 4
	at, err := time.Parse("Mon 2 Jan 2006", strings.Join(fields[n:], " "))
	if err != nil {
		return "", Day{}, fmt.Errorf("fact %q: %w", line, err)
	}
	day = ofUTC(at)
	if got := day.Short(); got != strings.Join(fields[n:], " ") {
		return "", Day{}, fmt.Errorf("fact %q: that day is %s", line, got)
	}
	return strings.Join(fields[:n], " "), day, nil
}

func computeCase(lines []string) (string, error) {
	var id RuleID
	var days []Day
	var opts []Option
	for _, line := range lines {
		switch name, value, _ := strings.Cut(line, " "); {
		case strings.HasPrefix(line, "#"):
		case id == "":
			id = RuleID(line)
		case name == "by":
			opts = append(opts, By(Channel(strings.TrimSpace(value))))
		default:
			_, day, err := fact(line)
			if err != nil {
				return "", err
			}
			days = append(days, day)
		}
	}
	if len(days) == 0 {
		return "", fmt.Errorf("%s: no day to count from", id)
	}
	if len(days) > 1 {
		opts = append(opts, Second(days[1]))
	}
	set, err := InForce(days[0])
	if err != nil {
		return "", err
	}
	d, err := set.dates(id, days[0], opts...)
	if err != nil {
		return "", err
	}
	if err := d.Verify(); err != nil {
		return "", err
	}
	return describe(d), nil
}

func describe(d Dates) string {
	cal, _ := calendarByID(d.Proof.Calendar)
	var b strings.Builder
	for _, s := range d.Proof.Steps {
		reason := s.reason(d, cal)
		fmt.Fprintf(&b, "%-20s %s   %s\n", strings.ReplaceAll(s.Gives, "_", " "), padded(s.Result), reason)
	}
	return b.String()
}

// padded writes a day so that days stand under each other.
func padded(d Day) string {
	_, _, n := d.Date()
	return fmt.Sprintf("%s %2d %s", d.format("Mon"), n, d.format("Jan 2006"))
}

func (s Step) reason(d Dates, c *calendar) string {
	switch s.By {
	case CountPeriod:
		text := fmt.Sprintf("%s %s", s.Period, s.From.Short())
		if s.Period.Count != BeforeDate {
			text += ", " + apart(s.Result.Sub(s.From))
		}
		if s.MonthEnd {
			text += "; no such date in that month"
		}
		return text + strings.TrimSuffix(strings.Replace(s.passed(c), " Not counted:", "; not counted", 1), ".")
	case TakeLater:
		return "the later of the two"
	case TakeMove:
		return "aware in time: the day of the move"
	case DayBefore:
		return "safe if the day of the event counts as day 1"
	case DayAfter:
		return "the day after"
	case LastWorkingDay:
		text := "last working day on or before " + map[string]string{"work_by": "target", "effective": "due"}[s.Gives]
		if len(s.NotCounted) > 0 {
			text += " (" + s.NotCounted[0].describe(c) + " left out)"
		}
		return text
	case HandOver:
		if s.Result == d.WorkBy {
			return fmt.Sprintf("%s, not after work by", d.Proof.Channel)
		}
		return fmt.Sprintf("%s, deemed served by %s", d.Proof.Channel, s.From.Short())
	}
	return strings.SplitN(s.rule12(), ", so ", 2)[0]
}

func apart(days int) string {
	if days < 0 {
		return daysOf(-days) + " back"
	}
	return daysOf(days) + " on"
}

func computeClosure(lines []string) (string, error) {
	days := map[string]Day{}
	for _, line := range lines {
		if strings.HasPrefix(line, "#") {
			continue
		}
		label, day, err := fact(line)
		if err != nil {
			return "", err
		}
		days[label] = day
	}
	closure := Closure{Closed: days["closed"], Reopens: days["reopens"]}
	f, err := closure.Asked(days["advice asked"])
	if err != nil {
		return "", err
	}
	verdict := "does not qualify"
	if f.Qualifies {
		verdict = "qualifies"
	}
	return verdict + "\n  " + strings.Join(f.Why, "\n  ") + "\n", nil
}
