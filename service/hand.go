package service

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"sendpanel/activities"
	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/dispatch"
	"sendpanel/records"
	"sendpanel/statute"
)

// Hand puts letters out, each by its way: those for the print folder together, the others several at a time. What a person
// must look at comes back as *activities.CannotIssue: another letter under the same key, one taken back, one that its
// carrier does not take, or of which nobody knows whether it did.
func (w *ways) Hand(ctx context.Context, ref casework.Ref, letters []activities.Outgoing) ([]activities.Handed, error) {
	d, err := w.doorsOf(ctx, ref)
	if err != nil {
		return nil, err
	}
	outcomes := make([]dispatch.Outcome, len(letters))
	var printed []dispatch.Item
	var at []int // where in outcomes each of them belongs
	var outside errgroup.Group
	outside.SetLimit(handedAtOnce)
	for i, l := range letters {
		item := dispatch.Item{Key: dispatch.Key{Case: ref, Letter: l.Letter}, PDF: l.PDF}
		carrier, err := d.carrier(l.Letter, l.ByHand)
		switch {
		case err != nil:
			outcomes[i].Err = err
			continue
		case carrier == nil:
			printed, at = append(printed, item), append(at, i)
			continue
		}
		outside.Go(func() error {
			outcomes[i].Receipt, outcomes[i].Err = carrier.Hand(ctx, item)
			return nil
		})
	}
	for n, out := range w.folder.HandAll(ctx, printed) {
		outcomes[at[n]] = out
	}
	_ = outside.Wait() // each letter keeps its own error
	return handed(outcomes)
}

// handedAtOnce is how many letters are given to carriers outside at the same time.
const handedAtOnce = 8

// handed tells what is for a person to see to from what the machine should try again.
func handed(outcomes []dispatch.Outcome) ([]activities.Handed, error) {
	all := make([]activities.Handed, len(outcomes))
	for i, out := range outcomes {
		var (
			taken     *dispatch.TakenError
			withdrawn *dispatch.WithdrawnError
			unclear   *dispatch.UnclearError
			refused   *dispatch.RefusedError
			cannot    *activities.CannotIssue
		)
		switch err := out.Err; {
		case errors.As(err, &taken), errors.As(err, &withdrawn), errors.As(err, &unclear), errors.As(err, &refused):
			all[i].Cannot = &activities.CannotIssue{Why: err.Error()}
		case errors.As(err, &cannot):
			all[i].Cannot = cannot
		case err != nil:
			return nil, err
		default:
			all[i].By = out.Channel
		}
	}
	return all, nil
}

// Near reports whether all the letters are printed here, as far as can be told before they are drawn.
func (w *ways) Near(ctx context.Context, ref casework.Ref, keys []casework.LetterKey) (bool, error) {
	if w.notify == nil && w.mail == nil {
		return true, nil
	}
	d, err := w.doorsOf(ctx, ref)
	if err != nil {
		return false, err
	}
	for _, key := range keys {
		if carrier, err := d.carrier(key, false); carrier != nil || err != nil {
			return false, err
		}
	}
	return true, nil
}

// doors are the ways out for the letters of one case.
type doors struct {
	*ways
	folded   casework.Case
	settings council.Council
	begun    map[casework.LetterKey]records.Handover // what was begun to be given to carriers outside
}

func (w *ways) doorsOf(ctx context.Context, ref casework.Ref) (d doors, err error) {
	d.ways, d.begun = w, map[casework.LetterKey]records.Handover{}
	if d.folded, d.settings, err = w.known(ctx, ref); err != nil {
		return doors{}, err
	}
	begun, err := w.register.CaseHandovers(ctx, ref)
	if err != nil {
		return doors{}, err
	}
	for _, h := range begun {
		d.begun[h.Letter] = h
	}
	return d, nil
}

// carrier finds who takes a letter, nil for the print folder. Whoever has begun with it keeps it, whatever was changed since,
// so that it does not go twice; one that is to go by hand lies in the print folder.
func (d doors) carrier(key casework.LetterKey, byHand bool) (dispatch.Carrier, error) {
	here, err := d.folder.Has(dispatch.Key{Case: d.folded.Ref, Letter: key})
	if err != nil {
		return nil, err
	}
	begun, way := d.begun[key], d.way(d.folded, d.settings, key)
	switch {
	case here:
		return nil, nil
	case d.notify != nil && begun.Way == dispatch.NotifyWay, way == statute.Notify && !byHand && begun.Way == "":
		return d.notify, nil
	case d.mail != nil && begun.Way == dispatch.MailWay, way == statute.Email && begun.Way == "":
		return d.mail, nil
	case begun.Way != "":
		return nil, &activities.CannotIssue{Why: fmt.Sprintf("It was begun to be given to %s, which is not set up any more. Look there for the reference %s. If it is there, the letter goes; if it is not, finish this task and its next version goes.", begun.Way, begun.Reference)}
	}
	return nil, nil
}
