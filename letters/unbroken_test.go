package letters

import (
	"strings"
	"testing"
)

// TestWhatIsReadAsOneStaysTogether marks a no-break space as _.
func TestWhatIsReadAsOneStaysTogether(t *testing.T) {
	for in, want := range map[string]string{
		"on Monday 23 November 2026.":           "on Monday 23_November_2026.",
		"on Monday_23_November 2026.":           "on Monday_23_November_2026.",
		"Call 01632 960 111 now":                "Call 01632_960_111 now",
		"Call (01632) 960111, or 0808 157 0110": "Call (01632) 960111, or 0808_157_0110",
		"+44 1632 960111":                       "+44_1632_960111",
		"Northmere, NM1 2RW":                    "Northmere, NM1_2RW",
		"section 36(8) and regulation 5":        "section_36(8) and regulation_5",
		"in year 5, and 9 months in 7":          "in year_5, and 9 months in 7",
		"on 2 May, 12 people":                   "on 2_May, 12 people",
		"3 people in May 2027":                  "3 people in May_2027",
		"nothing":                               "nothing",
		"":                                      "",
		" 5 ":                                   " 5 ",
	} {
		got := strings.ReplaceAll(unbroken(strings.ReplaceAll(in, "_", string(nbsp))), string(nbsp), "_")
		if got != want {
			t.Errorf("%q reads %q, not %q", in, got, want)
		}
		if again := unbroken(strings.ReplaceAll(got, "_", string(nbsp))); strings.ReplaceAll(again, string(nbsp), "_") != got {
			t.Errorf("%q reads otherwise a second time: %q", in, again)
		}
	}
}
