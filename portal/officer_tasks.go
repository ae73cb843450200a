package portal

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
)

// caseTasksPage is what somebody has to do in the case, and what was done.
type caseTasksPage struct {
	Head caseHead
	Open []openTask
	Done look.SummaryList
}

// openTask is a task with the form that finishes it.
type openTask struct {
	casework.Task
	Anchor string
	For    string
	Since  string
	How    look.Textarea
	May    bool
}

// taskAnchor is where a task stands on its page.
func taskAnchor(t casework.Task) string {
	return "task-" + strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, string(t.Task))
}

func (p *Portal) officerTasks(v *Visit) error {
	if err := v.Read("tasks"); err != nil {
		return err
	}
	return v.Page("officer-tasks", p.tasksOf(v))
}

func (p *Portal) tasksOf(v *Visit) caseTasksPage {
	page := caseTasksPage{Head: p.head(v, "tasks")}
	f := look.NewForm(shown(v.Form), faults(v.Form))
	for i, t := range openTasks(v.Case) {
		t.What = v.named(t.What)
		how := look.NewForm(nil, nil).Textarea("how", p.say("task-how"))
		if v.Form.Get("task") == string(t.TaskRaised.Task) {
			how = f.Textarea("how", p.say("task-how"))
		}
		if i > 0 {
			how.ID += "-" + taskAnchor(t)
		}
		page.Open = append(page.Open, openTask{Task: t, Anchor: taskAnchor(t), For: p.say("role-" + string(t.For)), Since: t.Raised.Long(), How: how, May: p.mayDo(v, casework.ActFinish)})
	}
	for _, t := range slices.Backward(v.Case.Tasks) {
		if t.Done {
			page.Done.Rows = append(page.Done.Rows, look.SummaryRow{Key: t.Raised.Short(), Value: v.named(t.What), Tag: &look.Tag{Text: p.say("task-done"), Tone: look.Done}})
		}
	}
	return page
}

// finishTask records that a task was done.
func (p *Portal) finishTask(v *Visit) error {
	how := v.Form.Required("how", p.say("task-how-missing"))
	if v.Form.OK() {
		err := v.Do(casework.FinishTask{Task: casework.TaskID(v.Form.Get("task")), How: how})
		if err == nil {
			v.Tell(p.say("task-finished"))
			return v.Go(v.at("tasks"))
		}
		if !v.Form.Refused(err, form.Place{Path: "how", Field: "how"}) {
			return err
		}
	}
	return v.Again("officer-tasks", p.tasksOf(v))
}
