package casework

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/statute"
)

// OfWhom is the child whom a paper says that it is about, as far as whoever gave it wrote that down.
type OfWhom struct {
	Name        string      `json:"name,omitempty"`
	DateOfBirth statute.Day `json:"date_of_birth,omitzero"`
	UPN         string      `json:"upn,omitempty"`
}

// PaperConfirmed: an officer looked at a paper that seemed to be about another child.
type PaperConfirmed struct {
	Evidence DocumentID `json:"evidence"`
	Belongs  bool       `json:"belongs"` // it is about this child after all
	Why      string     `json:"why"`
}

// Kind is KindPaperConfirmed.
func (PaperConfirmed) Kind() Kind { return KindPaperConfirmed }

// seemsAnother says why a paper may be about another child: a brother, a sister, a twin. It compares what the paper says
// with this child; what it does not say counts for nothing. Either a pupil number or a forename that is not this child's
// is enough, also where the surname and the day of birth agree, because those of twins do.
func (i Identity) seemsAnother(of OfWhom) string {
	upn := strings.ToUpper(strings.Join(strings.Fields(of.UPN), ""))
	switch {
	case upn != "" && i.UPN != "" && upn != strings.ToUpper(i.UPN):
		return "it bears another pupil number"
	case upn != "" && upn == strings.ToUpper(i.UPN):
		return ""
	case !of.DateOfBirth.IsZero() && !i.DateOfBirth.IsZero() && of.DateOfBirth != i.DateOfBirth:
		return "it bears another date of birth"
	case strings.TrimSpace(of.Name) != "" && !i.named(of.Name):
		return "it bears another name"
	}
	return ""
}

// named reports whether a forename, or the name the child goes by, stands in a name.
func (i Identity) named(name string) bool {
	own := i.goesBy()
	for _, forename := range strings.Fields(i.Forenames) {
		own = append(own, FoldedName(forename))
	}
	return len(own) == 0 || slices.ContainsFunc(strings.Fields(name), func(word string) bool { return slices.Contains(own, FoldedName(word)) })
}

// hold marks the papers that seem to be about another child, and has an officer look at each before anybody else sees it.
func (c Case) hold(added []Evidence) []Body {
	var tasks []Body
	for i := range added {
		if added[i].Of == nil {
			continue
		}
		if why := c.Opened.Child.seemsAnother(*added[i].Of); why != "" {
			added[i].Held = true
			tasks = append(tasks, TaskRaised{Task: paperTask(added[i].ID), For: CaseworkOfficer, What: fmt.Sprintf(
				"Look at %s: %s. Nobody but whoever gave it sees it until you have said whether it belongs here. If it is a brother’s or a sister’s, give it to their case and have it destroyed here.", added[i].ID, why)})
		}
	}
	return tasks
}

func paperTask(id DocumentID) TaskID { return TaskID("paper:" + string(id)) }

// ConfirmPaper records whether a paper that is held belongs to this case.
type ConfirmPaper struct {
	Evidence DocumentID `json:"evidence"`
	Belongs  bool       `json:"belongs"`
	Why      string     `json:"why"`
}

// Kind is ActConfirmPaper.
func (ConfirmPaper) Kind() ActKind { return ActConfirmPaper }

func (a ConfirmPaper) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	if e, found := c.Exhibit(a.Evidence); !found || !e.Held {
		g.addf("evidence", "Copy the number from the task.", "%q is not a paper that is held.", a.Evidence)
	}
	if blank(a.Why) {
		g.add("why", "is missing.", "Say in a sentence how you know.")
	}
}

func (a ConfirmPaper) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	bodies := []Body{PaperConfirmed(a)}
	if c.taskOpen(paperTask(a.Evidence)) {
		bodies = append(bodies, TaskDone{Task: paperTask(a.Evidence), How: "An officer looked at the paper."})
	}
	if !a.Belongs {
		bodies = append(bodies, TaskRaised{Task: TaskID("misplaced:" + string(a.Evidence)), For: ServiceManager,
			What: fmt.Sprintf("%s is about another child. Have the records manager destroy it here, and see whether anybody has to be told of the breach.", a.Evidence)})
	}
	return bodies, nil
}

// confirmPaper lets a paper be seen as others are, or keeps it from everybody for good.
func (c *Case) confirmPaper(b PaperConfirmed) {
	c.Evidence = slices.Clone(c.Evidence)
	for i := range c.Evidence {
		if c.Evidence[i].ID == b.Evidence {
			c.Evidence[i].Held = !b.Belongs
		}
	}
}
