package evidence

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// PapersSchema names the shape of a family's list of papers.
const PapersSchema = "sendpanel/papers/1"

// Papers tells one addressee what the council has, what it asked for and what has not come. It holds only what that
// addressee may be told.
type Papers struct {
	Schema      string               `json:"schema"`
	To          casework.AddresseeID `json:"to"`
	Have        []Held               `json:"have"`
	Asked       []Asked              `json:"asked_for"`
	NotReceived []Asked              `json:"not_received"`
}

// Held is one paper that the council has.
type Held struct {
	ID     casework.DocumentID `json:"id,omitempty"`
	Title  string              `json:"title"`
	Author string              `json:"author,omitempty"`
	Role   string              `json:"author_role,omitempty"`
	Date   statute.Day         `json:"date,omitzero"`
	CanSee bool                `json:"can_see"` // may see it, and not only know of it
}

// Asked is something that the council asked for.
type Asked struct {
	Of       string      `json:"of"`  // in words: "you", "the health service"
	For      string      `json:"for"` // in words
	On       statute.Day `json:"on,omitzero"`
	Received bool        `json:"received"`
}

// What a reader was asked for themselves: as the family, and as the child or young person.
const (
	yourViews    = "your views"
	yourOwnViews = "your own views"
)

// AsFamily reports whether the reader was asked for their views as one of the family.
func (a Asked) AsFamily() bool { return a.Of == "you" && a.For == yourViews }

// AsChild reports whether the reader was asked for their views as the child or young person.
func (a Asked) AsChild() bool { return a.Of == "you" && a.For == yourOwnViews }

// Enquiry is a request for information beyond the consultations that a case records, with those who may be told of it.
//
// Whoever was asked may be told. Anybody else only where an officer says so: what was asked can disclose as much as an
// answer.
type Enquiry struct {
	casework.Ask
	On       statute.Day      `json:"on,omitzero"`
	Received bool             `json:"received,omitempty"`
	Tell     []casework.Party `json:"tell,omitempty"`
}

// PapersFor makes the list for one addressee in the family. The error says that the case has no such addressee.
//
// Where notices go to more than one person in the family, the case does not say which of them "family" was. A paper or an
// answer of the family is then listed only for its author, by name, or for those to whom an officer released it: what one
// household tells the council is not for the other to learn.
func PapersFor(c casework.Case, to casework.AddresseeID, enquiries ...Enquiry) (Papers, error) {
	who, ok := c.Addressee(to)
	if !ok || to == casework.School {
		return Papers{}, fmt.Errorf("list the papers of %s for %s: it is nobody in the family to whom its letters go", c.Ref, to)
	}
	reader := reader{Case: c, Addressee: who}
	p := Papers{Schema: PapersSchema, To: to, Have: reader.held(), Asked: []Asked{}, NotReceived: []Asked{}}
	p.Asked = append(append(p.Asked, reader.consultations()...), reader.enquiries(enquiries)...)
	for _, a := range p.Asked {
		if !a.Received {
			p.NotReceived = append(p.NotReceived, a)
		}
	}
	return p, nil
}

// reader is the addressee for whom the list is made.
type reader struct {
	casework.Case
	casework.Addressee
}

// alone reports whether notices go to nobody else in the family, so that "family" can only be this addressee.
func (r reader) alone() bool {
	n := 0
	for _, a := range r.Case.Family {
		if a.Standing != casework.Supporter {
			n++
		}
	}
	return n <= 1
}

// mayKnow asks who may be told of a paper, and is stricter than the index where "family" is more than one person.
func (r reader) mayKnow(e casework.Evidence) bool {
	if !r.MayKnowAs(r.ID, e) {
		return false
	}
	ofFamily := e.From == string(casework.TheFamily) || e.From == string(casework.TheChild)
	return !ofFamily || r.alone() || r.released(e.See) || r.released(e.Know) || sameName(e.Author, r.Name)
}

func (r reader) released(to []casework.Party) bool {
	return slices.Contains(to, casework.Party(r.ID)) || slices.Contains(to, casework.TheFamily)
}

func (r reader) held() []Held {
	held := []Held{}
	for _, e := range r.Case.Evidence {
		if r.mayKnow(e) {
			held = append(held, Held{ID: e.ID, Title: e.Title, Author: e.Author, Role: e.Role, Date: e.Date, CanSee: r.MaySeeAs(r.ID, e)})
		}
	}
	return held
}

// sources names those who are consulted, as a family reads it, and what is asked of them (s.36(4), s.36(7), reg 4(2)).
func sources(whom string) (of, views string) {
	switch whom {
	case "family":
		return "you", yourViews
	case "child":
		return "the child or young person", "their own views"
	case "school":
		return "the school, nursery or college", "what it knows and does"
	case "health":
		return "the health service", "what it knows"
	case "social_care":
		return "social care", "what it knows"
	}
	return whom, "what is known"
}

// consultations makes one entry of all that the case records about asking the same party.
func (r reader) consultations() []Asked {
	var all []Asked
	at := map[string]int{}
	for _, said := range r.Consulted {
		if (said.Whom == "family" || said.Whom == "child") && !r.alone() {
			continue
		}
		i, seen := at[said.Whom]
		if !seen {
			i = len(all)
			at[said.Whom] = i
			of, views := sources(said.Whom)
			if said.Whom == "child" && r.Standing == casework.YoungPerson {
				of, views = "you", yourOwnViews
			}
			all = append(all, Asked{Of: of, For: views, On: said.Asked})
		}
		all[i].Received = all[i].Received || said.Received
	}
	return all
}

func (r reader) enquiries(enquiries []Enquiry) []Asked {
	var all []Asked
	for _, q := range enquiries {
		asked := q.Of == string(r.ID) || q.Of == "family" && r.alone()
		if !asked && !r.released(q.Tell) {
			continue
		}
		of, _ := sources(q.Of)
		if asked {
			of = "you"
		}
		all = append(all, Asked{Of: of, For: casework.CleanText(q.For).Line(), On: q.On, Received: q.Received})
	}
	return all
}

// sameName compares names without titles: "Mrs Deborah Ashworth" wrote as "Deborah Ashworth".
func sameName(author, name string) bool {
	bare := func(s string) string {
		words := split(s)
		return strings.Join(slices.DeleteFunc(words, func(w string) bool { return slices.Contains([]string{"mr", "mrs", "ms", "miss", "mx", "dr"}, w) }), " ")
	}
	return bare(author) != "" && bare(author) == bare(name)
}

// Text is the list in plain words.
func (p Papers) Text() string {
	var b strings.Builder
	wrap(&b, "", "", "What we have, what we asked for and what has not come")
	b.WriteString("\n")
	wrap(&b, "", "", "You can add to this at any time, by speaking to us or in writing. Nothing more has to come for our time to run: it began on the day we were asked.")
	section(&b, "What we have", "We have nothing yet that we can list for you.", p.Have, Held.words)
	section(&b, "What we asked for", "We have not asked for anything yet that we can list for you.", p.Asked, Asked.words)
	section(&b, "What has not come", "All that is listed above has come.", p.NotReceived, Asked.open)
	b.WriteString("\n")
	wrap(&b, "", "", "This list holds what we may tell you. There may be other papers that belong to somebody else. If you think that something is missing, or you want to see a paper, please ask us.")
	return b.String()
}

func section[T any](b *strings.Builder, title, none string, entries []T, words func(T) string) {
	b.WriteString("\n")
	wrap(b, "", "", "# "+title)
	if len(entries) == 0 {
		wrap(b, "", "", none)
	}
	for _, e := range entries {
		wrap(b, "- ", "  ", words(e))
	}
}

func (h Held) words() string {
	s := joined(string(h.ID), h.Title)
	if by := joined(h.Author, bracketed(casework.Text(h.Role))); by != "" {
		s += ", " + by
	}
	if !h.Date.IsZero() {
		s += ", " + longDay(h.Date)
	}
	if !h.CanSee {
		s += ". Please ask us whether you may see it"
	}
	return s + "."
}

func (a Asked) words() string {
	came := "The answer has not come yet."
	if a.Received {
		came = "The answer has come."
	}
	return a.open() + " " + came
}

// open says what was asked, of whom and when.
func (a Asked) open() string {
	on := ""
	if !a.On.IsZero() {
		on = " on " + longDay(a.On)
	}
	return fmt.Sprintf("We asked %s for %s%s.", a.Of, a.For, on)
}
