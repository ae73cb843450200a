package portal

import (
	"context"
	"path"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/legible"
	"sendpanel/records"
)

// lookWhose looks into papers that have just come whether they are rather about the child of another open request, and has
// those held until an officer has looked. Whoever gave them learns nothing of it, and the officer nothing of the other
// request. A paper is in the case whatever becomes of this: what hinders it is logged, and it is tried again, longer and longer
// after, for a day. A paper that is being tried again is one act however often it is tried.
func (p *Portal) lookWhose(ctx context.Context, ref casework.Ref, ids []casework.DocumentID) {
	if len(ids) == 0 {
		return
	}
	err := p.holdOthers(ctx, ref, ids)
	if err == nil {
		return
	}
	p.log.Error("it was not looked whose papers are: it is tried again", "case", string(ref), "error", err)
	go p.lookAgain(context.WithoutCancel(ctx), ref, ids)
}

// lookAgain tries until it has been looked whose papers are, or somebody has to look without the service.
func (p *Portal) lookAgain(ctx context.Context, ref casework.Ref, ids []casework.DocumentID) {
	var err error
	for _, wait := range p.lookWaits {
		time.Sleep(wait)
		if err = p.holdOthers(ctx, ref, ids); err == nil {
			p.log.Info("it was looked whose papers are", "case", string(ref))
			return
		}
	}
	p.log.Error("it was never looked whose papers are: an officer has to look", "case", string(ref), "papers", len(ids), "error", err)
}

// waitsToLook are the waits between the tries.
func waitsToLook() []time.Duration {
	return []time.Duration{time.Second, 10 * time.Second, time.Minute, 10 * time.Minute, time.Hour, 4 * time.Hour, 18 * time.Hour}
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
