package feedback

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"sendpanel/casework"
	"sendpanel/statute"
)

//go:embed wording.json
var wordingFile []byte

// Words is one sentence of the note’s fixed wording, as dated data. A changed sentence is a new entry with its own days, so
// that what was signed off stays as it was signed. A source marked unconfirmed is from general knowledge and is for a
// council’s lawyers to check first.
type Words struct {
	ID     string      `json:"id"`
	From   statute.Day `json:"from"`
	Until  statute.Day `json:"until,omitzero"`
	Source string      `json:"source"`
	Text   string      `json:"text"`
}

// Edition names the sentence as it stands.
func (w Words) Edition() casework.Edition {
	return casework.Edition{ID: w.ID, From: w.From, Read: casework.ReadOf(w)}
}

// Wording is every sentence of the note’s fixed wording. Nothing may write to it.
var Wording = sync.OnceValue(func() []Words {
	var all []Words
	if err := json.Unmarshal(wordingFile, &all); err != nil {
		// The file is compiled in and tested: only a damaged program can come here.
		panic(fmt.Sprintf("feedback: the wording cannot be read: %v", err))
	}
	return all
})

// words is a sentence in force on the day of the note, filled, and noted as used.
func (b *builder) words(id string) Point {
	for _, w := range Wording() {
		if w.ID == id && !b.on.Before(w.From) && (w.Until.IsZero() || !b.on.After(w.Until)) {
			b.uses(w.Edition())
			return Point{Text: b.fill(w.Text), Source: w.Source}
		}
	}
	b.lacks = append(b.lacks, id)
	return Point{}
}

func (b *builder) uses(e casework.Edition) {
	if !slices.Contains(b.note.Wording, e) {
		b.note.Wording = append(b.note.Wording, e)
	}
}

// all are several sentences, each a point.
func (b *builder) all(ids ...string) []Point {
	points := []Point{}
	for _, id := range ids {
		points = append(points, b.words(id))
	}
	return points
}

// answerWords names the council’s answer.
func answerWords(a casework.Answer) string {
	if a == casework.Met || a == casework.NotMet {
		return "note.answer." + string(a)
	}
	return "note.answer." + string(casework.NotReached)
}

// nextWords names what a setting does now, whatever was written in the decision.
func nextWords(o casework.Outcome) []string {
	if o == casework.Assess {
		return []string{"note.next.assess.help"}
	}
	return []string{"note.next.not_assess.help", "note.next.not_assess.steps"}
}

// newRequestWords names what would help a new request on the question that failed. It stands apart from the reasons, so
// that it cannot be read as a bar.
func newRequestWords(failed casework.Limb) []string {
	switch failed {
	case casework.Limb8a:
		return []string{"note.new.needs", "note.new.change"}
	case casework.Limb8b:
		return []string{"note.new.change", "note.new.enough"}
	}
	return []string{"note.new.needs", "note.new.change", "note.new.enough"}
}

// assessmentWords names what the assessment will need of the setting, and when.
func assessmentWords() []string {
	return []string{"note.assessment.advice", "note.assessment.weeks", "note.assessment.reports", "note.assessment.plan"}
}

// standingWords names what every setting should know.
func standingWords(o casework.Outcome) []string {
	if o == casework.NotAssess {
		return []string{"note.standing.again", "note.standing.no_bar", "note.standing.rights", "note.standing.partial"}
	}
	return []string{"note.standing.partial"}
}
