package portal

import (
	"sendpanel/casework"
	"sendpanel/portal/look"
)

// sheetsOfAfterwards are the forms about what follows a notice: a letter put right. Those of a challenge to a refusal
// stand beside it.
func sheetsOfAfterwards() map[casework.ActKind]actSheet {
	return map[casework.ActKind]actSheet{
		casework.ActMend: {
			fields: func(s *sheetForm) {
				s.radios("letter", s.p.lettersToMend(s.v))
				s.choose("how", "corrected", "again", "withdrawn")
				s.told("why")
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
	}
}

// lettersToMend are the letters that were printed or posted, the newest first.
func (p *Portal) lettersToMend(v *Visit) []look.Option {
	var options []look.Option
	for i := len(v.Case.Letters) - 1; i >= 0; i-- {
		l := v.Case.Letters[i]
		if l.State == casework.LetterIssued || l.State == casework.LetterPosted {
			options = append(options, look.Option{Value: l.Key.String(), Label: p.letterName(l.Key.Kind) + ", " + p.recipientOf(v, l), Hint: p.sentWords(l)})
		}
	}
	return options
}

// sentWords say how far a letter has come, with its date where that is another day.
func (p *Portal) sentWords(l casework.Letter) string {
	if l.Posted == l.Dated {
		return p.letterState(l).Text
	}
	return p.letterState(l).Text + ", " + p.say("letter-dated-on", "day", l.Dated.Short())
}
