package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/alecthomas/kong"

	"sendpanel/statute"
)

// Streams are where a command writes: results to Out, what a person must attend to on Err.
type Streams struct{ Out, Err io.Writer }

// DueCmd computes statutory dates: one with its proof, a file of them, or a school closure's window.
type DueCmd struct {
	Rule string `arg:"" optional:"" help:"Rule, with its limb where it has several: T04, T18, T24.draft."`
	Day  string `arg:"" optional:"" help:"Day of the event that starts the clock, as 2026-11-23, or a moment, as 2026-11-23T23:50."`

	Second  string        `placeholder:"DAY" help:"Second date: certificate issued (T18), day of the move (T41), last review (T43)."`
	Channel string        `default:"first-class" enum:"first-class,second-class,notify,email,hand" help:"How notice will travel: ${enum}."`
	Format  string        `default:"text" enum:"text,json" help:"How one date is printed: ${enum}."`
	Beside  string        `placeholder:"RULESET" help:"Show the same facts under another rule set beside it."`
	Batch   string        `placeholder:"FILE.csv" help:"Compute every row of a file: rule,trigger_date,second_date."`
	Out     string        `placeholder:"FILE.csv" help:"With --batch: write here, not to standard output."`
	Window  closureWindow `placeholder:"CLOSED REOPENS ASKED" help:"Does the school closure exception reach advice asked for on a day? First day closed, first day open again, day asked."`
}

// closureWindow is a flag with three values.
type closureWindow struct{ Closed, Reopens, Asked string }

// Decode takes the three days that follow --window.
func (w *closureWindow) Decode(ctx *kong.DecodeContext) error {
	for _, part := range []struct {
		name string
		into *string
	}{{"CLOSED", &w.Closed}, {"REOPENS", &w.Reopens}, {"ASKED", &w.Asked}} {
		if err := ctx.Scan.PopValueInto(part.name, part.into); err != nil {
			return fmt.Errorf("--window needs three days, CLOSED REOPENS ASKED, for example 2027-07-22 2027-09-02 2027-07-16: %w", err)
		}
	}
	return nil
}

// Run answers the one question that was asked.
func (cmd *DueCmd) Run(out *Streams) error {
	switch {
	case cmd.Window != closureWindow{}:
		return cmd.window(out)
	case cmd.Batch != "":
		return cmd.batch(out)
	case cmd.Out != "":
		return errors.New("--out goes with --batch: name the file to compute")
	case cmd.Rule == "" || cmd.Day == "":
		return errors.New("name a rule and a day, for example: starter due T04 2026-11-23 (starter rules lists the rules)")
	}
	return cmd.one(out)
}

func (cmd *DueCmd) one(out *Streams) error {
	asked, err := readQuestion(cmd.Rule, cmd.Day, cmd.Second, cmd.Channel)
	if err != nil {
		return err
	}
	dates, err := asked.answer()
	if errors.Is(err, statute.ErrNoNumber) {
		fmt.Fprintln(out.Err, err)
		dates.Proof = statute.Proof{}
	} else if err != nil {
		return err
	}
	if cmd.Beside != "" {
		return asked.beside(out.Out, cmd.Beside)
	}
	if cmd.Format == "json" {
		return printJSON(out.Out, dates)
	}
	return printDates(out.Out, dates)
}

func printJSON(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(value)
}

// question is one computation as it was asked.
type question struct {
	rule       statute.Rule
	set        statute.RuleSet
	day        statute.Day
	secondDate statute.Day
	channel    statute.Channel
}

// readQuestion reads what was typed. Each error says which part, and how to mend it.
func readQuestion(rule, day, second, channel string) (question, error) {
	var q question
	var err error
	if q.day, err = statute.ParseMoment(day); err != nil {
		return q, fmt.Errorf("trigger date: %w", err)
	}
	if second != "" {
		if q.secondDate, err = statute.ParseMoment(second); err != nil {
			return q, fmt.Errorf("second date: %w", err)
		}
	}
	if q.channel, err = statute.ParseChannel(channel); err != nil {
		return q, err
	}
	if q.set, err = statute.InForce(q.day); err != nil {
		return q, err
	}
	q.rule, err = q.set.Duty(statute.RuleID(rule))
	return q, err
}

func (q question) answer() (statute.Dates, error) {
	return q.rule.From(q.day, q.options()...)
}

func (q question) options() []statute.Option {
	return []statute.Option{statute.By(q.channel), statute.Second(q.secondDate)}
}

func (q question) beside(w io.Writer, id string) error {
	other, err := statute.RuleSetByID(id)
	if err != nil {
		return fmt.Errorf("--beside: %w", err)
	}
	_, err = fmt.Fprint(w, statute.Compare(other, q.set, q.rule.ID, q.day, q.options()...))
	return err
}

func printDates(w io.Writer, d statute.Dates) error {
	p := &printer{w: w}
	p.line("%-14s %s", "rule", d.Rule)
	for _, row := range []struct {
		name string
		day  statute.Day
	}{
		{"from", d.Start}, {"second date", d.Proof.Second}, {"due", d.Due}, {"target", d.Target}, {"work by", d.WorkBy},
		{"effective", d.Effective}, {"send by", d.SendBy}, {"earliest next", d.EarliestNext},
	} {
		if !row.day.IsZero() {
			p.line("%-14s %s  %s", row.name, row.day, row.day.Short())
		}
	}
	if d.Due.IsZero() {
		return p.err
	}
	p.line("\n%s", d.Explain())
	if family := d.ExplainToFamily(); family != "" {
		p.line("\nTo the family: %s", family)
	}
	return p.err
}

// printer keeps the first error of many writes.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (cmd *DueCmd) window(out *Streams) error {
	var days [3]statute.Day
	for i, part := range []struct{ name, text string }{
		{"CLOSED", cmd.Window.Closed}, {"REOPENS", cmd.Window.Reopens}, {"ASKED", cmd.Window.Asked},
	} {
		day, err := statute.ParseMoment(part.text)
		if err != nil {
			return fmt.Errorf("--window %s: %w", part.name, err)
		}
		days[i] = day
	}
	finding, err := statute.Closure{Closed: days[0], Reopens: days[1]}.Asked(days[2])
	if err != nil {
		return fmt.Errorf("--window: %w", err)
	}
	return printFinding(out.Out, finding)
}

func printFinding(w io.Writer, f statute.Finding) error {
	p := &printer{w: w}
	if f.Qualifies {
		p.line("yes: the closure exception's dates qualify")
	} else {
		p.line("no: the closure exception's dates do not qualify")
	}
	for _, why := range f.Why {
		p.line("  %s", why)
	}
	if f.Qualifies {
		p.line("  the exception also needs the limit to be impractical because of it: say why, with evidence")
	}
	return p.err
}

// The columns of a batch, in and out.
var (
	batchIn  = []string{"rule", "trigger_date", "second_date"}
	batchOut = append(batchIn[:3:3], "statutory_due", "target_due", "effective_due", "work_by", "send_by", "earliest_next")
)

// batch computes a file row by row. A bad row is reported with its line and written with blank dates; the rest of
// the file is computed all the same, and the command fails at the end.
func (cmd *DueCmd) batch(out *Streams) (err error) {
	if cmd.Rule != "" {
		return fmt.Errorf("%q beside --batch: the file holds the rules", cmd.Rule)
	}
	in, err := os.Open(cmd.Batch)
	if err != nil {
		return fmt.Errorf("opening the batch: %w", err)
	}
	defer in.Close()
	if cmd.Out == "" {
		return cmd.rows(in, out.Out, out.Err)
	}
	return cmd.intoFile(in, out.Err)
}

// intoFile writes beside the wanted file and renames, so that --out may name the batch itself and a file half written
// is never taken for a whole one.
func (cmd *DueCmd) intoFile(in io.Reader, problems io.Writer) error {
	file, err := os.CreateTemp(filepath.Dir(cmd.Out), ".due-*.csv")
	if err != nil {
		return fmt.Errorf("creating %s: %w", cmd.Out, err)
	}
	defer os.Remove(file.Name())
	failed := cmd.rows(in, file, problems)
	var bad badRows
	if failed != nil && !errors.As(failed, &bad) {
		return errors.Join(failed, file.Close())
	}
	if err := errors.Join(file.Chmod(0o644), file.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", cmd.Out, err)
	}
	if err := os.Rename(file.Name(), cmd.Out); err != nil {
		return fmt.Errorf("writing %s: %w", cmd.Out, err)
	}
	return failed
}

// badRows says how many rows of a batch could not be computed.
type badRows struct{ bad, all int }

func (e badRows) Error() string {
	return fmt.Sprintf("%d of %d rows could not be computed: mend the lines named above and run the batch again", e.bad, e.all)
}

func (cmd *DueCmd) rows(in io.Reader, out, problems io.Writer) error {
	reader := csv.NewReader(in)
	reader.FieldsPerRecord = -1
	columns, err := readHeader(reader)
	if err != nil {
		return fmt.Errorf("%s: %w", cmd.Batch, err)
	}
	writer := csv.NewWriter(out)
	if err := writer.Write(batchOut); err != nil {
		return fmt.Errorf("writing the header: %w", err)
	}
	var count badRows
	for {
		record, err := reader.Read()
		if err == io.EOF {
			break
		}
		count.all++
		row, line := columns.take(record), lineOf(err)
		switch {
		case err == nil:
			line, _ = reader.FieldPos(0)
			err = cmd.compute(row, len(record) > len(columns.names))
		case line == 0:
			return fmt.Errorf("reading %s: %w", cmd.Batch, err)
		}
		if err != nil {
			fmt.Fprintf(problems, "%s line %d: %v\n", cmd.Batch, line, err)
		}
		if err != nil && !errors.Is(err, statute.ErrNoNumber) {
			count.bad++
		}
		if err := writer.Write(row); err != nil {
			return fmt.Errorf("writing line %d: %w", line, err)
		}
	}
	writer.Flush()
	if err := writer.Error(); err != nil {
		return fmt.Errorf("writing the batch: %w", err)
	}
	if count.bad > 0 {
		return count
	}
	return nil
}

// lineOf returns the line of a fault in the file's form, 0 for any other error.
func lineOf(err error) int {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return parse.Line
	}
	return 0
}

// compute fills the dates of a row whose first three cells are what was asked.
func (cmd *DueCmd) compute(row []string, tooLong bool) error {
	if tooLong {
		return fmt.Errorf("more cells than the header names: give %s", strings.Join(batchIn, ","))
	}
	asked, err := readQuestion(row[0], row[1], row[2], cmd.Channel)
	if err != nil {
		return err
	}
	d, err := asked.answer()
	if err != nil {
		return err
	}
	for i, day := range []statute.Day{d.Due, d.Target, d.Effective, d.WorkBy, d.SendBy, d.EarliestNext} {
		row[3+i] = day.String()
	}
	return nil
}

// columns says in which cell of a record each column stands.
type columns struct {
	names []string
	at    map[string]int
}

func readHeader(r *csv.Reader) (columns, error) {
	header, err := r.Read()
	if err != nil && err != io.EOF {
		return columns{}, fmt.Errorf("reading the header: %w", err)
	}
	c := columns{names: header, at: map[string]int{}}
	for i, name := range header {
		c.at[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))] = i
	}
	for _, name := range batchIn[:2] {
		if _, found := c.at[name]; !found {
			return columns{}, fmt.Errorf("the first line does not name the column %q: it must be %s", name, strings.Join(batchIn, ","))
		}
	}
	return c, nil
}

// take returns a row of output with the cells that were asked about filled in.
func (c columns) take(record []string) []string {
	row := make([]string, len(batchOut))
	for i, name := range batchIn {
		if at, found := c.at[name]; found && at < len(record) {
			row[i] = strings.TrimSpace(record[at])
		}
	}
	return row
}
