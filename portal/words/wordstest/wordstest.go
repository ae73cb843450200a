// Package wordstest gives tests the words of the word list.
package wordstest

import (
	"testing"

	"sendpanel/portal/words"
)

// Say is the text of a key in British English, filled in from pairs of name and value. A key without words fails the test.
func Say(t testing.TB) func(key string, pairs ...any) string {
	t.Helper()
	w, err := words.English()
	if err != nil {
		t.Fatal(err)
	}
	return func(key string, pairs ...any) string {
		text, err := w.Say(key, pairs...)
		if err != nil {
			t.Error(err)
		}
		return text
	}
}
