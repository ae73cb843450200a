package feedback

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/statute"
)

// TestNotesRead compares each note with its page under testdata, and beside it what an officer is told was left out.
func TestNotesRead(t *testing.T) {
	for name, x := range map[string]decided{"01-agreed": example(t, "01-agreed"), "02-refused": example(t, "02-refused"), "parent": parents(t)} {
		t.Run(name, func(t *testing.T) {
			n := x.note(t)
			golden(t, name+".txt", n.Text())
			golden(t, name+"-withheld.txt", heldBack(n))
			data, err := json.MarshalIndent(n, "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name+".json", string(data)+"\n")
			for _, w := range n.Withheld {
				if w.Sentence != "" && strings.Contains(string(data), w.Sentence) {
					t.Errorf("%q was withheld and stands in the note", w.Sentence)
				}
			}
		})
	}
}

// TestNothingOfTheFamilyIsTold looks for a family's words, names and papers in a note.
func TestNothingOfTheFamilyIsTold(t *testing.T) {
	data, err := json.Marshal(parents(t).note(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"Aidan", "Mr Frayne", "father", "night", "evening", "flat", "bereave", "Keane", "gran", "Tern Court", "NM2 7TC", "07700", "rather be ill", "E1", "E2", "aunt", "sister"} {
		if strings.Contains(string(data), secret) {
			t.Errorf("the school reads %q:\n%s", secret, data)
		}
	}
	for _, own := range []string{"E3", "E4", "E5", "twice a day", "specialist teacher", "stays with the class", "at any time"} {
		if !strings.Contains(string(data), own) {
			t.Errorf("the school does not read %q", own)
		}
	}
}

// TestWhatIsReleasedMayBeUsed has an officer release a paper, and the sentence that rests on it comes in.
func TestWhatIsReleasedMayBeUsed(t *testing.T) {
	x := parents(t)
	x.d.Findings[1].Reason = "Callum has learned to name what he feels (E2)."
	if text := x.note(t).Text(); strings.Contains(text, "name what he feels") {
		t.Errorf("nobody has shown E2 to the school:\n%s", text)
	}
	x.c.Evidence[1].See = []casework.Party{casework.TheSchool}
	if text := x.note(t).Text(); !strings.Contains(text, "name what he feels") {
		t.Errorf("the school was shown E2 and may read what rests on it:\n%s", text)
	}
}

func TestSentencesThatDoNotGo(t *testing.T) {
	g := newGuard(parents(t).c, parents(t).d, parents(t).r, parents(t).said)
	for sentence, why := range map[string]string{
		"Callum reads with a partner each day.":                      "",
		"The assistant stays after lunch.":                           "",
		"It may be necessary for provision to be made under a plan.": "",
		"The school or the family can ask again.":                    "",
		"Aidan said so.":                                                  "names",
		"mr frayne rang.":                                                 "names",
		"Ms Frayne was there.":                                            "names",
		"Callum Frayne is in Year 6.":                                     "",
		"The letter from the bereavement service says so.":                "names",
		"Ms Keane sees him.":                                              "names",
		"He lives at 9 Tern Court.":                                       "address",
		"The taxi goes to NM2 7TC.":                                       "address",
		"Callum would rather be ill than come.":                           "repeats",
		"Mornings are “on nights”, the log shows.":                        "quotes",
		"Grandparents help.":                                              "home",
		"A social worker came.":                                           "home",
		"We offer you a meeting.":                                         "addressed",
		"The school looks at the homework club.":                          "",
		"He was seen by the paediatrician on 3.5 occasions, e.g. in May.": "",
	} {
		if got := g.against(sentence); (why == "") != (got == "") || !strings.Contains(got, why) {
			t.Errorf("%q: %q, want %q", sentence, got, why)
		}
	}
}

// TestANameThatIsAWord lets "may" pass where the mother is called May, and stops May.
func TestANameThatIsAWord(t *testing.T) {
	x := parents(t)
	x.c.Family[0].Name = "May Frayne"
	g := newGuard(x.c, x.d, x.r, nil)
	if why := g.against("A plan may be needed."); why != "" {
		t.Errorf("“may” is a word here: %s", why)
	}
	if g.against("He draws with May on Fridays.") == "" {
		t.Error("May is the mother")
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"":                 0,
		"One.":             1,
		"One. Two! Three?": 3,
		"Mr. Price and Dr. Rhys agree. So do we.": 2,
		"From 3.5 to 4.2 hours. E.g. in May.":     2,
		"She said “it is hard.” Then she drew.":   2,
		"No full stop": 1,
		"He reads 24 words. 12 more than in June.":      2,
		"It ends so (evidence E1 and E4). Then it went": 2,
	} {
		if got := split(text); len(got) != want {
			t.Errorf("%q is %d sentences, want %d: %q", text, len(got), want, got)
		}
	}
	if got := cited("E2 to E4, E7 and (evidence E10), never E0 or SEN1 or NE5"); len(got) != 5 {
		t.Errorf("cited: %v", got)
	}
}

// TestWhenANoteOpens keeps a note shut until the family's letter is deemed to have come.
func TestWhenANoteOpens(t *testing.T) {
	x := example(t, "02-refused") // posted on Thursday 17 December 2026: deemed on Monday 21
	if n := x.note(t); n.OpenOn(statute.Date(2026, 12, 20)) || !n.OpenOn(statute.Date(2026, 12, 21)) {
		t.Errorf("it opens on %s", n.Opens)
	}
	x.c.NoticeGiven = nil
	if n := x.note(t); !n.Opens.IsZero() || n.OpenOn(statute.Date(2027, 12, 21)) {
		t.Error("it opens though the family’s letters have not all gone")
	}
}

func TestNoNote(t *testing.T) {
	x := example(t, "02-refused")
	open, none, other := x.c, x.c, x.d
	open.Decided, none.Opened.School, other.Outcome = nil, nil, casework.Assess
	for name, c := range map[string]struct {
		c    casework.Case
		d    casework.Decision
		want error
	}{"no school": {none, x.d, ErrNoSchool}, "not decided": {open, x.d, ErrNotDecided}, "another decision": {x.c, other, ErrNotDecided}} {
		if _, err := Build(c.c, c.d, x.r, evidence.Review{}, today()); !errors.Is(err, c.want) {
			t.Errorf("%s: the error is %v, want %v", name, err, c.want)
		}
	}
}

// TestTheNoteIsNoBar holds every note to what the law says of asking again.
func TestTheNoteIsNoBar(t *testing.T) {
	for _, limb := range []casework.Limb{casework.LimbS1, casework.Limb8a, casework.Limb8b} {
		x := parents(t)
		x.d.Findings = []casework.Finding{{Limb: limb, Answer: casework.NotMet}}
		text := x.note(t).Text()
		for _, say := range []string{"again at any time", "It is no bar", "advice, not a condition"} {
			if !strings.Contains(strings.Join(strings.Fields(text), " "), say) {
				t.Errorf("a refusal on %s does not say %q", limb, say)
			}
		}
		if strings.ContainsAny(text, "{}'") {
			t.Errorf("a refusal on %s has an open place or a straight apostrophe:\n%s", limb, text)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	x := example(b, "02-refused")
	review := evidence.ReviewOf(x.r, x.c.Evidence)
	for b.Loop() {
		if _, err := Build(x.c, x.d, x.r, review, today(), x.said...); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTheWordingIsWhole wants each sentence with its name, its law and its days, and every one of them used in some note.
func TestTheWordingIsWhole(t *testing.T) {
	named := []string{"note.asked.setting", "note.asked.others", "note.relied", "note.shows", "note.lacks", "note.question.S1", "note.question.8a", "note.question.8b"}
	for _, a := range []casework.Answer{casework.Met, casework.NotMet, casework.NotReached} {
		named = append(named, answerWords(a))
	}
	for _, o := range []casework.Outcome{casework.Assess, casework.NotAssess} {
		named = append(append(append(named, "note.decision."+string(o)), nextWords(o)...), standingWords(o)...)
	}
	named = append(append(named, assessmentWords()...), newRequestWords("")...)
	for _, w := range Wording() {
		if w.Source == "" || w.Text == "" || w.From.IsZero() || strings.ContainsAny(w.Text, "'\"") {
			t.Errorf("%s is not whole", w.ID)
		}
		if !slices.Contains(named, w.ID) {
			t.Errorf("no note uses %s", w.ID)
		}
		named = slices.DeleteFunc(named, func(id string) bool { return id == w.ID })
	}
	if len(named) > 0 {
		t.Errorf("there is no wording for %v", named)
	}
	x := parents(t)
	if _, err := Build(x.c, x.d, x.r, review(x), statute.Date(2013, 1, 1)); err == nil || !strings.Contains(err.Error(), "note.decision") {
		t.Errorf("a note before its wording: %v", err)
	}
}
