package casework

import (
	"slices"

	"sendpanel/statute"
)

// A letter is never edited. One that has not left is voided and printed anew; one that has left is put right by a new
// version that names it, or by a letter that says that it does not count. Either is prompted by an officer, with what the
// reader is told.

// Mending is how a letter is put right.
type Mending string

// The ways of putting a letter right.
const (
	MendCorrected Mending = "corrected" // something in it was wrong or missing: a new version takes its place
	MendAgain     Mending = "again"     // it may not have arrived, or not in a form that could be read: it is sent again
	MendWithdrawn Mending = "withdrawn" // it does not count, and nothing takes its place
)

// LetterMended: a letter that may have been read was put right. Where it never left, nobody is told.
type LetterMended struct {
	Letter LetterKey   `json:"letter"`
	How    Mending     `json:"how"`
	Why    string      `json:"why"`             // what the reader is told: what changed, or why
	Dated  statute.Day `json:"dated,omitzero"`  // the date that it bears
	Posted statute.Day `json:"posted,omitzero"` // none where it never left
}

// NoticeCorrected: a corrected notice of a refusal was posted. The family's time runs from it where that is later; the
// council's duty stays met, or missed, by the notice that it corrects.
//
// Source: SEND Regulations 2014 reg 5(3), reg 33; tribunal rule 20(1)(c). That a corrected notice begins the time anew is
// the reading that is safer for the family; only the Tribunal extends time.
type NoticeCorrected struct {
	Letter     LetterKey      `json:"letter"`
	On         statute.Day    `json:"on"`
	Mediation  *statute.Dates `json:"mediation"`           // T13
	Appeal     *statute.Dates `json:"appeal"`              // T18 without a certificate
	LastAppeal *statute.Dates `json:"last_appeal"`         // T18 with the latest certificate that there can be
	Certified  *statute.Dates `json:"certified,omitempty"` // T18 with the certificate that is recorded
}

// Kind is KindMended.
func (LetterMended) Kind() Kind { return KindMended }

// Kind is KindNoticeCorrected.
func (NoticeCorrected) Kind() Kind { return KindNoticeCorrected }

// Mended is a letter that was put right, as the case carries it.
type Mended struct {
	Seq    int       `json:"seq"`
	Letter LetterKey `json:"letter"`
	How    Mending   `json:"how"`
}

// Replaced finds what a version of a letter takes the place of: the newest version before it that had left. The second
// result is false where none had, so that there is nothing to tell.
func Replaced(mended []LetterMended, key LetterKey) (LetterMended, bool) {
	var found LetterMended
	for _, m := range mended {
		same := m.Letter.Kind == key.Kind && m.Letter.To == key.To && m.Letter.For == key.For
		if same && m.How != MendWithdrawn && !m.Posted.IsZero() && m.Letter.Version < key.Version && m.Letter.Version > found.Letter.Version {
			found = m
		}
	}
	return found, found.Letter.Version > 0
}

// MendedIn lists what was put right in a case, as it was told.
func MendedIn(events []Event) []LetterMended {
	var mended []LetterMended
	for _, e := range events {
		if m, ok := e.Body.(LetterMended); ok {
			mended = append(mended, m)
		}
	}
	return mended
}

// takeMended takes what is put right.
func (c *Case) takeMended(e Event) {
	switch b := e.Body.(type) {
	case LetterMended:
		c.Mended = append(slices.Clip(c.Mended), Mended{Seq: e.Seq, Letter: b.Letter, How: b.How})
		c.changeLetter(b.Letter, func(l *Letter) {
			l.State = LetterReplaced
			if b.How == MendWithdrawn {
				l.State = LetterWithdrawn
			}
		})
	case NoticeCorrected:
		notice := *c.NoticeGiven
		notice.Corrected = b.On
		notice.Mediation, notice.Appeal, notice.LastAppeal = b.Mediation, b.Appeal, b.LastAppeal
		c.NoticeGiven = &notice
		if b.Certified != nil && c.Certificate != nil {
			certificate := *c.Certificate
			certificate.Appeal = *b.Certified
			c.Certificate = &certificate
		}
	}
}

// correcting reports whether a notice that has left is being put right, so that the family's time is not known.
func (c Case) correcting() bool {
	return slices.ContainsFunc(c.Mended, func(m Mended) bool {
		last, _ := c.lastVersion(m.Letter)
		return m.Letter.Kind == NotAssessLetter && m.How != MendWithdrawn && last.State != LetterPosted
	})
}

// noticeCorrected is what follows once a corrected notice of a refusal has been posted.
func (c Case) noticeCorrected(key LetterKey, sent statute.Day) ([]Body, error) {
	n := c.NoticeGiven
	corrects := slices.ContainsFunc(c.Mended, func(m Mended) bool {
		return m.Letter.Kind == key.Kind && m.Letter.To == key.To && m.Letter.For == key.For && m.Letter.Version < key.Version
	})
	if n == nil || n.Appeal == nil || c.Undone != nil || !corrects || key.Kind != NotAssessLetter || !sent.After(n.RunsFrom()) {
		return nil, nil
	}
	limits, err := c.familyLimits(sent)
	if err != nil {
		return nil, err
	}
	body := NoticeCorrected{Letter: key, On: sent, Mediation: &limits.mediation, Appeal: &limits.appeal, LastAppeal: &limits.lastAppeal}
	if c.Certificate != nil {
		limits, err := appealLimits(c.Opened.RuleSet, sent, c.Certificate.On)
		if err != nil {
			return nil, err
		}
		body.Certified = &limits.Appeal
	}
	return []Body{body}, nil
}

// RunsFrom is the day from which the family's time runs: the notice's, or a later one's that put it right.
func (n NoticeGiven) RunsFrom() statute.Day {
	if n.Corrected.After(n.On) {
		return n.Corrected
	}
	return n.On
}
