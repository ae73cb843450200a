package portal

import (
	"strconv"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// sheetsOfLife are the forms about what ends a case, or begins one here.
func sheetsOfLife() map[casework.ActKind]actSheet {
	return map[casework.ActKind]actSheet{
		casework.ActChangeSchool: {
			fields: func(s *sheetForm) {
				s.pick("to", append([]look.Option{{Value: "none", Label: s.p.say("no-school")}}, otherSettings(s.v)...))
				s.date("on")
				s.area("why")
			},
			act: func(v *Visit) (casework.Act, error) {
				to := v.Form.Required("to", v.p.say("choose-one"))
				if to == "none" {
					to = ""
				}
				return casework.ChangeSchool{To: casework.SettingID(to), On: v.day("on"), Why: v.text("why")}, nil
			},
			places: samePlaces("to", "on", "why"), weigh: true, then: "people",
		},
		casework.ActShareDecision: {
			fields: func(s *sheetForm) { s.radios("agreed_by", s.family()); s.date("on"); s.area("how") },
			act: func(v *Visit) (casework.Act, error) {
				return casework.ShareDecision{AgreedBy: casework.AddresseeID(v.Form.Get("agreed_by")), On: v.day("on"), How: v.text("how")}, nil
			},
			places: samePlaces("agreed_by", "on", "how"), weigh: true, then: "letters",
		},
		casework.ActTransferIn: {
			fields: func(s *sheetForm) { s.line("from", ""); s.date("on"); s.yesNo("papers") },
			act: func(v *Visit) (casework.Act, error) {
				return casework.TransferIn{From: v.Form.Line("from"), On: v.day("on"), Papers: v.yes("papers")}, nil
			},
			places: samePlaces("from", "on"),
		},
		casework.ActTransfer: {
			fields: func(s *sheetForm) { s.line("to", ""); s.date("on"); s.yesNo("papers") },
			act: func(v *Visit) (casework.Act, error) {
				return casework.TransferOut{To: v.Form.Line("to"), On: v.day("on"), Papers: v.yes("papers")}, nil
			},
			places: samePlaces("to", "on"), weigh: true, grave: true,
		},
		casework.ActDied: {
			fields: func(s *sheetForm) { s.date("on") },
			act:    func(v *Visit) (casework.Act, error) { return casework.RecordDeath{On: v.day("on")}, nil },
			places: samePlaces("on"), weigh: true, grave: true,
		},
		casework.ActWithdraw: {
			fields: func(s *sheetForm) {
				if requests := s.p.requestsStanding(s.v); len(requests) > 1 {
					s.radios("request", requests)
				}
				s.radios("confirmed_by", s.family())
				s.choose("suggested_by", "family", "school", "officer", "other")
				if len(s.v.Case.Dispute) > 0 {
					s.checks("agreed_by", s.family())
				}
				s.area("why")
			},
			act: func(v *Visit) (casework.Act, error) {
				request, _ := strconv.Atoi(v.Form.Get("request"))
				return casework.Withdraw{Request: request, ConfirmedBy: casework.AddresseeID(v.Form.Get("confirmed_by")), SuggestedBy: v.Form.Get("suggested_by"),
					Why: v.text("why"), AgreedBy: idsOf[casework.AddresseeID](v.Form.All("agreed_by"))}, nil
			},
			places: samePlaces("request", "confirmed_by", "suggested_by", "agreed_by"), weigh: true, grave: true,
		},
	}
}

// otherSettings are the schools, nurseries and colleges that the child is not with.
func otherSettings(v *Visit) []look.Option {
	var options []look.Option
	for _, school := range v.Council.Settings {
		if school.ID != v.Case.Opened.Setting {
			options = append(options, look.Option{Value: string(school.ID), Label: school.Name})
		}
	}
	return options
}

// requestsStanding are the requests in the case that have not been withdrawn.
func (p *Portal) requestsStanding(v *Visit) []look.Option {
	var options []look.Option
	for _, r := range v.Case.Requests {
		if !r.Withdrawn {
			options = append(options, look.Option{Value: strconv.Itoa(r.Seq), Label: p.say("request-of", "name", r.By.Name, "day", r.Received.Long())})
		}
	}
	return options
}
