package main

import (
	"errors"
	"fmt"

	"sendpanel/casework"
	"sendpanel/records"
)

// ReassignCmd gives all open cases of an officer to another: somebody leaves, or is away for long.
type ReassignCmd struct {
	Who
	From string `arg:"" help:"The officer who carries the cases now."`
	To   string `arg:"" help:"The officer who carries them from now on."`
	Why  string `help:"Why, in a sentence."`
}

// Run reassigns case by case. One that cannot be is named, and holds up none of the others; run again, it goes on with
// what is left.
func (cmd *ReassignCmd) Run(s *session) error {
	defer s.close()
	rows, err := s.desk.Register.Cases(s.ctx, records.Filter{Open: true})
	if err != nil {
		return err
	}
	var failed []error
	given := 0
	for _, row := range rows {
		c, err := s.desk.Case(s.ctx, row.Ref)
		if err == nil && c.Officer != casework.PersonID(cmd.From) {
			continue
		}
		if err == nil {
			_, err = s.desk.Do(s.ctx, row.Ref, casework.PersonID(cmd.As), s.desk.Today(c), "", casework.Reassign{Officer: casework.PersonID(cmd.To), Why: cmd.Why})
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", row.Ref, err))
			continue
		}
		given++
	}
	fmt.Fprintf(s.out.Out, "%d open cases of %s are carried by %s now.\n", given, cmd.From, cmd.To)
	return errors.Join(failed...)
}
