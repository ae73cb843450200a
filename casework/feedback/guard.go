package feedback

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"sendpanel/casework"
)

// run is how many words in a row make a quotation.
const run = 5

// guard knows what must not come into a note.
type guard struct {
	names    []string        // of people in the family, of other people's papers and of their authors, folded
	contacts []string        // lines of addresses, telephones, e-mail
	runs     map[string]bool // every five words in a row of what the family or the child said
	said     []string        // the same texts whole, folded
	short    []string        // their sentences that are shorter than that, of three words or more
}

// newGuard gathers the secrets of a case: names, contacts and words that are the family's, and other people's papers.
func newGuard(c casework.Case, d casework.Decision, r casework.Request, said []casework.Consulted) guard {
	g := guard{runs: map[string]bool{}}
	child := fold(c.Opened.Child.FullName() + " " + c.Opened.Child.Preferred)
	for _, a := range append(slices.Clone(c.Family), c.Opened.Family...) {
		g.person(a.Name, child)
		g.contact(append(a.Address, a.Postcode, a.Phone, a.Email)...)
		g.words(a.SafeContact, a.SafeWord, a.CallTimes)
	}
	for _, p := range r.Family {
		g.person(p.Name.Line(), child)
		g.contact(append(lines(p.Address), p.Postcode.Line(), p.Phone.Line(), p.Email.Line())...)
		g.words(p.SafeContact.Line(), p.Restrictions.Line())
	}
	g.contact(append(lines(r.Child.Address), r.Child.Postcode.Line())...)
	g.papers(c, r, child)
	g.views(r, child)
	for _, v := range append(slices.Clone(c.Consulted), said...) {
		if v.Whom != "school" {
			g.words(v.Views)
		}
	}
	for _, f := range d.Findings {
		g.words(f.AnswerToFamily)
		for _, s := range f.NotReliedOn {
			if e, ok := c.Exhibit(s.Evidence); !ok || !seenBySetting(e) {
				g.words(s.Why)
			}
		}
	}
	for stock := range runsOf(fold(stockWords)) {
		delete(g.runs, stock)
	}
	return g
}

// stockWords are the words of the law, which everybody uses and nobody owns.
const stockWords = "it may be necessary for special educational provision to be made in accordance with an EHC plan. " +
	"it may be necessary for provision to be made under a plan. has or may have special educational needs. " +
	"an education, health and care needs assessment can be asked for again at any time. the school or the family can ask again at any time."

// person adds a name in the forms in which people write it. A name that the child bears too is left to its other forms.
func (g *guard) person(name, child string) {
	words := strings.Fields(fold(name))
	if len(words) == 0 || strings.Join(words, " ") == strings.TrimSpace(child) {
		return
	}
	g.names = append(g.names, strings.Join(words, " "))
	last := words[len(words)-1]
	for _, title := range titles() {
		g.names = append(g.names, title+" "+last)
	}
	for _, w := range words {
		if len([]rune(w)) > 2 && !slices.Contains(titles(), w) && !contains(child, w) {
			g.names = append(g.names, w)
		}
	}
}

func titles() []string { return []string{"mr", "mrs", "ms", "miss", "mx", "dr"} }

// papers adds the titles, authors and summaries of papers that the setting may not see, or that hold a family's words.
func (g *guard) papers(c casework.Case, r casework.Request, child string) {
	for _, e := range c.Evidence {
		if seenBySetting(e) {
			continue
		}
		if title := fold(e.Title); strings.Contains(title, " ") {
			g.names = append(g.names, title)
		}
		if !e.MaySee(casework.TheSchool) {
			g.person(e.Author, child)
		}
		for _, sent := range r.Evidence {
			if sent.Title.Line() == e.Title {
				g.words(sent.Says.Line())
			}
		}
	}
}

// views adds what the family and the child said in the request: the whole of it where the setting did not make it.
func (g *guard) views(r casework.Request, child string) {
	for _, p := range r.Views.Parents {
		g.person(p.Name.Line(), child)
		g.words(p.Views.Line())
	}
	v := r.Views
	g.words(v.Child.Line(), v.ChildHopes.Line(), v.ChildHelps.Line(), v.Family.Line(), v.FamilyHopes.Line(), v.FamilyConcerns.Line(),
		r.Discussed.Note.Line(), r.Child.CourtOrders.Line(), r.SocialCare.Notes.Line())
	for _, cycle := range r.Cycles {
		g.words(cycle.FamilyPart.Line(), cycle.ChildPart.Line())
	}
	if !asksItself(r) {
		g.person(r.Requester.Name.Line(), child)
		g.everything(r)
	}
}

// everything adds all that a request says: where the setting did not make it, none of it is the setting's.
func (g *guard) everything(r casework.Request) {
	data, err := json.Marshal(r)
	if err != nil {
		return // a request is made of texts, which can always be written
	}
	var tree any
	if json.Unmarshal(data, &tree) == nil {
		g.leaves(tree)
	}
}

func (g *guard) leaves(value any) {
	switch v := value.(type) {
	case string:
		g.words(v)
	case []any:
		for _, e := range v {
			g.leaves(e)
		}
	case map[string]any:
		for _, e := range v {
			g.leaves(e)
		}
	}
}

func lines(texts []casework.Text) []string {
	var all []string
	for _, t := range texts {
		all = append(all, t.Line())
	}
	return all
}

func (g *guard) contact(all ...string) {
	for _, l := range all {
		if f := fold(l); len([]rune(f)) > 3 {
			g.contacts = append(g.contacts, f)
		}
	}
}

func (g *guard) words(texts ...string) {
	for _, t := range texts {
		f := fold(t)
		if f == "" {
			continue
		}
		g.said = append(g.said, f)
		for r := range runsOf(f) {
			g.runs[r] = true
		}
		for _, s := range split(t) {
			if n := len(strings.Fields(fold(s))); n > 2 && n < run {
				g.short = append(g.short, fold(s))
			}
		}
	}
}

// runsOf is every five words in a row of a folded text.
func runsOf(folded string) map[string]bool {
	words := strings.Fields(folded)
	all := map[string]bool{}
	for i := 0; i+run <= len(words); i++ {
		all[strings.Join(words[i:i+run], " ")] = true
	}
	return all
}

// fold makes a text comparable: composed, lower case, words with one space between, without a possessive s.
func fold(s string) string {
	s = strings.ReplaceAll(strings.ToLower(string(casework.CleanText(s))), "’", "'")
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && r != '\''
	})
	var kept []string
	for _, w := range words {
		if w = strings.ReplaceAll(strings.TrimSuffix(strings.Trim(w, "'"), "'s"), "'", ""); w != "" {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// contains reports whether whole words stand in a folded text.
func contains(folded, words string) bool {
	return words != "" && strings.Contains(" "+folded+" ", " "+words+" ")
}
