package portal

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"sendpanel/casework"
	"sendpanel/portal/look"
	"sendpanel/records"
	"sendpanel/statute"
)

// pageOfDoings is how many entries a page of the record of everything shows.
const pageOfDoings = 20

// doingsPage is who read, changed and sent what across all requests, as far as it is narrowed.
type doingsPage struct {
	Who, Way look.Select
	Ref      look.Field
	From, To look.DateInput
	Table    look.Table
	Older    string // the address of the page after this one
	Newest   string // of the first page, where this is another
}

// doings shows the record of all requests together. That somebody read it, and how it was narrowed, is in the ledger of reads before
// the page goes out.
func (p *Portal) doings(v *Visit) error {
	q := v.R.URL.Query()
	v.Form.Values = q
	f := p.doingsFilter(v)
	form := look.NewForm(shown(v.Form), faults(v.Form))
	page := doingsPage{Ref: form.Text("ref", p.say("reference")).Sized("medium"), From: form.Date("from", p.say("doings-from")), To: form.Date("to", p.say("doings-to"))}
	page.Who = form.Select("who", p.say("verify-who"), p.say("doings-anybody"), p.everybody(v)...)
	page.Way = form.Select("way", p.say("doings-way"), p.say("doings-any"), p.waysDone()...)
	v.Crumbs = []look.Link{{Text: p.say("nav-records"), Href: "/records"}}
	if !v.Form.OK() {
		return v.Show(v.asGood(), "records-doings", page)
	}
	f.Limit, f.After = pageOfDoings+1, q.Get("after")
	list, err := p.register.Doings(v.Context(), f)
	if errors.Is(err, records.ErrNoMark) {
		return ErrNotFound
	}
	if err != nil {
		return err
	}
	if err := p.noteRead(v, f.Ref, doingsRead(f)); err != nil {
		return err
	}
	if len(list) > pageOfDoings {
		list = list[:pageOfDoings]
		page.Older = doingsAddress(q, list[len(list)-1].Mark())
	}
	if f.After != "" {
		page.Newest = doingsAddress(q, "")
	}
	page.Table, err = p.doingsTable(v, list)
	if err != nil {
		return err
	}
	return v.Page("records-doings", page)
}

// doingsFilter reads from the address how the record is narrowed, and says what is wrong with it.
func (p *Portal) doingsFilter(v *Visit) records.DoingsFilter {
	f := records.DoingsFilter{Person: v.Form.Line("who"), Way: records.Way(v.Form.Get("way"))}
	if !slices.Contains([]records.Way{"", records.WayRead, records.WayChanged, records.WaySent}, f.Way) {
		f.Way = ""
	}
	if typed := v.Form.Line("ref"); typed != "" {
		ref, err := casework.ParseRef(typed)
		if err != nil {
			v.Form.Wrong("ref", p.say("records-find-missing"))
		}
		f.Ref = ref
	}
	var from, to bool
	f.From, from = v.Form.Day("from")
	f.To, to = v.Form.Day("to")
	if from && to && f.To.Before(f.From) {
		v.Form.Wrong("to", p.say("doings-to-before"))
	}
	return f
}

// doingsRead is what the ledger of reads says of a look at the record of everything.
func doingsRead(f records.DoingsFilter) string {
	const all, further = "record of all requests", ", a further page"
	text := all
	for _, part := range []struct{ name, value string }{{"way", string(f.Way)}, {"of", f.Person}, {"from", f.From.String()}, {"to", f.To.String()}} {
		if part.value != "" && part.value != (statute.Day{}).String() {
			text += ", " + part.name + " " + part.value
		}
	}
	if f.After != "" {
		text += further
	}
	return text
}

func doingsAddress(q url.Values, after string) string {
	next := url.Values{}
	for _, name := range []string{"who", "way", "ref", "from-day", "from-month", "from-year", "to-day", "to-month", "to-year"} {
		if q.Get(name) != "" {
			next.Set(name, q.Get(name))
		}
	}
	if after != "" {
		next.Set("after", after)
	}
	return strings.TrimSuffix("/records/doings?"+next.Encode(), "?")
}

// everybody are all whom the council's settings have ever named, by name, and the service itself.
func (p *Portal) everybody(v *Visit) []look.Option {
	list := []look.Option{{Value: string(casework.Engine().Person), Label: p.say("trail-engine")}}
	var people []look.Option
	for _, who := range v.Council.People {
		if !slices.ContainsFunc(people, func(o look.Option) bool { return o.Value == string(who.ID) }) {
			people = append(people, look.Option{Value: string(who.ID), Label: who.Name})
		}
	}
	slices.SortStableFunc(people, func(a, b look.Option) int { return strings.Compare(a.Label, b.Label) })
	return append(list, people...)
}

func (p *Portal) waysDone() []look.Option {
	var list []look.Option
	for _, way := range []records.Way{records.WayRead, records.WayChanged, records.WaySent} {
		list = append(list, look.Option{Value: string(way), Label: p.say("doings-" + string(way))})
	}
	return list
}

func (p *Portal) doingsTable(v *Visit, list []records.Doing) (look.Table, error) {
	told := p.newTellings(v)
	var rows []look.Row
	for _, d := range list {
		who, what, err := told.of(d)
		if err != nil {
			return look.Table{}, err
		}
		ref := look.Cell{Text: p.say("doings-no-case")}
		if d.Ref != "" {
			ref = look.Cell{Link: &look.Link{Text: string(d.Ref), Href: "/records/cases/" + string(d.Ref)}}
			if told.noCase(d.Ref) {
				ref = look.Cell{Text: string(d.Ref)}
			}
		}
		tag := p.doneTag(d.Way)
		rows = append(rows, look.Row{Cells: []look.Cell{{Text: moment(d.At)}, {Text: who, Note: d.Account}, {Tag: &tag}, {Text: what}, ref}})
	}
	t := look.NewTable(p.say("doings-title"), []look.Column{{Title: p.say("verify-when")}, {Title: p.say("verify-who")}, {Title: p.say("doings-way")}, {Title: p.say("verify-what"), Wide: true}, {Title: p.say("answers-case")}}, rows)
	t.HideTitle = true
	t.Empty = look.Empty{Title: p.say("doings-none"), Text: p.say("doings-none-text"), Action: &look.Link{Text: p.say("doings-all"), Href: "/records/doings"}}
	return t, nil
}

func (p *Portal) doneTag(way records.Way) look.Tag {
	tone := map[records.Way]string{records.WayRead: look.Plain, records.WayChanged: look.Info, records.WaySent: look.Done}[way]
	return look.Tag{Text: p.say("doings-" + string(way)), Tone: tone}
}
