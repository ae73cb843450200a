package meeting

import (
	"regexp"
	"slices"
	"strings"

	"sendpanel/casework"
)

// Release lets those invited read the papers of every case on the agenda now, but for those with an interest in it. What
// is released already stays so; cases that came since are added.
type Release struct{}

// Kind is ActRelease.
func (Release) Kind() casework.ActKind { return ActRelease }

func (Release) check(s scene, g *gaps) {
	if len(s.m.packed(s.agenda)) == 0 {
		g.addf("", "List a case for the meeting first.", "There is nothing to release: the papers of all %d cases on the agenda are out.", len(s.agenda.listed(s.m)))
	}
}

func (Release) follows(s scene) ([]Body, []Tell) {
	return []Body{PackReleased{Items: s.m.packed(s.agenda), Early: s.on.Before(s.m.PackOn)}}, nil
}

// packed are the cases on the agenda whose papers are not out, with those who must not read them.
func (m Meeting) packed(a Agenda) []PackItem {
	var items []PackItem
	for _, item := range a.listed(m) {
		if m.Released(item.Case.Ref) {
			continue
		}
		p := PackItem{Case: item.Case.Ref}
		for _, s := range m.Seats {
			if interested(item.Case, s) {
				p.Without = append(p.Without, s.Member)
			}
		}
		items = append(items, p)
	}
	return items
}

// Attend records that people came or went.
type Attend struct {
	People []Attended `json:"people"`
}

// Kind is ActAttend.
func (Attend) Kind() casework.ActKind { return ActAttend }

var clockTime = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)

func (a Attend) check(s scene, g *gaps) {
	if s.on.Before(s.m.On) {
		g.addf("", "Record it on the day.", "The meeting is on %s.", s.m.On.Long())
	}
	if len(a.People) == 0 {
		g.addf("people", "Say who came, and when.", "is empty.")
	}
	m := s.m.clone()
	for _, who := range a.People {
		who.check(m, s.agenda, g)
		m.attend(who)
	}
}

func (b Attended) check(m Meeting, a Agenda, g *gaps) {
	path := "people." + string(b.Member)
	seat, invited := m.Seat(b.Member)
	here := m.here(b.Member) >= 0
	_, known := a.item(b.Case)
	switch {
	case !invited:
		g.addf(path, "Invite them first, if they have a seat or are a substitute. Others may be heard, and do not count.", "%q is not invited.", b.Member)
	case !clockTime.MatchString(b.At):
		g.addf(path+".at", "Give the time as 09:30.", "%q is not a time.", b.At)
	case !slices.Contains([]Coming{Arrived, Left, Withdrew, Returned}, b.What):
		g.addf(path+".what", "Write arrived, left, withdrew or returned.", "%q is not known.", b.What)
	case (b.What == Arrived) == here:
		g.addf(path+".what", "Look at who is recorded as present.", "does not fit: %s is %s.", seat.Name, map[bool]string{true: "there already", false: "not there"}[here])
	case (b.What == Withdrew || b.What == Returned) && !known:
		g.addf(path+".case", "Name the case by its reference.", "%q is not on the agenda.", b.Case)
	case b.What == Withdrew && blank(b.Why):
		g.addf(path+".why", "Say in a few words what the interest is.", "is missing.")
	}
}

// follows declares, in the case, the interest of whoever withdrew from it: it stays when they return to the room.
func (a Attend) follows(s scene) ([]Body, []Tell) {
	bodies := make([]Body, 0, len(a.People)+1)
	var tells []Tell
	m := s.m.clone()
	for _, who := range a.People {
		bodies = append(bodies, who)
		m.attend(who)
		if item, ok := s.agenda.item(who.Case); ok && who.What == Withdrew && item.Case.Stage == casework.StageConsidering {
			declared := casework.InterestDeclared{Member: who.Member, What: who.Why, Source: "declared"}
			tells = append(tells, Tell{Case: item.Case, Bodies: []casework.Body{declared}})
		}
	}
	if m.Stage != StageOpen {
		return bodies, joined(tells)
	}
	changed := m.changed(s.agenda)
	if len(changed) > 0 {
		bodies = append(bodies, QuorumChanged{Items: changed})
	}
	return bodies, joined(append(tells, m.tellMet(s.agenda, changed)...))
}

// joined makes one of several things that a case is told, in their order.
func joined(tells []Tell) []Tell {
	var list []Tell
	for _, t := range tells {
		i := slices.IndexFunc(list, func(before Tell) bool { return before.Case.Ref == t.Case.Ref })
		if i < 0 {
			list = append(list, t)
			continue
		}
		list[i].Bodies = append(slices.Clone(list[i].Bodies), t.Bodies...)
	}
	return list
}

// Open begins the meeting. Without a quorum it can be held only as not quorate, and each case on its agenda says so.
type Open struct {
	NotQuorate bool `json:"not_quorate,omitempty"`
}

// Kind is ActOpen.
func (Open) Kind() casework.ActKind { return ActOpen }

func (a Open) check(s scene, g *gaps) {
	if s.on.Before(s.m.On) {
		g.addf("", "Change the date of the meeting if it is held earlier.", "The meeting is on %s.", s.m.On.Long())
		return
	}
	if lacks := s.m.Lacks(); len(lacks) > 0 && !a.NotQuorate {
		g.addf("", "Record who has come, wait for who is missing, or hold it as not quorate: then it can talk, and cannot recommend. The six weeks of every case go on.",
			"The meeting has no quorum: %s.", strings.Join(lacks, "; "))
	}
}

func (a Open) follows(s scene) ([]Body, []Tell) {
	body := Opened{Missing: s.m.Lacks()}
	body.Quorate = len(body.Missing) == 0
	body.Items = s.m.standAll(s.agenda.listed(s.m))
	return []Body{body}, s.m.tellMet(s.agenda, body.Items)
}

// standAll is who counts on each case when the meeting takes it up. A case asks for all that the meeting as a whole does,
// so that none has a quorum where the meeting has none.
func (m Meeting) standAll(items []Item) []Standing {
	var list []Standing
	for _, item := range items {
		list = append(list, m.stand(item.Case))
	}
	return list
}

// TakeUp takes up cases that were listed for the meeting after it had begun.
type TakeUp struct{}

// Kind is ActTakeUp.
func (TakeUp) Kind() casework.ActKind { return ActTakeUp }

func (TakeUp) check(s scene, g *gaps) {
	if len(s.agenda.listed(s.m)) == 0 {
		g.addf("", "List the case for this meeting first.", "Every case on the agenda has been taken up.")
	}
}

func (TakeUp) follows(s scene) ([]Body, []Tell) {
	items := s.m.standAll(s.agenda.listed(s.m))
	return []Body{TakenUp{Items: items}}, s.m.tellMet(s.agenda, items)
}

// Close ends the meeting. It is refused while a case that it took up, or that is listed for it, has no outcome.
type Close struct {
	Minutes Minutes `json:"minutes,omitzero"`
}

// Kind is ActClose.
func (Close) Kind() casework.ActKind { return ActClose }

func (a Close) check(s scene, g *gaps) {
	for _, standing := range s.m.Items {
		item, known := s.agenda.item(standing.Case)
		switch {
		case !known || item.Outcome == Pending:
			g.addf("", "Record the panel’s recommendation, defer the case, or list it for another meeting.", "%s has no outcome yet.", standing.Case)
		case item.Outcome == Recommended:
			for _, who := range item.Present {
				if !s.m.Came(who) {
					g.addf("", "Record when they came.", "The recommendation on %s names %s as present, and the attendance does not.", standing.Case, who)
				}
			}
		}
	}
	for _, item := range s.agenda.listed(s.m) {
		g.addf("", "Take it up, or list it for another meeting.", "%s was listed after the meeting had begun and has no outcome yet.", item.Case.Ref)
	}
	for i, action := range a.Minutes.Actions {
		if action.Who == "" || blank(action.What) {
			g.addf("minutes.actions", "Give who and what.", "has an action, number %d, that says not who or not what.", i+1)
		}
	}
}

func (a Close) follows(s scene) ([]Body, []Tell) {
	body := Closed{Quorate: s.m.Quorate, Minutes: a.Minutes}
	for _, standing := range s.m.Items {
		item, _ := s.agenda.item(standing.Case)
		r := Result{Standing: standing, Outcome: item.Outcome, Until: item.Until}
		if item.Outcome == Recommended {
			r.Present = item.Present
		}
		body.Results = append(body.Results, r)
	}
	return []Body{body}, nil
}
