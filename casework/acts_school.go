package casework

import (
	"slices"

	"sendpanel/statute"
)

// TheFormerSchool gave its papers while the child was with it. It sees and is told nothing any more; the council keeps what
// it gave.
const TheFormerSchool Party = "former_school"

// SchoolChanged: the child is with another school, nursery or college from the day on, or with none. The old one's access
// ends; the new one's begins with what concerns it from now on (reg 4(2)(c), 5(2): whoever is the head is told).
type SchoolChanged struct {
	From   SettingID   `json:"from,omitempty"`
	To     SettingID   `json:"to,omitempty"`     // as the council's settings name it; empty for none
	School *Addressee  `json:"school,omitempty"` // as letters to it are addressed; nil where none go
	On     statute.Day `json:"on"`               // the first day there
	Why    string      `json:"why"`
}

// Kind is KindSchoolChanged.
func (SchoolChanged) Kind() Kind { return KindSchoolChanged }

// TaskNewSchool is the officer’s task to have a new school heard.
const TaskNewSchool TaskID = "new-school"

// named is the school as a sentence names it.
func (b SchoolChanged) named() string {
	switch {
	case b.To == "":
		return "no school that the council knows"
	case b.School != nil && len(b.School.Address) > 0:
		return b.School.Address[0]
	}
	return "another school (" + string(b.To) + ")"
}

// NewSchool is what the case knows of the last change of school.
type NewSchool struct {
	Seq    int         `json:"seq"` // of the event
	On     statute.Day `json:"on"`
	Former []SettingID `json:"former"` // every setting that the child was with before, since the request

	Decided bool `json:"decided,omitempty"` // the family had been told before; nothing of the decision goes to this school by itself
	Shared  bool `json:"shared,omitempty"`  // somebody of the family agreed since that it may
}

// ChangeSchool records that the child changed school within the area, or left school. School is filled in from the
// council's settings.
type ChangeSchool struct {
	To     SettingID   `json:"to,omitempty"`
	School *Addressee  `json:"school,omitempty"`
	On     statute.Day `json:"on"`
	Why    string      `json:"why"`
}

// Kind is ActChangeSchool.
func (ChangeSchool) Kind() ActKind { return ActChangeSchool }

func (a ChangeSchool) check(c Case, _ Actor, on statute.Day, g *gaps) {
	switch {
	case a.To == c.Opened.Setting:
		g.add("to", "is where the child is already.", "Choose the new school, or say that there is none.")
	case a.To != "" && a.School == nil:
		g.addf("to", "Add the school to the council’s settings first.", "%q is no school, nursery or college that the council’s settings know.", a.To)
	}
	if a.On.IsZero() || a.On.After(on) {
		g.add("on", "must be a day up to today.", "Give the first day at the new school. A move that is still to come is recorded on its day.")
	}
	if blank(a.Why) {
		g.add("why", "is missing.", "Say in a sentence who told you.")
	}
}

// follows takes back what was printed for the old school, and asks for the new one to be heard while that can still count.
func (a ChangeSchool) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	bodies := []Body{SchoolChanged{From: c.Opened.Setting, To: a.To, School: a.School, On: a.On, Why: a.Why}}
	for _, key := range c.Printed() {
		if key.To == School {
			bodies = append(bodies, Voided{Letter: key, Why: "The child is no longer with this school."})
		}
	}
	if a.School != nil && c.Decided == nil && !c.taskOpen(TaskNewSchool) {
		bodies = append(bodies, TaskRaised{Task: TaskNewSchool, For: CaseworkOfficer,
			What: "The child has a new school. Decide with the family which papers it may see, release those, and ask it what it knows."})
	}
	if a.School != nil && c.NoticeGiven != nil && !c.taskOpen(TaskNewSchool) {
		bodies = append(bodies, TaskRaised{Task: TaskNewSchool, For: CaseworkOfficer,
			What: "The child has a new school since the decision, and nothing of it goes there by itself. Ask the family whether the new school may have the letter, and record it if they agree."})
	}
	return bodies, nil
}

// takeSchool takes a change of school: what the old one gave is no longer its to see, what was released to “the school”
// was released to the old one, and letters that went to it are not the new one's.
func (c *Case) takeSchool(e Event) {
	c.takeShared(e)
	b, ok := e.Body.(SchoolChanged)
	if !ok {
		return
	}
	var former []SettingID
	if c.NewSchool != nil {
		former = c.NewSchool.Former
	}
	if b.From != "" {
		former = append(slices.Clone(former), b.From)
	}
	c.NewSchool = &NewSchool{Seq: e.Seq, On: b.On, Former: former, Decided: c.NoticeGiven != nil}
	c.Opened.Setting, c.Opened.School = b.To, b.School
	c.Evidence = slices.Clone(c.Evidence)
	for i := range c.Evidence {
		paper := &c.Evidence[i]
		if paper.From == string(TheSchool) {
			paper.From = string(TheFormerSchool)
		}
		paper.See, paper.Know = withoutSchool(paper.See), withoutSchool(paper.Know)
	}
	c.Letters = slices.Clone(c.Letters)
	for i := range c.Letters {
		if c.Letters[i].Key.To == School {
			c.Letters[i].Former = true
		}
	}
}

func withoutSchool(parties []Party) []Party {
	return slices.DeleteFunc(slices.Clone(parties), func(p Party) bool { return p == TheSchool || p == Party(School) })
}

// beforeNewSchool reports whether something happened while the child was with another school than now.
func (c Case) beforeNewSchool(seq int) bool { return c.NewSchool != nil && seq < c.NewSchool.Seq }

// formerSetting reports whether the child was with a setting since the request, and is not any more.
func (c Case) formerSetting(id SettingID) bool {
	return id != "" && id != c.Opened.Setting && c.NewSchool != nil && slices.Contains(c.NewSchool.Former, id)
}

// FromSchool reports whether a school gave a document: the child’s own, or one that the child was with before.
func (e Evidence) FromSchool() bool {
	return e.From == string(TheSchool) || e.From == string(TheFormerSchool)
}

// SchoolHears reports whether the child’s school has the note on its evidence: one that has said nothing itself has none.
func (c Case) SchoolHears() bool { return len(c.schoolToHear()) > 0 }

// schoolToHear is the school that the note on its evidence goes to: one that has said something itself.
func (c Case) schoolToHear() []AddresseeID {
	if c.NewSchool != nil && !slices.ContainsFunc(c.Evidence, func(e Evidence) bool { return e.From == string(TheSchool) }) {
		return nil
	}
	return c.school()
}

// wentToFormer reports whether a letter went to a school that the child has left since.
func (c Case) wentToFormer(key LetterKey) bool {
	return key.To == School && slices.ContainsFunc(c.Letters, func(l Letter) bool { return l.Key == key && l.Former })
}
