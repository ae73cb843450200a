package plain

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// What counts as hard.
const (
	longSentence = 25 // words: GOV.UK’s own limit
	hardAge      = 15 // reading age of one sentence
	hardWords    = 9  // a sentence of fewer words is not blamed for its age: one long name makes it
)

// Enough is how many words a reading age takes.
const Enough = 30

// Kind is what is hard about a stretch of text.
type Kind string

// The kinds of note.
const (
	Long    Kind = "long_sentence"
	Hard    Kind = "hard_sentence"
	Passive Kind = "passive"
	Jargon  Kind = "jargon"
	Short   Kind = "abbreviation"
)

// Note is one thing that could be plainer.
type Note struct {
	Kind    Kind   `json:"kind"`
	Start   int    `json:"start"` // in bytes of the text
	End     int    `json:"end"`
	Text    string `json:"text"`              // the stretch itself
	Says    string `json:"says"`              // what is hard about it
	Instead string `json:"instead,omitempty"` // the plain word to use
}

// Report is what was found in a text.
type Report struct {
	Words      int     `json:"words"`
	Sentences  int     `json:"sentences"`
	ReadingAge float64 `json:"reading_age"` // in years; 0 of a text without words
	Reliable   bool    `json:"reliable"`    // false of fewer than [Enough] words
	Notes      []Note  `json:"notes"`       // in the order of the text
}

// Check reads a text. It takes any bytes, and finds what it finds.
func Check(text string) Report {
	report := Report{Notes: []Note{}}
	syllables := 0
	for _, s := range sentences(text) {
		words := wordsIn(text, s)
		if len(words) == 0 {
			continue
		}
		report.Sentences++
		report.Words += len(words)
		n := 0
		for _, w := range words {
			n += syllablesOf(w.text)
		}
		syllables += n
		report.Notes = append(report.Notes, blame(text, s, len(words), n)...)
		report.Notes = append(report.Notes, passives(text, words)...)
	}
	report.Notes = append(report.Notes, jargon(text)...)
	report.Notes = append(report.Notes, abbreviations(text)...)
	report.ReadingAge = age(report.Words, report.Sentences, syllables)
	report.Reliable = report.Words >= Enough
	slices.SortStableFunc(report.Notes, func(a, b Note) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	return report
}

// blame says whether a sentence is long, or hard for its length.
func blame(text string, s span, words, syllables int) []Note {
	years := age(words, 1, syllables)
	switch {
	case words > longSentence:
		return []Note{note(Long, text, s, fmt.Sprintf("This sentence has %d words. Make two or three of it; %d are enough for one.", words, longSentence), "")}
	case words >= hardWords && years >= hardAge:
		return []Note{note(Hard, text, s, fmt.Sprintf("By the length of its words this sentence takes a reader of %.0f. Use shorter words where there are any.", years), "")}
	}
	return nil
}

func note(kind Kind, text string, s span, says, instead string) Note {
	return Note{Kind: kind, Start: s.start, End: s.end, Text: strings.TrimSpace(text[s.start:s.end]), Says: says, Instead: instead}
}

// age is the Flesch–Kincaid grade as the age of a pupil, in tenths of a year, from 5 on.
func age(words, sentences, syllables int) float64 {
	if words == 0 || sentences == 0 {
		return 0
	}
	grade := 0.39*float64(words)/float64(sentences) + 11.8*float64(syllables)/float64(words) - 15.59
	return float64(int(10*max(5, grade+5)+0.5)) / 10
}
