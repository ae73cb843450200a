package disclosure

import (
	"testing"

	"sendpanel/statute"
)

func TestTheMonth(t *testing.T) {
	day := statute.Date
	for name, c := range map[string]struct {
		asked statute.Day
		clock Clock
		want  statute.Day
	}{
		"a month, begun with the day":  {day(2026, 12, 14), Clock{}, day(2027, 1, 13)},
		"a short month":                {day(2027, 1, 31), Clock{}, day(2027, 2, 27)},
		"two months more":              {day(2026, 12, 14), Clock{Extended: day(2027, 1, 4)}, day(2027, 3, 13)},
		"who asks was in doubt":        {day(2026, 12, 14), Clock{Pauses: []Pause{{ForIdentity, day(2026, 12, 15), day(2026, 12, 21)}}}, day(2027, 1, 20)},
		"what was asked was not clear": {day(2026, 12, 14), Clock{Pauses: []Pause{{ForScope, day(2026, 12, 15), day(2026, 12, 17)}}}, day(2027, 1, 16)},
		"both":                         {day(2026, 12, 14), Clock{Pauses: []Pause{{ForIdentity, day(2026, 12, 15), day(2026, 12, 21)}, {ForScope, day(2026, 12, 22), day(2026, 12, 22)}}}, day(2027, 1, 21)},
		"nobody has answered":          {day(2026, 12, 14), Clock{Pauses: []Pause{{Why: ForScope, From: day(2026, 12, 15)}}}, day(2027, 1, 13)},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.clock.Due(c.asked); got != c.want {
				t.Errorf("due on %s, want %s", got, c.want)
			}
		})
	}
	open := Clock{Pauses: []Pause{{Why: ForIdentity, From: day(2026, 12, 15)}}}
	if p, stands := open.Stands(); !stands || p.Why != ForIdentity {
		t.Error("a clock with an open question does not stand still")
	}
}

func TestWhoMayAsk(t *testing.T) {
	for name, c := range map[string]struct {
		who     Who
		age     int
		missing bool
		ask     bool
	}{
		"nobody knows who":                {Who{}, 9, true, false},
		"a parent of a child":             {Who{Standing: AParent, Identity: "seen"}, 9, false, false},
		"a parent of one who understands": {Who{Standing: AParent, Identity: "seen"}, 13, false, true},
		"a parent of a young person":      {Who{Standing: AParent, Identity: "seen"}, 16, true, false},
		"with their agreement":            {Who{Standing: AParent, Identity: "seen", Authority: "their letter"}, 17, false, false},
		"a young person":                  {Who{Standing: Themself, Identity: "seen"}, 16, false, false},
		"a child":                         {Who{Standing: Themself, Identity: "seen"}, 13, true, false},
		"a solicitor":                     {Who{Standing: Acting, Identity: "seen"}, 9, true, false},
		"for themself":                    {Who{Standing: Own, Identity: "seen"}, 9, false, false},
		"nobody looked who it is":         {Who{Standing: Own}, 9, true, false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.who.Missing(c.age); got != c.missing || c.who.AskTheChild(c.age) != c.ask {
				t.Errorf("missing %v, ask the child %v", got, c.who.AskTheChild(c.age))
			}
		})
	}
	if Age(statute.Date(2010, 11, 23), statute.Date(2026, 11, 22)) != 15 || Age(statute.Date(2010, 11, 22), statute.Date(2026, 11, 22)) != 16 {
		t.Error("an age is not counted to the birthday")
	}
}
