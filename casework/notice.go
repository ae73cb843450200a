package casework

import (
	"fmt"

	"sendpanel/statute"
)

// noticeGiven says what follows once every notice of the decision has been posted to the family: the duty is met, and on
// a refusal the family's own limits begin.
func (c Case) noticeGiven(on statute.Day) ([]Body, error) {
	sent, all := c.noticesToFamilyPosted()
	if !all || c.NoticeGiven != nil {
		return nil, nil
	}
	notice := NoticeGiven{Rule: RuleDecide, On: sent, Due: c.Opened.Decide.Due}
	if exception, in := c.exceptionOn(RuleDecide, notice.Due); in && sent.After(notice.Due) && c.BreachedOn.IsZero() {
		notice.Under = exception.Limb
	}
	if c.Decided.Outcome == NotAssess {
		limits, err := c.familyLimits(notice.On)
		if err != nil {
			return nil, err
		}
		notice.Mediation, notice.Appeal, notice.LastAppeal = &limits.mediation, &limits.appeal, &limits.lastAppeal
	}
	bodies := []Body{notice}
	for _, id := range []TaskID{taskSendBy, taskBreach} {
		if c.taskOpen(id) {
			bodies = append(bodies, TaskDone{Task: id, How: "Notice has been given."})
		}
	}
	return bodies, nil
}

// familyLimits are the limits of a family against a decision.
type familyLimits struct {
	mediation, appeal statute.Dates
	lastAppeal        statute.Dates // of an appeal at the very latest, with the latest certificate that the mediation rules allow
}

// familyLimits computes until when the family may contact the mediation adviser (reg 33) and appeal (tribunal
// rule 20(1)(c)), from the day the notice was sent, and until when an appeal may come at the very latest.
func (c Case) familyLimits(sent statute.Day) (familyLimits, error) {
	limits, err := appealLimits(c.Opened.RuleSet, sent, statute.Day{})
	if err != nil {
		return familyLimits{}, err
	}
	certificate, err := latestCertificate(c.Opened.RuleSet, limits.Mediation.Due)
	if err != nil {
		return familyLimits{}, err
	}
	late, err := appealLimits(c.Opened.RuleSet, sent, certificate)
	if err != nil {
		return familyLimits{}, err
	}
	return familyLimits{mediation: limits.Mediation, appeal: limits.Appeal, lastAppeal: late.Appeal}, nil
}

// latestCertificate is the last day on which a mediation certificate should be issued to a family that contacted the
// adviser on the last day: mediation within thirty days (T16), the certificate three working days after it (T17).
func latestCertificate(ruleSet string, contacted statute.Day) (statute.Day, error) {
	law, err := statute.RuleSetByID(ruleSet)
	if err != nil {
		return statute.Day{}, err
	}
	day := contacted
	for _, id := range []statute.RuleID{RuleMediate, RuleCertify} {
		duty, err := law.Duty(id)
		if err != nil {
			return statute.Day{}, err
		}
		dates, err := duty.From(day)
		if err != nil {
			return statute.Day{}, fmt.Errorf("compute %s from %s: %w", id, day, err)
		}
		day = dates.Due
	}
	return day, nil
}

// FamilyLimits computes, for a refusal whose notice is sent on the day, the last day to contact the mediation adviser
// (T13) and the last day for an appeal to reach the Tribunal where no later certificate extends it (T18).
func FamilyLimits(ruleSet string, sent statute.Day) (mediation, appeal statute.Dates, err error) {
	limits, err := appealLimits(ruleSet, sent, statute.Day{})
	return limits.Mediation, limits.Appeal, err
}

func appealLimits(ruleSet string, sent, certificate statute.Day) (statute.AppealLimits, error) {
	law, err := statute.RuleSetByID(ruleSet)
	if err != nil {
		return statute.AppealLimits{}, err
	}
	limits, err := law.AppealLimits(sent, certificate)
	if err != nil {
		return statute.AppealLimits{}, fmt.Errorf("compute the limits of an appeal from %s: %w", sent, err)
	}
	return limits, nil
}
