package casework

import (
	"fmt"

	"sendpanel/statute"
)

// Travel is what a carrier told of a letter that it took.
type Travel string

// What a carrier may tell.
const (
	Went     Travel = "went"     // it left: printed and posted, or sent
	Failed   Travel = "failed"   // it never left
	Returned Travel = "returned" // it left and came back
	Recall   Travel = "recall"   // it was voided here and may still be with the carrier
)

// Carriage is one thing that a carrier told of one letter.
type Carriage struct {
	Letter LetterKey
	Travel Travel
	On     statute.Day // of going
	Why    string      // in words, where it failed or came back
}

// Carried gives what follows from what a carrier told: a letter that went is posted, on the day it went or that is printed
// on it, whichever is later, which never makes the family's limits earlier; one that failed or came back is an officer's
// task, with the clock in view. What is recorded already gives nothing.
//
// Source: tribunal rule 20(1)(c) (time runs from the day notice is sent); reg 5(1).
func (c Case) Carried(t Carriage, on statute.Day) ([]Body, error) {
	l, found := c.letter(t.Letter)
	switch {
	case !found:
		return nil, fmt.Errorf("%s is not a letter of %s", t.Letter, c.Ref)
	case t.Travel == Went && l.State == LetterIssued:
		return c.went(l, t.On, on)
	case t.Travel == Failed && l.State == LetterIssued:
		what := fmt.Sprintf("A letter could not be sent: %s. Finish this task and it is printed here, to be posted by hand. %s", t.Why, c.Sentence(on))
		return []Body{TaskRaised{Task: LetterTask(t.Letter), For: CaseworkOfficer, What: what}}, nil
	case t.Travel == Returned && (l.State == LetterIssued || l.State == LetterPosted):
		what := fmt.Sprintf("A letter came back to the sender. Check the address with the family by telephone, mend it in the case, and have the letter issued again. Until then count on it that they do not know what it says. %s", c.Sentence(on))
		return c.raisedOnce("returned:"+t.Letter.String(), what), nil
	case t.Travel == Recall && l.State == LetterVoided:
		what := "A letter that is not to go was given to GOV.UK Notify already. Cancel it there before half past five; if it has been printed, tell the family that a new one follows."
		return c.raisedOnce("recall:"+t.Letter.String(), what), nil
	}
	return nil, nil
}

// went is posted, on the day printed on the letter at the earliest.
func (c Case) went(l Letter, day, on statute.Day) ([]Body, error) {
	if day.Before(l.Dated) {
		day = l.Dated
	}
	return c.posted(l.Key, day, on)
}

// posted is what follows once a letter has left: perhaps the last notice of the decision.
func (c Case) posted(key LetterKey, day, on statute.Day) ([]Body, error) {
	bodies := append([]Body{Posted{Letter: key, On: day}}, c.postedByHand(key)...)
	after, err := c.Apply(c.Record(bodies, Engine(), on.At(12, 0))...)
	if err != nil {
		return nil, err
	}
	more, err := after.noticeGiven(on)
	if err != nil {
		return nil, err
	}
	corrected, err := after.noticeCorrected(key, day)
	more = append(more, corrected...)
	more = append(more, after.overturnTold()...)
	return append(append(bodies, more...), after.closeWhenTold()...), err
}

// raisedOnce is a task for the officer, unless it was raised before.
func (c Case) raisedOnce(id, what string) []Body {
	for _, t := range c.Tasks {
		if t.Task == TaskID(id) {
			return nil
		}
	}
	return []Body{TaskRaised{Task: TaskID(id), For: CaseworkOfficer, What: what}}
}
