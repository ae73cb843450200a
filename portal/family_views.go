package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// familyViews is the page on which views are given, the parent’s and the child’s apart.
type familyViews struct {
	Own    look.Textarea
	Childs *look.Textarea // not for a young person, whose own they are
	Helped look.Field
	In     *look.Select // the language; nil where only English is to be thought of
	Share  look.Choices
	Late   bool // the decision is made
}

func (p *Portal) familyViewsForm(v *Visit) error {
	v.restoreTyped()
	v.Typed = true
	f, page := v.fields(), v.family(nil)
	views := familyViews{Late: !page.Before, Share: v.shareChoices(f)}
	views.Own = f.Textarea("own", v.say("family-views-own")).Hinted(v.say("family-views-own-hint")).AtMost(4000).Lined(8)
	if !page.Self {
		child := f.Textarea("child", v.say("family-views-child", "child", page.Child)).Hinted(v.say("family-views-child-hint")).AtMost(4000).Lined(6)
		views.Childs = &child
	}
	views.In = v.writtenIn(f)
	views.Helped = f.Text("helped", v.say("family-views-helped")).Hinted(v.say("family-views-helped-hint"))
	return v.showFamily("family-views", views)
}

// familyViews records each set of views as what it is: one never stands for the other.
func (p *Portal) familyViews(v *Visit) error {
	own, child := v.Form.Get("own"), v.Form.Get("child")
	about := casework.OwnViews
	if v.family(nil).Self {
		about = casework.ChildsViews
	}
	if strings.TrimSpace(own) == "" && strings.TrimSpace(child) == "" {
		v.Form.Wrong("own", v.say("family-views-none"))
		return p.familyViewsForm(v)
	}
	if helped := v.Form.Line("helped"); helped != "" && strings.TrimSpace(child) != "" {
		child += "\n\n" + p.say("family-views-helped-by", "how", helped)
	}
	for _, one := range []struct {
		about      casework.Topic
		words, key string
	}{{about, own, "/own"}, {casework.ChildsViews, child, "/child"}} {
		if strings.TrimSpace(one.words) == "" {
			continue
		}
		act := casework.SayAsFamily{FamilySaid: casework.FamilySaid{About: one.about, Words: one.words, Language: v.wroteIn()}}
		if _, err := p.desk.DoAsFamily(v.Context(), v.Case.Ref, v.Who.Family.Addressee, v.Form.Key()+one.key, act); err != nil {
			if v.refusedOn(err, "own") {
				return p.familyViewsForm(v)
			}
			return err
		}
	}
	if share := v.shared(); len(share) > 0 {
		act := casework.SayAsFamily{FamilySaid: casework.FamilySaid{About: casework.MaySharing, Share: share}}
		if _, err := p.desk.DoAsFamily(v.Context(), v.Case.Ref, v.Who.Family.Addressee, v.Form.Key()+"/share", act); err != nil {
			return err
		}
	}
	v.Tell(v.say("family-views-thanks"))
	return v.Go(familyPath(v.Case.Ref))
}
