package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// caseViewsPage is what everybody thinks, as far as the reader may know of it.
type caseViewsPage struct {
	Head      caseHead
	Hidden    string
	Members   []panelMemberView
	Advice    []adviceCard
	Consulted []saidCard
}

// panelMemberView is what a member of the panel found on each limb.
type panelMemberView struct {
	Name  string
	Limbs []look.SummaryRow
	Note  string
	List  look.SummaryList
}

// adviceCard is a recommendation of the panel.
type adviceCard struct{ Title, Reasons, Dissent string }

// saidCard is a view that was asked for.
type saidCard struct {
	Whom, How, Text string
	Tag             look.Tag
}

// officerViews shows the views that casework lets this person read.
func (p *Portal) officerViews(v *Visit) error {
	if err := v.Read("views"); err != nil {
		return err
	}
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page := caseViewsPage{Head: p.head(v, "views"), Consulted: p.saidBy(events)}
	visible := v.Case.ViewsFor(v.Who.Actor, v.Today)
	if hidden := len(v.Case.Views) - len(visible); hidden > 0 {
		page.Hidden = p.count("hidden-view", hidden)
	}
	for _, view := range visible {
		if b, ok := events[view.Seq-1].Body.(casework.Viewed); ok {
			page.Members = append(page.Members, p.panelMemberView(events[view.Seq-1].By.Name, b))
		}
	}
	for _, e := range events {
		if b, ok := e.Body.(casework.Recommended); ok {
			title := p.say("advice-not", "panel", b.Name)
			if b.Outcome == casework.Assess {
				title = p.say("advice-assess", "panel", b.Name)
			}
			page.Advice = append(page.Advice, adviceCard{Title: title, Reasons: b.Reasons, Dissent: b.Dissent})
		}
	}
	return v.Page("officer-views", page)
}

func (p *Portal) panelMemberView(name string, b casework.Viewed) panelMemberView {
	view := panelMemberView{Name: name, Note: b.Note}
	for _, f := range b.Limbs {
		tag := look.Tag{Text: p.say("answer-" + string(f.Answer)), Tone: look.Info}
		view.List.Rows = append(view.List.Rows, look.SummaryRow{Key: f.Limb.Words(), Value: f.Reason, Tag: &tag})
	}
	return view
}

// saidBy are the views that were asked for and given, the newest last.
func (p *Portal) saidBy(events []casework.Event) []saidCard {
	var list []saidCard
	for i, e := range events {
		b, ok := e.Body.(casework.Consulted)
		if !ok {
			continue
		}
		card := saidCard{Whom: p.say("party-" + b.Whom), How: p.say("asked-on", "how", p.say("how-"+b.How), "day", b.Asked.Long()), Text: b.Views, Tag: look.Tag{Text: p.say("not-answered"), Tone: look.Soon}}
		switch {
		case b.Received:
			card.Tag = look.Tag{Text: p.say("answered"), Tone: look.Done}
			card.How = p.say("answer-came", "how", p.say("how-"+b.How), "day", e.FellOn.Long())
		case answeredAfter(events[i+1:], b.Whom):
			card.Tag = look.Tag{Text: p.say("answered-since"), Tone: look.Quiet}
		}
		if b.Language != "" {
			card.How += ". " + p.say("written-in", "language", b.Language)
		}
		list = append(list, card)
	}
	return list
}

// answeredAfter reports whether an answer of somebody is among later events.
func answeredAfter(events []casework.Event, whom string) bool {
	return slices.ContainsFunc(events, func(e casework.Event) bool {
		b, ok := e.Body.(casework.Consulted)
		return ok && b.Received && b.Whom == whom
	})
}
