package portal

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/casework/evidence"
	"sendpanel/portal/draft"
	"sendpanel/portal/look"
)

// saidSection is a part of the request in its own words, for those who read the papers.
type saidSection struct {
	ID, Title string
	List      look.SummaryList
}

// saidSections are the pages of the request that a panel reads in full, by their IDs in the request's form. Cycles, views and
// documents have places of their own among the papers; who lives where, and how to reach them, is no panel's business.
func saidSections() []string {
	return []string{"profile", "needs", "attainment", "attendance", "professionals", "services", "outcomes"}
}

// saidID is the anchor of a section.
func saidID(section string) string { return "said-" + section }

// said is the request in its own words.
func (p *Portal) said(r casework.Request) ([]saidSection, error) {
	values, _, err := p.asks.Fill(r)
	if err != nil {
		return nil, fmt.Errorf("write out the request: %w", err)
	}
	var all []saidSection
	for _, id := range saidSections() {
		s, known := p.asks.Section(id)
		if !known {
			return nil, fmt.Errorf("write out the request: no page %q is asked", id)
		}
		rows := p.rows(draft.Body{Values: values}, withoutReach(s))
		if len(rows) > 0 {
			all = append(all, saidSection{ID: saidID(id), Title: s.Title, List: look.SummaryList{Rows: rows}})
		}
	}
	return all, nil
}

// withoutReach is a page of the request’s form without telephones and addresses.
func withoutReach(s draft.Section) draft.Section {
	private := func(q draft.Question) bool {
		return strings.HasSuffix(q.Path, "phone") || strings.HasSuffix(q.Path, "email") || strings.HasSuffix(q.Path, "address")
	}
	s.Parts = slices.Clone(s.Parts)
	for i := range s.Parts {
		s.Parts[i].Questions = slices.DeleteFunc(slices.Clone(s.Parts[i].Questions), private)
		s.Parts[i].Rest = slices.DeleteFunc(slices.Clone(s.Parts[i].Rest), private)
	}
	return s
}

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
