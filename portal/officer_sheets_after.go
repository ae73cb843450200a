package portal

import (
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// sheetsOfAfterwards are the forms about what follows a notice: a letter put right, an appeal, a refusal undone.
func sheetsOfAfterwards() map[casework.ActKind]actSheet {
	return map[casework.ActKind]actSheet{
		casework.ActMend: {
			fields: func(s *sheetForm) {
				s.radios("letter", s.p.lettersToMend(s.v))
				s.choose("how", "corrected", "again", "withdrawn")
				s.area("why")
			},
			act: func(v *Visit) (casework.Act, error) {
				mend := casework.MendLetter{How: casework.Mending(v.Form.Get("how")), Why: v.text("why")}
				if err := mend.Letter.UnmarshalText([]byte(v.Form.Get("letter"))); err != nil {
					v.Form.Wrong("letter", v.p.say("choose-one"))
				}
				return mend, nil
			},
			fill:   func(v *Visit) { v.Form.Set("letter", v.R.URL.Query().Get("letter")) },
			places: samePlaces("letter", "how", "why"), weigh: true, then: "letters",
		},
		casework.ActAppeal: {
			fields: func(s *sheetForm) { s.date("on") },
			act:    func(v *Visit) (casework.Act, error) { return casework.RecordAppeal{On: v.day("on")}, nil },
			places: samePlaces("on"), then: "dates",
		},
		casework.ActMediation: {
			fields: func(s *sheetForm) { s.date("on") },
			act:    func(v *Visit) (casework.Act, error) { return casework.RecordMediation{On: v.day("on")}, nil },
			places: samePlaces("on"), weigh: true, then: "tasks",
		},
		casework.ActEndAppeal: {
			fields: func(s *sheetForm) { s.date("on"); s.choose("how", "dismissed", "withdrawn") },
			act: func(v *Visit) (casework.Act, error) {
				return casework.EndAppeal{On: v.day("on"), How: v.Form.Get("how")}, nil
			},
			places: samePlaces("on", "how"), weigh: true,
		},
		casework.ActOverturn: {
			fields: func(s *sheetForm) {
				var options []look.Option
				for _, how := range statute.Overturns() {
					text := string(how)
					options = append(options, look.Option{Value: text, Label: strings.ToUpper(text[:1]) + text[1:]})
				}
				s.radios("how", options)
				s.date("on")
				s.area("why")
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.Overturn{How: statute.Overturn(v.Form.Get("how")), On: v.day("on"), Why: v.text("why")}, nil
			},
			places: append(samePlaces("on", "why"), form.Place{Path: "how", Field: "how"}), weigh: true, then: "dates",
		},
	}
}

// lettersToMend are the letters that were printed or posted, the newest first.
func (p *Portal) lettersToMend(v *Visit) []look.Option {
	var options []look.Option
	for i := len(v.Case.Letters) - 1; i >= 0; i-- {
		l := v.Case.Letters[i]
		if l.State == casework.LetterIssued || l.State == casework.LetterPosted {
			options = append(options, look.Option{Value: l.Key.String(), Label: p.letterName(l.Key.Kind) + ", " + p.recipient(v, l.Key.To), Hint: p.letterState(l).Text + ", " + l.Dated.Long()})
		}
	}
	return options
}
