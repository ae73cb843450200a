package languages

import (
	"strings"
	"testing"
	"time"

	"sendpanel/letters/script"
	"sendpanel/statute"
)

// TestDraftsAreWhole wants every draft complete and printable, and none checked by nobody in particular.
func TestDraftsAreWhole(t *testing.T) {
	setter, err := script.NewSetter()
	if err != nil {
		t.Fatal(err)
	}
	all := All()
	if len(all.Languages) != 12 {
		t.Errorf("there are %d languages", len(all.Languages))
	}
	for _, l := range all.Languages {
		if l.From.IsZero() || l.Code == "" || l.Name == "" || l.OwnName == "" || l.Script == "" {
			t.Errorf("%s is not whole: %+v", l.Code, l)
		}
		if strings.Count(l.Strap, "{phone}") != 1 {
			t.Errorf("%s: the strap-line does not give the telephone once", l.Code)
		}
		if strings.Count(l.Help, "{phone}") != 1 {
			t.Errorf("%s: the line of help for pages does not give the telephone once", l.Code)
		}
		if n := len(l.Rights); n != 0 && n != len(all.English.Rights) {
			t.Errorf("%s: the page on the rights has %d sentences, the English %d", l.Code, n, len(all.English.Rights))
		}
		for _, words := range append([]string{l.Strap, l.Help, l.OwnName}, l.Rights...) {
			if lost := setter.Lost(words); len(lost) > 0 {
				t.Errorf("%s: no font has %q", l.Code, lost)
			}
		}
		if lang := script.LanguageOf(l.Strap); lang != "" && lang != l.Code {
			t.Errorf("%s: by its letters it is %s", l.Code, lang)
		}
		if l.CheckedBy != "" {
			t.Errorf("%s: the drafts are nobody’s until a council has them checked", l.Code)
		}
	}
}

func TestDraftsAreDated(t *testing.T) {
	if n := len(All().On(statute.Date(2026, time.November, 21))); n != 0 {
		t.Errorf("%d drafts before they were written", n)
	}
	if n := len(All().On(statute.Date(2026, time.December, 1))); n != 12 {
		t.Errorf("%d drafts on the day", n)
	}
}

func TestForSettings(t *testing.T) {
	l := All().Languages[0].ForSettings("01632 960160")
	if !strings.Contains(l.Strap, "01632 960160") || strings.Contains(l.Strap, "{") || l.CheckedBy != "" {
		t.Errorf("got %+v", l)
	}
}
