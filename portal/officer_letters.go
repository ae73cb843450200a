package portal

import (
	"slices"

	"sendpanel/casework"
	"sendpanel/portal/look"
)

// caseLettersPage lists every version of every letter.
type caseLettersPage struct {
	Head  caseHead
	Table look.Table
	Owed  []string
	Post  *look.Button
}

func (p *Portal) officerLetters(v *Visit) error {
	if err := v.Read("letters"); err != nil {
		return err
	}
	events, err := p.register.Events(v.Context(), v.Case.Ref)
	if err != nil {
		return err
	}
	page := caseLettersPage{Head: p.head(v, "letters")}
	var rows []look.Row
	for _, l := range slices.Backward(v.Case.Letters) {
		state := p.letterState(l)
		rows = append(rows, look.Row{Cells: []look.Cell{
			{Link: &look.Link{Text: p.letterName(l.Key.Kind), Href: v.letterAt(l.Key)}, Note: p.versionWords(l.Key.Version)},
			{Text: p.recipientOf(v, l), Note: p.channelWords(l.By)}, {Text: dayOrDash(l.Dated)}, {Tag: &state, Note: whyVoided(events, l.Key)},
		}})
		if l.SHA256 == "" {
			rows[len(rows)-1].Cells[0] = look.Cell{Text: p.letterName(l.Key.Kind), Note: p.versionWords(l.Key.Version)}
		}
	}
	page.Table = look.NewTable(p.say("letters"), []look.Column{{Title: p.say("letter")}, {Title: p.say("letter-to")}, {Title: p.say("letter-dated")}, {Title: p.say("letter-state")}}, rows)
	page.Table.HideTitle = true
	page.Table.Empty = look.Empty{Title: p.say("letters-none"), Text: p.say("letters-none-yet-text")}
	for _, owing := range v.Case.Owed() {
		for _, key := range owing.Letters {
			page.Owed = append(page.Owed, p.say("letter-owed", "letter", p.letterName(key.Kind), "to", p.recipient(v, key.To)))
		}
	}
	if len(v.Case.ToPost()) > 0 && p.mayDo(v, casework.ActPost) {
		page.Post = &look.Button{Text: p.say("post-room"), Href: "/letters"}
	}
	return v.Page("officer-letters", page)
}
