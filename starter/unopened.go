package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/statute"
)

// UnopenedCmd deals with what arrived and could not be opened as a case. It may have started a clock, so it waits for a
// person; what is no request is settled with a reason and destroyed when its time of keeping is over.
type UnopenedCmd struct {
	List    UnopenedListCmd    `cmd:"" default:"1" help:"List what waits for somebody."`
	Save    UnopenedSaveCmd    `cmd:"" help:"Save what arrived, exactly as it came."`
	Settle  UnopenedSettleCmd  `cmd:"" help:"Record how it was dealt with: the case that was opened from it, or why it is no request."`
	Dispose UnopenedDisposeCmd `cmd:"" help:"Destroy what was settled, when its time of keeping is over."`
}

// UnopenedListCmd lists what waits.
type UnopenedListCmd struct{}

// Run prints the list.
func (UnopenedListCmd) Run(s *session) error {
	defer s.close()
	kept, err := s.desk.Register.Unopened(s.ctx)
	if err != nil {
		return err
	}
	for _, k := range kept {
		fmt.Fprintf(s.out.Out, "task %d, arrived %s, %d bytes: %s\n", k.ID, k.At.In(statute.London()).Format(time.DateTime), len(k.Original), k.Why)
	}
	return nil
}

// UnopenedSaveCmd saves one.
type UnopenedSaveCmd struct {
	Task int64  `arg:"" help:"Its number in the list."`
	Out  string `required:"" help:"File to write." type:"path"`
}

// Run writes the file.
func (cmd UnopenedSaveCmd) Run(s *session) error {
	defer s.close()
	kept, err := s.desk.Register.Unopened(s.ctx)
	if err != nil {
		return err
	}
	for _, k := range kept {
		if k.ID != cmd.Task {
			continue
		}
		if err := os.WriteFile(cmd.Out, k.Original, 0o600); err != nil {
			return fmt.Errorf("save what arrived: %w", err)
		}
		fmt.Fprintf(s.out.Out, "Saved as %s.\n", cmd.Out)
		return nil
	}
	return fmt.Errorf("nothing waits under number %d: starter unopened lists what does", cmd.Task)
}

// UnopenedSettleCmd records how one was dealt with.
type UnopenedSettleCmd struct {
	Task int64  `arg:"" help:"Its number in the list."`
	As   string `required:"" placeholder:"PERSON" help:"In whose name, as the council's settings know them: amina.khan."`
	How  string `required:"" help:"The reference of the case that was opened from it, or why it is no request."`
}

// Run records it, and says until when it is kept.
func (cmd UnopenedSettleCmd) Run(s *session) error {
	defer s.close()
	in, who, err := s.mayDispose(cmd.As)
	if err != nil {
		return err
	}
	at, _, err := s.desk.Register.UnopenedAt(s.ctx, cmd.Task)
	if err != nil {
		return err
	}
	if err := s.desk.Register.SettleUnopened(s.ctx, cmd.Task, cmd.How, string(who.Person)); err != nil {
		return err
	}
	fmt.Fprintf(s.out.Out, "Task %d is settled.", cmd.Task)
	if kept, ok := in.Kept(council.UnopenedArrival); ok {
		fmt.Fprintf(s.out.Out, " What arrived is kept until %s (%s).", kept.Until(statute.DayOf(at)).Long(), kept.Basis)
	}
	fmt.Fprintln(s.out.Out)
	return nil
}

// UnopenedDisposeCmd destroys one.
type UnopenedDisposeCmd struct {
	Task  int64  `arg:"" help:"Its number."`
	As    string `required:"" placeholder:"PERSON" help:"In whose name, as the council's settings know them: amina.khan."`
	Early string `help:"Why it must go before its time of keeping is over: another person's mail, for one."`
}

// Run destroys what arrived. That it came, and who destroyed it, stays.
func (cmd UnopenedDisposeCmd) Run(s *session) error {
	defer s.close()
	in, who, err := s.mayDispose(cmd.As)
	if err != nil {
		return err
	}
	at, _, err := s.desk.Register.UnopenedAt(s.ctx, cmd.Task)
	if err != nil {
		return err
	}
	why := cmd.Early
	if why == "" {
		kept, ok := in.Kept(council.UnopenedArrival)
		switch until := kept.Until(statute.DayOf(at)); {
		case !ok:
			return errors.New("the council’s settings do not say how long such mail is kept: add it to retention, or give --early with the reason")
		case !statute.DayOf(time.Now()).After(until):
			return fmt.Errorf("it is kept until %s (%s): wait, or give --early with the reason", until.Long(), kept.Basis)
		default:
			why = "Its time of keeping ended on " + until.Long() + ": " + kept.Basis
		}
	}
	if err := s.desk.Register.DisposeUnopened(s.ctx, cmd.Task, why, string(who.Person)); err != nil {
		return err
	}
	fmt.Fprintf(s.out.Out, "What arrived under task %d is destroyed. That it came, and why it went, stays in the register.\n", cmd.Task)
	return nil
}

// mayDispose finds a person of the council who carries cases or answers for them.
func (s *session) mayDispose(as string) (council.Council, casework.Actor, error) {
	in, err := s.desk.Council(s.ctx)
	if err != nil {
		return in, casework.Actor{}, err
	}
	who, err := in.Actor(casework.PersonID(as), statute.DayOf(time.Now()), "")
	if err != nil {
		return in, who, err
	}
	if !who.Has(casework.CaseworkOfficer) && !who.Has(casework.ServiceManager) && !who.Has(casework.Clerk) {
		return in, who, fmt.Errorf("%s deals with no mail: it takes the role casework_officer, clerk or service_manager", who.Name)
	}
	return in, who, nil
}
