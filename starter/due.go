package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

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
