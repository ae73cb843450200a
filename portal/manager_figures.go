package portal

import (
	"context"
	"maps"
	"slices"

	"sendpanel/casework"
	"sendpanel/records"
	"sendpanel/statute"
)

// yearOf is what the yearly return asks of the requests that were received in a calendar year, as far as it is recorded.
type yearOf struct {
	Year                                  int
	Received, Assess, Refuse, Ended, Open int // requests, and what became of them; a refusal that was undone counts as refused
	InTime, Late                          int // decisions that the family had within six weeks, or after
}

// figure is one number with its name in words.
type figure struct {
	Key    string
	Number int
}

// list is the figures in the order in which they are shown.
func (y yearOf) list() []figure {
	return []figure{{"figure-received", y.Received}, {"figure-assess", y.Assess}, {"figure-refuse", y.Refuse}, {"figure-ended", y.Ended},
		{"figure-open", y.Open}, {"figure-in-time", y.InTime}, {"figure-late", y.Late}}
}

// tooFew is the number below which a figure is not shown on a page: few children could be known by it.
const tooFew = 5

func few(n int) bool { return n > 0 && n < tooFew }

// hidden tells the figures that a page does not show: those of too few children, and whatever would let somebody work them
// out, because it adds up with them to a figure that is shown.
func (y yearOf) hidden() map[string]bool {
	hidden := map[string]bool{}
	for _, f := range y.list() {
		hidden[f.Key] = few(f.Number)
	}
	if few(y.InTime) || few(y.Late) {
		hidden["figure-in-time"], hidden["figure-late"] = y.InTime > 0, y.Late > 0
	}
	outcomes := y.list()[1:5] // these add up to the requests received
	slices.SortStableFunc(outcomes, func(a, b figure) int { return a.Number - b.Number })
	if i := slices.IndexFunc(outcomes, func(f figure) bool { return hidden[f.Key] }); i >= 0 && i+1 < len(outcomes) {
		hidden[outcomes[i+1].Key] = true // sorted: where two are too few, this is the second of them
	}
	return hidden
}

// share is the share of decisions within six weeks in per cent, and false where there is none.
func (y yearOf) share() (int, bool) {
	if y.InTime+y.Late == 0 {
		return 0, false
	}
	return 100 * y.InTime / (y.InTime + y.Late), true
}

// figuresSince counts the requests received in a year or later, the newest year first.
func (p *Portal) figuresSince(ctx context.Context, year int) ([]yearOf, error) {
	decided, err := p.register.EventsOf(ctx, casework.KindDecided, statute.Date(year, 1, 1))
	if err != nil {
		return nil, err
	}
	outcomes := map[casework.Ref]casework.Outcome{}
	for _, h := range decided {
		if d, is := h.Event.Body.(casework.Decided); is {
			if _, before := outcomes[h.Ref]; !before {
				outcomes[h.Ref] = d.Outcome
			}
		}
	}
	years := map[int]*yearOf{}
	err = p.eachCase(ctx, records.Filter{}, func(row records.CaseRow) error {
		if row.Received.Year() < year {
			return nil
		}
		y := years[row.Received.Year()]
		if y == nil {
			y = &yearOf{Year: row.Received.Year()}
			years[y.Year] = y
		}
		y.count(row, outcomes[row.Ref])
		return nil
	})
	if err != nil {
		return nil, err
	}
	var list []yearOf
	for _, n := range slices.Backward(slices.Sorted(maps.Keys(years))) {
		list = append(list, *years[n])
	}
	return list, nil
}

func (y *yearOf) count(row records.CaseRow, outcome casework.Outcome) {
	y.Received++
	switch {
	case outcome == casework.Assess:
		y.Assess++
	case outcome == casework.NotAssess:
		y.Refuse++
	case row.Clock == "ended":
		y.Ended++
	default:
		y.Open++
	}
	switch row.Clock {
	case "met":
		y.InTime++
	case clockMetLate:
		y.Late++
	}
}

// rowsAtOnce is how many rows are read at a time where all are wanted.
const rowsAtOnce = 1000

// eachCase goes through the rows page by page, so that a long list is never held whole.
func (p *Portal) eachCase(ctx context.Context, f records.Filter, take func(records.CaseRow) error) error {
	f.Limit = rowsAtOnce
	for {
		rows, err := p.register.Cases(ctx, f)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := take(row); err != nil {
				return err
			}
		}
		if len(rows) < rowsAtOnce {
			return nil
		}
		f.After = rows[len(rows)-1].Cursor()
	}
}
