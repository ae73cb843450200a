package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Who says in whose name something is recorded.
type Who struct {
	As  string `required:"" placeholder:"PERSON" help:"In whose name, as the council's settings know them: amina.khan."`
	Key string `help:"Idempotency key: sent twice with the same key, it is recorded once."`
}

// DetermineCmd records the determination of s.36(3).
type DetermineCmd struct {
	Who
	Ref string `arg:"" help:"The case."`
	Why string `help:"Why, in a sentence."`
}

// Run records it.
func (cmd *DetermineCmd) Run(s *session) error {
	return s.do(cmd.Ref, cmd.Who, casework.Determine{Why: cmd.Why})
}

// ConsultCmd records a consultation.
type ConsultCmd struct {
	Who
	Ref    string   `arg:"" help:"The case."`
	Whom   string   `required:"" enum:"family,child,school,health,social_care" help:"Who was asked: ${enum}."`
	How    string   `required:"" enum:"letter,call,meeting,email,portal" help:"How: ${enum}."`
	Family []string `help:"Which of the family, where it was not all of them: family-1."`
	Asked  string   `placeholder:"DAY" help:"The day they were asked; today if not given."`
	Views  string   `help:"What they said, if they have answered."`
}

// Run records it.
func (cmd *ConsultCmd) Run(s *session) error {
	asked, err := dayOrToday(cmd.Asked)
	if err != nil {
		return err
	}
	who := make([]casework.AddresseeID, len(cmd.Family))
	for i, id := range cmd.Family {
		who[i] = casework.AddresseeID(id)
	}
	return s.do(cmd.Ref, cmd.Who, casework.Consult{Whom: cmd.Whom, How: cmd.How, Who: who, Asked: asked, Received: cmd.Views != "", Views: cmd.Views})
}

// fromFile is what every command that reads an act from a file takes.
type fromFile struct {
	Who
	Ref  string `arg:"" help:"The case."`
	File string `arg:"" help:"JSON file with what is recorded; - for standard input."`
}

// ViewCmd records a panel member's view.
type ViewCmd struct{ fromFile }

// Run records it.
func (cmd *ViewCmd) Run(s *session) error {
	return s.doFile(cmd.Ref, cmd.Who, casework.ActView, cmd.File)
}

// RecommendCmd records a recommendation.
type RecommendCmd struct{ fromFile }

// Run records it.
func (cmd *RecommendCmd) Run(s *session) error {
	return s.doFile(cmd.Ref, cmd.Who, casework.ActRecommend, cmd.File)
}

// DecideCmd records a decision.
type DecideCmd struct{ fromFile }

// Run records it.
func (cmd *DecideCmd) Run(s *session) error {
	return s.doFile(cmd.Ref, cmd.Who, casework.ActDecide, cmd.File)
}

// DoCmd records an act of any kind from a file.
type DoCmd struct {
	Who
	Ref  string `arg:"" help:"The case."`
	Act  string `arg:"" help:"The kind of act, as docs/access.md lists them: release_evidence, list, defer, record_call, claim_exception, …"`
	File string `arg:"" help:"JSON file with the act; - for standard input."`
}

// Run records it.
func (cmd *DoCmd) Run(s *session) error {
	return s.doFile(cmd.Ref, cmd.Who, casework.ActKind(cmd.Act), cmd.File)
}

// doFile reads an act from a file and gives it to a case.
func (s *session) doFile(ref string, who Who, kind casework.ActKind, file string) error {
	data, err := contents(file)
	if err != nil {
		s.close()
		return err
	}
	act, err := casework.ReadAct(kind, data)
	if err != nil {
		s.close()
		return fmt.Errorf("%s: %w", file, err)
	}
	return s.do(ref, who, act)
}

// PostedCmd confirms posting.
type PostedCmd struct {
	Who
	Ref    string `arg:"" help:"The case."`
	Letter string `help:"Which letter, by its key; all that are printed and not yet posted if not given."`
	On     string `placeholder:"DAY" help:"The day they were posted; today if not given."`
}

// Run confirms each letter by itself: one that is refused holds up none of the others.
func (cmd *PostedCmd) Run(s *session) error {
	defer s.close()
	on, err := dayOrToday(cmd.On)
	if err != nil {
		return err
	}
	keys, err := s.printed(cmd.Ref, cmd.Letter)
	if err != nil {
		return err
	}
	if len(keys) == 0 {
		fmt.Fprintln(s.out.Out, "No letter of this case is printed and waiting to be posted.")
		return nil
	}
	var failed []error
	for _, key := range keys {
		failed = append(failed, s.post(cmd.Ref, cmd.Who, key, on))
	}
	return errors.Join(failed...)
}

// post confirms one letter.
func (s *session) post(reference string, who Who, key casework.LetterKey, on statute.Day) error {
	ref, err := casework.ParseRef(reference)
	if err != nil {
		return err
	}
	idempotency := who.Key
	if idempotency == "" {
		idempotency = "posted " + key.String()
	}
	done, err := s.desk.Do(s.ctx, ref, casework.PersonID(who.As), on, idempotency, casework.ConfirmPosted{Letter: key, On: on})
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	c, err := s.desk.Case(s.ctx, ref)
	if err != nil {
		return err
	}
	for _, l := range c.Letters {
		if l.Key == key && l.State == casework.LetterVoided {
			fmt.Fprintf(s.out.Out, "%s is dated %s: it is printed again with the right date. Post the new one and destroy this.\n", key, l.Dated.Long())
			return nil
		}
	}
	fmt.Fprintf(s.out.Out, "%s was posted on %s (event %d).\n", key, on.Long(), done.First)
	return nil
}

// printed lists the letters of a case that wait to be posted.
func (s *session) printed(reference, only string) ([]casework.LetterKey, error) {
	if only != "" {
		var key casework.LetterKey
		err := key.UnmarshalText([]byte(only))
		return []casework.LetterKey{key}, err
	}
	ref, err := casework.ParseRef(reference)
	if err != nil {
		return nil, err
	}
	c, err := s.desk.Case(s.ctx, ref)
	if err != nil {
		return nil, err
	}
	return c.ToPost(), nil
}

// FinishCmd records that a task was done.
type FinishCmd struct {
	Who
	Ref  string `arg:"" help:"The case."`
	Task string `arg:"" help:"The task, as show lists it."`
	How  string `required:"" help:"What was done, in a sentence."`
}

// Run records it.
func (cmd *FinishCmd) Run(s *session) error {
	return s.do(cmd.Ref, cmd.Who, casework.FinishTask{Task: casework.TaskID(cmd.Task), How: cmd.How})
}

// WithdrawCmd records a withdrawal.
type WithdrawCmd struct {
	Who
	Ref         string `arg:"" help:"The case."`
	ConfirmedBy string `required:"" help:"The family member who confirmed it: family-1."`
	SuggestedBy string `required:"" help:"Who raised it first: family, school, officer, other."`
	Why         string `help:"Why, in the family's words."`
	Request     int    `help:"Which request, by the event with which it came, where there are several."`
}

// Run records it.
func (cmd *WithdrawCmd) Run(s *session) error {
	return s.do(cmd.Ref, cmd.Who, casework.Withdraw{Request: cmd.Request, ConfirmedBy: casework.AddresseeID(cmd.ConfirmedBy), SuggestedBy: cmd.SuggestedBy, Why: cmd.Why})
}

// contents reads a file, or standard input for "-".
func contents(file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(io.LimitReader(os.Stdin, casework.MaxRequest+1))
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	return data, nil
}

func dayOrToday(s string) (statute.Day, error) {
	if s == "" {
		return statute.DayOf(time.Now()), nil
	}
	day, err := statute.ParseDay(s)
	if err != nil {
		return statute.Day{}, fmt.Errorf("%q is not a day: write it as 2026-11-23", s)
	}
	return day, nil
}

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// asJSON prints a value as indented JSON.
func asJSON(w io.Writer, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("print as JSON: %w", err)
	}
	_, err := b.WriteTo(w)
	return err
}
