package portal

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"sendpanel/casework"
)

// gloss is a word of the field, and what explains it to somebody who does not work in it.
type gloss struct {
	word, by *regexp.Regexp
	never    bool // families have a plainer word for it
}

func glosses() []gloss {
	say := func(word, by string) gloss {
		return gloss{word: regexp.MustCompile(word), by: regexp.MustCompile(`(?i)` + by)}
	}
	never := func(word string) gloss { return gloss{word: regexp.MustCompile(word), never: true} }
	return []gloss{
		say(`\bEHCP?s?\b`, `education, health and care`),
		say(`\bSENCOs?\b`, `qualified teacher|teacher who`),
		say(`\bSENDIASS\b`, `free(, independent)? advice|knows? the law`),
		say(`\bSEND\b`, `special educational needs`),
		say(`\bSEN\b`, `special educational needs`),
		say(`(?i)\bgraduated response\b`, `assess, plan, do,? and review`),
		say(`(?i)\bcertificate\b`, `(gives?|sends?) (you )?(a|the) certificate|adviser’s certificate`),
		say(`(?i)\bmediation\b`, `somebody independent|independent of us|not part of the decision|does not work for the council`),
		say(`\bTribunal\b`, `judges|Tribunal is independent of`),
		say(`(?i)\bombudsman\b`, `looks into complaints|complaint`),
		say(`\bUPNs?\b`, `unique pupil number`),
		say(`(?i)\bspecial educational provision\b`, `help|support`),
		say(`(?i)\bresponsible commissioning body\b`, `NHS|pays for|arranges`),
		never(`(?i)\blimbs?\b`), never(`(?i)\bdefer(red|ral|rals|s)?\b`), never(`(?i)\bquora(te|cy)\b|\bquorum\b`), never(`\bICB\b|\bDSCO\b|\bDMO\b`),
	}
}

// names are what laws, references and posts are called: “SEND Regs 2014”, “SEN-2026-0412-E”, “SEND Casework Officer”.
func names() *regexp.Regexp {
	return regexp.MustCompile(`SEND Regs|SEND Code|SEN-\d{4}\S*|SEND Panel|SEND Service|SEND Casework Officer`)
}

// glossNear is how far behind a word’s first use its explanation may stand, in bytes of the page’s text.
const glossNear = 320

// glossInLetter is the same for a letter, which is read as a whole and explains a word of its table in the section after it.
const glossInLetter = 1400

// unexplained lists the words of the field that a page uses without saying what they mean.
func unexplained(text string, within int) []string {
	text = names().ReplaceAllString(text, "")
	var list []string
	for _, g := range glosses() {
		at := g.word.FindStringIndex(text)
		if at == nil {
			continue
		}
		near := text[:min(len(text), at[1]+within)]
		if g.never || !g.by.MatchString(near) {
			list = append(list, text[at[0]:at[1]]+" in “"+text[max(0, at[0]-60):min(len(text), at[1]+60)]+"”")
		}
	}
	return list
}

func TestUnexplained(t *testing.T) {
	for text, want := range map[string]int{
		"Ask the SENCO, the teacher who sees to special educational needs.": 0,
		"Ask the SENCO.": 1,
		"The two limbs":  1,
		"You can appeal to the Tribunal, whose judges are independent of the council.":                   0,
		"An EHC plan" + strings.Repeat(" is good", 60) + ". That is an education, health and care plan.": 1,
	} {
		if got := unexplained(text, glossNear); len(got) != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// TestFamiliesAndThePublicReadNoBareJargon looks at the text of what everybody may open, of the pages on which somebody asks,
// and of a family’s pages, before a decision and after a refusal, with each letter and the note to the school.
func TestFamiliesAndThePublicReadNoBareJargon(t *testing.T) {
	s := newSite(t)
	for _, path := range []string{"/", "/how-requests-work", "/what-schools-do", "/dates-and-rights", "/rules", "/accessibility", "/privacy", "/cookies", "/sign-in/family", "/ask", "/ask/return"} {
		s.explained(s.browser(), path)
	}
	asker := s.browser()
	asker.asks(t, aParent()...)
	for _, path := range askPaths() {
		s.explained(asker, path)
	}
	asker.post("/ask/safe", url.Values{"then": {"later"}})
	s.explained(asker, "/ask/kept")
	asker.post("/ask", url.Values{"once": {"one"}})
	s.explained(asker, "/ask/received")
	told := refused(t, s)
	s.at(2026, time.December, 15, 10)
	waiting := s.receive(millbrook("U871200025001", "Jaspreet")).Ref
	for _, ref := range []casework.Ref{waiting, told} {
		b := s.family(ref, "family-1")
		for _, page := range pagesOfAFamily() {
			s.explained(b, familyPath(ref)+page)
		}
		s.lettersExplained(b, ref)
	}
	s.explained(s.family(told, "family-1"), familyPath(told)+"/school-note")
}

// lettersExplained looks at each letter that the family has, as a page.
func (s *site) lettersExplained(b *browser, ref casework.Ref) {
	s.t.Helper()
	c, err := s.desk.Case(s.t.Context(), ref)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, l := range c.Letters {
		if l.Key.To == "family-1" && !l.Posted.IsZero() {
			s.explainedWithin(b, letterPath(ref, l.Key), glossInLetter)
		}
	}
}

func (s *site) explained(b *browser, path string) {
	s.t.Helper()
	s.explainedWithin(b, path, glossNear)
}

func (s *site) explainedWithin(b *browser, path string, within int) {
	s.t.Helper()
	got := b.get(path)
	if got.status != http.StatusOK {
		s.t.Errorf("%s: %d", path, got.status)
		return
	}
	for _, word := range unexplained(mainText(s.t, got.body), within) {
		s.t.Errorf("%s does not explain %s", path, word)
	}
}

// mainText is what a page says between the header and the footer, its pieces parted by a space.
func mainText(t testing.TB, body string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var walk func(n *html.Node, in bool)
	walk = func(n *html.Node, in bool) {
		in = in || n.Type == html.ElementNode && n.Data == "main"
		if in && n.Type == html.TextNode {
			b.WriteString(n.Data + " ")
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, in)
		}
	}
	walk(doc, false)
	return strings.Join(strings.Fields(b.String()), " ")
}
