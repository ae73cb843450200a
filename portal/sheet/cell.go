package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"sendpanel/casework"
	"sendpanel/portal/draft"
)

// take puts what a cell holds into a field.
func (r *reader) take(sheet, cell, text, field string, q draft.Question) {
	if formula, err := r.book.GetCellFormula(sheet, cell); err == nil && formula != "" {
		if text == "" {
			r.add(sheet, cell, "sheet-wrong-formula")
		} else {
			r.add(sheet, cell, "sheet-wrong-formula-shows", "text", short(text))
		}
		return
	}
	if utf8.RuneCountInString(text) > mostText {
		r.add(sheet, cell, "sheet-wrong-long", "most", mostText)
		return
	}
	text = string(casework.CleanText(text))
	if text == "" {
		return
	}
	switch {
	case q.Kind == "date":
		r.date(sheet, cell, text, field)
	case q.Kind == "several":
		var all []string
		for _, one := range strings.FieldsFunc(text, func(c rune) bool { return c == ';' || c == '\n' }) {
			all = append(all, r.choice(sheet, cell, strings.TrimSpace(one), q))
		}
		r.values[field] = all
	case q.Of != "":
		r.values.Set(field, r.choice(sheet, cell, text, q))
	case q.Kind == "area" || q.Kind == "lines":
		r.values.Set(field, text)
	default:
		r.values.Set(field, plainNumber(text))
	}
}

// choice is the value of the words that were chosen. Other words are kept as they are, and named.
func (r *reader) choice(sheet, cell, text string, q draft.Question) string {
	for _, c := range r.form.Choices[q.Of] {
		if strings.EqualFold(text, c.Words()) || strings.EqualFold(text, c.Value()) {
			return c.Value()
		}
	}
	r.add(sheet, cell, "sheet-wrong-choice", "text", short(text))
	return text
}

// layouts are the ways in which people write a date.
func layouts() []string {
	return []string{"2006-01-02", "2/1/2006", "2.1.2006", "2-1-2006", "2 1 2006", "2 January 2006", "2 Jan 2006", "2 Jan 06", "2/1/06", "2006-01-02T15:04:05Z"}
}

// date puts a date into its three fields: a number of days as Excel counts them, or a date as people write it.
func (r *reader) date(sheet, cell, text, field string) {
	if days, err := strconv.ParseFloat(text, 64); err == nil {
		if days > 1 && days < 80000 {
			if at, err := excelize.ExcelDateToTime(days, false); err == nil {
				r.setDate(field, at)
				return
			}
		}
	}
	for _, layout := range layouts() {
		if at, err := time.Parse(layout, strings.Join(strings.Fields(text), " ")); err == nil {
			r.setDate(field, at)
			return
		}
	}
	r.add(sheet, cell, "sheet-wrong-date", "text", short(text))
	r.values.Set(field+"-day", text)
}

func (r *reader) setDate(field string, at time.Time) {
	r.values.Set(field+"-day", strconv.Itoa(at.Day()))
	r.values.Set(field+"-month", strconv.Itoa(int(at.Month())))
	r.values.Set(field+"-year", fmt.Sprint(at.Year()))
}

// plainNumber writes a number as people do, where the workbook holds it with the noise of its last binary digit.
func plainNumber(text string) string {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || !strings.ContainsAny(text, ".eE") || len(text) < 12 {
		return text
	}
	return strconv.FormatFloat(n, 'f', -1, 32)
}

func short(text string) string {
	const enough = 40
	if r := []rune(text); len(r) > enough {
		return string(r[:enough]) + "…"
	}
	return text
}
