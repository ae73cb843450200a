package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"sendpanel/council"
	"sendpanel/letters/languages"
	"sendpanel/statute"
)

// LettersLanguagesCmd prints drafts, as entries for the council's settings.
type LettersLanguagesCmd struct {
	Codes []string `arg:"" optional:"" name:"language" help:"Languages by code or name: pa, Polish, …; without any, all."`
	Phone string   `default:"…" help:"The telephone number to call."`
}

// Run prints the drafts in force today, with the English that they translate on standard error.
func (cmd *LettersLanguagesCmd) Run(out *Streams) error {
	all := languages.All()
	var chosen []council.Language
	for _, l := range all.On(statute.DayOf(time.Now())) {
		if len(cmd.Codes) == 0 || slices.ContainsFunc(cmd.Codes, func(c string) bool { return strings.EqualFold(c, l.Code) || strings.EqualFold(c, l.Name) }) {
			chosen = append(chosen, l.ForSettings(cmd.Phone))
		}
	}
	if len(chosen) == 0 {
		return fmt.Errorf("there is no draft in %s: starter letters languages prints all that there are", strings.Join(cmd.Codes, ", "))
	}
	fmt.Fprintf(out.Err, "Drafts that nobody has checked. Give each to somebody who reads the language, beside the English:\n  %s\n  %s\n"+
		"Then put it into the council’s settings under languages, with checked_by and checked. Until then no letter carries it.\n",
		all.English.Strap, strings.Join(all.English.Rights, "\n  "))
	enc := json.NewEncoder(out.Out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(chosen)
}
