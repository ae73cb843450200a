package lively

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

//go:embed profiles/*.json
var profileFiles embed.FS

// profile is what is said about a kind of need: the request, and what people say of it on the way to a decision. Its
// texts hold places for names and days: {first}, {day -40} as “13 November 2026”, {on -40} as 2026-11-13, counted from the
// day of receipt.
type profile struct {
	Request   json.RawMessage    `json:"request"`
	Family    string             `json:"family"` // what the family says when it is asked
	Child     string             `json:"child"`
	School    string             `json:"school"`
	Views     []casework.Finding `json:"views"`      // on limb 8b, one for each member who records a view
	PanelYes  string             `json:"panel_yes"`  // the panel’s reasons for an assessment
	PanelNo   string             `json:"panel_no"`   // and against one
	Needs     casework.Finding   `json:"needs"`      // limb 8a
	Yes       casework.Finding   `json:"yes"`        // limb 8b, met
	No        casework.Finding   `json:"no"`         // limb 8b, not met, with the full record
	NextSteps []string           `json:"next_steps"` // after a refusal
	Departure string             `json:"departure"`  // why the panel’s advice is not followed
	Call      string             `json:"call"`       // what was said when the decision was told
}

var (
	dayPlace = regexp.MustCompile(`\{(day|on) ([+-]?\d+)\}`)
	place    = regexp.MustCompile(`\{[a-z ]+[^{}"]*\}`)
)

// read fills a profile in for a child, whose request is received on a day.
func read(who child, received statute.Day) (profile, error) {
	data, err := fs.ReadFile(profileFiles, "profiles/"+who.profile+".json")
	if err != nil {
		return profile{}, err
	}
	var p profile
	text := dayPlace.ReplaceAllStringFunc(who.fill(string(data)), func(found string) string {
		parts := dayPlace.FindStringSubmatch(found)
		days, err := strconv.Atoi(parts[2])
		if err != nil {
			return found
		}
		on := received.AddDays(days)
		if parts[1] == "on" {
			return on.String()
		}
		return on.Long()
	})
	if left := place.FindString(text); left != "" {
		return profile{}, fmt.Errorf("profile %s: nothing is known to stand for %s", who.profile, left)
	}
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		return profile{}, fmt.Errorf("read profile %s: %w", who.profile, err)
	}
	return p, nil
}

// fill puts the child’s name and its words in.
func (c child) fill(text string) string {
	words := []string{"{first}", c.first, "{surname}", c.surname, "{parent}", c.parent, "{relation}", c.relation()}
	for _, form := range []struct{ key, she, he, they string }{
		{"they", "she", "he", "they"}, {"They", "She", "He", "They"}, {"them", "her", "him", "them"},
		{"their", "her", "his", "their"}, {"Their", "Her", "His", "Their"},
	} {
		word := form.she
		if c.sex == "M" {
			word = form.he
		}
		words = append(words, "{"+form.key+"}", word)
	}
	return strings.NewReplacer(words...).Replace(text)
}

func (c child) relation() string {
	if strings.HasPrefix(c.parent, "Mr ") {
		return "father"
	}
	return "mother"
}
