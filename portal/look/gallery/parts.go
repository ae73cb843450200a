package gallery

import (
	"fmt"
	"net/url"

	"sendpanel/portal/look"
	"sendpanel/portal/rail"
)

type partsPage struct {
	look.Page
	Rails    []namedRail
	Tags     []look.Tag
	Notices  []look.Notice
	Buttons  []look.Button
	Details  look.Details
	StepBack look.StepBack
	Empty    look.Empty
	Progress look.Progress
	Summary  look.SummaryList
	Tasks    look.TaskList
	Timeline look.Timeline
	Steps    look.Steps
	Pages    look.Pagination
	Table    look.Table
	Bars     look.Chart
	Line     look.Chart
	Filter   look.Filter
}

type namedRail struct {
	Title string
	Rail  look.Rail
}

func newParts(prefix string, drawn func(rail.Clock) look.Rail) partsPage {
	p := partsPage{Page: officer(prefix, "Parts of pages", "")}
	p.Crumbs = []look.Link{{Text: "Gallery", Href: prefix + "/"}}
	p.Flash = []look.Notice{{Title: "The letter has been sent", Text: "To both parents, by first-class post, on **23 December**."}}
	p.Rails = []namedRail{
		{"Six weeks, in hand", drawn(six(on(12, 21)))}, {"The first day", drawn(six(on(11, 23)))}, {"Late", drawn(late())},
		{"Sent in time", drawn(sent())}, {"Sixteen weeks, with an exception", drawn(sixteen())}, {"Twenty weeks", drawn(twenty())},
	}
	p.Tags = []look.Tag{{Text: "Not started"}, {Text: "Under way", Tone: look.Info}, {Text: "14 days left", Tone: look.Soon}, {Text: "3 days late", Tone: look.Late}, {Text: "Delivered", Tone: look.Done}, {Text: "Cannot start yet", Tone: look.Quiet}}
	p.Notices = []look.Notice{
		{Title: "Call before any letter", Text: "Panjabi, with an interpreter, **evenings**.", Tone: look.Soon},
		{Text: "The council’s six weeks have not begun. Parents can ask for an assessment themselves."},
		{Title: "The limit has passed", Text: "The decision was due on Monday 4 January.", Tone: look.Late, Link: &look.Link{Text: "Record what happened", Href: "#late"}},
	}
	p.Buttons = []look.Button{{Text: "Save and continue"}, {Text: "Save and come back later", Kind: "quiet", SkipChecks: true}, {Text: "Withdraw the request", Kind: "warn"}, {Text: "Remove", Kind: "link", Hidden: "the second cycle"}}
	p.Details = look.Details{Summary: "What counts as evidence?", Text: []string{"Anything that shows what was tried and what came of it: plans, reviews, reports, the child’s own words.", "You need not have all of it. **A thin request is still a request.**"}}
	p.StepBack = look.StepBack{
		Title:   "Defer to the panel on Tuesday 12 January?",
		Effects: []string{"The decision is still due on **Monday 4 January**: deferral does not stop the clock.", "An officer would decide without the panel, or the decision would be **8 days late**.", "The family is told why, today."},
		Confirm: look.Button{Text: "Defer", Kind: "warn"}, Cancel: look.Link{Text: "Keep it on 22 December", Href: "#keep"},
	}
	p.Empty = look.Empty{Title: "No letters are waiting", Text: "Letters appear here when a decision is issued.", Action: &look.Link{Text: "See letters already sent", Href: "#sent"}}
	p.Progress = look.Progress{Label: "Members who have read the pack", Text: "4 of 5 members have read the pack", Done: 4, All: 5}
	p.Summary = summary()
	p.Tasks = tasks()
	p.Timeline = timeline()
	p.Steps = steps()
	p.Pages = look.NewPagination("Requests", 412, 20, 6, func(n int) string { return fmt.Sprintf("?page=%d", n) })
	p.Table = workTable(drawn)
	figures := look.ChartWords{Beside: "the table beside it has the figures", TooFew: "too few to show"}
	p.Bars = figures.NewBars("Decided within six weeks, by month", "**October fell to 58%**: two panels were not quorate.", "Month", "Decided in time", 100, []look.Value{
		{Label: "September", Number: 84, Shown: "84%"}, {Label: "October", Number: 58, Shown: "58%", Tone: look.Late}, {Label: "November", Number: 91, Shown: "91%", Tone: look.Done}, {Label: "December", Hidden: true},
	})
	p.Line = figures.NewLine("Requests received each month", "Requests rise **before the winter holidays**, as in each of the last three years.", "Month", "Requests", 0, 0, []look.Value{
		{Label: "Jul", Number: 21}, {Label: "Aug", Number: 6}, {Label: "Sep", Number: 24}, {Label: "Oct", Number: 33}, {Label: "Nov", Number: 41}, {Label: "Dec", Number: 38},
	})
	p.Filter = filter(prefix)
	return p
}

func summary() look.SummaryList {
	return look.SummaryList{Rows: []look.SummaryRow{
		{Key: "Name", Value: "Jaspreet Gill", Actions: []look.Link{{Text: "Change", Href: "#name", Hidden: "the child’s name"}}},
		{Key: "Date of birth", Value: "27 March 2018", Actions: []look.Link{{Text: "Change", Href: "#born", Hidden: "the date of birth"}}},
		{Key: "What has been tried", Value: "Three cycles since September.\n\nSmall-group phonics, three times a week. A speech and language programme, delivered daily.", Actions: []look.Link{{Text: "Change", Href: "#tried", Hidden: "what has been tried"}}},
		{Key: "The child’s own view", Missing: "Not told yet", Actions: []look.Link{{Text: "Add", Href: "#view", Hidden: "the child’s own view"}}},
		{Key: "Report", Link: &look.Link{Text: "Speech and language, 3 June (PDF, 420 KB)", Href: "#report"}, Tag: &look.Tag{Text: "Under a year old", Tone: look.Done}},
	}}
}

func tasks() look.TaskList {
	return look.TaskList{Groups: []look.TaskGroup{
		{Heading: "Six questions that matter", Tasks: []look.Task{
			{ID: "child", Text: "The child or young person", Href: "#child", Tag: look.Tag{Text: "Done", Tone: look.Done}},
			{ID: "family", Text: "The family, and how to reach them", Href: "#family", Hint: "Language, format, and whether to ring first", Tag: look.Tag{Text: "Under way", Tone: look.Info}},
			{ID: "needs", Text: "What is hard for the child", Href: "#needs", Tag: look.Tag{Text: "Not started"}},
		}},
		{Heading: "What makes it stronger", Tasks: []look.Task{
			{ID: "cycles", Text: "What was tried, cycle by cycle", Href: "#cycles", Hint: "Or attach the plan you already have", Tag: look.Tag{Text: "2 cycles", Tone: look.Info}},
			{ID: "send", Text: "Check and send", Tag: look.Tag{Text: "Cannot start yet", Tone: look.Quiet}},
		}},
	}}
}

func timeline() look.Timeline {
	return look.Timeline{Events: []look.Event{
		{Text: "Evidence added: classroom observation, 4 pages", When: "14 December, 3:12pm", Datetime: "2026-12-14T15:12", Who: "St Brigid’s", Link: &look.Link{Text: "Open it", Href: "#observation", Hidden: "(classroom observation)"}},
		{Text: "The family gave **their views by telephone**, with an interpreter", When: "2 December", Datetime: "2026-12-02", Who: "Amina Khan", More: "They worry most about the move to Year 4, and ask that letters come in Panjabi."},
		{Text: "Letters sent to the family, the school, health and social care", When: "24 November", Datetime: "2026-11-24", Who: "by post and portal", Tone: look.Done},
		{Text: "Request received, with three cycles and eleven documents", When: "23 November", Datetime: "2026-11-23", Who: "portal"},
	}}
}

func steps() look.Steps {
	return look.Steps{Items: []look.Step{
		{Title: "We have the request", When: "23 November", Text: "From St Brigid’s Primary School.", State: "past"},
		{Title: "You told us your views", When: "2 December", Text: "By telephone, with an interpreter.", State: "past", Link: &look.Link{Text: "Read what we wrote down", Href: "#views"}},
		{Title: "A panel looks at everything", When: "22 December", Text: "Then an officer of the council decides.", State: "now"},
		{Title: "We ring you and send the decision, with reasons", When: "By Monday 4 January"},
	}}
}

func filter(prefix string) look.Filter {
	form := look.NewForm(url.Values{"q": {"Brigid"}, "state": {"panel"}}, nil)
	search := form.Text("q", "Name, reference or school")
	return look.Filter{
		Action: prefix + "/", Search: &search, Clear: prefix + "/", Chosen: []look.Link{{Text: "At panel", Href: prefix + "/?q=Brigid"}},
		Groups: []look.Choices{form.Checkboxes("state", "Where it is", look.Option{Value: "new", Label: "New"}, look.Option{Value: "panel", Label: "At panel"}, look.Option{Value: "decided", Label: "Decided"}).AsSmall()},
	}
}
