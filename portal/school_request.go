package portal

import (
	"context"
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// requestPage is one request as its school may see it.
type requestPage struct {
	Child     string
	Age       int
	ByUs      bool
	Due, Next string
	Rail      look.Rail
	Steps     look.Steps
	Reply     bool // an answer is wanted
	Told      bool
	Before    bool // the decision was told to a school that the child was with before
	Over      bool // it has ended without a decision
	Outcome   casework.Outcome
	Decision  string // the address of the letter that tells it to the school
	Note      bool   // there is a note on the school’s evidence
	Letters   look.SummaryList
	Documents []exhibitRow
	MayAdd    bool
	Contact   look.SummaryList
}

// exhibitRow is a document that the school may see.
type exhibitRow struct {
	Number, Title, Note string
	File                string // its address, where there is a file
}

// schoolMayRead reports whether a case is the school's to read: its access ends when the child moves away, and with the
// child's death.
func (p *Portal) schoolMayRead(ctx context.Context, c casework.Case) (bool, error) {
	if !c.Closed() && c.Stage != casework.StageEnded {
		return true, nil
	}
	events, err := p.register.Events(ctx, c.Ref)
	if err != nil {
		return false, err
	}
	return !slices.ContainsFunc(events, func(e casework.Event) bool {
		switch e.Body.(type) {
		case casework.TransferredOut, casework.Died:
			return true
		}
		return false
	}), nil
}

// ownOnly refuses where the case is not the school's to read any more.
func (p *Portal) ownOnly(v *Visit) error {
	may, err := p.schoolMayRead(v.Context(), v.Case)
	if err == nil && !may {
		return ErrNotFound
	}
	return err
}

// schoolRequest shows one request of the person's own school.
func (p *Portal) schoolRequest(v *Visit) error {
	if err := p.ownRead(v, "request"); err != nil {
		return err
	}
	c := v.Case
	page := requestPage{Child: c.Opened.Child.ShortName(), Age: c.Opened.Child.AgeOn(v.Today), ByUs: ownRequest(c), Due: p.dueOrWas(v), Next: p.nextFor(v, c),
		Reply: p.owesReply(c), Told: p.schoolTold(v, c), Before: c.DecidedBeforeThisSchool(), Over: overUndecided(c), MayAdd: c.Decided == nil && !overUndecided(c)}
	page.Rail = look.NewRail(p.sixWeeks(c), p.whySixWeeks(c)...)
	page.Steps = p.schoolSteps(v, c)
	if page.Told {
		page.Outcome, page.Note = outcomeNow(c), c.SchoolHears()
		page.Decision = p.decisionLetter(v, c)
	}
	page.Letters = p.lettersToSchool(v, c)
	var err error
	if page.Documents, err = p.exhibitsOf(v, c); err != nil {
		return err
	}
	page.Contact = p.officerOf(v, c)
	v.Crumbs = []look.Link{{Text: p.say("school-requests"), Href: "/school"}}
	return v.Page("school-request", page)
}

// ownRead records that the school read something, and refuses where the case is not its to read any more.
func (p *Portal) ownRead(v *Visit, what string) error {
	if err := p.ownOnly(v); err != nil {
		return err
	}
	return v.Read(what)
}

// whySixWeeks proves the dates, a paragraph each.
func (p *Portal) whySixWeeks(c casework.Case) []string {
	return []string{
		p.say("why-six-weeks", "received", c.Opened.Received.Long(), "due", c.Opened.Decide.Due.Long()),
		p.say("why-six-weeks-law"),
	}
}

// exhibitsOf lists the documents that the school may see, with their files.
func (p *Portal) exhibitsOf(v *Visit, c casework.Case) ([]exhibitRow, error) {
	var rows []exhibitRow
	for _, e := range c.Evidence {
		if !e.MaySee(casework.TheSchool) {
			continue
		}
		row := exhibitRow{Number: string(e.ID), Title: e.Title, Note: p.say("exhibit-kept")}
		if !e.Date.IsZero() {
			row.Note = e.Date.Long()
		}
		file, found, err := p.exhibitFile(v.Context(), c.Ref, e.ID)
		if err != nil {
			return nil, err
		}
		if found {
			row.File = requestPath(c) + "/documents/" + string(e.ID)
			row.Note = file.Name
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// schoolFile gives a document of the case that the school may see.
func (p *Portal) schoolFile(v *Visit) error {
	if err := p.ownOnly(v); err != nil {
		return err
	}
	e, known := v.Case.Exhibit(casework.DocumentID(v.Path("document")))
	if !known || !e.MaySee(casework.TheSchool) {
		return ErrNotFound
	}
	file, found, err := p.exhibitFile(v.Context(), v.Case.Ref, e.ID)
	if err != nil || !found {
		return ErrNotFound
	}
	return v.Download(exhibitOwner(v.Case.Ref, e.ID), file.ID)
}

// officerOf is whom the school can ask.
func (p *Portal) officerOf(v *Visit, c casework.Case) look.SummaryList {
	list := look.SummaryList{Tight: true}
	if who, known := v.Council.Person(c.Officer, v.Today); known {
		list.Rows = append(list.Rows, look.SummaryRow{Key: who.Post, Value: who.Name})
		if who.Phone != "" {
			list.Rows = append(list.Rows, look.SummaryRow{Key: p.say("telephone"), Value: who.Phone})
		}
		if who.Email != "" {
			list.Rows = append(list.Rows, look.SummaryRow{Key: p.say("email"), Link: &look.Link{Text: who.Email, Href: "mailto:" + who.Email}})
		}
	}
	return list
}

// sentPage confirms that a request has arrived.
type sentPage struct {
	Rail  look.Rail
	Due   statute.Day
	Mends []casework.Mend
	Ours  bool // the case began with this school's request
}

// requestSent confirms that the request has arrived, with its reference and its dates.
func (p *Portal) requestSent(v *Visit) error {
	if err := p.ownRead(v, "confirmation"); err != nil {
		return err
	}
	c := v.Case
	v.Narrow = true
	return v.Page("school-sent", sentPage{Rail: look.NewRail(p.sixWeeks(c), p.whySixWeeks(c)...), Due: c.Opened.Decide.Due,
		Ours: slices.ContainsFunc(c.Requests, func(a casework.Asked) bool { return a.By.Type != "parent" && a.By.Type != "young_person" })})
}
