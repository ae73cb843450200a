package examples

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/letters"
	"sendpanel/statute"
)

// Hour is the hour by London clocks at which the people of an example act, on their day.
const Hour = 10

// Play carries the example along its journey through casework alone, without a workflow, a register or a printer, and
// gives the events of the case.
//
// The request is opened at its own moment, and the council's rule on receipt is applied. A day that passes is recorded
// at its first instant; commands are given at [Hour]; a letter is issued, with the day's date, right after the event
// that owes it. The error names the step that could not be done, with what casework said to it.
func Play(e Example, c council.Council, ref casework.Ref) ([]casework.Event, error) {
	p := player{council: c, request: e.Request}
	if err := p.open(e, ref); err != nil {
		return nil, fmt.Errorf("play %s: %w", e.Name, err)
	}
	for i, s := range e.Steps {
		if err := p.step(s, fmt.Sprintf("%s/%d", e.Name, i)); err != nil {
			return nil, fmt.Errorf("play %s: steps[%d], %s on %s: %w", e.Name, i, s.Kind, s.On.Short(), err)
		}
	}
	if err := p.until(e.End); err != nil {
		return nil, fmt.Errorf("play %s: %w", e.Name, err)
	}
	return p.events, nil
}

// player is a case on its way, and how far its days have been lived through.
type player struct {
	council council.Council
	request []byte // the first, as it arrived
	c       casework.Case
	events  []casework.Event
	now     time.Time
}

// open receives the request, and determines it where the council does so on receipt.
func (p *player) open(e Example, ref casework.Ref) error {
	request, mends, err := casework.ParseRequest(e.Request)
	if err != nil {
		return err
	}
	received, err := request.Received()
	if err != nil {
		return err
	}
	setting := request.SettingOf()
	events, err := casework.Begin(request, casework.Intake{
		Ref: ref, Council: p.council.Name, Officer: p.council.DefaultOfficer, School: p.council.SchoolAddressee(setting), Setting: setting,
		Warnings: p.council.Warnings, Later: p.council.WarningsByRule, Original: sum(e.Request), ToMend: mends,
	}, p.council.Standing(statute.DayOf(received)))
	if err != nil {
		return err
	}
	p.now = received
	if err := p.confirmed(events); err != nil {
		return err
	}
	return p.issue()
}

func (p *player) step(s Step, key string) error {
	if err := p.until(s.On); err != nil {
		return err
	}
	if at := s.On.At(Hour, 0); s.Kind != Wait && s.Kind != Receive && at.After(p.now) {
		p.now = at
	}
	switch s.Kind {
	case Wait:
		return nil
	case PostAll:
		return p.postAll(s.As, key)
	case Receive:
		return p.join(s)
	}
	if err := s.Check(p.do(s.As, s.Act, key)); err != nil {
		return err
	}
	return p.issue()
}

// join receives a further request for the same child.
func (p *player) join(s Step) error {
	request, mends, err := casework.ParseRequest(s.Request)
	if err != nil {
		return err
	}
	setting := request.SettingOf()
	events, err := p.c.Join(request, s.Request, casework.Intake{
		Ref: p.c.Ref, Council: p.council.Name, Officer: p.council.DefaultOfficer, School: p.council.SchoolAddressee(setting), Setting: setting,
		Warnings: p.council.Warnings, Later: p.council.WarningsByRule, Original: sum(s.Request), ToMend: mends,
	})
	if err != nil {
		return err
	}
	if err := p.confirmed(events); err != nil {
		return err
	}
	return p.issue()
}

// until lives through the days up to and on the day, recording what each brings at its first instant.
func (p *player) until(day statute.Day) error {
	for on := statute.DayOf(p.now).AddDays(1); !on.After(day); on = on.AddDays(1) {
		p.now = on.Start()
		if err := p.happen(p.c.Pass(p.now)...); err != nil {
			return err
		}
		if err := p.issue(); err != nil {
			return err
		}
	}
	return nil
}

// do gives a command in somebody's name, as they are in the settings of the day.
func (p *player) do(id casework.PersonID, act casework.Act, key string) error {
	on := statute.DayOf(p.now)
	who, err := p.council.Actor(id, on, "")
	if err != nil {
		return err
	}
	act, err = p.council.CompleteIn(p.c, act, on)
	if err != nil {
		return err
	}
	events, err := p.c.Do(casework.Command{Key: key, By: who, Act: act}, p.now)
	if err != nil {
		return err
	}
	return p.confirmed(events)
}

// confirmed has the council's settings asked about each event, as the register does before it records one.
func (p *player) confirmed(events []casework.Event) error {
	for _, e := range events {
		if err := p.council.ConfirmsIn(p.c, e); err != nil {
			return err
		}
	}
	return p.happen(events...)
}

// postAll confirms the posting of one letter after another until none is left: what the posting of the family's notice
// owes to the school is printed, and posted, in the same round.
func (p *player) postAll(id casework.PersonID, key string) error {
	for printed := p.c.Printed(); len(printed) > 0; printed = p.c.Printed() {
		act := casework.ConfirmPosted{Letter: printed[0], On: statute.DayOf(p.now)}
		if err := p.do(id, act, key+"/"+printed[0].String()); err != nil {
			return err
		}
		if err := p.issue(); err != nil {
			return err
		}
	}
	return nil
}

// issue stands in for the printer: it composes what the events owe, and the letter's key stands for its bytes. What cannot
// be composed, or is to be looked at first, becomes a task as it does in the service.
func (p *player) issue() error {
	for _, owing := range p.c.Owed() {
		var bodies []casework.Body
		for _, key := range owing.Letters {
			bodies = append(bodies, p.printed(key)...)
		}
		if err := p.happen(p.c.Record(bodies, casework.Engine(), p.now)...); err != nil {
			return err
		}
	}
	return nil
}

// printed is what becomes of one letter.
func (p *player) printed(key casework.LetterKey) []casework.Body {
	facts, err := letters.Gather(p.c, p.events, key, p.council, statute.DayOf(p.now), func() ([]byte, error) { return p.request, nil })
	if err != nil {
		return nil // a request in memory is always there
	}
	letter, err := letters.Compose(key, facts)
	if err != nil {
		return []casework.Body{casework.TaskRaised{Task: casework.LetterTask(key), For: casework.CaseworkOfficer, What: "A letter could not be issued. " + err.Error()}}
	}
	bodies := []casework.Body{casework.Issued{Letter: key, SHA256: sum([]byte(key.String())), Dated: facts.On, By: statute.FirstClass}}
	if look := letter.ToLookAt(); look != "" {
		bodies = append(bodies, casework.LookTaskRaised(key, look))
	}
	return bodies
}

func (p *player) happen(events ...casework.Event) error {
	after, err := p.c.Apply(events...)
	if err != nil {
		return err
	}
	p.c, p.events = after, append(p.events, events...)
	return nil
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
