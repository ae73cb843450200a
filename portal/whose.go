package portal

import (
	"context"
	"errors"
	"fmt"
	"path"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/legible"
	"sendpanel/records"
)

// lookWhose looks into papers that have just come whether they are rather about the child of another open request, and has
// those held until an officer has looked. Whoever gave them learns nothing of it, and the officer nothing of the other
// request. A paper is in the case whatever becomes of this: what hinders it is logged, and the register keeps that it is still to be
// looked at ([Portal.LookAgain]). A paper that is being tried again is one act however often it is tried.
func (p *Portal) lookWhose(ctx context.Context, ref casework.Ref, ids []casework.DocumentID) {
	if len(ids) == 0 {
		return
	}
	if err := p.lookNow(ctx, ref, ids); err != nil {
		p.log.Error("it was not looked whose papers are: it is tried again", "case", string(ref), "error", err)
	}
}

// lookNow looks, and keeps of each paper that it was looked at or tried.
func (p *Portal) lookNow(ctx context.Context, ref casework.Ref, ids []casework.DocumentID) error {
	err := p.holdOthers(ctx, ref, ids)
	for _, id := range ids {
		keep := p.register.Looked
		if err != nil {
			keep = p.register.LookTried
		}
		if wrong := keep(ctx, exhibitOwner(ref, id)); wrong != nil {
			return errors.Join(err, wrong)
		}
	}
	return err
}

const (
	lookWait = time.Minute    // between two tries at one paper
	lookMost = 50             // how many papers are tried at a time
	lookLong = 24 * time.Hour // after which an officer has to look without the service
)

// LookAgain looks into papers of which it was not looked whose they are, as after a restart or while the service was away. It gives how many
// were looked into; one that cannot be keeps no other waiting.
func (p *Portal) LookAgain(ctx context.Context) (done int, err error) {
	owed, err := p.register.LooksOwed(ctx, p.clock().Add(-lookWait), lookMost)
	if err != nil {
		return 0, err
	}
	var faults []error
	for _, l := range owed {
		parts := strings.Split(l.Owner, "/")
		if len(parts) != 3 {
			faults = append(faults, fmt.Errorf("a paper to be looked at belongs to no case"), p.register.Looked(ctx, l.Owner))
			continue
		}
		err := p.lookNow(ctx, casework.Ref(parts[1]), []casework.DocumentID{casework.DocumentID(parts[2])})
		switch {
		case err == nil:
			done++
		case p.clock().Sub(l.Since) > lookLong:
			faults = append(faults, fmt.Errorf("whose a paper of %s is could not be looked at for a day, an officer has to look: %w", parts[1], err))
		default:
			faults = append(faults, err)
		}
	}
	return done, errors.Join(faults...)
}

func (p *Portal) holdOthers(ctx context.Context, ref casework.Ref, ids []casework.DocumentID) error {
	c, err := p.desk.Case(ctx, ref)
	if err != nil {
		return err
	}
	var hold []casework.DocumentID
	for _, id := range ids {
		e, found := c.Exhibit(id)
		if !found || e.Held {
			continue
		}
		another, err := p.aboutAnother(ctx, c, e)
		if err != nil {
			return err
		}
		if another {
			hold = append(hold, id)
		}
	}
	if len(hold) == 0 {
		return nil
	}
	in, err := p.desk.Council(ctx)
	if err != nil {
		return err
	}
	today := p.desk.Today(c)
	officer, _ := in.Carrier(c.Officer, today)
	key := "hold/"
	for _, id := range hold {
		key += string(id) + "/"
	}
	_, err = p.desk.Do(ctx, ref, officer.ID, today, key, casework.HoldPaper{Evidence: hold, Why: p.say("hold-why")})
	return err
}

// aboutAnother reports whether a paper is rather about the child of another open request than about this one: by its
// title, its file’s name and its file’s words.
func (p *Portal) aboutAnother(ctx context.Context, c casework.Case, e casework.Evidence) (bool, error) {
	texts := []string{e.Title}
	u, here, err := p.exhibitFile(ctx, c.Ref, e.ID)
	if err != nil {
		return false, err
	}
	if here {
		_, content, err := p.register.HeldUpload(ctx, u.Owner, u.ID)
		if err != nil {
			return false, err
		}
		texts = append(append(texts, nameOfFile(u)), legible.Words(u.Type, content)...)
	}
	names := casework.ReadNames(texts...)
	others, err := p.register.Named(ctx, names, c.Ref)
	if err != nil {
		return false, err
	}
	for _, other := range others {
		if names.AreAbout(other, c.Opened.Child) {
			return true, nil
		}
	}
	return false, nil
}

// nameOfFile is a file’s name as words.
func nameOfFile(u records.Upload) string {
	return strings.NewReplacer("_", " ", "-", " ", ".", " ", "+", " ").Replace(strings.TrimSuffix(u.Name, path.Ext(u.Name)))
}
