package portal

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"sendpanel/casework/evidence"
	"sendpanel/portal/draft"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// tasksPage is the whole draft on one page.
type tasksPage struct {
	Draft   openDraft
	Tasks   look.TaskList
	Missing []evidence.Missing // the first of what a panel will look for
	More    int
	Saved   string
	Waiting []look.Link
	Nudge   bool // it has lain for ten school days
	Done    int
	All     int
}

// tasksShow is how much of the review stands beside the task list.
const tasksShow = 4

// draftTasks shows the parts of a draft, in any order, and the way to send it.
func (p *Portal) draftTasks(v *Visit) error {
	d, err := p.draftOf(v)
	if err != nil {
		return err
	}
	if d.SentAs != "" || d.Body.Sent != nil {
		return v.draftGone(d)
	}
	page := tasksPage{Draft: d, Saved: p.say("draft-last-saved", "name", v.called(d.UpdatedBy), "when", when(d.Updated)),
		Nudge: nudged(v, d)}
	six := look.TaskGroup{Heading: p.say("draft-six")}
	more := look.TaskGroup{Heading: p.say("draft-stronger")}
	files, err := p.register.Uploads(v.Context(), d.files())
	if err != nil {
		return err
	}
	for _, s := range p.asks.Sections {
		task := look.Task{ID: s.ID, Text: s.Title, Href: d.Path(s.ID), Hint: s.Lead, Tag: p.stateOf(d, s, len(files))}
		page.Waiting = append(page.Waiting, p.waiting(v, d, s)...)
		if s.Essential {
			six.Tasks = append(six.Tasks, task)
			page.All++
			if task.Tag.Tone == look.Done {
				page.Done++
			}
			continue
		}
		task.Hint = ""
		more.Tasks = append(more.Tasks, task)
	}
	page.Tasks = look.TaskList{Groups: []look.TaskGroup{six, more}}
	review, err := p.reviewOf(d)
	if err != nil {
		return err
	}
	for _, item := range review.Items {
		page.Missing = append(page.Missing, item.Missing...)
	}
	if n := len(page.Missing); n > tasksShow {
		page.Missing, page.More = page.Missing[:tasksShow], n-tasksShow
	}
	v.Crumbs = []look.Link{{Text: p.say("school-requests"), Href: "/school"}}
	return v.Page("school-draft", page)
}

// enough says which fields make a section done: one of each group.
func enough() map[string][][]string {
	return map[string][][]string{
		"child": {{"child.forenames", "child.surname"}, {"child.date_of_birth"}}, "family": {{"family.0.name"}}, "reason": {{"reason", "letter"}},
		"needs": {{"needs.0.difficulties"}}, "views": {{"views.child"}, {"views.family"}},
	}
}

// stateOf says how far a section has come, in words.
func (p *Portal) stateOf(d openDraft, s draft.Section, files int) look.Tag {
	switch s.ID {
	case "cycles":
		n := d.Body.Count("cycles")
		switch {
		case n > 0:
			return look.Tag{Text: p.count("cycle", n), Tone: look.Done}
		case hasPlan(d.Body):
			return look.Tag{Text: p.say("plan-attached"), Tone: look.Done}
		}
		return look.Tag{Text: p.say("not-started")}
	case "documents":
		if n := max(files, d.Body.Count("evidence")); n > 0 {
			return look.Tag{Text: p.count("document", n), Tone: look.Done}
		}
		return look.Tag{Text: p.say("not-started")}
	case "school":
		return look.Tag{Text: p.say("filled-in"), Tone: look.Done}
	}
	begun := slices.ContainsFunc(fieldsOf(d.Body), func(field string) bool { return p.asks.Holds(s, field) })
	groups, essential := enough()[s.ID]
	switch {
	case !begun:
		return look.Tag{Text: p.say("not-started")}
	case !essential:
		return look.Tag{Text: p.say("filled-in"), Tone: look.Done}
	}
	for _, group := range groups {
		if !d.Body.Has(group...) {
			return look.Tag{Text: p.say("under-way"), Tone: look.Info}
		}
	}
	return look.Tag{Text: p.say("done"), Tone: look.Done}
}

// hasPlan reports whether the school's own plan is attached.
func hasPlan(b draft.Body) bool {
	for field, values := range b.Values {
		if strings.HasPrefix(field, "evidence.") && strings.HasSuffix(field, ".type") && slices.Contains(values, "apdr_plan") {
			return true
		}
	}
	return false
}

func fieldsOf(b draft.Body) []string {
	var list []string
	for field := range b.Values {
		list = append(list, field)
	}
	return list
}

// nudgeAfter is how many school days a draft lies before it says so.
const nudgeAfter = 10

// nudged reports whether nobody has sent the draft for ten days on which the school was open.
func nudged(v *Visit, d openDraft) bool {
	school, _ := v.Council.School(d.Setting)
	days := 0
	for day := statute.DayOf(d.Created).AddDays(1); !day.After(v.Today) && days < nudgeAfter; day = day.AddDays(1) {
		_, closed := school.ClosedOn(day)
		if weekday := day.Weekday(); weekday != time.Saturday && weekday != time.Sunday && !closed {
			days++
		}
	}
	return days >= nudgeAfter
}

// when is a moment as people say it.
func when(at time.Time) string {
	return fmt.Sprintf("%s, %s", statute.DayOf(at).Long(), hour(at))
}

func hour(at time.Time) string { return at.In(statute.London()).Format("3:04pm") }
