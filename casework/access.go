package casework

import (
	"fmt"
	"slices"
	"strings"
)

// Rule says when a command is lawful and who may give it, in which relation to the case.
type Rule struct {
	Act   ActKind
	Words string  // the act as a message names it
	In    []Stage // the stages in which it may be given
	By    []Grant // any one of them is enough
	Cite  string  // the law, or the settled practice, behind it
}

// Grant lets people with a role give a command when they stand to the case as the relations say, all of them.
type Grant struct {
	Role Role
	When []Relation
}

// Relation is how a person stands to a case.
type Relation string

// The relations that grants ask for.
const (
	Delegated   Relation = "with a delegation in force"
	OnTheAgenda Relation = "when the case is on the agenda"
	NoInterest  Relation = "without an interest in the case"
	Impartial   Relation = "without an interest of their own"
	OwnSetting  Relation = "of the child’s own setting"
	Addressed   Relation = "in the case that is addressed to them"
)

func beforeDecision() []Stage { return []Stage{StageReceived, StageConsidering, StageRecommended} }

func whileOpen() []Stage {
	return append(beforeDecision(), StageDecided, StageNotified, StageOverturned)
}

// untilClosed are the stages in which letters may still go: also while a family is told that its request was withdrawn, or
// that another council is responsible.
func untilClosed() []Stage { return append(whileOpen(), StageWithdrawn, StageEnded) }

// Rules is the table of commands: which is lawful when, and who may give it. docs/access.md is made from it.
func Rules() []Rule {
	officer := Grant{Role: CaseworkOfficer}
	manager := Grant{Role: ServiceManager}
	decider := Grant{Role: DecisionMaker, When: []Relation{Delegated, Impartial}} // nobody is judge in their own cause
	clerk := Grant{Role: Clerk}
	chair := Grant{Role: PanelChair, When: []Relation{OnTheAgenda, NoInterest}}
	member := Grant{Role: PanelMember, When: []Relation{OnTheAgenda, NoInterest}}
	family := Grant{Role: FamilyMember, When: []Relation{Addressed}}
	considering := []Stage{StageConsidering}
	return []Rule{
		{ActDetermine, "The determination", []Stage{StageReceived}, []Grant{decider}, "s.36(3), (5)"},
		{ActConsult, "The consultation", beforeDecision(), []Grant{officer}, "s.36(4), (7)"},
		{ActUrgent, "The urgency", beforeDecision(), []Grant{officer, manager}, "reg 5(1): as soon as practicable"},
		{ActList, "The listing", considering, []Grant{officer, clerk, {Role: PanelChair}}, "the panel’s terms of reference"},
		{ActInterest, "The interest", considering, []Grant{{Role: PanelMember}, {Role: PanelChair}, clerk, officer}, "the panel’s terms of reference"},
		{ActView, "The panel view", considering, []Grant{member, chair}, "s.36(8)"},
		{ActDefer, "The deferral", considering, []Grant{chair}, "nothing in the Act or the Regulations stops the clock"},
		{ActRecommend, "The recommendation", considering, []Grant{chair}, "s.36(8)"},
		{ActDecide, "The decision", beforeDecision(), []Grant{decider}, "s.36(5), (8); reg 5"},
		{ActSetAddressee, "The addressee", untilClosed(), []Grant{officer}, "Education Act 1996 s.576; CFA s.36, s.80"},
		{ActEndAddressee, "The end of an addressee", untilClosed(), []Grant{officer, manager}, "Education Act 1996 s.576"},
		{ActCapacity, "The finding on capacity", whileOpen(), []Grant{officer}, "reg 64, Sch 3"},
		{ActIdentity, "The identity", whileOpen(), []Grant{manager}, "Adoption and Children Act 2002 (unconfirmed)"},
		{ActDispute, "The dispute", whileOpen(), []Grant{officer, manager}, "Education Act 1996 s.576"},
		{ActTransferIn, "The transfer", beforeDecision(), []Grant{officer, manager}, "s.24; reg 15"},
		{ActChangeSchool, "The change of school", whileOpen(), []Grant{officer, manager}, "reg 4(2)(c), 5(2); UK GDPR art 5(1)(f) (unconfirmed)"},
		{ActShareDecision, "The letter to the new school", []Stage{StageNotified, StageOverturned}, []Grant{officer, manager}, "reg 5(2); UK GDPR art 5(1)(f) (unconfirmed)"},
		{ActCall, "The call", whileOpen(), []Grant{officer}, "the family’s recorded wish"},
		{ActAddEvidence, "The evidence", beforeDecision(), []Grant{officer, {Role: SchoolStaff, When: []Relation{OwnSetting}}, family}, "s.36(7)"},
		{ActReply, "The school’s reply", beforeDecision(), []Grant{{Role: SchoolStaff, When: []Relation{OwnSetting}}, officer}, "s.36(4); Code 9.14"},
		{ActRelease, "The release", whileOpen(), []Grant{officer}, "UK GDPR; DPA 2018 Sch 3"},
		{ActPost, "The posting", untilClosed(), []Grant{clerk, officer}, "reg 5(1); tribunal rule 20(1)(c)"},
		{ActConfirmPaper, "What was found of the paper", untilClosed(), []Grant{officer, manager}, "UK GDPR art 5(1)(d), (f) (unconfirmed)"},
		{ActHoldPaper, "The hold on the paper", untilClosed(), []Grant{officer, manager}, "UK GDPR art 5(1)(d), (f) (unconfirmed)"},
		{ActMend, "The correction of a letter", untilClosed(), []Grant{officer, manager}, "reg 5(3), 32; tribunal rule 20(1)(c)"},
		{ActCertificate, "The mediation certificate", []Stage{StageNotified}, []Grant{officer}, "s.55; tribunal rule 20(1)(c)"},
		{ActAppeal, "The appeal", []Stage{StageNotified, StageClosed}, []Grant{officer}, "s.51; tribunal rules 5, 20"},
		{ActMediation, "The mediation", []Stage{StageNotified, StageClosed}, []Grant{officer}, "s.53; reg 36, 37"},
		{ActEndMediation, "The end of the mediation", []Stage{StageNotified}, []Grant{officer}, "s.55(5); reg 38, 39, 42"},
		{ActEndAppeal, "The end of the appeal", []Stage{StageNotified}, []Grant{officer}, "tribunal rules 17, 30"},
		{ActOverturn, "The undone refusal", []Stage{StageNotified}, []Grant{decider, officer}, "s.51; reg 42, 44, 45"},
		{ActClaim, "The exception", []Stage{StageConsidering, StageNotified, StageOverturned}, []Grant{officer, manager}, "reg 5(4), 10(4), 13(3), 44(3)"},
		{ActEndClaim, "The end of the exception", []Stage{StageConsidering, StageRecommended, StageDecided, StageNotified, StageOverturned}, []Grant{officer, manager}, "reg 5(4), 10(4), 13(3), 44(3)"},
		{ActServeDraft, "The draft plan", []Stage{StageNotified, StageOverturned}, []Grant{officer}, "s.38(2); reg 13(1)"},
		{ActEndAssessment, "The outcome of the assessment", []Stage{StageNotified, StageOverturned}, []Grant{officer, decider}, "s.36(9), 39(8), 40(5); reg 10, 13(2), 14"},
		{ActTellDelay, "The news of the delay", beforeDecision(), []Grant{officer, manager}, "reg 5(1); the Ombudsman’s guidance on remedies"},
		{ActStopUpdates, "The wish about updates", beforeDecision(), []Grant{officer}, "the family’s recorded wish"},
		{ActFinish, "The task", untilClosed(), []Grant{officer, clerk, manager, {Role: Director}}, ""},
		{ActReassign, "The reassignment", whileOpen(), []Grant{manager}, ""},
		{ActTransfer, "The transfer", whileOpen(), []Grant{officer, manager}, "s.24; reg 15"},
		{ActDied, "The death", untilClosed(), []Grant{officer, manager}, ""},
		{ActFamilySays, "What the family says", untilClosed(), []Grant{family}, "s.19; s.36(7)"},
		{ActFamilyWishes, "The family’s wish", untilClosed(), []Grant{family}, "the family’s own wish"},
		{ActWithdraw, "The withdrawal", beforeDecision(), []Grant{officer}, "the family’s wish"},
	}
}

// ruleOf finds the rule of a command.
func ruleOf(kind ActKind) (Rule, bool) {
	for _, r := range Rules() {
		if r.Act == kind {
			return r, true
		}
	}
	return Rule{}, false
}

// admit refuses somebody who holds none of the grants, and says what the nearest one lacks.
func (r Rule) admit(c Case, by Actor, g *gaps) {
	var lacking []Relation
	hasRole := false
	for _, grant := range r.By {
		if !by.Has(grant.Role) {
			continue
		}
		missing := c.lacks(by, grant.When)
		if len(missing) == 0 {
			return
		}
		hasRole, lacking = true, missing
	}
	if !hasRole {
		g.addf("by", "Ask somebody who has that role, or have the role recorded in the council’s settings.",
			"%s is not for %s to record: it takes the role %s.", r.Words, nameOf(by), r.roles())
		return
	}
	for _, relation := range lacking {
		c.explain(by, relation, g)
	}
}

// Admits reports whether a person holds one of the grants in this case: the role, and every relation with it. It is the
// answer for reading, where [Case.Do] is the answer for acting.
func (c Case) Admits(by Actor, grants []Grant) bool {
	return slices.ContainsFunc(grants, func(g Grant) bool {
		return by.Has(g.Role) && len(c.lacks(by, g.When)) == 0
	})
}

// lacks lists the relations in which the person does not stand to the case.
func (c Case) lacks(by Actor, want []Relation) []Relation {
	return slices.DeleteFunc(slices.Clone(want), func(r Relation) bool {
		switch r {
		case Delegated:
			return by.Delegation != nil
		case OnTheAgenda:
			return c.Listed != nil
		case NoInterest:
			_, has := c.InterestOf(by)
			return !has
		case Impartial:
			_, has := c.PersonalInterest(by)
			return !has
		case OwnSetting:
			return by.Setting != "" && by.Setting == c.Opened.Setting
		case Addressed:
			return c.MayFollow(AddresseeID(by.Person))
		}
		return false
	})
}

// explain says what a person lacks and what can be done.
func (c Case) explain(by Actor, lacking Relation, g *gaps) {
	switch lacking {
	case Delegated:
		g.addf("by", "Record the paragraph of the scheme of delegation in the council’s settings, or ask an officer who has one.",
			"%s has no delegation in force to decide for the council.", nameOf(by))
	case OnTheAgenda:
		g.add("", "The case is on no panel’s agenda.", "List it for a meeting first.")
	case NoInterest:
		what, _ := c.InterestOf(by)
		g.addf("by", "Leave the case to the other members.", "%s has an interest in this case: %s.", nameOf(by), what)
	case Impartial:
		what, _ := c.PersonalInterest(by)
		g.addf("by", "Leave the decision to another decision-maker.", "%s has an interest in this case: %s.", nameOf(by), what)
	case Addressed:
		g.addf("by", "Ring the council.", "The case is not addressed to %s.", nameOf(by))
	case OwnSetting:
		g.addf("by", "Only staff of the child’s own setting may do this.", "%s does not work at the child’s setting.", nameOf(by))
	}
}

// InterestOf says which interest keeps a person from sitting on the case: one that was declared, or one that the records show.
func (c Case) InterestOf(by Actor) (string, bool) {
	if what, has := c.PersonalInterest(by); has {
		return what, true
	}
	if by.Person != "" && by.Person == c.Officer {
		return "they carry the case", true
	}
	return "", false
}

// PersonalInterest is an interest of the person’s own, which also keeps them from reading what members think. Whoever
// carries the case has none by that alone.
func (c Case) PersonalInterest(by Actor) (string, bool) {
	for _, i := range c.Interests {
		if i.Member == by.Person {
			return i.What, true
		}
	}
	if by.Setting != "" && by.Setting == c.Opened.Setting {
		return "they work for the child’s own setting", true
	}
	if c.formerSetting(by.Setting) {
		return "they work for a setting that the child was with after the request", true
	}
	return "", false
}

func (r Rule) roles() string {
	words := make([]string, len(r.By))
	for i, grant := range r.By {
		words[i] = spaced(string(grant.Role))
	}
	return strings.Join(words, " or ")
}

// AccessTable is the table of commands as Markdown, for docs/access.md.
func AccessTable() string {
	var b strings.Builder
	b.WriteString("| Command | When the case is | By whom | Source |\n|---|---|---|---|\n")
	for _, r := range Rules() {
		stages := make([]string, len(r.In))
		for i, s := range r.In {
			stages[i] = string(s)
		}
		by := make([]string, len(r.By))
		for i, grant := range r.By {
			by[i] = spaced(string(grant.Role))
			for _, w := range grant.When {
				by[i] += ", " + string(w)
			}
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", r.Act, strings.Join(stages, ", "), strings.Join(by, "; "), r.Cite)
	}
	return b.String()
}
