package casework

import (
	"fmt"

	"sendpanel/statute"
)

// AddEvidence adds documents that came after the request. The case numbers them on.
type AddEvidence struct {
	Evidence []Evidence `json:"evidence"` // their ids are given by the case
}

// Kind is ActAddEvidence.
func (AddEvidence) Kind() ActKind { return ActAddEvidence }

func (a AddEvidence) check(_ Case, by Actor, _ statute.Day, g *gaps) {
	if len(a.Evidence) == 0 {
		g.add("evidence", "is empty.", "Name at least one document.")
	}
	for i, e := range a.Evidence {
		if blank(e.Title) || blank(e.From) {
			g.addf(fmt.Sprintf("evidence[%d]", i), "Fill in both.", "needs a title and who it is from.")
		}
		switch {
		case by.Has(FamilyMember) && e.From != string(by.Person):
			g.addf(fmt.Sprintf("evidence[%d].from", i), "Write your own.", "must be the person who gives it.")
		case by.Has(SchoolStaff) && !by.Has(CaseworkOfficer) && e.From != string(TheSchool):
			g.addf(fmt.Sprintf("evidence[%d].from", i), "Write school.", "must be the school: staff of a setting add their own documents.")
		}
	}
}

func (a AddEvidence) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	added := c.numbered(a.Evidence)
	for i := range added {
		added[i].See, added[i].Know, added[i].Held = nil, nil, false
	}
	tasks := c.hold(added)
	return append([]Body{EvidenceAdded{Evidence: added}}, tasks...), nil
}

// ReleaseEvidence decides who else may see documents, or be told that they exist. Without it only the giver and the
// council may.
type ReleaseEvidence struct {
	Evidence []DocumentID `json:"evidence"`
	See      []Party      `json:"see,omitempty"`
	Know     []Party      `json:"know,omitempty"`
	Why      string       `json:"why,omitempty"`
}

// Kind is ActRelease.
func (ReleaseEvidence) Kind() ActKind { return ActRelease }

func (a ReleaseEvidence) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	for i, id := range a.Evidence {
		switch e, ok := c.Exhibit(id); {
		case e.Held:
			g.addf(fmt.Sprintf("evidence[%d]", i), "Say with confirm_paper whether it belongs here.", "%s may be about another child.", id)
		case !ok:
			g.addf(fmt.Sprintf("evidence[%d]", i), "Copy its number from the list of evidence.", "%q is not in the case’s evidence.", id)
		}
	}
	if len(a.Evidence) == 0 || len(a.See)+len(a.Know) == 0 {
		g.add("evidence", "and who may see it, or know of it, are needed.", "Name documents, and see or know.")
	}
	for _, p := range append(append([]Party{}, a.See...), a.Know...) {
		if !c.knows(p) {
			g.addf("see", "Write family, school, child, health, social_care, or an addressee such as family-2.", "%q is nobody in this case.", p)
		}
	}
}

func (a ReleaseEvidence) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{EvidenceReleased(a)}, nil
}

func (c Case) knows(p Party) bool {
	switch p {
	case TheFamily, TheSchool, TheChild, TheHealth, TheSocialCare:
		return true
	}
	_, ok := c.Addressee(AddresseeID(p))
	return ok
}
