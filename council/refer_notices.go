package council

import (
	"fmt"
	"slices"

	"sendpanel/casework"
	"sendpanel/statute"
)

// sixWeeks is the last day before the last day for sending on which a warning on the decision can still be given.
const sixWeeks = 41

// checkWarnings checks the warning points of each rule.
func (c Council) checkWarnings(found *faults) {
	c.checkPoints("warnings", c.Warnings, sixWeeks, "the six weeks", found)
	sets := statute.RuleSets()
	law := sets[len(sets)-1]
	seen := map[statute.RuleID]bool{casework.RuleDecide: true}
	for i, w := range c.WarningsByRule {
		at := fmt.Sprintf("warnings_by_rule[%d]", i)
		rule, err := law.Duty(w.Rule)
		switch {
		case err != nil:
			found.addf(at+".rule", "Copy its name from docs/law.md: T08, T11.", "%q is no rule of the law’s clock.", w.Rule)
		case w.Rule == casework.RuleDecide:
			found.addf(at+".rule", "Put them into warnings.", "%s is the decision whether to assess.", w.Rule)
		case seen[w.Rule]:
			found.addf(at+".rule", "Put all its points into one entry.", "%s has warnings already.", w.Rule)
		case rule.OwedBy != statute.LocalAuthority:
			found.addf(at+".rule", "Take it out: only what the council owes can be late by its doing.", "%s is owed by %s.", w.Rule, rule.OwedBy)
		}
		seen[w.Rule] = true
		c.checkPoints(at+".points", w.Points, 366, "a year", found)
	}
}

// checkPoints wants points that lie within the limit, each once, and each told to somebody who is there.
func (c Council) checkPoints(path string, points []casework.WarningPoint, most int, within string, found *faults) {
	taken := map[int]bool{}
	roles := []casework.Role{casework.CaseworkOfficer, casework.DecisionMaker, casework.Clerk, casework.ServiceManager, casework.Director}
	for i, w := range points {
		at := fmt.Sprintf("%s[%d]", path, i)
		switch {
		case w.Days < 0 || w.Days > most:
			found.addf(at+".days", fmt.Sprintf("Give the number of days before the last day for sending, from 0 to %d.", most), "is %d, which does not lie within %s.", w.Days, within)
		case taken[w.Days]:
			found.addf(at+".days", "Name the gravest person to be told and take the other out.", "%d days have a warning already.", w.Days)
		}
		taken[w.Days] = true
		if !slices.Contains(roles, w.Tell) {
			found.addf(at+".tell", "Choose one of: "+list(roles)+".", "%q is not a role that can be told.", w.Tell)
		} else if !slices.ContainsFunc(c.People, func(p Person) bool { return slices.Contains(p.Roles, w.Tell) }) {
			found.addf(at+".tell", "Give somebody the role, or tell another.", "nobody in people has the role %s.", w.Tell)
		}
	}
}

// checkChannels keeps e-mail from being a family's only way by default.
func (c Council) checkChannels(found *faults) {
	if c.Channels.Family == statute.Email {
		found.addf("channels.family", "Choose a way by post. Who wants e-mail says so, and that is recorded in their case.", "is e-mail, which takes the family’s own consent.")
	}
}

// checkContacts wants one contact of each kind at a time, and one of every kind.
func (c Council) checkContacts(found *faults) {
	for i, k := range c.Contacts {
		at := fmt.Sprintf("contacts[%d]", i)
		checkDates(at, k.From, k.Until, found)
		if k.Phone == "" && k.Email == "" && k.Web == "" {
			found.addf(at, "Give phone, email or web.", "cannot be reached: it has no telephone number, e-mail address or web address.")
		}
		if n := len(k.Address); (k.Kind == HealthDesk || k.Kind == SocialCareDesk) && (n < 2 || !postcodeShape.MatchString(k.Address[n-1])) {
			found.addf(at+".address", "Give its lines, the postcode last.", "does not end in a postcode, and letters go there (reg 4(2), reg 5(2)).")
		}
		for j, other := range c.Contacts[:i] {
			if k.Kind == other.Kind && overlap(k.From, k.Until, other.From, other.Until) {
				found.addf(at+".from", "End the earlier one with until.", "%s is valid at the same time as contacts[%d], and a letter names one %s.", k.Name, j, k.Kind)
			}
		}
	}
	missing := slices.DeleteFunc(ContactKinds(), func(kind ContactKind) bool {
		return slices.ContainsFunc(c.Contacts, func(k Contact) bool { return k.Kind == kind })
	})
	if len(missing) == 0 {
		return
	}
	mend := "Add it: letters and pages name it."
	if slices.ContainsFunc(missing, func(k ContactKind) bool { return slices.Contains(noticeKinds(), k) }) {
		mend = "Add it: a refusal that does not name it is no lawful notice (reg 5(3), reg 32)."
	}
	found.addf("contacts", mend, "have none of the kind %s.", list(missing))
}

// checkLanguages wants each language once, with a line that is written in its script.
func (c Council) checkLanguages(found *faults) {
	for i, l := range c.Languages {
		at := fmt.Sprintf("languages[%d]", i)
		if l.Strap != "" && scripts()[l.Script] != nil && !written(l.Strap, l.Script) {
			found.addf(at+".strap", "Write the line in the language itself, or correct the script.", "has no letter of the script %s.", l.Script)
		}
		if l.Help != "" && scripts()[l.Script] != nil && !written(l.Help, l.Script) {
			found.addf(at+".help", "Write the line of help in the language itself, or correct the script.", "has no letter of the script %s.", l.Script)
		}
		if (l.CheckedBy == "") != l.Checked.IsZero() {
			found.addf(at+".checked", "Give who checked it and when, or neither: then letters do not carry it.", "and checked_by belong together.")
		}
		for j, other := range c.Languages[:i] {
			if l.Code == other.Code {
				found.addf(at+".code", "Keep one of them, or tell them apart by script: pa, pa-Arab.", "%s is the code of languages[%d] too.", l.Code, j)
			}
		}
	}
}

// checkRetention wants a time of keeping for each kind of paper, once.
func (c Council) checkRetention(found *faults) {
	for i, r := range c.Retention {
		for j, other := range c.Retention[:i] {
			if r.Record == other.Record {
				found.addf(fmt.Sprintf("retention[%d].record", i), "Keep one of them.", "%s stands in retention[%d] too.", r.Record, j)
			}
		}
	}
	missing := slices.DeleteFunc(RecordKinds(), func(k RecordKind) bool { _, ok := c.Kept(k); return ok })
	if len(missing) > 0 {
		found.addf("retention", "Add it from the council’s retention schedule: without it nobody knows when to dispose of it.", "has no entry for %s.", list(missing))
	}
}
