package portal

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"time"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// paperPage is the form in which an officer types in a request that came on paper, by telephone or in an e-mail.
type paperPage struct {
	Groups []paperGroup
	Mends  look.SummaryList // what is wrong with it; stands in nobody's way
	Kept   string           // when what was typed was saved
	From   string           // the number of what could not be opened, where it is entered from there
	Arrive string
}

// paperGroup is fields under a heading.
type paperGroup struct {
	Heading string
	Lead    string
	Parts   []sheetPart
}

func (p *Portal) paperForm(v *Visit) error {
	saved, err := paperSlot(v).fill(v)
	if err != nil {
		return err
	}
	if v.R.URL.Query().Get("afresh") == "yes" {
		if err := paperSlot(v).done(v, ""); err != nil {
			return err
		}
		return v.Go("/requests/paper")
	}
	if from := v.R.URL.Query().Get("from"); from != "" {
		v.Form.Set("from", from)
	}
	page := p.paperPage(v)
	if !saved.IsZero() {
		page.Kept = dayOfTime(saved).Long()
	}
	return v.Page("officer-paper", page)
}

// paperSave keeps what is typed while it is typed.
func (p *Portal) paperSave(v *Visit) error {
	if err := paperSlot(v).save(v); err != nil {
		return err
	}
	v.W.WriteHeader(http.StatusNoContent)
	return nil
}

// paperPage makes the fields. Three questions matter, and everything else may stay empty.
func (p *Portal) paperPage(v *Visit) paperPage {
	v.Crumbs = []look.Link{{Text: p.say("requests"), Href: "/cases"}}
	v.Narrow = true
	s := sheetForm{p: p, v: v, f: look.NewForm(shown(v.Form), faults(v.Form)), kind: "paper"}
	page := paperPage{From: v.Form.Get("from")}
	group := func(key string, fields func()) {
		s.parts = nil
		fields()
		page.Groups = append(page.Groups, paperGroup{Heading: p.say(key), Lead: p.words[key+"-lead"], Parts: s.parts})
	}
	schools := []look.Option{}
	for _, school := range v.Council.Settings {
		schools = append(schools, look.Option{Value: string(school.ID), Label: school.Name})
	}
	group("paper-arrival", func() {
		s.date("received")
		s.choose("channel", "post", "email", "phone", "in_person")
	})
	group("paper-asker", func() {
		s.choose("asker", "parent", "young_person", "school", "post16", "early_years", "health", "social_care", "other")
		s.line("asker-name", "")
		s.line("asker-role", "")
	})
	group("paper-child", func() {
		s.line("surname", "medium")
		s.line("forenames", "medium")
		s.date("born")
		s.line("upn", "medium")
		s.area("address")
		s.line("postcode", "short")
		s.pick("setting", schools)
	})
	group("paper-family-one", func() { p.paperRelative(&s, "1") })
	group("paper-family-two", func() { p.paperRelative(&s, "2") })
	group("paper-words", func() {
		s.area("letter")
		s.area("evidence")
		s.add("file-upload", s.f.Files("file", p.say("act-paper-file"), p.say("upload-limits"), "", uploadEach))
	})
	return page
}

// paperRelative asks for somebody of the family. The labels are the same for each.
func (p *Portal) paperRelative(s *sheetForm, n string) {
	line := func(name, width string) {
		s.add("field", s.f.Text("parent-"+n+"-"+name, s.text(name)).Sized(width))
	}
	line("name", "")
	line("relationship", "medium")
	line("phone", "medium")
	line("email", "")
	line("language", "medium")
	for _, name := range []string{"lives_with", "interpreter", "call_first"} {
		s.add("radios", s.f.YesNo("parent-"+n+"-"+name, s.text(name)))
	}
}

// paperRequest receives what was typed in. The three reasons for which nothing can be opened are said at their fields; what
// is only to be mended is shown once, and stands in nobody's way.
func (p *Portal) paperRequest(v *Visit) error {
	if err := paperSlot(v).save(v); err != nil {
		return err
	}
	received := v.day("received")
	if received.After(v.Today) {
		v.Form.Wrong("received", p.say("paper-received-future"))
	}
	if _, err := v.Uploads("file", paperOwner(v)); err != nil {
		return err
	}
	if !v.Form.OK() {
		return v.Again("officer-paper", p.paperPage(v))
	}
	data, err := p.paperJSON(v, received)
	if err != nil {
		return err
	}
	_, mends, err := casework.ParseRequest(data)
	if err != nil {
		v.Form.Wrong("surname", err.Error())
		return v.Again("officer-paper", p.paperPage(v))
	}
	if len(mends) > 0 && v.Form.Get("anyway") != "yes" {
		page := p.paperPage(v)
		for _, m := range mends {
			page.Mends.Rows = append(page.Mends.Rows, p.mendRow(m))
		}
		return v.Page("officer-paper", page)
	}
	return p.paperReceive(v, data)
}

func paperOwner(v *Visit) string { return "paper/" + string(v.Who.Actor.Person) }

// paperReceive opens the case, moves the files to it and settles what it was entered from.
func (p *Portal) paperReceive(v *Visit, data []byte) error {
	got, err := p.desk.Receive(v.Context(), data, 0)
	if err != nil {
		return err
	}
	ref := got.Case.Ref
	if err := p.register.MoveUploads(v.Context(), paperOwner(v), caseOwner(ref)); err != nil {
		return err
	}
	if id, err := strconv.ParseInt(v.Form.Get("from"), 10, 64); err == nil {
		if err := p.register.SettleUnopened(v.Context(), id, p.say("unopened-opened", "ref", ref), string(v.Who.Actor.Person)); err != nil {
			p.log.Warn("what a request was entered from was not settled", "id", v.id, "error", err)
		}
	}
	if err := paperSlot(v).done(v, ref); err != nil {
		return err
	}
	v.Tell(p.say("paper-received", "ref", ref, "due", got.Case.Opened.Decide.Due.Long()))
	return v.Go("/cases/" + string(ref))
}

// paperJSON is the request in the shape in which every request arrives. What was left empty is left out.
func (p *Portal) paperJSON(v *Visit, received statute.Day) ([]byte, error) {
	at := received.At(12, 0)
	if now := p.clock(); at.After(now) {
		at = now
	}
	f := v.Form
	asker := map[string]any{"type": f.Get("asker"), "name": f.Line("asker-name"), "role": f.Line("asker-role")}
	if t := f.Get("asker"); t == "school" || t == "post16" || t == "early_years" {
		asker["setting"] = f.Get("setting")
	}
	child := map[string]any{"surname": f.Line("surname"), "forenames": f.Line("forenames"), "upn": f.Line("upn"), "address": linesTyped(f.Get("address")), "postcode": f.Line("postcode"), "setting": f.Get("setting")}
	if born, given := f.Day("born"); given {
		child["date_of_birth"] = born.String()
	}
	var family []any
	for _, n := range []string{"1", "2"} {
		who := "parent-" + n + "-"
		if f.Line(who+"name") == "" {
			continue
		}
		family = append(family, prunedOf(map[string]any{"name": f.Line(who + "name"), "relationship": f.Line(who + "relationship"), "phone": f.Line(who + "phone"), "email": f.Line(who + "email"),
			"language": f.Line(who + "language"), "lives_with_child": f.Get(who + "lives_with"), "interpreter": f.Get(who + "interpreter"), "call_before_letter": f.Get(who + "call_first")}))
	}
	var evidence []any
	for _, title := range linesTyped(f.Get("evidence")) {
		evidence = append(evidence, map[string]any{"title": title, "class": "other"})
	}
	return json.Marshal(prunedOf(map[string]any{"schema": casework.RequestSchema, "received_at": at.Format(time.RFC3339), "entered_at": p.clock().Format(time.RFC3339), "entered_by": v.Who.Name(),
		"channel": f.Get("channel"), "requester": prunedOf(asker), "child": prunedOf(child), "family": family, "letter": strings.TrimSpace(f.Get("letter")), "evidence": evidence}))
}

// prunedOf leaves out what is empty.
func prunedOf(m map[string]any) map[string]any {
	for key, value := range m {
		switch value := value.(type) {
		case string:
			if value == "" {
				delete(m, key)
			}
		case []any:
			if len(value) == 0 {
				delete(m, key)
			}
		case []string:
			if len(value) == 0 {
				delete(m, key)
			}
		}
	}
	return m
}

func linesTyped(text string) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func dayOfTime(at time.Time) statute.Day { return statute.DayOf(at) }
