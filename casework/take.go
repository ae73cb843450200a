package casework

import (
	"slices"

	"sendpanel/statute"
)

// take puts what an event says into the case.
func (c *Case) take(e Event) {
	switch b := e.Body.(type) {
	case Opened:
		c.Ref, c.Opened, c.Stage, c.Officer = b.Ref, b, StageReceived, b.Officer
		// What is added later must not be written into the event, which others may read at the same time.
		c.Family, c.Evidence = slices.Clip(b.Family), slices.Clip(b.Evidence)
		c.Requests = []Asked{{Seq: 1, Received: b.Received, By: b.RequestedBy}}
	case Determined:
		c.Determined, c.Stage = true, StageConsidering
	case Consulted:
		c.Consulted = append(c.Consulted, b)
	case MarkedUrgent:
		c.Urgent = append(c.Urgent, b.Reason)
	case Decided:
		c.Decided, c.Stage = &DecidedOn{Seq: e.Seq, On: e.FellOn, Outcome: b.Outcome, By: e.By.Person}, StageDecided
		c.planCalls(e.Seq)
	case TaskRaised:
		c.raise(b, e.FellOn)
	case TaskDone:
		c.finish(b.Task)
		c.keptAgreement(b.Task, e.FellOn)
	case Reassigned:
		c.Officer = b.Officer
	case Withdrawn:
		c.Stage = StageWithdrawn
	case TransferredOut:
		c.Stage, c.Moved = StageEnded, &b
	case Died:
		c.Stage, c.Moved = StageEnded, nil
	case Closed:
		c.Stage, c.ClosedWhy = StageClosed, b.Why
	default:
		c.takeFurther(e)
		c.takeFamily(e)
		c.takeSchool(e)
		c.takePanel(e)
		c.takePeople(e)
		c.takeLetter(e)
		c.takeMended(e)
		c.takeLimit(e)
		c.takeDelay(e)
		c.takeOverturn(e)
		c.takeMediation(e)
		c.takeAssessment(e)
	}
}

// takePanel takes what happens on the way to the panel's recommendation.
func (c *Case) takePanel(e Event) {
	switch b := e.Body.(type) {
	case Listed:
		if c.Listed = &b; c.Sitting != nil && c.Sitting.Meeting != b.Meeting {
			c.Sitting = nil
		}
		c.finish(TaskNoMeeting)
	case Unlisted:
		c.Listed, c.Sitting = nil, nil
	case PanelMet:
		c.Sitting = &b
	case InterestDeclared:
		c.Interests = append(c.Interests, b)
	case Viewed:
		c.Views = slices.DeleteFunc(c.Views, func(v MemberView) bool { return v.Member == e.By.Person })
		c.Views = append(c.Views, MemberView{Seq: e.Seq, Member: e.By.Person, Limbs: b.Limbs})
	case Deferred:
		c.Deferrals++
		c.Listed, c.Sitting = &Listed{Panel: b.Panel, Name: c.panelName(), On: b.Until, Meeting: b.Meeting}, nil
	case Recommended:
		c.Recommended, c.Stage = &b, StageRecommended
	}
}

func (c *Case) panelName() string {
	if c.Listed == nil {
		return ""
	}
	return c.Listed.Name
}

// takePeople takes what happens to the family, its papers and how it is reached.
func (c *Case) takePeople(e Event) {
	switch b := e.Body.(type) {
	case AddresseeSet:
		c.setAddressee(b.Addressee)
	case AddresseeEnded:
		c.Family = slices.DeleteFunc(slices.Clone(c.Family), func(a Addressee) bool { return a.ID == b.Addressee })
	case AgeSwitched:
		c.switchAge()
	case Called:
		c.called(b)
	case CallTimeOver:
		for i := range c.Calls {
			if slices.Contains(b.Addressees, c.Calls[i].Addressee) {
				c.Calls[i].Over = true
			}
		}
	case EvidenceAdded:
		c.Evidence = append(c.Evidence, b.Evidence...)
	case PaperHeld:
		c.holdPapers(b)
	case PaperConfirmed:
		c.confirmPaper(b)
	case EvidenceReleased:
		c.release(b)
	}
}

// takeLetter takes what happens to letters.
func (c *Case) takeLetter(e Event) {
	switch b := e.Body.(type) {
	case Issued:
		c.setLetter(Letter{Key: b.Letter, State: LetterIssued, SHA256: b.SHA256, Dated: b.Dated, By: b.By})
	case Posted:
		c.changeLetter(b.Letter, func(l *Letter) { l.State, l.Posted = LetterPosted, b.On })
	case Voided:
		c.changeLetter(b.Letter, func(l *Letter) { l.State = LetterVoided })
	case NoticeGiven:
		c.NoticeGiven, c.Stage = &b, StageNotified
	case FeedbackOpened:
		c.FeedbackOpen = true
	case CertificateIssued:
		c.Certificate = &b
	}
}

// takeLimit takes what the clock on the decision brings, and exceptions to any limit.
func (c *Case) takeLimit(e Event) {
	switch b := e.Body.(type) {
	case Warned:
		if b.For != "" {
			return
		}
		for _, p := range b.Points {
			c.WarnedDays = append(c.WarnedDays, p.Days)
		}
	case SendByPassed:
		c.SendByPassed = c.SendByPassed || b.For == ""
	case LimitPassed:
		c.LimitPassed = c.LimitPassed || b.For == ""
	case Breached:
		if b.For == "" {
			c.BreachedOn = e.FellOn
		}
	case ExceptionClaimed:
		claim := b.Tested.Claim
		c.Exceptions = append(c.Exceptions, ExceptionAt{Rule: b.Tested.Rule, Limb: claim.Limb, Stand: b.Tested.Stands(), From: claim.From, Until: claim.Until})
	case ExceptionEnded:
		for i := range c.Exceptions {
			if c.Exceptions[i].Limb == b.Limb && c.Exceptions[i].Until.IsZero() {
				c.Exceptions[i].Until = b.On
			}
		}
	}
}

// raise opens a task. One about a letter marks the letter as stuck, so that it is not tried again by itself.
func (c *Case) raise(t TaskRaised, on statute.Day) {
	c.Tasks = append(c.Tasks, Task{TaskRaised: t, Raised: on})
	if key, ok := t.Task.letter(); ok {
		c.setLetter(Letter{Key: key, State: LetterStuck})
	}
}

// finish closes a task. One about a letter has the letter owed again.
func (c *Case) finish(id TaskID) {
	for i := range c.Tasks {
		if c.Tasks[i].Task == id {
			c.Tasks[i].Done = true
		}
	}
	if key, ok := id.letter(); ok {
		c.changeLetter(key, func(l *Letter) {
			if l.State == LetterStuck {
				l.State = LetterVoided
			}
		})
	}
}

func (c *Case) setAddressee(a Addressee) {
	c.Family = slices.Clone(c.Family)
	for i := range c.Family {
		if c.Family[i].ID == a.ID {
			c.Family[i] = a
			return
		}
	}
	c.Family = append(c.Family, a)
}

// switchAge makes the young person the addressee. The parents stay as those who may be copied in, if the young person
// chooses so: an officer records it.
func (c *Case) switchAge() {
	c.AgeSwitched = true
	self := Addressee{
		ID: c.nextFamilyID(), Standing: YoungPerson, Name: c.Opened.Child.FullName(), Relationship: "self",
		Address: c.Opened.Child.Address, Postcode: c.Opened.Child.Postcode, Channel: statute.FirstClass,
	}
	for _, a := range c.Family {
		if len(self.Address) == 0 && a.Standing == Parent {
			self.Address, self.Postcode = a.Address, a.Postcode
		}
	}
	c.Family = []Addressee{self}
}

func (c *Case) called(b Called) {
	for i := range c.Calls {
		if c.Calls[i].Addressee == b.Addressee && !c.Calls[i].Over {
			c.Calls[i].Tries++
			c.Calls[i].Over = b.Reached || c.Calls[i].Tries >= callTries
		}
	}
}

func (c *Case) release(b EvidenceReleased) {
	c.Evidence = slices.Clone(c.Evidence)
	for i := range c.Evidence {
		if !slices.Contains(b.Evidence, c.Evidence[i].ID) {
			continue
		}
		c.Evidence[i].See = append(slices.Clone(c.Evidence[i].See), b.See...)
		c.Evidence[i].Know = append(slices.Clone(c.Evidence[i].Know), b.Know...)
	}
}

// planCalls notes who is to be telephoned before the decision's letter goes to them.
func (c *Case) planCalls(seq int) {
	for _, a := range c.Family {
		if a.CallFirst {
			c.Calls = append(c.Calls, Call{Addressee: a.ID, For: seq})
		}
	}
}
