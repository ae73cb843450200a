package lively

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"sendpanel/casework"
	"sendpanel/letters"
	"sendpanel/statute"
)

// step is one thing that somebody does for a case on a day.
type step struct {
	on      statute.Day
	sitting bool // while the panel sits
	take    func(*Stage, *Case) error
}

// receive opens the case, under the reference that an empty register gives to the next request of the year.
func (s *Stage) receive(c *Case) error {
	request, mends, err := casework.ParseRequest(c.Request)
	if err != nil {
		return err
	}
	at, err := request.Received()
	if err != nil {
		return err
	}
	setting, in := request.SettingOf(), s.council
	events, err := casework.Begin(request, casework.Intake{
		Ref: casework.NewRef(statute.DayOf(at).Year(), s.next("cases", at.Year())), Council: in.Name, Officer: in.DefaultOfficer, School: in.SchoolAddressee(setting),
		Setting: setting, Warnings: in.Warnings, Later: in.WarningsByRule, Original: sum(c.Request), ToMend: mends, Post: in.Channels.Family,
	}, in.Standing(statute.DayOf(at)))
	if err != nil {
		return err
	}
	s.now = at
	return s.happen(c, events)
}

// next counts on from 1, for each year.
func (s *Stage) next(what string, year int) int {
	name := fmt.Sprint(what, year)
	s.serial[name]++
	return s.serial[name]
}

// do gives a command in somebody’s name, as the desk does: filled in from the settings and confirmed by them.
func (s *Stage) do(c *Case, id casework.PersonID, act casework.Act) error {
	on := statute.DayOf(s.now)
	by, err := s.council.Actor(id, on, "demonstration")
	if err != nil {
		return err
	}
	if act, err = s.council.CompleteIn(c.Case, s.atMeeting(c, act), on); err != nil {
		return err
	}
	events, err := c.Case.Do(casework.Command{Key: fmt.Sprintf("%s/%d", c.Key, c.Case.Seq), By: by, Act: act}, s.now)
	if err != nil {
		return fmt.Errorf("%s by %s: %w", act.Kind(), id, err)
	}
	for _, e := range events {
		if err := s.council.ConfirmsIn(c.Case, e); err != nil {
			return fmt.Errorf("%s by %s: %w", act.Kind(), id, err)
		}
		if err := c.take(e); err != nil {
			return err
		}
	}
	return s.issue(c)
}

// happen adds events of nobody’s command, and draws what they owe.
func (s *Stage) happen(c *Case, events []casework.Event) error {
	for _, e := range events {
		if err := c.take(e); err != nil {
			return err
		}
	}
	return s.issue(c)
}

func (c *Case) take(e casework.Event) (err error) {
	c.Case, err = c.Case.Apply(e)
	c.Events = append(c.Events, e)
	return err
}

// issue draws the letters that the case owes. What cannot be composed becomes a task, as it does in the service.
func (s *Stage) issue(c *Case) error {
	for _, owing := range c.Case.Owed() {
		var bodies []casework.Body
		for _, key := range owing.Letters {
			more, err := s.draw(c, key)
			if err != nil {
				return fmt.Errorf("letter %s: %w", key, err)
			}
			bodies = append(bodies, more...)
		}
		for _, e := range c.Case.Record(bodies, casework.Engine(), s.now) {
			if err := c.take(e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Stage) draw(c *Case, key casework.LetterKey) ([]casework.Body, error) {
	facts, err := letters.Gather(c.Case, c.Events, key, s.council, statute.DayOf(s.now), func() ([]byte, error) { return c.Request, nil })
	if err != nil {
		return nil, err
	}
	letter, err := letters.Compose(key, facts)
	if err != nil {
		return []casework.Body{casework.TaskRaised{Task: casework.LetterTask(key), For: casework.CaseworkOfficer, What: "A letter could not be issued. " + err.Error()}}, nil
	}
	pdf, err := letters.Render(letter)
	if err != nil {
		return nil, err
	}
	c.Letters = append(c.Letters, Letter{Key: key, PDF: pdf, Dated: letter.Dated, Text: letter.Text()})
	bodies := []casework.Body{casework.Issued{Letter: key, SHA256: sum(pdf), Dated: letter.Dated, By: statute.FirstClass}}
	if look := letter.ToLookAt(); look != "" {
		bodies = append(bodies, casework.LookTaskRaised(key, look))
	}
	return bodies, nil
}

// post confirms the posting of one printed letter after another: what the posting of the family’s notice owes to the
// school is drawn, and posted, in the same round.
func (s *Stage) post(c *Case) error {
	for printed := c.Case.Printed(); len(printed) > 0; printed = c.Case.Printed() {
		if err := s.do(c, "joe.marsh", casework.ConfirmPosted{Letter: printed[0], On: statute.DayOf(s.now)}); err != nil {
			return err
		}
	}
	return nil
}

func sum(data []byte) string {
	h := sha256.Sum256(data)
	return hex.EncodeToString(h[:])
}
