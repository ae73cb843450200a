package casework

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbersOfPeopleSettingsAndPlaces(t *testing.T) {
	tests := []struct {
		check, value, fault string // fault "" where the number is sound
	}{
		{"upn", "B801200005001", ""},
		{"upn", "U871200025001", ""},
		{"upn", "u871200025001", ""},
		{"upn", "T871400023117", ""},
		{"upn", "T87120002501A", ""},
		{"upn", "P207000016049", ""},
		{"upn", "Q207000016049", "first letter does not fit"},
		{"upn", "A801200005001", "first letter does not fit"},
		{"upn", "B801200005010", "first letter does not fit"},
		{"upn", "I801200005001", "cannot begin with I"},
		{"upn", "T87120002501O", "cannot end in O"},
		{"upn", "B80120000500", "a letter and twelve digits"},
		{"upn", "B8012000O5001", "a letter and twelve digits"},
		{"upn", "B٨٠١٢٠٠٠٠٥٠٠١", "a letter and twelve digits"},
		{"nhs", "943 476 5870", ""},
		{"nhs", "9434765870", ""},
		{"nhs", "943-476-5870", ""},
		{"nhs", "999 000 0018", ""},
		{"nhs", "999 000 0026", ""},
		{"nhs", "943 476 5871", "last digit does not fit"},
		{"nhs", "943 476 587", "ten digits"},
		{"uln", "1000000043", ""},
		{"uln", "1000000042", "last digit does not fit"},
		{"uln", "0000000043", "not begin with 0"},
		{"uln", "1000000100", "last digit does not fit"}, // weighed sum 13: check 8
		{"urn6", "100001", ""},
		{"urn6", "10001", "six digits"},
		{"ukprn", "10000001", ""},
		{"ukprn", "20000001", "the first of them 1"},
		{"laestab", "871/2000", ""},
		{"laestab", "8712000", ""},
		{"laestab", "871/200", "three digits"},
		{"uprn", "100023336956", ""},
		{"uprn", "1000233369561", "twelve digits"},
		{"postcode", "SL1 2AB", ""},
		{"postcode", "sl12ab", ""},
		{"postcode", "EC1A 1BB", ""},
		{"postcode", "GIR 0AA", ""},
		{"postcode", "SL1", "shape"},
		{"postcode", "SL1 2CI", "shape"},
		{"ethnicity", "WBRI", ""},
		{"ethnicity", "White British", "four letters"},
		{"phone", "01632 960222", ""},
		{"phone", "+44 (0)1632 960222 ext 4", ""},
		{"phone", "960222", "6 digits"},
		{"phone", "07700 900123", ""},
		{"phone", "7700 900123", "first 0 is missing"},
		{"phone", "07700 90012", "11 digits and this one has 10"},
		{"phone", "+44 7700 900123", ""},
		{"phone", "ask my mother", "other signs"},
		{"percent", "96.8", ""},
		{"percent", "96.8%", ""},
		{"percent", "100", ""},
		{"percent", "100.1", "between 0 and 100"},
		{"percent", "-1", "between 0 and 100"},
		{"percent", "most", "not a number"},
		{"percent", "NaN", "not a number"},
		{"percent", "1e2", "not a number"},
		{"pounds", "1240", ""},
		{"pounds", "£1,240.50", ""},
		{"pounds", "1,24", "not an amount"},
		{"pounds", "-3", "not an amount"},
		{"pounds", "lots", "not an amount"},
		{"ratio", "1:4", ""},
		{"ratio", "2 : 1", ""},
		{"ratio", "0:4", "not a ratio"},
		{"ratio", "one to one", "not a ratio"},
		{"years_months", "6:04", ""},
		{"years_months", "6 years 4 months", ""},
		{"years_months", "7y", ""},
		{"years_months", "6:14", "not an age"},
		{"years_months", "young", "not an age"},
	}
	for _, test := range tests {
		c, ok := checkOf(test.check)
		if !ok {
			t.Fatalf("no check %s", test.check)
		}
		got := c.fault(occasion{}, test.value, "")
		if test.fault == "" && got != "" || test.fault != "" && !strings.Contains(got, test.fault) {
			t.Errorf("%s %q: %q, want %q", test.check, test.value, got, test.fault)
		}
	}
	for _, test := range []struct{ check, param, value, fault string }{
		{"number", "0:40", "12.5", ""}, {"number", "0:40", "41", "between 0 and 40"}, {"number", "0:40", "twelve", "not a number"},
		{"whole", "1:60", "4", ""}, {"whole", "1:60", "4.5", "whole"}, {"whole", "1:60", "0", "between 1 and 60"},
	} {
		c, _ := checkOf(test.check)
		if got := c.fault(occasion{}, test.value, test.param); (got == "") != (test.fault == "") || !strings.Contains(got, test.fault) {
			t.Errorf("%s=%s %q: %q, want %q", test.check, test.param, test.value, got, test.fault)
		}
	}
}

// TestASlipInANumberIsFound: a check digit finds every single wrong digit, whatever the number.
func TestASlipInANumberIsFound(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		digits := rapid.SliceOfN(rapid.IntRange(0, 9), 12, 12).Draw(rt, "digits")
		var b strings.Builder
		for _, d := range digits {
			fmt.Fprint(&b, d)
		}
		upn, nine := b.String(), b.String()[:9]
		slip := func(s string) string {
			at := rapid.IntRange(0, len(s)-1).Draw(rt, "slip at")
			by := rapid.IntRange(1, 9).Draw(rt, "slip by")
			return s[:at] + string('0'+(s[at]-'0'+byte(by))%10) + s[at+1:]
		}
		fits := func(fault func(string) string, make func(sign string) string, signs string) (string, int) {
			found, n := "", 0
			for _, sign := range strings.Split(signs, "") {
				if fault(make(sign)) == "" {
					found, n = sign, n+1
				}
			}
			return found, n
		}
		letter, n := fits(upnFault, func(l string) string { return l + upn }, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		if n != 1 {
			rt.Fatalf("%d letters fit %s, want 1", n, upn)
		}
		if wrong := letter + slip(upn); upnFault(wrong) == "" {
			rt.Fatalf("%s%s is sound, and so is %s", letter, upn, wrong)
		}
		for name, fault := range map[string]func(string) string{"NHS number": nhsFault, "ULN": ulnFault} {
			check, n := fits(fault, func(d string) string { return nine + d }, "0123456789")
			if n > 1 {
				rt.Fatalf("%s: %d digits fit %s", name, n, nine)
			}
			if n == 1 {
				if wrong := slip(nine) + check; fault(wrong) == "" {
					rt.Fatalf("%s: %s%s is sound, and so is %s", name, nine, check, wrong)
				}
			}
		}
	})
}
