package portal

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"sendpanel/portal/draft"
	"sendpanel/portal/look"
)

// draftCycles lists the cycles, and takes the school's own plan in their place.
func (p *Portal) draftCycles(v *Visit, d openDraft, s draft.Section) error {
	page, err := p.documentsOf(v, d, s)
	if err != nil {
		return err
	}
	for i := range d.Body.Count("cycles") {
		page.Cycles = append(page.Cycles, cycleRow{Number: i + 1, Text: p.cycleWords(d.Body, i),
			Link:   look.Link{Text: p.say("cycle-edit"), Hidden: strconv.Itoa(i + 1), Href: d.Path(fmt.Sprintf("cycle-%d", i))},
			Remove: look.Button{Text: p.say("remove"), Hidden: p.say("cycle") + " " + strconv.Itoa(i+1), Kind: "link", Name: "remove", Value: strconv.Itoa(i)}})
	}
	v.Back = v.backTo(d)
	return v.Show(v.asGood(), "school-cycles", page)
}

// cycleWords says a cycle in a line.
func (p *Portal) cycleWords(b draft.Body, i int) string {
	at := fmt.Sprintf("cycles.%d.", i)
	date := func(name string) string {
		if !b.Has(at + name) {
			return ""
		}
		return strings.Trim(b.Values.Get(at+name+"-day")+"/"+b.Values.Get(at+name+"-month")+"/"+b.Values.Get(at+name+"-year"), "/")
	}
	begun, reviewed := date("start"), date("reviewed")
	words := p.count("intervention", b.Count(at+"do"))
	switch {
	case begun == "":
		return p.say("cycle-undated", "what", words)
	case reviewed == "":
		return p.say("cycle-running", "from", begun, "what", words)
	}
	return p.say("cycle-reviewed", "from", begun, "to", reviewed, "what", words)
}

// changeCycles adds a cycle or takes one away.
func (p *Portal) changeCycles(v *Visit) error {
	at := -1
	d, err := p.change(v, func(b *draft.Body) error {
		if n, err := strconv.Atoi(v.Form.Get("remove")); err == nil && n >= 0 && n <= draft.MostEntries {
			b.Remove("cycles", n, v.mark())
			return nil
		}
		at = b.Count("cycles")
		return nil
	})
	if errors.Is(err, errSent) {
		return v.draftGone(d)
	}
	if err != nil {
		return err
	}
	if at >= 0 && at < draft.MostEntries {
		return v.Go(d.Path(fmt.Sprintf("cycle-%d", at)))
	}
	return v.Go(d.Path("cycles"))
}
