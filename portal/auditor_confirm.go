package portal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/disclosure"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// confirmAnswer fixes the bundle as it leaves. Whoever prepared an answer cannot confirm it, and none leaves undecided. What was
// fixed is in the ledger of reads by its hash, so that nobody can put another in its place.
func (p *Portal) confirmAnswer(v *Visit) error {
	a, err := p.answerOf(v)
	if err != nil {
		return err
	}
	if a.Bundle != "" {
		return v.Go(answerPath(a.Disclosure))
	}
	if len(p.answerWaits(v, a)) > 0 {
		v.Form.Wrong("", p.say("answer-cannot"))
		return p.showAnswer(v, a)
	}
	var archive bytes.Buffer
	var stays disclosure.FileError
	err = p.bundleOf(v, a).Write(&archive)
	if errors.As(err, &stays) {
		v.Form.Wrong("", p.say("answer-stays", "part", stays.Part.Title, "why", p.whyStays(stays)))
		return p.showAnswer(v, a)
	}
	if err != nil {
		return err
	}
	u, err := p.register.KeepUpload(v.Context(), records.Upload{Owner: answerOwner(a.ID), Name: p.say("bundle-name", "ref", v.Case.Ref), Type: "application/zip", By: v.Who.Actor.Person, Checked: "unchecked"}, archive.Bytes())
	if err != nil {
		return err
	}
	err = p.register.ChangeDisclosure(v.Context(), v.Case.Ref, a.ID, func(d *records.Disclosure) error {
		if d.Bundle != "" || !bytes.Equal(d.Body, a.Body) {
			return errGone // somebody changed or confirmed it meanwhile
		}
		d.Bundle, d.ConfirmedBy, d.ConfirmedAt = u.ID, v.Who.Actor.Person, p.clock()
		return nil
	})
	if err != nil {
		return errors.Join(err, p.register.DropUpload(v.Context(), answerOwner(a.ID), u.ID))
	}
	sum := sha256.Sum256(archive.Bytes())
	if err := v.Read("answer " + a.ID + " confirmed, SHA-256 " + hex.EncodeToString(sum[:])); err != nil {
		return err
	}
	v.Tell(p.say("answer-is-confirmed"))
	return v.Go(answerPath(a.Disclosure))
}

// bundleOf is the bundle of an answer as it stands.
func (p *Portal) bundleOf(v *Visit, a openAnswer) disclosure.Bundle {
	return disclosure.Bundle{Title: p.say("bundle-title", "council", v.Council.Name), Lead: p.say("bundle-lead", "about", a.About, "day", v.Today.Long()), Parts: a.Parts, Draft: a.Draft,
		Rights: []string{p.say("bundle-purpose"), p.say("bundle-recipients"), p.say("bundle-kept"), p.say("bundle-rights"),
			p.say("bundle-complain", "council", v.Council.Name)},
		Held: func(g disclosure.Ground, n int) string {
			return p.count("bundle-held", n) + " " + p.say("ground-"+string(g)) + "."
		},
		HeldSilent: p.say("bundle-held-silent"),
		Taken: func(g disclosure.Ground) string {
			if g == "" {
				return p.say("bundle-taken")
			}
			return p.say("bundle-taken") + " " + p.say("ground-"+string(g)) + "."
		},
		File: func(part disclosure.Part, c disclosure.Choice) (string, string, []byte, error) {
			return p.givenFile(v, a, part, c)
		}}
}

// answerBundle gives the bundle that was confirmed, as it was fixed then. That it left is in the record of reads.
func (p *Portal) answerBundle(v *Visit) error {
	d, err := p.register.Disclosure(v.Context(), v.Case.Ref, v.Path("answer"))
	if errors.Is(err, records.ErrNoDisclosure) || err == nil && d.Bundle == "" {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	if err := v.Read("answer " + d.ID + " taken away"); err != nil {
		return err
	}
	return v.Download(answerOwner(d.ID), d.Bundle)
}

// sentForm asks to whom the bundle was given, when and how.
type sentForm struct {
	On  look.DateInput
	To  look.Field
	How look.Choices
}

// sentOf says that a bundle has left, or asks about it.
func (p *Portal) sentOf(v *Visit, a openAnswer) (string, *sentForm) {
	if s := a.Draft.Sent; s != nil {
		return p.say("answer-sent", "day", s.On.Long(), "to", s.To, "how", p.say("sent-"+s.How), "name", p.nameOf(v, casework.PersonID(s.By))), nil
	}
	f := look.NewForm(shown(v.Form), faults(v.Form))
	var ways []look.Option
	for _, way := range sentWays() {
		ways = append(ways, look.Option{Value: way, Label: p.say("sent-" + way)})
	}
	return "", &sentForm{On: f.Date("sent", p.say("sent-on")), To: f.Text("to", p.say("sent-to")), How: f.Radios("how", p.say("sent-how"), ways...)}
}

func sentWays() []string { return []string{"hand", "post", "mail", "other"} }

// answerSent records that the bundle was given, to whom, when and how. It cannot be changed afterwards.
func (p *Portal) answerSent(v *Visit) error {
	a, err := p.answerOf(v)
	if err != nil {
		return err
	}
	if a.Bundle == "" || a.Draft.Sent != nil {
		return errGone
	}
	on, given := v.Form.Day("sent")
	if !given || on.After(v.Today) || on.Before(dayOfTime(a.ConfirmedAt)) {
		v.Form.Wrong("sent", p.say("sent-on-missing"))
	}
	sent := disclosure.Sent{On: on, To: v.Form.Required("to", p.say("sent-to-missing")), How: v.Form.Get("how"), By: string(v.Who.Actor.Person)}
	if !slices.Contains(sentWays(), sent.How) {
		v.Form.Wrong("how", p.say("sent-how-missing"))
	}
	if !v.Form.OK() {
		return p.showAnswer(v, a)
	}
	err = p.register.ChangeDisclosure(v.Context(), v.Case.Ref, a.ID, func(d *records.Disclosure) error {
		draft, err := disclosure.Read(d.Body)
		if err != nil {
			return err
		}
		if draft.Sent != nil {
			return errGone
		}
		draft.Sent = &sent
		d.Body, err = draft.Bytes()
		return err
	})
	if err != nil {
		return err
	}
	if err := v.Read("answer " + a.ID + " sent on " + on.String() + " by " + sent.How); err != nil {
		return err
	}
	v.Tell(p.say("sent-kept"))
	return v.Go(answerPath(a.Disclosure))
}
