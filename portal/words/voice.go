package words

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sendpanel/statute"
)

// Voice says things in one language, and in English what it has no words for. Where that is another language than English,
// what it says is marked: [Show] makes elements of the marks, so that a screen reader pronounces each language as itself
// and a number or a name within a sentence from right to left stays whole.
type Voice struct {
	Tag, Dir     string // empty for English
	Of           string // the language and the parts of it that are spoken: "pl/frame/family"
	own, english Words
}

// Plain is the voice of English, which marks nothing.
func Plain(english Words) Voice { return Voice{english: english} }

// English reports whether this is the voice of English.
func (v Voice) English() bool { return v.own == nil }

// Say is the text of a key, as [Words.Say] has it.
func (v Voice) Say(key string, pairs ...any) (string, error) {
	if v.English() {
		return v.english.Say(key, pairs...)
	}
	pairs = slices.Clone(pairs)
	for i := 1; i < len(pairs); i += 2 {
		if text := fmt.Sprint(pairs[i]); text != "" && !strings.ContainsAny(text, string(wholeOpens)+string(englishOpens)) {
			pairs[i] = v.Whole(text)
		}
	}
	if _, translated := v.own[key]; translated {
		return v.own.Say(key, pairs...)
	}
	text, err := v.english.Say(key, pairs...)
	return string(englishOpens) + text + string(englishCloses), err
}

// Speaks reports whether the voice has words of its own for the part.
func (v Voice) Speaks(part string) bool {
	return v.English() || slices.Contains(strings.Split(v.Of, "/"), part)
}

// InEnglish marks text that stays English, such as the words of a letter or of the law.
func (v Voice) InEnglish(text string) string {
	if v.English() || strings.TrimSpace(text) == "" {
		return text
	}
	return string(englishOpens) + unmarked(text) + string(englishCloses)
}

// Whole marks a name, a number or a day within a sentence, which keeps its own direction.
func (v Voice) Whole(text string) string {
	if v.English() || strings.TrimSpace(text) == "" {
		return text
	}
	return string(wholeOpens) + text + string(wholeCloses)
}

// Day writes a day as the language does: “Tuesday 12 January 2027”. A voice without words for days leaves it English.
func (v Voice) Day(d statute.Day) string {
	if d.IsZero() || v.English() {
		return d.Long()
	}
	year, month, day := d.Date()
	weekday, named := v.own["date-weekday-"+strconv.Itoa(int(d.Weekday()))]
	of, called := v.own["date-month-"+strconv.Itoa(int(month))]
	if !named || !called {
		return v.InEnglish(d.Long())
	}
	text, err := v.own.Say("date-long", "weekday", weekday, "day", day, "month", of, "year", year)
	if err != nil {
		return v.InEnglish(d.Long())
	}
	return v.Whole(text)
}
