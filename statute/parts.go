package statute

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"strings"
)

// Part is one part of a rule, which a council’s lawyer reads and signs by itself.
type Part struct {
	Name string            // "duty", "period", "trigger", "exceptions" or "recipients"
	Text map[string]string // what it says, in words
	Read string            // SHA-256, hexadecimal, of what is read: the text, the rule, its source and its days
}

// PartID names a part of a rule as signatures do: "T18/period".
func PartID(rule RuleID, part string) string { return string(rule) + "/" + part }

// Parts are the parts of a rule, each of them the same as long as nothing in it changes: who has confirmed or signed the
// rule is in none.
func (r Rule) Parts() []Part {
	parts := []Part{
		{Name: "duty", Text: map[string]string{"duty": r.Name, "owed by": string(r.OwedBy), "kind": string(r.Kind), "in plain words": r.Plain, "contents": r.Contents, "note": r.Note}},
		{Name: "period", Text: map[string]string{
			"limit": r.Words, "counted": r.Limit.String(),
			"notice":       said(r.Notice, "The duty is met when the family has notice of it."),
			"earliest":     said(r.EarliestNext, "The council may act on the day after the last day, and not before."),
			"working days": said(r.Rule12, "The last day moves as rule 12 of the HESC Rules provides."),
		}},
		{Name: "trigger", Text: map[string]string{"from": string(r.Starts), "second date": string(r.Second)}},
		{Name: "exceptions", Text: map[string]string{"none": said(len(r.Exceptions) == 0, "There is no exception.")}},
		{Name: "recipients", Text: map[string]string{"told": r.told()}},
	}
	for _, e := range r.Exceptions {
		words := e.Words
		if e.AtLeast > 0 {
			words += " (of at least " + strconv.Itoa(e.AtLeast) + " days)"
		}
		parts[3].Text[e.Limb+" "+string(e.Ground)] = words
	}
	for i := range parts {
		for name, text := range parts[i].Text {
			if text == "" {
				delete(parts[i].Text, name)
			}
		}
		parts[i].Read = r.readOf(parts[i])
	}
	return parts
}

func said(holds bool, words string) string {
	if holds {
		return words
	}
	return ""
}

// told lists who must be told, or says that nobody must.
func (r Rule) told() string {
	if len(r.Told) == 0 {
		return "The rule names nobody who must be told."
	}
	names := make([]string, len(r.Told))
	for i, p := range r.Told {
		names[i] = string(p)
	}
	return strings.Join(names, "; ")
}

// readOf is the digest of what somebody reads when they sign a part.
func (r Rule) readOf(p Part) string {
	data, err := json.Marshal(struct {
		Rule RuleID            `json:"rule"`
		Part string            `json:"part"`
		Cite string            `json:"cite"`
		From Day               `json:"in_force_from"`
		To   Day               `json:"in_force_to,omitzero"`
		Text map[string]string `json:"text"`
	}{r.ID, p.Name, r.Cite, r.InForceFrom, r.InForceTo, p.Text})
	if err != nil {
		return "" // a part holds only words and days
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
