package portal

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"sendpanel/portal/draft"
	"sendpanel/portal/look"
)

// sectionPage is one page of questions of a draft.
type sectionPage struct {
	Draft   openDraft
	Section draft.Section
	Number  int // of a cycle or a document, from 1
	Parts   []partView
	Base    string
	Waiting []look.Link // what was typed where a colleague had been first
	Look    sideReview
	Next    string // where “Save and continue” leads
}

// draftSection shows a page of questions with what stands in it.
func (p *Portal) draftSection(v *Visit) error {
	d, s, err := p.sectionOf(v)
	if err != nil {
		return err
	}
	if d.SentAs != "" || d.Body.Sent != nil {
		return v.draftGone(d)
	}
	if typed, found := v.typedBefore(); found {
		v.Form.Values = typed
		if typed.Get("once") != "" {
			v.Form.SetKey(typed.Get("once"))
		}
		if s.ID == "documents" {
			return p.addDocuments(v)
		}
		v.Tell(p.say("draft-typed-kept"))
		return p.saveSection(v)
	}
	switch s.ID {
	case "cycles":
		return p.draftCycles(v, d, s)
	case "documents":
		return p.draftDocuments(v)
	}
	if page := v.R.URL.Query().Get("choose"); page != "" {
		return p.chooseForm(v, d, s, page)
	}
	return p.showSection(v, http.StatusOK, d, s)
}

func (p *Portal) sectionOf(v *Visit) (openDraft, draft.Section, error) {
	d, err := p.draftOf(v)
	if err != nil {
		return d, draft.Section{}, err
	}
	s, known := p.asks.Section(v.Path("section"))
	if !known {
		return d, s, ErrNotFound
	}
	return d, s, nil
}

func (p *Portal) showSection(v *Visit, status int, d openDraft, s draft.Section) error {
	for field, values := range d.Body.Values {
		if p.asks.Holds(s, field) {
			v.Form.Values[field] = values
		}
	}
	page := sectionPage{Draft: d, Section: s, Base: p.asks.Base(s, d.Body), Next: p.after(s)}
	if _, number, ok := strings.Cut(s.ID, "-"); ok {
		at, _ := strconv.Atoi(number)
		page.Number = at + 1
	}
	page.Parts = p.partsOf(v, d, s)
	page.Waiting = p.waiting(v, d, s)
	var err error
	if page.Look, err = p.besides(v, d, s); err != nil {
		return err
	}
	v.Back = v.backTo(d)
	return v.Show(status, "school-section", page)
}

func (v *Visit) backTo(d openDraft) *look.Link {
	return &look.Link{Text: v.p.say("draft-all-parts"), Href: d.Path()}
}

// after is the section that follows, or nothing after the last.
func (p *Portal) after(s draft.Section) string {
	switch {
	case strings.HasPrefix(s.ID, "cycle-"):
		return "cycles"
	case strings.HasPrefix(s.ID, "document-"):
		return "documents"
	}
	i := slices.IndexFunc(p.asks.Sections, func(o draft.Section) bool { return o.ID == s.ID })
	if i < 0 || i+1 == len(p.asks.Sections) {
		return ""
	}
	return p.asks.Sections[i+1].ID
}

// saveSection takes what was typed on a page. It is kept whatever is wrong with it; what is wrong is shown once.
func (p *Portal) saveSection(v *Visit) error {
	d, s, err := p.sectionOf(v)
	if err != nil {
		return err
	}
	clash := false
	before := d.Body
	d, err = p.change(v, func(b *draft.Body) error {
		clash = p.asks.Merge(b, s, draft.Typed{Values: v.Form.Values, Base: v.Form.Get("base"), Mark: v.mark()})
		p.arrange(v, b, s, clash)
		return nil
	})
	if errors.Is(err, errSent) {
		return v.draftGone(d)
	}
	if err != nil {
		return err
	}
	if clash {
		return v.Go(d.Path(s.ID) + "?choose=" + url.QueryEscape(v.Form.Key()))
	}
	return p.onward(v, d, s, before)
}

// arrange takes out an entry that was to be removed, and closes lists up.
func (p *Portal) arrange(v *Visit, b *draft.Body, s draft.Section, clash bool) {
	if clash {
		return
	}
	for _, part := range s.Parts {
		if part.List == "" {
			continue
		}
		list := s.At + part.List
		if number, ok := strings.CutPrefix(v.Form.Get("remove"), list+"."); ok {
			if at, err := strconv.Atoi(number); err == nil {
				b.Remove(list, at, v.mark())
			}
		}
		b.Close(list, v.mark())
	}
}

// onward leads on after a page was kept: where a button says, or to the page itself where something is to be mended.
func (p *Portal) onward(v *Visit, d openDraft, s draft.Section, before draft.Body) error {
	switch f := v.Form; {
	case f.Get("add") != "":
		list := f.Get("add")
		return v.Go(d.Path(s.ID) + "?add=" + url.QueryEscape(list) + "#" + look.ID("list."+list))
	case f.Get("remove") != "":
		return v.Go(d.Path(s.ID))
	case f.Get("go") == "later":
		v.Tell(p.say("draft-saved-now"))
		return v.Go(d.Path())
	case f.Get("go") == "send":
		return v.Go(d.Path("check"))
	}
	wrong, err := p.wrongIn(d, s)
	if err != nil {
		return err
	}
	if len(wrong) > 0 && fingerprintOf(wrong) != v.Form.Get("seen") {
		v.Form.Set("seen", fingerprintOf(wrong))
		for _, m := range wrong {
			v.Form.Wrong(m.Field, p.say("draft-wrong", "ask", m.Ask, "what", m.What, "how", m.How))
		}
		v.Form.SetKey("") // what was typed is kept: the page is a new one
		return p.showSection(v, http.StatusUnprocessableEntity, d, s)
	}
	if next := p.after(s); next != "" {
		return v.Go(d.Path(next))
	}
	return v.Go(d.Path())
}

// wrongIn lists what was typed in a section and cannot be right. What is missing is no fault.
func (p *Portal) wrongIn(d openDraft, s draft.Section) ([]draft.Mend, error) {
	made, err := p.asks.Request(d.Body, p.clock())
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(p.asks.Mends(made), func(m draft.Mend) bool {
		return m.Section.ID != s.ID || m.What == draft.NotGiven || !d.Body.Has(m.Field)
	}), nil
}

func fingerprintOf(list []draft.Mend) string {
	var all []string
	for _, m := range list {
		all = append(all, m.Field+m.What)
	}
	return draft.Fingerprint(all)
}

// autosaveSection keeps what is typed while it is typed.
func (p *Portal) autosaveSection(v *Visit) error {
	_, s, err := p.sectionOf(v)
	if err != nil {
		return err
	}
	_, err = p.change(v, func(b *draft.Body) error {
		p.asks.Merge(b, s, draft.Typed{Values: v.Form.Values, Base: v.Form.Get("base"), Mark: v.mark()})
		return nil
	})
	if err != nil && !errors.Is(err, errSent) {
		return err
	}
	v.W.WriteHeader(http.StatusNoContent)
	return nil
}
