package portal

import (
	"errors"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/records"
)

// tellings tell what was done, in the words of each request's timeline, and read no request twice.
type tellings struct {
	p    *Portal
	v    *Visit
	read map[casework.Ref]telling
}

// telling is one request as its timeline tells it.
type telling struct {
	events  []casework.Event
	lines   []casework.Line
	family  []casework.Addressee
	missing bool // it is no request, or cannot be read
}

func (p *Portal) newTellings(v *Visit) *tellings {
	return &tellings{p: p, v: v, read: map[casework.Ref]telling{}}
}

// of is who did it and what it was, in words. What a member found is not told: that a view was recorded is.
func (t *tellings) of(d records.Doing) (who, what string, err error) {
	c, err := t.about(d.Ref)
	if err != nil {
		return "", "", err
	}
	if d.Way == records.WayRead {
		return c.reader(t, d.By), namedOf(c.family, d.What), nil
	}
	i := slices.IndexFunc(c.events, func(e casework.Event) bool { return e.Seq == d.Seq })
	if i < 0 || i >= len(c.lines) { // damaged: what the row says is all there is
		return t.p.nameOf(t.v, casework.PersonID(d.By)), kindWords(d.Kind), nil
	}
	return t.p.doer(c.events[i]), t.p.doneWords(c, i), nil
}

// doneWords is what an event did, as the timeline has it.
func (p *Portal) doneWords(c telling, i int) string {
	e := c.events[i]
	if _, is := e.Body.(casework.Viewed); is {
		return p.say("view-recorded", "name", e.By.Name)
	}
	if what := namedOf(c.family, c.lines[i].What); what != "" {
		return what
	}
	return kindWords(e.Body.Kind())
}

// doer is who did something.
func (p *Portal) doer(e casework.Event) string {
	if e.By.Person == casework.Engine().Person {
		return p.say("trail-engine")
	}
	return e.By.Name
}

func (c telling) reader(t *tellings, by string) string {
	for _, a := range c.family {
		if string(a.ID) == by {
			return a.Name
		}
	}
	if by == "" {
		return t.p.say("doings-at-machine")
	}
	return t.p.nameOf(t.v, casework.PersonID(by))
}

func (t *tellings) noCase(ref casework.Ref) bool { return t.read[ref].missing }

// about reads the request. One that is damaged is told by what stands in its rows; verifying the record tells more.
func (t *tellings) about(ref casework.Ref) (telling, error) {
	if c, here := t.read[ref]; here || ref == "" {
		return c, nil
	}
	events, err := t.p.register.Events(t.v.Context(), ref)
	switch {
	case errors.Is(err, records.ErrNoCase), errors.As(err, new(records.DamageError)), errors.As(err, new(records.DisposedError)):
		t.read[ref] = telling{missing: true}
		return t.read[ref], nil
	case err != nil:
		return telling{}, err
	}
	c, err := tellingOf(events)
	if err != nil {
		c = telling{events: events}
	}
	t.read[ref] = c
	return c, nil
}

func tellingOf(events []casework.Event) (telling, error) {
	lines, err := casework.Timeline(events)
	if err != nil {
		return telling{}, err
	}
	c, err := casework.Fold(events)
	return telling{events: events, lines: lines, family: c.Family}, err
}

// namedOf puts the names of people in place of the IDs by which the record knows them.
func namedOf(family []casework.Addressee, text string) string {
	for _, a := range slices.Backward(family) {
		text = strings.ReplaceAll(text, string(a.ID), a.Name)
		text = strings.ReplaceAll(text, strings.ReplaceAll(string(a.ID), "-", " "), a.Name)
	}
	return text
}
