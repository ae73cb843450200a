package letters

import (
	"slices"
	"strings"
	"testing"
	"time"

	"sendpanel/casework"
	"sendpanel/council"
	"sendpanel/letters/check"
	"sendpanel/letters/languages"
	"sendpanel/statute"
)

// inPolish is a refusal to somebody who reads Polish, from a council that has the drafts in its settings.
func inPolish(t testing.TB, checkedBy string) Facts {
	t.Helper()
	facts := refused(t)
	facts.Council.Languages = nil
	for _, l := range languages.All().Languages {
		settled := l.ForSettings("01632 960160")
		if settled.CheckedBy = checkedBy; checkedBy != "" {
			settled.Checked = statute.Date(2026, time.September, 14)
		}
		facts.Council.Languages = append(facts.Council.Languages, settled)
	}
	facts.Case.Family = slices.Clone(facts.Case.Family)
	facts.Case.Family[0].Language = "Polish"
	return facts
}

func TestStrapLines(t *testing.T) {
	for name, tc := range map[string]struct {
		checkedBy string
		invented  bool
		has, not  []string
	}{
		"unchecked, a sample": {"", true, []string{"w języku polskim", "SAMPLE: nobody has checked these words.", "Your rights in Polish"}, nil},
		"checked":             {"Tomasz Wilk", true, []string{"w języku polskim", "01632 960160", "পেতে", "The letter in English is the decision"}, []string{"nobody has checked"}},
	} {
		t.Run(name, func(t *testing.T) {
			facts := inPolish(t, tc.checkedBy)
			facts.Council.Invented = tc.invented
			l, err := Compose(keyOf(casework.NotAssessLetter), facts)
			if err != nil {
				t.Fatal(err)
			}
			words := strings.Join(strings.Fields(l.Text()), " ")
			for _, want := range tc.has {
				if !strings.Contains(words, want) {
					t.Errorf("the letter does not say %q", want)
				}
			}
			for _, not := range tc.not {
				if strings.Contains(words, not) {
					t.Errorf("the letter says %q", not)
				}
			}
			if first, second := strings.Index(words, "w języku polskim"), strings.Index(words, "ਪੰਜਾਬੀ"); first > second {
				t.Error("the reader’s own language does not come first")
			}
			pdf, err := Render(l)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range check.Check(pdf) {
				t.Error(f)
			}
		})
	}
}

// TestUncheckedWordsStayOut holds the letters of a real council to what somebody has checked.
func TestUncheckedWordsStayOut(t *testing.T) {
	c := council.Council{Languages: []council.Language{{Code: "pa"}, {Code: "pl", CheckedBy: "Tomasz Wilk", Checked: statute.Date(2026, time.September, 14)}}}
	if all := c.Straps(statute.Date(2026, time.December, 1)); len(all) != 1 || all[0].Code != "pl" {
		t.Errorf("letters carry %v", all)
	}
	if all := c.Straps(statute.Date(2026, time.September, 13)); len(all) != 0 {
		t.Errorf("letters carry %v before they were checked", all)
	}
}

// TestRightsArePageOfTheirOwn lays out a refusal for a reader of each language that has the page on the rights: it begins a
// page, takes that one page alone, and says the same in English.
func TestRightsArePageOfTheirOwn(t *testing.T) {
	written := 0
	for _, language := range languages.All().Languages {
		if len(language.Rights) == 0 {
			continue
		}
		written++
		facts := inPolish(t, "Somebody Who Reads It")
		facts.Case.Family[0].Language = language.Name
		l := composed(t, casework.NotAssessLetter, facts)
		for _, l.Print = range Prints() {
			_, sheets, err := prepare(l, &room{})
			if err != nil {
				t.Fatal(err)
			}
			heading := "Your rights in " + language.Name
			for i, s := range sheets {
				words := ""
				for _, o := range s.ops {
					if o.content != nil {
						words += o.text
					}
				}
				begins := strings.HasPrefix(strings.ReplaceAll(words, " ", ""), strings.ReplaceAll(heading, " ", ""))
				if begins != (i == len(sheets)-1) {
					t.Errorf("%s, %s: page %d of %d begins %.40q", language.Name, l.Print, i+1, len(sheets), words)
				}
			}
		}
	}
	if written < 5 {
		t.Errorf("only %d languages have the page", written)
	}
}

// TestTheInsertSaysWhatWasSigned holds the English of the page on the rights, which a lawyer signs as wording, to what the
// drafts in other languages translate.
func TestTheInsertSaysWhatWasSigned(t *testing.T) {
	english := languages.All().English.Rights
	ids := insertInEnglish()
	if len(ids) != len(english) {
		t.Fatalf("the wording has %d sentences and the drafts translate %d", len(ids), len(english))
	}
	for i, id := range ids {
		if _, text, ok := embeddedWording().find(id, toParent, received()); !ok || text != english[i] {
			t.Errorf("%s says %q, and the drafts translate %q", id, text, english[i])
		}
	}
}
