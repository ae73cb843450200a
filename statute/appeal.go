package statute

import (
	"errors"
	"fmt"
	"sort"
)

// AppealLimits are the family's two limits after a notice of decision, the mediation one first.
type AppealLimits struct {
	Mediation Dates `json:"mediation"` // T13: contact a mediation adviser; rule 12 does not move it
	Appeal    Dates `json:"appeal"`    // T18: the Tribunal receives the appeal, by 5 pm; Effective is after rule 12
	// LaterIfCertificateAfter is the last day of issue of a certificate that leaves Appeal.Effective where it is: one
	// issued after it moves the limit later. A letter prints it beside the date, never the date alone.
	LaterIfCertificateAfter Day `json:"later_if_certificate_after"`
}

// AppealLimits computes the limits from the day on which the notice was sent, which must be the date it bears, and
// the day on which a mediation certificate was issued, or no day.
func (s RuleSet) AppealLimits(sent, certificate Day) (AppealLimits, error) {
	mediation, err := s.dates("T13", sent)
	if err != nil {
		return AppealLimits{}, err
	}
	appeal, err := s.dates("T18", sent, Second(certificate))
	if err != nil {
		return AppealLimits{}, err
	}
	pivot, err := s.lastHarmlessCertificate(sent, appeal.Effective)
	if err != nil {
		return AppealLimits{}, err
	}
	return AppealLimits{Mediation: mediation, Appeal: appeal, LaterIfCertificateAfter: pivot}, nil
}

// dates looks up a rule and computes it.
func (s RuleSet) dates(id RuleID, start Day, opts ...Option) (Dates, error) {
	rule, err := s.Duty(id)
	if err != nil {
		return Dates{}, err
	}
	return rule.From(start, opts...)
}

// lastHarmlessCertificate looks between the limit, on which a certificate is always a month too late to be harmless, and
// three months before it: one issued then never moves it. A later certificate never gives an earlier limit, so halving finds
// the day.
func (s RuleSet) lastHarmlessCertificate(sent, effective Day) (Day, error) {
	first := effective.AddMonths(-3).AddDays(1)
	var failed error
	harmful := sort.Search(effective.Sub(first)+1, func(days int) bool {
		d, err := s.dates("T18", sent, Second(first.AddDays(days)))
		failed = errors.Join(failed, err)
		return err != nil || d.Effective.After(effective)
	})
	if failed != nil {
		return Day{}, failed
	}
	if harmful > 0 {
		return first.AddDays(harmful - 1), nil
	}
	return Day{}, fmt.Errorf("no certificate leaves the appeal limit of a notice sent on %s on %s", sent.Short(), effective.Short())
}
