package letters

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"sendpanel/casework"
	"sendpanel/statute"
)

//go:embed wording/*.json
var wordingFiles embed.FS

// paragraph is one paragraph of the letters’ wording, as dated data. A changed paragraph is a new entry with its own
// days, so that what was signed off stays as it was signed.
type paragraph struct {
	ID     string           `json:"id"`
	From   statute.Day      `json:"from"`
	Until  statute.Day      `json:"until,omitzero"`
	Source string           `json:"source"` // the law it rests on, and whether that is unconfirmed
	Holds  []Element        `json:"holds,omitempty"`
	Text   map[voice]string `json:"text"`

	digest string // what a signature names
}

// voice is whom a text speaks to.
type voice string

const (
	toAnybody     voice = "all"
	toParent      voice = "parent" // also to whoever acts for a young person, who speaks of them by name
	toYoungPerson voice = "young_person"
	toSchool      voice = "school"
	toAgency      voice = "agency" // health and social care
)

func voiceFor(s casework.Standing) voice {
	switch s {
	case casework.YoungPerson:
		return toYoungPerson
	case casework.Setting:
		return toSchool
	case casework.Agency:
		return toAgency
	}
	return toParent
}

// wordings is all paragraphs that letters are made of.
type wordings []paragraph

// embeddedWording reads the wording that is compiled in. Nothing writes to the result.
var embeddedWording = sync.OnceValue(func() wordings {
	w, err := readWording(wordingFiles)
	if err != nil {
		// The files are compiled in and tested: only a damaged program can come here.
		panic("letters: the embedded wording cannot be used: " + err.Error())
	}
	return w
})

func readWording(files embed.FS) (wordings, error) {
	entries, err := files.ReadDir("wording")
	if err != nil {
		return nil, fmt.Errorf("list the wording: %w", err)
	}
	var all wordings
	for _, e := range entries {
		data, err := files.ReadFile("wording/" + e.Name())
		if err != nil {
			return nil, fmt.Errorf("read wording: %w", err)
		}
		var some wordings
		if err := json.Unmarshal(data, &some); err != nil {
			return nil, fmt.Errorf("read wording %s: %w", e.Name(), err)
		}
		for i := range some {
			some[i].digest = some[i].read()
		}
		all = append(all, some...)
	}
	return all, nil
}

// find is the paragraph in force on the day, with its text for the voice.
func (w wordings) find(id string, to voice, on statute.Day) (paragraph, string, bool) {
	for i := range w {
		p := &w[i]
		if p.ID != id || on.Before(p.From) || !p.Until.IsZero() && on.After(p.Until) {
			continue
		}
		if text, ok := p.Text[to]; ok {
			return *p, text, true
		}
		if text, ok := p.Text[toAnybody]; ok {
			return *p, text, true
		}
	}
	return paragraph{}, "", false
}

// fill puts the case’s words in the places of a text, as “{child}”. It returns the first place for which there is no word.
func fill(text string, words map[string]string) (filled, missing string) {
	var b strings.Builder
	for {
		from, to := placeIn(text)
		if to == 0 {
			break
		}
		word := words[text[from+1:to-1]]
		if missing == "" && strings.TrimSpace(word) == "" {
			missing = text[from:to]
		}
		b.WriteString(text[:from])
		b.WriteString(word)
		text = text[to:]
	}
	if b.Len() == 0 {
		return text, missing
	}
	b.WriteString(text)
	return b.String(), missing
}

// placeIn is where the first place in a text begins and ends; it ends at 0 where there is none.
func placeIn(text string) (from, to int) {
	for done := 0; ; {
		n := strings.IndexByte(text[done:], '{')
		if n < 0 {
			return 0, 0
		}
		from = done + n
		for to = from + 1; to < len(text) && (text[to] >= 'a' && text[to] <= 'z' || text[to] >= '0' && text[to] <= '9' || text[to] == '_'); {
			to++
		}
		if to > from+1 && to < len(text) && text[to] == '}' {
			return from, to + 1
		}
		done = from + 1
	}
}

// prose reads **bold** in the wording and fills each stretch. Filling comes last: an asterisk in somebody’s name or
// reasons stays an asterisk.
func prose(text string, words map[string]string) (p Prose, missing string) {
	for i, part := range strings.Split(text, "**") {
		filled, gap := fill(part, words)
		if missing == "" {
			missing = gap
		}
		if filled != "" {
			p = append(p, Run{Text: filled, Bold: i%2 == 1})
		}
	}
	return p, missing
}

func plain(s string) Prose { return Prose{{Text: s}} }
