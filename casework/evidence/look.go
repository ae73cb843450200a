package evidence

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// series is the results of one subject by one measure.
type series struct {
	name string
	days []statute.Day // in order, each once
}

// allSeries groups the results that have a day by what was measured and how, in the order in which they first come.
func allSeries(rows []casework.Measure) []series {
	var all []series
	for _, row := range rows {
		day, err := statute.ParseDay(row.Date.Line())
		if err != nil || row.Value.Empty() || row.Subject.Empty() {
			continue
		}
		name := row.Subject.Line()
		if !row.Measure.Empty() {
			name += ", " + row.Measure.Line()
		}
		at := slices.IndexFunc(all, func(s series) bool { return strings.EqualFold(s.name, name) })
		if at < 0 {
			at = len(all)
			all = append(all, series{name: name})
		}
		if !slices.Contains(all[at].days, day) {
			all[at].days = append(all[at].days, day)
			slices.SortFunc(all[at].days, statute.Day.Compare)
		}
	}
	return all
}

func attainmentNow(p bundle) []Place {
	var found []Place
	for _, s := range allSeries(p.request.Attainment) {
		found = append(found, p.in(InAttainment, "%s, last on %s", s.name, longDay(s.days[len(s.days)-1])))
	}
	return append(found, p.ofClass("attainment")...)
}

func attainmentOverTime(p bundle) []Place {
	var found []Place
	for _, s := range allSeries(p.request.Attainment) {
		if first, last := s.days[0], s.days[len(s.days)-1]; first != last {
			found = append(found, p.in(InAttainment, "%s, from %s to %s", s.name, longDay(first), longDay(last)))
		}
	}
	return append(found, p.ofClass("attainment", func(d document) bool { return tellsOfChange(d.Title + " " + d.says) })...)
}

func needsNature(p bundle) []Place {
	found := p.needs(func(n casework.Need) casework.Text { return n.Difficulties })
	for _, d := range p.request.Profile.Diagnoses {
		if !d.Name.Empty() {
			found = append(found, p.in(InNeeds, "a diagnosis, or one that is looked into"))
			break
		}
	}
	found = append(found, p.ofClass("needs")...)
	return append(found, p.told("concerns", func(r SchoolReply) casework.Text { return r.Concerns })...)
}

func needsExtent(p bundle) []Place {
	found := p.needs(func(n casework.Need) casework.Text { return n.Impact })
	return append(found, p.ofClass("needs", func(d document) bool { return d.says != "" })...)
}

func needsContext(p bundle) []Place {
	found := p.needs(func(n casework.Need) casework.Text { return n.Strengths })
	return append(found, p.filled(InNeeds, "the portrait of the child", p.request.Profile.Portrait)...)
}

// needs lists the areas of need in which one part is filled in.
func (p bundle) needs(of func(casework.Need) casework.Text) []Place {
	var found []Place
	for _, n := range p.request.Needs {
		if !of(n).Empty() {
			found = append(found, p.in(InNeeds, "%s", areaWords(n.Area)))
		}
	}
	return found
}

func areaWords(area casework.Text) string {
	if area.Empty() {
		return "an area that is not named"
	}
	return strings.ReplaceAll(strings.ReplaceAll(area.Line(), "social_emotional_and", "social, emotional and"), "_", " ")
}

func attendance(p bundle) []Place {
	var found []Place
	for _, y := range p.request.Attendance {
		if !y.Percent.Empty() || !y.Attended.Empty() {
			found = append(found, p.in(InAttendance, "%s", y.SchoolYear.Line()))
		}
	}
	if len(p.request.Suspensions) > 0 {
		found = append(found, p.in(InAttendance, "suspensions"))
	}
	found = append(found, p.filled(InAttendance, "a part-time timetable", p.request.Child.PartTime)...)
	for _, r := range p.replies {
		for _, y := range r.Attendance {
			if !y.Percent.Empty() {
				found = append(found, Place{Part: InReply, Words: "the school’s reply: attendance " + y.SchoolYear.Line(), From: string(casework.TheSchool)})
			}
		}
	}
	return found
}

func helpGiven(p bundle) []Place {
	found := append(cyclesWith(done)(p), p.ofClass("action_taken")...)
	found = append(found, p.filled(InNeeds, "what is ordinarily available", p.request.Profile.Ordinarily)...)
	return append(found, p.told("support now", func(r SchoolReply) casework.Text { return r.SupportNow })...)
}

func helpAmount(p bundle) []Place {
	return append(cyclesWith(amounts)(p), p.ofClass("action_taken", func(d document) bool { return d.Title != replyTitle })...)
}

func helpResult(p bundle) []Place {
	found := append(cyclesWith(func(c casework.Cycle) bool { return hasReview(c) || outcomes(c) || exits(c) })(p), p.ofClass("progress_with_support")...)
	return append(found, p.told("what happened", func(r SchoolReply) casework.Text { return r.WhatHappened })...)
}

// helpBeyond takes a cycle that says both how much help there was and what came of it, or a paper on just this.
func helpBeyond(p bundle) []Place {
	found := cyclesWith(func(c casework.Cycle) bool { return amounts(c) && hasReview(c) })(p)
	return append(found, p.ofClass("progress_with_support")...)
}

func developmentPicture(p bundle) []Place {
	var found []Place
	for _, n := range p.request.Needs {
		if a := n.Area.Line(); (a == "social_emotional_and_mental_health" || a == "sensory_and_physical") && !(n.Strengths.Empty() && n.Difficulties.Empty() && n.Impact.Empty()) {
			found = append(found, p.in(InNeeds, "%s", areaWords(n.Area)))
		}
	}
	h := p.request.Health
	found = append(found, p.filled(InHealth, "health", h.Conditions, h.Hearing, h.Sight, h.Medication, p.request.Profile.Medical, p.request.Profile.Sensory)...)
	return append(found, p.ofClass("physical_emotional_social")...)
}

// services takes papers and people of health, care and other services, and what is said of them. That no service is
// involved is an answer too.
func services(p bundle) []Place {
	found := append(p.papersBy(healthAndCare()), p.people(healthAndCare())...)
	h, care := p.request.Health, p.request.SocialCare
	found = append(found, p.filled(InHealth, "health services", h.Open, h.Services)...)
	return append(found, p.filled(InCare, "social care and early help", care.Open, care.Status)...)
}

func advised(p bundle) []Place { return append(p.papersBy(specialists()), p.people(specialists())...) }

func (p bundle) papersBy(roles []string) []Place {
	var found []Place
	for _, d := range p.docs {
		if mentions(d.Role, roles) {
			found = append(found, d.place())
		}
	}
	return found
}

// people lists those among the professionals who know the child and hold one of the posts.
func (p bundle) people(roles []string) []Place {
	var found []Place
	for _, who := range p.request.Professionals {
		if role := strings.ReplaceAll(who.Role.Line(), "_", " "); mentions(role, roles) && who.Still.Word() != "waiting" {
			found = append(found, p.in(InPeople, "%s", role))
		}
	}
	return found
}

// filled is one place where any of the texts is filled in.
func (p bundle) filled(part Part, words string, texts ...casework.Text) []Place {
	for _, t := range texts {
		if !t.Empty() {
			return []Place{p.in(part, "%s", words)}
		}
	}
	return nil
}

func childViews(p bundle) []Place {
	v := p.request.Views
	return append(p.filled(InViews, "the child or young person", v.Child, v.ChildHopes, v.ChildHelps), p.ofClass("child_views")...)
}

func familyViews(p bundle) []Place {
	v := p.request.Views
	texts := []casework.Text{v.Family, v.FamilyHopes, v.FamilyConcerns}
	for _, one := range v.Parents {
		texts = append(texts, one.Views)
	}
	return append(p.filled(InViews, "the family", texts...), p.ofClass("family_views")...)
}

func settingViews(p bundle) []Place {
	v := p.request.Views
	return append(p.filled(InViews, "the setting", append([]casework.Text{v.School, v.Beyond}, v.Outcomes...)...),
		p.told("whether a plan may be needed", func(r SchoolReply) casework.Text { return r.MayBeNecessaryWhy })...)
}
