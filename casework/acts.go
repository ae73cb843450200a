package casework

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/statute"
)

// Determine records that the council determines, under s.36(3), that a plan may be necessary, so that it is considering
// an assessment. A determination that it is not necessary is a refusal, and is decided with [Decide] on limb S1.
type Determine struct {
	OnReceipt bool   `json:"on_receipt,omitempty"` // by standing rule, on the day of receipt
	Why       string `json:"why,omitempty"`
}

// Kind is ActDetermine.
func (Determine) Kind() ActKind { return ActDetermine }

func (Determine) check(Case, Actor, statute.Day, *gaps) {}

func (a Determine) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{Determined(a)}, nil
}

// Consult records that somebody was asked for their view, or gave it (s.36(4), s.36(7)).
type Consult struct {
	Whom     string        `json:"whom"`
	How      string        `json:"how"`
	Who      []AddresseeID `json:"who,omitempty"` // which of the family; each for themselves where they are in dispute
	Asked    statute.Day   `json:"asked"`
	Received bool          `json:"received,omitempty"`
	Views    string        `json:"views,omitempty"`
}

// Kind is ActConsult.
func (Consult) Kind() ActKind { return ActConsult }

func (a Consult) check(c Case, _ Actor, on statute.Day, g *gaps) {
	switch a.Whom {
	case "family", "child", "school", "health", "social_care":
	default:
		g.addf("whom", "Write family, child, school, health or social_care.", "%q is not somebody who is consulted.", a.Whom)
	}
	switch a.How {
	case "letter", "call", "meeting", "email", "portal":
	default:
		g.addf("how", "Write letter, call, meeting, email or portal.", "%q does not say how they were asked.", a.How)
	}
	for i, id := range a.Who {
		if who, known := c.Addressee(id); !known || who.Standing == Setting || a.Whom != "family" {
			g.addf(fmt.Sprintf("who[%d]", i), "Copy it from the case, as family-1, and write family for whom.", "%q is not a member of the family in this case.", id)
		}
	}
	if a.Whom == "family" && len(a.Who) == 0 && len(c.Dispute) > 0 {
		g.add("who", "is missing, and the parents are in dispute: neither speaks for the other.", "Name whose views these are, and record each parent’s for themselves.")
	}
	if a.Asked.IsZero() || a.Asked.Before(c.Opened.Received) || a.Asked.After(on) {
		g.addf("asked", "Give the day they were asked.", "must lie between the day of receipt (%s) and today (%s).", c.Opened.Received.Short(), on.Short())
	}
	if a.Received && blank(a.Views) {
		g.add("views", "are said to have come, but none are written down.", "Write what they said, or set received to false.")
	}
}

func (a Consult) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{Consulted{Whom: a.Whom, How: a.How, Who: a.Who, Asked: a.Asked, Received: a.Received, Views: a.Views}}, nil
}

// ConfirmPosted records that a printed letter was posted, and when. A letter's date is the day it went: where the two
// differ, the letter is voided and owed again with the right date.
type ConfirmPosted struct {
	Letter LetterKey   `json:"letter"`
	On     statute.Day `json:"on"`
}

// Kind is ActPost.
func (ConfirmPosted) Kind() ActKind { return ActPost }

func (a ConfirmPosted) check(c Case, _ Actor, on statute.Day, g *gaps) {
	l, found := c.letter(a.Letter)
	switch {
	case !found:
		g.addf("letter", "List the case’s letters and copy the key again.", "%s is not a letter of this case.", a.Letter)
	case l.State == LetterPosted:
		g.addf("letter", "Nothing more is to be done for it.", "%s was posted on %s.", a.Letter, l.Posted.Long())
	case l.State != LetterIssued:
		g.addf("letter", "Post the newest version, and destroy this one.", "%s must not be posted: it is %s.", a.Letter, l.State)
	}
	if a.On.IsZero() || a.On.After(on) {
		g.addf("on", "Give the day it was posted, or is being posted today.", "must be a day up to today (%s).", on.Short())
	}
}

func (a ConfirmPosted) follows(c Case, _ Actor, on statute.Day) ([]Body, error) {
	l, _ := c.letter(a.Letter)
	if l.Dated != a.On {
		why := fmt.Sprintf("It is dated %s and would have been posted on %s. It is printed again with the right date.", l.Dated.Long(), a.On.Long())
		return []Body{Voided{Letter: a.Letter, Why: why}}, nil
	}
	return c.posted(a.Letter, a.On, on)
}

// FinishTask records that a task was done. A letter that could not be issued is tried again.
type FinishTask struct {
	Task TaskID `json:"task"`
	How  string `json:"how"`
}

// Kind is ActFinish.
func (FinishTask) Kind() ActKind { return ActFinish }

func (a FinishTask) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	open := false
	for _, t := range c.Tasks {
		open = open || t.Task == a.Task && !t.Done
	}
	if !open {
		g.addf("task", "List the case’s open tasks and copy its name again.", "%q is not an open task of this case.", a.Task)
	}
	if blank(a.How) {
		g.add("how", "is missing.", "Say in a sentence what was done.")
	}
	if (a.Task == taskBreach || a.Task == c.updateTask()) && c.Decided == nil && len(c.family()) > 0 {
		g.addf("task", "Give tell_delay, with the reason and a day that you can keep.", "%s is done when the family has its letter.", a.Task)
	}
}

func (a FinishTask) follows(Case, Actor, statute.Day) ([]Body, error) {
	return []Body{TaskDone(a)}, nil
}

// Withdraw records that a request is withdrawn. Only the family can confirm it; who suggested it is recorded. Where others
// have asked too, theirs stand.
type Withdraw struct {
	Request     int         `json:"request,omitempty"` // the event with which it came, where there are several
	ConfirmedBy AddresseeID `json:"confirmed_by"`
	SuggestedBy string      `json:"suggested_by"`
	Why         string      `json:"why,omitempty"`
	// AgreedBy are the others in the family who agree. Parents in dispute all have to: neither overrides the other.
	AgreedBy []AddresseeID `json:"agreed_by,omitempty"`
}

// Kind is ActWithdraw.
func (Withdraw) Kind() ActKind { return ActWithdraw }

func (a Withdraw) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	if who, found := c.Addressee(a.ConfirmedBy); !found || who.Standing == Setting {
		g.add("confirmed_by", "must be a member of the family.", "A request is not withdrawn over the family’s wish. Ask them, and name who confirmed it, as family-1.")
	}
	if missing := c.disagree(a.ConfirmedBy, a.AgreedBy); len(missing) > 0 {
		g.addf("agreed_by", "Ask them, and name them here if they agree.", "does not name %s, who is in dispute with the others: neither overrides the other.", strings.Join(missing, ", "))
	}
	if blank(a.SuggestedBy) {
		g.add("suggested_by", "is missing.", "Record who raised it first: family, school, officer or other.")
	}
	standing := c.standing()
	named := slices.ContainsFunc(standing, func(asked Asked) bool { return asked.Seq == a.Request })
	if len(standing) > 1 && !named || a.Request != 0 && !named {
		g.addf("request", "Name the event with which the request came.", "must name one of the %d requests that stand.", len(standing))
	}
}

func (a Withdraw) follows(c Case, _ Actor, _ statute.Day) ([]Body, error) {
	if len(c.standing()) > 1 {
		return []Body{RequestWithdrawn{Request: a.Request, ConfirmedBy: a.ConfirmedBy, SuggestedBy: a.SuggestedBy, Why: a.Why, AgreedBy: a.AgreedBy}}, nil
	}
	withdrawn := Withdrawn{ConfirmedBy: a.ConfirmedBy, SuggestedBy: a.SuggestedBy, Why: a.Why, AgreedBy: a.AgreedBy}
	bodies := append([]Body{withdrawn}, c.recallAll("The request was withdrawn.")...)
	if len(c.family()) == 0 {
		bodies = append(bodies, Closed{Why: whyWithdrawn})
	}
	return bodies, nil
}

func (c Case) letter(key LetterKey) (Letter, bool) {
	for _, l := range c.Letters {
		if l.Key == key {
			return l, true
		}
	}
	return Letter{}, false
}

func checkOutcome(o Outcome, g *gaps) {
	if o != Assess && o != NotAssess {
		g.addf("outcome", "Write assess or not_assess. More information can be asked for while the six weeks go on, but that is no outcome.", "%q is not an outcome the law knows.", o)
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
