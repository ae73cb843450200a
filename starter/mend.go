package main

import (
	"fmt"

	"sendpanel/casework"
)

// mending is what every command takes that puts a letter right.
type mending struct {
	Who
	Ref    string `arg:"" help:"The case."`
	Letter string `arg:"" help:"Which letter, by its key, as show lists it."`
	Why    string `required:"" help:"What the reader is told of it, in a sentence or two: it is printed."`
}

func (m mending) put(s *session, how casework.Mending) error {
	var key casework.LetterKey
	if err := key.UnmarshalText([]byte(m.Letter)); err != nil {
		s.close()
		return err
	}
	if err := s.do(m.Ref, m.Who, casework.MendLetter{Letter: key, How: how, Why: m.Why}); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	return nil
}

// LettersCorrectCmd has a new version take a letter's place.
type LettersCorrectCmd struct{ mending }

// Run records it.
func (cmd *LettersCorrectCmd) Run(s *session) error { return cmd.put(s, casework.MendCorrected) }

// LettersAgainCmd has a letter sent again.
type LettersAgainCmd struct{ mending }

// Run records it.
func (cmd *LettersAgainCmd) Run(s *session) error { return cmd.put(s, casework.MendAgain) }

// LettersWithdrawCmd withdraws a letter.
type LettersWithdrawCmd struct{ mending }

// Run records it.
func (cmd *LettersWithdrawCmd) Run(s *session) error { return cmd.put(s, casework.MendWithdrawn) }
