package casework

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/statute"
)

// What somebody in the family does for themselves, signed in as the person addressed. None of it decides anything: views
// and papers go into the case as they are, the rest becomes an officer's task.

// Topic is what somebody in the family tells the council about.
type Topic string

// The topics.
const (
	OwnViews     Topic = "views"       // what they think, want and ask to be looked at
	ChildsViews  Topic = "child_views" // what the child or young person thinks, in their own words
	MaySharing   Topic = "sharing"     // which of what they gave may be shown, and to whom
	RingMe       Topic = "call"        // they would rather talk
	Urgent       Topic = "urgent"      // something has changed that cannot wait
	ToWithdraw   Topic = "withdrawal"  // they think of withdrawing: that is a conversation
	OtherAddress Topic = "address"     // they have moved, or a name is wrong
	Helper       Topic = "helper"      // somebody is to speak or read for them
	ParentsSee   Topic = "parents"     // a young person says what their parents may see
	APaper       Topic = "paper"       // they would like to see a paper, or miss one
	AnotherCopy  Topic = "copy"        // a letter in another language or format
	WhatIsHeld   Topic = "held"        // a copy of all that the council holds about them (UK GDPR, article 15)
	AnythingElse Topic = "other"
)

// topicTask says what an officer has to do about a topic. No word of the family stands in it: that is in the event.
func topicTask(about Topic) (task string, known bool) {
	task, known = map[Topic]string{
		OwnViews:     "Read what %s has told us, and see that the panel has it.",
		ChildsViews:  "Read the child’s or young person’s views, given by %s, and see that the panel has them.",
		MaySharing:   "%s has said who may be shown what they gave us. Release it, or say why not.",
		RingMe:       "Ring %s, who would rather talk.",
		Urgent:       "Ring %s today: something has changed that cannot wait.",
		ToWithdraw:   "Ring %s, who thinks of withdrawing the request. Ask who suggested it; say that they need not, and may ask again at any time.",
		OtherAddress: "%s says that an address or a name is to be changed. Confirm it by the old telephone number or address, then record it.",
		Helper:       "%s wants somebody to speak or to read for them. Get it in writing, then record it.",
		ParentsSee:   "%s has said what their parents may see. Record it.",
		APaper:       "%s asks about a paper. Release it, or say why not.",
		AnotherCopy:  "%s asks for a letter in another language or format.",
		WhatIsHeld:   "%s asks for a copy of all that is held about them. The records manager has the request, and one month from today to answer.",
		AnythingElse: "Read what %s has told us, and answer it.",
	}[about]
	return task, known
}

// longestWords is how many characters somebody in the family can write at once.
const longestWords = 20_000

// FamilySaid: somebody to whom the case is addressed told the council something, in their own words.
type FamilySaid struct {
	About Topic        `json:"about"`
	Words string       `json:"words,omitempty"`
	Times string       `json:"times,omitempty"` // when it is good to ring
	Share []Party      `json:"share,omitempty"` // to whom what they gave may be shown
	Of    []DocumentID `json:"of,omitempty"`    // which documents it is about

	Language string `json:"language,omitempty"` // in which the words are, as “Polish”; empty for English
}

// Kind is KindFamilySaid.
func (FamilySaid) Kind() Kind { return KindFamilySaid }

// SayAsFamily records what somebody in the family tells the council.
type SayAsFamily struct {
	FamilySaid
}

// Kind is ActFamilySays.
func (SayAsFamily) Kind() ActKind { return ActFamilySays }

func (a SayAsFamily) check(c Case, by Actor, _ statute.Day, g *gaps) {
	if _, known := topicTask(a.About); !known {
		g.addf("about", "Choose one of the list.", "%q is nothing that can be told here.", a.About)
	}
	wordless := a.About == RingMe || a.About == ToWithdraw || a.About == MaySharing || a.About == WhatIsHeld
	if blank(a.Words) && !wordless {
		g.add("words", "Nothing is written.", "Write what you want to tell us, or ask us to ring you.")
	}
	if n := len([]rune(a.Words)); n > longestWords {
		g.addf("words", "Send it in parts, or upload it as a document.", "have %d characters, and %d fit.", n, longestWords)
	}
	if len([]rune(a.Language)) > 60 || strings.ContainsAny(a.Language, "\r\n") {
		g.add("language", "is too long.", "Name the language alone.")
	}
	if who, _ := c.Addressee(AddresseeID(by.Person)); a.About == ParentsSee && who.Standing != YoungPerson {
		g.add("about", "is for the young person to say.", "Ask us to ring you.")
	}
	for i, id := range a.Of {
		if e, ok := c.Exhibit(id); !ok || !c.MayKnowAs(AddresseeID(by.Person), e) {
			g.addf(fmt.Sprintf("of[%d]", i), "Choose it from the list of papers.", "%q is no paper that you know of.", id)
		}
	}
}

// follows records views as a consultation as well, so that panel and officer find them where views are; whoever gave them
// is who the event is by.
func (a SayAsFamily) follows(c Case, by Actor, on statute.Day) ([]Body, error) {
	var bodies []Body
	whom := map[Topic]Party{OwnViews: TheFamily, ChildsViews: TheChild}[a.About]
	if whom != "" && slices.Contains(beforeDecision(), c.Stage) {
		bodies = append(bodies, Consulted{Whom: string(whom), How: "portal", Asked: c.askedOn(whom, on), Received: true, Views: a.Words, Language: a.Language})
	} else {
		bodies = append(bodies, a.FamilySaid)
	}
	task, _ := topicTask(a.About)
	what := fmt.Sprintf(task, by.Person)
	if !blank(a.Times) {
		what += " They have said when it is good to ring."
	}
	if a.Language != "" && !blank(a.Words) {
		what += fmt.Sprintf(" It is written in %s: have it translated.", a.Language)
	}
	id := TaskID(fmt.Sprintf("family-%s/%d", a.About, c.Seq+1))
	return append(bodies, TaskRaised{Task: id, For: CaseworkOfficer, What: what}), nil
}

// askedOn is the day on which a party was last asked for its views, or the day on which it gives them unasked.
func (c Case) askedOn(whom Party, on statute.Day) statute.Day {
	for _, said := range slices.Backward(c.Consulted) {
		if said.Whom == string(whom) && !said.Asked.IsZero() {
			return said.Asked
		}
	}
	return on
}

// Wishes are how somebody in the family wants to be written and spoken to.
type Wishes struct {
	Language    string `json:"language,omitempty"`
	Interpreter bool   `json:"interpreter,omitempty"`
	Format      string `json:"format,omitempty"` // of letters: "standard", "large_print", …
	CallFirst   bool   `json:"call_first,omitempty"`
	CallTimes   string `json:"call_times,omitempty"` // when it is good, and safe, to ring
	Voicemail   string `json:"voicemail,omitempty"`  // "yes" or "no"; empty where they have not said
	Notices     bool   `json:"notices,omitempty"`    // they want a message when there is something to read
}

// ordinaryPrint is the format of whoever has said nothing about it.
const ordinaryPrint = "standard"

// WishAsFamily records how somebody in the family wants to be reached. Where and by which number is not theirs to change
// here: that is confirmed by the old route first.
type WishAsFamily struct {
	Wishes
}

// Kind is ActFamilyWishes.
func (WishAsFamily) Kind() ActKind { return ActFamilyWishes }

func (a WishAsFamily) check(c Case, _ Actor, _ statute.Day, g *gaps) {
	Addressee{Voicemail: a.Voicemail, CallTimes: a.CallTimes}.checkCare(c, "", g)
	if len([]rune(a.Language)) > 60 {
		g.add("", "What is written is too long.", "Say it shorter, or ask us to ring you.")
	}
}

// follows takes back a printed letter only where it would be another one now.
func (a WishAsFamily) follows(c Case, by Actor, _ statute.Day) ([]Body, error) {
	who, _ := c.Addressee(AddresseeID(by.Person))
	other := strings.TrimSpace(who.Language) != strings.TrimSpace(a.Language) || orElse(who.Format, ordinaryPrint) != orElse(a.Format, ordinaryPrint)
	who.Language, who.Interpreter, who.Format = strings.TrimSpace(a.Language), a.Interpreter, a.Format
	who.CallFirst, who.CallTimes, who.Voicemail, who.Notices = a.CallFirst, strings.TrimSpace(a.CallTimes), a.Voicemail, a.Notices
	bodies := []Body{AddresseeSet{Addressee: who, Why: "They chose it themselves."}}
	if other {
		bodies = append(bodies, c.recall(who.ID, "The person wants another language or format.")...)
	}
	return bodies, nil
}

// FamilyActor is somebody in the family as who gives a command. The second result is false where the case is not theirs
// to follow.
func (c Case) FamilyActor(id AddresseeID) (Actor, bool) {
	who, known := c.Addressee(id)
	if !known || !c.MayFollow(id) {
		return Actor{}, false
	}
	return Actor{Person: PersonID(id), Name: who.Name, Roles: []Role{FamilyMember}, Account: "portal"}, true
}
