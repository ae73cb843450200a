package portal

import (
	"strconv"

	"sendpanel/council"
	"sendpanel/portal/look"
)

// privacyPage says what the council keeps, as its settings have it.
type privacyPage struct {
	Kept    look.Table
	Officer council.Contact // for data protection
}

// publicPrivacy shows what the service does with what it is told (UK GDPR, articles 13 and 14).
func (p *Portal) publicPrivacy(v *Visit) error {
	v.Narrow = true
	var page privacyPage
	page.Officer, _ = v.Council.Contact(council.DataProtection, v.Today)
	var rows []look.Row
	for _, kind := range council.RecordKinds() {
		kept, known := v.Council.Kept(kind)
		if !known {
			continue
		}
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: v.say(keptKeys()[kind])},
			{Text: v.say(keptFor()[kept.After], "years", strconv.Itoa(kept.Years)), Note: kept.Basis}}})
	}
	page.Kept = look.NewTable(v.say("privacy-long"), []look.Column{{Title: v.say("privacy-kept-what"), Wide: true}, {Title: v.say("privacy-kept-time")}}, rows)
	page.Kept.HideTitle = true
	return v.Page("privacy", page)
}

// keptKeys are the keys of what is kept.
func keptKeys() map[council.RecordKind]string {
	return map[council.RecordKind]string{council.PlanFile: "privacy-kept-plan", council.NoPlanFile: "privacy-kept-no-plan", council.RefusedRequest: "privacy-kept-refused",
		council.WithdrawnRequest: "privacy-kept-withdrawn", council.PanelMinutes: "privacy-kept-minutes", council.AccessLog: "privacy-kept-access",
		council.UnopenedArrival: "privacy-kept-unopened"}
}

// keptFor are the keys of how long, by what the years are counted from.
func keptFor() map[string]string {
	return map[string]string{"birth": "privacy-kept-birth", "closure": "privacy-kept-closure", "recording": "privacy-kept-recording"}
}

// publicCookies lists the cookies that the service sets, by the names that the browser has them under.
func (p *Portal) publicCookies(v *Visit) error {
	v.Narrow = true
	return v.Page("cookies", struct{ Session, Language, Size string }{p.sessions.Cookie.Name, languageCookie, sizeCookie})
}
