package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"text/tabwriter"
	"time"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/service"
)

// SubmitCmd hands in requests.
type SubmitCmd struct {
	Files    []string `arg:"" help:"Requests as JSON files; - for standard input. docs/request.md shows the shape."`
	Received string   `placeholder:"MOMENT" help:"When it first arrived, for a paper request entered later: 2026-11-23T09:15:00Z, or now. It takes the place of received_at in the file."`
}

// Run receives each file by itself: one that cannot be opened holds up none of the others.
func (cmd *SubmitCmd) Run(s *session) error {
	defer s.close()
	var failed []error
	for _, file := range cmd.Files {
		if err := s.submit(file, cmd.Received); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", file, err))
		}
	}
	return errors.Join(failed...)
}

func (s *session) submit(file, received string) error {
	data, err := contents(file)
	if err != nil {
		return err
	}
	if data, err = stamped(data, received); err != nil {
		return err
	}
	got, err := s.desk.Receive(s.ctx, data, 0)
	if err != nil {
		return err
	}
	s.confirm(got)
	return nil
}

// stamped is the request with the moment of its arrival put in.
func stamped(data []byte, received string) ([]byte, error) {
	if received == "" {
		return data, nil
	}
	at := time.Now()
	if received != "now" {
		var err error
		if at, err = time.Parse(time.RFC3339, received); err != nil {
			return nil, fmt.Errorf("--received %q is not a moment: write it as 2026-11-23T09:15:00Z, or now", received)
		}
	}
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(data, &parts); err != nil {
		return data, nil // it cannot be read: the desk keeps it as it is and says why
	}
	parts["received_at"], _ = json.Marshal(at.UTC().Format(time.RFC3339))
	return json.Marshal(parts)
}

// confirm says what was received, by when the council must answer, and what is to be mended.
func (s *session) confirm(got service.Received) {
	o := got.Case.Opened
	if got.Fresh {
		fmt.Fprintf(s.out.Out, "%s received on %s.\n", o.Ref, o.Received.Long())
	} else {
		fmt.Fprintf(s.out.Out, "%s had been received before; nothing was added.\n", o.Ref)
	}
	fmt.Fprintf(s.out.Out, "The family must have the council's decision by %s (%s). To arrive by then it is posted by %s.\n", o.Decide.Due.Long(), "SEND Regulations 2014, reg 5(1)", o.Decide.SendBy.Long())
	for _, m := range got.ToMend {
		fmt.Fprintf(s.out.Out, "  to mend: %s\n", m)
	}
	if got.Asleep != nil {
		fmt.Fprintf(s.out.Err, "%s is in the register and its six weeks run, but no service carries it yet. It is taken up when the service runs.\n", o.Ref)
	}
}

// ListCmd lists cases.
type ListCmd struct {
	All     bool   `help:"Closed cases too."`
	Officer string `placeholder:"PERSON" help:"Only those this officer carries."`
	JSON    bool   `name:"json" help:"As JSON."`
}

// Run prints the list.
func (cmd *ListCmd) Run(s *session) error {
	defer s.close()
	rows, err := s.desk.Register.Cases(s.ctx, records.Filter{Open: !cmd.All, Officer: casework.PersonID(cmd.Officer)})
	if err != nil {
		return err
	}
	if cmd.JSON {
		return asJSON(s.out.Out, rows)
	}
	if len(rows) == 0 {
		fmt.Fprintln(s.out.Out, "No open cases. Hand one in with: starter submit examples/01-agreed/request.json")
		return nil
	}
	w := tabwriter.NewWriter(s.out.Out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "case\tchild\tsend by\tdue\tstage\tclock\tofficer")
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.Ref, r.Child, r.SendBy.Short(), r.Due.Short(), r.Stage, r.Clock, r.Officer)
	}
	return w.Flush()
}

// ShowCmd shows a case.
type ShowCmd struct {
	Ref  string `arg:"" help:"The case."`
	JSON bool   `name:"json" help:"Its events as JSON, exactly as the register holds them."`
	Why  bool   `help:"Explain the six-week dates."`
}

// Run prints the case and notes that it was read.
func (cmd *ShowCmd) Run(s *session) error {
	defer s.close()
	ref, err := casework.ParseRef(cmd.Ref)
	if err != nil {
		return err
	}
	events, err := s.desk.Register.Events(s.ctx, ref)
	if err != nil {
		return err
	}
	if err := s.desk.NoteRead(s.ctx, ref, "case"); err != nil {
		return err
	}
	if cmd.JSON {
		return asJSON(s.out.Out, events)
	}
	return s.tell(events, cmd.Why)
}

// tell prints a case from its events: the sentence first, then timeline, letters and tasks.
func (s *session) tell(events []casework.Event, why bool) error {
	c, err := casework.Fold(events)
	if err != nil {
		return err
	}
	lines, err := casework.Timeline(events)
	if err != nil {
		return err
	}
	w := s.out.Out
	fmt.Fprintf(w, "%s  %s  %s\n%s\n\n", c.Ref, c.Opened.Child.FullName(), c.Stage, c.Sentence(s.desk.Today(c)))
	if day, coming := c.AgeSwitchOn(); coming && day.Sub(s.desk.Today(c)) <= 365 {
		fmt.Fprintf(w, "From %s letters go to the young person.\n\n", day.Long())
	}
	if why {
		fmt.Fprintf(w, "%s\n\n", c.Opened.Decide.Explain())
	}
	if err := casework.PrintTimeline(w, "Timeline", lines); err != nil {
		return err
	}
	for i, l := range c.Letters {
		if i == 0 {
			fmt.Fprintln(w, "\nLetters")
		}
		fmt.Fprintf(w, "  %-50s %s %s\n", l.Key, l.State, l.Dated.Short())
	}
	heading := "\nTo do\n"
	for _, t := range c.Tasks {
		if !t.Done {
			fmt.Fprintf(w, "%s  %s (%s): %s\n", heading, t.Task, t.For, t.What)
			heading = ""
		}
	}
	return nil
}

// LetterCmd shows a letter.
type LetterCmd struct {
	Ref    string `arg:"" help:"The case."`
	Letter string `arg:"" help:"The letter's key, as show lists it."`
	Out    string `placeholder:"FILE.pdf" help:"Save the PDF here, in place of printing the text." type:"path"`
}

// Run prints or saves it and notes that it was read.
func (cmd *LetterCmd) Run(s *session) error {
	defer s.close()
	ref, err := casework.ParseRef(cmd.Ref)
	if err != nil {
		return err
	}
	var key casework.LetterKey
	if err := key.UnmarshalText([]byte(cmd.Letter)); err != nil {
		return err
	}
	letter, pdf, err := s.desk.Register.Letter(s.ctx, ref, key)
	if err != nil {
		return err
	}
	if err := s.desk.NoteRead(s.ctx, ref, "letter "+key.String()); err != nil {
		return err
	}
	if cmd.Out == "" {
		fmt.Fprintln(s.out.Out, letter.Text)
		return nil
	}
	if err := os.WriteFile(cmd.Out, pdf, 0o600); err != nil {
		return fmt.Errorf("save the letter: %w", err)
	}
	fmt.Fprintf(s.out.Out, "Saved as %s.\n", cmd.Out)
	return nil
}
