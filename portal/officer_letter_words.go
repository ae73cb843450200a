package portal

import (
	"errors"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

func (p *Portal) versionWords(n int) string {
	if n == 1 {
		return ""
	}
	return p.say("letter-version", "n", n)
}

func dayOrDash(d statute.Day) string {
	if d.IsZero() {
		return "–"
	}
	return d.Long()
}

// whyVoided says why a letter will not go.
func whyVoided(events []casework.Event, key casework.LetterKey) string {
	for _, e := range events {
		if b, ok := e.Body.(casework.Voided); ok && b.Letter == key {
			return b.Why
		}
	}
	return ""
}

// channelWords says how a letter goes.
func (p *Portal) channelWords(c statute.Channel) string {
	if c == "" {
		return ""
	}
	return p.say("letter-by-" + string(c))
}

// carrierWords says what a carrier told last of a letter; empty where none has it.
func (p *Portal) carrierWords(v *Visit, key casework.LetterKey) (string, error) {
	h, err := p.register.LetterHandover(v.Context(), v.Case.Ref, key)
	if errors.Is(err, records.ErrNoHandover) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	switch {
	case h.Carrier == "":
		return p.say("carrier-unclear", "carrier", h.Way), nil
	case h.Told.IsZero():
		return p.say("carrier-has-it", "carrier", h.Way), nil
	}
	return p.say("carrier-told", "carrier", h.Way, "status", strings.ReplaceAll(h.Status, "-", " "), "day", statute.DayOf(h.Told).Long()), nil
}

// letterState is how far a letter has come, in words.
func (p *Portal) letterState(l casework.Letter) look.Tag {
	tones := map[casework.LetterState]string{casework.LetterIssued: look.Soon, casework.LetterPosted: look.Done, casework.LetterVoided: look.Quiet, casework.LetterStuck: look.Late,
		casework.LetterReplaced: look.Quiet, casework.LetterWithdrawn: look.Quiet}
	if l.State == casework.LetterPosted && !l.Posted.IsZero() {
		return look.Tag{Text: p.say("letter-posted-day", "day", l.Posted.Short()), Tone: look.Done}
	}
	return look.Tag{Text: p.say("letter-" + string(l.State)), Tone: tones[l.State]}
}

func (p *Portal) letterName(k casework.LetterKind) string { return p.say("letter-kind-" + string(k)) }

// recipient names whoever a letter goes to.
func (p *Portal) recipient(v *Visit, id casework.AddresseeID) string {
	return p.recipientIn(v.Case, id)
}

// recipientOf names whoever a letter went to: a school that the child has left is not the one of now.
func (p *Portal) recipientOf(v *Visit, l casework.Letter) string {
	if l.Former {
		return p.say("party-former_school")
	}
	return p.recipient(v, l.Key.To)
}

// recipientIn names whoever a letter goes to, as the case has them.
func (p *Portal) recipientIn(c casework.Case, id casework.AddresseeID) string {
	switch a, known := c.Addressee(id); {
	case id == casework.HealthBody:
		return p.say("party-health")
	case id == casework.SocialCareBody:
		return p.say("party-social_care")
	case known:
		return a.Name
	}
	return p.say("somebody-before")
}
