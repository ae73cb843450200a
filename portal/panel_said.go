package portal

import (
	"fmt"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/draft"
	"sendpanel/portal/look"
)

// saidSection is a page of the request in its own words, for those who read the papers.
type saidSection struct {
	ID, Title string
	Blocks    []saidBlock
}

// saidBlock is one part of a page: answers under their questions, or a table of what was entered line by line.
type saidBlock struct {
	Title string
	List  look.SummaryList
	Table *look.Table
}

// saidSections are the pages of the request that a panel reads in full, by their IDs in the request's form. Cycles, views and
// documents have places of their own among the papers; who lives where, and how to reach them, is no panel's business.
func saidSections() []string {
	return []string{"profile", "needs", "attainment", "attendance", "professionals", "services"}
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
		if blocks := p.saidBlocks(draft.Body{Values: values}, s); len(blocks) > 0 {
			all = append(all, saidSection{ID: saidID(id), Title: s.Title, Blocks: blocks})
		}
	}
	return all, nil
}

func (p *Portal) saidBlocks(b draft.Body, s draft.Section) []saidBlock {
	var blocks []saidBlock
	for _, part := range s.Parts {
		asked := slices.DeleteFunc(slices.Concat(part.Questions, part.Rest), reaches)
		switch {
		case part.List == "needs":
			blocks = append(blocks, p.saidEntries(b, part.List, asked)...)
		case part.List != "":
			if table, any := p.saidTable(b, part, asked); any {
				blocks = append(blocks, saidBlock{Table: &table})
			}
		default:
			part.Questions = asked
			if rows := p.rows(b, draft.Section{Parts: []draft.Part{part}, At: s.At}); len(rows) > 0 {
				blocks = append(blocks, saidBlock{List: look.SummaryList{Rows: rows}})
			}
		}
	}
	return blocks
}

// reaches reports whether a question asks how to reach somebody.
func reaches(q draft.Question) bool {
	return strings.HasSuffix(q.Path, "phone") || strings.HasSuffix(q.Path, "email") || strings.HasSuffix(q.Path, "address")
}

// saidEntries are the entries of a list under what their first question was answered with.
func (p *Portal) saidEntries(b draft.Body, list string, asked []draft.Question) []saidBlock {
	var blocks []saidBlock
	for i := range b.Count(list) {
		var block saidBlock
		for at, q := range asked {
			field := fmt.Sprintf("%s.%d.%s", list, i, q.Path)
			switch {
			case !b.Has(field):
			case at == 0:
				block.Title = p.answered(b, q, field)
			default:
				block.List.Rows = append(block.List.Rows, look.SummaryRow{Key: q.Ask, Value: p.answered(b, q, field)})
			}
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// saidTable is a list as a table, with a column for each question that somebody answered.
func (p *Portal) saidTable(b draft.Body, part draft.Part, asked []draft.Question) (look.Table, bool) {
	field := func(i int, q draft.Question) string { return fmt.Sprintf("%s.%d.%s", part.List, i, q.Path) }
	n := b.Count(part.List)
	var columns []look.Column
	asked = slices.DeleteFunc(slices.Clone(asked), func(q draft.Question) bool {
		for i := range n {
			if b.Has(field(i, q)) {
				return false
			}
		}
		return true
	})
	for _, q := range asked {
		columns = append(columns, look.Column{Title: q.Ask})
	}
	var rows []look.Row
	for i := range n {
		var row look.Row
		for _, q := range asked {
			var cell look.Cell
			if b.Has(field(i, q)) {
				cell.Text = p.answered(b, q, field(i, q))
			}
			row.Cells = append(row.Cells, cell)
		}
		rows = append(rows, row)
	}
	return look.NewTable(part.One, columns, rows), len(columns) > 0
}
