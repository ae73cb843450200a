package casework

import "sendpanel/statute"

// FeedbackOpened: the family is deemed to have its notice, so the child's setting is told what was strong, what was not
// there and what to do next. The family sees the same note on the same day.
type FeedbackOpened struct {
	On statute.Day `json:"on"` // the day on which the last of the family's notices is deemed to have come
}

// Kind is KindFeedback.
func (FeedbackOpened) Kind() Kind { return KindFeedback }

// FamilyToldOn is the day on which the last of the family's notices of the decision is deemed to have come. It is that of
// the first that each was sent, whatever was put right since. There is none while a notice has not gone; past the calendar
// nothing is guessed.
func (c Case) FamilyToldOn() (statute.Day, bool) {
	if c.Decided == nil || c.NoticeGiven == nil {
		return statute.Day{}, false
	}
	kind, _ := c.decisionLetters()
	first := map[AddresseeID]Letter{}
	for _, l := range c.Letters {
		if l.Key.Kind != kind || l.Key.For != c.Decided.Seq || l.Posted.IsZero() {
			continue
		}
		if before, known := first[l.Key.To]; !known || l.Posted.Before(before.Posted) {
			first[l.Key.To] = l
		}
	}
	var last statute.Day
	for _, l := range first {
		served, err := l.By.Deemed(l.Posted)
		if err != nil {
			return statute.Day{}, false
		}
		if served.After(last) {
			last = served
		}
	}
	return last, !last.IsZero()
}

// feedbackMoment is the day on which the setting's note opens.
func (c Case) feedbackMoment() []tick {
	told, known := c.FamilyToldOn()
	if c.FeedbackOpen || !known || len(c.school()) == 0 {
		return nil
	}
	return []tick{{on: told, why: "the school’s feedback note opens, because the family has been told", body: FeedbackOpened{On: told}}}
}
