package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/casework/feedback"
)

// ReviewCmd shows what a panel will look for and a request does not show yet. It stands in nobody's way.
type ReviewCmd struct {
	File string `arg:"" help:"A request as a JSON file; - for standard input."`
	JSON bool   `name:"json" help:"As JSON."`
}

// Run prints the review. No service is needed: a SENCO can run it on a draft.
func (cmd *ReviewCmd) Run(out *Streams) error {
	data, err := contents(cmd.File)
	if err != nil {
		return err
	}
	request, mends, err := casework.ParseRequest(data)
	if err != nil {
		return fmt.Errorf("%s: %w", cmd.File, err)
	}
	review := evidence.ReviewOf(request, nil)
	if cmd.JSON {
		return asJSON(out.Out, review)
	}
	for _, m := range mends {
		fmt.Fprintf(out.Out, "to mend: %s\n", m)
	}
	if review.Empty() {
		fmt.Fprintln(out.Out, "The child has no school, nursery or college: there is nothing for one to add.")
		return nil
	}
	fmt.Fprintln(out.Out, review.Text())
	return nil
}

// FeedbackCmd prints the feedback note to the school.
type FeedbackCmd struct {
	Ref  string `arg:"" help:"The case."`
	JSON bool   `name:"json" help:"As JSON."`
}

// Run prints the note and, on standard error, what was withheld from it and why.
func (cmd *FeedbackCmd) Run(s *session) error {
	defer s.close()
	ref, err := casework.ParseRef(cmd.Ref)
	if err != nil {
		return err
	}
	events, err := s.desk.Register.Events(s.ctx, ref)
	if err != nil {
		return err
	}
	note, err := noteOf(s, ref, events)
	if err != nil {
		return err
	}
	if err := s.desk.NoteRead(s.ctx, ref, "feedback note"); err != nil {
		return err
	}
	for _, w := range note.Withheld {
		fmt.Fprintf(s.out.Err, "withheld: %v\n", w)
	}
	if cmd.JSON {
		return asJSON(s.out.Out, note)
	}
	fmt.Fprintln(s.out.Out, note.Text())
	return nil
}

// noteOf builds the note from the decision, the request and what was said.
func noteOf(s *session, ref casework.Ref, events []casework.Event) (feedback.Note, error) {
	c, err := casework.Fold(events)
	if err != nil {
		return feedback.Note{}, err
	}
	original, err := s.desk.Register.Request(s.ctx, ref)
	if err != nil {
		return feedback.Note{}, err
	}
	return feedback.FromEvents(c, events, original, s.desk.Today(c))
}

// ReplyCmd records a school's one-page reply to a request that it did not make.
type ReplyCmd struct {
	Who
	Ref  string `arg:"" help:"The case."`
	File string `arg:"" help:"The reply as a JSON file; - for standard input."`
}

// Run records it. The same reply sent twice is recorded once.
func (cmd *ReplyCmd) Run(s *session) error {
	data, err := contents(cmd.File)
	if err != nil {
		s.close()
		return err
	}
	reply, mends, err := evidence.ParseReply(data)
	if err != nil {
		s.close()
		return fmt.Errorf("%s: %w", cmd.File, err)
	}
	for _, m := range mends {
		fmt.Fprintf(s.out.Out, "to mend: %s\n", m)
	}
	if cmd.Key == "" {
		sum := sha256.Sum256(data)
		cmd.Key = "reply/" + hex.EncodeToString(sum[:])
	}
	return s.do(cmd.Ref, cmd.Who, casework.Reply{Summary: reply.Summary(), Reply: data, Evidence: reply.Evidence()})
}

// PapersCmd lists for one of the family what the council has, asked for and did not receive.
type PapersCmd struct {
	Ref       string `arg:"" help:"The case."`
	Addressee string `arg:"" help:"For whom: family-1."`
}

// Run prints only what that person may be told of.
func (cmd *PapersCmd) Run(s *session) error {
	defer s.close()
	ref, err := casework.ParseRef(cmd.Ref)
	if err != nil {
		return err
	}
	c, err := s.desk.Case(s.ctx, ref)
	if err != nil {
		return err
	}
	papers, err := evidence.PapersFor(c, casework.AddresseeID(cmd.Addressee))
	if err != nil {
		return err
	}
	fmt.Fprintln(s.out.Out, papers.Text())
	return nil
}
