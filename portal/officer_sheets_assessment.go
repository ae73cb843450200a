package portal

import (
	"sendpanel/casework"
	"sendpanel/portal/form"
	"sendpanel/statute"
)

// sheetsOfAssessment are the forms about what follows a decision to assess.
func sheetsOfAssessment() map[casework.ActKind]actSheet {
	return map[casework.ActKind]actSheet{
		casework.ActServeDraft: {
			fields: func(s *sheetForm) {
				s.date("on")
				var ways []string
				for _, way := range statute.Channels() {
					ways = append(ways, string(way))
				}
				s.choose("by", ways...)
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.ServeDraft{On: v.day("on"), By: statute.Channel(v.Form.Get("by"))}, nil
			},
			places: append(samePlaces("on"), form.Place{Path: "channel", Field: "by"}), weigh: true, then: "dates",
		},
		casework.ActEndAssessment: {
			fields: func(s *sheetForm) {
				s.choose("how", string(casework.FinalPlan), string(casework.NoPlan))
				s.date("on")
				s.pick("notice", s.evidence())
			},
			act: func(v *Visit) (casework.Act, error) {
				return casework.EndAssessment{How: casework.AssessmentOutcome(v.Form.Get("how")), On: v.day("on"), Notice: casework.DocumentID(v.Form.Get("notice"))}, nil
			},
			places: samePlaces("how", "on", "notice"), weigh: true, then: "dates",
		},
	}
}
