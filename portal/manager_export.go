package portal

import (
	"fmt"
	"net/http"
	"strings"

	"sendpanel/portal/look"
	"sendpanel/portal/tables"
	"sendpanel/records"
)

// exportsPage offers the tables, and shows the figures of the years.
type exportsPage struct {
	Years []exportYear
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
	page := exportsPage{Nav: p.managerTabs(v)}
	for _, y := range years {
		page.Years = append(page.Years, p.exportYear(y))
	}
	return v.Page("manager-exports", page)
}

func (p *Portal) exportYear(y yearOf) exportYear {
	var rows []look.Row
	hidden := y.hidden()
	for _, f := range y.list() {
		shown := digits(f.Number)
		switch {
		case few(f.Number):
			shown = p.say("too-few", "n", tooFew)
		case hidden[f.Key]:
			shown = p.say("figure-hidden")
		}
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

// export streams a table as it is read. That somebody took it away is recorded.
func (p *Portal) export(v *Visit) error {
	name, form, _ := strings.Cut(v.Path("file"), ".")
	if form != tables.CSV && form != tables.XLSX || name != "work-list" && name != "figures" {
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
	if name == "figures" {
		write = p.writeFigures
	}
	if err := write(v, form); err != nil { // it has begun: what is broken off must not look whole
		p.log.Error("an export was broken off", "id", v.id, "error", err)
		panic(http.ErrAbortHandler)
	}
	return nil
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
			row.SendBy.String(), row.Clock, row.Next.Why)
	})
	if err != nil {
		return err
	}
	return t.Close()
}

func (p *Portal) writeFigures(v *Visit, form string) error {
	years, err := p.figuresSince(v.Context(), v.Today.Year()-1)
	if err != nil {
		return err
	}
	t, err := tables.New(v.W, form, p.say("export-figures"), p.say("export-year"), p.say("figure"), p.say("figures-number"))
	if err != nil {
		return err
	}
	for _, y := range years {
		for _, f := range y.list() {
			if err := t.Row(y.Year, p.say(f.Key), f.Number); err != nil {
				return err
			}
		}
	}
	return t.Close()
}
