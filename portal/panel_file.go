package portal

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/portal/legible"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// caseFile is what the register holds in writing of a case.
type caseFile struct {
	request casework.Request
	events  []casework.Event
	replies []evidence.SchoolReply
	review  evidence.Review
	uploads []records.Upload // that belong to no entry of the index
}

// file reads what was written at length: the request as it came, what was said since, and the files.
func (p *Portal) file(v *Visit) (caseFile, error) {
	var f caseFile
	original, err := p.register.Request(v.Context(), v.Case.Ref)
	if err != nil {
		return f, err
	}
	if f.request, _, err = casework.ParseRequest(original); err != nil {
		return f, fmt.Errorf("read the request of %s: %w", v.Case.Ref, err)
	}
	if f.events, err = p.register.Events(v.Context(), v.Case.Ref); err != nil {
		return f, err
	}
	for _, e := range f.events {
		if b, ok := e.Body.(casework.SchoolReplied); ok {
			if reply, _, err := evidence.ParseReply(b.Reply); err == nil {
				f.replies = append(f.replies, reply)
			}
		}
	}
	f.review = evidence.ReviewOf(f.request, v.Case.Evidence, f.replies...)
	f.uploads, err = p.register.Uploads(v.Context(), "case/"+string(v.Case.Ref))
	return f, err
}

// paperRow is one paper of the index, with the file where it came.
type paperRow struct {
	ID, Cited, From string
	Href            string // the file, to be kept
	Shown           string // how it opens: "picture" or "frame" in the page, "words" on a page of its own; empty where it can only be kept
	Says            string // what the sender says it shows
}

// papers is the index of evidence with the file of each entry; what belongs to no entry is listed apart.
func (p *Portal) papers(v *Visit, f caseFile) (indexed, loose []paperRow, err error) {
	for i, e := range v.Case.Evidence {
		if e.Held { // it may be about another child
			continue
		}
		row := paperRow{ID: string(e.ID), Cited: e.Cited(), From: p.fromWords(e.From)}
		u, there, err := p.exhibitFile(v.Context(), v.Case.Ref, e.ID)
		if err != nil {
			return nil, nil, err
		}
		if there {
			row.Href, row.Shown = v.itemPath(v.Case.Ref, "documents", u.ID), shownAs(u.Type)
		}
		if i < len(f.request.Evidence) {
			row.Says = f.request.Evidence[i].Says.Line()
		}
		indexed = append(indexed, row)
	}
	for _, u := range f.uploads {
		loose = append(loose, paperRow{Cited: u.Name, Href: v.itemPath(v.Case.Ref, "documents", u.ID), Shown: shownAs(u.Type)})
	}
	return indexed, loose, nil
}

// shownAs says how such a file is shown without being kept: by the browser inside the page, or its words on a page of ours.
func shownAs(kind string) string {
	switch {
	case kind == "image/jpeg" || kind == "image/png":
		return "picture"
	case kind == "application/pdf" || kind == "text/plain":
		return "frame"
	case legible.Reads(kind):
		return "words"
	}
	return ""
}

// cycles are the turns of assess, plan, do, review along time, the newest at the top.
func (p *Portal) cycles(r casework.Request) look.Timeline {
	var t look.Timeline
	for i := len(r.Cycles) - 1; i >= 0; i-- {
		c := r.Cycles[i]
		var done []string
		for _, what := range c.Interventions {
			done = append(done, p.intervention(what))
		}
		more := p.paragraph("cycle-assess", c.Assess) + p.paragraph("cycle-plan", c.Plan)
		for _, line := range done {
			more += p.paragraph("cycle-do", casework.Text(line))
		}
		more += p.paragraph("cycle-review", c.Review) + p.paragraph("cycle-child-part", c.ChildPart) + p.paragraph("cycle-family-part", c.FamilyPart)
		until, tone := dayWords(c.Reviewed), look.Done
		if until == "" {
			until, tone = p.say("cycle-open"), look.Soon
		}
		t.Events = append(t.Events, look.Event{Text: p.say("cycle-what", "n", i+1, "things", len(c.Interventions), "review", firstSentence(c.Review.Line())),
			When: p.say("cycle-when", "from", dayWords(c.Start), "until", until), Datetime: c.Start.Line(), Tone: tone, More: strings.TrimSpace(more)})
	}
	return t
}

func (p *Portal) intervention(i casework.Intervention) string {
	s := i.Name.Line()
	if !i.DeliveredBy.Empty() {
		s += ", " + i.DeliveredBy.Line()
	}
	if !i.SessionsPerWeek.Empty() && !i.MinutesEach.Empty() {
		often := "help-how-often"
		if i.SessionsPerWeek.Line() == "1" {
			often = "help-how-often-once"
		}
		s += ", " + p.say(often, "times", i.SessionsPerWeek.Line(), "minutes", i.MinutesEach.Line())
	}
	if !i.Weeks.Empty() {
		s += ", " + p.say("help-weeks", "n", i.Weeks.Line())
	}
	if how := i.Outcome.Word(); slices.Contains([]string{"met", "part", "not"}, how) {
		s += ". " + p.say("help-target-"+how)
	}
	return s + "."
}

// paragraph is what a school wrote under a word of the list; nothing where it wrote nothing.
func (p *Portal) paragraph(key string, t casework.Text) string {
	if t.Empty() {
		return ""
	}
	return p.say(key, "text", strings.TrimSpace(string(t))) + "\n\n"
}

func firstSentence(s string) string {
	if i := strings.Index(s, ". "); i >= 0 {
		return s[:i+1]
	}
	return s
}

func dayWords(t casework.Text) string {
	on, err := statute.ParseDay(t.Line())
	if err != nil {
		return t.Line()
	}
	return on.Short()
}

// voices is what child, family and school said: with the request, and since.
func voices(p *Portal, f caseFile) (child, family, school []quotation) {
	w := f.request.Views
	add := func(list *[]quotation, who string, t casework.Text) {
		if !t.Empty() {
			*list = append(*list, quotation{Who: who, Text: string(t)})
		}
	}
	add(&child, p.say("voice-said"), w.Child)
	add(&child, p.say("voice-hopes"), w.ChildHopes)
	add(&child, p.say("voice-helps"), w.ChildHelps)
	add(&family, p.say("voice-said"), w.Family)
	add(&family, p.say("voice-hopes"), w.FamilyHopes)
	add(&family, p.say("voice-worries"), w.FamilyConcerns)
	for _, parent := range w.Parents {
		add(&family, parent.Name.Line(), parent.Views)
	}
	add(&school, p.say("voice-thinks"), w.School)
	add(&school, p.say("voice-beyond"), w.Beyond)
	for _, aim := range w.Outcomes {
		add(&school, p.say("voice-aim"), aim)
	}
	for _, e := range f.events {
		if b, ok := e.Body.(casework.Consulted); ok && b.Received && b.Views != "" {
			who := p.say("voice-since", "how", p.howWords(b.How), "day", e.FellOn.Short())
			if b.Language != "" {
				who += ". " + p.say("written-in", "language", b.Language)
			}
			switch b.Whom {
			case "child":
				add(&child, who, casework.Text(b.Views))
			case "family":
				add(&family, who, casework.Text(b.Views))
			default:
				add(&school, p.fromWords(b.Whom)+", "+who, casework.Text(b.Views))
			}
		}
	}
	for _, r := range f.replies {
		for _, t := range []casework.Text{r.SupportNow, r.WhatWasTried, r.WhatHappened, r.WhenHelpWasLess, r.Concerns, r.MayBeNecessaryWhy} {
			add(&school, p.say("voice-reply"), t)
		}
	}
	return child, slices.Clip(family), school
}

// fromWords says who gave something; one of several in the family is the family.
func (p *Portal) fromWords(from string) string {
	from, _, _ = strings.Cut(from, "-")
	if !slices.Contains([]string{"school", "former_school", "family", "child", "health", "social_care"}, from) {
		from = "other"
	}
	return p.say("from-" + from)
}

func (p *Portal) howWords(how string) string {
	if !slices.Contains([]string{"letter", "call", "meeting", "email", "portal"}, how) {
		how = "other"
	}
	return p.say("panel-how-" + how)
}
