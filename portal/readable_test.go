package portal

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"sendpanel/casework/plain"
)

// readAt is the highest reading age of a page that a family opens, in years: that of the letters to them.
const readAt = 12.0

// TestPagesReadPlainly holds what families and the public read to the reading age of the letters. Letters themselves, the
// note to the school and the table of the law’s rules are measured or worded elsewhere.
func TestPagesReadPlainly(t *testing.T) {
	s := newSite(t)
	anybody := s.browser()
	for _, path := range []string{"/", "/how-requests-work", "/what-schools-do", "/dates-and-rights", "/accessibility", "/privacy", "/cookies", "/sign-in/family", "/ask", "/ask/return"} {
		s.readsPlainly(anybody, path)
	}
	anybody.asks(t, aParent()...)
	for _, path := range askPaths() {
		s.readsPlainly(anybody, path)
	}
	told := refused(t, s)
	s.at(2026, time.December, 15, 10)
	waiting := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	for _, ref := range []string{familyPath(waiting), familyPath(told)} {
		b := s.family(waiting, "family-1")
		if ref == familyPath(told) {
			b = s.family(told, "family-1")
		}
		for _, page := range pagesOfAFamily() {
			s.readsPlainly(b, ref+page)
		}
	}
}

// askPaths are the pages of somebody who asks, as [aParent].
func askPaths() []string {
	var paths []string
	for _, page := range strings.Fields("who name reach address child born school reason speak safe check") {
		paths = append(paths, "/ask/"+page)
	}
	return paths
}

// pagesOfAFamily are the pages under a case, without letters.
func pagesOfAFamily() []string {
	pages := strings.Fields("/letters /dates /papers /views /add /rights /held /reach /reach/contact")
	for _, about := range strings.Fields("call urgent withdraw helper paper copy address other") {
		pages = append(pages, "/tell/"+about)
	}
	return append([]string{""}, pages...)
}

func (s *site) readsPlainly(b *browser, path string) {
	s.t.Helper()
	got := b.get(path)
	if got.status != http.StatusOK {
		s.t.Errorf("%s: %d", path, got.status)
		return
	}
	report := plain.Check(sentencesOf(s.t, got.body))
	switch {
	case !report.Reliable:
	case report.ReadingAge > readAt:
		s.t.Errorf("%s reads at an age of %.1f, and should at %.1f at most:\n%s", path, report.ReadingAge, readAt, sentencesOf(s.t, got.body))
	default:
		s.t.Logf("%s: %.1f", path, report.ReadingAge)
	}
}

// sentencesOf is what a page says in English, each paragraph, heading, label and list entry ended by a stop. Addresses,
// numbers and whom to ring are no sentences.
func sentencesOf(t testing.TB, body string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	var walk func(n *html.Node, in bool)
	walk = func(n *html.Node, in bool) {
		in = in || n.Type == html.ElementNode && n.Data == "main"
		if n.Type == html.ElementNode && (attribute(n, "class") == "help-lines" || attribute(n, "class") == "letter" || n.Data == "select") {
			return
		}
		if in && n.Type == html.ElementNode && slices.Contains(strings.Fields("p h1 h2 h3 h4 li dt dd label legend summary td th button"), n.Data) && !holdsBlocks(n) {
			if text := strings.Join(strings.Fields(textOf(n)), " "); strings.Contains(text, " ") && !strings.Contains(text, "@") {
				all = append(all, strings.TrimRight(text, ".:;")+".")
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, in)
		}
	}
	walk(doc, false)
	return strings.Join(all, " ")
}

// holdsBlocks reports whether an element holds paragraphs of its own, which are read one by one.
func holdsBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (slices.Contains(strings.Fields("p h1 h2 h3 h4 ul ol dl div label"), c.Data) || holdsBlocks(c)) {
			return true
		}
	}
	return false
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}
