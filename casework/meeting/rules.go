package meeting

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
)

// Kinds of command.
const (
	ActPlan     casework.ActKind = "plan_meeting"
	ActDate     casework.ActKind = "change_meeting_date"
	ActCancel   casework.ActKind = "cancel_meeting"
	ActCapacity casework.ActKind = "set_capacity"
	ActInvite   casework.ActKind = "invite"
	ActExcuse   casework.ActKind = "excuse"
	ActRelease  casework.ActKind = "release_pack"
	ActAttend   casework.ActKind = "record_attendance"
	ActOpen     casework.ActKind = "open_meeting"
	ActTakeUp   casework.ActKind = "take_up"
	ActClose    casework.ActKind = "close_meeting"
)

// Rule says when a command to a meeting is lawful and who may give it.
type Rule struct {
	Act   casework.ActKind
	Words string  // the command as a message names it
	In    []Stage // none for the command with which a meeting begins
	By    []casework.Grant
	Cite  string
}

// The relations in which people stand to a meeting.
const (
	OfThePanel    casework.Relation = "of this panel"
	ForThemselves casework.Relation = "for themselves"
)

// Rules is the table of commands to meetings. docs/access.md is made from it.
func Rules() []Rule {
	clerk := casework.Grant{Role: casework.Clerk}
	officer := casework.Grant{Role: casework.CaseworkOfficer}
	manager := casework.Grant{Role: casework.ServiceManager}
	chair := casework.Grant{Role: casework.PanelChair, When: []casework.Relation{OfThePanel}}
	member := casework.Grant{Role: casework.PanelMember, When: []casework.Relation{ForThemselves}}
	planned, sitting := []Stage{StagePlanned}, []Stage{StagePlanned, StageOpen}
	const terms = "the panel’s terms of reference"
	return []Rule{
		{ActPlan, "The meeting", nil, []casework.Grant{clerk, chair, officer, manager}, terms},
		{ActDate, "The change of date", planned, []casework.Grant{clerk, chair, manager}, "reg 5(1): as soon as practicable"},
		{ActCancel, "The cancellation", planned, []casework.Grant{clerk, chair, manager}, "reg 5(1): as soon as practicable"},
		{ActCapacity, "The capacity", sitting, []casework.Grant{clerk, chair, manager}, terms},
		{ActInvite, "The invitation", sitting, []casework.Grant{clerk, chair}, terms},
		{ActExcuse, "The apology", planned, []casework.Grant{clerk, chair, member}, terms},
		{ActRelease, "The release of the papers", sitting, []casework.Grant{clerk, chair, officer}, "UK GDPR; the panel’s terms of reference"},
		{ActAttend, "The attendance", sitting, []casework.Grant{clerk, chair}, terms},
		{ActOpen, "The opening", planned, []casework.Grant{chair, clerk}, terms},
		{ActTakeUp, "The taking up", []Stage{StageOpen}, []casework.Grant{chair, clerk}, terms},
		{ActClose, "The close", []Stage{StageOpen}, []casework.Grant{chair, clerk}, terms},
	}
}

func ruleOf(kind casework.ActKind) Rule {
	for _, r := range Rules() {
		if r.Act == kind {
			return r
		}
	}
	return Rule{Act: kind, Words: "The command"}
}

// Words is a command to a meeting as a message names it.
func Words(kind casework.ActKind) string { return ruleOf(kind).Words }

// admit refuses somebody who holds none of the grants.
func (r Rule) admit(m Meeting, cmd Command, g *gaps) {
	var roles []string
	var lacking casework.Relation
	for _, grant := range r.By {
		roles = append(roles, strings.ReplaceAll(string(grant.Role), "_", " "))
		if !cmd.By.Has(grant.Role) {
			continue
		}
		lacks, found := m.lacks(cmd, grant.When)
		if !found {
			return
		}
		lacking = lacks
	}
	switch lacking {
	case OfThePanel:
		g.addf("by", "Ask the chair of this panel, or its clerk.", "%s does not chair the %s.", cmd.By.Name, m.Name)
	case ForThemselves:
		g.addf("by", "Ask the clerk.", "%s may do this for themselves only.", cmd.By.Name)
	default:
		g.addf("by", "Ask somebody who has that role, or have the role recorded in the council’s settings.",
			"%s is not for %s to record: it takes the role %s.", r.Words, cmd.By.Name, strings.Join(roles, " or "))
	}
}

// Grants reports whether a person holds one of the grants of such a command, whatever the stage of the meeting. It is the
// answer for showing what somebody can do, where [Meeting.Do] is the answer for doing it.
func (m Meeting) Grants(by casework.Actor, kind casework.ActKind) bool {
	return slices.ContainsFunc(ruleOf(kind).By, func(g casework.Grant) bool {
		_, lacking := m.lacks(Command{By: by}, g.When)
		return by.Has(g.Role) && !lacking
	})
}

// lacks finds a relation in which the person does not stand to the meeting.
func (m Meeting) lacks(cmd Command, want []casework.Relation) (casework.Relation, bool) {
	for _, relation := range want {
		switch relation {
		case OfThePanel:
			if seat, invited := m.Seat(cmd.By.Person); !invited || seat.For != m.Chair {
				return relation, true
			}
		case ForThemselves:
			if act, ok := cmd.Act.(Excuse); !ok || act.Member != cmd.By.Person {
				return relation, true
			}
		}
	}
	return "", false
}

// AccessTable is the table of commands as Markdown, for docs/access.md.
func AccessTable() string {
	var b strings.Builder
	b.WriteString("| Command | When the meeting is | By whom | Source |\n|---|---|---|---|\n")
	for _, r := range Rules() {
		stages := make([]string, len(r.In))
		for i, s := range r.In {
			stages[i] = string(s)
		}
		if len(stages) == 0 {
			stages = []string{"not there yet"}
		}
		by := make([]string, len(r.By))
		for i, grant := range r.By {
			by[i] = strings.ReplaceAll(string(grant.Role), "_", " ")
			for _, w := range grant.When {
				by[i] += ", " + string(w)
			}
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", r.Act, strings.Join(stages, ", "), strings.Join(by, "; "), r.Cite)
	}
	return b.String()
}
