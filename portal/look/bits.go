package look

import "strconv"

// Button posts its form, or leads somewhere when Href is set: template "button".
type Button struct {
	Text        string
	Href        string
	Name, Value string // sent with the form
	Kind        string // "" is the page’s one main act; "quiet" another; "warn" cannot be undone; "link" looks like a link
	Many        bool   // may be pressed again at once; others take one press until the answer comes
	Hidden      string // what it is about, for those who cannot see what it stands beside
	Add         bool   // adds a block to its data-repeat group; set Many as well
	SkipChecks  bool   // “Save and come back later”
	Form        string // the id of the form, where the button stands outside it
}

// Notice is a message in the page: templates "notice" and, for what has just been done, "banner".
type Notice struct {
	Title, Text string // ** in Text makes strong
	Tone        string
	Link        *Link
}

// Details opens to show more: template "details".
type Details struct {
	Summary string
	Text    []string // a paragraph each
	Open    bool
}

// StepBack tells what will follow from an act that cannot be undone, before it is confirmed: template "step-back".
type StepBack struct {
	Title   string
	Effects []string // “The letter goes to both parents today”; ** makes strong
	Confirm Button
	Cancel  Link
}

// Progress says how far long work or a form has come: template "progress".
type Progress struct {
	Label     string // “Pages read”
	Done, All int
	Text      string // “4 of 5 members have read the pack”
}

// Filter narrows a list by links' parameters; it is a form sent by GET: template "filter".
type Filter struct {
	Action string
	Search *Field
	Groups []Choices // checkboxes, small
	Lists  []Select
	Chosen []Link // what is chosen; following the link takes it away
	Clear  string // the address without any filter
	Hidden map[string]string
}

// Pagination leads through pages of a list: template "pagination". Nothing is shown for one page.
type Pagination struct {
	Label      string // “Requests”
	Pages      []PageLink
	Prev, Next string
	From, To   int
	Total      int
}

// PageLink is one page; a gap when Number is 0.
type PageLink struct {
	Number  int
	Href    string
	Current bool
}

// NewPagination makes links for a list of total things, size to a page, at page number current (from 1); address gives
// the address of a page.
func NewPagination(label string, total, size, current int, address func(page int) string) Pagination {
	last := max(1, (total+size-1)/size)
	current = min(max(1, current), last)
	p := Pagination{Label: label, Total: total, From: min(total, (current-1)*size+1), To: min(total, current*size)}
	if last == 1 {
		return p
	}
	if current > 1 {
		p.Prev = address(current - 1)
	}
	if current < last {
		p.Next = address(current + 1)
	}
	for n := 1; n <= last; n++ {
		switch {
		case n == 1 || n == last || n >= current-1 && n <= current+1:
			p.Pages = append(p.Pages, PageLink{n, address(n), n == current})
		case n == 2 || n == last-1:
			p.Pages = append(p.Pages, PageLink{})
		}
	}
	return p
}

// Total in words for a heading: “412 requests”.
func Total(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
