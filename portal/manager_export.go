package portal

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"sendpanel/portal/look"
	"sendpanel/portal/tables"
	"sendpanel/records"
)

// exportsPage offers the tables, and shows the figures of the years.
type exportsPage struct {
	Years []exportYear
	Means look.SummaryList // what each figure counts
	Nav   look.Tabs
}

type exportYear struct {
	Year     int
	Sentence string
	Figures  look.Table
}

func (p *Portal) managerExports(v *Visit) error {
	years, err := p.figuresSince(v.Context(), v.Today.Year()-1)
	if err != nil {
		return err
	}
	page := exportsPage{Nav: p.managerTabs(v), Means: p.meanings("figure-received", "figure-assess", "figure-refuse", "figure-ended", "figure-open", "figure-in-time", "figure-late")}
	for _, y := range years {
		page.Years = append(page.Years, p.exportYear(y))
	}
	return v.Page("manager-exports", page)
}

func (p *Portal) exportYear(y yearOf) exportYear {
	var rows []look.Row
	hidden := y.hidden()
	for _, f := range y.list() {
		shown, _ := p.shownFigure(f, hidden)
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: p.say(f.Key)}, {Text: shown}}})
	}
	e := exportYear{Year: y.Year, Sentence: p.say("figures-none")}
	share, some := y.share()
	switch {
	case hidden["figure-late"] || hidden["figure-in-time"]:
		e.Sentence = p.say("figures-share-hidden")
	case some:
		e.Sentence = p.say("figures-share", "percent", share)
	}
	e.Figures = look.NewTable(p.say("figures-of", "year", y.Year), []look.Column{{Title: p.say("figure")}, {Title: p.say("figures-number"), Numbers: true}}, rows)
	return e
}

// shownFigure is a figure as it may be shown, and whether it is one of too few children or would tell one.
func (p *Portal) shownFigure(f figure, hidden map[string]bool) (string, bool) {
	switch {
	case few(f.Number):
		return p.say("too-few", "n", tooFew), true
	case hidden[f.Key]:
		return p.say("figure-hidden"), true
	}
	return digits(f.Number), false
}

// export streams a table as it is read. That somebody took it away is recorded.
func (p *Portal) export(v *Visit) error {
	name, form, _ := strings.Cut(v.Path("file"), ".")
	if form != tables.CSV && form != tables.XLSX || !slices.Contains([]string{"work-list", "figures", wholeFigures}, name) {
		return ErrNotFound
	}
	if err := p.noteRead(v, "", "export of the "+name); err != nil {
		return err
	}
	head := v.W.Header()
	head.Set("Content-Type", tables.Type(form))
	head.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="%s-%s.%s"`, name, v.Today, form))
	head.Set("Cache-Control", "no-store")
	v.W.WriteHeader(http.StatusOK)
	write := p.writeWorkList
	switch name {
	case "figures":
		write = func(v *Visit, form string) error { return p.writeFigures(v, form, false) }
	case wholeFigures:
		write = func(v *Visit, form string) error { return p.writeFigures(v, form, true) }
	}
	if err := write(v, form); err != nil { // it has begun: what is broken off must not look whole
		p.log.Error("an export was broken off", "id", v.id, "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
}

// clockWord is a state of the clock as a person reads it.
func (p *Portal) clockWord(clock string) string {
	for name, states := range clocksShown() {
		if slices.Contains(states, clock) {
			return p.say("clock-" + name)
		}
	}
	return p.say("clock-word-ended")
}

func (p *Portal) writeWorkList(v *Visit, form string) error {
	t, err := tables.New(v.W, form, p.say("export-work-list"), p.say("reference"), p.say("child"), p.say("school"), p.say("manager-officer"), p.say("stage"),
		p.say("export-received"), p.say("manager-due"), p.say("send-by"), p.say("export-clock"), p.say("export-next"))
	if err != nil {
		return err
	}
	err = p.eachCase(v.Context(), records.Filter{Open: true}, func(row records.CaseRow) error {
		school := string(row.Setting)
		if s, known := v.Council.School(row.Setting); known {
			school = s.Name
		}
		return t.Row(string(row.Ref), row.Child, school, p.nameOf(v, row.Officer), p.say("stage-"+string(row.Stage)), row.Received.String(), row.Due.String(),
			row.SendBy.String(), p.clockWord(row.Clock), row.Next.Why)
	})
	if err != nil {
		return err
	}
	return t.Close()
}

// wholeFigures names the table of the yearly return, which goes to the Department for Education alone: in it no figure is held back.
const wholeFigures = "figures-whole"

// writeFigures writes the figures of the years: as they may be shown to anybody, or whole.
func (p *Portal) writeFigures(v *Visit, form string, whole bool) error {
	years, err := p.figuresSince(v.Context(), v.Today.Year()-1)
	if err != nil {
		return err
	}
	t, err := tables.New(v.W, form, p.say("export-sheet-figures"), p.say("export-year"), p.say("figure"), p.say("figures-number"))
	if err != nil {
		return err
	}
	for _, y := range years {
		hidden := y.hidden()
		for _, f := range y.list() {
			var number any = f.Number
			if shown, less := p.shownFigure(f, hidden); less && !whole {
				number = shown
			}
			if err := t.Row(y.Year, p.say(f.Key), number); err != nil {
				return err
			}
		}
	}
	return t.Close()
}
