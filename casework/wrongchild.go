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
			tasks = append(tasks, lookAt(added[i].ID, why))
		}
	}
	return tasks
}

func paperTask(id DocumentID) TaskID { return TaskID("paper:" + string(id)) }

// PaperHeld: papers that may be about another child are seen by nobody but whoever gave them, until an officer has looked.
type PaperHeld struct {
	Evidence []DocumentID `json:"evidence"`
	Why      string       `json:"why"` // names no child
}

// Kind is KindPaperHeld.
func (PaperHeld) Kind() Kind { return KindPaperHeld }

// HoldPaper holds papers that may be about another child.
type HoldPaper struct {
	Evidence []DocumentID `json:"evidence"`
	Why      string       `json:"why"` // names no child, nor another request
}

// Kind is ActHoldPaper.
func (HoldPaper) Kind() ActKind { return ActHoldPaper }

func (a HoldPaper) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	if len(a.Evidence) == 0 {
		g.add("evidence", "is empty.", "Name at least one paper.")
	}
	for i, id := range a.Evidence {
		if e, found := c.Exhibit(id); !found || e.Held {
			g.addf(fmt.Sprintf("evidence[%d]", i), "Copy the number from the list of documents.", "%q is no paper of this case, or is held already.", id)
		}
	}
	if blank(a.Why) {
		g.add("why", "is missing.", "Say in a sentence why it may be about another child, without naming that child.")
	}
}

func (a HoldPaper) follows(Case, Actor, statute.Day) ([]Body, error) {
	bodies := []Body{PaperHeld(a)}
	for _, id := range a.Evidence {
		bodies = append(bodies, lookAt(id, a.Why))
	}
	return bodies, nil
}

// holdPapers keeps papers from everybody but their giver; what they were released for waits with them.
func (c *Case) holdPapers(b PaperHeld) {
	c.Evidence = slices.Clone(c.Evidence)
	for i := range c.Evidence {
		if slices.Contains(b.Evidence, c.Evidence[i].ID) {
			c.Evidence[i].Held = true
		}
	}
}

func listOfIDs(ids []DocumentID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}

// lookAt is the officer's task to look whose a paper is.
func lookAt(id DocumentID, why string) TaskRaised {
	return TaskRaised{Task: paperTask(id), For: CaseworkOfficer, What: fmt.Sprintf(
		"Look at %s: %s. Nobody but whoever gave it sees it until you have said, with confirm_paper, whether it belongs here. If it is a brother’s or a sister’s, give it to their case and have it destroyed here.", id, strings.TrimSuffix(why, "."))}
}

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
