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
	papers := familyPapers{Papers: list, Open: map[casework.DocumentID]bool{}}
	for _, held := range list.Have {
		papers.Senco = papers.Senco || strings.Contains(held.Role, "SENCO")
		if !held.CanSee {
			continue
		}
		_, papers.Open[held.ID], err = v.p.exhibitFile(v.Context(), v.Case.Ref, held.ID)
		if err != nil {
			return familyPapers{}, err
		}
	}
	return papers, nil
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
