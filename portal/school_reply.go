package portal

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// replyPage is the one page on which somebody who did not ask answers what they know of a child.
type replyPage struct {
	Child  string
	Born   string
	School bool // the school's own page; health and social care have fewer questions
	Due    statute.Day
	Post   string // where it is posted to
	Fields []fieldView
	Files  look.FileUpload
	Who    []fieldView
	Years  []string // school years of the attendance fields
}

// replyForm is the page for a school that has an account.
func (p *Portal) replyForm(v *Visit) error {
	if err := p.ownRead(v, readReplyForm); err != nil {
		return err
	}
	if typed, found := v.typedBefore(); found {
		v.Form.Values = typed
		v.Form.SetKey(typed.Get("once"))
	} else {
		v.Form.Set("answered_by.name", v.Who.Actor.Name)
		v.Form.Set("answered_by.role", v.Who.Actor.Post)
		if who, known := v.Council.Person(v.Who.Actor.Person, v.Today); known {
			v.Form.Set("answered_by.email", who.Email)
			v.Form.Set("answered_by.phone", who.Phone)
		}
	}
	v.Crumbs = []look.Link{{Text: p.say("school-requests"), Href: "/school"}, {Text: string(v.Case.Ref), Href: requestPath(v.Case)}}
	return p.showReply(v, requestPath(v.Case)+"/reply", replyOwner(v), casework.TheSchool)
}

// replyOwner is the owner of the files of a reply until it is recorded.
func replyOwner(v *Visit) string { return "reply/" + string(v.Case.Ref) + "/" + v.Form.Key() }

func (p *Portal) showReply(v *Visit, post, owner string, party casework.Party) error {
	f := look.NewForm(shown(v.Form), faults(v.Form))
	school := party == casework.TheSchool
	page := replyPage{Child: v.Case.Opened.Child.FullName(), Born: plainDay(v.Case.Opened.Child.DateOfBirth), School: school, Due: v.Case.Opened.Decide.Due, Post: post,
		Files: f.Files("files", p.say("reply-files"), p.fileLimits(), uploadAccept, uploadEach)}
	area := func(name, key string) fieldView {
		return fieldView{"textarea", f.Textarea(name, p.say(key)).AtMost(4000).Lined(4)}
	}
	if school {
		page.Fields = append(page.Fields, fieldView{"radios", f.Radios("knows_child", p.say("reply-knows"), look.Option{Value: "yes", Label: p.say("yes")}, look.Option{Value: "left", Label: p.say("reply-left")}, look.Option{Value: "no", Label: p.say("no")})},
			area("support_now", "reply-support"), area("what_was_tried", "reply-tried"), area("what_happened", "reply-happened"), area("when_help_was_less", "reply-less"))
		for i, year := range schoolYears(v.Today) {
			page.Fields = append(page.Fields, fieldView{"field", f.Text(fmt.Sprintf("attendance.%d", i), p.say("reply-attendance", "year", year)).Sized("short").Ending("%")})
		}
		page.Fields = append(page.Fields, area("concerns", "reply-concerns"))
	} else {
		page.Fields = append(page.Fields, fieldView{"radios", f.Radios("knows_child", p.say("reply-service-knows"), look.Option{Value: "yes", Label: p.say("yes")}, look.Option{Value: "waiting", Label: p.say("reply-waiting")}, look.Option{Value: "no", Label: p.say("no")})},
			area("support_now", "reply-service-does"), area("concerns", "reply-service-needs"), area("advice", "reply-service-advises"))
	}
	page.Fields = append(page.Fields, fieldView{"radios", f.Radios("may_be_necessary", p.say("reply-necessary"), look.Option{Value: "yes", Label: p.say("yes")}, look.Option{Value: "no", Label: p.say("no")}, look.Option{Value: "unsure", Label: p.say("reply-unsure")})},
		area("may_be_necessary_why", "reply-why"))
	page.Who = []fieldView{{"field", f.Text("answered_by.name", p.say("name")).Sized("medium")}, {"field", f.Text("answered_by.role", p.say("post"))},
		{"field", f.Text("answered_by.email", p.say("email")).As("email", "email")}, {"field", f.Text("answered_by.phone", p.say("telephone")).As("tel", "tel").Sized("medium")}}
	page.Files = page.Files.Hinted(v.alreadyKept(owner))
	return v.Show(v.asGood(), "school-reply", page)
}

// plainDay is a day without its weekday, or nothing.
func plainDay(on statute.Day) string {
	if on.IsZero() {
		return ""
	}
	year, month, day := on.Date()
	return fmt.Sprintf("%d %s %d", day, month, year)
}

// schoolYears are the school year of a day and the one before, as 2025/26.
func schoolYears(on statute.Day) []string {
	begins := on.Year()
	if on.Month() < 9 {
		begins--
	}
	year := func(y int) string { return fmt.Sprintf("%d/%02d", y, (y+1)%100) }
	return []string{year(begins), year(begins - 1)}
}

// reply records the school's answer. The same page sent twice is recorded once.
func (p *Portal) reply(v *Visit) error {
	if err := p.ownOnly(v); err != nil {
		return err
	}
	if v.doneBefore() {
		return v.Go(requestPath(v.Case))
	}
	again := func() error { return p.showReply(v, requestPath(v.Case)+"/reply", replyOwner(v), casework.TheSchool) }
	owner := replyOwner(v)
	reply, ok, err := p.replyOf(v, owner)
	if err != nil {
		return err
	}
	if !ok {
		return again()
	}
	act, err := replyAct(reply)
	if err != nil {
		return err
	}
	if err := v.Do(act); err != nil {
		if v.Form.Refused(err) {
			return again()
		}
		return err
	}
	if err := p.fileReply(v, owner, reply.Documents); err != nil {
		return err
	}
	v.Tell(p.say("reply-thanks"))
	return v.Go(requestPath(v.Case))
}

// replyAct is the command that records a school's reply.
func replyAct(reply evidence.SchoolReply) (casework.Reply, error) {
	data, err := json.Marshal(reply)
	if err != nil {
		return casework.Reply{}, fmt.Errorf("write a school’s reply: %w", err)
	}
	return casework.Reply{Summary: reply.Summary(), Reply: data, Evidence: reply.Evidence()}, nil
}

// replyOf reads the page, and keeps its files under the owner. The second result is false where something is to be put right
// first: that nothing is said at all, a percentage that is none, a file that cannot be taken.
func (p *Portal) replyOf(v *Visit, owner string) (evidence.SchoolReply, bool, error) {
	get := func(field string) casework.Text { return casework.CleanText(v.Form.Get(field)) }
	r := evidence.SchoolReply{Schema: evidence.ReplySchema, Case: casework.Text(v.Case.Ref), Setting: casework.Text(v.Case.Opened.Setting), KnowsChild: get("knows_child"),
		SupportNow: get("support_now"), WhatWasTried: get("what_was_tried"), WhatHappened: get("what_happened"), WhenHelpWasLess: get("when_help_was_less"),
		Concerns: get("concerns"), MayBeNecessary: get("may_be_necessary"), MayBeNecessaryWhy: get("may_be_necessary_why"), AnsweredOn: casework.Text(v.Today.String()),
		AnsweredBy: evidence.Answerer{Name: get("answered_by.name"), Role: get("answered_by.role"), Email: get("answered_by.email"), Phone: get("answered_by.phone")}}
	for i, year := range schoolYears(v.Today) {
		if percent := get(fmt.Sprintf("attendance.%d", i)); !percent.Empty() {
			r.Attendance = append(r.Attendance, casework.YearRate{SchoolYear: casework.Text(year), Percent: percent})
		}
	}
	for _, m := range r.ToMend() {
		if field := strings.NewReplacer("attendance[0].percent", "attendance.0", "attendance[1].percent", "attendance.1").Replace(m.Path); strings.HasPrefix(field, "attendance") || m.Path == "answered_by.name" || m.Path == "answered_by.email" {
			v.Form.Wrong(field, m.What+" "+m.How)
		}
	}
	kept, err := v.keepReplyFiles(owner)
	if err != nil {
		return r, false, err
	}
	for _, u := range kept {
		r.Documents = append(r.Documents, casework.Evidenced{Title: casework.Text(titleOf(u.Name)), Class: "other", Date: "", SHA256: casework.Text(u.SHA256), File: casework.Text(u.Name)})
	}
	said := []casework.Text{r.SupportNow, r.WhatWasTried, r.WhatHappened, r.Concerns, r.MayBeNecessaryWhy, get("advice"), r.KnowsChild}
	if len(kept) == 0 && !slices.ContainsFunc(said, func(t casework.Text) bool { return !t.Empty() }) {
		v.Form.Wrong("knows_child", p.say("reply-empty"))
	}
	return r, v.Form.OK(), nil
}

// keepReplyFiles keeps the files of the page; those that came with an earlier try of the same page are there still.
func (v *Visit) keepReplyFiles(owner string) ([]records.Upload, error) {
	if _, err := v.Uploads("files", owner); err != nil {
		return nil, err
	}
	return v.p.register.Uploads(v.Context(), owner)
}

// fileReply gives the files of a reply to the documents of the case that they are.
func (p *Portal) fileReply(v *Visit, owner string, sent []casework.Evidenced) error {
	c, err := p.desk.Case(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	return p.fileExhibits(v.Context(), owner, c, sent)
}

// doneBefore reports whether this very form has been an act of the case already: a click was tried again.
func (v *Visit) doneBefore() bool {
	_, done := v.Case.Keys[v.Form.Key()]
	return done
}

// alreadyKept names the files that came with an earlier try of the same page.
func (v *Visit) alreadyKept(owner string) string {
	files, err := v.p.register.Uploads(v.Context(), owner)
	if err != nil || len(files) == 0 {
		return ""
	}
	var names []string
	for _, u := range files {
		names = append(names, u.Name)
	}
	return v.p.say("files-here", "names", strings.Join(names, ", "))
}

// morePage takes documents after a request was sent.
type morePage struct {
	Files look.FileUpload
	Class look.Select
	Says  look.Field
}

// moreForm asks for documents that come after the request.
func (p *Portal) moreForm(v *Visit) error {
	if err := p.ownRead(v, "form for documents"); err != nil {
		return err
	}
	v.restoreTyped()
	return p.showMore(v)
}

func (p *Portal) showMore(v *Visit) error {
	f := look.NewForm(shown(v.Form), faults(v.Form))
	var options []look.Option
	for _, c := range p.asks.Choices["class"] {
		options = append(options, look.Option{Value: c.Value(), Label: c.Words()})
	}
	v.Crumbs = []look.Link{{Text: p.say("school-requests"), Href: "/school"}, {Text: string(v.Case.Ref), Href: requestPath(v.Case)}}
	return v.Show(v.asGood(), "school-more", morePage{
		Files: f.Files("files", p.say("files-add"), p.fileLimits(), uploadAccept, uploadEach).Hinted(v.alreadyKept("more/" + string(v.Case.Ref) + "/" + v.Form.Key())),
		Class: f.Select("class", p.say("files-show"), p.say("choose"), options...)})
}

// more adds documents to the case. What they show is asked here, because the case's index is not changed afterwards.
func (p *Portal) more(v *Visit) error {
	if err := p.ownOnly(v); err != nil {
		return err
	}
	if v.doneBefore() {
		return v.Go(requestPath(v.Case))
	}
	class := v.Form.Required("class", p.say("more-class-missing"))
	owner := "more/" + string(v.Case.Ref) + "/" + v.Form.Key()
	kept, err := v.keepReplyFiles(owner)
	if err != nil {
		return err
	}
	if len(kept) == 0 && v.Form.OK() {
		v.Form.Wrong("files", p.say("files-none"))
	}
	if !v.Form.OK() {
		return p.showMore(v)
	}
	var act casework.AddEvidence
	var sent []casework.Evidenced
	for _, u := range kept {
		title := titleOf(path.Base(u.Name))
		act.Evidence = append(act.Evidence, casework.Evidence{Title: title, Class: class, From: string(casework.TheSchool)})
		sent = append(sent, casework.Evidenced{Title: casework.Text(title), Class: casework.Text(class), SHA256: casework.Text(u.SHA256)})
	}
	if err := v.Do(act); err != nil {
		if v.Form.Refused(err) {
			return p.showMore(v)
		}
		return err
	}
	if err := p.fileReply(v, owner, sent); err != nil {
		return err
	}
	v.Tell(p.say("more-added"))
	return v.Go(requestPath(v.Case))
}
