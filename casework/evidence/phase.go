package evidence

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/statute"
)

// Phase chooses the words: those of a nursery, a school or a college.
type Phase string

// The phases. Without a setting there is nobody whose response could be reviewed.
const (
	NoSetting  Phase = ""
	EarlyYears Phase = "early_years" // under five (Code of Practice chapter 5)
	InSchool   Phase = "school"      // (chapter 6)
	Post16     Phase = "post16"      // over compulsory school age (chapter 7)
)

// noSetting lists what people write where a school's name is asked for and there is none.
func noSetting() []string {
	return []string{"none", "no school", "no setting", "not on roll", "home", "home educated", "home-educated", "home education",
		"electively home educated", "elective home education", "ehe", "n/a", "na", "-", "–"}
}

// phaseOf chooses by who asks, then by age on the day the request came.
func phaseOf(r casework.Request) Phase {
	asker := r.Requester.Type.Line()
	if !hasSetting(r) {
		return NoSetting
	}
	switch asker {
	case "early_years":
		return EarlyYears
	case "post16":
		return Post16
	}
	born, err := statute.ParseDay(r.Child.DateOfBirth.Line())
	if err != nil {
		return InSchool
	}
	at, err := r.Received()
	if err != nil {
		return InSchool
	}
	switch on := statute.DayOf(at); {
	case on.Before(born.AddMonths(5 * 12)):
		return EarlyYears
	case !on.Before(statute.YoungPersonFrom(born)):
		return Post16
	}
	return InSchool
}

// hasSetting reports whether the child attends a setting, or a setting asks. What the request says of the child goes
// before who asks.
func hasSetting(r casework.Request) bool {
	if r.Child.HomeEducated.Yes() {
		return false
	}
	if at := r.Child.Setting; !at.Empty() {
		return !slices.Contains(noSetting(), strings.ToLower(at.Line()))
	}
	return fromSetting(r) || !r.Child.SettingName.Empty() || !r.Requester.Setting.Empty()
}

// fromSetting reports whether a setting asks.
func fromSetting(r casework.Request) bool {
	switch r.Requester.Type.Line() {
	case "school", "post16", "early_years":
		return true
	}
	return false
}

// words is one text in the words of each phase. Where a phase has none of its own, the school's stand.
type words struct{ school, early, college string }

func same(text string) words { return words{school: text} }

// nouns are the words that differ by phase, for the places marked in a text.
func (p Phase) nouns() []string {
	switch p {
	case EarlyYears:
		return []string{"{setting}", "setting", "{child}", "the child", "{others}", "children of the same age"}
	case Post16:
		return []string{"{setting}", "school or college", "{child}", "the young person", "{others}", "students of the same age"}
	}
	return []string{"{setting}", "school", "{child}", "the child", "{others}", "pupils of the same age"}
}

// fill takes the text of the phase and puts its nouns in.
func (p Phase) fill(w words) string {
	text := w.school
	switch {
	case p == EarlyYears && w.early != "":
		text = w.early
	case p == Post16 && w.college != "":
		text = w.college
	}
	return strings.NewReplacer(p.nouns()...).Replace(text)
}
