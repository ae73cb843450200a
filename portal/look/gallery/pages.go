package gallery

import (
	"net/url"

	"sendpanel/portal/look"
	"sendpanel/portal/rail"
)

type formPage struct {
	look.Page
	Name, Mobile, Percent look.Field
	Story                 look.Textarea
	Born                  look.DateInput
	Call                  look.Choices
	Needs                 look.Choices
	School                look.Select
	Files                 look.FileUpload
	Save, Later           look.Button
}

// newForm is a form that came back with faults.
func newForm(prefix string) formPage {
	errs := look.Errors{}
	errs.Add("name", "Enter the child’s name")
	errs.Add("born", "The year must have four digits, for example 2018")
	errs.Add("needs", "Choose what is hardest, or “None of these”")
	f := look.NewForm(url.Values{
		"born-day": {"27"}, "born-month": {"3"}, "born-year": {"18"}, "call": {"yes"}, "attendance": {"91"},
		"story": {"Jaspreet finds it hard to follow what is said to the whole class."},
	}, errs)
	p := formPage{Page: officer(prefix, "About the child", "")}
	p.Narrow, p.Errors = true, errs
	p.Back = &look.Link{Text: "Back", Href: prefix + "/"}
	p.Name = f.Text("name", "What is the child’s name?").Hinted("As the school writes it").Sized("medium")
	p.Mobile = f.Text("mobile", "A telephone number for the parent").As("tel", "tel").Sized("medium")
	p.Percent = f.Text("attendance", "Attendance since September").Numeric().Ending("%")
	p.Story = f.Textarea("story", "What is hard for the child?").Hinted("Say what you see, and when").AtMost(3000).Beside("The family can ask to read this.")
	p.Born = f.Date("born", "When was the child born?").Hinted("For example, 27 3 2018")
	p.Call = f.YesNo("call", "Should we ring the family before any letter?")
	p.Needs = f.Checkboxes("needs", "What is hardest?", look.Option{Value: "words", Label: "Understanding and being understood", Hint: "Speech, language and communication"},
		look.Option{Value: "learning", Label: "Learning"}, look.Option{Value: "feelings", Label: "Feelings and behaviour"}, look.Option{Value: "none", Label: "None of these", Or: true})
	p.School = f.Select("school", "Which school?", "Choose a school", look.Option{Value: "1", Label: "St Brigid’s Primary School"}, look.Option{Value: "2", Label: "Harbour Academy"})
	p.Files = f.Files("files", "Add reports and plans", "PDF, Word or pictures, up to 20 MB each, 20 at a time", ".pdf,.docx,.jpg,.png", 20_000_000)
	p.Save = look.Button{Text: "Save and continue"}
	p.Later = look.Button{Text: "Save and come back later", Kind: "quiet", SkipChecks: true, Name: "later", Value: "yes"}
	return p
}

type casePage struct {
	look.Page
	Rail                    look.Rail
	Timeline                look.Timeline
	Family, Evidence, Sheet look.SummaryList
	Call                    look.Notice
	Decide, Defer           look.Button
	Read                    look.Progress
}

func newCase(prefix string, drawn func(rail.Clock) look.Rail) casePage {
	p := casePage{Page: officer(prefix, "SEN-2026-0412-K", "Requests"), Rail: drawn(six(on(12, 21))), Timeline: timeline()}
	p.Crumbs = []look.Link{{Text: "Requests", Href: prefix + "/work"}}
	p.Call = look.Notice{Title: "Call before any letter", Text: "Panjabi, with an interpreter. Evenings are best.", Tone: look.Soon}
	p.Family = look.SummaryList{Tight: true, Rows: []look.SummaryRow{
		{Key: "Written to", Value: "Mother and father, one home"}, {Key: "Letters", Value: "Large print, by post"},
		{Key: "Views", Link: &look.Link{Text: "Heard on 2 December", Href: "#views"}},
	}}
	p.Evidence = look.SummaryList{Tight: true, Rows: []look.SummaryRow{
		{Key: "Cycles", Value: "3, all reviewed"}, {Key: "Reports", Value: "4 of 5 under a year old"}, {Key: "The child’s view", Value: "Yes, drawn"},
		{Key: "Missing", Value: "Attainment before Year 2"},
	}}
	p.Sheet = look.SummaryList{Tight: true, Rows: []look.SummaryRow{
		{Key: "24 November", Link: &look.Link{Text: "We have your request", Href: "#l1"}, Tag: &look.Tag{Text: "Delivered", Tone: look.Done}},
		{Key: "24 November", Link: &look.Link{Text: "Notice to health", Href: "#l2"}, Tag: &look.Tag{Text: "Sent", Tone: look.Info}},
	}}
	p.Decide = look.Button{Text: "Prepare the decision", Href: "#decide"}
	p.Defer = look.Button{Text: "Defer", Href: "#defer", Kind: "quiet"}
	p.Read = look.Progress{Label: "Members who have read the pack", Text: "4 of 5 members have read the pack. It closes today at 5pm.", Done: 4, All: 5}
	return p
}

type familyPage struct {
	look.Page
	Steps   look.Steps
	Add     look.Button
	Why     look.Details
	Letters look.SummaryList
}

func newFamily(prefix string) familyPage {
	p := familyPage{Steps: steps()}
	p.Page = look.Page{
		Title: "Your request", Council: council(), Home: prefix + "/", Sample: sample,
		Choices: []look.Language{{Tag: "en-GB", Name: "English", Current: true}, {Tag: "pa", Name: "ਪੰਜਾਬੀ", Href: "?language=pa"}},
		Sizes:   &look.Link{Text: "Large text", Href: "?size=large"},
	}
	p.Add = look.Button{Text: "Add something", Href: "#add"}
	p.Why = look.Details{Summary: "Why 4 January?", Text: []string{"The law gives us six weeks from the day on which the request arrived. Holidays do not change it."}}
	p.Letters = look.SummaryList{Tight: true, Rows: []look.SummaryRow{
		{Key: "24 November", Link: &look.Link{Text: "We have your request", Href: "#l1"}}, {Key: "23 November", Link: &look.Link{Text: "What the school sent us", Href: "#l2"}},
	}}
	return p
}

type workPage struct {
	look.Page
	Table  look.Table
	Filter look.Filter
}

func newWork(prefix string, drawn func(rail.Clock) look.Rail) workPage {
	p := workPage{Page: officer(prefix, "My work", "My work"), Table: workTable(drawn), Filter: filter(prefix)}
	p.Table.HideTitle = true
	p.Table.Pagination = look.NewPagination("Requests", 43, 20, 1, func(int) string { return "?page=2" })
	return p
}

func workTable(drawn func(rail.Clock) look.Rail) look.Table {
	row := func(ref, who string, r look.Rail, say string) look.Row {
		standing := r.Standing()
		return look.Row{Cells: []look.Cell{
			{Link: &look.Link{Text: ref, Href: "#" + ref}, Note: who}, {Text: say}, {Rail: &r}, {Tag: &standing},
		}}
	}
	columns := []look.Column{{Title: "Request"}, {Title: "What is next, and who acts"}, {Title: "Clock"}, {Title: "Standing", Sort: "?sort=due", Sorted: "ascending"}}
	return look.NewTable("Requests by what falls due", columns, []look.Row{
		row("SEN-2026-0398-C", "Harbour Academy", drawn(late()), "The decision was due on 4 January. You decide; the panel has not met."),
		row("SEN-2026-0412-K", "St Brigid’s Primary School", drawn(six(on(12, 21))), "The panel on 22 December is the only one before the limit. Health has not answered."),
		row("SEN-2026-0377-A", "Asked for by a parent", drawn(twenty()), "The draft plan goes to the family on 21 December. The plan writer acts."),
		row("SEN-2026-0405-T", "Millbank Nursery", drawn(sent()), "Decided and sent. The family may appeal until 23 February."),
	})
}
