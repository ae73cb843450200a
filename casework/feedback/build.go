package feedback

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/statute"
)

// Why there is no note.
var (
	ErrNoSchool   = errors.New("the case has no school, nursery or college to tell")
	ErrNotDecided = errors.New("the case has not been decided in this way")
)

// Build makes the note of a decision from its reasons, the request and the review of its evidence.
//
// The review is the one of the same request, with the school's replies where a family asked; an empty one leaves out what
// was strong and what was missing. What the family said when it was consulted is not in a case, which is light: said gives
// those events, so that their words too are looked for. The fixed wording is that in force on the day. The error is [ErrNoSchool] or [ErrNotDecided], wrapped with what
// to do.
func Build(c casework.Case, d casework.Decision, r casework.Request, review evidence.Review, on statute.Day, said ...casework.Consulted) (Note, error) {
	switch {
	case c.Opened.School == nil:
		return Note{}, fmt.Errorf("make the feedback note of %s: %w. Nothing is owed", c.Ref, ErrNoSchool)
	case c.Decided == nil || c.Decided.Outcome != d.Outcome || d.Outcome != casework.Assess && d.Outcome != casework.NotAssess:
		return Note{}, fmt.Errorf("make the feedback note of %s: %w. Make it from the decision that was recorded", c.Ref, ErrNotDecided)
	}
	b := builder{c: c, d: d, on: on, guard: newGuard(c, d, r, said)}
	b.note = Note{
		Schema: Schema, Case: c.Ref, Child: c.Opened.Child.ShortName(), Setting: c.Opened.Setting, Outcome: d.Outcome,
		DecidedOn: c.Decided.On, Opens: opens(c),
		Strong: []Point{}, Missing: []Point{}, Next: []Point{},
	}
	b.asked = b.words(askedWords(r)).Text
	b.note.Decision = b.words("note.decision." + string(d.Outcome)).Text
	b.findings()
	b.strong(review)
	missing := b.missing(review)
	b.next()
	if d.Outcome == casework.Assess {
		b.note.Assessment = append(b.all(assessmentWords()...), missing...)
	} else {
		b.note.NewRequest = append(missing, b.all(newRequestWords(b.failed())...)...)
	}
	b.note.Standing = b.all(standingWords(d.Outcome)...)
	if len(b.lacks) > 0 {
		return Note{}, fmt.Errorf("make the feedback note of %s: the wording of %s has no %s", c.Ref, on.Long(), strings.Join(b.lacks, ", "))
	}
	return b.note, nil
}

// builder carries the note while it is made.
type builder struct {
	c     casework.Case
	d     casework.Decision
	on    statute.Day
	asked string // who asked, in words
	guard guard
	note  Note
	lacks []string // wording that is not there on the day
}

// asksItself reports whether the request is the setting's own.
func asksItself(r casework.Request) bool {
	return slices.Contains([]string{"school", "post16", "early_years"}, r.Requester.Type.Word())
}

// askedWords names the words for a request of the setting's own, or of others.
func askedWords(r casework.Request) string {
	if asksItself(r) {
		return "note.asked.setting"
	}
	return "note.asked.others"
}

// failed is the limb on which a refusal rests.
func (b *builder) failed() casework.Limb {
	f, _ := b.d.Failed()
	return f.Limb
}

// findings answers the questions of the law one by one, each with the sentences that may go.
func (b *builder) findings() {
	for i, f := range b.d.Findings {
		found := Finding{Limb: f.Limb, Question: b.question(f.Limb), Answer: f.Answer, Said: b.words(answerWords(f.Answer)).Text, ReliedOn: b.exhibits(f.ReliedOn)}
		found.Reasons = b.sentences(fmt.Sprintf("findings[%d].reason", i), f.Reason, f.ReliedOn)
		b.note.Findings = append(b.note.Findings, found)
	}
}

// question is a question of the law; one that the law does not ask stands as it was given.
func (b *builder) question(l casework.Limb) string {
	if l != casework.LimbS1 && l != casework.Limb8a && l != casework.Limb8b {
		return string(l)
	}
	return b.words("note.question." + string(l)).Text
}

// strong says first which of the setting's papers the council relied on, then what they show.
func (b *builder) strong(review evidence.Review) {
	var relied []casework.DocumentID
	for _, f := range b.d.Findings {
		relied = append(relied, f.ReliedOn...)
	}
	if papers := b.exhibits(relied); len(papers) > 0 {
		relied := b.words("note.relied")
		relied.Evidence = papers
		b.note.Strong = append(b.note.Strong, relied)
	}
	for _, it := range review.Items {
		var shows []string
		var papers []casework.DocumentID
		for _, s := range it.Shown {
			if ofFamily(s.ID) {
				continue
			}
			if ids, any := b.ofSetting(s.Where); any {
				shows = append(shows, s.What)
				b.uses(evidence.EditionOf(s.ID))
				papers = append(papers, ids...)
			}
		}
		if len(shows) > 0 {
			b.note.Strong = append(b.note.Strong, Point{Text: b.listing("note.shows", it.Title, shows), Evidence: b.exhibits(papers), Source: it.Source})
		}
	}
}

// ofFamily marks what only a family or a child can give. The note says nothing of it, there or not.
func ofFamily(id evidence.AspectID) bool {
	return id == "views.family" || id == "views.child"
}

// ofSetting picks the places that are the setting's own or that it was shown.
func (b *builder) ofSetting(where []evidence.Place) (ids []casework.DocumentID, any bool) {
	for _, p := range where {
		switch {
		case p.Document != "":
			if b.maySee(p.Document) {
				ids, any = append(ids, p.Document), true
			}
		case p.From == string(casework.TheSchool):
			any = true
		}
	}
	return ids, any
}

// missing says what was not shown by anybody and bears on the decision, and returns what to do about each.
func (b *builder) missing(review evidence.Review) []Point {
	var todo []Point
	for _, it := range review.Items {
		if b.d.Outcome == casework.NotAssess && !bearsOn(it.Limbs, b.failed()) {
			continue
		}
		var lacks []string
		for _, m := range it.Missing {
			if ofFamily(m.ID) {
				continue
			}
			lacks = append(lacks, m.What)
			b.uses(evidence.EditionOf(m.ID))
			todo = append(todo, Point{Text: m.Next, Source: it.Source})
		}
		if len(lacks) > 0 {
			b.note.Missing = append(b.note.Missing, Point{Text: b.listing("note.lacks", it.Title, lacks), Source: it.Source})
		}
	}
	return todo
}

// bearsOn reports whether a head helps with the question on which a refusal rests. The first stage asks for both at once.
func bearsOn(limbs []casework.Limb, failed casework.Limb) bool {
	return failed == casework.LimbS1 || failed == "" || slices.Contains(limbs, failed)
}

// next is the decision's own steps, as far as they may go, and what holds in every case.
func (b *builder) next() {
	for i, step := range b.d.NextSteps {
		for _, s := range b.passing(fmt.Sprintf("next_steps[%d]", i), step) {
			b.note.Next = append(b.note.Next, Point{Text: s})
		}
	}
	b.note.Next = append(b.note.Next, b.all(nextWords(b.d.Outcome)...)...)
}

// exhibits lists those of the papers that the setting may see, each once, in the order of the case's index.
func (b *builder) exhibits(ids []casework.DocumentID) []Exhibit {
	var shown []Exhibit
	for _, e := range b.c.Evidence {
		if !slices.Contains(ids, e.ID) || !b.maySee(e.ID) {
			continue
		}
		x := Exhibit{ID: e.ID, Title: e.Title}
		if why := b.guard.inTitle(e.Title); why != "" {
			x.Title = ""
			b.note.hold("evidence "+string(e.ID), e.Title, why)
		}
		shown = append(shown, x)
	}
	return shown
}

func (b *builder) maySee(id casework.DocumentID) bool {
	e, ok := b.c.Exhibit(id)
	return ok && seenBySetting(e)
}

// seenBySetting reports whether the setting gave a paper or was shown it. What a family or a child said stays theirs, also
// where the setting passed it on.
func seenBySetting(e casework.Evidence) bool {
	return e.MaySee(casework.TheSchool) && e.Class != "family_views" && e.Class != "child_views"
}

func (n *Note) hold(where, sentence, why string) {
	w := Withheld{Where: where, Sentence: sentence, Why: why}
	if !slices.Contains(n.Withheld, w) {
		n.Withheld = append(n.Withheld, w)
	}
}

// listing is a sentence about a head of the evidence.
func (b *builder) listing(id, head string, clauses []string) string {
	return strings.NewReplacer("{head}", head, "{list}", list(clauses)).Replace(b.words(id).Text)
}

func (b *builder) fill(text string) string {
	return strings.NewReplacer("{child}", b.c.Opened.Child.ShortName(), "{asked}", b.asked).Replace(text)
}

// list joins clauses, which may have commas and an "and" of their own.
func list(clauses []string) string {
	if n := len(clauses); n > 1 {
		return strings.Join(clauses[:n-1], "; ") + "; and " + clauses[n-1]
	}
	return strings.Join(clauses, "")
}
