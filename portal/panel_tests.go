package portal

import (
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/portal/look"
)

// testSummary is one question of the law: what the request says to it in a few words, and where more bears on it.
type testSummary struct {
	Limb    casework.Limb
	Words   string
	Said    []quotation // from the request, the first words of each part
	Shown   []shownRow
	Missing string // what was looked for and not found
}

// shownRow is a thing that a panel looks for, and the places among the papers that show it.
type shownRow struct {
	What  string
	Where []look.Link
}

// bulletRow is one of the Code's points, with what was sent that bears on it.
type bulletRow struct {
	Title, Source, Helps string
	Shown                []shownRow
}

// places turns what the review found into links within the page.
type places struct{ there map[string]bool }

func placesOf(said []saidSection) places {
	at := places{there: map[string]bool{"cycles": true, "voices": true}}
	for _, s := range said {
		at.there[s.ID] = true
	}
	return at
}

// partAt is the section of the page that holds a part of the request.
func partAt(part evidence.Part) string {
	switch part {
	case evidence.InCycles:
		return "cycles"
	case evidence.InViews, evidence.InReply:
		return "voices"
	case evidence.InHealth, evidence.InCare:
		return saidID("services")
	}
	return saidID(string(part))
}

func (a places) rows(shown []evidence.Shown) []shownRow {
	var rows []shownRow
	for _, s := range shown {
		row := shownRow{What: s.What}
		for _, at := range s.Where {
			link := look.Link{Text: string(at.Document), Href: "#" + string(at.Document)}
			if at.Document == "" {
				link = look.Link{Text: at.Words}
				if id := partAt(at.Part); a.there[id] {
					link.Href = "#" + id
				}
			}
			if !slices.Contains(row.Where, link) {
				row.Where = append(row.Where, link)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// tests lays what was sent beside each question of the law, by the Code’s heads that bear on it.
func (p *Portal) tests(f caseFile, at places) []testSummary {
	said := map[casework.Limb][]quotation{casework.Limb8a: p.saidOfNeeds(f.request), casework.Limb8b: p.saidOfHelp(f)}
	var list []testSummary
	for _, limb := range panelLimbs() {
		t := testSummary{Limb: limb, Words: limb.Words(), Said: said[limb]}
		var missing []string
		for _, item := range f.review.Items {
			if item.Group != evidence.FiveBullets || !slices.Contains(item.Limbs, limb) {
				continue
			}
			t.Shown = append(t.Shown, at.rows(item.Shown)...)
			for _, m := range item.Missing {
				missing = append(missing, m.What)
			}
		}
		t.Missing = strings.Join(missing, "; ")
		list = append(list, t)
	}
	return list
}

// saidOfNeeds is what the request says is hard, by area.
func (p *Portal) saidOfNeeds(r casework.Request) []quotation {
	var list []quotation
	for _, n := range r.Needs {
		text := strings.TrimSpace(firstWords(n.Difficulties) + " " + firstWords(n.Impact))
		if text != "" {
			list = append(list, quotation{Who: p.inWords("needs.0.area", []string{n.Area.Line()}), Text: text})
		}
	}
	return list
}

// saidOfHelp is what came of the help so far, the newest first, and what a school says that it cannot give.
func (p *Portal) saidOfHelp(f caseFile) []quotation {
	var list []quotation
	add := func(who string, t casework.Text) {
		if text := firstWords(t); text != "" {
			list = append(list, quotation{Who: who, Text: text})
		}
	}
	for i := len(f.request.Cycles) - 1; i >= 0; i-- {
		add(p.say("said-cycle", "n", i+1), f.request.Cycles[i].Review)
	}
	add(p.say("voice-beyond"), f.request.Views.Beyond)
	for _, r := range f.replies {
		add(p.say("voice-reply"), r.MayBeNecessaryWhy)
	}
	return list
}

// firstLetters is how long the first words of a text are at most before they are cut at a sentence.
const firstLetters = 240

// firstWords are the first sentences of a text, whole ones.
func firstWords(t casework.Text) string {
	rest := strings.Join(strings.Fields(string(t)), " ")
	text := firstSentence(rest)
	for len(text) < len(rest) {
		more := firstSentence(strings.TrimSpace(rest[len(text):]))
		if len(text)+1+len(more) > firstLetters {
			return text + " …"
		}
		text += " " + more
	}
	return text
}
