package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"sendpanel/statute"
)

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
