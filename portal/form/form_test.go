package form

import (
	"testing"

	"sendpanel/casework"
	"sendpanel/portal/words/wordstest"
)

func TestWhatACommandLacksIsSaidBesideItsField(t *testing.T) {
	refused := &casework.Refused{Gaps: []casework.Gap{
		{Path: "departure", What: "is missing.", Mend: "Say why."},
		{Path: "findings[1].reason", What: "“Two years behind”: There is no threshold.", Mend: ""},
		{Path: "elsewhere", What: "Nobody may."},
		{Path: "entered_at", What: "lies before the day of receipt.", Mend: "received_at is the first arrival."},
		{Path: "findings[0].answer", What: "“maybe” is not an answer.", Mend: "Write met, not_met or not_reached."},
	}}
	f := New()
	f.Say = wordstest.Say(t)
	if !f.Refused(refused, Place{Path: "departure", Field: "why"}, Place{Path: "findings", Field: "reason"}) {
		t.Fatal("a refusal is not known as one")
	}
	want := []Error{
		{Field: "why", Text: "This is missing. Say why."},
		{Field: "reason", Text: "“Two years behind”: There is no threshold."},
		{Field: "", Text: "Nobody may."},
		{Field: "", Text: "What was entered lies before the day of receipt. “received at” is the first arrival."},
		{Field: "reason", Text: "“maybe” is not an answer. Write met, “not met” or “not reached”."},
	}
	for i, w := range want {
		if i >= len(f.Errors) || f.Errors[i] != w {
			t.Errorf("the errors are %+v, want %+v", f.Errors, want)
			break
		}
	}
}

func TestNamesOfTheAPIAreSaidInWords(t *testing.T) {
	for text, want := range map[string]string{
		"Write met, not_met or not_reached.":                 "Write met, “not met” or “not reached”.",
		"Say why (without_panel); see relied_on.":            "Say why (“without panel”); see “relied on”.",
		"“mother_in_law” is not known to jane_doe@here.org.": "“mother_in_law” is not known to jane_doe@here.org.",
		"The file my_report.pdf is empty.":                   "The file my_report.pdf is empty.",
	} {
		if got := InWords(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
