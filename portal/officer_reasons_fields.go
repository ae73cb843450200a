package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// evidencePick is a document with what the decision makes of it.
type evidencePick struct {
	Title, Note string
	Open        string // where it is read; empty where it is on paper
	Hidden      bool   // somebody who is written to may not be told of it
	Use         look.Choices
	Why         *look.Textarea
}

// limbOptions are the limbs on which a refusal can rest now: before the determination the first alone, after it the others.
func (p *Portal) limbOptions(v *Visit) []look.Option {
	if !v.Case.Determined {
		return []look.Option{{Value: string(casework.LimbS1), Label: p.say("limb-not-S1"), Hint: casework.LimbS1.Words()}}
	}
	return []look.Option{
		{Value: string(casework.Limb8a), Label: p.say("limb-not-a"), Hint: "s.36(8)(a)"}, {Value: string(casework.Limb8b), Label: p.say("limb-not-b"), Hint: "s.36(8)(b)"},
	}
}

// evidencePicks are the documents, each with the way to read it and with what the decision makes of it.
func (p *Portal) evidencePicks(v *Visit, f look.Form) ([]evidencePick, error) {
	var picks []evidencePick
	for _, e := range v.Case.Evidence {
		cell, err := p.documentCell(v, e)
		if err != nil {
			return nil, err
		}
		id := string(e.ID)
		pick := evidencePick{Title: id + ": " + e.Title, Note: dotted(cell.Note, p.say("given-by-party", "party", p.say("party-"+e.From))), Hidden: p.hiddenFromSome(v, e)}
		if cell.Link != nil {
			pick.Open = cell.Link.Href
		}
		pick.Use = f.Radios("use-"+id, p.say("decide-use-of", "document", id), look.Option{Value: "relied", Label: p.say("decide-relied")}, look.Option{Value: "aside", Label: p.say("decide-aside")}).AsSmall()
		why := f.Textarea("why-"+id, p.say("decide-why-not", "document", id)).Lined(2).Checked(v.at("decide", "look"))
		pick.Why = &why
		picks = append(picks, pick)
	}
	return picks, nil
}

// hiddenFromSome reports whether somebody who is written to may not be told of a document.
func (p *Portal) hiddenFromSome(v *Visit, e casework.Evidence) bool {
	return slices.ContainsFunc(v.Case.Family, func(a casework.Addressee) bool {
		return a.Standing != casework.Supporter && !v.Case.MayKnowAs(a.ID, e)
	})
}

// otherReasons are the fields that only some refusals need.
func (p *Portal) otherReasons(v *Visit, f look.Form) []sheetPart {
	s := sheetForm{p: p, v: v, f: f, kind: "decide"}
	c := v.Case
	switch {
	case c.Recommended != nil && c.Recommended.Outcome == casework.Assess:
		s.area("departure")
	case c.Recommended == nil:
		s.area("nopanel")
		s.pick("nopanel-by", p.secondOfficers(v))
	}
	if c.Opened.Child.AgeOn(v.Today) >= 18 {
		s.area("over18")
	}
	if d := p.decisionIn(v); len(p.grave(v, d)) > 0 || v.Form.Get("reviewed-why") != "" || v.Form.Get("override") != "" {
		s.pick("reviewed-by", p.secondOfficers(v))
		s.area("reviewed-why")
		if !v.Today.Before(c.Opened.Decide.SendBy) {
			s.area("override")
		}
	}
	if p.restsOnHidden(v) || v.Form.Get("legal-why") != "" {
		s.line("legal-by", "")
		s.area("legal-why")
	}
	return s.parts
}

// restsOnHidden reports whether the reasons rest on a document of which somebody who is written to may not be told.
func (p *Portal) restsOnHidden(v *Visit) bool {
	return slices.ContainsFunc(v.Case.Evidence, func(e casework.Evidence) bool {
		return v.Form.Get("use-"+string(e.ID)) == "relied" && p.hiddenFromSome(v, e)
	})
}

// secondOfficers are those who can look a second time: officers with a delegation and managers, without the decider.
func (p *Portal) secondOfficers(v *Visit) []look.Option {
	var options []look.Option
	seen := map[casework.PersonID]bool{v.Who.Actor.Person: true}
	for _, person := range v.Council.People {
		a, err := v.Council.Actor(person.ID, v.Today, "")
		if err != nil || seen[person.ID] || !a.Has(casework.DecisionMaker) && !a.Has(casework.ServiceManager) {
			continue
		}
		seen[person.ID] = true
		options = append(options, look.Option{Value: string(person.ID), Label: a.Name + ", " + a.Post})
	}
	return options
}
