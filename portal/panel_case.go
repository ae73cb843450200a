package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/casework/meeting"
	"sendpanel/portal/look"
)

// readPack is what the record of reads says when somebody opened the papers of a case.
const readPack = "pack"

// packPage is everything that a panel reads of one case, on one page.
type packPage struct {
	Child, School, Asker, AskedFor string
	AskedIn                        string // the language it is written in, where that is not English
	Lede                           string
	Rail                           look.Rail
	Place                          string // “Case 2 of 6”
	Prev, Next                     string // addresses of the cases beside it that the visitor may read
	Back                           string
	Tests                          []testSummary
	Bullets                        []bulletRow
	Said                           []saidSection // the request in its own words
	Papers                         []paperRow
	Loose                          []paperRow // files that belong to no entry of the index
	Cycles                         look.Timeline
	Charts                         []look.Chart
	ChildViews, FamilyViews        []quotation
	SchoolViews                    []quotation
	Missing                        []missingRow
	Own                            *memberView
	Others                         []memberView
	Opened                         bool // the meeting has opened, and with it members’ views
	Spread                         *look.Chart
	Links                          packLinks
	Room                           *roomNow   // who sits on it now
	NextUnviewed                   *look.Link // the next case without the visitor’s view
}

// packLinks are what the visitor may do with the case.
type packLinks struct{ View, Recommend, Defer, Move string }

// missingRow is something that is not there, what could be done, and whether it matters.
type missingRow struct{ What, Why, Next string }

// quotation is what somebody said, and when and how.
type quotation struct{ Who, Text string }

// panelCase shows the papers of one case, and records that they were read.
func (p *Portal) panelCase(v *Visit) error {
	if err := v.Read(readPack); err != nil {
		return err
	}
	page, err := p.packPage(v)
	if err != nil {
		return err
	}
	return v.Page("panel-case", page)
}

func (p *Portal) packPage(v *Visit) (packPage, error) {
	c := v.Case
	f, err := p.file(v)
	if err != nil {
		return packPage{}, err
	}
	page := packPage{Child: v.p.childLabel(c, v.Today), School: v.schoolOf(c), Asker: c.Opened.RequestedBy.Name, AskedFor: string(f.request.Reason),
		Lede: p.packLede(v), Rail: look.NewRail(v.p.panelWeeks(c, v.Today)), Back: v.meetingPath()}
	if in := f.request.ReasonLanguage.Line(); in != "" && page.AskedFor != "" {
		page.AskedIn = p.say("written-in", "language", in)
	}
	if page.AskedFor == "" {
		page.AskedFor = string(f.request.Letter)
	}
	page.neighbours(v)
	if page.Said, err = p.said(f.request); err != nil {
		return page, err
	}
	at := placesOf(page.Said)
	for _, item := range f.review.Items {
		if item.Group == evidence.FiveBullets {
			page.Bullets = append(page.Bullets, bulletRow{Title: item.Title, Source: item.Source, Helps: item.Helps, Shown: at.rows(item.Shown)})
		}
	}
	page.Tests = p.tests(f, at)
	page.Missing = missingOf(f.review)
	if page.Papers, page.Loose, err = p.papers(v, f); err != nil {
		return page, err
	}
	page.Cycles = p.cycles(f.request)
	page.Charts = p.progressCharts(f.request)
	page.ChildViews, page.FamilyViews, page.SchoolViews = voices(p, f)
	p.addViews(&page, v, f.events)
	page.Links, page.Room = packActions(v), v.room()
	if next, any := v.nextItem(c.Ref, v.unviewed); any && page.Links.View != "" && page.Own != nil {
		page.NextUnviewed = v.nextLink("go-unviewed", next)
	}
	return page, nil
}

func (p *Portal) packLede(v *Visit) string {
	c := v.Case
	left := c.Opened.Decide.SendBy.Sub(v.Today)
	switch {
	case c.Recommended != nil:
		return p.say("pack-advised", "advice", p.say("panel-advice-"+string(c.Recommended.Outcome)))
	case left < 0:
		return p.say("pack-late", "day", c.Opened.Decide.SendBy.Long())
	}
	return p.say("pack-lede", "waited", p.count("day", v.Today.Sub(c.Opened.Received)), "send", c.Opened.Decide.SendBy.Long(), "due", c.Opened.Decide.Due.Long())
}

// neighbours are the cases before and after this one on the agenda that the visitor may read.
func (page *packPage) neighbours(v *Visit) {
	var readable []casework.Ref
	for _, item := range v.Agenda.Items {
		if !v.closedTo(item.Case) && (v.Meeting.MayRead(v.Who.Actor.Person, item.Case) || v.Who.Actor.Has(casework.Clerk)) {
			readable = append(readable, item.Case.Ref)
		}
	}
	i := slices.Index(readable, v.Case.Ref)
	if i > 0 {
		page.Prev = v.itemPath(readable[i-1])
	}
	if i >= 0 && i+1 < len(readable) {
		page.Next = v.itemPath(readable[i+1])
	}
	page.Place = v.p.say("pack-place", "n", i+1, "of", len(readable))
}

// missingOf lists what was looked for and not found, with why it would help. None of it is needed.
func missingOf(review evidence.Review) []missingRow {
	var rows []missingRow
	for _, item := range review.Items {
		for _, m := range item.Missing {
			rows = append(rows, missingRow{What: m.What, Why: item.Helps, Next: m.Next})
		}
	}
	return rows
}

func packActions(v *Visit) packLinks {
	var l packLinks
	c, by := v.Case, v.Who.Actor
	if c.Stage != casework.StageConsidering || v.Meeting.Over() {
		return l
	}
	if v.Meeting.MayRead(by.Person, c) {
		l.View = v.itemPath(c.Ref, "view")
		if by.Has(casework.PanelChair) && v.Meeting.Grants(by, meeting.ActClose) && v.Meeting.Stage == meeting.StageOpen {
			l.Recommend, l.Defer = v.itemPath(c.Ref, "recommend"), v.itemPath(c.Ref, "defer")
		}
	}
	if lists(by) {
		l.Move = v.itemPath(c.Ref, "move")
	}
	return l
}
