package portal

import (
	"sendpanel/casework"
	"sendpanel/council"
)

// familyRights is what the person can do where they do not agree, the free advice first.
type familyRights struct {
	Refused                 bool
	Open                    bool   // a decision can still come, or be challenged
	Again                   bool   // the family can ask this council once more: not where the child died or lives elsewhere
	Mediation, Appeal       string // the last days, where a refusal has been sent
	MediationWhy, AppealWhy string
	MediationOver           bool
	AppealOver              bool
	Mediator, Resolution    council.Contact
	Tribunal, Complaints    council.Contact
	Ombudsman, DataProtect  council.Contact
	ComplaintsLine, Privacy string
}

func (p *Portal) familyRights(v *Visit) error {
	if err := v.Read("rights"); err != nil {
		return err
	}
	s := story{v: v, c: v.Case, page: v.family(nil)}
	ending := v.Case.Ending()
	page := familyRights{Refused: s.refused(), Open: ending == "", Again: asksAgain(ending), ComplaintsLine: v.Council.Complaints, Privacy: v.Council.Privacy}
	for kind, contact := range map[council.ContactKind]*council.Contact{council.MediationAdviser: &page.Mediator, council.DisagreementResolution: &page.Resolution,
		council.Tribunal: &page.Tribunal, council.ComplaintsDesk: &page.Complaints, council.Ombudsman: &page.Ombudsman, council.DataProtection: &page.DataProtect} {
		*contact, _ = v.Council.Contact(kind, v.Today)
	}
	if page.Refused {
		told, appeal := v.Case.NoticeGiven, s.appeal()
		page.Appeal, page.AppealWhy, page.AppealOver = v.long(appeal.Effective), v.why(appeal), s.appealOver()
		if told.Mediation != nil && v.Case.Certificate == nil {
			page.Mediation, page.MediationWhy, page.MediationOver = v.long(told.Mediation.Due), v.why(*told.Mediation), v.Today.After(told.Mediation.Due)
		}
	}
	return v.showFamily("family-rights", page)
}

// asksAgain reports whether, after such an ending or before any, the family can ask this council for an assessment.
func asksAgain(ending casework.Ending) bool {
	return ending != casework.EndedDeath && ending != casework.EndedMoved
}
