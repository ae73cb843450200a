package portal

import (
	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/form"
)

// meetingAct gives one command from the meeting's page and comes back to it; what is refused is said at the top.
func (p *Portal) meetingAct(done string, act func(v *Visit) meeting.Act) func(*Visit) error {
	return func(v *Visit) error {
		err := v.DoMeeting(act(v))
		if v.Form.Refused(err) {
			page, again := p.meetingPage(v)
			if again != nil {
				return again
			}
			return v.Again("panel-meeting", page)
		}
		if err != nil {
			return err
		}
		v.Tell(p.say(done))
		return v.Go(v.meetingPath())
	}
}

func releasing(*Visit) meeting.Act { return meeting.Release{} }

func opening(v *Visit) meeting.Act {
	return meeting.Open{NotQuorate: v.Form.Get("not_quorate") == "yes"}
}

func takingUp(*Visit) meeting.Act { return meeting.TakeUp{} }

func excusing(v *Visit) meeting.Act {
	return meeting.Excuse{Member: casework.PersonID(v.Form.Line("member")), Why: v.Form.Line("why")}
}

// again shows a page again where the desk refused, and gives any other error back. It reports whether there is nothing
// more to do.
func (v *Visit) again(err error, name string, page func() (any, error), places ...form.Place) (bool, error) {
	if err == nil && v.Form.OK() {
		return false, nil
	}
	if err != nil && !v.Form.Refused(err, places...) {
		return true, err
	}
	data, err := page()
	if err != nil {
		return true, err
	}
	return true, v.Again(name, data)
}
