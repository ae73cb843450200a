package portal

import (
	"fmt"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// caseHead is what stands above each page of a case.
type caseHead struct {
	Kicker  string // the child and who asked
	Heading string
	Tabs    look.Tabs
	Urgent  []string
}

// caseTabs are the pages of a case: the last part of the address and the key of the name.
func caseTabs() [][2]string {
	return [][2]string{{"", "tab-summary"}, {"dates", "tab-dates"}, {"timeline", "tab-timeline"}, {"documents", "tab-documents"}, {"letters", "tab-letters"},
		{"tasks", "tab-tasks"}, {"people", "tab-people"}, {"views", "tab-views"}, {"record", "tab-record"}}
}

// at is an address of the case.
func (v *Visit) at(parts ...string) string {
	path := "/cases/" + string(v.Case.Ref)
	for _, part := range parts {
		if part != "" {
			path += "/" + part
		}
	}
	return path
}

// head makes what stands above a page of the case, and the way back.
func (p *Portal) head(v *Visit, tab string) caseHead {
	v.Crumbs = []look.Link{{Text: p.say("requests"), Href: "/cases"}}
	c := v.Case
	h := caseHead{Heading: p.childWithAge(v), Kicker: p.say("case-kicker", "ref", c.Ref, "who", p.askedBy(v)), Tabs: look.Tabs{Label: p.say("case-tabs")}}
	for _, t := range caseTabs() {
		item := look.NavItem{Text: p.say(t[1]), Href: v.at(t[0]), Current: t[0] == tab}
		if t[0] == "tasks" {
			item.Count = len(openTasks(c))
		}
		h.Tabs.Items = append(h.Tabs.Items, item)
		if item.Current && tab != "" {
			h.Heading, h.Kicker = item.Text, p.say("case-kicker-tab", "child", p.childWithAge(v), "ref", c.Ref)
		}
	}
	for _, reason := range c.Urgent {
		h.Urgent = append(h.Urgent, p.say("urgent-"+string(reason)))
	}
	return h
}

// crumbsTo hangs a page below one of the tabs.
func (p *Portal) crumbsTo(v *Visit, tab, name string) {
	v.Crumbs = []look.Link{{Text: p.say("requests"), Href: "/cases"}, {Text: string(v.Case.Ref), Href: v.at()}}
	if tab != "" {
		v.Crumbs = append(v.Crumbs, look.Link{Text: p.say(name), Href: v.at(tab)})
	}
}

func (p *Portal) childWithAge(v *Visit) string {
	child := v.Case.Opened.Child
	if age := child.AgeOn(v.Today); age >= 0 {
		return fmt.Sprintf("%s, %s", child.FullName(), p.say("aged", "n", age))
	}
	return child.FullName()
}

// askedBy is who asked: the school by its name, or somebody of the family.
func (p *Portal) askedBy(v *Visit) string {
	by := v.Case.Opened.RequestedBy
	if school, known := v.Council.School(by.Setting); known {
		return school.Name
	}
	if by.Name != "" {
		return by.Name
	}
	return p.say("asked-unnamed")
}

func openTasks(c casework.Case) []casework.Task {
	var open []casework.Task
	for _, t := range c.Tasks {
		if !t.Done {
			open = append(open, t)
		}
	}
	return open
}
