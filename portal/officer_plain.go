package portal

import (
	"encoding/json"
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/plain"
	"sendpanel/letters"
)

// How plain the words for a family are is shown beside them, before anything is issued. It is advice and stops nothing.

// plainMost is how many notes on plain words are shown at once.
const plainMost = 6

// plainNotes says at which age a text reads, where that can be told, and what in it is hard: which sentences, which words,
// and the plain word to use.
func (p *Portal) plainNotes(text string) []string {
	report := plain.Check(text)
	var notes []string
	if report.Reliable {
		say := "reading-age-well"
		if report.ReadingAge > plainAge {
			say = "reading-age"
		}
		notes = append(notes, p.say(say, "age", fmt.Sprintf("%.0f", report.ReadingAge)))
	}
	more := len(report.Notes) - plainMost
	for _, n := range report.Notes[:min(plainMost, len(report.Notes))] {
		note := fmt.Sprintf("“%s”: %s", n.Text, n.Says)
		if n.Instead != "" {
			note += " " + p.say("plain-instead", "word", n.Instead)
		}
		notes = append(notes, note)
	}
	if more > 0 {
		notes = append(notes, p.say("plain-more", "number", fmt.Sprint(more)))
	}
	return notes
}

// plainAge is the reading age, in years, from which a text is said to be hard.
const plainAge = 13

// plainLook says how plain a text is while it is written: the answer of the live check beside what families will read.
func (p *Portal) plainLook(v *Visit) error {
	notes := p.plainNotes(v.Form.Get("text"))
	if notes == nil {
		notes = []string{}
	}
	v.W.Header().Set("Content-Type", "application/json")
	return json.NewEncoder(v.W).Encode(map[string][]string{"notes": notes})
}

// ownWords is everything in a decision that somebody wrote for the family.
func ownWords(d casework.Decision) string {
	var all []string
	for _, f := range d.Findings {
		all = append(all, f.Reason, f.AnswerToFamily)
		for _, s := range f.NotReliedOn {
			all = append(all, s.Why)
		}
	}
	all = append(all, d.Over18, d.Departure)
	return strings.TrimSpace(strings.Join(append(all, d.NextSteps...), "\n\n"))
}

// letterReads is how plain a letter is: as a whole, and what was written for this case.
type letterReads struct {
	Whole string
	Own   []string
}

func (p *Portal) readsOf(l letters.Letter) letterReads {
	all, own := l.Words()
	var reads letterReads
	if report := plain.Check(all); report.Reliable {
		reads.Whole = p.say("letter-reads", "age", fmt.Sprintf("%.0f", report.ReadingAge))
	}
	reads.Own = p.plainNotes(own)
	return reads
}
