package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"sendpanel/council"
	"sendpanel/service"
	"sendpanel/statute"
)

// pages lists what families read in one language, each sentence beside the English, for whoever reads both; or prints their
// signatures under it.
func (cmd *SignoffCmd) pages(w io.Writer) error {
	list, err := service.FamilyPages(cmd.Pages)
	if err != nil {
		return err
	}
	settings, err := cmd.settingsIfGiven()
	if err != nil {
		return err
	}
	if len(cmd.Sign) > 0 {
		return cmd.signPages(w, list)
	}
	for _, part := range list {
		fmt.Fprintf(w, "%s\n  read: %s; %s; %d of %d sentences stay English\n", part.ID, part.Read,
			signedBy(settings, signable{What: "page", ID: part.ID, Read: part.Read}), len(part.Stays), len(part.English))
		for _, key := range slices.Sorted(maps.Keys(part.English)) {
			fmt.Fprintf(w, "  %s\n    en: %s\n    %s: %s\n", key, part.English[key], part.Tag, orStays(part.Text[key]))
		}
	}
	fmt.Fprintln(w, "A council offers the language once its frame and family parts are signed as they stand. Sign with --pages, --sign, --reader and --post.")
	return nil
}

func orStays(text string) string {
	if text == "" {
		return "(stays English)"
	}
	return text
}

// settingsIfGiven are the settings in the file that was named, or none.
func (cmd *SignoffCmd) settingsIfGiven() (council.Council, error) {
	if cmd.Settings == "" {
		return council.Council{}, nil
	}
	return council.ReadFile(cmd.Settings)
}

// signPages prints signatures of whoever reads the language: a lawyer seldom does.
func (cmd *SignoffCmd) signPages(w io.Writer, list []service.FamilyPart) error {
	if strings.TrimSpace(cmd.Reader) == "" || strings.TrimSpace(cmd.Post) == "" {
		return errors.New("--sign with --pages takes --reader and --post: who reads the language and checked the words, and what they are, such as translator")
	}
	today := statute.DayOf(time.Now())
	signatures := []council.Signature{}
	left := slices.DeleteFunc(slices.Clone(cmd.Sign), func(id string) bool { return id == "all" })
	for _, part := range list {
		if slices.Contains(cmd.Sign, "all") || slices.Contains(cmd.Sign, part.ID) {
			signatures = append(signatures, council.Signature{What: "page", ID: part.ID, Name: cmd.Reader, Post: cmd.Post, On: today, Read: part.Read})
		}
		left = slices.DeleteFunc(left, func(id string) bool { return id == part.ID })
	}
	if len(left) > 0 {
		return fmt.Errorf("no part of the pages is called %s: copy the name from starter signoff --pages %s", strings.Join(left, ", "), cmd.Pages)
	}
	return asJSON(w, signatures)
}
