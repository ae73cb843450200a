package portal

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// A page that shows how far a verification is asks again every verifyEvery seconds, verifyTimes times: a quarter of an hour, so that a page
// that was left open does not keep a session alive.
const (
	verifyPath  = "/records/verification"
	verifyEvery = 5
	verifyTimes = 180
	verifyShows = 10
)

// verifyPage is the newest verification of the register, as far as it is, and those before it.
type verifyPage struct {
	None    bool
	Asked   string // who asked and when
	Going   *look.Progress
	Found   *verified
	Earlier look.Table
}

// verified is what a verification of the register found.
type verified struct {
	Sound    bool
	Heading  string
	Counts   look.SummaryList
	Faults   look.Table
	Disposed look.Table
}

// recordsVerify has every chain of the register recomputed. Who asks while it goes on comes to the same.
func (p *Portal) recordsVerify(v *Visit) error {
	if _, err := p.register.AskVerification(v.Context(), v.Who.Actor.Person); err != nil {
		return err
	}
	ctx := context.WithoutCancel(v.Context())
	p.beside(func() {
		if _, err := p.WorkOnVerification(ctx); err != nil {
			p.log.Error("the register was not verified: it is begun again", "id", v.id, "error", err)
		}
	})
	return v.Go(verifyPath + "?live=" + digits(verifyTimes))
}

// WorkOnVerification verifies the register where somebody asked for it and nobody is at it, as after a restart. It reports whether there
// was anything to do.
func (p *Portal) WorkOnVerification(ctx context.Context) (bool, error) {
	worked, err := p.register.WorkOnVerification(ctx)
	if err != nil || !worked {
		return worked, err
	}
	list, err := p.register.Verifications(ctx, 1)
	if err == nil && len(list) > 0 && !list[0].Report.Sound() {
		p.log.Error("the register is not as it was recorded", "faults", len(list[0].Report.Faults))
	}
	return true, err
}

// verification shows how far the newest verification is, or what it found.
func (p *Portal) verification(v *Visit) error {
	list, err := p.register.Verifications(v.Context(), verifyShows)
	if err != nil {
		return err
	}
	v.Crumbs = []look.Link{{Text: p.say("nav-records"), Href: "/records"}}
	if len(list) == 0 {
		return v.Page("records-verify", verifyPage{None: true})
	}
	last := list[0]
	page := verifyPage{Asked: p.say("verify-asked", "name", p.nameOf(v, last.AskedBy), "when", moment(last.AskedAt)), Earlier: p.earlier(v, list[1:])}
	if last.Ended() {
		page.Asked += " " + p.say("verify-ended", "when", moment(last.EndedAt))
		found := p.verified(v, last.Report)
		page.Found = &found
		return v.Page("records-verify", page)
	}
	text := p.say("verify-begins")
	if last.Total > 0 {
		text = p.say("verify-far", "done", last.Done, "all", last.Total)
	}
	page.Going = &look.Progress{Label: p.say("verify-title"), Done: last.Done, All: max(1, last.Total), Text: text}
	if left, err := strconv.Atoi(v.R.URL.Query().Get("live")); err == nil && left > 0 && left <= verifyTimes {
		v.W.Header().Set("Refresh", fmt.Sprintf("%d; url=%s?live=%d", verifyEvery, verifyPath, left-1))
	}
	return v.Page("records-verify", page)
}

// lastVerified leads to the newest verification, where there is one.
func (p *Portal) lastVerified(v *Visit) (*look.Link, error) {
	list, err := p.register.Verifications(v.Context(), 1)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &look.Link{Text: p.say("verify-last", "state", p.verifyState(list[0]), "when", moment(list[0].AskedAt)), Href: verifyPath}, nil
}

func (p *Portal) verifyState(n records.Verification) string {
	switch {
	case !n.Ended():
		return p.say("verify-goes-on")
	case n.Report.Sound():
		return p.say("verify-sound")
	}
	return p.count("faults", len(n.Report.Faults))
}

func (p *Portal) earlier(v *Visit, list []records.Verification) look.Table {
	var rows []look.Row
	for _, n := range list {
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: moment(n.AskedAt)}, {Text: p.nameOf(v, n.AskedBy)}, {Text: p.verifyState(n)}}})
	}
	return look.NewTable(p.say("verify-earlier"), []look.Column{{Title: p.say("verify-when")}, {Title: p.say("verify-asked-by")}, {Title: p.say("verify-found")}}, rows)
}

// verified tells what was found.
func (p *Portal) verified(v *Visit, report records.Report) verified {
	found := verified{Sound: report.Sound(), Heading: p.say("verify-sound"), Faults: p.faultsTable(report.Faults)}
	if !found.Sound {
		found.Heading = p.count("faults", len(report.Faults))
	}
	tail := 0
	for _, u := range report.Unsealed {
		tail += int(u.Entries)
	}
	for _, row := range []struct {
		key string
		n   int
	}{{"verify-cases", report.Cases}, {"verify-events", report.Events}, {"verify-meetings", report.Meetings}, {"verify-letters", report.Letters}, {"verify-dates", report.Dates}, {"verify-unsealed", tail}} {
		found.Counts.Rows = append(found.Counts.Rows, look.SummaryRow{Key: p.say(row.key), Value: digits(row.n)})
	}
	found.Counts.Rows = append(found.Counts.Rows, look.SummaryRow{Key: p.say("verify-seal"), Value: p.say("verify-seal-is", "n", report.LastSeal.N, "link", report.LastSeal.Link)})
	var rows []look.Row
	for _, d := range report.Disposed {
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: d.Where}, {Text: statute.DayOf(d.At).Long()}, {Text: p.nameOf(v, casework.PersonID(d.By))}, {Text: d.Why}}})
	}
	found.Disposed = look.NewTable(p.say("verify-disposed"), []look.Column{{Title: p.say("verify-what")}, {Title: p.say("verify-when")}, {Title: p.say("verify-who")}, {Title: p.say("verify-why"), Wide: true}}, rows)
	found.Disposed.Empty = look.Empty{Title: p.say("verify-disposed-none")}
	return found
}

// faultsShown is how many faults a page shows: a register with more is past reading one by one.
const faultsShown = 200

// faultsTable tells where each fault is, in words, and what it is.
func (p *Portal) faultsTable(faults []records.Fault) look.Table {
	var rows []look.Row
	for _, f := range faults[:min(len(faults), faultsShown)] {
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: p.placeWords(f.Where), Note: f.Where}, {Text: strings.ToUpper(f.What[:1]) + f.What[1:]}}})
	}
	t := look.NewTable(p.say("verify-faults"), []look.Column{{Title: p.say("verify-where")}, {Title: p.say("verify-what"), Wide: true}}, rows)
	t.HideTitle = true
	return t
}

// placeWords says where something lies in the register: “Request SEN-2026-0412-E, entry 3”.
func (p *Portal) placeWords(where string) string {
	const ofEntry, ofRow, ofCounter, ofLetter = ", entry ", "row of ", "counter ", "letter " // as records names places
	chain, entry, _ := strings.Cut(where, ofEntry)
	ledger, of, _ := strings.Cut(chain, "/")
	key := map[string]string{"case": "place-case", "meeting": "place-meeting", "letters": "place-letters", "reads": "place-reads", "unopened": "place-unopened", "settlements": "place-settlements",
		"disposals": "place-disposals", "redactions": "place-redactions", "settings": "place-settings", "seals": "place-seals"}[ledger]
	switch {
	case strings.HasPrefix(where, ofRow):
		return p.say("place-row", "of", strings.TrimPrefix(where, ofRow))
	case strings.HasPrefix(where, ofCounter):
		return p.say("place-counter")
	case strings.HasPrefix(where, ofLetter):
		return p.say("place-letter")
	case key == "":
		return p.say("place-other")
	case entry == "":
		return p.say(key, "of", of)
	}
	return p.say("place-entry", "in", p.say(key, "of", of), "n", entry)
}
