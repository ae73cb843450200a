package portal

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
)

// familyPapers is what the council has, asked for and did not receive, as far as the person may be told.
type familyPapers struct {
	evidence.Papers
	Senco bool                         // the list names a SENCO, and the page says who that is
	Open  map[casework.DocumentID]bool // the person may see it, and the file is here
}

// familyPapersPage shows the papers.
func (p *Portal) familyPapersPage(v *Visit) error {
	if err := v.Read("papers"); err != nil {
		return err
	}
	papers, err := v.papers()
	if err != nil {
		return err
	}
	return v.showFamily("family-papers", papers)
}

func (v *Visit) papers() (familyPapers, error) {
	events, err := v.p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return familyPapers{}, err
	}
	var asked []evidence.Enquiry
	for _, e := range events {
		if b, ok := e.Body.(casework.Deferred); ok {
			for _, a := range b.AskedFor {
				asked = append(asked, evidence.Enquiry{Ask: a, On: e.FellOn})
			}
		}
	}
	list, err := evidence.PapersFor(v.Case, v.Who.Family.Addressee, asked...)
	if err != nil {
		return familyPapers{}, err
	}
	apart := v.keepApart(&list)
	ownViewsOnce(&list)
	papers := familyPapers{Papers: list, Open: map[casework.DocumentID]bool{}}
	for _, held := range list.Have {
		papers.Senco = papers.Senco || strings.Contains(held.Role, "SENCO")
		if !held.CanSee || apart && !v.releasedByName(held.ID) {
			continue
		}
		_, papers.Open[held.ID], err = v.p.exhibitFile(v.Context(), v.Case.Ref, held.ID)
		if err != nil {
			return familyPapers{}, err
		}
	}
	return papers, nil
}

// keepApart takes out of the list what would tell this household where another is from which it is kept, as its letters
// do: who wrote a paper of the school’s or one that they may not read, and any paper whose title names the school. It
// reports whether there is such a household.
func (v *Visit) keepApart(list *evidence.Papers) bool {
	me, _ := v.Case.Addressee(v.Who.Family.Addressee)
	if len(v.Case.KeptFrom(me)) == 0 {
		return false
	}
	school, _ := v.Council.School(v.Case.Opened.Setting)
	list.Have = slices.DeleteFunc(list.Have, func(h evidence.Held) bool {
		return school.Name != "" && strings.Contains(strings.ToLower(h.Title), strings.ToLower(school.Name))
	})
	for i, h := range list.Have {
		at := slices.IndexFunc(v.Case.Evidence, func(e casework.Evidence) bool { return e.ID == h.ID })
		if at < 0 || v.Case.Evidence[at].FromSchool() || !h.CanSee {
			list.Have[i].Author, list.Have[i].Role = "", ""
		}
	}
	return true
}

// releasedByName reports whether a paper is this person’s own, or an officer has released it to them and not to the family
// as a whole.
func (v *Visit) releasedByName(id casework.DocumentID) bool {
	apart := v.Case
	apart.Dispute = append(slices.Clone(apart.Dispute), v.Who.Family.Addressee)
	return slices.ContainsFunc(apart.Evidence, func(e casework.Evidence) bool {
		return e.ID == id && apart.MaySeeAs(v.Who.Family.Addressee, e)
	})
}

// ownViewsOnce makes one line of the two that a young person would read who is asked both as the family and as the child.
func ownViewsOnce(list *evidence.Papers) {
	family, own := slices.IndexFunc(list.Asked, evidence.Asked.AsFamily), slices.IndexFunc(list.Asked, evidence.Asked.AsChild)
	if family < 0 || own < 0 {
		return
	}
	come := list.Asked[family].Received || list.Asked[own].Received
	list.Asked[family].Received = come
	list.Asked = slices.Delete(list.Asked, own, own+1)
	list.NotReceived = slices.DeleteFunc(list.NotReceived, func(a evidence.Asked) bool {
		return a.AsChild() || come && a.AsFamily()
	})
}

// familyPaper sends one paper that the person may see, to be saved.
func (p *Portal) familyPaper(v *Visit) error {
	papers, err := v.papers()
	if err != nil {
		return err
	}
	id := casework.DocumentID(v.Path("id"))
	if !slices.ContainsFunc(papers.Have, func(h evidence.Held) bool { return h.ID == id }) || !papers.Open[id] {
		return ErrNotFound
	}
	file, _, err := p.exhibitFile(v.Context(), v.Case.Ref, id)
	if err != nil {
		return err
	}
	return v.Download(file.Owner, file.ID)
}

// caseOwner is the owner of the files of a case that are no document of it yet.
func caseOwner(ref casework.Ref) string { return "case/" + string(ref) }
