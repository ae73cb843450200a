package meeting

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
)

// counted says who counts: those present, each seat once, without those who have withdrawn from the case or have an
// interest in it. The case is nil for the meeting as a whole.
func (m Meeting) counted(c *casework.Case) (seats []Seat, withdrew []casework.PersonID) {
	taken := map[casework.PersonID]bool{}
	for _, p := range m.Presence {
		seat, invited := m.Seat(p.Member)
		if p.Until != "" || !invited {
			continue
		}
		if c != nil && (slices.Contains(p.Withdrew, c.Ref) || interested(*c, seat)) {
			withdrew = append(withdrew, p.Member)
			continue
		}
		if !taken[seat.For] {
			taken[seat.For] = true
			seats = append(seats, seat)
		}
	}
	return seats, withdrew
}

func interested(c casework.Case, s Seat) bool {
	_, has := c.InterestOf(s.actor())
	return has
}

// stand says who counts on a case and what its quorum lacks.
func (m Meeting) stand(c casework.Case) Standing {
	seats, withdrew := m.counted(&c)
	s := Standing{Case: c.Ref, Withdrew: withdrew, Missing: m.missing(seats, &c), Present: []casework.PersonID{}}
	for _, seat := range seats {
		s.Present = append(s.Present, seat.Member)
	}
	s.Quorate = len(s.Missing) == 0
	return s
}

// Lacks says what the quorum of the meeting as a whole lacks now, each as a sentence would have it. A role for which a
// written view of the case is enough is asked for on each case, not here.
func (m Meeting) Lacks() []string {
	seats, _ := m.counted(nil)
	return m.missing(seats, nil)
}

func (m Meeting) missing(seats []Seat, c *casework.Case) []string {
	var lacks []string
	if n := len(seats); n < m.Quorum {
		lacks = append(lacks, fmt.Sprintf("%d of the %d who must be there count", n, m.Quorum))
	}
	if !slices.ContainsFunc(seats, func(s Seat) bool { return s.For == m.Chair }) {
		lacks = append(lacks, "nobody takes the chair")
	}
	for _, need := range m.Required {
		knows := func(s Seat) bool { return slices.Contains(s.Knows, need.Knows) }
		if slices.ContainsFunc(seats, knows) || need.WrittenView && (c == nil || m.inWriting(*c, knows)) {
			continue
		}
		words := "nobody is there as " + strings.ReplaceAll(need.Knows, "_", " ")
		if need.WrittenView {
			words += ", and no such view of the case is recorded"
		}
		lacks = append(lacks, words)
	}
	return lacks
}

// inWriting reports whether a member who knows it recorded a view of the case, without an interest in it.
func (m Meeting) inWriting(c casework.Case, knows func(Seat) bool) bool {
	return slices.ContainsFunc(c.Views, func(v casework.MemberView) bool {
		seat, invited := m.Seat(v.Member)
		return invited && knows(seat) && !interested(c, seat)
	})
}

// changed are the cases taken up on which the quorum is no longer what was recorded, as they stand now. What has its
// outcome stays as it was.
func (m Meeting) changed(a Agenda) []Standing {
	var list []Standing
	for _, before := range m.Items {
		item, known := a.item(before.Case)
		if !known || item.Outcome != Pending || !m.Takes(item.Case) {
			continue
		}
		now := m.stand(item.Case)
		if now.Quorate != before.Quorate || !slices.Equal(now.Missing, before.Missing) || !slices.Equal(now.Present, before.Present) {
			list = append(list, now)
		}
	}
	return list
}

// tellMet tells each case on which the quorum is now another that the panel has met, and how.
func (m Meeting) tellMet(a Agenda, items []Standing) []Tell {
	var tells []Tell
	for _, s := range items {
		item, known := a.item(s.Case)
		if !known || !m.Takes(item.Case) {
			continue
		}
		if was := item.Case.Sitting; was != nil && was.Quorate == s.Quorate && slices.Equal(was.Missing, s.Missing) {
			continue
		}
		tells = append(tells, Tell{Case: item.Case, Bodies: []casework.Body{
			casework.PanelMet{Panel: m.Panel, On: m.On, Meeting: m.Ref, Quorate: s.Quorate, Missing: s.Missing},
		}})
	}
	return tells
}
