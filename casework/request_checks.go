package casework

import (
	"fmt"
	"regexp"
	"strings"
)

// leafCheck is one of the field’s own checks on a leaf of a request: one entry serves the validator, the words to mend
// it, the JSON Schema and the table in docs/request.md.
type leafCheck struct {
	fault   func(on occasion, value, param string) string // what is wrong, in words; nothing if all is well
	like    string                                        // an example
	is      string                                        // what the value should be, with its article: "a postcode"
	how     string                                        // how to write it
	pattern string                                        // what a JSON Schema can check of it
	numeric bool                                          // a JSON number is as good as a text
}

// checkOf is the leaf check of the tag, if it is one.
func checkOf(tag string) (leafCheck, bool) {
	for _, table := range []map[string]leafCheck{dayChecks, numberChecks, amountChecks} {
		if c, ok := table[tag]; ok {
			return c, true
		}
	}
	return leafCheck{}, false
}

func undated(f func(string) string) func(occasion, string, string) string {
	return func(_ occasion, value, _ string) string { return f(value) }
}

func dated(f func(occasion, string) string) func(occasion, string, string) string {
	return func(on occasion, value, _ string) string { return f(on, value) }
}

const (
	dayPattern = `[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`
	writeDay   = "Write it as 2017-04-30: year, month, day."
)

var dayChecks = map[string]leafCheck{
	"civil_day": {fault: undated(dayFault), like: "2017-04-30", is: "a date", how: writeDay, pattern: dayPattern},
	"past":      {fault: dated(occasion.pastFault), like: "2026-11-20", is: "a date on or before the day of receipt", how: writeDay, pattern: dayPattern},
	"lived":     {fault: dated(occasion.livedFault), like: "2026-03-02", is: "a date between birth and receipt", how: writeDay, pattern: dayPattern},
	"born":      {fault: dated(occasion.bornFault), like: "2018-03-14", is: "a date of birth", how: writeDay, pattern: dayPattern},
	"instant": {fault: undated(instantFault), like: "2026-11-23T09:15:00Z", is: "a moment", how: "Write it as 2026-11-23T09:15:00Z, or as 2026-11-23T09:15 by the clock in London, or as 2026-11-23 if the hour is not known.",
		pattern: dayPattern + `([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?`},
	"school_year": {fault: dated(occasion.schoolYearFault), like: "2025/26", is: "a school year", how: "Write it as 2025/26.", pattern: `20[0-9]{2}[/-](20)?[0-9]{2}`},
}

var numberChecks = map[string]leafCheck{
	"upn": {fault: undated(upnFault), like: "U871200025001", is: "a unique pupil number", how: "Copy it again from the school’s register, or leave it empty and give the reason in child.upn_unknown.",
		pattern: `[A-Za-z][0-9]{11}[0-9A-Za-z]`},
	"uln":      {fault: undated(ulnFault), like: "1000000043", is: "a unique learner number", how: "Copy it again from the learner’s record, or leave it empty.", pattern: `[1-9]([ -]?[0-9]){9}`},
	"nhs":      {fault: undated(nhsFault), like: "943 476 5870", is: "an NHS number", how: "Copy it again from a letter of the surgery or a hospital, as 943 476 5870, or leave it empty.", pattern: `[0-9]([ -]?[0-9]){9}`},
	"urn6":     {fault: undated(shaped(urnShape, "it should be six digits")), like: "100001", is: "a setting’s unique reference number", how: "Look it up in Get Information about Schools, or leave it empty.", pattern: `[1-9][0-9]{5}`},
	"ukprn":    {fault: undated(shaped(ukprnShape, "it should be eight digits, the first of them 1")), like: "10000001", is: "a UK provider reference number", how: "Look it up in the UK Register of Learning Providers, or leave it empty.", pattern: `1[0-9]{7}`},
	"laestab":  {fault: undated(shaped(laEstabShape, "it should be three digits for the council and four for the setting")), like: "871/2000", is: "a council’s and setting’s number", how: "Write it as 871/2000, or leave it empty.", pattern: `[2-9][0-9]{2}[/ -]?[0-9]{4}`},
	"uprn":     {fault: undated(shaped(regexp.MustCompile(`^[0-9]{1,12}$`), "it should be up to twelve digits")), like: "100", is: "a unique property reference number", how: "Leave it empty if it is not to hand.", pattern: `[0-9]{1,12}`},
	"postcode": {fault: undated(shaped(postcodeShape, "it has not the shape of one")), like: "SL1 2AB", is: "a postcode", how: "Write it as it stands on an envelope: SL1 2AB.", pattern: `([Gg][Ii][Rr] ?0[Aa]{2}|[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2})`},
	"ethnicity": {fault: undated(shaped(regexp.MustCompile(`^[A-Z]{4}$`), "it should be four letters")), like: "WBRI", is: "an ethnicity code", how: "Write the Department for Education’s code, as WBRI, or leave it empty.",
		pattern: `[A-Za-z]{4}`},
	"phone":     {fault: undated(phoneFault), like: "01632 960222", is: "a telephone number", how: "Write it as 01632 960222, digits and spaces; notes go into safe_contact or call_times.", pattern: `[0-9 +().\-]{9,}([xXeE#].*)?`},
	"email":     {like: "name@example.org", is: "an e-mail address", how: "Write it as name@example.org.", pattern: `[^@\s]+@[^@\s]+`}, // the check itself is the validator’s own
	"sha256hex": {fault: undated(shaped(regexp.MustCompile(`^[0-9A-F]{64}$`), "it should be 64 hexadecimal digits")), like: strings.Repeat("a0", 32), is: "a SHA-256", how: "Leave it empty; the service computes it.", pattern: `[0-9a-fA-F]{64}`},
}

const numberPattern = `[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)`

var amountChecks = map[string]leafCheck{
	"number": {fault: func(_ occasion, s, bounds string) string { return between(bounds, false, s, Text.Number) }, like: "2.5", is: "a number",
		how: "Write digits only: 3, or 2.5.", pattern: numberPattern, numeric: true},
	"whole": {fault: func(_ occasion, s, bounds string) string { return between(bounds, true, s, Text.Number) }, like: "3", is: "a whole number",
		how: "Write digits only: 3.", pattern: `[+-]?[0-9]+(\.0*)?`, numeric: true},
	"percent": {fault: func(_ occasion, s, _ string) string { return between("0:100", false, s, Text.Percentage) }, like: "91.4", is: "a percentage",
		how: "Write 91.4: a number from 0 to 100.", pattern: numberPattern + ` ?%?`, numeric: true},
	"pounds": {fault: undated(poundsFault), like: "1240.50", is: "an amount in pounds", how: "Write 1240 or 1240.50.", pattern: `£? ?[0-9][0-9,]*(\.[0-9]{1,6})?`, numeric: true},
	"ratio": {fault: undated(ratioFault), like: "1:4", is: "a ratio of adults to children", how: "Write 1:4 for one adult to four children.",
		pattern: `[0-9]{1,2} ?[:/] ?[0-9]{1,2}`},
	"years_months": {fault: undated(agedFault), like: "6:04", is: "an age in years and months", how: "Write 6:04 for six years and four months.", pattern: `[0-9]{1,2}\D*([0-9]{1,2}\D*)?`},
}

func poundsFault(s string) string {
	if _, ok := Text(s).Pounds(); !ok {
		return "it is not an amount"
	}
	return ""
}

func ratioFault(s string) string {
	if _, _, ok := Text(s).adultsToChildren(); !ok {
		return "it is not a ratio"
	}
	return ""
}

func agedFault(s string) string {
	if _, ok := Text(s).Months(); !ok {
		return "it is not an age"
	}
	return ""
}

// limits says the bounds of a number in words, or nothing.
func limits(tag, param string) string {
	if tag == "percent" {
		return "0 to 100"
	}
	if tag != "number" && tag != "whole" {
		return ""
	}
	low, high := boundsOf(param)
	return fmt.Sprintf("%g to %g", low, high)
}
