package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"time"

	"sendpanel/letters"
	"sendpanel/statute"
)

// SignoffCmd lists what a council's lawyer signs: every paragraph of the letters and every part of a rule of the law's clock, each
// with its law and the digest that a signature names. A list that was saved and signed shows later what changed.
type SignoffCmd struct {
	Settings string   `placeholder:"FILE" help:"A council's settings, as starter settings show prints them: print who has signed what, and which entries read otherwise since." type:"path"`
	Sign     []string `placeholder:"ID" help:"Print the signatures of the settings' lawyer under these entries, read today, to be put into the settings under signatures. A rule's name, as T18, stands for all its parts, T18/period for one; all for every entry not signed as it stands."`
	Since    string   `placeholder:"FILE" help:"A list saved before with --json: print what changed since." type:"path"`
	Pages    string   `placeholder:"LANGUAGE" help:"List what families' pages say in a language, each sentence beside the English, instead of letters and rules."`
	Reader   string   `placeholder:"NAME" help:"With --pages and --sign: who reads the language and checked the words."`
	Post     string   `placeholder:"POST" help:"With --pages and --sign: what the reader is, such as translator."`
	JSON     bool     `name:"json" help:"Print JSON, to be read, signed and kept."`
}

// signable is one entry of the list.
type signable struct {
	What string            `json:"what"` // "wording" or "rule"
	ID   string            `json:"id"`
	From statute.Day       `json:"from"`
	Law  string            `json:"law"`
	Text map[string]string `json:"text"` // by reader, or by part of the rule
	Read string            `json:"read"` // the digest that a signature names
}

func (s signable) key() string { return s.What + " " + s.ID + " from " + s.From.String() }

// Run prints the list, or the changes.
func (cmd *SignoffCmd) Run(out *Streams) error {
	if cmd.Pages != "" {
		return cmd.pages(out.Out)
	}
	list := toSign()
	if cmd.Since != "" {
		return changedSince(out.Out, cmd.Since, list)
	}
	if cmd.JSON {
		return asJSON(out.Out, list)
	}
	settings, err := cmd.council()
	if err != nil {
		return err
	}
	if len(cmd.Sign) > 0 {
		return cmd.sign(out.Out, settings, list)
	}
	signed := 0
	for _, s := range list {
		by := signedBy(settings, s)
		if settings.Signed(s.Read, statute.DayOf(time.Now())) {
			signed++
		}
		fmt.Fprintf(out.Out, "%s\n  law: %s\n  read: %s; %s\n", s.key(), s.Law, s.Read, by)
		printTexts(out.Out, "  ", s.Text)
	}
	fmt.Fprintf(out.Out, "%d entries, %d of them signed. A letter that rests on an unsigned one is issued for the invented council only, marked SAMPLE.\n", len(list), signed)
	return nil
}

// toSign gathers the wording, and the rules in force by the parts that are signed one by one: duty, period, trigger,
// exceptions, recipients.
func toSign() []signable {
	var list []signable
	for _, p := range letters.Signables() {
		list = append(list, signable{What: "wording", ID: p.ID, From: p.From, Law: p.Source, Text: p.Text, Read: p.Read})
	}
	sets := statute.RuleSets()
	for _, r := range sets[len(sets)-1].Rules() {
		for _, p := range r.Parts() {
			list = append(list, signable{What: "rule", ID: statute.PartID(r.ID, p.Name), From: r.InForceFrom, Law: r.Cite, Text: p.Text, Read: p.Read})
		}
	}
	return list
}

// changedSince prints what is new, gone or reads otherwise than in a saved list.
func changedSince(w io.Writer, file string, list []signable) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return fmt.Errorf("read the saved list: %w", err)
	}
	var saved []signable
	if err := json.Unmarshal(data, &saved); err != nil {
		return fmt.Errorf("read the saved list %s: %w. Save one with starter signoff --json", file, err)
	}
	if len(saved) == 0 {
		return errors.New("the saved list is empty: save one with starter signoff --json")
	}
	before := map[string]signable{}
	for _, s := range saved {
		before[s.key()] = s
	}
	changes := 0
	for _, s := range list {
		was, known := before[s.key()]
		delete(before, s.key())
		if known && was.Read == s.Read {
			continue
		}
		changes++
		if !known {
			fmt.Fprintf(w, "new: %s (%s)\n", s.key(), s.Law)
			printTexts(w, "  + ", s.Text)
			continue
		}
		fmt.Fprintf(w, "changed: %s (%s)\n", s.key(), s.Law)
		if was.Law != s.Law {
			fmt.Fprintf(w, "  - law: %s\n  + law: %s\n", was.Law, s.Law)
		}
		for _, reader := range slices.Sorted(maps.Keys(union(was.Text, s.Text))) {
			if was.Text[reader] != s.Text[reader] {
				fmt.Fprintf(w, "  - %s: %s\n  + %s: %s\n", reader, was.Text[reader], reader, s.Text[reader])
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(before)) {
		changes++
		fmt.Fprintf(w, "gone: %s (%s)\n", key, before[key].Law)
		printTexts(w, "  - ", before[key].Text)
	}
	fmt.Fprintf(w, "%d of %d entries are not as they were read.\n", changes, len(list))
	return nil
}

func union(a, b map[string]string) map[string]string {
	all := maps.Clone(a)
	if all == nil {
		all = map[string]string{}
	}
	maps.Copy(all, b)
	return all
}

func printTexts(w io.Writer, indent string, texts map[string]string) {
	for _, reader := range slices.Sorted(maps.Keys(texts)) {
		fmt.Fprintf(w, "%s%s: %s\n", indent, reader, texts[reader])
	}
}
