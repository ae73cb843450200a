package evidence

import (
	"sync"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Sentence is what a review says of one thing looked for, as it reaches a school in a letter: the head it stands under, the
// clause and what to do, in the words of each phase.
type Sentence struct {
	ID     AspectID          `json:"id"`
	From   statute.Day       `json:"from"`
	Source string            `json:"source"`
	Text   map[string]string `json:"text"` // by phase and part: "school: clause"
}

// Edition names the sentence as it stands.
func (s Sentence) Edition() casework.Edition {
	return casework.Edition{ID: "evidence." + string(s.ID), From: s.From, Read: casework.ReadOf(s)}
}

// Sentences lists them all, in the order of the tables. Nothing may write to them.
var Sentences = sync.OnceValue(func() []Sentence {
	var all []Sentence
	for _, h := range append(bullets(), graduated()...) {
		for _, a := range h.aspects {
			s := Sentence{ID: a.id, From: statute.Date(2014, 9, 1), Source: h.source, Text: map[string]string{}}
			for _, phase := range []Phase{EarlyYears, InSchool, Post16} {
				s.Text[string(phase)+": head"], s.Text[string(phase)+": clause"], s.Text[string(phase)+": next"] = phase.fill(h.title), phase.fill(a.clause), phase.fill(a.next)
			}
			all = append(all, s)
		}
	}
	return all
})

var editions = sync.OnceValue(func() map[AspectID]casework.Edition {
	byID := map[AspectID]casework.Edition{}
	for _, s := range Sentences() {
		byID[s.ID] = s.Edition()
	}
	return byID
})

// EditionOf names what a review says of one thing looked for.
func EditionOf(id AspectID) casework.Edition { return editions()[id] }
