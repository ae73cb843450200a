package portal

import (
	"path"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
)

// familyAdd is the page on which documents are uploaded.
type familyAdd struct {
	Closed bool // the decision is made: papers belong to what comes next
	Files  look.FileUpload
	About  look.Field
	Share  look.Choices
}

func (p *Portal) familyAddForm(v *Visit) error {
	v.restoreTyped()
	f := v.fields()
	page := familyAdd{Closed: !v.family(nil).Before, About: f.Text("about", v.say("family-add-about")).Hinted(v.say("family-add-about-hint"))}
	v.Typed = !page.Closed
	page.Files = f.Files("files", v.say("family-add-files"), v.say("family-add-limits"), ".pdf,.doc,.docx,.odt,.rtf,.txt,image/*", uploadEach)
	page.Share = v.shareChoices(f)
	return v.showFamily("family-add", page)
}

// shareChoices ask whom the person agrees to show what they give.
func (v *Visit) shareChoices(f look.Form) look.Choices {
	var options []look.Option
	if v.Case.Opened.School != nil {
		options = append(options, look.Option{Value: string(casework.TheSchool), Label: v.say("family-share-school")})
	}
	options = append(options, look.Option{Value: string(casework.TheHealth), Label: v.say("family-share-health")},
		look.Option{Value: string(casework.TheSocialCare), Label: v.say("family-share-social")})
	return f.Checkboxes("share", v.say("family-share"), options...).Hinted(v.say("family-share-hint"))
}

// shared reads whom the person agrees to show it to.
func (v *Visit) shared() []casework.Party {
	var with []casework.Party
	for _, p := range []casework.Party{casework.TheSchool, casework.TheHealth, casework.TheSocialCare} {
		if v.Form.Chosen("share", string(p)) {
			with = append(with, p)
		}
	}
	return with
}

// familyAdd takes files as evidence of the person who gives them. Nobody but the council sees them until an officer
// releases them.
func (p *Portal) familyAdd(v *Visit) error {
	kept, err := v.Uploads("files", caseOwner(v.Case.Ref))
	if err != nil {
		return err
	}
	if len(kept) == 0 && v.Form.OK() {
		v.Form.Wrong("files", v.say("family-add-none"))
	}
	if len(kept) > 0 {
		if err := v.give(kept); err != nil {
			return err
		}
	}
	if !v.Form.OK() {
		if len(kept) > 0 {
			v.Form.Wrong("", v.say("family-add-some"))
		}
		return p.familyAddForm(v)
	}
	v.Tell(v.say("family-added"))
	return v.Go(familyPath(v.Case.Ref) + "/papers")
}

// give makes evidence of what was uploaded. What cannot be recorded is not kept.
func (v *Visit) give(kept []records.Upload) error {
	me := v.family(nil).Me
	class := "family_views"
	if me.Standing == casework.YoungPerson {
		class = "child_views"
	}
	if v.Form.Line("about") != "" {
		class = "other"
	}
	var papers []casework.Evidence
	for _, u := range kept {
		title := strings.TrimSuffix(u.Name, path.Ext(u.Name))
		if about := v.Form.Line("about"); about != "" {
			title = about + " (" + title + ")"
		}
		papers = append(papers, casework.Evidence{Title: title, Class: class, Author: me.Name, Date: v.Today, From: string(me.ID)})
	}
	done, err := v.p.desk.DoAsFamily(v.Context(), v.Case.Ref, me.ID, v.Form.Key(), casework.AddEvidence{Evidence: papers})
	if err != nil || done.Already {
		for _, u := range kept {
			if drop := v.p.register.DropUpload(v.Context(), u.Owner, u.ID); drop != nil {
				v.p.log.Warn("a file that is in no case was not taken away", "id", v.id, "error", drop)
			}
		}
		return err
	}
	said := casework.FamilySaid{About: casework.MaySharing, Share: v.shared()}
	if said.Of, err = v.fileAdded(done.First, kept); err != nil || len(said.Share) == 0 {
		return err
	}
	_, err = v.p.desk.DoAsFamily(v.Context(), v.Case.Ref, me.ID, v.Form.Key()+"/share", casework.SayAsFamily{FamilySaid: said})
	return err
}

// fileAdded gives the files to the documents that the event made of them, in the same order.
func (v *Visit) fileAdded(seq int, kept []records.Upload) ([]casework.DocumentID, error) {
	events, err := v.p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return nil, err
	}
	var ids []casework.DocumentID
	for _, e := range events {
		added, ok := e.Body.(casework.EvidenceAdded)
		if !ok || e.Seq != seq {
			continue
		}
		for i, paper := range added.Evidence {
			if err := v.p.register.GivePaper(v.Context(), kept[i].ID, kept[i].Owner, exhibitOwner(v.Case.Ref, paper.ID)); err != nil {
				return nil, err
			}
			ids = append(ids, paper.ID)
		}
	}
	v.p.lookWhose(v.Context(), v.Case.Ref, ids)
	return ids, nil
}
