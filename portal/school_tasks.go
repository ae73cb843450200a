package portal

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"sendpanel/casework/evidence"
	"sendpanel/portal/draft"
	"sendpanel/portal/look"
	"sendpanel/portal/words"
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
	Told    string
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
	if page.Told, err = p.reminded(v, d); err != nil {
		return err
	}
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

// NudgeAfter is for how many days on which the school is open a draft lies before its school is told.
const NudgeAfter = 10

// nudged reports whether nobody has sent the draft for ten days on which the school was open.
func nudged(v *Visit, d openDraft) bool {
	school, _ := v.Council.School(d.Setting)
	return school.DaysOpen(statute.DayOf(d.Created), v.Today, NudgeAfter) >= NudgeAfter
}

// reminded says whom the council wrote to about the draft, and when.
func (p *Portal) reminded(v *Visit, d openDraft) (string, error) {
	n, told, err := p.register.Nudge(v.Context(), d.ID)
	if err != nil || !told || n.Outcome != "sent" {
		return "", err
	}
	return p.say("draft-reminded", "name", v.called(n.Person), "day", statute.DayOf(n.Ended).Long()), nil
}

// DraftNotice is the message to a school that a request it began has not been sent. It names no child. Base is the address
// that people type.
func DraftNotice(base string) (subject, text string, err error) {
	w, err := words.English()
	if err != nil {
		return "", "", err
	}
	if subject, err = w.Say("draft-nudge-subject"); err != nil {
		return "", "", err
	}
	text, err = w.Say("draft-nudge-message", "link", base+"/school")
	return subject, text, err
}

// when is a moment as people say it.
func when(at time.Time) string {
	return fmt.Sprintf("%s, %s", statute.DayOf(at).Long(), hour(at))
}

func hour(at time.Time) string { return at.In(statute.London()).Format("3:04pm") }
