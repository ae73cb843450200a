package meeting

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
)

// Quorum is what a panel asks of those who advise on a case. This is the one place in which it is counted: for a meeting that
// the register holds, and for one of which it holds only the day.
type Quorum struct {
	Number   int               // how many seats must be taken
	Chair    casework.PersonID // whose seat must be among them; none where whoever records took the chair
	Required []Required        // what somebody there must know
}

// Counted is what a count gives.
type Counted struct {
	Seats      []Seat     // who counts, each seat once
	Interested []Seat     // who is there and does not, for an interest in the case
	TooFew     bool       // fewer than the number
	NoChair    bool       // nobody in the chair's seat
	Without    []Required // what nobody who counts knows, and nobody put in writing where that is enough
}

// Count counts those present on a case, or on a meeting as a whole where the case is nil: each seat once, nobody with an
// interest in the case. SeatOf finds the seat of somebody whose view is recorded. A role for which a written view of the case
// is enough is asked for on each case, not on the whole.
func (q Quorum) Count(present []Seat, c *casework.Case, seatOf func(casework.PersonID) (Seat, bool)) Counted {
	var n Counted
	taken := map[casework.PersonID]bool{}
	for _, s := range present {
		switch {
		case c != nil && interested(*c, s):
			n.Interested = append(n.Interested, s)
		case !taken[s.For]:
			taken[s.For] = true
			n.Seats = append(n.Seats, s)
		}
	}
	n.TooFew, n.NoChair = len(n.Seats) < q.Number, q.Chair != "" && !taken[q.Chair]
	for _, need := range q.Required {
		knows := func(s Seat) bool { return slices.Contains(s.Knows, need.Knows) }
		if !slices.ContainsFunc(n.Seats, knows) && !(need.WrittenView && (c == nil || inWriting(*c, seatOf, knows))) {
			n.Without = append(n.Without, need)
		}
	}
	return n
}

// inWriting reports whether a member who knows it recorded a view of the case, without an interest in it.
func inWriting(c casework.Case, seatOf func(casework.PersonID) (Seat, bool), knows func(Seat) bool) bool {
	return slices.ContainsFunc(c.Views, func(v casework.MemberView) bool {
		seat, seated := seatOf(v.Member)
		return seated && knows(seat) && !interested(c, seat)
	})
}

func interested(c casework.Case, s Seat) bool {
	_, has := c.InterestOf(s.actor())
	return has
}

// Lacks says what the quorum lacks, each as a sentence would have it; nothing where there is one.
func (q Quorum) Lacks(n Counted) []string {
	var lacks []string
	if n.TooFew {
		lacks = append(lacks, fmt.Sprintf("%d of the %d who must be there count", len(n.Seats), q.Number))
	}
	if n.NoChair {
		lacks = append(lacks, "nobody takes the chair")
	}
	for _, need := range n.Without {
		words := "nobody is there as " + KnowsWords(need.Knows)
		if need.WrittenView {
			words += ", and no such view of the case is recorded"
		}
		lacks = append(lacks, words)
	}
	return lacks
}

// Asks is the quorum of a meeting.
func (p Planned) Asks() Quorum {
	return Quorum{Number: p.Quorum, Chair: p.Chair, Required: p.Required}
}

// there are the seats of those present now, without those who withdrew from the case and, apart, those who did.
func (m Meeting) there(ref casework.Ref) (seats []Seat, withdrew []casework.PersonID) {
	for _, p := range m.Presence {
		seat, invited := m.Seat(p.Member)
		switch {
		case p.Until != "" || !invited:
		case ref != "" && slices.Contains(p.Withdrew, ref):
			withdrew = append(withdrew, p.Member)
		default:
			seats = append(seats, seat)
		}
	}
	return seats, withdrew
}

// stand says who counts on a case and what its quorum lacks.
func (m Meeting) stand(c casework.Case) Standing {
	seats, withdrew := m.there(c.Ref)
	n := m.Asks().Count(seats, &c, m.Seat)
	for _, s := range n.Interested {
		withdrew = append(withdrew, s.Member)
	}
	s := Standing{Case: c.Ref, Withdrew: withdrew, Missing: m.Asks().Lacks(n), Present: []casework.PersonID{}}
	for _, seat := range n.Seats {
		s.Present = append(s.Present, seat.Member)
	}
	s.Quorate = len(s.Missing) == 0
	return s
}

// Lacks says what the quorum of the meeting as a whole lacks now, each as a sentence would have it.
func (m Meeting) Lacks() []string {
	seats, _ := m.there("")
	return m.Asks().Lacks(m.Asks().Count(seats, nil, m.Seat))
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

// KnowsWords says what a member knows about, as a noun in a sentence: “SEND officer” for send_officer.
func KnowsWords(role string) string {
	return strings.NewReplacer("send_officer", "SEND officer", "post16", "post-16 education", "_", " ").Replace(role)
}
