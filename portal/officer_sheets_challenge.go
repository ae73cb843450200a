package portal

import (
	"fmt"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/portal/look"
	"sendpanel/statute"
)

// sheetsOfChallenge are the forms about mediation and appeal against a refusal.
func sheetsOfChallenge() map[casework.ActKind]actSheet {
	return map[casework.ActKind]actSheet{
		casework.ActAppeal: {
			fields: func(s *sheetForm) { s.date("on"); s.date("admitted") },
			act: func(v *Visit) (casework.Act, error) {
				return casework.RecordAppeal{On: v.day("on"), Admitted: v.dayIfAny("admitted")}, nil
			},
			places: samePlaces("on", "admitted"), weigh: true, then: "dates",
		},
		casework.ActMediation: {
			fields: func(s *sheetForm) {
				s.date("on")
				if s.v.Case.Closed() {
					s.area("why")
				}
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.RecordMediation{On: v.day("on"), Why: v.text("why")}, nil
			},
			places: samePlaces("on", "why"), weigh: true, then: "tasks",
		},
		casework.ActEndMediation: {
			fields: func(s *sheetForm) {
				s.date("on")
				s.choose("how", string(casework.NoAgreement), string(casework.AgreedOther), string(casework.FamilyWithdrew))
				for i := range undertakings {
					s.area(fmt.Sprintf("what%d", i+1))
					s.date(fmt.Sprintf("by%d", i+1))
				}
			},
			act: func(v *Visit) (casework.Act, error) {
				end := casework.EndMediation{On: v.day("on"), How: casework.MediationEnding(v.Form.Get("how"))}
				for i := range undertakings {
					u := casework.Undertaking{What: v.text(fmt.Sprintf("what%d", i+1)), By: v.dayIfAny(fmt.Sprintf("by%d", i+1))}
					if u != (casework.Undertaking{}) {
						end.Agreed = append(end.Agreed, u)
					}
				}
				return end, nil
			},
			places: endingPlaces(), weigh: true, then: "tasks",
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
				for _, day := range agreedDays() {
					s.date(day.field)
				}
			},
			act: func(v *Visit) (casework.Act, error) {
				undo := casework.Overturn{How: statute.Overturn(v.Form.Get("how")), On: v.day("on"), Why: v.text("why")}
				for _, day := range agreedDays() {
					if by := v.dayIfAny(day.field); !by.IsZero() {
						undo.Agreed = append(undo.Agreed, statute.Agreed{Stage: day.stage, By: by})
					}
				}
				return undo, nil
			},
			places: append(samePlaces("on", "why"), form.Place{Path: "how", Field: "how"}, form.Place{Path: "agreed", Field: "agreed-final"}), weigh: true, then: "dates",
		},
	}
}

// undertakings is how many things agreed at a mediation its form has room for.
const undertakings = 3

// endingPlaces ties what is wrong with the end of a mediation to its fields.
func endingPlaces() []form.Place {
	places := append(samePlaces("on", "how"), form.Place{Path: "agreed", Field: "what1"})
	for i := range undertakings {
		places = append(places, form.Place{Path: fmt.Sprintf("agreed[%d].what", i), Field: fmt.Sprintf("what%d", i+1)}, form.Place{Path: fmt.Sprintf("agreed[%d].by", i), Field: fmt.Sprintf("by%d", i+1)})
	}
	return places
}

// agreedDay is a field for a day that the parties to a mediation set.
type agreedDay struct {
	field string
	stage statute.Stage
}

func agreedDays() []agreedDay {
	return []agreedDay{{"agreed-no-plan", statute.NoPlanStage}, {"agreed-final", statute.FinalStage}}
}
