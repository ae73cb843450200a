package portal

import (
	"slices"
	"strings"

	"sendpanel/portal/look"
)

// inEnglish is how the list of languages names English. What is written in it is recorded without a language.
const inEnglish = "English"

// writtenIn asks in which language somebody writes, where it may be another than English. It begins with the language of
// the page.
func (v *Visit) writtenIn(f look.Form) *look.Select {
	me := v.family(nil).Me
	if v.voice.English() && (me.Language == "" || strings.EqualFold(me.Language, inEnglish)) {
		return nil
	}
	options := v.languageOptions()
	if !slices.ContainsFunc(options, func(o look.Option) bool { return strings.EqualFold(o.Value, me.Language) }) {
		if t, known := v.tongue(me.Language); !known && me.Language != "" {
			options = append(options, look.Option{Value: me.Language, Label: me.Language})
		} else {
			me.Language = t.Name
		}
	}
	if v.Form.Get("language") == "" {
		t, _ := v.tongue(v.voice.Tag)
		v.Form.Set("language", orFirst(t.Name, inEnglish))
		f = v.fields()
	}
	s := f.Select("language", v.say("family-written-in"), "", options...).Hinted(v.say("family-written-in-hint"))
	return &s
}

// languageOptions are the languages that the council knows of, English first, by their own names.
func (v *Visit) languageOptions() []look.Option {
	options := []look.Option{{Value: inEnglish, Label: inEnglish}}
	for _, t := range v.offered() {
		options = append(options, look.Option{Value: t.Name, Label: t.OwnName})
	}
	for _, l := range v.Council.Languages {
		if _, listed := v.tongue(l.Code); !listed {
			options = append(options, look.Option{Value: l.Name, Label: l.OwnName})
		}
	}
	return options
}

// languageInEnglish is how a language that somebody wrote as it is called in it is recorded, where it is known.
func (v *Visit) languageInEnglish(written string) string {
	if t, known := v.tongue(written); known {
		return t.Name
	}
	if l, known := v.Council.Language(written); known {
		return l.Name
	}
	return written
}

// wroteIn is the language that was chosen, as it is recorded.
func (v *Visit) wroteIn() string {
	if l := v.Form.Line("language"); !strings.EqualFold(l, inEnglish) {
		return l
	}
	return ""
}

func orFirst(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
