package portal

import (
	"sendpanel/casework"
	"sendpanel/casework/meeting"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// interestsPage asks who has an interest in which case, and says which the records show.
type interestsPage struct {
	Path     string
	Known    look.Table // interests that are recorded or that the records show, and why
	Item     look.Choices
	Member   *look.Select // for the clerk, who records a family’s objection
	ForOther bool
}

// panelInterestsForm shows the interests that are known and asks for others.
func (p *Portal) panelInterestsForm(v *Visit) error {
	data, err := p.interestsPage(v)
	if err != nil {
		return err
	}
	return v.Page("panel-interests", data)
}

func (p *Portal) interestsPage(v *Visit) (any, error) {
	v.Crumbs = meetingCrumbs(v)
	page := interestsPage{Path: v.meetingPath("interests"), ForOther: v.Who.Actor.Has(casework.Clerk) || v.Who.Actor.Has(casework.CaseworkOfficer)}
	f := formFields(v)
	var rows []look.Row
	var items []look.Option
	for _, item := range v.Agenda.Items {
		if item.Outcome != meeting.Pending {
			continue
		}
		rows = append(rows, p.knownInterests(v, item.Case, page.ForOther)...)
		if _, own := item.Case.InterestOf(v.Who.Actor); own && !page.ForOther {
			continue
		}
		items = append(items, look.Option{Value: string(item.Case.Ref), Label: v.p.initials(item.Case, v.Today) + ", " + v.schoolOf(item.Case), Hint: string(item.Case.Ref)})
	}
	page.Item = f.Radios("case", p.say("interest-which"), items...)
	if page.ForOther {
		var seats []look.Option
		for _, seat := range v.Meeting.Seats {
			seats = append(seats, look.Option{Value: string(seat.Member), Label: seat.Name})
		}
		s := f.Select("member", p.say("interest-member"), p.say("attend-choose"), seats...)
		page.Member = &s
	}
	columns := []look.Column{{Title: p.say("reference")}, {Title: p.say("name")}, {Title: p.say("interest-what")}, {Title: p.say("interest-source")}}
	page.Known = look.NewTable(p.say("interest-known"), columns, rows)
	page.Known.Empty = look.Empty{Title: p.say("interest-none")}
	return page, nil
}

// knownInterests are those of the members in one case: a member sees their own, who runs the meeting sees all.
func (p *Portal) knownInterests(v *Visit, c casework.Case, all bool) []look.Row {
	var rows []look.Row
	for _, seat := range v.Meeting.Seats {
		who := casework.Actor{Person: seat.Member, Setting: seat.Setting}
		what, has := c.InterestOf(who)
		if !has || !all && seat.Member != v.Who.Actor.Person && !v.Meeting.Grants(v.Who.Actor, meeting.ActAttend) {
			continue
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: string(c.Ref)}, {Text: seat.Name}, {Text: what}, {Text: p.say("interest-from-" + interestSource(c, who))}}})
	}
	return rows
}

// interestSource says how an interest came to be known: declared, the family’s objection, the setting, an earlier setting,
// the allocation.
func interestSource(c casework.Case, of casework.Actor) string {
	for _, i := range c.Interests {
		if i.Member == of.Person {
			return i.Source
		}
	}
	_, own := c.PersonalInterest(of)
	switch {
	case own && of.Setting == c.Opened.Setting:
		return "setting"
	case own:
		return "former"
	}
	return "allocation"
}

// panelDeclare records an interest. From then on the member sees nothing more of the case.
func (p *Portal) panelDeclare(v *Visit) error {
	ref := casework.Ref(v.Form.Required("case", p.say("interest-which-missing")))
	act := casework.DeclareInterest{Member: casework.PersonID(v.Form.Line("member")), What: v.Form.Required("what", p.say("interest-what-missing"))}
	if act.Member != "" && act.Member != v.Who.Actor.Person && v.Form.Get("source") == "family" {
		act.Source = "family"
	}
	var err error
	if v.Form.OK() {
		if err = v.takeItem(ref); err != nil {
			return err
		}
		err = v.Do(act)
	}
	places := []form.Place{{Path: "what", Field: "what"}, {Path: "member", Field: "member"}}
	if over, err := v.again(err, "panel-interests", func() (any, error) { return p.interestsPage(v) }, places...); over {
		return err
	}
	v.Tell(p.say("interest-done"))
	return v.Go(v.meetingPath("interests"))
}
