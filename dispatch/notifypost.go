package dispatch

import (
	"context"
	"errors"
	"fmt"

	"sendpanel/dispatch/notify"
	"sendpanel/statute"
)

// NotifyWay is the name under which the ledger keeps letters that GOV.UK Notify prints and posts.
const NotifyWay = "GOV.UK Notify"

// NotifyPost has GOV.UK Notify print and post letters, first class. What it takes today it prints at half past five and
// posts on the next working day.
type NotifyPost struct {
	Client *notify.Client
	Ledger Ledger
}

var _ Carrier = (*NotifyPost)(nil)

// Hand gives the letter to Notify, once. A letter that was begun before is asked for by its reference first: Notify has
// it, or surely has not, or cannot be asked, which is an *[UnclearError]. What Notify does not take is a *[RefusedError].
func (n *NotifyPost) Hand(ctx context.Context, item Item) (Receipt, error) {
	attempt, err := begin(ctx, n.Ledger, item, NotifyWay)
	if err != nil {
		return Receipt{}, err
	}
	receipt := Receipt{Name: attempt.Reference, SHA256: attempt.SHA256, Channel: statute.Notify, Again: true}
	if attempt.ID == "" && !attempt.Fresh {
		attempt.ID, err = n.find(ctx, item.Key, attempt.Reference)
	}
	if attempt.ID == "" && err == nil {
		receipt.Again = false
		attempt.ID, err = n.give(ctx, item, attempt.Reference)
	}
	if err != nil {
		return Receipt{}, err
	}
	if err := n.Ledger.Took(ctx, attempt.Reference, attempt.ID); err != nil {
		return Receipt{}, fmt.Errorf("hand over letter %s: %w", item.Key, err)
	}
	return receipt, nil
}

// give sends the letter; where it is not clear what came of it, Notify is asked.
func (n *NotifyPost) give(ctx context.Context, item Item, reference string) (string, error) {
	id, err := n.Client.SendLetter(ctx, notify.Letter{Reference: reference, PDF: item.PDF, Postage: notify.First})
	var (
		unclear *notify.Unclear
		answer  *notify.Error
	)
	switch {
	case errors.As(err, &unclear):
		if id, err = n.find(ctx, item.Key, reference); err == nil && id == "" {
			err = fmt.Errorf("hand over letter %s: GOV.UK Notify did not take it: %w", item.Key, unclear)
		}
		return id, err
	case errors.As(err, &answer) && answer.Status != 429:
		return "", &RefusedError{Key: item.Key, Way: NotifyWay, Err: err}
	case err != nil:
		return "", fmt.Errorf("hand over letter %s: %w", item.Key, err)
	}
	return id, nil
}

// find asks Notify for a letter by its reference. Empty means that Notify has none.
func (n *NotifyPost) find(ctx context.Context, key Key, reference string) (string, error) {
	found, err := n.Client.ByReference(ctx, notify.KindLetter, reference)
	if err != nil {
		return "", &UnclearError{Key: key, Way: NotifyWay, Reference: reference, Err: err}
	}
	if len(found) == 0 {
		return "", nil
	}
	return found[0].ID, nil
}

// Withdraw notes that the letter was voided. Notify has no way of taking a letter back but by hand, before it is printed:
// whoever follows the letters there raises the task.
func (n *NotifyPost) Withdraw(ctx context.Context, key Key) error {
	if _, err := n.Ledger.Recall(ctx, key); err != nil {
		return fmt.Errorf("withdraw letter %s: %w", key, err)
	}
	return nil
}
