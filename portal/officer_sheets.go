package portal

import (
	"maps"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// sheets are the forms by the command that they give.
func sheets() map[casework.ActKind]actSheet {
	all := map[casework.ActKind]actSheet{
		casework.ActConsult: {
			fields: func(s *sheetForm) {
				s.choose("whom", "family", "child", "school", "health", "social_care")
				s.choose("how", "letter", "call", "meeting", "email", "portal")
				s.date("asked")
				s.yesNo("received")
				s.area("views")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.Consult{Whom: v.Form.Get("whom"), How: v.Form.Get("how"), Asked: v.day("asked"), Received: v.yes("received"), Views: v.text("views")}, nil
			},
			fill: func(v *Visit) {
				v.Form.SetDay("asked", v.Today)
				v.Form.Set("whom", v.R.URL.Query().Get("whom"))
			},
			places: samePlaces("whom", "how", "asked", "views"),
		},
		casework.ActUrgent: {
			fields: func(s *sheetForm) {
				s.choose("reason", "risk_of_exclusion", "no_school_place", "hospital", "bereavement", "arrival_from_abroad")
				s.area("facts")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.MarkUrgent{Reason: casework.UrgentReason(v.Form.Get("reason")), Facts: v.text("facts")}, nil
			},
			places: samePlaces("reason", "facts"),
		},
		casework.ActList: {
			fields: func(s *sheetForm) { s.radios("meeting", s.p.meetingsAhead(s.v, s)) },
			act: func(v *Visit) (casework.Act, error) {
				panel, on, _ := strings.Cut(v.Form.Get("meeting"), "|")
				list := casework.List{Panel: panel}
				if err := list.On.UnmarshalText([]byte(on)); err != nil || panel == "" {
					v.Form.Wrong("meeting", v.p.say("act-list-meeting-missing"))
				}
				return list, nil
			},
			places: []form.Place{{Path: "on", Field: "meeting"}, {Path: "panel", Field: "meeting"}}, weigh: true,
		},
		casework.ActInterest: {
			fields: func(s *sheetForm) {
				s.pick("member", s.p.mayHaveInterest(s.v))
				s.choose("source", "family", "declared")
				s.area("what")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.DeclareInterest{Member: casework.PersonID(v.Form.Required("member", v.p.say("act-declare_interest-member-missing"))), Source: v.Form.Get("source"), What: v.text("what")}, nil
			},
			places: samePlaces("member", "source", "what"), then: "people",
		},
		casework.ActDetermine: {
			fields: func(s *sheetForm) { s.area("why") },
			act:    func(v *Visit) (casework.Act, error) { return casework.Determine{Why: v.text("why")}, nil },
			places: samePlaces("why"), weigh: true,
		},
		casework.ActReassign: {
			fields: func(s *sheetForm) { s.pick("officer", s.p.officers(s.v)); s.area("why") },
			act: func(v *Visit) (casework.Act, error) {
				return casework.Reassign{Officer: casework.PersonID(v.Form.Get("officer")), Why: v.text("why")}, nil
			},
			places: samePlaces("officer", "why"),
		},
	}
	for _, more := range []map[casework.ActKind]actSheet{sheetsOfFamily(), sheetsOfPapers(), sheetsOfClock(), sheetsOfLife(), sheetsOfAfterwards(), sheetsOfChallenge(), sheetsOfAssessment(), sheetsOfIdentity()} {
		maps.Copy(all, more)
	}
	return all
}

// meetingsShown is how many meetings of a panel are offered.
const meetingsShown = 6

// meetingsAhead are the meetings for which the case can be listed, the soonest first, each with what it leaves of the time.
func (p *Portal) meetingsAhead(v *Visit, s *sheetForm) []look.Option {
	sendBy := v.Case.Opened.Decide.SendBy
	type sitting struct {
		on    statute.Day
		panel council.Panel
	}
	var ahead []sitting
	for _, panel := range v.Council.Panels {
		days := slices.DeleteFunc(slices.Clone(panel.Meetings), func(on statute.Day) bool { return on.Before(v.Today) })
		for _, on := range days[:min(len(days), meetingsShown)] {
			ahead = append(ahead, sitting{on, panel})
		}
	}
	slices.SortStableFunc(ahead, func(a, b sitting) int { return a.on.Compare(b.on) })
	switch {
	case len(ahead) == 0:
		s.notices = append(s.notices, look.Notice{Title: p.say("meetings-none"), Text: p.say("meetings-none-text"), Tone: look.Soon})
	case ahead[0].on.After(sendBy):
		s.notices = append(s.notices, look.Notice{Title: p.say("meetings-late-title"), Text: p.say("meetings-late-text", "sendby", sendBy.Long()), Tone: look.Late})
	}
	var options []look.Option
	for _, m := range ahead {
		hint := p.say("meeting-leaves", "days", p.count("days", sendBy.Sub(m.on)))
		if m.on.After(sendBy) {
			hint = p.say("meeting-too-late", "sendby", sendBy.Long())
		}
		options = append(options, look.Option{Value: m.panel.ID + "|" + m.on.String(), Label: m.on.Long() + ", " + m.panel.Name, Hint: hint})
	}
	return options
}

// mayHaveInterest are those whose interest keeps them from something: the people of the panel on whose agenda the case is,
// or of all panels, and the decision-makers.
func (p *Portal) mayHaveInterest(v *Visit) []look.Option {
	var ids []casework.PersonID
	for _, panel := range v.Council.Panels {
		if v.Case.Listed == nil || v.Case.Listed.Panel == panel.ID {
			ids = append(ids, panel.Everyone()...)
		}
	}
	for _, person := range v.Council.People {
		if a, err := v.Council.Actor(person.ID, v.Today, ""); err == nil && a.Has(casework.DecisionMaker) && a.Delegation != nil {
			ids = append(ids, person.ID)
		}
	}
	var options []look.Option
	seen := map[casework.PersonID]bool{}
	for _, id := range ids {
		if person, here := v.Council.Person(id, v.Today); here && !seen[id] {
			seen[id] = true
			options = append(options, look.Option{Value: string(id), Label: person.Name + ", " + person.Post})
		}
	}
	return options
}

// officers are the casework officers who are there.
func (p *Portal) officers(v *Visit) []look.Option {
	var options []look.Option
	for _, person := range v.Council.People {
		now, here := v.Council.Person(person.ID, v.Today)
		if !here || now.From != person.From {
			continue
		}
		a, err := v.Council.Actor(person.ID, v.Today, "")
		if err == nil && a.Has(casework.CaseworkOfficer) && person.ID != v.Case.Officer {
			options = append(options, look.Option{Value: string(person.ID), Label: person.Name})
		}
	}
	return options
}
