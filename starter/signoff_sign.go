package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"sendpanel/council"
	"sendpanel/statute"
)

// council reads the settings whose signatures are looked at; without a file there are none.
func (cmd *SignoffCmd) council() (council.Council, error) {
	if cmd.Settings == "" {
		if len(cmd.Sign) > 0 {
			return council.Council{}, errors.New("--sign takes --settings: the lawyer who signs is named there")
		}
		return council.Council{}, nil
	}
	return council.ReadFile(cmd.Settings)
}

// signedBy says who has signed an entry as it stands, or who signed it when it read otherwise.
func signedBy(settings council.Council, s signable) string {
	var now, before []string
	for _, by := range settings.SignaturesOf(s.What, s.ID) {
		who := fmt.Sprintf("%s, %s, on %s", by.Name, by.Post, by.On.Short())
		if by.Read == s.Read {
			now = append(now, who)
		} else {
			before = append(before, who)
		}
	}
	switch {
	case len(now) > 0:
		return "signed by " + strings.Join(now, "; ")
	case len(before) > 0:
		return "CHANGED since it was signed by " + strings.Join(before, "; ") + ": read it again"
	}
	return "nobody has signed it"
}

// sign prints signatures in the name of the lawyer whom the settings name, as of today.
func (cmd *SignoffCmd) sign(w io.Writer, settings council.Council, list []signable) error {
	today := statute.DayOf(time.Now())
	lawyer, known := settings.Person(settings.LegalSignOff, today)
	if !known {
		return fmt.Errorf("the settings name %q for legal_sign_off, and nobody of that name works there today", settings.LegalSignOff)
	}
	signatures := []council.Signature{}
	unknown := slices.DeleteFunc(slices.Clone(cmd.Sign), func(id string) bool { return id == "all" })
	for _, s := range list {
		rule, _, _ := strings.Cut(s.ID, "/")
		names := func(id string) bool { return id == s.ID || s.What == "rule" && id == rule }
		unknown = slices.DeleteFunc(unknown, names)
		asked := slices.ContainsFunc(cmd.Sign, names) || slices.Contains(cmd.Sign, "all")
		if asked && !settings.Signed(s.Read, today) {
			signatures = append(signatures, council.Signature{What: s.What, ID: s.ID, Name: lawyer.Name, Post: lawyer.Post, On: today, Read: s.Read})
		}
	}
	if len(unknown) > 0 {
		return fmt.Errorf("no paragraph and no rule is called %s: copy the name from starter signoff", strings.Join(unknown, ", "))
	}
	return asJSON(w, signatures)
}
