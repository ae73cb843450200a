package portal

import (
	"sendpanel/casework"
	"sendpanel/council"
)

// familyRights is what the person can do where they do not agree, the free advice first.
type familyRights struct {
	Refused                 bool   // something stands that the family can challenge
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
	page := familyRights{Open: ending == "", Again: asksAgain(ending), ComplaintsLine: v.Council.Complaints, Privacy: v.Council.Privacy}
	for kind, contact := range map[council.ContactKind]*council.Contact{council.MediationAdviser: &page.Mediator, council.DisagreementResolution: &page.Resolution,
		council.Tribunal: &page.Tribunal, council.ComplaintsDesk: &page.Complaints, council.Ombudsman: &page.Ombudsman, council.DataProtection: &page.DataProtect} {
		*contact, _ = v.Council.Contact(kind, v.Today)
	}
	if mediation, appeal, can := s.challenged(); can {
		page.Refused = true
		page.Appeal, page.AppealWhy, page.AppealOver = v.long(appeal.Effective), v.why(appeal), v.Today.After(appeal.Effective)
		if mediation != nil {
			page.Mediation, page.MediationWhy, page.MediationOver = v.long(mediation.Due), v.why(*mediation), v.Today.After(mediation.Due)
		}
	}
	return v.showFamily("family-rights", page)
}

// asksAgain reports whether, after such an ending or before any, the family can ask this council for an assessment.
func asksAgain(ending casework.Ending) bool {
	return ending != casework.EndedDeath && ending != casework.EndedMoved
}
